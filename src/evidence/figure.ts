/**
 * Figures as ranges of numbers in a common unit: what their digits allow, what their hedge allows, and where they are
 * ordinarily meant to lie. Units convert only by declared factors; a source's own equivalent counts as its figure too.
 */
import {
  boundsOfQuantity,
  type Equivalent,
  HEDGES,
  type HedgeConvention,
  type Quantity,
  readDecimal,
} from "../model/quantity.ts";
import { conversionFactor } from "../model/unit.ts";
import type { Ontology } from "../ontology/define.ts";
import type { Comparator } from "../ontology/vocabulary.ts";

/** What figures are read with: the ontology's units, the convention for hedges, and what has been read already. */
export interface FigureContext {
  readonly ontology: Ontology;
  readonly hedges: HedgeConvention;
  readonly known?: WeakMap<object, Figure>;
}

/** Numbers from `low` to `high`; ±Infinity where there is no bound. */
export interface Range {
  readonly low: number;
  readonly high: number;
  readonly excludesLow: boolean;
  readonly excludesHigh: boolean;
}

/** A figure in one unit. */
export interface Figure {
  readonly unit: string;
  readonly value: number;
  readonly comparator: Comparator;
  /** Whether a hedge, or a wording with two readings, leaves room beyond the digits. */
  readonly hedged: boolean;
  /** Whether the record gives the bounds itself: the wording has several readings, or is on another scale. */
  readonly ambiguous: boolean;
  /** What the written digits allow, hedge left aside. */
  readonly digits: Range;
  /** What the words cannot leave; "about" and "nearly" are held to reach at most twice as far as they ordinarily do. */
  readonly firm: Range;
  /** Where the figure is ordinarily meant to lie; "over 30" as far as a rounded-down figure reaches. */
  readonly near: Range;
}

/** How much further than ordinarily meant "about" and "nearly" may reach before two figures contradict one another. */
const FIRM_REACH = 2;
/** "Over 30" may be 37 rounded down to its first digit, but no more than this share beyond it. */
const ROUNDING_REACH = 0.25;
/** Ends of ranges that differ by less than this share of their size are one end: conversions are not exact. */
const TOLERANCE = 1e-12;

/** A context for one run of comparisons, in which each quantity is read once. */
export function figureContext(ontology: Ontology, hedges: HedgeConvention = HEDGES): FigureContext {
  return { ontology, hedges, known: new WeakMap() };
}

/** A quantity, or one of its equivalents, in `unit`; `undefined` where no declared factor leads there. */
export function figureIn(
  quantity: Quantity | Equivalent,
  unit: string,
  context: FigureContext,
): Figure | undefined {
  const factor = conversionFactor(quantity.unit, unit, context.ontology);
  return factor === undefined ? undefined : scaleFigure(figureOf(quantity, context), factor, unit);
}

/** A quantity in its own unit. */
export function figureOf(quantity: Quantity, { hedges, known }: FigureContext): Figure {
  const figure = known?.get(quantity) ?? readFigure(quantity, hedges);
  known?.set(quantity, figure);
  return figure;
}

function readFigure(quantity: Quantity, hedges: HedgeConvention): Figure {
  const { unit, comparator = "=" } = quantity;
  const hard = boundsOfQuantity(quantity, hedges);
  const { value } = hard;
  const range = (low: number, high: number): Range => ({
    low,
    high,
    excludesLow: hard.excludesLow && low === hard.low,
    excludesHigh: hard.excludesHigh && high === hard.high,
  });
  if (quantity.low !== undefined || quantity.high !== undefined) {
    const stated = range(hard.low, hard.high);
    return {
      ...{ unit, value, comparator, hedged: true, ambiguous: true },
      ...{ digits: stated, firm: stated, near: stated },
    };
  }
  const plain = boundsOfQuantity({ value: quantity.value, unit }, hedges);
  // A rounded figure stops short of the next one's first number.
  const digits: Range = { ...range(plain.low, plain.high), excludesHigh: plain.low < plain.high };
  const size = Math.abs(value);
  const half = (plain.high - plain.low) / 2;
  const over = Math.max(size * hedges.over, Math.min(significantStep(quantity.value), size * ROUNDING_REACH));
  const figure = { unit, value, comparator, hedged: comparator !== "=", ambiguous: false, digits };
  switch (comparator) {
    case ">":
    case ">=":
      return { ...figure, firm: range(value, Infinity), near: range(value, value + over) };
    case "<":
    case "<=":
      return { ...figure, firm: range(-Infinity, value), near: range(value - over, value) };
    case "~": {
      const near = Math.max(size * hedges.about, half);
      const firm = near * FIRM_REACH;
      return { ...figure, firm: range(value - firm, value + firm), near: range(value - near, value + near) };
    }
    case "nearly": {
      const near = Math.max(size * hedges.nearly, half);
      return { ...figure, firm: range(value - near * FIRM_REACH, value), near: range(value - near, value) };
    }
    default:
      return { ...figure, firm: digits, near: digits };
  }
}

