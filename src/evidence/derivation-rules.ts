/**
 * How a stated figure follows from others. What it is (growth, share, change, sum) and of which levels, its indicator
 * declares; here stands only the arithmetic and which levels it needs.
 */
import type { AnyClaim, AnyEntity } from "../graph/read-graph.ts";
import { addMonthsAndDays } from "../time/duration.ts";
import { type Day, firstDay, formatDay, lastDay, type PartialDate } from "../time/partial-date.ts";
import { parseValidTime, type TimeBounds } from "../time/valid-time.ts";
import type { LevelRequest, LevelTime } from "./levels.ts";
import { daysOf } from "./matters.ts";
import { timeOfClaim } from "./saying.ts";
import { dateInWords } from "./time-in-words.ts";

/** Names of the computations. */
export type DerivationRule =
  | "growth"
  | "average annual growth"
  | "change"
  | "share"
  | "sum"
  | "conversion"
  | "implied rate";

/** A computation from levels: rising or falling with each of them, so that bounds carry over. */
export interface Derivation {
  readonly rule: Exclude<DerivationRule, "conversion" | "implied rate">;
  readonly levels: readonly LevelRequest[];
  /** For each level, whether the result rises with it. */
  readonly rising: readonly boolean[];
  readonly compute: (levels: readonly number[]) => number;
  /** Whether the result is a pure number; else it has the unit of the levels. */
  readonly ratio: boolean;
  /** Only levels above nought give a result. */
  readonly positive: boolean;
  /** The level that the stated result would need, by number, and how it follows from the others. */
  readonly needs?: {
    readonly level: number;
    readonly from: (levels: readonly number[], result: number) => number;
  };
  /** The computation in words, levels by number: "from {0} to {1}". */
  readonly words: string;
}

/** Why a figure cannot be worked out. */
export interface NoDerivation {
  readonly rule: Derivation["rule"];
  readonly problem: string;
}

const MONTHS_A_YEAR = 12;
/** A window longer than this is more than a year, and "a year before" would overlap it. */
const LONGEST_YEAR = 366;

/**
 * How a claim's figure follows from levels, by what its indicator declares: `measure` with `of`, `base`, `whole` and
 * `wholeIndicator`, or `sumOf`. `undefined` where the indicator declares no derivation.
 */
export function derivationOf(
  claim: AnyClaim,
  indicator: AnyEntity,
  bounds: TimeBounds,
): Derivation | NoDerivation | undefined {
  if (Array.isArray(indicator.sumOf) && indicator.sumOf.length > 0)
    return sumOf(claim, indicator.sumOf, bounds);
  switch (indicator.measure) {
    case "growth":
      return growthOf(claim, indicator, bounds);
    case "change":
      return changeOf(claim, indicator, bounds);
    case "share":
      return shareOf(claim, indicator, bounds);
    default:
      return undefined;
  }
}

function growthOf(claim: AnyClaim, indicator: AnyEntity, bounds: TimeBounds): Derivation | NoDerivation {
  const average = indicator.base === "average-annual";
  const rule = average ? "average annual growth" : "growth";
  const found = earlierAndLater(claim, indicator, bounds, rule);
  if ("problem" in found) return found;
  const { levels, years } = found;
  if (average && !(years > 0))
    return { rule, problem: "over how many years the average is taken is not said" };
  const power = average ? 1 / years : 1;
  return {
    rule,
    levels,
    rising: [false, true],
    compute: ([earlier = Number.NaN, later = Number.NaN]) => (later / earlier) ** power - 1,
    needs: { level: 0, from: ([, later = Number.NaN], growth) => later / (1 + growth) ** (1 / power) },
    ratio: true,
    positive: true,
    words: average ? `from {0} to {1} in ${Number(years.toFixed(2))} years` : "from {0} to {1}",
  };
}

function changeOf(claim: AnyClaim, indicator: AnyEntity, bounds: TimeBounds): Derivation | NoDerivation {
  const found = earlierAndLater(claim, indicator, bounds, "change");
  if ("problem" in found) return found;
  return {
    rule: "change",
    levels: found.levels,
    rising: [false, true],
    compute: ([earlier = Number.NaN, later = Number.NaN]) => later - earlier,
    ratio: false,
    positive: false,
    words: "from {0} to {1}",
  };
}

function shareOf(claim: AnyClaim, indicator: AnyEntity, bounds: TimeBounds): Derivation | NoDerivation {
  const { of, whole = claim.subject, wholeIndicator = of } = indicator;
  if (typeof of !== "string" || typeof whole !== "string" || typeof wholeIndicator !== "string")
    return { rule: "share", problem: "the indicator does not declare what it is a share of" };
  const time = ownTime(claim, bounds);
  const { relation, subject, scope } = claim;
  // "Xinjiang's trade with Central Asia" is a part of all its trade; of another's, it is a part of the like.
  const wholeScope = whole === subject && wholeIndicator === of ? undefined : scope;
  return {
    rule: "share",
    levels: [
      { role: "part", relation, subject, indicator: of, scope, time },
      { role: "whole", relation, subject: whole, indicator: wholeIndicator, scope: wholeScope, time },
    ],
    rising: [true, false],
    compute: ([part = Number.NaN, all = Number.NaN]) => part / all,
    needs: { level: 1, from: ([part = Number.NaN], share) => part / share },
    ratio: true,
    positive: true,
    words: "{0} of {1}",
  };
}

