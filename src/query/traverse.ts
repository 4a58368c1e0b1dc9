/**
 * Breadth-first and depth-first walks, by graphology-traversal, that also tell the claim walked.
 */
import { bfsFromNode, dfsFromNode } from "graphology-traversal";
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import { type GraphLike, readGraph } from "../graph/temporal-index.ts";
import type { ClaimOf } from "../model/claim.ts";
import type { EntityOf } from "../model/entity.ts";
import type { Ontology } from "../ontology/define.ts";
import type { Direction, RelationOf } from "../ontology/ontology.ts";
import type { ClaimFilter } from "./claim-filter.ts";
import { passable } from "./paths.ts";
import { entityNumber } from "./rows.ts";
import { snapshot } from "./snapshot.ts";

/** How far one walks, which way, and over which claims. */
export interface TraverseOptions<R extends string = string> extends ClaimFilter {
  readonly relation?: R | readonly R[];
  /** Level by level (`bfs`, unless told otherwise) or branch by branch (`dfs`). */
  readonly order?: "bfs" | "dfs";
  /** Follow claims from subject to object, the other way, or either way (unless told otherwise). */
  readonly direction?: Direction;
  /** How many claims away at most. */
  readonly depth?: number;
}

/** One entity reached. The first row is the start, which no claim leads to. */
export interface Visit<E, C> {
  readonly id: string;
  readonly entity: E;
  readonly depth: number;
  readonly from: string | undefined;
  readonly claim: C | undefined;
}

/**
 * The entities reached from a start over claims that pass the filter, in the order of the walk. When no relation is
 * named, figures, ranks and criticism are not walked, as in paths. Cost: a snapshot of the graph and the walk.
 *
 * @throws NotFoundError `graph/unknown-entity`, `graph/unknown-relation`; InvalidQueryError of the filter
 * @example
 * traverse(graph, "region/xinjiang-ftz", { relation: "partOf", direction: "in" }).map((visit) => visit.id);
 * // ["region/xinjiang-ftz", "region/urumqi", "region/xinjiang-ftz-horgos-area", …]
 */
export function traverse<O extends Ontology, Ids extends string, R extends RelationOf<O> = RelationOf<O>>(
  graph: ReadableGraph<O, Ids>,
  start: NoInfer<Ids>,
  options: TraverseOptions<R> = {},
): readonly Visit<EntityOf<O>, ClaimOf<O, R>>[] {
  const read = readGraph(graph);
  entityNumber(read, start);
  const { order = "bfs", direction = "both", depth = Number.POSITIVE_INFINITY, ...filter } = options;
  const relation = filter.relation ?? (passable(read).map((number) => read.relationNames[number]) as R[]);
  const view = snapshot(graph, { ...filter, relation, keepIsolated: true }).toGraph();
  const visits: Visit<unknown, unknown>[] = [];
  const seen = new Map<string, Seen>();
  const walk = order === "bfs" ? bfsFromNode : dfsFromNode;
  walk(
    view as never,
    start,
    (id: string, entity: object, level: number) => {
      if (level > depth) return true;
      const step =
        level === 0 ? undefined : stepTo(view as unknown as GraphLike, id, level - 1, direction, order, seen);
      seen.set(id, { depth: level, order: visits.length });
      const claim = step && view.getEdgeAttributes(step.claim);
      visits.push({ id, entity, depth: level, from: step?.from, claim });
      return level >= depth;
    },
    { mode: direction === "both" ? "directed" : direction },
  );
  return visits as never;
}

interface Seen {
  readonly depth: number;
  readonly order: number;
}

/**
 * The claim by which a walk came to an entity: from the first entity visited one level up in a breadth-first walk, the
 * last one in a depth-first walk; of several claims between the two, the first by id.
 */
function stepTo(
  view: GraphLike,
  id: string,
  depthAbove: number,
  direction: Direction,
  order: "bfs" | "dfs",
  seen: ReadonlyMap<string, Seen>,
): { readonly from: string; readonly claim: string } | undefined {
  let best: { from: string; claim: string; order: number } | undefined;
  view.forEachEdge(id, (claim, _attributes, subject, object) => {
    const from = subject === id ? object : subject;
    const walkable = direction === "both" || (direction === "out" ? object === id : subject === id);
    const above = seen.get(from);
    if (!walkable || above?.depth !== depthAbove) return;
    const nearer = !best || (order === "bfs" ? above.order < best.order : above.order > best.order);
    if (nearer || (best?.from === from && claim < best.claim)) best = { from, claim, order: above.order };
  });
  return best;
}
