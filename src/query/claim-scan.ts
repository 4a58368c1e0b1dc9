/**
 * Judging every claim at once, where nothing is asked but relation, status, denial and whether a claim holds on some of
 * a few days: most looks at a whole graph ask no more.
 */
import type { ReadGraph, ScanColumns } from "../graph/read-graph.ts";
import { AFTER_ALL, BEFORE_ALL, boundedDay, SORTED_STATUSES, sortOf } from "../graph/scan-columns.ts";
import type { Day } from "../time/partial-date.ts";
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
export function scanClaims(read: ReadGraph, question: ScanQuestion, tally: Tally): AllLevels {
  const first = question.days ? boundedDay(question.days.first) : BEFORE_ALL;
  const last = question.days ? boundedDay(question.days.last) : AFTER_ALL;
  const levels = new Uint8Array(read.claimCount);
  const [stands, standing] = standingSorts(read, question, tally);
  const sure = judgeSure(read.scan, levels, stands, first, last);
  const possible = question.least < 2;
  const maybe = judgeBlurred(read.scan, levels, stands, first, last, possible ? 1 : 0);
  if (!possible) tally.certainty += maybe;
  tally.time += standing - sure - maybe;
  return { levels, held: possible ? sure + maybe : sure };
}

/** -1 for every sort of claim that is asked for and counts, and how many claims there are of these sorts. */
function standingSorts(
  { relationNames, scan: { counts } }: ReadGraph,
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
