/**
 * The columns that a look at every claim reads. Days are bounded, so that the difference of any two fits into 32 bits
 * and its sign tells their order: a scan that never branches is not slowed by guesses of the processor that go wrong.
 */
import { INSTANT, VAGUE } from "../time/time-question.ts";
import { Head, Tail, Trait } from "./claim-layout.ts";
import { type ClaimTables, DENIED, DROPPED, type ScanColumns } from "./read-graph.ts";

/** Statuses told apart; what somebody wrote into a graph that is none counts as the last. */
export const SORTED_STATUSES = 8;

/** Relation, status and whether every citation denies the claim, in one number. */
export function sortOf(relation: number, status: number, denied: boolean): number {
  return (relation << 4) | (Math.min(status, SORTED_STATUSES - 1) << 1) | +denied;
}

/** No day that can be written lies further away. */
const FARTHEST = 2 ** 29;
/** Before every day and after it: what is asked about where no time is. */
export const BEFORE_ALL = -FARTHEST - 1;
export const AFTER_ALL = FARTHEST + 1;

/** The day, or the farthest there is on its side; a 32-bit number, which engines subtract quicker than others. */
export function boundedDay(day: number): number {
  return Math.max(-FARTHEST, Math.min(FARTHEST, day)) | 0;
}

/** Reads the columns out of heads and tails. The sort of claims that are no more comes after all others. Linear. */
export function scanColumns(
  { heads, tails }: ClaimTables,
  claimCount: number,
  relationCount: number,
): ScanColumns {
  const days = (): Int32Array => new Int32Array(claimCount);
  const dropped = sortOf(relationCount, 0, false);
  const [sorts, sureFirst, sureLast] = [days(), days(), days()];
  const counts = new Int32Array(dropped + 1);
  const blurred: number[] = [];
  const blurredFirst: number[] = [];
  const blurredLast: number[] = [];
  for (let claim = 0; claim < claimCount; claim++) {
    const head = claim * Head.size;
    const traits = heads[head + Head.traits] as number;
    const relation = traits >>> 16;
    const sort =
      relation === DROPPED ? dropped : sortOf(relation, (traits >> 8) & 0xff, (traits & DENIED) !== 0);
    sorts[claim] = sort;
    counts[sort] = (counts[sort] as number) + 1;
    const first = boundedDay(heads[head + Head.earliestStart] as number);
    const last = boundedDay(heads[head + Head.latestEnd] as number);
    if ((traits & Trait.sharp) === 0 && sort !== dropped) {
      blurred.push(claim);
      blurredFirst.push(first);
      blurredLast.push(last);
    }
    const tail = claim * Tail.size;
    if ((traits & VAGUE) !== 0) {
      sureFirst[claim] = AFTER_ALL;
      sureLast[claim] = BEFORE_ALL;
    } else if ((traits & INSTANT) !== 0) {
      // What lasts a day lies among days for certain if all the days do on which it may have been.
      sureFirst[claim] = last;
      sureLast[claim] = first;
    } else {
      // The start of what has ended has come, and the end of what has not begun has not.
      sureFirst[claim] = Math.min(boundedDay(tails[tail + Tail.latestStart] as number), last);
      sureLast[claim] = Math.max(boundedDay(tails[tail + Tail.earliestEnd] as number), first);
    }
  }
  return {
    ...{ sorts, counts, sureFirst, sureLast },
    blurred: Int32Array.from(blurred),
    blurredFirst: Int32Array.from(blurredFirst),
    blurredLast: Int32Array.from(blurredLast),
  };
}
