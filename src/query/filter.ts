/**
 * Which claims count: one set of options for every query, compiled once and asked claim by claim over columns.
 */
import { InvalidQueryError, show } from "../errors.ts";
import { type CitationDays, citationDays, claimBounds } from "../graph/claim-times.ts";
import { type AnyClaim, DENIED, REVISABLE, type ReadGraph } from "../graph/read-graph.ts";
import type { Citation } from "../model/citation.ts";
import { nearest } from "../nearest.ts";
import { timeBehaviourOf } from "../ontology/ontology.ts";
import { CLAIM_STATUSES, type ClaimStatus, type PublisherClass, type Voice } from "../ontology/vocabulary.ts";
import { DAY_MAX, type Day } from "../time/partial-date.ts";
import {
  answerTimeColumns,
  type Certainty,
  compileTimeClause,
  flagsOf,
  type TimeClause,
  type TimeQuestion,
} from "../time/time-question.ts";
import { boundsOf, parseValidTime, type TimeBounds } from "../time/valid-time.ts";
import { emptyTally, type Tally } from "./answer.ts";

/** Which claims count, by time, certainty, status and evidence. Everything may be left out. */
export interface ClaimFilter extends TimeClause {
  /** The least certainty of a row: `certain` unless told otherwise; `possible` adds the others, each marked. */
  readonly certainty?: "certain" | "possible";
  /** Statuses that count; `actual` and `ongoing` unless told otherwise; `any` for all. */
  readonly status?: ClaimStatus | readonly ClaimStatus[] | "any";
  /** Only what had been published by this day (EDTF). Nothing later is looked at: no citation, end or alias. */
  readonly reportedBy?: string;
  /** Only what had been said by this day (EDTF). */
  readonly statedBy?: string;
  /** Only claims with a citation of one of these sources. */
  readonly source?: string | readonly string[];
  /** Only claims with a citation in the words of one of these entities. */
  readonly speaker?: string | readonly string[];
  readonly publisherClass?: PublisherClass | readonly PublisherClass[];
  readonly voice?: Voice | readonly Voice[];
  /** Also claims that every citation denies; set aside unless true. */
  readonly includeDenied?: boolean;
}

/** 0 no, 1 possible, 2 certain. */
export type Level = 0 | 1 | 2;

export const CERTAINTIES: readonly Certainty[] = ["no", "possible", "certain"];

/** Judges claims and keeps count of those it sets aside. */
export interface CompiledFilter {
  readonly tally: Tally;
  /** The claim's certainty, or 0 if it is set aside. */
  judge(claim: number): Level;
  /** The claim's bounds as they may be known under the filter. */
  bounds(claim: number): TimeBounds;
}

const DEFAULT_STATUSES: readonly ClaimStatus[] = ["actual", "ongoing"];

/**
 * Compiles a filter for one graph.
 *
 * @throws InvalidQueryError `query/unknown-option`, `query/unknown-status`, `query/unknown-certainty`, `query/indefinite-date` and the codes of
 *   `compileTimeClause`
 */
export function compileFilter(read: ReadGraph, filter: ClaimFilter = {}): CompiledFilter {
  return new ColumnFilter(read, filter);
}

class ColumnFilter implements CompiledFilter {
  readonly tally = emptyTally();
  private readonly statuses: number;
  private readonly time: TimeQuestion | undefined;
  private readonly least: Level;
  private readonly reportedBy: Day;
  private readonly statedBy: Day;
  private readonly evidence: ((citation: Citation) => boolean) | undefined;
  private readonly limited: boolean;
  /** The flags that set a claim aside. */
  private readonly denied: number;

  constructor(
    private readonly read: ReadGraph,
    filter: ClaimFilter,
  ) {
    checkOptions(filter);
    this.statuses = statusMask(filter.status);
    this.time = compileTime(filter);
    this.least = leastLevel(filter.certainty);
    this.reportedBy = lastDayAsked("reportedBy", filter.reportedBy);
    this.statedBy = lastDayAsked("statedBy", filter.statedBy);
    this.evidence = evidenceTest(read, filter);
    this.denied = filter.includeDenied ? 0 : DENIED;
    this.limited = this.reportedBy < DAY_MAX || this.statedBy < DAY_MAX;
  }

  judge(claim: number): Level {
    const { columns } = this.read;
    if (((this.statuses >> (columns.status[claim] as number)) & 1) === 0) return this.setAside("status");
    if (((columns.flags[claim] as number) & this.denied) !== 0) return this.setAside("denied");
    let level: Level = 2;
    if (this.limited) {
      if ((columns.reportedFirst[claim] as number) > this.reportedBy) return this.setAside("reported");
      if ((columns.statedFirst[claim] as number) > this.statedBy) return this.setAside("reported");
      if ((columns.reportedSure[claim] as number) > this.reportedBy) level = 1;
      if ((columns.statedSure[claim] as number) > this.statedBy) level = 1;
    }
    if (this.evidence && !this.read.claim(claim).citations.some(this.evidence))
      return this.setAside("source");
    if (this.time) {
      const held = this.timeOf(claim, this.time);
      if (held === 0) return this.setAside("time");
      if (held < level) level = held;
    }
    return level < this.least ? this.setAside("certainty") : level;
  }