/** A figure multiplied: into another unit, or by a share of a year. */
export function scaleFigure(figure: Figure, factor: number, unit = figure.unit): Figure {
  if (factor === 1 && unit === figure.unit) return figure;
  const scale = (range: Range): Range => ({ ...range, low: range.low * factor, high: range.high * factor });
  return {
    ...figure,
    unit,
    value: figure.value * factor,
    digits: scale(figure.digits),
    firm: scale(figure.firm),
    near: scale(figure.near),
  };
}

/**
 * Two quantities in a unit that both have, by themselves or by an equivalent that their source gives; `undefined`
 * where there is none. The unit is that of `a` where it can be.
 */
export function commonFigures(
  a: Quantity,
  b: Quantity,
  context: FigureContext,
): readonly [Figure, Figure] | undefined {
  for (const ofA of [a, ...(a.equivalents ?? [])]) {
    for (const ofB of [b, ...(b.equivalents ?? [])]) {
      const second = figureIn(ofB, ofA.unit, context);
      if (second) return [figureOf(ofA, context), second];
    }
  }
  return undefined;
}

/** Whether some number lies in both ranges. */
export function rangesMeet(a: Range, b: Range): boolean {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  if (!near(low, high)) return low < high;
  const excluded = (range: Range): boolean =>
    !near(range.low, range.high) &&
    ((range.excludesLow && near(range.low, low)) || (range.excludesHigh && near(range.high, high)));
  return !excluded(a) && !excluded(b);
}

/** Whether two figures say the same, hedge and precision included. */
export function sameFigure(a: Figure, b: Figure): boolean {
  return sameRange(a.firm, b.firm) && sameRange(a.near, b.near);
}

/**
 * Whether `coarse` may be `fine` said less precisely: fewer digits, or a hedge about a rounder number close by.
 * A hedged figure is never the more precise one.
 */
export function isRounding(coarse: Figure, fine: Figure): boolean {
  if (fine.hedged || coarse.ambiguous || spread(coarse) <= spread(fine)) return false;
  return rangesMeet(coarse.near, fine.digits) && rangesMeet(coarse.firm, fine.digits);
}

/** How wide a figure is ordinarily meant, as a share of its size: the less, the more precise. 0 for an exact count. */
export function spread({ near: { low, high }, value }: Figure): number {
  return high === low ? 0 : value === 0 ? high - low : (high - low) / Math.abs(value);
}

function sameRange(a: Range, b: Range): boolean {
  return (
    near(a.low, b.low) &&
    near(a.high, b.high) &&
    a.excludesLow === b.excludesLow &&
    a.excludesHigh === b.excludesHigh
  );
}

function near(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) < TOLERANCE * Math.min(Math.abs(a), Math.abs(b));
}

/** One unit of the last digit that is not a trailing nought: 100e9 for `400e9`, 0 for a fraction. */
function significantStep(text: string): number {
  const [mantissa = "", exponent = "0"] = text.split("e");
  if (mantissa.includes("/")) return 0;
  const decimals = mantissa.split(".")[1]?.length ?? 0;
  const noughts = decimals > 0 ? 0 : (/[1-9](0+)$/.exec(mantissa)?.[1]?.length ?? 0);
  return readDecimal(`1e${Number(exponent) - decimals + noughts}`)?.value ?? 0;
}
