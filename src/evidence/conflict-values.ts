/**
 * What two claims of a matter say, set side by side: the same, things that can both hold, or things that cannot.
 */
import { objectOf } from "../graph/claim-layout.ts";
import type { ReadGraph } from "../graph/read-graph.ts";
import { parseDuration } from "../time/duration.ts";
import { DAY_MAX, DAY_MIN } from "../time/partial-date.ts";
import {
  commonFigures,
  type Figure,
  type FigureContext,
  isRounding,
  rangesMeet,
  sameFigure,
  scaleFigure,
} from "./figure.ts";
import { daysOf, type Matter, type MatterClaim, valueField } from "./matters.ts";

/** How the values of two claims stand to one another. */
export interface Comparison {
  readonly same: boolean;
  /** Whether both can hold at one time. */
  readonly meets: boolean;
  /** The one that may be the other said less precisely. */
  readonly coarser?: "a" | "b";
  /** Of figures: both in one unit; a year's worth each where they are for different stretches of time. */
  readonly figures?: readonly [a: Figure, b: Figure];
  /** The stretches of time, in years, where amounts are for different ones; `undefined` where it is not said. */
  readonly years?: readonly [a: number | undefined, b: number | undefined];
}

/**
 * Compares what two claims of a matter say; `undefined` where nothing can be compared, as with two currencies.
 * Symmetric but for the order of `a` and `b`.
 */
export function compareValues(
  read: ReadGraph,
  matter: Matter,
  a: MatterClaim,
  b: MatterClaim,
  context: FigureContext,
): Comparison | undefined {
  switch (matter.functional.value) {
    case "quantity":
      return compareFigures(read, a, b, context);
    case "object":
      return plain(otherEnd(matter, a) === otherEnd(matter, b));
    case "valid":
      return compareDates(a, b);
    default:
      return compareAttributes(matter, a, b);
  }
}

/** The end of a claim that is not the one its matter is about. */
export function otherEnd(matter: Matter, { claim }: MatterClaim): string {
  return claim.subject === matter.about ? claim.object : claim.subject;
}

function plain(same: boolean): Comparison {
  return { same, meets: same };
}

function compareFigures(
  read: ReadGraph,
  a: MatterClaim,
  b: MatterClaim,
  context: FigureContext,
): Comparison | undefined {
  if (!a.claim.quantity || !b.claim.quantity) return undefined;
  const figures = commonFigures(a.claim.quantity, b.claim.quantity, context);
  if (!figures) return undefined;
  const [ofA, ofB] = [stretchOf(read, a), stretchOf(read, b)];
  const alike = a.timing === b.timing && (a.timing === "window" || a.claim.object === b.claim.object);
  if ((!ofA.amount && !ofB.amount) || (alike && ofA.per === ofB.per)) return settle(figures);
  const years = [ofA.years, ofB.years] as const;
  if (ofA.years === undefined || ofB.years === undefined)
    return { same: sameFigure(...figures), meets: true, figures, years };
  const yearly = [scaleFigure(figures[0], 1 / ofA.years), scaleFigure(figures[1], 1 / ofB.years)] as const;
  return { same: sameFigure(...yearly), meets: true, figures: yearly, years };
}

function settle(figures: readonly [Figure, Figure]): Comparison {
  const [a, b] = figures;
  if (sameFigure(a, b)) return { same: true, meets: true, figures };
  const meets = rangesMeet(a.firm, b.firm);
  const coarser = meets && isRounding(a, b) ? "a" : meets && isRounding(b, a) ? "b" : undefined;
  return { same: false, meets, figures, ...(coarser && { coarser }) };
}

/** Over how many years an amount is counted: by its indicator (`per`), else by the claim's own window. */
interface Stretch {
  /** Whether twice the time makes twice the figure. */
  readonly amount: boolean;
  readonly per: unknown;
  readonly years: number | undefined;
}

const DAYS_A_YEAR = 365.2425;

function stretchOf(read: ReadGraph, { number, bounds, timing }: MatterClaim): Stretch {
  const { measure, per } = read.entity(objectOf(read, number));
  if (typeof per === "string") {
    const { months, days } = parseDuration(per);
    return { amount: true, per, years: months / 12 + days / DAYS_A_YEAR };
  }
  const amount = measure === "flow" || measure === "change";
  const { firstStart, lastStart, firstEnd, lastEnd } = daysOf(bounds);
  const known = timing === "window" && firstStart !== DAY_MIN && lastEnd !== DAY_MAX;
  // About 2022 begins about 2022-01-01: the middle of its range.
  const days = (firstEnd + lastEnd - firstStart - lastStart) / 2 + 1;
  return { amount, per, years: known && days > 0 ? days / DAYS_A_YEAR : undefined };
}

function compareDates(a: MatterClaim, b: MatterClaim): Comparison {
  const [x, y] = [daysOf(a.bounds), daysOf(b.bounds)];
  const same =
    x.firstStart === y.firstStart &&
    x.lastEnd === y.lastEnd &&
    x.lastStart === y.lastStart &&
    x.firstEnd === y.firstEnd;
  const meets = x.firstStart <= y.lastEnd && y.firstStart <= x.lastEnd;
  const dates = !`${a.claim.valid}${b.claim.valid}`.includes("/");
  const holds = (outer: typeof x, inner: typeof x): boolean =>
    outer.firstStart <= inner.firstStart && outer.lastEnd >= inner.lastEnd;
  const coarser = !same && meets && dates ? (holds(x, y) ? "a" : holds(y, x) ? "b" : undefined) : undefined;
  return { same, meets, ...(coarser && { coarser }) };
}

function compareAttributes(
  { functional: { value, upTo } }: Matter,
  a: MatterClaim,
  b: MatterClaim,
): Comparison {
  const [x, y] = [valueField(a.claim, value), valueField(b.claim, value)];
  if (typeof x !== "number" || typeof y !== "number") return plain(JSON.stringify(x) === JSON.stringify(y));
  const open = (one: MatterClaim): boolean => upTo !== undefined && valueField(one.claim, upTo) === true;
  const [openX, openY] = [open(a), open(b)];
  if (x === y)
    return openX === openY ? plain(true) : { same: false, meets: true, coarser: openX ? "a" : "b" };
  const coarser = openX && y < x && !openY ? "a" : openY && x < y && !openX ? "b" : undefined;
  return { same: false, meets: coarser !== undefined || (openX && openY), ...(coarser && { coarser }) };
}
