/**
 * Draws a timeline: axis, density, the rows in sight and the days asked about. What is to be seen is worked out elsewhere.
 */
import type { ShownClaim } from "../view.ts";
import { roundBar } from "./canvas-shapes.ts";
import type { ClaimSpan } from "./claim-span.ts";
import type { Palette } from "./palette.ts";
import { type TimeScale, timeTicks } from "./time-axis.ts";
import type { Density } from "./timeline-density.ts";
import { drawRow } from "./timeline-row-draw.ts";
import type { GroupRow, TimelineRow } from "./timeline-rows.ts";

/** Heights in pixels. */
export const AXIS = 24;
export const DENSITY = 30;
export const HEAD = AXIS + DENSITY + 6;

/** Where things stand, which depends on the room there is. */
export interface TimelineShape {
  readonly width: number;
  readonly height: number;
  /** Width of the column of names; 0 where names stand above their bars. */
  readonly names: number;
  readonly rowHeight: number;
}

/** A day or stretch of days drawn as a line from top to bottom. */
export interface DayLine {
  readonly text: string;
  readonly first: number;
  readonly last: number;
  readonly dashed: boolean;
}

export interface TimelinePicture {
  readonly shape: TimelineShape;
  readonly scale: TimeScale;
  readonly density: Density;
  readonly rows: readonly TimelineRow[];
  readonly claims: readonly ShownClaim[];
  readonly spans: readonly ClaimSpan[];
  readonly scrolled: number;
  readonly lines: readonly DayLine[];
  readonly chosen: string | undefined;
  /** Row under the pointer or the keyboard. */
  readonly cursor: number | undefined;
  readonly rowText: (claim: ShownClaim) => string;
  readonly headingText: (heading: GroupRow) => string;
  readonly colorOf: (claim: ShownClaim) => string;
  readonly palette: Palette;
}

/** Names beside their bars where there is room, above them where there is not. */
export function timelineShape(width: number, height: number): TimelineShape {
  return width >= 560
    ? { width, height, names: Math.min(360, Math.round(width * 0.36)), rowHeight: 22 }
    : { width, height, names: 0, rowHeight: 38 };
}

export function drawTimeline(context: CanvasRenderingContext2D, picture: TimelinePicture): void {
  const { shape, palette, scrolled, rows } = picture;
  context.font = `12px ${palette.font}`;
  context.textBaseline = "middle";
  drawTicks(context, picture);
  context.save();
  context.beginPath();
  context.rect(0, HEAD, shape.width, shape.height - HEAD);
  context.clip();
  const first = Math.max(0, Math.floor(scrolled / shape.rowHeight));
  const last = Math.min(rows.length - 1, Math.floor((scrolled + shape.height - HEAD) / shape.rowHeight));
  for (let row = first; row <= last; row++) {
    drawRow(context, picture, row, HEAD + row * shape.rowHeight - scrolled);
  }
  context.restore();
  drawDensity(context, picture);
  for (const line of picture.lines) drawDayLine(context, picture, line);
}

function drawTicks(context: CanvasRenderingContext2D, { shape, scale, palette }: TimelinePicture): void {
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  for (const { x, text, major } of timeTicks(scale)) {
    const at = Math.round(x) + 0.5;
    context.beginPath();
    context.moveTo(at, AXIS - 4);
    context.lineTo(at, shape.height);
    context.globalAlpha = major ? 1 : 0.6;
    context.stroke();
    context.globalAlpha = 1;
    context.fillStyle = major ? palette.ink : palette.muted;
    context.textAlign = "left";
    if (at + context.measureText(text).width < scale.right + 4) context.fillText(text, at + 2, AXIS / 2);
  }
}

/** Certain claims solid, possible ones pale above them; what lies beside the axis is counted at its ends. */
function drawDensity(
  context: CanvasRenderingContext2D,
  { scale, density, palette, shape }: TimelinePicture,
): void {
  const base = AXIS + DENSITY;
  const column = (counts: Float64Array, at: number): number =>
    Math.sqrt((counts[at] as number) / density.most) * DENSITY;
  const fill = (counts: Float64Array, style: string): void => {
    context.fillStyle = style;
    for (let at = 0; at < counts.length; at++) {
      const tall = column(counts, at);
      if (tall > 0) context.fillRect(scale.left + at, base - Math.max(1, tall), 1, Math.max(1, tall));
    }
  };
  context.globalAlpha = 0.35;
  fill(density.any, palette.possible);
  context.globalAlpha = 0.75;
  fill(density.certain, palette.muted);
  context.globalAlpha = 1;
  context.fillStyle = palette.line;
  context.fillRect(0, base, shape.width, 1);
  context.fillStyle = palette.muted;
  if (density.earlier > 0) {
    context.textAlign = "left";
    context.fillText(`‹ ${density.earlier} earlier`, scale.left + 4, AXIS + 10);
  }
  if (density.later > 0) {
    context.textAlign = "right";
    context.fillText(`${density.later} later ›`, scale.right - 4, AXIS + 10);
  }
  if (shape.names > 0) {
    context.textAlign = "left";
    context.fillText(`busiest day: ${density.most.toLocaleString("en")}`, 8, AXIS + DENSITY / 2 + 2);
  }
}

function drawDayLine(
  context: CanvasRenderingContext2D,
  { scale, shape, palette }: TimelinePicture,
  { text, first, last, dashed }: DayLine,
): void {
  const left = scale.x(first);
  const right = scale.x(last + 1);
  if (right < scale.left || left > scale.right) return;
  const color = dashed ? palette.ink : palette.accent;
  context.fillStyle = color;
  context.strokeStyle = color;
  context.globalAlpha = 0.12;
  if (right - left > 3) context.fillRect(left, AXIS, right - left, shape.height - AXIS);
  context.globalAlpha = 1;
  context.lineWidth = 1.5;
  context.setLineDash(dashed ? [4, 3] : []);
  context.beginPath();
  context.moveTo(right, AXIS - 2);
  context.lineTo(right, shape.height);
  context.stroke();
  context.setLineDash([]);
  const wide = context.measureText(text).width + 10;
  const at = Math.max(scale.left, Math.min(right - wide / 2, scale.right - wide));
  const top = dashed ? AXIS + 16 : AXIS - 1;
  roundBar(context, at, top, wide, 15);
  context.fill();
  context.fillStyle = palette.paper;
  context.textAlign = "left";
  context.fillText(text, at + 5, top + 8);
}
