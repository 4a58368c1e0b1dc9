/**
 * Every export as one text, for laws that all of them keep.
 */
import { toCsv } from "../../src/format/csv.ts";
import { toCytoscape } from "../../src/format/cytoscape.ts";
import { toDot } from "../../src/format/dot.ts";
import { toGeoJson } from "../../src/format/geojson.ts";
import { toGexf } from "../../src/format/gexf.ts";
import { toGraphml } from "../../src/format/graphml.ts";
import { toGraphologyJson } from "../../src/format/graphology-json.ts";
import { toJsonLd } from "../../src/format/json-ld.ts";
import type { LossReport } from "../../src/format/loss.ts";
import { toMermaid } from "../../src/format/mermaid.ts";
import { toNQuads } from "../../src/format/n-quads.ts";
import { toNeo4jCsv } from "../../src/format/neo4j-csv.ts";
import { toNodeLink } from "../../src/format/node-link.ts";
import type { KnowledgeGraph } from "../../src/graph/knowledge-graph.ts";
import type { Ontology } from "../../src/ontology/define.ts";

export type Graph = KnowledgeGraph<Ontology>;

export interface Export {
  readonly text: string;
  readonly loss: LossReport;
}

const json = ({ data, loss }: { readonly data: unknown; readonly loss: LossReport }): Export => ({
  text: JSON.stringify(data),
  loss,
});
const tables = ({ loss, ...texts }: { readonly loss: LossReport }): Export => ({
  text: Object.values(texts).join("\f"),
  loss,
});

/** Every format by name. */
export const FORMATS: Readonly<Record<string, (graph: Graph) => Export>> = {
  gexf: (graph) => toGexf(graph),
  "gexf with spells": (graph) => toGexf(graph, { attested: "days" }),
  graphml: (graph) => toGraphml(graph),
  csv: (graph) => tables(toCsv(graph)),
  "csv for spreadsheets": (graph) => tables(toCsv(graph, { flavour: "spreadsheet" })),
  "neo4j csv": (graph) => tables(toNeo4jCsv(graph)),
  "graphology json": (graph) => json(toGraphologyJson(graph)),
  "node-link": (graph) => json(toNodeLink(graph)),
  cytoscape: (graph) => json(toCytoscape(graph)),
  geojson: (graph) => json(toGeoJson(graph)),
  "n-quads": (graph) => toNQuads(graph),
  "json-ld": (graph) => json(toJsonLd(graph)),
  mermaid: (graph) => toMermaid(graph),
  dot: (graph) => toDot(graph),
};
