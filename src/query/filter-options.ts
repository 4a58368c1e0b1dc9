/**
 * The options of a filter, checked and read into the numbers and tests that claims are judged by.
 */
import { InvalidQueryError, notFound, show } from "../errors.ts";
import { findEntity } from "../graph/mentioned.ts";
import type { ReadGraph } from "../graph/read-graph.ts";
import type { Citation } from "../model/citation.ts";
import { CLAIM_STATUSES, PUBLISHER_CLASSES, VOICES } from "../ontology/vocabulary.ts";
import { DAY_MAX, type Day } from "../time/partial-date.ts";
import { compileTimeClause, onSomeDay, type TimeQuestion } from "../time/time-question.ts";
import { boundsOf, parseValidTime } from "../time/valid-time.ts";
import type { ClaimFilter, Level } from "./claim-filter.ts";
import { assertKnownOptions } from "./known-options.ts";

/**
 * The last day of a date asked for, or `DAY_MAX` where none is.
 * @throws InvalidQueryError `query/indefinite-date` for an unreadable, approximate or open date
 */
export function lastDayAsked(option: string, text: string | undefined): Day {
  if (text === undefined) return DAY_MAX;
  const known = lastDays.get(text);
  if (known !== undefined) return known;
  const day = readLastDay(option, text);
  keep(lastDays, text, day);
  return day;
}

function readLastDay(option: string, text: string): Day {
  try {
    const bounds = boundsOf(parseValidTime(text), "period");
    if (!bounds.vague && !bounds.openEnd && bounds.latestEnd < DAY_MAX) return bounds.latestEnd;
  } catch (cause) {
    throw new InvalidQueryError("query/indefinite-date", `${option}: ${(cause as Error).message}`, {
      path: `/${option}`,
      cause,
    });
  }
  throw new InvalidQueryError(
    "query/indefinite-date",
    `${option} is ${show(text)}, which has no definite last day; give a date such as 2024-06-30.`,
    { path: `/${option}` },
  );
}

export const DEFAULT_STATUSES =
  (1 << CLAIM_STATUSES.indexOf("actual")) | (1 << CLAIM_STATUSES.indexOf("ongoing"));

const TIME_OPTIONS = [
  "at",
  "during",
  "before",
  "after",
  "overlaps",
  "startedIn",
  "throughout",
  "attestedWithin",
] as const;
const OTHER_OPTIONS = [
  "certainty",
  "status",
  "reportedBy",
  "statedBy",
  "source",
  "speaker",
  "publisherClass",
  "voice",
  "includeDenied",
] as const;

/** How much options ask of a filter. */
export enum Asks {
  /** Nothing but, at most, `at`: as most often. */
  onlyAt = 0,
  /** Of time nothing else. */
  noOtherTime = 1,
  more = 2,
}

/** The options that a query takes, and how much each asks of its filter. */
export type QueryOptions = ReadonlyMap<string, Asks>;

/** The filter's options and the query's own, which are none of the filter's business. */
export function queryOptions(...own: readonly string[]): QueryOptions {
  const options = new Map<string, Asks>();
  for (const option of TIME_OPTIONS) options.set(option, option === "at" ? Asks.onlyAt : Asks.more);
  for (const option of OTHER_OPTIONS) options.set(option, Asks.noOtherTime);
  for (const option of own) options.set(option, Asks.onlyAt);
  return options;
}

/**
 * Checks the names of options, and tells how much they ask.
 * @throws InvalidQueryError `query/unknown-option`
 */
export function howMuch(filter: object, options: QueryOptions): Asks {
  let most = Asks.onlyAt;
  for (const option in filter) {
    const asks = options.get(option);
    if (asks === undefined) assertKnownOptions(filter, [...options.keys()]);
    else if (asks > most && filter[option as never] !== undefined) most = asks;
  }
  return most;
}

/** What is asked of time: the question, and the days if it only asks whether a claim holds on some of them. */
export interface AskedTime {
  readonly question: TimeQuestion;
  readonly days: ReturnType<typeof onSomeDay>;
}

