/**
 * What counts throughout a query: time, knowledge, certainty, status.
 */
import type { ClaimStatus } from "../ontology/vocabulary.ts";

/**
 * What counts at every step that does not say otherwise in its own options, wherever in the chain it is written. Each
 * can be given once.
 */
export interface Clauses<Self> {
  at(time: string, options?: { readonly throughout?: boolean }): Self;
  during(time: string): Self;
  before(time: string): Self;
  after(time: string): Self;
  overlaps(time: string, options?: { readonly throughout?: boolean }): Self;
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
