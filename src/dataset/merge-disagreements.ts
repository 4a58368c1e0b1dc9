/**
 * What merged claims of different datasets say against one another: the library's `conflicts`, asked only of matters on
 * which more than one dataset speaks.
 */
import { type Conflict, conflicts } from "../evidence/conflicts.ts";
import { buildGraph } from "../graph/build.ts";
import type { ClaimRecord } from "../model/claim.ts";
import type { DatasetRecords } from "../model/record.ts";
import type { Ontology } from "../ontology/define.ts";
import { findRelation } from "../ontology/ontology.ts";
import { areApart, type MergedList, NOWHERE, type Sides, sidesOf } from "./merge-sides.ts";

/** The conflicts of the merged records between claims that no one dataset holds both of, ordered by their ids. */
export function disagreementsOf(
  merged: DatasetRecords,
  { records, origins }: MergedList<ClaimRecord>,
  ontology: Ontology,
): readonly Conflict[] {
  const sides = new Map(records.map((claim, i) => [claim.id, sidesOf(origins[i] ?? [])]));
  const claims = contested(records, sides, ontology);
  if (claims.length === 0) return [];
  const graph = buildGraph(
    {
      ...merged,
      entities: merged.entities.map((entity) => ({ ...entity })),
      claims: claims.map((claim) => ({ ...claim })),
    },
    ontology,
  );
  return conflicts(graph).filter(({ a, b }) => areApart(sides.get(a) ?? NOWHERE, sides.get(b) ?? NOWHERE));
}

/** The claims of functional relations about an entity of which no one dataset holds all. */
function contested(
  claims: readonly ClaimRecord[],
  sides: ReadonlyMap<string, Sides>,
  ontology: Ontology,
): readonly ClaimRecord[] {
  const matters = new Map<string, { readonly claims: ClaimRecord[]; common: Sides }>();
  for (const claim of claims) {
    const relation = findRelation(ontology, claim.relation);
    if (!relation?.functional) continue;
    const own = sides.get(claim.id) ?? NOWHERE;
    for (const end of relation.symmetric ? [claim.subject, claim.object] : [claim.subject]) {
      const key = `${claim.relation} ${end}`;
      const matter = matters.get(key);
      if (!matter) matters.set(key, { claims: [claim], common: own });
      else {
        matter.claims.push(claim);
        matter.common = new Set([...matter.common].filter((side) => own.has(side)));
      }
    }
  }
  const found = [...matters.values()].filter(({ common }) => common.size === 0);
  return [...new Set(found.flatMap((matter) => matter.claims))];
}
