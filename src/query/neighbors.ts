/**
 * The entities next to an entity, typed by the ontology, and the graph around it.
 */
import type { IdOfKind, KindOfId, ReadableGraph } from "../graph/knowledge-graph.ts";
import type { AnyClaim, AnyEntity, ReadGraph } from "../graph/read-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { ClaimOf } from "../model/claim.ts";
import type { EntityOf } from "../model/entity.ts";
import type { Ontology } from "../ontology/define.ts";
import type { Direction, KindAcross, KindOf, RelationOf, RelationsAt } from "../ontology/ontology.ts";
import type { Certainty } from "../time/time-question.ts";
import { type Answer, answer } from "./answer.ts";
import { type ClaimVisitor, forEachClaimOf } from "./claim-walk.ts";
import { EntityMarks } from "./entity-marks.ts";
import { CERTAINTIES, type ClaimFilter, type ClaimJudge, compileFilter, type Level } from "./filter.ts";
import { queryOptions } from "./filter-options.ts";
import { entityNumber, lastAttested, relationNumbers } from "./rows.ts";

/** An entity next to the one asked about, with the claims that make it so. */
export interface Neighbor<E, C, Id extends string = string> {
  readonly id: Id;
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
  graph: ReadableGraph<O, Ids>,
  id: Id,
  relation?: R | readonly R[],
  options: NeighborsOptions<D> = {},
): Answer<
  Neighbor<
    EntityOf<O, KindAcross<O, KindOfId<O, Id>, R & RelationOf<O>, D> & KindOf<O>>,
    ClaimOf<O, R & RelationOf<O>>,
    IdOfKind<Ids, KindAcross<O, KindOfId<O, Id>, R & RelationOf<O>, D>>
  >
> {
  const read = readGraph(graph);
  const compiled = compileFilter(read, options, NEIGHBORS_OPTIONS);
  const rows: NeighborRow[] = [];
  marks.begin(read.entityCount);
  forEachClaimOf(
    read,
    entityNumber(read, id),
    options.direction ?? "both",
    relationNumbers(read, relation),
    compiled,
    (claim, level, _side, other) => {
      const row = rows[marks.get(other)];
      if (row) return addClaim(read, row, claim, level, compiled);
      marks.set(other, rows.length);
      rows.push(neighborRow(read, claim, level, other, compiled));
    },
  );
  return answer(rows, compiled.tally) as never;
}

/**
 * The ids of {@link neighbors} alone, in the same order, several times faster. Of several entities together: each
 * neighbour once, in the order of the entities; so one walks step by step, asking the whole front at once. Cost: the
 * entities' own claims.
 *
 * @param id one entity, or several
 * @throws NotFoundError `graph/unknown-entity`, `graph/unknown-relation`; InvalidQueryError of the filter
 * @example
 * neighborIds(graph, "port/biedieli", "opensTo"); // ["country/kyrgyzstan"]
 * neighborIds(graph, ["country/kyrgyzstan", "country/kazakhstan"], "opensTo", { direction: "in" });
 * // ["port/biedieli", "port/horgos-road"]
 */
export function neighborIds<
  O extends Ontology,
  Ids extends string,
  const Id extends Ids,
  R extends RelationsAt<O, KindOfId<O, Id>, D>,
  D extends Direction = "both",
>(
  graph: ReadableGraph<O, Ids>,
  id: Id | readonly Id[],
  relation?: R | readonly R[],
  options: NeighborsOptions<D> = {},
): readonly IdOfKind<Ids, KindAcross<O, KindOfId<O, Id>, R & RelationOf<O>, D>>[] {
  const read = readGraph(graph);
  const compiled = compileFilter(read, options, NEIGHBORS_OPTIONS);
  const relations = relationNumbers(read, relation);
  const direction = options.direction ?? "both";
  const found: string[] = [];
  marks.begin(read.entityCount);
  const visit: ClaimVisitor = (_claim, _level, _side, other) => {
    if (marks.has(other)) return;
    marks.set(other, 1);
    found.push(read.entityId(other));
  };
  const ids = typeof id === "string" ? [id] : (id as readonly string[]);
  for (let i = 0; i < ids.length; i++)
    forEachClaimOf(read, entityNumber(read, ids[i] as string), direction, relations, compiled, visit);
  return found as never;
}

const NEIGHBORS_OPTIONS = queryOptions("direction");
const marks = new EntityMarks();

interface NeighborRow {
  readonly id: string;
  readonly entity: AnyEntity;
  readonly claims: AnyClaim[];
  certainty: Certainty;
  lastAttested?: string;
}

function neighborRow(
  read: ReadGraph,
  claim: number,
  level: Level,
  other: number,
  filter: ClaimJudge,
): NeighborRow {
  const row: NeighborRow = {
    id: read.entityId(other),
    entity: read.entity(other),
    claims: [read.claim(claim)],
    certainty: CERTAINTIES[level] as Certainty,
  };
  const attested = lastAttested(read, claim, filter);
  if (attested !== undefined) row.lastAttested = attested;
  return row;
}

/** A claim whose days are written takes the last attested day away: the row no longer rests on attestations only. */
function addClaim(read: ReadGraph, row: NeighborRow, claim: number, level: Level, filter: ClaimJudge): void {
  row.claims.push(read.claim(claim));
  if (level === 2) row.certainty = "certain";
  if (row.lastAttested === undefined) return;
  const attested = lastAttested(read, claim, filter);
  if (attested === undefined) delete row.lastAttested;
  else if (attested > row.lastAttested) row.lastAttested = attested;
}
