/**
 * Where the figures of a panel stand: pixels for markers, spans and error bars, and the ticks of the scale of values.
 */
import { type ScaleLinear, scaleLinear } from "d3-scale";
import type { Box } from "./map-labels.ts";
import type { Figure, Panel } from "./series-panels.ts";
import { type TimeScale, timeScale } from "./time-axis.ts";

export interface PanelBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** One side of an error bar; `open` where the words set no bound on it. Pixels down the page. */
export interface BarEnd {
  readonly y: number;
  readonly open: boolean;
}

export interface PlacedFigure {
  readonly figure: Figure;
  /** Of the marker. */
  readonly x: number;
  readonly y: number;
  /** Of the time it is for: from the first day's beginning to the last day's end. */
  readonly from: number;
  readonly to: number;
  /** Where the figure is ordinarily meant to lie. */
  readonly soft: { readonly top: number; readonly bottom: number };
  /** What words and digits cannot leave. */
  readonly hard: { readonly top: BarEnd; readonly bottom: BarEnd };
}

/** How far an open end is drawn beyond the soft bar. */
const OPEN = 22;
/** Between markers of the same time. */
const APART = 16;

/** One axis of days for all panels, so that they can be read one under the other. */
export function figuresTime(panels: readonly Panel[], left: number, right: number): TimeScale {
  const figures = panels.flatMap((panel) => panel.figures);
  const first = Math.min(...figures.map((figure) => figure.first));
  const last = Math.max(...figures.map((figure) => figure.last));
  if (!Number.isFinite(first) || !Number.isFinite(last)) return timeScale(0, 365, left, right);
  const margin = Math.max(60, Math.round((last - first) * 0.06));
  return timeScale(first - margin, last + margin, left, right);
}

/** The scale of a panel's values over all that its soft bars cover; from zero where that is not far off. */
export function valueScale({ figures }: Panel, { top, bottom }: PanelBox): ScaleLinear<number, number> {
  const lows = figures.map((figure) => Math.min(figure.softLow, figure.value)).filter(Number.isFinite);
  const highs = figures.map((figure) => Math.max(figure.softHigh, figure.value)).filter(Number.isFinite);
  const [low, high] = [Math.min(...lows), Math.max(...highs)];
  const fromZero = low >= 0 && low <= high * 0.7;
  const margin = (high - low || Math.abs(high) || 1) * 0.12;
  return scaleLinear([fromZero ? 0 : low - margin, high + margin], [bottom, top]).nice(5);
}

/** The figures in their places. Those for the same time stand side by side, in the order of the panel. */
export function placeFigures(
  panel: Panel,
  time: TimeScale,
  values: ScaleLinear<number, number>,
  box: PanelBox,
): PlacedFigure[] {
  return panel.figures.map((figure) => {
    const same = panel.figures.filter(({ first, last }) => first === figure.first && last === figure.last);
    const from = time.x(figure.first);
    const to = time.x(figure.last + 1);
    const step = Math.max(APART, Math.min((to - from) / (same.length + 1), 3 * APART));
    const x = (from + to) / 2 + (same.indexOf(figure) - (same.length - 1) / 2) * step;
    const y = values(figure.value);
    return { figure, x, y, from, to, ...errorBar(figure, values, box) };
  });
}

/** The error bar of a figure: never out of its box. */
export function errorBar(
  { value, softLow, softHigh, low, high }: Pick<Figure, "value" | "softLow" | "softHigh" | "low" | "high">,
  values: (value: number) => number,
  { top, bottom }: Pick<PanelBox, "top" | "bottom">,
): Pick<PlacedFigure, "soft" | "hard"> {
  const within = (y: number): number => Math.max(top, Math.min(bottom, y));
  const soft = {
    top: within(values(Number.isFinite(softHigh) ? softHigh : value)),
    bottom: within(values(Number.isFinite(softLow) ? softLow : value)),
  };
  const end = (bound: number, edge: number, toward: -1 | 1): BarEnd =>
    Number.isFinite(bound)
      ? { y: within(values(bound)), open: false }
      : { y: within(edge + toward * OPEN), open: true };
  return { soft, hard: { top: end(high, soft.top, -1), bottom: end(low, soft.bottom, 1) } };
}

/** The pixels that a figure's bars cover: no name may lie on them. */
export function takenBy({ x, y, from, to, hard }: PlacedFigure): Box[] {
  return [
    { left: x - 5, right: x + 5, top: hard.top.y, bottom: hard.bottom.y },
    { left: from, right: to, top: y - 2, bottom: y + 2 },
  ];
}

const SCALES: readonly (readonly [factor: number, word: string])[] = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
];

/** What a panel counts in: the factor that ticks are divided by and the unit in words, "billion CNY". */
export function countedIn(
  unit: string,
  [low, high]: readonly number[],
  unitWord: string = unit,
): { readonly factor: number; readonly words: string } {
  const most = Math.max(Math.abs(low ?? 0), Math.abs(high ?? 0));
  const [factor, word] = SCALES.find(([factor]) => most >= 2 * factor) ?? [1, ""];
  return { factor, words: [word, unit === "1" ? "" : unitWord].filter((part) => part !== "").join(" ") };
}
