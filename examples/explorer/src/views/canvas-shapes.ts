/**
 * Small things that canvases draw: a bar with round corners, and text that stays within its room.
 */

/** Where a text starts and how far it may go. */
export interface Fitted {
  readonly x: number;
  readonly width: number;
}

export function roundBar(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  context.beginPath();
  context.roundRect(x, y, width, height, Math.min(3, width / 2));
}

/** Fills a text, cut with an ellipsis if it is too long, and returns its width as drawn. */
export function fitText(
  context: CanvasRenderingContext2D,
  text: string,
  { x, width }: Fitted,
  y: number,
): number {
  const shown = cutText(text, width, (part) => context.measureText(part).width);
  context.fillText(shown, x, y);
  return context.measureText(shown).width;
}

/** The text, or as much of it as fits with an ellipsis; nothing where not even that fits. */
export function cutText(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  const letters = [...text];
  let [fits, fails] = [0, letters.length];
  while (fails - fits > 1) {
    const half = (fits + fails) >> 1;
    if (measure(`${letters.slice(0, half).join("")}…`) <= width) fits = half;
    else fails = half;
  }
  return fits === 0 ? "" : `${letters.slice(0, fits).join("").trimEnd()}…`;
}
