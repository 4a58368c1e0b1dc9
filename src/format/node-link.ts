/**
 * Node-link JSON, as d3-force, force-graph (`links`) and NetworkX (`edges`) read it.
 *
 * @module xinjiang-graph/format/node-link
 */
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import type { Ontology } from "../ontology/define.ts";
import { checkExportOptions } from "./export-options.ts";
import { exportView, type LabelOptions } from "./export-view.ts";
import { type Json, type JsonClaim, type JsonEntity, type JsonFrame, jsonRecords } from "./json-records.ts";
import { type LossReport, LossTally } from "./loss.ts";

export type { JsonClaim, JsonEntity, JsonFrame } from "./json-records.ts";

/** The name of the list of edges. */
export type EdgesKey = "links" | "edges";

/** Options of the node-link export. */
export interface NodeLinkOptions<K extends EdgesKey = EdgesKey> extends LabelOptions {
  /** `links` for d3 and force-graph (unless told otherwise), `edges` for NetworkX 3.6 and later. */
  readonly edgesKey?: K;
}

/**
 * An entity as a node: the columns of the entity table, `names` and `identifiers`. What a simulation of d3 writes is
 * absent until it has.
 */
export interface NodeLinkNode extends JsonEntity {
  index?: number | undefined;
  x?: number | undefined;
  y?: number | undefined;
  vx?: number | undefined;
  vy?: number | undefined;
  fx?: number | null | undefined;
  fy?: number | null | undefined;
  readonly [attribute: string]: Json | undefined;
}

/** A claim as an edge: the columns of the claim table. d3 puts the nodes themselves in place of the ids of its ends. */
export interface NodeLinkEdge extends JsonClaim {
  source: string | NodeLinkNode;
  target: string | NodeLinkNode;
  /** The claim's id. */
  readonly key: string;
  index?: number | undefined;
  readonly [attribute: string]: Json | NodeLinkNode | undefined;
}

/** Nodes and edges, the edges under the name asked for. */
export type NodeLink<K extends EdgesKey = "links"> = {
  readonly directed: true;
  readonly multigraph: true;
  readonly graph: JsonFrame;
  readonly nodes: NodeLinkNode[];
} & Readonly<Record<K, NodeLinkEdge[]>>;

/**
 * The graph as node-link JSON, with `dataset` and `sources` under `graph`. d3 writes on what it is given: every call
 * makes new objects. What d3 writes itself (`index`, `x`, `vx`, `fx`…) is no attribute here: a declared attribute of
 * such a name gets `attribute` before it. Linear in the records.
 *
 * @throws InvalidQueryError `format/unknown-option`, `format/invalid-option`; KnowledgeGraphError
 *   `graph/not-a-knowledge-graph`
 * @example
 * const { nodes, links } = toNodeLink(graph).data;
 * const pull = d3.forceLink<NodeLinkNode, NodeLinkEdge>(links).id(({ id }) => id);
 * d3.forceSimulation(nodes).force("link", pull);
 * nodes[0]; // { id: "country/china", x: …, y: …, … }
 */
export function toNodeLink<O extends Ontology, Ids extends string, const K extends EdgesKey = "links">(
  graph: ReadableGraph<O, Ids>,
  options: NodeLinkOptions<K> = {},
): { readonly data: NodeLink<K>; readonly loss: LossReport } {
  checkExportOptions(options, { lang: "text", edgesKey: ["links", "edges"] });
  const { edgesKey = "links" } = options;
  const view = exportView(graph, options);
  const tally = new LossTally("Node-link JSON");
  const records = jsonRecords(view, tally, {
    nodes: WRITTEN_BY_D3,
    edges: ["source", "target", "key", "index"],
  });
  const data = {
    directed: true,
    multigraph: true,
    graph: records.graph,
    nodes: view.entities.map(records.entity),
    [edgesKey]: view.claims.map((row) => ({
      source: row.subject,
      target: row.object,
      key: row.id,
      ...records.claim(row),
    })),
  };
  return { data: data as unknown as NodeLink<K>, loss: tally.report() };
}

const WRITTEN_BY_D3 = ["index", "vx", "vy", "fx", "fy", "vz", "fz"];
