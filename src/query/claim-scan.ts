/**
 * Judging many claims at once, where nothing is asked but relation, status, denial and whether a claim holds on some of
 * a few days, as most often. Counts stand where one would branch: what the next claim is like is as good as random, and
 * processors guess wrong.
 */
import { Head, Tail, Trait } from "../graph/claim-layout.ts";
import { DENIED, type ReadGraph, type ScanColumns } from "../graph/read-graph.ts";
import { AFTER_ALL, BEFORE_ALL, boundedDay, SORTED_STATUSES, sortOf } from "../graph/scan-columns.ts";
import { DAY_MAX, DAY_MIN, type Day } from "../time/partial-date.ts";
import { INSTANT, VAGUE } from "../time/time-question.ts";
import type { Tally } from "./answer.ts";
import type { Level } from "./claim-filter.ts";

/** What is asked of every claim. */
export interface ScanQuestion {
  /** All relations when absent. */
  readonly relations: readonly number[] | undefined;
  /** One bit for each status that counts. */
  readonly statuses: number;
  readonly includeDenied: boolean;
  /** The days on some of which a claim is to hold; no time is asked for when absent. */
  readonly days: { readonly first: Day; readonly last: Day } | undefined;
  readonly least: Level;
}

/** The certainties of all claims by number, and how many of them are not 0. */
export interface AllLevels {
  readonly levels: Uint8Array;
  readonly held: number;
}

/** What a filter's `judge` does, for every claim of the relations asked for. Cost: all claims, three numbers each. */
export function scanClaims(
  read: ReadGraph,
  scan: ScanColumns,
  question: ScanQuestion,
  tally: Tally,
): AllLevels {
  const first = question.days ? boundedDay(question.days.first) : BEFORE_ALL;
  const last = question.days ? boundedDay(question.days.last) : AFTER_ALL;
  const levels = new Uint8Array(read.claimCount);
  const [stands, standing] = standingSorts(read.relationNames, scan, question, tally);
  const sure = judgeSure(scan, levels, stands, first, last);
  const possible = question.least < 2;
  const maybe = judgeBlurred(scan, levels, stands, first, last, possible ? 1 : 0);
  if (!possible) tally.certainty += maybe;
  tally.time += standing - sure - maybe;
  return { levels, held: possible ? sure + maybe : sure };
}

/** -1 for every sort of claim that is asked for and counts, and how many claims there are of these sorts. */
function standingSorts(
  relationNames: readonly string[],
  { counts }: ScanColumns,
  { relations, statuses, includeDenied }: ScanQuestion,
  tally: Tally,
): [stands: Int8Array, standing: number] {
  const stands = new Int8Array(counts.length);
  let standing = 0;
  for (const relation of relations ? new Set(relations) : relationNames.keys()) {
    for (let status = 0; status < SORTED_STATUSES; status++) {
      const sort = sortOf(relation, status, false);
      const [asserted, denied] = [counts[sort] as number, counts[sort + 1] as number];
      if (((statuses >> status) & 1) === 0) {
        tally.status += asserted + denied;
        continue;
      }
      stands[sort] = -1;
      standing += asserted;
      if (includeDenied) {
        stands[sort + 1] = -1;
        standing += denied;
      } else tally.denied += denied;
    }
  }
  return [stands, standing];
}

// Truth is -1 below, all bits set, and falsehood 0. Each loop is a function of its own, which engines compile at once.

/** Gives the claims that certainly hold their level, and counts them. */
function judgeSure(
  { sorts, sureFirst, sureLast }: ScanColumns,
  levels: Uint8Array,
  stands: Int8Array,
  first: number,
  last: number,
): number {
  let count = 0;
  for (let claim = 0; claim < levels.length; claim++) {
    const outside = ((last - (sureFirst[claim] as number)) | ((sureLast[claim] as number) - first)) >> 31;
    const holds = (stands[sorts[claim] as number] as number) & ~outside;
    count -= holds;
    levels[claim] = holds & 2;
  }
  return count;
}

/** Gives the claims that only possibly hold their level, and counts them. */
function judgeBlurred(
  { sorts, blurred, blurredFirst, blurredLast }: ScanColumns,
  levels: Uint8Array,
  stands: Int8Array,
  first: number,
  last: number,
  level: 0 | 1,
): number {
  let count = 0;
  for (let i = 0; i < blurred.length; i++) {
    const claim = blurred[i] as number;
    const known = levels[claim] as number;
    const outside = ((last - (blurredFirst[i] as number)) | ((blurredLast[i] as number) - first)) >> 31;
    const maybe = (stands[sorts[claim] as number] as number) & ~outside & ((known - 1) >> 31);
    count -= maybe;
    levels[claim] = known | (maybe & level);
  }
  return count;
}

/**
 * The same for the claims of a list, in its order: visits those that hold. All relations count.
 *
 * @param packed the heads of the claims, end to end, where they are at hand
 */
export function scanList(
  read: ReadGraph,
  claims: Int32Array,
  { statuses, includeDenied, days, least }: ScanQuestion,
  tally: Tally,
  visit: (claim: number, level: Level) => void,
  packed?: Int32Array,
): void {
  const heads = packed ?? read.heads;
  const denies = includeDenied ? 0 : DENIED;
  const vague = days ? VAGUE : 0;
  const { first, last } = days ?? { first: DAY_MIN, last: DAY_MAX };
  let [counted, standing, holding] = [0, 0, 0];
  for (let i = 0; i < claims.length; i++) {
    const claim = claims[i] as number;
    const at = (packed ? i : claim) * Head.size;
    const traits = heads[at + Head.traits] as number;
    const counts = (statuses >> ((traits >> 8) & 0xff)) & 1;
    const stands = counts & +((traits & denies) === 0);
    const begun = +((heads[at + Head.earliestStart] as number) <= last);
    const holds = stands & begun & +((heads[at + Head.latestEnd] as number) >= first);
    counted += counts;
    standing += stands;
    holding += holds;
    if (holds === 0) continue;
    if ((traits & Trait.sharp) !== 0 || isCertain(read, claim, first, last, vague)) visit(claim, 2);
    else if (least < 2) visit(claim, 1);
    else tally.certainty += 1;
  }
  tally.status += claims.length - counted;
  tally.denied += counted - standing;
  tally.time += standing - holding;
}

/** Whether a claim that may hold on some day from `first` to `last` certainly does; never with a flag of `vague`. */
export function isCertain(
  { heads, tails }: ReadGraph,
  claim: number,
  first: Day,
  last: Day,
  vague: number,
): boolean {
  const traits = heads[claim * Head.size + Head.traits] as number;
  if ((traits & vague) !== 0) return false;
  const start = heads[claim * Head.size + Head.earliestStart] as number;
  const end = heads[claim * Head.size + Head.latestEnd] as number;
  return (traits & INSTANT) !== 0
    ? start >= first && end <= last
    : (end <= last || (tails[claim * Tail.size + Tail.latestStart] as number) <= last) &&
        (start >= first || (tails[claim * Tail.size + Tail.earliestEnd] as number) >= first);
}
