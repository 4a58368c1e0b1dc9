/**
 * Cytoscape.js elements.
 *
 * @see https://js.cytoscape.org/#notation/elements-json
 * @module xinjiang-graph/format/cytoscape
 */
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import type { Ontology } from "../ontology/define.ts";
import { checkExportOptions } from "./export-options.ts";
import { exportView, type LabelOptions } from "./export-view.ts";
import {
  type JsonClaim,
  type JsonEntity,
  type JsonFrame,
  type JsonObject,
  jsonRecords,
} from "./json-records.ts";
import { type LossReport, LossTally } from "./loss.ts";

export type { JsonClaim, JsonEntity, JsonFrame } from "./json-records.ts";

/** A node; `position` where the graph's node has `x` and `y`. */
export interface CytoscapeNode {
  readonly data: JsonObject & JsonEntity;
  readonly position?: { readonly x: number; readonly y: number };
}

/** An edge: one claim, whose own id is `claim`. */
export interface CytoscapeEdge {
  readonly data: JsonObject &
    JsonClaim & { readonly claim: string; readonly source: string; readonly target: string };
}

/** What `cytoscape({ elements, data })` takes: the elements, and the dataset and its sources as the graph's own data. */
export interface CytoscapeGraph {
  readonly elements: { readonly nodes: CytoscapeNode[]; readonly edges: CytoscapeEdge[] };
  readonly data: JsonFrame;
}

/**
 * The graph as Cytoscape.js elements, plain objects, new at every call. Cytoscape takes nodes and edges by one set of
 * ids: a claim whose id is also an entity's gets `claim:` before it, and its own id stands in `claim`. Ids hold slashes, so
 * ask for elements with `cy.getElementById(id)`, not with a selector. Linear in the records.
 *
 * @throws InvalidQueryError `format/unknown-option`, `format/invalid-option`; KnowledgeGraphError
 *   `graph/not-a-knowledge-graph`
 * @example
 * const cy = cytoscape({ headless: true, ...toCytoscape(graph).data });
 * cy.edges().length === graph.size; // true
 */
export function toCytoscape<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  options: LabelOptions = {},
): { readonly data: CytoscapeGraph; readonly loss: LossReport } {
  checkExportOptions(options, { lang: "text" });
  const view = exportView(graph, options);
  const tally = new LossTally("Cytoscape");
  const records = jsonRecords(view, tally, {
    nodes: ["parent"],
    edges: ["source", "target", "claim", "parent"],
  });
  const ids = new Set(view.entities.map(({ id }) => id));
  const freeId = (claim: string): string => {
    let id = claim;
    while (ids.has(id)) id = `claim:${id}`;
    ids.add(id);
    if (id !== claim) {
      tally.note(
        "replaced",
        "claim.id",
        "an element has it already; the claim's id stands in `claim`",
        claim,
        id,
      );
    }
    return id;
  };
  const nodes = view.entities.map((row): CytoscapeNode => {
    const { x, y } = row.entity;
    const data = records.entity(row);
    return Number.isFinite(x) && Number.isFinite(y)
      ? { data, position: { x: x as number, y: y as number } }
      : { data };
  });
  const edges = view.claims.map((row): CytoscapeEdge => {
    const ends = { id: freeId(row.id), claim: row.id, source: row.subject, target: row.object };
    return { data: { ...records.claim(row), ...ends } };
  });
  return { data: { elements: { nodes, edges }, data: records.graph }, loss: tally.report() };
}
