/**
 * The options that say which claims count: one set for every query.
 */
import type { ClaimStatus, PublisherClass, Voice } from "../ontology/vocabulary.ts";
import type { TimeClause } from "../time/time-question.ts";

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
