/**
 * Datasets into a graph, live or frozen: a new graph, the given one untouched.
 */
import { assembleGraph } from "../graph/assemble.ts";
import type { KnowledgeGraph, ReadableGraph } from "../graph/knowledge-graph.ts";
import { recordsOf } from "../graph/records-of.ts";
import type { DatasetRecords } from "../model/record.ts";
import type { Ontology } from "../ontology/define.ts";
import { type Merged, type MergeOptions, mergeDatasets } from "./merge.ts";

/** What merging into a graph gives. */
export interface MergedGraph<O extends Ontology> extends Omit<Merged, "records"> {
  readonly graph: KnowledgeGraph<O>;
}

/**
 * A new graph of what a graph holds and some datasets of its ontology, merged as by `mergeDatasets`. Where they differ,
 * the ids and values of the graph stand, unless `prefer` says otherwise. Near-linear in the records.
 *
 * @param options `names` are those of the datasets, without the graph, which is called as its dataset is, or `graph`
 * @throws what `mergeDatasets` throws
 * @example
 * const names = [{ value: "Bedel Port", lang: "en", inferred: true }, { value: "Бедел өткөөлү", lang: "ky" }];
 * const { graph, report } = mergeIntoGraph(loadXinjiang(), [{ sources: [], claims: [], entities: [{ id: "port/biedieli", names }] }]);
 * report.entities.extended; // ["port/biedieli"]
 * graph.getNodeAttribute("port/biedieli", "names").length; // 8
 */
export function mergeIntoGraph<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  datasets: readonly DatasetRecords[],
  options: Omit<MergeOptions, "ontology"> = {},
): MergedGraph<O> {
  const { ontology } = graph.getAttributes();
  const own = recordsOf(graph);
  const name = own.dataset?.name ?? "graph";
  const { records, ...rest } = mergeDatasets([own, ...datasets], {
    prefer: [name],
    ...options,
    names: [name, ...(options.names ?? [])],
    ontology,
  });
  return { graph: assembleGraph(records, ontology), ...rest };
}
