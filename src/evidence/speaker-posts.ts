/**
 * The posts that a graph's claims attest for a speaker on the day of speaking. Which relations tell of posts, and how
 * a post reads, the ontology declares (`office`).
 */
import type { ReadGraph } from "../graph/read-graph.ts";
import { findRelation } from "../ontology/ontology.ts";
import { forEachClaimOf } from "../query/claim-walk.ts";
import { compileFilter } from "../query/filter.ts";
import { formatDay } from "../time/partial-date.ts";
import { boundsOf, parseValidTime } from "../time/valid-time.ts";
import { fillTemplate, type Labels } from "./claim-sentence.ts";

/** A post, in words ("chairman of …"), and the claim that attests it. */
export interface Post {
  readonly claim: string;
  readonly text: string;
}

/** When and where a speaker spoke. */
export interface Speech {
  readonly speaker: string;
  /** EDTF: the day of speaking; of a coarse date, some day of it. */
  readonly stated: string;
  readonly source: string;
}

/**
 * The posts that a speaker certainly held on the day of a speech, by the claims that one may know of. A post that is
 * attested only on other days is not among them: nothing is stretched. Where the day itself is in doubt
 * (`2024-11-01?`), a post that the same document shows on it counts.
 */
export function postsOf(
  read: ReadGraph,
  { speaker, stated, source }: Speech,
  label: Labels,
  known: { readonly reportedBy?: string; readonly statedBy?: string } = {},
): readonly Post[] {
  const entity = read.entityNumber(speaker);
  const offices = read.relationNames.flatMap((name, number) =>
    findRelation(read.ontology, name)?.office === undefined ? [] : [number],
  );
  if (entity < 0 || offices.length === 0) return [];
  const posts = new Map<string, Post>();
  const filter = compileFilter(read, { ...known, at: definite(stated), certainty: "possible" });
  forEachClaimOf(read, entity, "out", offices, filter, (number, level) => {
    const claim = read.claim(number);
    const shown =
      claim.attested?.includes(stated) &&
      filter.citations(number).some((citation) => citation.source === source);
    if (level < 2 && !shown) return;
    const relation = findRelation(read.ontology, claim.relation);
    const { text } = fillTemplate(relation?.office ?? "", claim, relation?.attributes ?? {}, label);
    if (!posts.has(text)) posts.set(text, { claim: claim.id, text });
  });
  return [...posts.values()];
}

/** The days of a date as a time to ask about, without `~ ? % X`. */
function definite(text: string): string {
  const { earliestStart, latestEnd } = boundsOf(parseValidTime(text), "event");
  return earliestStart === latestEnd
    ? formatDay(latestEnd)
    : `${formatDay(earliestStart)}/${formatDay(latestEnd)}`;
}
