/**
 * Dates as far as they are known: EDTF (ISO 8601-2:2019) dates of level 0, and of level 1 the qualifiers `~ ? %`,
 * unspecified digits and years before 0. What else EDTF has is refused, each with its own code, and never guessed at.
 */
import { KnowledgeGraphError, show } from "../errors.ts";
import { type Day, dayFromYmd, daysInMonth, formatYear, twoDigits } from "./calendar.ts";

// Whoever works with dates works with days: one place to import both from.
export {
  DAY_MAX,
  DAY_MIN,
  type Day,
  dayFromYmd,
  daysInMonth,
  formatDay,
  type YearMonthDay,
  ymdFromDay,
} from "./calendar.ts";
export { addDuration } from "./duration.ts";

/** The smallest unit that is written, be it with digits or with `X`. */
export type DatePrecision = "century" | "decade" | "year" | "month" | "day";

/**
 * A date with all that its text says, frozen. `2023-11-XX` has precision `day`, a month and no day; `202X` has
 * precision `decade` and the decade's earliest year.
 */
export interface PartialDate {
  /** Year 0 is 1 BC. Of a decade or century, the earliest year: 2020 for `202X`, -2029 for `-202X`. */
  readonly year: number;
  /** From 1; absent where it is not written or is `XX`. */
  readonly month?: number;
  /** From 1; absent where it is not written or is `XX`. */
  readonly day?: number;
  readonly precision: DatePrecision;
  /** Written with `~` or `%`: about then. */
  readonly approximate: boolean;
  /** Written with `?` or `%`: the source is in doubt. */
  readonly uncertain: boolean;
  /** Written with `X`: one unit of the precision, it is not known which. */
  readonly unspecified: boolean;
}

/** A value, or why there is none: a stable code and a message of what was found, expected and to be done. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly message: string };

const DATE = /^(-?)([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([~?%]?)$/;
/** The longest date is `-2023-11-05~`; beyond this a text is only looked at from its beginning. */
const LONGEST = 64;

/**
 * Reads a date: `2023`, `2023-11`, `2023-11-05`, `-0044`, with `~` (about), `?` (in doubt) or `%` (both) at the end,
 * and with unspecified digits at the end: `202X`, `20XX`, `2023-XX`, `2023-11-XX`, `2023-XX-XX`. A qualifier may follow
 * unspecified digits (`202X~`), which EDTF leaves to level 2. `-0000` is no year.
 *
 * @throws KnowledgeGraphError `time/empty`, `time/unreadable-date`, `time/invalid-year`, `time/invalid-month`,
 * `time/invalid-day`; for what EDTF has and this library does not: `time/interval-not-date`,
 * `time/unsupported-season`, `time/unsupported-time-of-day`, `time/unsupported-long-year`,
 * `time/unsupported-significant-digits`, `time/unsupported-level-2`
 * @see Extended Date/Time Format (Library of Congress; ISO 8601-2:2019), levels 0 and 1
 * @example
 * parsePartialDate("2023-11~");
 * // { year: 2023, month: 11, precision: "month", approximate: true, uncertain: false, unspecified: false }
 */
export function parsePartialDate(text: string): PartialDate {
  const parsed = safeParsePartialDate(text);
  if (parsed.ok) return parsed.value;
  throw new KnowledgeGraphError(parsed.code, parsed.message);
}

/**
 * {@link parsePartialDate} that returns its failure instead of throwing it.
 *
 * @example
 * safeParsePartialDate("2023-13"); // { ok: false, code: "time/invalid-month", message: … }
 */
export function safeParsePartialDate(text: string): Parsed<PartialDate> {
  const parts = typeof text === "string" && text.length <= LONGEST ? DATE.exec(text) : null;
  if (!parts) return refuse(text);
  const [, sign = "", yearDigits = "", monthDigits, dayDigits, qualifier = ""] = parts;
  const precision = precisionOf(yearDigits, monthDigits, dayDigits);
  if (precision === undefined) return refuse(text);

  if (sign === "-" && yearDigits === "0000") {
    return failure("time/invalid-year", text, "a year", 'The year before year 1 is "0000", without a sign.');
  }
  const year = earliestYear(sign === "-", yearDigits);
  const month = monthDigits === undefined || monthDigits === "XX" ? undefined : Number(monthDigits);
  const day = dayDigits === undefined || dayDigits === "XX" ? undefined : Number(dayDigits);
  if (month !== undefined && month >= 21 && month <= 41 && dayDigits === undefined) return refuse(text);
  if (month !== undefined && (month < 1 || month > 12)) {
    return failure(
      "time/invalid-month",
      text,
      "a month from 01 to 12",
      `Correct the month "${monthDigits}".`,
    );
  }
  if (day !== undefined && month !== undefined && (day < 1 || day > daysInMonth(year, month))) {
    const last = daysInMonth(year, month);
    return failure("time/invalid-day", text, `a day from 01 to ${last}`, `Correct the day "${dayDigits}".`);
  }
  const value: PartialDate = {
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    precision,
    approximate: qualifier === "~" || qualifier === "%",
    uncertain: qualifier === "?" || qualifier === "%",
    unspecified: `${yearDigits}${monthDigits}${dayDigits}`.includes("X"),
  };
  return { ok: true, value: Object.freeze(value) };
}