function sumOf(claim: AnyClaim, indicators: readonly unknown[], bounds: TimeBounds): Derivation {
  const { relation, subject, scope } = claim;
  const time = ownTime(claim, bounds);
  const parts = indicators.map(String);
  const words = parts.map((_, i) => `{${i}}`);
  return {
    rule: "sum",
    levels: parts.map((indicator) => ({ role: "part", relation, subject, indicator, scope, time })),
    rising: parts.map(() => true),
    compute: (levels) => levels.reduce((sum, level) => sum + level, 0),
    ratio: false,
    positive: false,
    words: words.join(" and "),
  };
}

/** The levels between which a growth or change lies. */
function earlierAndLater(
  claim: AnyClaim,
  { of, base }: AnyEntity,
  bounds: TimeBounds,
  rule: Derivation["rule"],
): { readonly levels: readonly LevelRequest[]; readonly years: number } | NoDerivation {
  if (typeof of !== "string") return { rule, problem: "the indicator does not declare of what it is" };
  const times = timesOf(claim, base, bounds);
  if (!times) return { rule, problem: "between which times it is measured is not said" };
  const { relation, subject, scope } = claim;
  const level = (role: string, time: LevelTime): LevelRequest => ({
    ...{ role, relation, subject, scope, time },
    indicator: of,
  });
  return {
    levels: [level("earlier level", times.earlier), level("later level", times.later)],
    years: times.years,
  };
}

/** A year apart, or at the ends of the claim's interval, as the indicator's base has it. */
function timesOf(claim: AnyClaim, base: unknown, bounds: TimeBounds): Times | undefined {
  if (base === "year-on-year") return yearApart(bounds);
  if (base === "average-annual" || base === "since") return endsOf(claim);
  return yearApart(bounds) ?? endsOf(claim);
}

interface Times {
  readonly earlier: LevelTime;
  readonly later: LevelTime;
  readonly years: number;
}

/** The claim's own window, and the same window a year before. */
function yearApart(bounds: TimeBounds): Times | undefined {
  const { firstStart, lastStart, firstEnd, lastEnd } = daysOf(bounds);
  if (bounds.vague || bounds.attested || firstStart !== lastStart || firstEnd !== lastEnd) return undefined;
  if (lastEnd - firstStart >= LONGEST_YEAR) return undefined;
  const yearBefore = (day: Day): Day => addMonthsAndDays(day, -MONTHS_A_YEAR, 0);
  return {
    earlier: windowTime(yearBefore(firstStart), yearBefore(lastEnd + 1) - 1),
    later: windowTime(firstStart, lastEnd),
    years: 1,
  };
}

/** The first and the last date of the claim's interval, each as a window of its own. */
function endsOf({ valid }: AnyClaim): Times | undefined {
  const time = valid === undefined ? undefined : parseValidTime(valid);
  if (time?.kind !== "interval" || typeof time.start !== "object" || typeof time.end !== "object")
    return undefined;
  const { start, end } = time;
  const dates = [start, end];
  if (dates.some((date) => date.unspecified || date.approximate || date.uncertain)) return undefined;
  const months = (date: PartialDate): number => date.year * MONTHS_A_YEAR + (date.month ?? 1);
  return {
    earlier: windowTime(firstDay(start), lastDay(start)),
    later: windowTime(firstDay(end), lastDay(end)),
    years: (months(end) - months(start)) / MONTHS_A_YEAR,
  };
}

function ownTime(claim: AnyClaim, bounds: TimeBounds): LevelTime {
  const { firstStart, lastStart, firstEnd, lastEnd } = daysOf(bounds);
  const definite = !bounds.vague && firstStart === lastStart && firstEnd === lastEnd;
  return {
    text: timeOfClaim(claim),
    ...(definite && { window: [firstStart, lastEnd] as const }),
    ...(claim.valid !== undefined && { valid: claim.valid }),
    ...(claim.attested && { attested: claim.attested }),
    on: bounds.attested ? firstEnd : lastEnd,
  };
}

function windowTime(first: Day, last: Day): LevelTime {
  return { text: windowInWords(first, last), window: [first, last], on: last };
}

/** "in 2022" for a whole year, "from … to …" for all else. */
function windowInWords(first: Day, last: Day): string {
  const [from, to] = [formatDay(first), formatDay(last)];
  const year = from.slice(0, -6);
  if (from.endsWith("-01-01") && to === `${year}-12-31`) return `in ${dateInWords(year)}`;
  return first === last ? `on ${from}` : `from ${from} to ${to}`;
}
