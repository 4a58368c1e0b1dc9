/**
 * Draws the marks of a claim's time. Solid is certain, fading is possible, outlined is not reported as done or is only
 * approximate.
 */
import { roundBar } from "./canvas-shapes.ts";
import type { Palette } from "./palette.ts";
import type { Mark } from "./span-marks.ts";

export interface MarkStyle {
  readonly middle: number;
  readonly color: string;
  readonly strength: number;
  /** Not reported as done: outlines. */
  readonly hollow: boolean;
  readonly vague: boolean;
  readonly palette: Palette;
}

const BAR = 8;

export function drawMark(context: CanvasRenderingContext2D, mark: Mark, style: MarkStyle): void {
  const { middle, color, strength, hollow, vague, palette } = style;
  const { left, right, toward = 1 } = mark;
  const top = middle - BAR / 2;
  context.globalAlpha = strength;
  context.fillStyle = color;
  context.strokeStyle = color;
  context.lineWidth = 1.25;
  context.setLineDash(vague ? [2, 2] : []);
  switch (mark.shape) {
    case "core":
      roundBar(context, left, top, right - left, BAR);
      context.globalAlpha = strength * (hollow ? 0.15 : vague ? 0.4 : 1);
      context.fill();
      context.globalAlpha = strength;
      if (hollow || vague) context.stroke();
      break;
    case "within":
      roundBar(context, left, top, right - left, BAR);
      context.globalAlpha = strength * 0.22;
      context.fill();
      context.globalAlpha = strength;
      context.stroke();
      break;
    case "before":
    case "after":
    case "hint":
      context.fillStyle = fading(context, mark, color);
      if (mark.shape === "hint") context.fillRect(left, middle - 0.75, right - left, 1.5);
      else context.fillRect(left, top + 1, right - left, BAR - 2);
      break;
    case "thread":
      context.globalAlpha = strength * 0.5;
      context.fillRect(left, middle - 0.75, right - left, 1.5);
      break;
    case "dot":
      context.beginPath();
      context.arc(left, middle, 3.6, 0, 2 * Math.PI);
      if (hollow || vague) {
        context.fillStyle = palette.paper;
        context.fill();
        context.stroke();
      } else context.fill();
      break;
    case "arrow":
      context.beginPath();
      context.moveTo(left + toward * 5, middle);
      context.lineTo(left - toward * 2, middle - 4);
      context.lineTo(left - toward * 2, middle + 4);
      context.closePath();
      context.fill();
      break;
    case "unknown":
      context.fillStyle = palette.muted;
      context.textAlign = "center";
      context.fillText("?", left + toward * 5, middle + 0.5);
  }
  context.setLineDash([]);
}

/** Full at the side where it is certain, nothing at the far side. */
function fading(
  context: CanvasRenderingContext2D,
  { left, right, toward }: Mark,
  color: string,
): CanvasGradient {
  const gradient = context.createLinearGradient(left, 0, right, 0);
  gradient.addColorStop(toward === 1 ? 0 : 1, `${color}b0`);
  gradient.addColorStop(toward === 1 ? 1 : 0, `${color}00`);
  return gradient;
}
