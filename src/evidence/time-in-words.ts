/**
 * Dates and valid times as they read inside a sentence: "in 2023", "since 2023-11-01", "as attested on 2024-05-21".
 */
import type { ClaimCore } from "../model/claim.ts";
import { formatPartialDate, type PartialDate } from "../time/partial-date.ts";
import { type IntervalEnd, parseValidTime } from "../time/valid-time.ts";

/**
 * The time of a claim, to be put after what it says: with its preposition, or between commas where it is only attested.
 *
 * @example
 * timeInWords({ valid: "2023-11-01/.." }); // " since 2023-11-01"
 * timeInWords({ attested: ["2024-05-21"] }); // ", as attested on 2024-05-21"
 */
export function timeInWords({ valid, attested }: Pick<ClaimCore, "valid" | "attested">): string {
  if (valid === undefined) {
    const days = (attested ?? []).map((day) => dateWithPreposition(day));
    return days.length > 0 ? `, as attested ${inWords(days)}` : "";
  }
  const time = parseValidTime(valid);
  if (time.kind === "date") return ` ${prepositionOf(time.date)} ${partialDateInWords(time.date)}`;
  return ` ${intervalInWords(time.start, time.end)}`;
}

/**
 * A date as it reads in a sentence, without a preposition; an interval stays as written.
 *
 * @example
 * dateInWords("2024-11-01?"); // "2024-11-01 (date in doubt)"
 * dateInWords("202X"); // "a year of the 2020s"
 */
export function dateInWords(text: string): string {
  const time = parseValidTime(text);
  return time.kind === "date" ? partialDateInWords(time.date) : text;
}

/** A date with "on" for a day and "in" for all else. */
export function dateWithPreposition(text: string): string {
  const time = parseValidTime(text);
  if (time.kind !== "date") return intervalInWords(time.start, time.end);
  return `${prepositionOf(time.date)} ${partialDateInWords(time.date)}`;
}

/** Several things in a row: "a", "a and b", "a, b and c". */
export function inWords(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

function intervalInWords(start: IntervalEnd, end: IntervalEnd): string {
  if (typeof start === "object" && typeof end === "object") {
    return `from ${partialDateInWords(start)} to ${partialDateInWords(end)}`;
  }
  if (typeof start === "object") {
    return end === "open"
      ? `since ${partialDateInWords(start)}`
      : `from ${partialDateInWords(start)} to an unknown end`;
  }
  const until = typeof end === "object" ? partialDateInWords(end) : "an unknown end";
  return start === "open" ? `until ${until}` : `from an unknown start to ${until}`;
}

function prepositionOf(date: PartialDate): "on" | "in" {
  return date.precision === "day" ? "on" : "in";
}

function partialDateInWords(date: PartialDate): string {
  const about = date.approximate ? "about " : "";
  return `${about}${unitsInWords(date)}${date.uncertain ? " (date in doubt)" : ""}`;
}

function unitsInWords(date: PartialDate): string {
  const written = formatPartialDate({ ...date, approximate: false, uncertain: false });
  if (!date.unspecified) return written;
  switch (date.precision) {
    case "century":
      return `a year of the ${written.replace("XX", "00")}s`;
    case "decade":
      return `a year of the ${written.replace("X", "0")}s`;
    case "month":
      return `a month of ${written.replace("-XX", "")}`;
    default:
      return `a day of ${written.replaceAll("-XX", "")}`;
  }
}
