/**
 * How broadly a claim is borne: how many documents, publishers, owners and speakers stand behind it, once what repeats
 * the same words or belongs together has been collapsed.
 */
import { claimsBeside, subjectOf } from "../graph/claim-layout.ts";
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import { type AnyClaim, compareIds, type ReadGraph } from "../graph/read-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { Citation } from "../model/citation.ts";
import { isPlainObject } from "../model/shape.ts";
import type { Ontology } from "../ontology/define.ts";
import type { PublisherClass } from "../ontology/vocabulary.ts";
import { lastDayAsked } from "../query/filter.ts";
import { knownCitations } from "../query/known.ts";
import { assertKnownOptions } from "../query/known-options.ts";
import { claimNumber } from "../query/rows.ts";
import { type CountedVoice, voiceOf } from "./counted-voice.ts";
import { largestMatching } from "./largest-matching.ts";
import type { Sources } from "./source-origin.ts";
import { type Collapse, collapsesOf } from "./support-collapses.ts";

export type { Collapse } from "./support-collapses.ts";

/** Counts of what stands behind a claim. Each is a number of different things, never a score. */
export interface SupportCounts {
  /** Passages, as the records list them. */
  readonly citations: number;
  /** Documents, a reprint or repetition counted as its original. */
  readonly documents: number;
  /** Publishers of these documents, by name. */
  readonly publishers: number;
  /** Owners of these publishers; a publisher without a known owner is its own. */
  readonly owners: number;
  /** Speakers in these documents: named ones, and unnamed ones by document and description. */
  readonly speakers: number;
  /** Classes of publisher. */
  readonly classes: number;
  /**
   * The most documents of which no two share an owner or a speaker: how many voices could have said it without one
   * another.
   */
  readonly independent: number;
  /** Documents and publishers by class of publisher; only classes that occur. `unknown`: the original is not held. */
  readonly byClass: Readonly<Partial<Record<PublisherClass | "unknown", ClassCounts>>>;
}

/** What stands behind a claim within one class of publisher. */
export interface ClassCounts {
  readonly documents: number;
  readonly publishers: number;
}

/** What stands behind a claim, and apart from it what denies it. */
export interface Support extends SupportCounts {
  readonly claim: string;
  /** The claims whose citations were counted: this one and, if asked for, those that say the same of other times. */
  readonly claims: readonly string[];
  /** What was counted as one, and why. */
  readonly collapsed: readonly Collapse[];
  /** The same for the citations that deny the claim; they count for nothing above. */
  readonly denials: SupportCounts & { readonly collapsed: readonly Collapse[] };
}

/** Which citations are counted. */
export interface SupportOptions {
  /** Only what had been published by this day (EDTF). */
  readonly reportedBy?: string;
  /** Only what had been said by this day (EDTF). */
  readonly statedBy?: string;
  /**
   * Also the citations of claims that differ from this one in nothing but their time: the same post, border or rank as
   * attested on other days.
   */
  readonly otherTimes?: boolean;
}

/**
 * Counts what stands behind a claim after collapsing several citations of one document, reprints and repetitions
 * (through any number of steps), publishers of one owner, and one speaker in several documents. A further citation
 * never lowers a count. Fresh objects. Cost: the claim's citations; `independent` the number of owners by speakers.
 *
 * @throws NotFoundError `graph/unknown-claim`; InvalidQueryError `query/indefinite-date`, `query/unknown-option`
 * @example
 * const { documents, publishers, collapsed } = support(graph, "xinjiang-ftz-first-in-northwestern-border-region");
 * [documents, publishers]; // [3, 2]
 * collapsed[0]?.reason; // "chinadaily-2024-03-07 and chinadaily-2025-03-07 are published by China Daily."
 */
export function support<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  claimId: string,
  options: SupportOptions = {},
): Support {
  assertKnownOptions(options, ["reportedBy", "statedBy", "otherTimes"]);
  const read = readGraph(graph);
  const number = claimNumber(read, claimId);
  const claims = options.otherTimes ? sameAtAnyTime(read, number) : [read.claim(number)];
  const reportedBy = lastDayAsked("reportedBy", options.reportedBy);
  const statedBy = lastDayAsked("statedBy", options.statedBy);
  const known = claims.flatMap((claim) =>
    knownCitations(read, claim, reportedBy, statedBy).map(([citation]) => citation),
  );
  return { ...supportOf(claimId, known, read.sources), claims: claims.map((claim) => claim.id) };
}

/** The support that some citations give a claim. */
export function supportOf(claim: string, citations: readonly Citation[], sources: Sources): Support {
  const voices = citations.map((citation) => voiceOf(citation, sources));
  const bearing = voices.filter(({ citation }) => citation.stance !== "denies");
  const denying = voices.filter(({ citation }) => citation.stance === "denies");
  return {
    claim,
    claims: [claim],
    ...countsOf(bearing),
    collapsed: collapsesOf(bearing),
    denials: { ...countsOf(denying), collapsed: collapsesOf(denying) },
  };
}

function countsOf(voices: readonly CountedVoice[]): SupportCounts {
  const distinct = (of: (voice: CountedVoice) => string | undefined): number =>
    new Set(voices.map(of).filter((value) => value !== undefined)).size;
  const byClass: Partial<Record<CountedVoice["class"], ClassCounts>> = {};
  for (const name of [...new Set(voices.map((voice) => voice.class))].sort()) {
    const within = voices.filter((voice) => voice.class === name);
    byClass[name] = {
      documents: new Set(within.map((voice) => voice.document)).size,
      publishers: new Set(within.map((voice) => voice.publisher)).size,
    };
  }
  return {
    citations: voices.length,
    documents: distinct((voice) => voice.document),
    publishers: distinct((voice) => voice.publisher),
    owners: distinct((voice) => voice.owner),
    speakers: distinct((voice) => voice.speaker),
    classes: distinct((voice) => voice.class),
    // An owner in its own voice is bound to nobody else: give it a speaker of its own.
    independent: largestMatching(
      voices.map(({ owner, speaker }) => [owner, JSON.stringify(speaker ?? [owner])]),
    ),
    byClass,
  };
}

/** The claims that equal one in all but time, by id; the claim itself among them. */
function sameAtAnyTime(read: ReadGraph, number: number): AnyClaim[] {
  const wanted = timeless(read.claim(number));
  const run = claimsBeside(read, subjectOf(read, number), "out");
  return run
    .map((other) => read.claim(other))
    .filter((claim) => timeless(claim) === wanted)
    .sort((a, b) => compareIds(a.id, b.id));
}

/** What a claim says, without when, who says so, and how it was read. */
function timeless({
  id: _id,
  valid: _valid,
  validAs: _as,
  attested: _attested,
  citations: _citations,
  inferred: _inferred,
  ...said
}: AnyClaim): string {
  return JSON.stringify(said, (_key, value: unknown) =>
    isPlainObject(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareIds(a, b)))
      : value,
  );
}