/** What the options ask of time, if they do: modifiers alone ask nothing. */
export function readTime(filter: ClaimFilter): AskedTime | undefined {
  const given = TIME_OPTIONS.filter((option) => filter[option] !== undefined);
  if (given.every((option) => option === "throughout" || option === "attestedWithin")) return undefined;
  const question = compileTimeClause(Object.fromEntries(given.map((option) => [option, filter[option]])));
  return { question, days: onSomeDay(question) };
}

/** The same where `at` is all that is asked of time, if it is. */
export function readAt(at: string | undefined): AskedTime | undefined {
  if (at === undefined) return undefined;
  let asked = questionsAt.get(at);
  if (!asked) {
    asked = readTime({ at }) as AskedTime;
    keep(questionsAt, at, asked);
  }
  return asked;
}

/** The same days are asked about again and again: each is read once. */
const questionsAt = new Map<string, AskedTime>();
const lastDays = new Map<string, Day>();

function keep<T>(cache: Map<string, T>, text: string, value: T): void {
  if (cache.size > 10_000) cache.clear();
  cache.set(text, value);
}

/** One bit for each status that counts, by its place in `CLAIM_STATUSES`. */
export function statusMask(asked: ClaimFilter["status"]): number {
  if (asked === undefined) return DEFAULT_STATUSES;
  if (asked === "any") return ~0;
  const statuses = typeof asked === "string" ? [asked] : asked;
  let mask = 0;
  for (const status of statuses) {
    const bit = CLAIM_STATUSES.indexOf(status);
    if (bit < 0) {
      throw new InvalidQueryError(
        "query/unknown-status",
        `${show(status)} is no status; expected any or some of ${CLAIM_STATUSES.join(", ")}.`,
        { path: "/status" },
      );
    }
    mask |= 1 << bit;
  }
  return mask;
}

/** The least level of a row. */
export function leastLevel(certainty: ClaimFilter["certainty"]): Level {
  if (certainty === undefined || certainty === "certain") return 2;
  if (certainty === "possible") return 1;
  throw new InvalidQueryError(
    "query/unknown-certainty",
    `${show(certainty)} is no certainty to ask for; expected "certain" or "possible".`,
    { path: "/certainty" },
  );
}

/** Whether a citation is of the sources, speakers, voices and classes asked for; `undefined` if none are asked for. */
export function evidenceTest(
  read: ReadGraph,
  filter: ClaimFilter,
): ((citation: Citation) => boolean) | undefined {
  if (!asksOfCitations(filter)) return undefined;
  const sources = asSet(filter.source);
  const speakers = asSet(filter.speaker);
  const classes = asSet(filter.publisherClass);
  const voices = asSet(filter.voice);
  for (const id of sources ?? []) {
    if (!Object.hasOwn(read.sources, id))
      throw notFound("graph/unknown-source", "source", id, Object.keys(read.sources));
  }
  for (const id of speakers ?? []) {
    if (!findEntity(read, id)) throw notFound("graph/unknown-entity", "speaker", id, []);
  }
  checkListed("publisherClass", "query/unknown-publisher-class", classes, PUBLISHER_CLASSES);
  checkListed("voice", "query/unknown-voice", voices, VOICES);
  return (citation) =>
    (!sources || sources.has(citation.source)) &&
    (!speakers || (citation.speaker !== undefined && speakers.has(citation.speaker))) &&
    (!voices || voices.has(citation.voice)) &&
    (!classes || classes.has(read.sources[citation.source]?.publisher.class ?? ""));
}

function checkListed(
  option: string,
  code: string,
  asked: ReadonlySet<string> | undefined,
  listed: readonly string[],
): void {
  for (const value of asked ?? []) {
    if (listed.includes(value)) continue;
    const message = `${show(value)} is no ${option}; expected some of ${listed.join(", ")}.`;
    throw new InvalidQueryError(code, message, { path: `/${option}` });
  }
}

function asksOfCitations({ source, speaker, publisherClass, voice }: ClaimFilter): boolean {
  return source !== undefined || speaker !== undefined || publisherClass !== undefined || voice !== undefined;
}

function asSet(value: string | readonly string[] | undefined): ReadonlySet<string> | undefined {
  if (value === undefined) return undefined;
  return new Set(typeof value === "string" ? [value] : value);
}
