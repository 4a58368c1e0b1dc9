/**
 * Draws one row of a timeline: a heading, or a claim with its name and the marks of its time.
 */
import type { ShownClaim } from "../view.ts";
import { type Fitted, fitText } from "./canvas-shapes.ts";
import type { ClaimSpan } from "./claim-span.ts";
import { drawMark } from "./mark-draw.ts";
import { type Mark, spanMarks } from "./span-marks.ts";
import type { TimelinePicture } from "./timeline-draw.ts";
import type { TimelineRow } from "./timeline-rows.ts";

/** A row whose top is given, in pixels. */
export function drawRow(
  context: CanvasRenderingContext2D,
  picture: TimelinePicture,
  row: number,
  top: number,
): void {
  const { shape, palette, rows, claims, spans, scale } = picture;
  const item = rows[row] as TimelineRow;
  if (typeof item !== "number") {
    drawHeading(context, picture, picture.headingText(item), item.count, top);
    return;
  }
  const claim = claims[item] as ShownClaim;
  const chosen = claim.id === picture.chosen;
  if (chosen || row === picture.cursor) {
    context.globalAlpha = chosen ? 0.16 : 0.5;
    context.fillStyle = chosen ? palette.accent : palette.line;
    context.fillRect(0, top, shape.width, shape.rowHeight);
    context.globalAlpha = 1;
  }
  const stacked = shape.names === 0;
  const room: Fitted = stacked ? { x: 8, width: shape.width - 16 } : { x: 18, width: shape.names - 28 };
  context.textAlign = "left";
  context.fillStyle = claim.certainty === "possible" ? palette.muted : palette.ink;
  fitText(context, picture.rowText(claim), room, top + (stacked ? 11 : shape.rowHeight / 2));
  context.save();
  context.beginPath();
  context.rect(scale.left, top, scale.right - scale.left, shape.rowHeight);
  context.clip();
  const middle = top + (stacked ? 27 : shape.rowHeight / 2);
  const marks = spanMarks(spans[item] as ClaimSpan, scale);
  const hollow = claim.status !== "actual" && claim.status !== "ongoing";
  const strength = claim.certainty === "possible" ? 0.55 : 1;
  const color = chosen ? palette.accent : picture.colorOf(claim);
  const vague = (spans[item] as ClaimSpan).vague;
  for (const mark of marks) drawMark(context, mark, { middle, color, strength, hollow, vague, palette });
  drawBeside(context, marks, picture, middle);
  context.restore();
  context.globalAlpha = 1;
}

function drawHeading(
  context: CanvasRenderingContext2D,
  { shape, palette }: TimelinePicture,
  text: string,
  count: number,
  top: number,
): void {
  const middle = top + shape.rowHeight / 2 + 2;
  context.textAlign = "left";
  context.fillStyle = palette.ink;
  context.font = `600 12px ${palette.font}`;
  const width = fitText(context, text, { x: 8, width: (shape.names || shape.width) - 60 }, middle);
  context.font = `12px ${palette.font}`;
  context.fillStyle = palette.muted;
  context.fillText(count.toLocaleString("en"), 8 + width + 8, middle);
  context.fillStyle = palette.line;
  context.fillRect(0, Math.round(top + shape.rowHeight) - 1, shape.width, 1);
}

/** A sign at the edge for a claim none of whose days is on the axis. */
function drawBeside(
  context: CanvasRenderingContext2D,
  marks: readonly Mark[],
  { scale, palette }: TimelinePicture,
  middle: number,
): void {
  const before = marks.every((mark) => mark.right < scale.left);
  const after = marks.every((mark) => mark.left > scale.right);
  if (!before && !after) return;
  context.fillStyle = palette.muted;
  context.textAlign = before ? "left" : "right";
  context.fillText(before ? "‹" : "›", before ? scale.left + 2 : scale.right - 2, middle);
}
