/**
 * The claims of an entity, of a source, or of the whole graph.
 */
import type { KindOfId, KnowledgeGraph } from "../graph/knowledge-graph.ts";
import type { ReadGraph, Side } from "../graph/read-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { ClaimOf } from "../model/claim.ts";
import type { Ontology } from "../ontology/define.ts";
import type { Direction, RelationOf, RelationsAt } from "../ontology/ontology.ts";
import { type Answer, answer } from "./answer.ts";
import { type ClaimFilter, type CompiledFilter, compileFilter, type Level } from "./filter.ts";
import { type ClaimRow, claimRow, entityNumber, relationNumbers } from "./rows.ts";

/** Which claims of an entity: its relations, the side it stands on, and the filter. */
export interface ClaimsOptions<R extends string = string, D extends Direction = Direction>
  extends ClaimFilter {
  /** One relation or several; all when absent. */
  readonly relation?: R | readonly R[];
  /** `out`: the entity is the subject; `in`: the object; `both` unless told otherwise. */
  readonly direction?: D;
}

/** A claim of an entity, seen from it. */
export interface EntityClaimRow<C> extends ClaimRow<C> {
  /** `out` where the entity is the claim's subject. A symmetric relation reads the same both ways. */
  readonly direction: Side;
  /** Id of the entity at the other end. */
  readonly other: string;
}

/**
 * The claims in which an entity is subject or object, ordered by relation, start and id.
 * Only certain ones with status `actual` or `ongoing` unless the filter says otherwise; `setAside` counts the rest.
 * Cost: the entity's own claims.
 *
 * @throws NotFoundError `graph/unknown-entity`, `graph/unknown-relation`; InvalidQueryError of the filter
 * @example
 * claimsOf(graph, "official/chen-weijun", { relation: "holdsOffice", at: "2024-05-21" }).map((row) => row.claim.role);
 * // ["executive vice chairman", "member"]
 */
export function claimsOf<
  O extends Ontology,
  Ids extends string,
  const Id extends Ids,
  D extends Direction = "both",
  R extends RelationsAt<O, KindOfId<O, Id>, D> = RelationsAt<O, KindOfId<O, Id>, D>,
>(
  graph: KnowledgeGraph<O, Ids>,
  id: Id,
  options: ClaimsOptions<R, D> = {},
): Answer<EntityClaimRow<ClaimOf<O, R & RelationOf<O>>>> {
  const read = readGraph(graph);
  const { relation, direction = "both", ...filter } = options;
  const compiled = compileFilter(read, filter);
  const rows: EntityClaimRow<unknown>[] = [];
  forEachClaimOf(
    read,
    entityNumber(read, id),
    direction,
    relationNumbers(read, relation),
    compiled,
    (claim, level, side, other) => {
      rows.push({ ...claimRow(read, claim, level), direction: side, other: read.entityId(other) });
    },
  );
  return answer(rows, compiled.tally) as unknown as Answer<EntityClaimRow<ClaimOf<O, R & RelationOf<O>>>>;
}

/**
 * Every claim of the graph that passes the filter, ordered by id; `relation` narrows it.
 * Cost: all claims, or those of the source where one source is asked for.
 *
 * @throws NotFoundError `graph/unknown-relation`; InvalidQueryError of the filter
 */
export function claims<O extends Ontology, R extends RelationOf<O> = RelationOf<O>>(
  graph: KnowledgeGraph<O, string>,
  options: ClaimFilter & { readonly relation?: R | readonly R[] } = {},
): Answer<ClaimRow<ClaimOf<O, R>>> {
  const read = readGraph(graph);
  const { relation, ...filter } = options;
  const compiled = compileFilter(read, filter);
  const rows = selectClaims(read, relationNumbers(read, relation), compiled, filter.source).map(
    ([claim, level]) => claimRow(read, claim, level),
  );
  return answer(rows, compiled.tally) as unknown as Answer<ClaimRow<ClaimOf<O, R>>>;
}

/** Claim numbers that pass a filter, in order of id, with their levels. */
export function selectClaims(
  read: ReadGraph,
  relations: readonly number[] | undefined,
  filter: CompiledFilter,
  source?: ClaimFilter["source"],
): [claim: number, level: Level][] {
  const found: [number, Level][] = [];
  const visit = (claim: number): void => {
    if (relations && !relations.includes(read.columns.relation[claim] as number)) return;
    const level = filter.judge(claim);
    if (level > 0) found.push([claim, level]);
  };
  if (typeof source === "string") for (const claim of read.claimsOfSource(source)) visit(claim);
  else for (let claim = 0; claim < read.claimCount; claim++) visit(claim);
  return found.sort(([a], [b]) => (read.claimId(a) < read.claimId(b) ? -1 : 1));
}

/**
 * Walks an entity's claims on the given sides. A self-loop is visited once when both sides are walked; a claim of a
 * symmetric relation is visited whichever end the entity stands on.
 */
export function forEachClaimOf(
  read: ReadGraph,
  entity: number,
  direction: Direction,
  relations: readonly number[] | undefined,
  filter: CompiledFilter,
  visit: (claim: number, level: Level, side: Side, other: number) => void,
): void {
  const symmetric = symmetricRelations(read);
  for (const side of ["out", "in"] as const) {
    const wanted = direction === "both" || direction === side;
    const { claims: run, start, end } = read.run(entity, side);
    for (let i = start; i < end; i++) {
      const claim = run[i] as number;
      const relation = read.columns.relation[claim] as number;
      if (relations && !relations.includes(relation)) continue;
      if (!wanted && !symmetric[relation]) continue;
      const other = (side === "out" ? read.columns.object[claim] : read.columns.subject[claim]) as number;
      if (side === "in" && other === entity && (direction === "both" || symmetric[relation])) continue;
      const level = filter.judge(claim);
      if (level > 0) visit(claim, level, side, other);
    }
  }
}

const symmetries = new WeakMap<Ontology, readonly boolean[]>();

function symmetricRelations(read: ReadGraph): readonly boolean[] {
  let flags = symmetries.get(read.ontology);
  if (!flags) {
    flags = read.relationNames.map((name) => read.ontology.relations[name]?.symmetric === true);
    symmetries.set(read.ontology, flags);
  }
  return flags;
}
