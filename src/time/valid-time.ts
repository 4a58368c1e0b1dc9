/**
 * Valid time: when a claim says it holds, as an EDTF date or interval, and the bounds that follow from it for a
 * relation that is a state, an event or a period.
 */
import { KnowledgeGraphError, show } from "../errors.ts";
import { DAY_MAX, DAY_MIN, type Day } from "./calendar.ts";
import {
  firstDay,
  formatPartialDate,
  lastDay,
  type Parsed,
  type PartialDate,
  safeParsePartialDate,
} from "./partial-date.ts";
import {
  type DayRange,
  firstDaysOf,
  isVague,
  lastDaysOf,
  someDayOf,
  type TimeBounds,
} from "./time-bounds.ts";

export { boundsOfAttested, type TimeBounds } from "./time-bounds.ts";

/** One end of an interval: a date, `open` (written `..`, there is none) or `unknown` (written as nothing). */
export type IntervalEnd = PartialDate | "open" | "unknown";

/** When a claim says it holds. Frozen. */
export type ValidTime =
  | { readonly kind: "date"; readonly date: PartialDate }
  | { readonly kind: "interval"; readonly start: IntervalEnd; readonly end: IntervalEnd };

/**
 * How a relation is in time. A `state` holds on every day of its time, an `event` happens once, on some day of a
 * single date, and a `period` is measured over exactly its window.
 */
export type TimeBehaviour = "state" | "event" | "period";

/**
 * Reads a date, or an interval `start/end` of which each end is a date, `..` (open) or nothing (unknown); both ends
 * open or both unknown would say nothing. Unspecified digits may stand in an interval (`2004-06-XX/2004-07-03`), which EDTF leaves to
 * level 2.
 *
 * @throws KnowledgeGraphError `time/inverted-interval` where the start lies after the end;
 * `time/end-contains-start` where the end is coarser and begins before the start (`2024-05-21/2024`);
 * `time/empty-interval` for `/` and `../..`; `time/unreadable-interval` for more than one slash; all codes of
 * `parsePartialDate`
 * @see Extended Date/Time Format (Library of Congress; ISO 8601-2:2019), levels 0 and 1
 * @example
 * parseValidTime("2023-11/..");
 * // { kind: "interval", start: { year: 2023, month: 11, precision: "month", … }, end: "open" }
 */
export function parseValidTime(text: string): ValidTime {
  const parsed = safeParseValidTime(text);
  if (parsed.ok) return parsed.value;
  throw new KnowledgeGraphError(parsed.code, parsed.message);
}

/**
 * {@link parseValidTime} that returns its failure instead of throwing it.
 *
 * @example
 * safeParseValidTime("2024/2023"); // { ok: false, code: "time/inverted-interval", message: … }
 */
export function safeParseValidTime(text: string): Parsed<ValidTime> {
  const slash = typeof text === "string" ? text.indexOf("/") : -1;
  if (slash < 0) {
    const date = safeParsePartialDate(text);
    return date.ok ? { ok: true, value: Object.freeze({ kind: "date", date: date.value }) } : date;
  }
  if (text.indexOf("/", slash + 1) >= 0) {
    return failure(
      "time/unreadable-interval",
      text,
      "two dates with one slash between them",
      "Write the dates themselves with hyphens, such as 2024-05-21.",
    );
  }
  const start = readEnd(text.slice(0, slash));
  if (!start.ok) return start;
  const end = readEnd(text.slice(slash + 1));
  if (!end.ok) return end;
  return orderProblem(text, start.value, end.value) ?? interval(start.value, end.value);
}

/**
 * The valid time as EDTF text, the very text it was read from.
 *
 * @example
 * formatValidTime(parseValidTime("2023-11-01/..")); // "2023-11-01/.."
 */
export function formatValidTime(valid: ValidTime): string {
  if (valid.kind === "date") return formatPartialDate(valid.date);
  return `${formatEnd(valid.start)}/${formatEnd(valid.end)}`;
}

/**
 * The bounds of a valid time. `statedUntil` is the latest day on which a citation stated the claim: an end `..` is
 * certain until then and possible after.
 *
 * A single date of a state or period lasts from its first to its last day (`202X`: an unknown year of the decade); of
 * an event it is the set of days of which it is one. An interval starts on some day of its start and ends on some day
 * of its end; of a period it runs from the very first to the very last day. An event's interval is its extent if both
 * ends are days; with a coarser end, or an unknown start, the event lies somewhere within it, for how long is not said. `~` and `%` widen the end that bears them
 * by one unit of its precision on both sides, and like `?` make the bounds vague.
 *
 * @example
 * describeBounds(boundsOf(parseValidTime("2023-11/2024-03"), "state"));
 * // "starts between 2023-11-01 and 2023-11-30, ends between 2024-03-01 and 2024-03-31"
 */
