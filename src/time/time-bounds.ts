/**
 * Time bounds: what is known of the first and the last day of a claim's time, as four days and four marks. Every
 * comparison of times goes by these numbers, never by text.
 */
import { KnowledgeGraphError } from "../errors.ts";
import { DAY_MAX, DAY_MIN, type Day, dayFromYmd, daysInMonth, formatDay } from "./calendar.ts";
import { addMonthsAndDays } from "./duration.ts";
import { firstDay, lastDay, latestYear, type PartialDate, parsePartialDate } from "./partial-date.ts";

/**
 * The true time of a claim runs from some day in `earliestStart` to `latestStart` to some day in `earliestEnd` to
 * `latestEnd`, both included, and does not end before it starts. Days since 1970-01-01; `DAY_MIN` and `DAY_MAX` where
 * there is no bound. Frozen.
 */
export interface TimeBounds {
  readonly earliestStart: Day;
  /** May lie after `latestEnd` where the start is unknown; read the lesser of the two. */
  readonly latestStart: Day;
  /** May lie before `earliestStart` where a coarse end holds the start; read the greater of the two. */
  readonly earliestEnd: Day;
  readonly latestEnd: Day;
  /** Written with `~`, `?` or `%`: no answer from these bounds is certain. */
  readonly vague: boolean;
  /** It starts and ends on the same day, though it may not be known which. */
  readonly instant: boolean;
  /** Written with the end `..`: it goes on, for all that is said. */
  readonly openEnd: boolean;
  /** Known only from the days on which it was seen to hold. */
  readonly attested: boolean;
}

/** The first and last of several days in question, both included. */
export type DayRange = readonly [first: Day, last: Day];

/** Any day of the date: 2023-11-01 to 2023-11-30 for `2023-11`; with `~` or `%` one unit more on both sides. */
export function someDayOf(date: PartialDate): DayRange {
  return [shiftFirstDay(firstDay(date), date, -1), shiftLastDay(lastDay(date), date, 1)];
}

/** The days that may be the first of the time meant: 2020-01-01 to 2029-01-01 for `202X`, "some year of it". */
export function firstDaysOf(date: PartialDate): DayRange {
  const latest = !date.unspecified
    ? firstDay(date)
    : date.precision === "day"
      ? lastDay(date)
      : dayFromYmd(latestYear(date), date.precision === "month" ? 12 : 1, 1);
  return [shiftFirstDay(firstDay(date), date, -1), shiftFirstDay(latest, date, 1)];
}

/** The days that may be the last of the time meant: 2020-12-31 to 2029-12-31 for `202X`, "some year of it". */
export function lastDaysOf(date: PartialDate): DayRange {
  const month = date.precision === "month" ? 1 : 12;
  const earliest = !date.unspecified
    ? lastDay(date)
    : date.precision === "day"
      ? firstDay(date)
      : dayFromYmd(date.year, month, daysInMonth(date.year, month));
  return [shiftLastDay(earliest, date, -1), shiftLastDay(lastDay(date), date, 1)];
}

/** Whether a date is written with `~`, `?` or `%`. */
export function isVague(date: PartialDate): boolean {
  return date.approximate || date.uncertain;
}

/**
 * The bounds of a state that is known only from days on which it was seen to hold, each as EDTF text, in any order: it
 * holds from the first to the last of them, and nothing is said of before or after. A coarse date (`2024-05`) means
 * that it held on some day of it.
 *
 * @throws KnowledgeGraphError `time/no-attested-date` for an empty list, and all codes of `parsePartialDate`
 * @example
 * describeBounds(boundsOfAttested(["2024-05-21", "2025-09-29"])); // "seen from 2024-05-21 to 2025-09-29"
 */
export function boundsOfAttested(dates: readonly string[]): TimeBounds {
  if (dates.length === 0) {
    throw new KnowledgeGraphError(
      "time/no-attested-date",
      "Found an empty list; expected at least one date on which a text shows the claim. Add the date or use a valid time.",
    );
  }
  const parsed = dates.map(parsePartialDate);
  const ranges = parsed.map(someDayOf);
  return Object.freeze({
    earliestStart: DAY_MIN,
    latestStart: ranges.reduce((least, [, last]) => Math.min(least, last), DAY_MAX),
    earliestEnd: ranges.reduce((greatest, [first]) => Math.max(greatest, first), DAY_MIN),
    latestEnd: DAY_MAX,
    vague: parsed.some(isVague),
    instant: false,
    openEnd: false,
    attested: true,
  });
}

/**
 * The bounds in a few words of English, for people; not meant to be read back.
 *
 * @example
 * describeBounds(boundsOf(parseValidTime("2023"), "state")); // "2023-01-01 to 2023-12-31"
 * describeBounds(boundsOf(parseValidTime("2023-11/.."), "state"));
 * // "starts between 2023-11-01 and 2023-11-30, no end given"
 */
export function describeBounds(bounds: TimeBounds): string {
  return bounds.vague ? `${describeDays(bounds)} (approximate or doubtful)` : describeDays(bounds);
}

function describeDays(bounds: TimeBounds): string {
  const { earliestStart, latestStart, earliestEnd, latestEnd } = bounds;
  if (bounds.instant) return someDay([earliestStart, latestEnd]);
  if (bounds.attested) {
    return latestStart < earliestEnd
      ? `seen from ${formatDay(latestStart)} to ${formatDay(earliestEnd)}`
      : `seen ${someDay([earliestEnd, latestStart])}`;
  }
  if (earliestStart === latestStart && earliestEnd === latestEnd && earliestStart !== DAY_MIN) {
    return earliestStart === latestEnd
      ? `on ${formatDay(latestEnd)}`
      : `${formatDay(earliestStart)} to ${formatDay(latestEnd)}`;
  }
  return `${describeStart([earliestStart, latestStart])}, ${describeEnd(bounds)}`;
}

function describeStart([earliest, latest]: DayRange): string {
  if (earliest !== DAY_MIN) return `starts ${someDay([earliest, latest])}`;
  return latest === DAY_MIN ? "no start given" : "start unknown";
}

function describeEnd({ earliestStart, earliestEnd, latestEnd, openEnd }: TimeBounds): string {
  if (latestEnd !== DAY_MAX) return `ends ${someDay([earliestEnd, latestEnd])}`;
  const words = openEnd ? "no end given" : "end unknown";
  return earliestEnd > earliestStart ? `${words}, held until ${formatDay(earliestEnd)}` : words;
}

function someDay([first, last]: DayRange): string {
  return first === last ? `on ${formatDay(first)}` : `between ${formatDay(first)} and ${formatDay(last)}`;
}

const MONTHS_OF = { century: 1200, decade: 120, year: 12, month: 1, day: 0 } as const;

/** Moves the first day of a unit by one unit of an approximate date; a date without `~` stays. */
function shiftFirstDay(day: Day, date: PartialDate, sign: 1 | -1): Day {
  if (!date.approximate) return day;
  return addMonthsAndDays(day, sign * MONTHS_OF[date.precision], date.precision === "day" ? sign : 0);
}

/** Moves the last day of a unit: the day before the moved first day of the next, so that months keep their ends. */
function shiftLastDay(day: Day, date: PartialDate, sign: 1 | -1): Day {
  return shiftFirstDay(day + 1, date, sign) - 1;
}
