/**
 * Times of claims on the timeline of GEXF: whole days, both ends included, widened outward where they are imprecise.
 */
import { DAY_MAX, DAY_MIN, type Day, dayFromYmd, formatDay } from "../time/partial-date.ts";
import { boundsOf, parseValidTime } from "../time/valid-time.ts";
import type { ClaimRow, ExportView } from "./export-view.ts";
import type { LossTally } from "./loss.ts";

/** A stretch of days, both included; an absent end is open. */
export interface Spell {
  readonly start?: string;
  readonly end?: string;
}

/** How attested claims stand on the timeline: as one stretch, or as one spell for each attested date. */
export type AttestedSpells = "span" | "days";

type Days = readonly [first: Day, last: Day];

/** The days that XML Schema 1.0 dates and the readers of GEXF agree on: from year 1 to 9999. */
const FIRST = dayFromYmd(1, 1, 1);
const LAST = dayFromYmd(9999, 12, 31);

/**
 * When a claim is drawn: from its earliest start to its latest end, so that no day on which it may hold is missing. A
 * claim that is only attested is drawn from its first to its last attested day, the stretch on which it certainly holds.
 * What the timeline cannot tell (vagueness, bounds, years outside 1 to 9999) is reported.
 */
export function claimSpells(
  view: ExportView,
  row: ClaimRow,
  attested: AttestedSpells,
  tally: LossTally,
): readonly Spell[] {
  const { valid } = row.claim;
  const columns = view.read.columns;
  const hull: Days = [columns.earliestStart[row.number] as number, columns.latestEnd[row.number] as number];
  const stretches = valid === undefined ? attestedDays(row.claim.attested ?? [], attested) : [hull];
  noteApproximation(view, row, tally);
  if (stretches.some(([first, last]) => isOutside(first) || isOutside(last))) {
    const reason =
      "dates outside the years 1 to 9999 mean different days to different readers; drawn as open or at the limit";
    tally.note("approximated", fieldOf(row), reason, row.id, valid ?? row.claim.attested);
  }
  return stretches.map(spell);
}

function fieldOf(row: ClaimRow): string {
  return row.claim.valid === undefined ? "claim.attested" : "claim.valid";
}

function noteApproximation(view: ExportView, row: ClaimRow, tally: LossTally): void {
  const { valid, attested } = row.claim;
  if (valid === undefined) {
    const reason = "the timeline cannot show that it is possible outside the attested days";
    tally.note("approximated", "claim.attested", reason, row.id, attested);
    return;
  }
  const { earliestStart, latestStart, earliestEnd, latestEnd } = view.read.columns;
  const number = row.number;
  const exact = earliestStart[number] === latestStart[number] && earliestEnd[number] === latestEnd[number];
  if (exact && !/[~?%]/.test(valid)) return;
  const reason =
    "the timeline shows the outermost days only; the text as written stands beside it as an attribute";
  tally.note("approximated", "claim.valid", reason, row.id, valid);
}

/** Every day of the attested dates, as one stretch or as the stretches of each date, merged where they meet. */
function attestedDays(dates: readonly string[], attested: AttestedSpells): Days[] {
  const days = dates
    .map((date): Days => {
      const bounds = boundsOf(parseValidTime(date), "event");
      return [bounds.earliestStart, bounds.latestEnd];
    })
    .sort(([a], [b]) => a - b);
  const merged: Days[] = [];
  for (const [first, last] of days) {
    const before = merged.at(-1);
    if (before && (attested === "span" || first <= before[1] + 1)) {
      merged[merged.length - 1] = [before[0], Math.max(before[1], last)];
    } else merged.push([first, last]);
  }
  return merged.length > 0 ? merged : [[DAY_MIN, DAY_MAX]];
}

function isOutside(day: Day): boolean {
  return day !== DAY_MIN && day !== DAY_MAX && (day < FIRST || day > LAST);
}

/** Outward: a start before the first day is open, an end before it becomes that day; mirrored at the last day. */
function spell([first, last]: Days): Spell {
  return {
    ...(first < FIRST ? {} : { start: formatDay(Math.min(first, LAST)) }),
    ...(last > LAST ? {} : { end: formatDay(Math.max(last, FIRST)) }),
  };
}
