/**
 * The entities with the most claims.
 */
import { notFound } from "../errors.ts";
import { Tail } from "../graph/claim-layout.ts";
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import { compareIds, type ReadGraph } from "../graph/read-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { EntityOf } from "../model/entity.ts";
import type { Ontology } from "../ontology/define.ts";
import type { Direction, KindOf, RelationOf } from "../ontology/ontology.ts";
import { type Answer, answer } from "./answer.ts";
import { type ClaimFilter, compileFilter } from "./filter.ts";
import { queryOptions } from "./filter-options.ts";
import { relationNumbers } from "./rows.ts";

export interface DegreeOptions<
  K extends string = string,
  R extends string = string,
  D extends Direction = Direction,
> extends ClaimFilter {
  /** Only entities of this kind or these kinds; their claims count whoever stands at the other end. */
  readonly kind?: K | readonly K[];
  readonly relation?: R | readonly R[];
  /** Claims with the entity as subject (`out`), as object (`in`) or either way (`both`, unless told otherwise). */
  readonly direction?: D;
  /** How many entities at most; 10 unless given. */
  readonly limit?: number;
}

/** An entity and the number of its claims that pass the filter. */
export interface DegreeRow<E> {
  readonly id: string;
  readonly entity: E;
  /** A claim of an entity with itself counts twice where both directions count, as everywhere in graphs. */
  readonly degree: number;
}

/**
 * The entities that the most claims of a filter join, by number of claims, then id; none without a claim. Degree tells
 * how much the sources say of an entity, which is not how important it is. Cost: all claims, a few numbers each.
 *
 * @throws NotFoundError `graph/unknown-kind`, `graph/unknown-relation`; InvalidQueryError of the filter
 * @example
 * topDegree(graph, { kind: "port", at: "2024", limit: 1 }).map((row) => [row.id, row.degree]); // [["port/biedieli", 4]]
 */
export function topDegree<
  O extends Ontology,
  Ids extends string,
  K extends KindOf<O> = KindOf<O>,
  R extends RelationOf<O> = RelationOf<O>,
>(graph: ReadableGraph<O, Ids>, options: DegreeOptions<K, R> = {}): Answer<DegreeRow<EntityOf<O, K>>> {
  const read = readGraph(graph);
  const { kind, relation, direction = "both", limit = 10 } = options;
  const kinds = kind === undefined ? undefined : [kind].flat();
  const unknown = kinds?.find((name) => !Object.hasOwn(read.ontology.kinds, name as string));
  if (unknown !== undefined)
    throw notFound("graph/unknown-kind", "kind", unknown as string, Object.keys(read.ontology.kinds));
  const compiled = compileFilter(read, options, DEGREE_OPTIONS);
  const { levels } = compiled.levels(relationNumbers(read, relation));
  const degrees = degreesOf(read, levels, direction);
  const accepts = (entity: number): boolean =>
    !kinds || (kinds as readonly string[]).includes(read.entity(entity).kind);
  const rows = greatest(read, degrees, limit, accepts).map((entity) => ({
    id: read.entityId(entity),
    entity: read.entity(entity),
    degree: degrees[entity] as number,
  }));
  return answer(rows, compiled.tally) as never;
}

const DEGREE_OPTIONS = queryOptions("kind", "relation", "direction", "limit");

function degreesOf(read: ReadGraph, levels: Uint8Array, direction: Direction): Int32Array {
  const degrees = new Int32Array(read.entityCount);
  const { tails } = read;
  const [out, into] = [direction === "in" ? 0 : 1, direction === "out" ? 0 : 1];
  for (let claim = 0, at = 0; claim < levels.length; claim++, at += Tail.size) {
    if (levels[claim] === 0) continue;
    const from = tails[at + Tail.subject] as number;
    const to = tails[at + Tail.object] as number;
    degrees[from] = (degrees[from] as number) + out;
    degrees[to] = (degrees[to] as number) + into;
  }
  return degrees;
}

/** The entities of the greatest degrees, kept sorted while going through them: few are wanted of many. */
function greatest(
  read: ReadGraph,
  degrees: Int32Array,
  limit: number,
  accepts: (entity: number) => boolean,
): number[] {
  const before = (a: number, b: number): boolean =>
    (degrees[a] as number) > (degrees[b] as number) ||
    (degrees[a] === degrees[b] && compareIds(read.entityId(a), read.entityId(b)) < 0);
  const best: number[] = [];
  let least = 0;
  for (let entity = 0; entity < degrees.length; entity++) {
    const degree = degrees[entity] as number;
    if (degree === 0 || degree < least || !accepts(entity)) continue;
    let at = best.length;
    for (; at > 0 && before(entity, best[at - 1] as number); at--) best[at] = best[at - 1] as number;
    best[at] = entity;
    if (best.length > limit) best.pop();
    if (best.length >= limit) least = degrees[best.at(-1) ?? entity] as number;
  }
  return best.slice(0, Math.max(limit, 0));
}
