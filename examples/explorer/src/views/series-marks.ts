/**
 * The marks of the chart of figures as SVG: a shape for each source, its inside for the status, bars for the hedge.
 */
import type { ClaimStatus } from "xinjiang-graph";
import type { PlacedFigure } from "./series-layout.ts";

const SVG = "http://www.w3.org/2000/svg";

/** An SVG element; text content goes in as text. */
export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/** Outlines of about the same area around 0, 0. */
const SHAPES = [
  "M5,0A5,5 0 1 1 -5,0A5,5 0 1 1 5,0Z",
  "M-4.5,-4.5H4.5V4.5H-4.5Z",
  "M0,-6L5.6,4H-5.6Z",
  "M0,-6.4L5.4,0L0,6.4L-5.4,0Z",
  "M0,6L5.6,-4H-5.6Z",
  "M-2,-6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z",
] as const;

/** How many sources can be told apart. */
export const SHAPE_COUNT = SHAPES.length;

/** The sign of a figure at 0, 0: outlined where it is not reported as done, with a dot where it is an aim. */
export function sign(shape: number, status: ClaimStatus): SVGGElement {
  const done = status === "actual" || status === "ongoing";
  const outline = svg("path", {
    d: SHAPES[shape % SHAPES.length] as string,
    class: done ? "figure-done" : "figure-ahead",
  });
  const inner =
    status === "target" || status === "planned" ? [svg("circle", { r: 1.6, class: "figure-aim" })] : [];
  return svg("g", {}, outline, ...inner);
}

/** The time that a figure is for, and its error bar: thick where it is meant to lie, thin as far as its words allow. */
export function bars({ x, y, from, to, soft, hard }: PlacedFigure): SVGElement[] {
  const made: SVGElement[] = [];
  if (to - from > 3) made.push(line(from, y, to, y, "figure-span"));
  if (hard.bottom.y - hard.top.y > 3) made.push(line(x, hard.top.y, x, hard.bottom.y, "figure-hard"));
  if (soft.bottom - soft.top > 3) {
    made.push(line(x, soft.top, x, soft.bottom, "figure-soft"));
    for (const end of [soft.top, soft.bottom]) made.push(line(x - 4, end, x + 4, end, "figure-soft"));
  }
  for (const [end, toward] of [
    [hard.top, -1],
    [hard.bottom, 1],
  ] as const) {
    if (end.open) made.push(svg("path", { d: arrow(x, end.y, toward), class: "figure-open" }));
  }
  return made;
}

function arrow(x: number, y: number, toward: -1 | 1): string {
  return `M${x - 3.5},${y - toward * 5}L${x},${y}L${x + 3.5},${y - toward * 5}`;
}

export function line(x1: number, y1: number, x2: number, y2: number, name: string): SVGLineElement {
  return svg("line", { x1, y1, x2, y2, class: name });
}
