/**
 * The page's colours, read from its custom properties, for what is drawn on a canvas.
 */

export interface Palette {
  /** Ground of the view. */
  readonly paper: string;
  readonly ink: string;
  /** Second text. */
  readonly muted: string;
  /** Rules and axes. */
  readonly line: string;
  /** What is chosen. */
  readonly accent: string;
  readonly land: string;
  /** What only possibly holds. */
  readonly possible: string;
  /** Font family of the page. */
  readonly font: string;
}

/** What a page that declares none of them gets. */
const FALLBACK = {
  paper: "#ffffff",
  ink: "#1c1c1a",
  muted: "#66655f",
  line: "#d9d7cf",
  accent: "#b3261e",
  land: "#f0eee7",
  possible: "#8a8980",
};

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const color = (name: keyof typeof FALLBACK): string =>
    style.getPropertyValue(`--${name}`).trim() || FALLBACK[name];
  return {
    paper: color("paper"),
    ink: color("ink"),
    muted: color("muted"),
    line: color("line"),
    accent: color("accent"),
    land: color("land"),
    possible: color("possible"),
    font: style.fontFamily || "sans-serif",
  };
}
