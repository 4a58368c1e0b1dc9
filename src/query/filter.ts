/**
 * Which claims count: one set of options for every query, compiled once and asked claim by claim over columns.
 */

import { EARLIEST_END, EARLIEST_START, LATEST_END, LATEST_START, ROW, TRAITS } from "../graph/claim-rows.ts";
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
import { DAY_MAX, DAY_MIN, type Day } from "../time/partial-date.ts";
import {
  ATTESTED,
  answerTimeColumns,
  type Certainty,
  flagsOf,
  INSTANT,
  OPEN_END,
  onSomeDay,
  type TimeQuestion,
  VAGUE,
} from "../time/time-question.ts";
import type { TimeBounds } from "../time/valid-time.ts";
import { emptyTally, type Tally } from "./answer.ts";
import type { ClaimFilter, Level } from "./claim-filter.ts";
import {
  checkOptions,
  evidenceTest,
  lastDayAsked,
  leastLevel,
  readTime,
  statusMask,
} from "./filter-options.ts";

export type { ClaimFilter, Level } from "./claim-filter.ts";
export { evidenceTest, lastDayAsked } from "./filter-options.ts";

export const CERTAINTIES: readonly Certainty[] = ["no", "possible", "certain"];

/** Judges claims and keeps count of those it sets aside. */
export interface CompiledFilter {
  readonly tally: Tally;
  /** Whether a report or statement date limits what is known. */
  readonly limited: boolean;
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
  private readonly rows: Int32Array;
  private readonly statuses: number;
  private readonly time: TimeQuestion | undefined;
  private readonly least: Level;
  private readonly reportedBy: Day;
  private readonly statedBy: Day;
  private readonly evidence: ((citation: Citation) => boolean) | undefined;
  readonly limited: boolean;
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
    this.rows = read.rows;
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
    const { rows } = this;
    const at = claim * ROW;
    const traits = rows[at + TRAITS] as number;
    if (((this.statuses >> ((traits >> 8) & 0xff)) & 1) === 0) return this.setAside("status");
    if ((traits & this.denied) !== 0) return this.setAside("denied");
    if (!this.plain) return this.judgeWhole(claim);
    // What answerTimeColumns does for this one test, without its detours: most questions are no other.
    const { first, last } = this;
    const start = rows[at + EARLIEST_START] as number;
    const end = rows[at + LATEST_END] as number;
    if (start > last || end < first) {
      this.tally.time += 1;
      return 0;
    }
    const certain =
      (traits & INSTANT) !== 0
        ? start >= first && end <= last
        : (end <= last || (rows[at + LATEST_START] as number) <= last) &&
          (start >= first || (rows[at + EARLIEST_END] as number) >= first);
    if (certain && (traits & this.vague) === 0) return 2;
    return this.least > 1 ? this.setAside("certainty") : 1;
  }

  levels(relations?: readonly number[]): Uint8Array {
    const { read, rows } = this;
    const levels = new Uint8Array(read.claimCount);
    const wanted = new Uint8Array(DROPPED + 1).fill(relations ? 0 : 1);
    for (const relation of relations ?? []) wanted[relation] = 1;
    wanted[DROPPED] = 0;
    if (this.plain) this.judgeAll(levels, wanted);
    else {
      for (let claim = 0; claim < levels.length; claim++) {
        const relation = (rows[claim * ROW + TRAITS] as number) >>> 16;
        if (wanted[relation] === 1) levels[claim] = this.judge(claim);
      }
    }
    return levels;
  }

  /** What `judge` does, for every claim of the wanted relations and with all it needs at hand: a fifth of the time. */
  private judgeAll(levels: Uint8Array, wanted: Uint8Array): void {
    const { rows, statuses, denied, first, last, vague, least, tally } = this;
    let [status, denials, time, certainty] = [0, 0, 0, 0];
    for (let claim = 0, at = 0; claim < levels.length; claim++, at += ROW) {
      const traits = rows[at + TRAITS] as number;
      if (wanted[traits >>> 16] === 0) continue;
      const start = rows[at + EARLIEST_START] as number;
      const end = rows[at + LATEST_END] as number;
      if (((statuses >> ((traits >> 8) & 0xff)) & 1) === 0) status += 1;
      else if ((traits & denied) !== 0) denials += 1;
      else if (start > last || end < first) time += 1;
      else {
        const certain =
          (traits & INSTANT) !== 0
            ? start >= first && end <= last
            : (end <= last || (rows[at + LATEST_START] as number) <= last) &&
              (start >= first || (rows[at + EARLIEST_END] as number) >= first);
        if (certain && (traits & vague) === 0) levels[claim] = 2;
        else if (least > 1) certainty += 1;
        else levels[claim] = 1;
      }
    }
    tally.status += status;
    tally.denied += denials;
    tally.time += time;
    tally.certainty += certainty;
  }

  bounds(claim: number): TimeBounds {
    if (this.limited) return revisedBounds(this.read, claim, this.reportedBy, this.statedBy);
    const { rows } = this;
    const at = claim * ROW;
    const flags = rows[at + TRAITS] as number;
    return {
      earliestStart: rows[at + EARLIEST_START] as number,
      latestStart: rows[at + LATEST_START] as number,
      earliestEnd: rows[at + EARLIEST_END] as number,
      latestEnd: rows[at + LATEST_END] as number,
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
    const { rows } = this;
    const at = claim * ROW;
    const flags = (rows[at + TRAITS] as number) & 0xff;
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
      rows[at + EARLIEST_START] as number,
      rows[at + LATEST_START] as number,
      rows[at + EARLIEST_END] as number,
      rows[at + LATEST_END] as number,
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
