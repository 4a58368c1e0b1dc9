/**
 * Quantities: a figure with its unit, its hedge and the precision of its written digits, and the bounds they imply.
 * Units are ISO 4217 for money and UCUM for the rest, plus `mu` and `jin`.
 */
import { InvalidQueryError, show } from "../errors.ts";
import type { Comparator } from "../ontology/vocabulary.ts";

/** The same figure in another unit, as the same sentence gives it. */
export interface Equivalent {
  readonly value: string;
  readonly unit: string;
  readonly comparator?: Comparator;
}

/** A figure as reported. `value` keeps the digits as written: "357.33 billion" is `357.33e9`, "one-third" is `1/3`. */
export interface Quantity {
  readonly value: string;
  readonly unit: string;
  /** How it was hedged; `=` when absent. */
  readonly comparator?: Comparator;
  /** Where a wording allows two readings or means another scale, the bounds that enclose all of them. */
  readonly low?: string;
  readonly high?: string;
  /** The few words of the figure as written. */
  readonly asReported?: string;
  readonly equivalents?: readonly Equivalent[];
}

/**
 * What a quantity may be. `low` and `high` are what its words and digits cannot leave (±Infinity where unbounded);
 * `softLow` and `softHigh` are where the figure is ordinarily meant to lie. `excludesLow` and `excludesHigh` tell that
 * the hard bound itself is not meant ("over 400" is not 400).
 */
export interface QuantityBounds {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly excludesLow: boolean;
  readonly excludesHigh: boolean;
  readonly softLow: number;
  readonly softHigh: number;
}

/** How far a hedge is ordinarily taken to reach: an editorial convention, kept in one place. */
export interface HedgeConvention {
  /** "about x" is x ± this share of x. */
  readonly about: number;
  /** "nearly x" is x less this share of x, to x. */
  readonly nearly: number;
  /** "over x" is x to x and this share of x; "under" likewise downwards. */
  readonly over: number;
}

/** The library's own convention: about x is x ±5 %, nearly x is 0.9 x to x, over x is x to 1.1 x. */
export const HEDGES: HedgeConvention = Object.freeze({ about: 0.05, nearly: 0.1, over: 0.1 });

const DECIMAL = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?(?:e(-?\d{1,3}))?$/;
const FRACTION = /^(\d{1,9})\/([1-9]\d{0,8})$/;

/** The number that a written value stands for, and half a unit of its last written digit. `undefined` if unreadable. */
export function readDecimal(text: string): { readonly value: number; readonly halfUnit: number } | undefined {
  const fraction = FRACTION.exec(text);
  if (fraction) return { value: Number(fraction[1]) / Number(fraction[2]), halfUnit: 0 };
  const decimal = DECIMAL.exec(text);
  if (!decimal) return undefined;
  const exponent = Number(decimal[4] ?? 0) - (decimal[3]?.length ?? 0);
  return { value: Number(text), halfUnit: 0.5 * 10 ** exponent };
}

/** The number of a quantity's written value. @throws InvalidQueryError `query/unreadable-quantity` */
export function numberOf(quantity: Pick<Quantity, "value">): number {
  return decimalOf(quantity.value).value;
}

/**
 * The bounds of a quantity, in its own unit. A plain count (`unit: "1"`, no exponent, no fraction) and a written
 * fraction are exact; every other figure is good to half a unit of its last written digit. Explicit `low` and `high`
 * replace the bounds of the value.
 *
 * @throws InvalidQueryError `query/unreadable-quantity`
 * @example
 * boundsOfQuantity({ value: "357.33e9", unit: "CNY" });
 * // { value: 357330000000, low: 357325000000, high: 357335000000, softLow: 357325000000, … }
 * boundsOfQuantity({ value: "400e9", unit: "CNY", comparator: ">" });
 * // { low: 400000000000, high: Infinity, excludesLow: true, softHigh: 440000000000, … }
 */
export function boundsOfQuantity(quantity: Quantity, hedges: HedgeConvention = HEDGES): QuantityBounds {
  const { value, halfUnit } = decimalOf(quantity.value);
  const exact = quantity.unit === "1" && /^-?\d+$/.test(quantity.value);
  const half = exact ? 0 : halfUnit;
  if (quantity.low !== undefined || quantity.high !== undefined) return statedBounds(quantity, value);
  const share = (part: number): number => Math.abs(value) * part;
  const base = { value, low: -Infinity, high: Infinity, excludesLow: false, excludesHigh: false };
  switch (quantity.comparator ?? "=") {
    case ">":
    case ">=":
      return {
        ...base,
        low: value,
        excludesLow: quantity.comparator === ">",
        softLow: value,
        softHigh: value + share(hedges.over),
      };
    case "<":
    case "<=":
      return {
        ...base,
        high: value,
        excludesHigh: quantity.comparator === "<",
        softLow: value - share(hedges.over),
        softHigh: value,
      };
    case "~":
      return { ...base, softLow: value - share(hedges.about), softHigh: value + share(hedges.about) };
    case "nearly":
      return {
        ...base,
        high: value,
        excludesHigh: true,
        softLow: value - share(hedges.nearly),
        softHigh: value,
      };
    default:
      return {
        ...base,
        low: value - half,
        high: value + half,
        softLow: value - half,
        softHigh: value + half,
      };
  }
}

/** Bounds given by the record itself, for wordings with two readings or on another scale than the value. */
function statedBounds(quantity: Quantity, value: number): QuantityBounds {
  const low = quantity.low === undefined ? undefined : decimalOf(quantity.low);
  const high = quantity.high === undefined ? undefined : decimalOf(quantity.high);
  const open = quantity.comparator === ">";
  const from = low === undefined ? -Infinity : low.value - (open ? 0 : low.halfUnit);
  const to = high === undefined ? Infinity : high.value + high.halfUnit;
  return { value, low: from, high: to, excludesLow: open, excludesHigh: false, softLow: from, softHigh: to };
}

function decimalOf(text: string): { readonly value: number; readonly halfUnit: number } {
  const decimal = readDecimal(text);
  if (decimal) return decimal;
  throw new InvalidQueryError(
    "query/unreadable-quantity",
    `${show(text)} is not a decimal such as "357.33e9" or a fraction such as "1/3"; write the digits as reported.`,
  );
}
