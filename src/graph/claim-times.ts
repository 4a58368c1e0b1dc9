/**
 * The days of a claim: when it holds, and when its citations were published and said.
 */
import type { Citation } from "../model/citation.ts";
import type { Source } from "../model/source.ts";
import { DAY_MAX, type Day } from "../time/partial-date.ts";
import {
  boundsOf,
  boundsOfAttested,
  parseValidTime,
  type TimeBehaviour,
  type TimeBounds,
} from "../time/valid-time.ts";

/** A day known only within bounds: it may have come at `first` and certainly had by `sure`. */
export interface DayRange {
  readonly first: Day;
  readonly sure: Day;
}

/** When a citation could be read and when its words were said. */
export interface CitationDays {
  readonly reported: DayRange;
  readonly stated: DayRange;
}

/** When it was a fact for readers: nobody knows. */
const NEVER: DayRange = Object.freeze({ first: DAY_MAX, sure: DAY_MAX });

/**
 * The days of one citation. A source with an uncertain date (`2024-11-01?`) may have been published on it and
 * certainly was when the editors read it.
 */
export function citationDays(
  citation: Pick<Citation, "source"> & { readonly stated?: string | undefined },
  source: Source | undefined,
): CitationDays {
  if (!source) return { reported: NEVER, stated: NEVER };
  const reported = dayRange(source.published, source.accessed);
  const said = citation.stated ?? source.held;
  return { reported, stated: said === undefined ? reported : dayRange(said, source.accessed) };
}

/**
 * The four bounds of a claim's time. An open end is certain up to the latest day on which one of the citations stated
 * it; attested days after `knownBy` are not yet known.
 *
 * @param citations the days of the citations that count
 * @param knownBy last day on which one may know something; no limit when absent
 */
export function claimBounds(
  claim: { readonly valid?: string | undefined; readonly attested?: readonly string[] | undefined },
  behaviour: TimeBehaviour,
  citations: readonly CitationDays[],
  knownBy: Day = DAY_MAX,
): TimeBounds {
  if (claim.valid === undefined) {
    return boundsOfAttested(attestedBy(claim.attested ?? [], knownBy));
  }
  const stated = citations.map((days) => days.stated.first).filter((day) => day < DAY_MAX);
  const until = stated.length > 0 ? Math.max(...stated) : undefined;
  return boundsOf(parsed(claim.valid), behaviour, until);
}

/** The attested days that one may know of by a day; all of them where that would leave none. */
export function attestedBy(attested: readonly string[], knownBy: Day): readonly string[] {
  const days = attested.filter((day) => parseDay(day).first <= knownBy);
  return days.length > 0 ? days : attested;
}

const times = new Map<string, ReturnType<typeof parseValidTime>>();

/** Parses each distinct text once. */
function parsed(text: string): ReturnType<typeof parseValidTime> {
  let time = times.get(text);
  if (time === undefined) {
    if (times.size > 50_000) times.clear();
    time = parseValidTime(text);
    times.set(text, time);
  }
  return time;
}

function parseDay(text: string): DayRange {
  const bounds = boundsOf(parsed(text), "event");
  return { first: bounds.earliestStart, sure: bounds.latestEnd };
}

function dayRange(text: string, accessed: string): DayRange {
  const bounds = boundsOf(parsed(text), "event");
  const sure = bounds.vague ? Math.max(parseDay(accessed).sure, bounds.latestEnd) : bounds.latestEnd;
  return { first: bounds.earliestStart, sure };
}
