/**
 * Light and dark: which of them is on, and how the ontology's colours, made for light ground, look on dark.
 */
import type { State } from "./state.ts";

export type Theme = "light" | "dark";

const prefersDark = (): MediaQueryList => matchMedia("(prefers-color-scheme: dark)");

/** The theme on show: the one chosen, or the system's. */
export function themeOf(chosen: State["theme"]): Theme {
  return chosen === "auto" ? (prefersDark().matches ? "dark" : "light") : chosen;
}

/** Calls when the system changes its theme. */
export function onSystemTheme(changed: () => void): void {
  prefersDark().addEventListener("change", changed);
}

/**
 * A kind's colour in a theme. On dark ground it is mixed with white until it stands out from the paper at least 4.5 to 1,
 * on light with black.
 */
export function kindColor(color: string, theme: Theme): string {
  const paper = theme === "dark" ? PAPER.dark : PAPER.light;
  const toward = theme === "dark" ? 255 : 0;
  let mixed: readonly number[] = channels(color);
  for (let step = 0; step < 20 && contrast(mixed, paper) < 4.5; step++)
    mixed = mixed.map((channel) => channel + (toward - channel) * 0.08);
  return hex(mixed);
}

/** A colour of which a share is left on a ground, both `#rrggbb`: opaque, for what lies over one another. */
export function fade(color: string, ground: string, share: number): string {
  const below = channels(ground);
  return hex(channels(color).map((channel, at) => channel * share + (below[at] as number) * (1 - share)));
}

/** Ground of the views, as the style sheet has it. */
const PAPER = { light: [255, 255, 255], dark: [24, 27, 32] } as const;

function hex(color: readonly number[]): string {
  return `#${color.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}

/** Reads `#rrggbb`, and `#rgb`, to which style sheets are shortened. */
function channels(color: string): number[] {
  const digits =
    color.length === 4 ? [...color.slice(1)].map((digit) => digit + digit).join("") : color.slice(1);
  return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
}

/** Contrast of two colours by WCAG 2.2: from 1 to 21. */
function contrast(a: readonly number[], b: readonly number[]): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: readonly number[]): number {
  const [red, green, blue] = color.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
