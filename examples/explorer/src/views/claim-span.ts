/**
 * A claim's time as a drawing needs it: a core in which it certainly holds, a range in which it may, how each side
 * ends, and the days on which texts attest it.
 */
import { boundsOf, type Day, parseValidTime } from "xinjiang-graph";
import type { ShownBounds, ShownClaim } from "../view.ts";

/**
 * How one side of a span ends. `bounded`: by a day. `open`: it goes on, for all that is said. `unknown`: it began or
 * ended, nobody says when. `unsaid`: texts attest it, and say nothing of before or after.
 */
export type SpanSide = "bounded" | "open" | "unknown" | "unsaid";

/** Days, both ends included; infinite where nothing bounds a side. */
export interface ClaimSpan {
  /** First and last day on which it may hold. */
  readonly from: Day;
  readonly to: Day;
  /** First and last day on which it certainly holds; `undefined` where no day is certain. */
  readonly core?: readonly [first: Day, last: Day];
  readonly start: SpanSide;
  readonly end: SpanSide;
  /** Attested days, ascending. */
  readonly attested: readonly Day[];
  readonly vague: boolean;
}

type Timed = Pick<ShownClaim, "bounds" | "time">;

export function claimSpan({ bounds, time }: Timed): ClaimSpan {
  const from = bounds.earliestStart ?? -Infinity;
  const to = bounds.latestEnd ?? Infinity;
  const start = sideOf(from, bounds, time.startsWith("../"));
  const end = sideOf(to, bounds, time.endsWith("/.."));
  const first = start === "open" ? -Infinity : Math.min(bounds.latestStart ?? Infinity, to);
  const last = Math.max(bounds.earliestEnd ?? -Infinity, from);
  const span = { from, to, start, end, attested: attestedDays(bounds, time), vague: bounds.vague };
  return first <= last ? { ...span, core: [first, last] } : span;
}

function sideOf(day: Day, bounds: ShownBounds, open: boolean): SpanSide {
  if (Number.isFinite(day)) return "bounded";
  if (bounds.attested) return "unsaid";
  return open ? "open" : "unknown";
}

/** The attested days: the first and the last as known, and those written between them. */
function attestedDays({ attested, latestStart, earliestEnd }: ShownBounds, time: string): Day[] {
  if (!attested || latestStart === undefined || earliestEnd === undefined) return [];
  if (latestStart === earliestEnd) return [latestStart];
  // On some day of a coarse date such as 2024-05: its middle stands for it.
  if (latestStart > earliestEnd) return [Math.floor((latestStart + earliestEnd) / 2)];
  const between = time
    .split(" ")
    .map((text) => daysOf(text)[0])
    .filter((day) => day > latestStart && day < earliestEnd);
  return [...new Set([latestStart, ...between, earliestEnd])].sort((a, b) => a - b);
}

/** When a claim was published: each day on which a source came out that one may know of, a doubtful one marked. */
export function reportedSpan(
  { reportedFrom }: Pick<ShownClaim, "reportedFrom">,
  published: readonly (readonly [first: Day, last: Day])[],
  knownBy: Day = Infinity,
): ClaimSpan {
  const known = published.map(([first]) => first).filter((day) => day > reportedFrom && day <= knownBy);
  const attested = [...new Set([reportedFrom, ...known])].sort((a, b) => a - b);
  const to = attested.at(-1) as Day;
  return {
    from: reportedFrom,
    to,
    core: [reportedFrom, to],
    start: "bounded",
    end: "bounded",
    attested,
    vague: published.some(([first, last]) => first !== last),
  };
}

/** The first and the last day of a date or interval as written. */
export function daysOf(text: string): readonly [first: Day, last: Day] {
  const { earliestStart, latestEnd } = boundsOf(parseValidTime(text), "event");
  return [earliestStart, latestEnd];
}

/** The first day to be seen of a span: what rows are sorted by. */
export function firstSeen({ from, core, attested, to }: ClaimSpan): Day {
  if (attested.length > 0) return attested[0] as Day;
  if (from > -Infinity) return from;
  return core !== undefined && core[0] > -Infinity ? core[0] : to < Infinity ? to : 0;
}
