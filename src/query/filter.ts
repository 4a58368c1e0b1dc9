/**
 * Which claims count: one set of options for every query, compiled once and asked claim by claim over columns.
 */

import { Head, Tail, Trait, traitsOf } from "../graph/claim-layout.ts";
import { DENIED, DROPPED, REVISABLE, type ReadGraph, Spread } from "../graph/read-graph.ts";
import type { Citation } from "../model/citation.ts";
import { DAY_MAX, DAY_MIN, type Day } from "../time/partial-date.ts";
import {
  ATTESTED,
  answerTimeColumns,
  type Certainty,
  flagsOf,
  INSTANT,
  OPEN_END,
  type TimeQuestion,
  VAGUE,
} from "../time/time-question.ts";
import type { TimeBounds } from "../time/valid-time.ts";
import { emptyTally, type Tally } from "./answer.ts";
import type { ClaimFilter, Level } from "./claim-filter.ts";
import { type AllLevels, isCertain, type ScanQuestion, scanClaims, scanList } from "./claim-scan.ts";
import {
  Asks,
  DEFAULT_STATUSES,
  evidenceTest,
  howMuch,
  lastDayAsked,
  leastLevel,
  type QueryOptions,
  queryOptions,
  readAt,
  readTime,
  statusMask,
} from "./filter-options.ts";
import { knownCitations, revisedBounds, surenessOf } from "./known.ts";

export type { ClaimFilter, Level } from "./claim-filter.ts";
export { evidenceTest, lastDayAsked } from "./filter-options.ts";

export const CERTAINTIES: readonly Certainty[] = ["no", "possible", "certain"];

/** Judges claims one by one and keeps count of those it sets aside. */
export interface ClaimJudge {
  readonly tally: Tally;
  /** Whether a report or statement date limits what is known. */
  readonly limited: boolean;
  /** The claim's certainty, or 0 if it is set aside. */
  judge(claim: number): Level;
  /** The same, with the claim's head at hand, which begins at `at`: as copied into a slot, or its own. */
  judgeAt(heads: Int32Array, at: number, claim: number): Level;
  /** The claim's bounds as they may be known under the filter. */
  bounds(claim: number): TimeBounds;
  /** The citations of a claim that one may know of under the filter. */
  citations(claim: number): readonly Citation[];
}

/** A filter of one graph: judges its claims one by one, or all. */
export interface CompiledFilter extends ClaimJudge {
  /**
   * Judges claims in their order and visits those that are not set aside.
   * @param heads theirs, end to end, where they are at hand
   */
  judgeEach(claims: Int32Array, visit: (claim: number, level: Level) => void, heads?: Int32Array): void;
  /** The certainties of all claims of some relations, of all if none are named; 0 for every other claim. */
  levels(relations?: readonly number[]): AllLevels;
}

/**
 * Compiles a filter for one graph.
 *
 * @param options the names of all options that the query takes
 * @param ofSource only claims of the source asked for will be judged, and of their citations nothing more is asked
 * @throws InvalidQueryError `query/unknown-option`, `query/unknown-status`, `query/unknown-certainty`, `query/indefinite-date` and the codes of
 *   `compileTimeClause`
 */
export function compileFilter(
  read: ReadGraph,
  filter: ClaimFilter = {},
  options: QueryOptions = NO_OWN_OPTIONS,
  ofSource = false,
): CompiledFilter {
  return new ColumnFilter(read, filter, options, ofSource);
}

const NO_OWN_OPTIONS = queryOptions();

class ColumnFilter implements CompiledFilter {
  readonly tally = emptyTally();
  private readonly heads: Int32Array;
  private readonly statuses: number;
  private readonly time: TimeQuestion | undefined;
  private readonly least: Level;
  private readonly reportedBy: Day;
  private readonly statedBy: Day;
  private readonly evidence: ((citation: Citation) => boolean) | undefined;
  readonly limited: boolean;
  /** The flags that set a claim aside. */
  private readonly denied: number;
  /** The spread of citations up to which their days in columns tell all that is asked. */
  private readonly undivided: Spread;
  /** Nothing is asked but status, denial and, at most, whether it holds on some day from `first` to `last`. */
  private readonly plain: boolean;
  /** The flag of what is never certain, where a time is asked for. */
  private readonly vague: number;
  private readonly first: Day;
  private readonly last: Day;

