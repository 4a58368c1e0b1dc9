/**
 * Valid times written in plain ISO 8601 days, months and years: by far the most. Read straight into days, without the
 * objects that the whole of EDTF needs.
 */
import { DAY_MAX, dayFromYmd, daysInMonth } from "./calendar.ts";

/** The days of a plain time: the first and last day of its start and of its end. An open end has none: `DAY_MAX`. */
export interface PlainTime {
  firstStart: number;
  lastStart: number;
  firstEnd: number;
  lastEnd: number;
  /** Written with a slash. */
  interval: boolean;
  /** Written `/..`. */
  openEnd: boolean;
}

/**
 * Reads `2023`, `2023-11`, `2023-11-01`, two of them with a slash between, or one before `/..`, into `into`. Returns
 * false, with `into` in no defined state, for everything else, be it other EDTF or none at all: `parseValidTime` tells.
 *
 * @example
 * const time = {} as PlainTime;
 * readPlainTime("2023/2024-05", time); // true
 * [time.firstStart, time.lastStart, time.firstEnd, time.lastEnd].map(formatDay);
 * // ["2023-01-01", "2023-12-31", "2024-05-01", "2024-05-31"]
 * readPlainTime("2023~", time); // false
 */
export function readPlainTime(text: string, into: PlainTime): boolean {
  const slash = text.indexOf("/");
  into.interval = slash >= 0;
  into.openEnd = false;
  if (!readDate(text, 0, slash < 0 ? text.length : slash)) return false;
  into.firstStart = into.firstEnd = first;
  into.lastStart = into.lastEnd = last;
  if (slash < 0) return true;
  if (text.length === slash + 3 && text.endsWith("..")) {
    into.openEnd = true;
    into.firstEnd = into.lastEnd = DAY_MAX;
    return true;
  }
  if (!readDate(text, slash + 1, text.length)) return false;
  into.firstEnd = first;
  into.lastEnd = last;
  // An end that begins before the start is refused with its reasons elsewhere.
  return into.firstStart <= into.firstEnd;
}

/** The days of the date read last. */
let first = 0;
let last = 0;

const ZERO = 48;
const HYPHEN = 45;

function readDate(text: string, start: number, end: number): boolean {
  const length = end - start;
  const year = readNumber(text, start, 4);
  if (year < 0) return false;
  if (length === 4) {
    first = dayFromYmd(year, 1, 1);
    last = dayFromYmd(year, 12, 31);
    return true;
  }
  const month = text.charCodeAt(start + 4) === HYPHEN ? readNumber(text, start + 5, 2) : -1;
  if (month < 1 || month > 12) return false;
  const days = daysInMonth(year, month);
  if (length === 7) {
    first = dayFromYmd(year, month, 1);
    last = first + days - 1;
    return true;
  }
  const day = length === 10 && text.charCodeAt(start + 7) === HYPHEN ? readNumber(text, start + 8, 2) : -1;
  if (day < 1 || day > days) return false;
  first = last = dayFromYmd(year, month, day);
  return true;
}

/** A number of so many digits, or -1. */
function readNumber(text: string, start: number, digits: number): number {
  let number = 0;
  for (let i = start; i < start + digits; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    // Beyond the end there is NaN, which is not a digit either.
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}
