/**
 * Which claims give a figure of one matter at one time, so that one may be a revision of another. What makes a matter
 * is declared in the ontology (`functional`).
 */
import type { ReadGraph } from "../graph/read-graph.ts";
import { findRelation } from "../ontology/ontology.ts";
import type { TimeBounds } from "../time/valid-time.ts";

/**
 * Equal for two claims of one subject if they speak of the same matter and time: the same relation, functional key (for
 * relations without one, object and attributes), scope, and days. An attested claim shares a time only with claims
 * attested on the same days, an open-ended one only with claims written alike.
 */
export function figureMatterKey(read: ReadGraph, number: number, bounds: TimeBounds): string {
  const claim = read.claim(number);
  const relation = findRelation(read.ontology, claim.relation);
  const { functional, attributes = {} } = relation ?? {};
  const fields =
    functional?.value === "quantity"
      ? functional.key.filter((field) => field !== "scope" && field !== "valid")
      : ["object", ...Object.keys(attributes)];
  const { partner, place, within, part } = claim.scope ?? {};
  return JSON.stringify([
    claim.relation,
    fields.map((field) => (Object.hasOwn(claim, field) ? claim[field] : null)),
    [partner, place, within, part],
    timeKey(bounds, claim.valid ?? [...(claim.attested ?? [])].sort().join(" ")),
  ]);
}

function timeKey(bounds: TimeBounds, written: string): unknown {
  const { earliestStart, latestStart, earliestEnd, latestEnd, vague, openEnd, attested } = bounds;
  return openEnd || attested ? written : [earliestStart, latestStart, earliestEnd, latestEnd, vague];
}
