/**
 * The entities next to an entity, typed by the ontology, and the graph around it.
 */
import type { KindOfId, KnowledgeGraph } from "../graph/knowledge-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { ClaimOf } from "../model/claim.ts";
import type { EntityOf } from "../model/entity.ts";
import type { Ontology } from "../ontology/define.ts";
import type { Direction, KindAcross, KindOf, RelationOf, RelationsAt } from "../ontology/ontology.ts";
import type { Certainty } from "../time/time-question.ts";
import { type Answer, answer } from "./answer.ts";
import { forEachClaimOf } from "./claims.ts";
import { CERTAINTIES, type ClaimFilter, compileFilter, type Level } from "./filter.ts";
import { claimRow, entityNumber, relationNumbers } from "./rows.ts";

/** An entity next to the one asked about, with the claims that make it so. */
export interface Neighbor<E, C> {
  readonly id: string;
  /** The graph's own attributes of it: a view. */
  readonly entity: E;
  /** The claims that lead to it, by relation, start and id. */
  readonly claims: readonly C[];
  /** The best of the claims' certainties. */
  readonly certainty: Exclude<Certainty, "no">;
  /** The latest day on which a text attests one of the claims, where they are only attested. */
  readonly lastAttested?: string;
}

export interface NeighborsOptions<D extends Direction = Direction> extends ClaimFilter {
  /** Which side the entity stands on; `both` unless told otherwise. */
  readonly direction?: D;
}

/**
 * The entities that an entity's claims lead to, one row each, in the order of the claims.
 * The rows' kinds follow from the id's kind, the relation and the direction. Cost: the entity's own claims.
 *
 * @param relation one relation or several; all when absent
 * @throws NotFoundError `graph/unknown-entity`, `graph/unknown-relation`; InvalidQueryError of the filter
 * @example
 * neighbors(graph, "port/biedieli", "opensTo").map((row) => row.entity.label);
 * // ["Kyrgyzstan"]
 */
export function neighbors<
  O extends Ontology,
  Ids extends string,
  const Id extends Ids,
  R extends RelationsAt<O, KindOfId<O, Id>, D>,
  D extends Direction = "both",
>(
  graph: KnowledgeGraph<O, Ids>,
  id: Id,
  relation?: R | readonly R[],
  options: NeighborsOptions<D> = {},
): Answer<
  Neighbor<
    EntityOf<O, KindAcross<O, KindOfId<O, Id>, R & RelationOf<O>, D> & KindOf<O>>,
    ClaimOf<O, R & RelationOf<O>>
  >
> {
  const read = readGraph(graph);
  const { direction = "both", ...filter } = options;
  const compiled = compileFilter(read, filter);
  const found = new Map<number, { claims: number[]; level: Level }>();
  forEachClaimOf(
    read,
    entityNumber(read, id),
    direction,
    relationNumbers(read, relation),
    compiled,
    (claim, level, _side, other) => {
      const row = found.get(other);
      if (!row) found.set(other, { claims: [claim], level });
      else {
        row.claims.push(claim);
        if (level > row.level) row.level = level;
      }
    },
  );
  const rows = Array.from(found, ([other, { claims, level }]) => {
    const attested = claims
      .map((claim) => claimRow(read, claim, level).lastAttested)
      .filter((day) => day !== undefined);
    return {
      id: read.entityId(other),
      entity: read.entity(other),
      claims: claims.map((claim) => read.claim(claim)),
      certainty: CERTAINTIES[level],
      ...(attested.length === claims.length && { lastAttested: attested.sort().at(-1) }),
    };
  });
  return answer(rows, compiled.tally) as never;
}
