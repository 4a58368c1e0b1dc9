/** Names beside the network's nodes: as many as have room, with a halo so that lines beneath do not cross them out. */
import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from "sigma/rendering";
import type { Palette } from "../views/palette.ts";

export interface Labels {
  /** A new drawing begins: all room is free. */
  begin(): void;
  readonly draw: NodeLabelDrawingFunction;
  /** The name of the node under the pointer, whole. */
  readonly hover: NodeHoverDrawingFunction;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const LONGEST = 34;
const GAP = 4;

export function makeLabels(palette: () => Palette): Labels {
  let taken: Box[] = [];
  const isFree = (box: Box): boolean =>
    taken.every(
      (other) =>
        box.left > other.right || box.right < other.left || box.top > other.bottom || box.bottom < other.top,
    );
  return {
    begin() {
      taken = [];
    },
    draw(context, node, { labelSize, labelWeight }) {
      if (!node.label) return;
      const { ink, paper, font } = palette();
      const text = node.label.length > LONGEST ? `${node.label.slice(0, LONGEST - 1)}…` : node.label;
      context.font = `${labelWeight} ${labelSize}px ${font}`;
      const width = context.measureText(text).width;
      const right = node.x + node.size + GAP;
      const left = right + width < context.canvas.clientWidth ? right : node.x - node.size - GAP - width;
      const box = { left, right: left + width, top: node.y - labelSize / 2, bottom: node.y + labelSize / 2 };
      if (node.focused !== true && !isFree(box)) return;
      taken.push(box);
      context.lineJoin = "round";
      context.lineWidth = 4;
      context.strokeStyle = paper;
      context.strokeText(text, left, node.y + labelSize / 3);
      context.fillStyle = ink;
      context.fillText(text, left, node.y + labelSize / 3);
    },
    hover(context, node, { labelSize, labelWeight }) {
      const { ink, paper, line, font } = palette();
      context.font = `${labelWeight} ${labelSize}px ${font}`;
      const label = node.label ?? "";
      const height = labelSize + 10;
      const width = context.measureText(label).width + 12;
      const left = Math.max(0, Math.min(node.x + node.size + 2, context.canvas.clientWidth - width - 1));
      context.fillStyle = paper;
      context.strokeStyle = line;
      context.lineWidth = 1;
      context.beginPath();
      context.arc(node.x, node.y, node.size + 4, 0, 2 * Math.PI);
      context.fill();
      if (label === "") return;
      context.beginPath();
      context.roundRect(left, node.y - height / 2, width, height, 4);
      context.fill();
      context.stroke();
      context.fillStyle = ink;
      context.fillText(label, left + 6, node.y + labelSize / 3);
    },
  };
}
