/**
 * Calendar days as integers: days since 1970-01-01 in the proleptic Gregorian calendar of ISO 8601-1, with a year 0.
 * Integer arithmetic instead of `Date`, which knows moments and time zones where a claim knows calendar days.
 */

/** A calendar day: whole days since 1970-01-01, negative before it. */
export type Day = number;

/** Stands for "without a beginning". The least 32-bit integer, so that days fit an `Int32Array`. */
export const DAY_MIN: Day = -2147483648;

/** Stands for "without an end". The greatest 32-bit integer. */
export const DAY_MAX: Day = 2147483647;

/** A day taken apart. `month` and `day` count from 1; year 0 is 1 BC. */
export interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_IN_400_YEARS = 146097;
/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH = 719468;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * Number of days of a month, 28 to 31. `month` counts from 1; any other month has 0 days.
 *
 * @example
 * daysInMonth(2024, 2); // 29
 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return MONTH_LENGTHS[month - 1] ?? 0;
}

/**
 * The day of a year, month and day of the month. Nothing is checked: month 1 to 12 is expected, and a day beyond the
 * month's end runs on into the next month.
 *
 * Years are counted from March, so that the leap day comes last (after Howard Hinnant, "chrono-Compatible Low-Level
 * Date Algorithms").
 *
 * @example
 * dayFromYmd(2024, 5, 21); // 19864
 */
export function dayFromYmd(year: number, month: number, day: number): Day {
  const marchYear = month > 2 ? year : year - 1;
  const cycle = Math.floor(marchYear / 400);
  const yearOfCycle = marchYear - cycle * 400;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const dayOfCycle =
    yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * DAYS_IN_400_YEARS + dayOfCycle - EPOCH;
}

/**
 * The year, month and day of the month of a day. The sentinels are not treated apart: ask for them before.
 *
 * @example
 * ymdFromDay(19864); // { year: 2024, month: 5, day: 21 }
 */
export function ymdFromDay(day: Day): YearMonthDay {
  const shifted = day + EPOCH;
  const cycle = Math.floor(shifted / DAYS_IN_400_YEARS);
  const dayOfCycle = shifted - cycle * DAYS_IN_400_YEARS;
  const leapDays =
    Math.floor(dayOfCycle / 1460) - Math.floor(dayOfCycle / 36524) + Math.floor(dayOfCycle / 146096);
  const yearOfCycle = Math.floor((dayOfCycle - leapDays) / 365);
  const dayOfYear =
    dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((monthFromMarch + 2) % 12) + 1;
  return {
    year: cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/**
 * A day as text, `YYYY-MM-DD` with a minus sign before year 0; `..` for {@link DAY_MIN} and {@link DAY_MAX}.
 * A year beyond ±9999, which only shifting can produce, takes as many digits as it needs.
 *
 * @example
 * formatDay(19864); // "2024-05-21"
 * formatDay(DAY_MAX); // ".."
 */
export function formatDay(day: Day): string {
  if (day === DAY_MIN || day === DAY_MAX) return "..";
  const { year, month, day: dayOfMonth } = ymdFromDay(day);
  return `${formatYear(year)}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
}

/** A year with at least four digits and, before year 0, a minus sign: `0044`, `-0044`. */
export function formatYear(year: number): string {
  return `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}`;
}

/** A month or a day of the month with two digits: `05`. */
export function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
