/**
 * What counts throughout a query: time, knowledge, certainty, status.
 */
import type { ClaimStatus } from "../ontology/vocabulary.ts";

/**
 * What counts at every step that does not say otherwise in its own options, wherever in the chain it is written. Each
 * can be given once.
 */
export interface Clauses<Self> {
  /** Claims that hold on some day of this; on every day of it with `throughout`. */
  at(time: string, options?: { readonly throughout?: boolean }): Self;
  /** Claims that start and end within this. */
  during(time: string): Self;
  /** Claims that end before the first day of this. */
  before(time: string): Self;
  /** Claims that start after the last day of this. */
  after(time: string): Self;
  /** The same as `at`, for those who think of intervals. */
  overlaps(time: string, options?: { readonly throughout?: boolean }): Self;
  /** Claims that start on some day of this. */
  startedIn(time: string): Self;
  /** How far outside its attested days an attested state is possible: `P2Y`. */
  attestedWithin(duration: string): Self;
  /** Only what had been published by this day: claims, ends and names alike. */
  reportedBy(day: string): Self;
  /** Only what had been said by this day. */
  statedBy(day: string): Self;
  /** Also rows that are only possible, each saying which claims make it so. */
  possible(): Self;
  /** Statuses that count; `actual` and `ongoing` when not given. */
  status(...statuses: readonly ["any"] | readonly [ClaimStatus, ...ClaimStatus[]]): Self;
}