/**
 * The date as EDTF text, the very text it was read from.
 *
 * @example
 * formatPartialDate(parsePartialDate("2023-XX~")); // "2023-XX~"
 */
export function formatPartialDate(date: PartialDate): string {
  const qualifier = date.approximate ? (date.uncertain ? "%" : "~") : date.uncertain ? "?" : "";
  return `${formatUnits(date)}${qualifier}`;
}

/**
 * The earliest day that the written digits allow; `~` does not widen it.
 *
 * @example
 * formatDay(firstDay(parsePartialDate("202X"))); // "2020-01-01"
 */
export function firstDay(date: PartialDate): Day {
  return dayFromYmd(date.year, date.month ?? 1, date.day ?? 1);
}

/**
 * The latest day that the written digits allow; `~` does not widen it.
 *
 * @example
 * formatDay(lastDay(parsePartialDate("2024-02"))); // "2024-02-29"
 */
export function lastDay(date: PartialDate): Day {
  const year = latestYear(date);
  const month = date.month ?? 12;
  return dayFromYmd(year, month, date.day ?? daysInMonth(year, month));
}

/** The last year that the date allows: 2029 for `202X`; -1 for `-000X`, since -0 is no year. */
export function latestYear(date: PartialDate): number {
  if (date.precision === "decade") return date.year < 0 ? Math.min(date.year + 9, -1) : date.year + 9;
  if (date.precision === "century") return date.year < 0 ? Math.min(date.year + 99, -1) : date.year + 99;
  return date.year;
}

/** The precision, or `undefined` where the `X`s stand otherwise than level 1 allows, such as `2023-XX-05`. */
function precisionOf(year: string, month?: string, day?: string): DatePrecision | undefined {
  if (month === undefined) return year.endsWith("XX") ? "century" : year.endsWith("X") ? "decade" : "year";
  if (year.endsWith("X")) return undefined;
  if (day === undefined) return "month";
  return month === "XX" && day !== "XX" ? undefined : "day";
}

function earliestYear(negative: boolean, digits: string): number {
  return negative ? -Number(digits.replaceAll("X", "9")) : Number(digits.replaceAll("X", "0"));
}

function formatUnits(date: PartialDate): string {
  const year = formatYear(date.year);
  if (date.precision === "century") return `${year.slice(0, -2)}XX`;
  if (date.precision === "decade") return `${year.slice(0, -1)}X`;
  if (date.precision === "year") return year;
  const month = date.month === undefined ? "XX" : twoDigits(date.month);
  if (date.precision === "month") return `${year}-${month}`;
  return `${year}-${month}-${date.day === undefined ? "XX" : twoDigits(date.day)}`;
}

const EXPECTED = "a date such as 2024, 2024-05 or 2024-05-21";

/** What EDTF has and this library does not, recognised by its beginning. The first that fits is named. */
const UNSUPPORTED: readonly (readonly [pattern: RegExp, code: string, advice: string])[] = [
  [/^-?Y/, "time/unsupported-long-year", "Years beyond 9999 are not supported."],
  [
    /^-?[0-9]{4}-(?:2[1-9]|3[0-9]|4[01])(?:[~?%^]|$)/,
    "time/unsupported-season",
    "Seasons are not supported: write the months as an interval, such as 2024-03/2024-05.",
  ],
  [
    /^-?[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]/,
    "time/unsupported-time-of-day",
    "Times of day are not supported: keep the date.",
  ],
  [
    /^-?[0-9]{4,}S[0-9]/,
    "time/unsupported-significant-digits",
    "Significant digits are not supported: write unspecified digits, such as 19XX.",
  ],
  [/^[[{]/, "time/unsupported-level-2", "Sets of dates are not supported: write one claim for each date."],
  [
    /^[~?%]{0,2}-?[0-9X]{4}(?:[~?%]{0,2}-[~?%]{0,2}[0-9X]{2}){0,2}[~?%]{0,2}$/,
    "time/unsupported-level-2",
    "Of EDTF level 2 nothing is supported: write one of ~ ? % at the end only, and X only in the last places " +
      "(202X, 20XX, 2024-XX, 2024-05-XX, 2024-XX-XX).",
  ],
];

/** Why a text is no date that is understood here. */
function refuse(text: string): Parsed<never> {
  if (typeof text !== "string") return failure("time/unreadable-date", text, EXPECTED, "Write it as text.");
  if (text === "") return failure("time/empty", text, EXPECTED, "Leave the field out if no date is known.");
  const head = text.slice(0, LONGEST);
  for (const [pattern, code, advice] of UNSUPPORTED) {
    if (pattern.test(head)) return failure(code, text, EXPECTED, advice);
  }
  if (/^[^/[{]*\/[^/]*$/.test(head)) {
    return failure(
      "time/interval-not-date",
      text,
      EXPECTED,
      "An interval cannot stand here: give a single date.",
    );
  }
  const advice = "Use ASCII digits: four for the year, two for month and day, hyphens between and no spaces.";
  return failure("time/unreadable-date", text, EXPECTED, advice);
}

function failure(code: string, found: unknown, expected: string, advice: string): Parsed<never> {
  return { ok: false, code, message: `Found ${show(found)}; expected ${expected}. ${advice}` };
}