  constructor(
    private readonly read: ReadGraph,
    filter: ClaimFilter,
    options: QueryOptions,
    ofSource: boolean,
  ) {
    this.heads = read.heads;
    const asks = howMuch(filter, options);
    const asked = asks === Asks.more ? readTime(filter) : readAt(filter.at);
    if (asks === Asks.onlyAt) {
      this.statuses = DEFAULT_STATUSES;
      this.least = 2;
      this.reportedBy = DAY_MAX;
      this.statedBy = DAY_MAX;
      this.evidence = undefined;
      this.denied = DENIED;
    } else {
      this.statuses = statusMask(filter.status);
      this.least = leastLevel(filter.certainty);
      this.reportedBy = lastDayAsked("reportedBy", filter.reportedBy);
      this.statedBy = lastDayAsked("statedBy", filter.statedBy);
      this.evidence = ofSource ? undefined : evidenceTest(read, filter);
      this.denied = filter.includeDenied ? 0 : DENIED;
    }
    this.time = asked?.question;
    this.limited = this.reportedBy < DAY_MAX || this.statedBy < DAY_MAX;
    this.undivided = this.reportedBy < DAY_MAX && this.statedBy < DAY_MAX ? Spread.one : Spread.agreed;
    this.vague = this.time ? VAGUE : 0;
    this.first = asked?.days?.first ?? DAY_MIN;
    this.last = asked?.days?.last ?? DAY_MAX;
    this.plain = !this.limited && !this.evidence && (!asked || asked.days !== undefined);
  }

  judge(claim: number): Level {
    return this.judgeAt(this.heads, claim * Head.size, claim);
  }

  judgeAt(heads: Int32Array, at: number, claim: number): Level {
    const { tally } = this;
    const traits = heads[at + Head.traits] as number;
    if (((this.statuses >> ((traits >> 8) & 0xff)) & 1) === 0) {
      tally.status += 1;
      return 0;
    }
    if ((traits & this.denied) !== 0) {
      tally.denied += 1;
      return 0;
    }
    if (!this.plain) return this.judgeWhole(claim);
    // What answerTimeColumns does for this one test, without its detours: most questions are no other.
    const begun = (heads[at + Head.earliestStart] as number) <= this.last;
    if (!begun || (heads[at + Head.latestEnd] as number) < this.first) {
      tally.time += 1;
      return 0;
    }
    if ((traits & Trait.sharp) !== 0 || isCertain(this.read, claim, this.first, this.last, this.vague))
      return 2;
    if (this.least < 2) return 1;
    tally.certainty += 1;
    return 0;
  }

  judgeEach(claims: Int32Array, visit: (claim: number, level: Level) => void, heads?: Int32Array): void {
    if (this.plain) return scanList(this.read, claims, this.question(undefined), this.tally, visit, heads);
    for (let i = 0; i < claims.length; i++) {
      const claim = claims[i] as number;
      const level = this.judge(claim);
      if (level > 0) visit(claim, level);
    }
  }

  levels(relations?: readonly number[]): AllLevels {
    const { read, heads, tally } = this;
    const scan = this.plain ? read.scan : undefined;
    if (scan) return scanClaims(read, scan, this.question(relations), tally);
    const levels = new Uint8Array(read.claimCount);
    const wanted = new Uint8Array(DROPPED + 1);
    for (const relation of relations ?? read.relationNames.keys()) wanted[relation] = 1;
    let held = 0;
    for (let claim = 0; claim < levels.length; claim++) {
      if (wanted[(heads[claim * Head.size + Head.traits] as number) >>> 16] === 0) continue;
      const level = this.judge(claim);
      levels[claim] = level;
      if (level > 0) held += 1;
    }
    return { levels, held };
  }