export function boundsOf(valid: ValidTime, behaviour: TimeBehaviour, statedUntil?: Day): TimeBounds {
  if (valid.kind === "date") {
    const { date } = valid;
    const instant = behaviour === "event";
    const [start, end] = instant ? eventRanges(date) : [firstDaysOf(date), lastDaysOf(date)];
    return bounds(start, end, isVague(date), instant, false);
  }
  const within = behaviour === "event" ? eventWindow(valid.start, valid.end) : undefined;
  if (within) return bounds(within, within, isVagueEnd(valid.start) || isVagueEnd(valid.end), false, false);
  const start = startOf(valid.start, behaviour);
  const end = endOf(valid.end, behaviour, start[0], statedUntil);
  const vague = isVagueEnd(valid.start) || isVagueEnd(valid.end);
  return bounds(start, end, vague, false, valid.end === "open");
}

function bounds(
  [earliestStart, latestStart]: DayRange,
  [earliestEnd, latestEnd]: DayRange,
  vague: boolean,
  instant: boolean,
  openEnd: boolean,
): TimeBounds {
  return Object.freeze({
    earliestStart,
    latestStart,
    earliestEnd,
    latestEnd,
    vague,
    instant,
    openEnd,
    attested: false,
  });
}

function eventRanges(date: PartialDate): readonly [start: DayRange, end: DayRange] {
  const days = someDayOf(date);
  return [days, days];
}

/**
 * The days within which an event lies that is given by an interval with a coarse end (`2023/2024-05-21`) or an unknown
 * start (`/2024-05-21`): how long it lasted is then not said. `undefined` where both ends are days, which is its extent.
 */
function eventWindow(start: IntervalEnd, end: IntervalEnd): DayRange | undefined {
  if (typeof end !== "object" || start === "open") return undefined;
  const coarse = (side: IntervalEnd): boolean => typeof side === "object" && side.precision !== "day";
  if (start !== "unknown" && !coarse(start) && !coarse(end)) return undefined;
  return [start === "unknown" ? DAY_MIN : someDayOf(start)[0], someDayOf(end)[1]];
}

function isVagueEnd(end: IntervalEnd): boolean {
  return typeof end === "object" && isVague(end);
}

function startOf(start: IntervalEnd, behaviour: TimeBehaviour): DayRange {
  if (start === "open") return [DAY_MIN, DAY_MIN];
  if (start === "unknown") return [DAY_MIN, DAY_MAX];
  return behaviour === "period" ? firstDaysOf(start) : someDayOf(start);
}

function endOf(
  end: IntervalEnd,
  behaviour: TimeBehaviour,
  earliestStart: Day,
  statedUntil: Day = DAY_MIN,
): DayRange {
  if (end === "open") return [Math.max(statedUntil, earliestStart), DAY_MAX];
  if (end === "unknown") return [earliestStart, DAY_MAX];
  return behaviour === "period" ? lastDaysOf(end) : someDayOf(end);
}

function readEnd(text: string): Parsed<IntervalEnd> {
  if (text === "") return { ok: true, value: "unknown" };
  if (text === "..") return { ok: true, value: "open" };
  return safeParsePartialDate(text);
}

function formatEnd(end: IntervalEnd): string {
  return end === "open" ? ".." : end === "unknown" ? "" : formatPartialDate(end);
}

function interval(start: IntervalEnd, end: IntervalEnd): Parsed<ValidTime> {
  return { ok: true, value: Object.freeze({ kind: "interval", start, end }) };
}

function orderProblem(text: string, start: IntervalEnd, end: IntervalEnd): Parsed<never> | undefined {
  if (typeof start === "string" || typeof end === "string") {
    if (start !== end) return undefined;
    const advice = "Leave the time out if nothing is known of it.";
    return failure("time/empty-interval", text, "an interval with at least one date", advice);
  }
  if (firstDay(start) > lastDay(end)) {
    return failure(
      "time/inverted-interval",
      text,
      "a start before the end",
      "Correct or swap the two dates.",
    );
  }
  // Not certainly inverted, but more often a slip than a meaning, and other validators of EDTF refuse it too.
  // Unspecified digits are deliberate: `2024-05-21/2024-XX-XX` ends on some day of the year.
  if (firstDay(start) > firstDay(end) && !end.unspecified) {
    const advice = "Write the end as precisely as the start, with XX where its month or day is not known.";
    return failure("time/end-contains-start", text, "an end that does not begin before the start", advice);
  }
  return undefined;
}

function failure(code: string, found: string, expected: string, advice: string): Parsed<never> {
  return { ok: false, code, message: `Found ${show(found)}; expected ${expected}. ${advice}` };
}
