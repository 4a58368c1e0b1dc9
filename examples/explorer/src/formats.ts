/** The formats that the current view can be carried away in; each writer is loaded when it is asked for. */
import type { LossReport } from "xinjiang-graph/format/loss";
import type { AnyGraph } from "./view.ts";

/** Files of one format, and what it could not hold. */
export interface Written {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly loss: LossReport;
}

export interface Format {
  readonly label: string;
  write(graph: AnyGraph): Promise<Written>;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const one = (name: string, text: string, loss: LossReport): Written => ({ files: [{ name, text }], loss });
const tables = (prefix: string, texts: Readonly<Record<string, string>>, loss: LossReport): Written => ({
  files: Object.entries(texts).map(([name, text]) => ({ name: `${prefix}${name}.csv`, text })),
  loss,
});

export const FORMATS: Readonly<Record<string, Format>> = {
  csv: {
    label: "CSV tables",
    async write(graph) {
      const { toCsv } = await import("xinjiang-graph/format/csv");
      const { loss, ...texts } = toCsv(graph);
      return tables("", texts, loss);
    },
  },
  gexf: {
    label: "GEXF with dates, for Gephi",
    async write(graph) {
      const { toGexf } = await import("xinjiang-graph/format/gexf");
      const { text, loss } = toGexf(graph);
      return one("view.gexf", text, loss);
    },
  },
  graphml: {
    label: "GraphML",
    async write(graph) {
      const { toGraphml } = await import("xinjiang-graph/format/graphml");
      const { text, loss } = toGraphml(graph);
      return one("view.graphml", text, loss);
    },
  },
  geojson: {
    label: "GeoJSON",
    async write(graph) {
      const { toGeoJson } = await import("xinjiang-graph/format/geojson");
      const { data, loss } = toGeoJson(graph);
      return one("view.geojson", json(data), loss);
    },
  },
  nodeLink: {
    label: "Node-link JSON, for d3",
    async write(graph) {
      const { toNodeLink } = await import("xinjiang-graph/format/node-link");
      const { data, loss } = toNodeLink(graph);
      return one("view.node-link.json", json(data), loss);
    },
  },
  cytoscape: {
    label: "Cytoscape elements",
    async write(graph) {
      const { toCytoscape } = await import("xinjiang-graph/format/cytoscape");
      const { data, loss } = toCytoscape(graph);
      return one("view.cytoscape.json", json(data), loss);
    },
  },
  graphology: {
    label: "graphology JSON",
    async write(graph) {
      const { toGraphologyJson } = await import("xinjiang-graph/format/graphology-json");
      const { data, loss } = toGraphologyJson(graph);
      return one("view.graphology.json", json(data), loss);
    },
  },
  neo4j: {
    label: "Neo4j import CSV",
    async write(graph) {
      const { toNeo4jCsv } = await import("xinjiang-graph/format/neo4j-csv");
      const { loss, ...texts } = toNeo4jCsv(graph);
      return tables("neo4j-", texts, loss);
    },
  },
  nQuads: {
    label: "N-Quads",
    async write(graph) {
      const { toNQuads } = await import("xinjiang-graph/format/n-quads");
      const { text, loss } = toNQuads(graph);
      return one("view.nq", text, loss);
    },
  },
  jsonLd: {
    label: "JSON-LD",
    async write(graph) {
      const { toJsonLd } = await import("xinjiang-graph/format/json-ld");
      const { data, loss } = toJsonLd(graph);
      return one("view.jsonld", json(data), loss);
    },
  },
  mermaid: {
    label: "Mermaid",
    async write(graph) {
      const { toMermaid } = await import("xinjiang-graph/format/mermaid");
      const { text, loss } = toMermaid(graph);
      return one("view.mmd", text, loss);
    },
  },
  dot: {
    label: "DOT, for Graphviz",
    async write(graph) {
      const { toDot } = await import("xinjiang-graph/format/dot");
      const { text, loss } = toDot(graph);
      return one("view.dot", text, loss);
    },
  },
};
