/**
 * Which claims count: one set of options for every query, compiled once and asked claim by claim over columns.
 */
import { type CitationDays, citationDays, claimBounds } from "../graph/claim-times.ts";
import {
  type AnyClaim,
  type ClaimColumns,
  DENIED,
  DROPPED,
  REVISABLE,
  type ReadGraph,
} from "../graph/read-graph.ts";
import type { Citation } from "../model/citation.ts";
import { timeBehaviourOf } from "../ontology/ontology.ts";
import type { ClaimStatus, PublisherClass, Voice } from "../ontology/vocabulary.ts";
import { DAY_MAX, DAY_MIN, type Day } from "../time/partial-date.ts";
import {
  ATTESTED,
  answerTimeColumns,
  type Certainty,
  flagsOf,
  INSTANT,
  OPEN_END,
  onSomeDay,
  type TimeClause,
  type TimeQuestion,
  VAGUE,
} from "../time/time-question.ts";
import type { TimeBounds } from "../time/valid-time.ts";
import { emptyTally, type Tally } from "./answer.ts";
import {
  checkOptions,
  evidenceTest,
  lastDayAsked,
  leastLevel,
  readTime,
  statusMask,
} from "./filter-options.ts";

export { evidenceTest, lastDayAsked } from "./filter-options.ts";

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
  /** The certainties of all claims of some relations, of all if none are named; 0 for every other claim. */
  levels(relations?: readonly number[]): Uint8Array;
  /** The claim's bounds as they may be known under the filter. */
  bounds(claim: number): TimeBounds;
}

/**
 * Compiles a filter for one graph.
 *
 * @param own options that the query takes beside the filter's, which are none of the filter's business
 * @throws InvalidQueryError `query/unknown-option`, `query/unknown-status`, `query/unknown-certainty`, `query/indefinite-date` and the codes of
 *   `compileTimeClause`
 */
export function compileFilter(
  read: ReadGraph,
  filter: ClaimFilter = {},
  own: readonly string[] = NO_OPTIONS,
): CompiledFilter {
  return new ColumnFilter(read, filter, own);
}

const NO_OPTIONS: readonly string[] = Object.freeze([]);

class ColumnFilter implements CompiledFilter {
  readonly tally = emptyTally();
  private readonly columns: ClaimColumns;
  private readonly statuses: number;
  private readonly time: TimeQuestion | undefined;
  private readonly least: Level;
  private readonly reportedBy: Day;
  private readonly statedBy: Day;
  private readonly evidence: ((citation: Citation) => boolean) | undefined;
  private readonly limited: boolean;
  /** The flags that set a claim aside. */
  private readonly denied: number;
  /** Nothing is asked but status, denial and, at most, whether it holds on some day from `first` to `last`. */
  private readonly plain: boolean;
  /** The flag of what is never certain, where a time is asked for. */
  private readonly vague: number;
  private readonly first: Day;
  private readonly last: Day;

  constructor(
    private readonly read: ReadGraph,
    filter: ClaimFilter,
    own: readonly string[],
  ) {
    checkOptions(filter, own);
    this.columns = read.columns;
    this.statuses = statusMask(filter.status);
    this.time = readTime(filter);
    this.least = leastLevel(filter.certainty);
    this.reportedBy = lastDayAsked("reportedBy", filter.reportedBy);
    this.statedBy = lastDayAsked("statedBy", filter.statedBy);
    this.evidence = evidenceTest(read, filter);
    this.denied = filter.includeDenied ? 0 : DENIED;
    this.limited = this.reportedBy < DAY_MAX || this.statedBy < DAY_MAX;
    const day = this.time && onSomeDay(this.time);
    this.vague = this.time ? VAGUE : 0;
    this.first = day ? day.first : DAY_MIN;
    this.last = day ? day.last : DAY_MAX;
    this.plain = !this.limited && !this.evidence && (!this.time || day !== undefined);
  }

