/**
 * Durations in calendar units, as ISO 8601-1 writes them: `P2Y`, `P1Y6M`, `P2W`, `P90D`. No hours, no fractions:
 * what is measured here are days.
 */
import { KnowledgeGraphError, show } from "../errors.ts";
import { DAY_MAX, DAY_MIN, type Day, dayFromYmd, daysInMonth, ymdFromDay } from "./calendar.ts";

/** A duration reduced to whole months (years are twelve of them) and whole days (weeks are seven). */
export interface CalendarDuration {
  readonly months: number;
  readonly days: number;
}

const DURATION = /^P(?=[0-9])(?:([0-9]{1,6})Y)?(?:([0-9]{1,6})M)?(?:([0-9]{1,6})W)?(?:([0-9]{1,6})D)?$/;

/**
 * Reads a duration of the form `PnYnMnWnD`, at least one part, each a whole number of at most six digits. Frozen.
 *
 * @throws KnowledgeGraphError `time/unreadable-duration` for all else: hours, fractions, signs, bare numbers
 * @see ISO 8601-1:2019, durations; ISO 8601-2:2019 allows weeks beside other units
 * @example
 * parseDuration("P1Y6M"); // { months: 18, days: 0 }
 */
export function parseDuration(text: string): CalendarDuration {
  const parts = typeof text === "string" && text.length <= 32 ? DURATION.exec(text) : null;
  if (!parts) {
    throw new KnowledgeGraphError(
      "time/unreadable-duration",
      `Found ${show(text)}; expected a duration in years, months, weeks and days such as "P2Y", "P1Y6M" or "P90D". ` +
        "Write whole calendar units, largest first, without hours, fractions or a sign.",
    );
  }
  const [years, months, weeks, days] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  return Object.freeze({ months: years * 12 + months, days: weeks * 7 + days });
}

/**
 * The day that lies a duration after `day`, or before it with `sign` -1. Years and months are taken first and keep the
 * day of the month, or the month's last day where it has fewer; then weeks and days.
 * An unbounded day (`DAY_MIN`, `DAY_MAX`) stays as it is, and a result beyond 32 bits becomes unbounded.
 *
 * @throws KnowledgeGraphError `time/unreadable-duration`
 * @example
 * formatDay(addDuration(dayFromYmd(2024, 2, 29), "P1Y")); // "2025-02-28"
 * formatDay(addDuration(dayFromYmd(2024, 3, 31), "P1M", -1)); // "2024-02-29"
 */
export function addDuration(day: Day, duration: string, sign: 1 | -1 = 1): Day {
  const { months, days } = parseDuration(duration);
  return addMonthsAndDays(day, sign * months, sign * days);
}

/** {@link addDuration} with the duration already read; both numbers may be negative. */
export function addMonthsAndDays(day: Day, months: number, days: number): Day {
  if (day === DAY_MIN || day === DAY_MAX) return day;
  const shifted = months === 0 ? day : addMonths(day, months);
  return Math.min(Math.max(shifted + days, DAY_MIN), DAY_MAX);
}

function addMonths(day: Day, months: number): Day {
  const date = ymdFromDay(day);
  const monthCount = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(monthCount / 12);
  const month = monthCount - year * 12 + 1;
  return dayFromYmd(year, month, Math.min(date.day, daysInMonth(year, month)));
}
