/**
 * Which claims of a matter to set side by side, without setting every claim beside every other: those that surely or
 * possibly speak of the same window, those that surely hold on the same day, and beyond these each claim and what was
 * said next before and after it.
 */
import type { Day } from "../time/partial-date.ts";
import { daysOf, type Matter, type MatterClaim, meetingOf } from "./matters.ts";

/** Whether two claims of a matter say different things: the first that does so ends the search along a series. */
export type Differ = (a: MatterClaim, b: MatterClaim) => boolean;

/**
 * The pairs of a matter, each once, in no particular order. Cost: near-linear in the claims and the pairs; a run of
 * claims that all say the same is walked once from each of them.
 */
export function pairsOf(matter: Matter, differ: Differ): [MatterClaim, MatterClaim][] {
  const pairs = new Map<string, [MatterClaim, MatterClaim]>();
  const meet = (a: MatterClaim, b: MatterClaim): void => {
    if (mayBeCompared(matter, a, b) && meetingOf(a, b) !== "no")
      pairs.set(a.number < b.number ? `${a.number} ${b.number}` : `${b.number} ${a.number}`, [a, b]);
  };
  // The time is itself what they say: it need not meet.
  if (matter.functional.value === "valid") {
    return everyPair(matter.claims).filter(([a, b]) => mayBeCompared(matter, a, b));
  }
  sweep(
    matter.claims.filter(({ timing }) => timing === "window"),
    ({ bounds }) => [daysOf(bounds).firstStart, daysOf(bounds).lastStart],
    meet,
  );
  sweep(
    matter.claims.filter(({ timing }) => timing === "holds" || timing === "happens"),
    ({ bounds }) => [daysOf(bounds).lastStart, daysOf(bounds).firstEnd],
    meet,
  );
  forEachNeighbor(matter, differ, meet);
  return [...pairs.values()];
}

/** Figures of one indicator, of comparable ones, or a forecast and what came of it. */
export function mayBeCompared(matter: Matter, a: MatterClaim, b: MatterClaim): boolean {
  const samePart = a.actual === b.actual && (a.actual || a.claim.status === b.claim.status);
  if (matter.functional.value !== "quantity" || a.claim.object === b.claim.object)
    return samePart || a.actual !== b.actual;
  return samePart && matter.comparable(a.claim.object, b.claim.object);
}

/** Calls `meet` for every two claims whose ranges of days overlap; an inverted range overlaps nothing. */
function sweep(
  claims: readonly MatterClaim[],
  rangeOf: (claim: MatterClaim) => readonly [first: Day, last: Day],
  meet: (a: MatterClaim, b: MatterClaim) => void,
): void {
  const ranges = claims
    .map((claim) => ({ claim, range: rangeOf(claim) }))
    .filter(({ range: [first, last] }) => first <= last)
    .sort((a, b) => a.range[0] - b.range[0]);
  let open: typeof ranges = [];
  for (const next of ranges) {
    open = open.filter(({ range }) => range[1] >= next.range[0]);
    for (const { claim } of open) meet(claim, next.claim);
    open.push(next);
  }
}

/**
 * From every claim that is not bound to a window: along its own series to the next day on which something else was
 * said, and to the window before; along every other series that it may be compared with, to the nearest day each way.
 */
function forEachNeighbor(
  matter: Matter,
  differ: Differ,
  meet: (a: MatterClaim, b: MatterClaim) => void,
): void {
  const series = daysBySeries(matter.claims);
  for (const one of matter.claims) {
    if (one.timing === "window") continue;
    for (const days of series) {
      const [example] = days[0] as readonly MatterClaim[];
      if (!example || !mayBeCompared(matter, one, example)) continue;
      const same = example.series === one.series;
      const meetDay = (at: number, back = false): boolean => {
        const others = (days[at] ?? []).filter(
          (other) => other !== one && (!same || ((!back || other.timing === "window") && differ(one, other))),
        );
        for (const other of others) meet(one, other);
        return others.length > 0;
      };
      const from = firstFrom(days, one.asOf);
      const onSameDay = days[from]?.[0]?.asOf === one.asOf;
      if (onSameDay && meetDay(from) && !same) continue;
      for (let at = onSameDay ? from + 1 : from; at < days.length && !meetDay(at); at++);
      for (let at = from - 1; at >= 0 && !meetDay(at, true); at--);
    }
  }
}

/** The claims of each series, those of one day together, the days in order. */
function daysBySeries(claims: readonly MatterClaim[]): MatterClaim[][][] {
  const series = new Map<string, MatterClaim[]>();
  for (const claim of claims) {
    const group = series.get(claim.series);
    if (group) group.push(claim);
    else series.set(claim.series, [claim]);
  }
  return [...series.values()].map((group) => {
    const days: MatterClaim[][] = [];
    for (const claim of group.sort((a, b) => a.asOf - b.asOf)) {
      const day = days.at(-1);
      if (day?.[0]?.asOf === claim.asOf) day.push(claim);
      else days.push([claim]);
    }
    return days;
  });
}

/** Index of the first day that is not before `asOf`. */
function firstFrom(days: readonly (readonly MatterClaim[])[], asOf: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle]?.[0]?.asOf as Day) < asOf) low = middle + 1;
    else high = middle;
  }
  return low;
}

function everyPair(claims: readonly MatterClaim[]): [MatterClaim, MatterClaim][] {
  return claims.flatMap((a, i) => claims.slice(i + 1).map((b): [MatterClaim, MatterClaim] => [a, b]));
}