  judge(claim: number): Level {
    const { columns } = this;
    if (((this.statuses >> (columns.status[claim] as number)) & 1) === 0) return this.setAside("status");
    const flags = columns.flags[claim] as number;
    if ((flags & this.denied) !== 0) return this.setAside("denied");
    if (!this.plain) return this.judgeWhole(claim);
    // What answerTimeColumns does for this one test, without its detours: most questions are no other.
    const { first, last } = this;
    const start = columns.earliestStart[claim] as number;
    const end = columns.latestEnd[claim] as number;
    if (start > last || end < first) return this.setAside("time");
    const certain =
      (flags & INSTANT) !== 0
        ? start >= first && end <= last
        : (end <= last || (columns.latestStart[claim] as number) <= last) &&
          (start >= first || (columns.earliestEnd[claim] as number) >= first);
    if (certain && (flags & this.vague) === 0) return 2;
    return this.least > 1 ? this.setAside("certainty") : 1;
  }

  levels(relations?: readonly number[]): Uint8Array {
    const { read, columns } = this;
    const wanted = new Uint8Array(DROPPED + 1).fill(relations ? 0 : 1);
    for (const relation of relations ?? []) wanted[relation] = 1;
    wanted[DROPPED] = 0;
    const { relation } = columns;
    const levels = new Uint8Array(read.claimCount);
    for (let claim = 0; claim < levels.length; claim++) {
      if (wanted[relation[claim] as number] === 1) levels[claim] = this.plain ? 3 : this.judge(claim);
    }
    if (this.plain) this.judgeAll(levels);
    return levels;
  }

  /** What `judge` does, for every claim that `levels` marks and with all it needs at hand: a fifth of the time. */
  private judgeAll(levels: Uint8Array): void {
    const { status, flags, earliestStart, latestStart, earliestEnd, latestEnd } = this.columns;
    const { statuses, denied, first, last, vague, least, tally } = this;
    for (let claim = 0; claim < levels.length; claim++) {
      if (levels[claim] === 0) continue;
      levels[claim] = 0;
      if (((statuses >> (status[claim] as number)) & 1) === 0) {
        tally.status += 1;
        continue;
      }
      const marks = flags[claim] as number;
      if ((marks & denied) !== 0) {
        tally.denied += 1;
        continue;
      }
      const start = earliestStart[claim] as number;
      const end = latestEnd[claim] as number;
      if (start > last || end < first) {
        tally.time += 1;
        continue;
      }
      const certain =
        (marks & INSTANT) !== 0
          ? start >= first && end <= last
          : (end <= last || (latestStart[claim] as number) <= last) &&
            (start >= first || (earliestEnd[claim] as number) >= first);
      if (certain && (marks & vague) === 0) levels[claim] = 2;
      else if (least > 1) tally.certainty += 1;
      else levels[claim] = 1;
    }
  }

  bounds(claim: number): TimeBounds {
    if (this.limited) return revisedBounds(this.read, claim, this.reportedBy, this.statedBy);
    const { columns } = this;
    const flags = columns.flags[claim] as number;
    return {
      earliestStart: columns.earliestStart[claim] as number,
      latestStart: columns.latestStart[claim] as number,
      earliestEnd: columns.earliestEnd[claim] as number,
      latestEnd: columns.latestEnd[claim] as number,
      vague: (flags & VAGUE) !== 0,
      instant: (flags & INSTANT) !== 0,
      openEnd: (flags & OPEN_END) !== 0,
      attested: (flags & ATTESTED) !== 0,
    };
  }

  /** Status and denial have been looked at. */
  private judgeWhole(claim: number): Level {
    const { columns } = this;
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

  private timeOf(claim: number, question: TimeQuestion): Level {
    const { columns } = this;
    const flags = columns.flags[claim] as number;
    if (this.limited && (flags & REVISABLE) !== 0) {
      const revised = this.bounds(claim);
      const { earliestStart, latestStart, earliestEnd, latestEnd } = revised;
      return answerTimeColumns(
        question,
        earliestStart,
        latestStart,
        earliestEnd,
        latestEnd,
        flagsOf(revised),
      );
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