  private question(relations: readonly number[] | undefined): ScanQuestion {
    const { statuses, least, denied, first, last } = this;
    return { relations, statuses, includeDenied: denied === 0, days: this.time && { first, last }, least };
  }

  bounds(claim: number): TimeBounds {
    if (this.limited) return revisedBounds(this.read, claim, this.reportedBy, this.statedBy);
    const { heads, tails } = this.read;
    const traits = traitsOf(this.read, claim);
    return {
      earliestStart: heads[claim * Head.size + Head.earliestStart] as number,
      latestStart: tails[claim * Tail.size + Tail.latestStart] as number,
      earliestEnd: tails[claim * Tail.size + Tail.earliestEnd] as number,
      latestEnd: heads[claim * Head.size + Head.latestEnd] as number,
      vague: (traits & VAGUE) !== 0,
      instant: (traits & INSTANT) !== 0,
      openEnd: (traits & OPEN_END) !== 0,
      attested: (traits & ATTESTED) !== 0,
    };
  }

  citations(claim: number): readonly Citation[] {
    const { citations } = this.read.claim(claim);
    if (!this.limited) return citations;
    return knownCitations(this.read, { citations }, this.reportedBy, this.statedBy).map(([one]) => one);
  }

  /** Status and denial by all citations have been looked at. */
  private judgeWhole(claim: number): Level {
    let level: Level = 2;
    if (this.limited) {
      const { reports } = this.read;
      if ((reports.reportedFirst[claim] as number) > this.reportedBy) return this.setAside("reported");
      if ((reports.statedFirst[claim] as number) > this.statedBy) return this.setAside("reported");
      if ((reports.reportedSure[claim] as number) > this.reportedBy) level = 1;
      if ((reports.statedSure[claim] as number) > this.statedBy) level = 1;
      if (this.evidence || (reports.spread[claim] as number) > this.undivided) {
        const known = this.judgeKnown(claim);
        if (known === 0) return 0;
        if (known < level) level = known;
      }
    } else if (this.evidence && !this.read.claim(claim).citations.some(this.evidence)) {
      return this.setAside("source");
    }
    if (this.time) {
      const held = this.timeOf(claim, this.time);
      if (held === 0) return this.setAside("time");
      if (held < level) level = held;
    }
    return level < this.least ? this.setAside("certainty") : level;
  }

  /** Judges a claim by the citations known by then: one must be, one must not deny it, one must be as asked for. */
  private judgeKnown(claim: number): Level {
    const { read, evidence, reportedBy, statedBy } = this;
    const known = knownCitations(read, read.claim(claim), reportedBy, statedBy);
    if (known.length === 0) return this.setAside("reported");
    const standing = this.denied === 0 ? known : known.filter(([citation]) => citation.stance !== "denies");
    if (standing.length === 0) return this.setAside("denied");
    const asked = evidence ? known.filter(([citation]) => evidence(citation)) : known;
    if (asked.length === 0) return this.setAside("source");
    return Math.min(
      surenessOf(standing, reportedBy, statedBy),
      surenessOf(asked, reportedBy, statedBy),
    ) as Level;
  }

  private timeOf(claim: number, question: TimeQuestion): Level {
    const { heads, tails } = this.read;
    const traits = traitsOf(this.read, claim);
    if (this.limited && (traits & REVISABLE) !== 0) {
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
      heads[claim * Head.size + Head.earliestStart] as number,
      tails[claim * Tail.size + Tail.latestStart] as number,
      tails[claim * Tail.size + Tail.earliestEnd] as number,
      heads[claim * Head.size + Head.latestEnd] as number,
      traits,
    );
  }

  private setAside(reason: keyof Tally): 0 {
    this.tally[reason] += 1;
    return 0;
  }
}
