/**
 * What of a claim one may know by a day: its citations by then, and what follows from them.
 */
import { objectOf } from "../graph/claim-layout.ts";
import { attestedBy, type CitationDays, citationDays, claimBounds } from "../graph/claim-times.ts";
import type { AnyClaim, ReadGraph } from "../graph/read-graph.ts";
import type { Citation } from "../model/citation.ts";
import { timeBehaviourOf } from "../ontology/ontology.ts";
import { DAY_MAX, type Day } from "../time/partial-date.ts";
import type { TimeBounds } from "../time/valid-time.ts";
import type { Level } from "./claim-filter.ts";

/** A citation with its own days. */
export type DatedCitation = readonly [Citation, CitationDays];

/** The bounds of a claim from the citations published and said by the given days only. */
export function revisedBounds(
  read: ReadGraph,
  number: number,
  reportedBy: Day = DAY_MAX,
  statedBy: Day = DAY_MAX,
): TimeBounds {
  const claim = read.claim(number);
  const known = knownCitations(read, claim, reportedBy, statedBy).map(([, days]) => days);
  const relation = read.ontology.relations[claim.relation];
  const behaviour = relation ? timeBehaviourOf(relation, read.entity(objectOf(read, number))) : "state";
  return claimBounds(claim, behaviour, known, Math.min(reportedBy, statedBy));
}

/** The citations of a claim that one may know of by the given days, with their own days. */
export function knownCitations(
  read: ReadGraph,
  claim: Pick<AnyClaim, "citations">,
  reportedBy: Day = DAY_MAX,
  statedBy: Day = DAY_MAX,
): readonly DatedCitation[] {
  return claim.citations
    .map((citation): DatedCitation => [citation, citationDays(citation, read.sources[citation.source])])
    .filter(([, days]) => days.reported.first <= reportedBy && days.stated.first <= statedBy);
}

/** How sure it is that one of these citations was known by the given days; 0 where there is none. */
export function surenessOf(citations: readonly DatedCitation[], reportedBy: Day, statedBy: Day): Level {
  if (citations.length === 0) return 0;
  return citations.some(([, { reported, stated }]) => reported.sure <= reportedBy && stated.sure <= statedBy)
    ? 2
    : 1;
}

/** A claim without the attested days that nobody could know of yet. */
export function asAttestedBy(claim: AnyClaim, knownBy: Day): AnyClaim {
  if (claim.attested === undefined || knownBy === DAY_MAX) return claim;
  return { ...claim, attested: attestedBy(claim.attested, knownBy) };
}
