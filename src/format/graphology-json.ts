/**
 * graphology's own serialisation, complete: what `Graph.from` and Gephi Lite read.
 *
 * @see https://graphology.github.io/serialization.html
 * @module xinjiang-graph/format/graphology-json
 */
import type { SerializedGraph } from "graphology-types";
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import type { Ontology } from "../ontology/define.ts";
import { exportView } from "./export-view.ts";
import { type JsonObject, plainCopy } from "./json-records.ts";
import { type LossReport, LossTally } from "./loss.ts";
import { ALL, noteOmissions } from "./omissions.ts";

export { fromGraphologyJson } from "./read-graphology-json.ts";

/** A serialised graph whose `options` are always present: without them `Graph.from` refuses parallel edges. */
export type GraphologyJson = SerializedGraph<JsonObject, JsonObject, JsonObject> & {
  readonly options: { readonly type: "directed"; readonly multi: true; readonly allowSelfLoops: true };
};

/**
 * The graph as graphology's JSON: every record as it is, the ontology, sources and dataset among the graph's
 * attributes, so that the graph read back answers every query. New objects throughout, nodes and edges by id, keys in
 * code-unit order but for the ontology, whose order is that of the tables. Only what users have added and JSON cannot hold (functions, dates, NaN, cycles) is lost. Linear in
 * the records.
 *
 * @throws KnowledgeGraphError `graph/not-a-knowledge-graph`
 * @example
 * const copy = MultiDirectedGraph.from(toGraphologyJson(graph).data);
 * copy.size === graph.size; // true
 */
export function toGraphologyJson<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
): { readonly data: GraphologyJson; readonly loss: LossReport } {
  const view = exportView(graph);
  const tally = new LossTally("graphology JSON");
  noteOmissions(view, tally, {
    entity: ALL,
    mentioned: ALL,
    claim: ALL,
    source: ALL,
    allSources: true,
    dataset: ALL,
    graph: ALL,
  });
  const copy = (record: unknown): JsonObject => (plainCopy(record) ?? {}) as JsonObject;
  const data: GraphologyJson = {
    attributes: {
      ...copy({ ...graph.getAttributes(), ontology: undefined }),
      ontology: plainCopy(view.ontology, false) ?? null,
    },
    options: { type: "directed", multi: true, allowSelfLoops: true },
    nodes: view.entities.map(({ id, entity }) => ({ key: id, attributes: copy(entity) })),
    edges: view.claims.map(({ id, claim, subject, object }) => ({
      key: id,
      source: subject,
      target: object,
      attributes: copy(claim),
    })),
  };
  return { data, loss: tally.report() };
}
