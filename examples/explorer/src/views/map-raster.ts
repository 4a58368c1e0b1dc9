/**
 * Many thousand lines as one picture of how many pass each spot: strokes of their own would take seconds, and nobody
 * could tell one from another.
 */
import { bowedWay } from "./map-arcs.ts";
import type { Bundle } from "./map-model.ts";
import type { MapZoom } from "./map-projection.ts";

/** How many lines pass each cell of a grid over the map; a cell is `cell` pixels wide and high. */
export interface LineCounts {
  readonly counts: Uint32Array;
  readonly columns: number;
  readonly rows: number;
}

/** Pixels to a cell: the more lines, the coarser, so that the picture takes about as long. */
export function cellFor(lines: number): number {
  return Math.max(1.5, Math.min(4, lines / 12_000));
}

const buffer = new Float64Array(256);

/** Counts the claims of each bundle along its way. Cost: the length of all ways that are in sight, in cells. */
export function countLines(
  bundles: readonly Bundle[],
  zoom: MapZoom,
  width: number,
  height: number,
  cell: number,
): LineCounts {
  const [columns, rows] = [Math.ceil(width / cell), Math.ceil(height / cell)];
  const counts = new Uint32Array(columns * rows);
  for (const bundle of bundles) {
    const numbers = bowedWay(bundle, 0, zoom, buffer);
    for (let at = 0; at + 3 < numbers; at += 2) {
      addLine(
        { counts, columns, rows },
        (buffer[at] as number) / cell,
        (buffer[at + 1] as number) / cell,
        (buffer[at + 2] as number) / cell,
        (buffer[at + 3] as number) / cell,
        bundle.claims.length,
      );
    }
  }
  return { counts, columns, rows };
}

/** Adds a straight line from one point to another, a cell for each step along its longer side. */
function addLine(
  { counts, columns, rows }: LineCounts,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
  weight: number,
): void {
  const [across, down] = [toX - fromX, toY - fromY];
  // The shares of the line that lie within the grid: nothing is spent on what is out of sight.
  let [start, end] = [0, 1];
  for (const [origin, change, limit] of [
    [fromX, across, columns],
    [fromY, down, rows],
  ] as const) {
    if (change === 0) {
      if (origin < 0 || origin >= limit) return;
      continue;
    }
    const [a, b] = [-origin / change, (limit - 1e-6 - origin) / change];
    start = Math.max(start, Math.min(a, b));
    end = Math.min(end, Math.max(a, b));
  }
  if (start > end) return;
  const length = Math.max(Math.abs(across), Math.abs(down)) * (end - start);
  const steps = Math.max(1, Math.ceil(length - 1e-3));
  const share = (end - start) / steps;
  const [stepX, stepY] = [across * share, down * share];
  // From the middle of each step, so that no rounding puts two of them into one cell.
  let x = fromX + across * start + stepX / 2;
  let y = fromY + down * start + stepY / 2;
  for (let step = 0; step < steps; step++) {
    const cell = (y | 0) * columns + (x | 0);
    counts[cell] = (counts[cell] as number) + weight;
    x += stepX;
    y += stepY;
  }
}

/** How opaque a cell is: a few lines are to be seen, and so is where hundreds run together. */
export function opacityOf(count: number, most: number): number {
  return count === 0 ? 0 : 0.12 + (0.78 * Math.log(count)) / Math.log(Math.max(most, 2));
}

/** The counts as a picture in one colour. */
export function pictureOf({ counts, columns, rows }: LineCounts, color: string): OffscreenCanvas {
  const canvas = new OffscreenCanvas(columns, rows);
  const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
  const image = context.createImageData(columns, rows);
  const most = counts.reduce((greatest, count) => Math.max(greatest, count), 1);
  const shades = Uint8Array.from(
    { length: Math.min(most, 4096) + 1 },
    (_, count) => opacityOf(count, most) * 255,
  );
  for (let at = 0; at < counts.length; at++) {
    image.data[at * 4 + 3] = shades[Math.min(counts[at] as number, shades.length - 1)] as number;
  }
  context.putImageData(image, 0, 0);
  context.globalCompositeOperation = "source-in";
  context.fillStyle = color;
  context.fillRect(0, 0, columns, rows);
  return canvas;
}
