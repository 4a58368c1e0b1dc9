/**
 * The graph around an entity.
 */
import type { KnowledgeGraph, ReadableGraph } from "../graph/knowledge-graph.ts";
import type { Ontology } from "../ontology/define.ts";
import type { RelationOf } from "../ontology/ontology.ts";
import { snapshot } from "./snapshot.ts";
import { type TraverseOptions, traverse } from "./traverse.ts";

/**
 * A new graph of the entities within `depth` claims of an entity (1 unless given) and all claims of the filter among
 * them, those between two neighbours included. Cost: a snapshot of the graph.
 *
 * @throws NotFoundError `graph/unknown-entity`, `graph/unknown-relation`; InvalidQueryError of the filter
 * @example
 * ego(graph, "port/biedieli").nodes(); // ["country/china", "country/kyrgyzstan", "port/biedieli", …]
 */
export function ego<O extends Ontology, Ids extends string, R extends RelationOf<O> = RelationOf<O>>(
  graph: ReadableGraph<O, Ids>,
  center: NoInfer<Ids>,
  options: Omit<TraverseOptions<R>, "order"> = {},
): KnowledgeGraph<O, Ids> {
  const { depth = 1, direction = "both", ...filter } = options;
  const within = new Set(traverse(graph, center, { ...filter, depth, direction }).map((visit) => visit.id));
  const around = snapshot(graph, { ...filter, keepIsolated: true }).toGraph();
  around.forEachNode((id) => {
    if (!within.has(id)) around.dropNode(id);
  });
  return around;
}