  bounds(claim: number): TimeBounds {
    return revisedBounds(this.read, claim, this.reportedBy, this.statedBy);
  }

  private timeOf(claim: number, question: TimeQuestion): Level {
    const { columns } = this.read;
    const flags = columns.flags[claim] as number;
    if (this.limited && (flags & REVISABLE) !== 0) {
      const { earliestStart, latestStart, earliestEnd, latestEnd, ...rest } = this.bounds(claim);
      const revised = flagsOf({ earliestStart, latestStart, earliestEnd, latestEnd, ...rest });
      return answerTimeColumns(question, earliestStart, latestStart, earliestEnd, latestEnd, revised);
    }
    return answerTimeColumns(
      question,
      columns.earliestStart[claim] as number,
      columns.latestStart[claim] as number,
      columns.earliestEnd[claim] as number,
      columns.latestEnd[claim] as number,
      flags,
    );
  }

  private setAside(reason: keyof Tally): 0 {
    this.tally[reason] += 1;
    return 0;
  }
}

/** The bounds of a claim from the citations published and said by the given days only. */
export function revisedBounds(
  read: ReadGraph,
  number: number,
  reportedBy: Day = DAY_MAX,
  statedBy: Day = DAY_MAX,
): TimeBounds {
  const claim = read.claim(number);
  const known = knownCitations(read, claim, reportedBy, statedBy).map(([, days]) => days);
  const object = read.columns.object[number] as number;
  const relation = read.ontology.relations[claim.relation];
  const behaviour = relation ? timeBehaviourOf(relation, read.entity(object)) : "state";
  return claimBounds(claim, behaviour, known, Math.min(reportedBy, statedBy));
}

/** The citations of a claim that one may know of by the given days, with their own days. */
export function knownCitations(
  read: ReadGraph,
  claim: AnyClaim,
  reportedBy: Day = DAY_MAX,
  statedBy: Day = DAY_MAX,
): readonly (readonly [Citation, CitationDays])[] {
  return claim.citations
    .map((citation) => [citation, citationDays(citation, read.sources[citation.source])] as const)
    .filter(([, days]) => days.reported.first <= reportedBy && days.stated.first <= statedBy);
}

/**
 * The last day of a date asked for, or `DAY_MAX` where none is.
 * @throws InvalidQueryError `query/indefinite-date` for an unreadable, approximate or open date
 */
export function lastDayAsked(option: string, text: string | undefined): Day {
  if (text === undefined) return DAY_MAX;
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
const OPTIONS: readonly string[] = [
  ...TIME_OPTIONS,
  ...[
    "certainty",
    "status",
    "reportedBy",
    "statedBy",
    "source",
    "speaker",
    "publisherClass",
    "voice",
    "includeDenied",
  ],
];

/** The time question among the options, if there is one: modifiers alone ask nothing. */
function compileTime(filter: ClaimFilter): TimeQuestion | undefined {
  const given = TIME_OPTIONS.filter((option) => filter[option] !== undefined);
  if (given.every((option) => option === "throughout" || option === "attestedWithin")) return undefined;
  return compileTimeClause(Object.fromEntries(given.map((option) => [option, filter[option]])));
}

function checkOptions(filter: ClaimFilter): void {
  for (const option of Object.keys(filter)) {
    if (OPTIONS.includes(option)) continue;
    const near = nearest(option, OPTIONS);
    throw new InvalidQueryError(
      "query/unknown-option",
      `${show(option)} is no option here${near ? `; did you mean "${near}"?` : `; expected some of ${OPTIONS.join(", ")}.`}`,
      { path: `/${option}` },
    );
  }
}

function statusMask(asked: ClaimFilter["status"]): number {
  if (asked === "any") return ~0;
  const statuses = asked === undefined ? DEFAULT_STATUSES : typeof asked === "string" ? [asked] : asked;
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

function leastLevel(certainty: ClaimFilter["certainty"]): Level {
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
  const sources = asSet(filter.source);
  const speakers = asSet(filter.speaker);
  const classes = asSet(filter.publisherClass);
  const voices = asSet(filter.voice);
  if (!sources && !speakers && !classes && !voices) return undefined;
  return (citation) =>
    (!sources || sources.has(citation.source)) &&
    (!speakers || (citation.speaker !== undefined && speakers.has(citation.speaker))) &&
    (!voices || voices.has(citation.voice)) &&
    (!classes || classes.has(read.sources[citation.source]?.publisher.class ?? ""));
}

function asSet(value: string | readonly string[] | undefined): ReadonlySet<string> | undefined {
  if (value === undefined) return undefined;
  return new Set(typeof value === "string" ? [value] : value);
}
