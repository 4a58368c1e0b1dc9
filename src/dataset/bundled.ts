/**
 * The bundled dataset: parsed from text inside the package, without IO and without checks, which the build has made.
 */
import { PACKED_DATASET } from "../generated/dataset.ts";
import type { XinjiangEntityId } from "../generated/ids.ts";
import { buildGraph } from "../graph/build.ts";
import type { KnowledgeGraph } from "../graph/knowledge-graph.ts";
import type { DatasetRecords } from "../model/record.ts";
import { type XinjiangOntology, xinjiangOntology } from "../ontology/ontology.ts";
import { unpackDataset } from "./compact.ts";

/** The bundled graph: its ids are literal types, so that editors complete them. */
export type XinjiangGraph = KnowledgeGraph<XinjiangOntology, XinjiangEntityId>;

/**
 * A new graph of the bundled dataset. Synchronous, no IO; each call gives a graph of its own, which may be changed.
 * Its attribute `dataset` tells name, version and licence of the data.
 *
 * @example
 * const graph = loadXinjiang();
 * graph.getNodeAttribute("port/alashankou", "label"); // "Alashankou Port"
 */
export function loadXinjiang(): XinjiangGraph {
  const { records, labels } = unpackDataset(PACKED_DATASET);
  return buildGraph(records, xinjiangOntology, labels) as XinjiangGraph;
}

/** The records of the bundled dataset, fresh at every call: to filter, to extend, to merge with one's own. */
export function bundledRecords(): DatasetRecords {
  return unpackDataset(PACKED_DATASET).records;
}
