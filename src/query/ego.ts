/**
 * The graph around an entity.
 */
import { objectOf, subjectOf } from "../graph/claim-layout.ts";
import type { KnowledgeGraph, ReadableGraph } from "../graph/knowledge-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { Ontology } from "../ontology/define.ts";
import type { RelationOf } from "../ontology/ontology.ts";
import { compileFilter } from "./filter.ts";
import { relationNumbers } from "./rows.ts";
import { partOf } from "./snapshot.ts";
import { type TraverseOptions, traverse } from "./traverse.ts";

/**
 * A new graph of the entities within `depth` claims of an entity (1 unless given) and all claims of the filter among
 * them, those between two neighbours included. Entities that these only mention, such as speakers, are no nodes but stand
 * in its attribute `mentioned`. Cost: a snapshot of the graph.
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
  const read = readGraph(graph);
  const visits = traverse(graph, center, { ...filter, depth, direction });
  const within = new Set(visits.map(({ id }) => read.entityNumber(id)));
  const { relation, ...rest } = filter;
  const { levels } = compileFilter(read, rest).levels(relationNumbers(read, relation));
  const among = (claim: number): boolean =>
    levels[claim] !== 0 && within.has(subjectOf(read, claim)) && within.has(objectOf(read, claim));
  return partOf(graph, read, Array.from(levels.keys()).filter(among), within, rest);
}
