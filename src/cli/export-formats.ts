/**
 * The formats that `export` writes. Each writer is loaded when it is asked for.
 */
import { FormatError } from "../errors.ts";
import { type AcceptedOptions, checkExportOptions } from "../format/export-options.ts";
import { jsonChunks } from "../format/json-text.ts";
import type { TableChunks, TextChunks } from "../format/lines.ts";
import type { LossReport } from "../format/loss.ts";
import type { DatasetRecords } from "../model/record.ts";
import type { Graph } from "./graph.ts";
import { filesOfTables, ReportedChunks } from "./reported-chunks.ts";

/** Options of a format as the command line gives them; the writer checks names and values. */
export type FormatOptions = Readonly<Record<string, string>>;

/** What a file holds, whole or in pieces. */
export type Content = string | Uint8Array | Iterable<string>;

/** One format. */
export interface ExportFormatDefinition {
  /** What it is and what for, without a full stop. */
  readonly summary: string;
  /** One file, or several in a folder. */
  readonly files: "one" | "several";
  /** The options that its writer takes, which `--set` and `--lang` give. */
  readonly options: AcceptedOptions;
  /** Whether Gephi Lite opens it by a link. */
  readonly gephiLite?: true;
  write(graph: Graph, options: FormatOptions): Promise<Exported>;
}

/** What is to be written, and what it does not hold, which is known when all of it is written. */
export type Exported = { readonly loss: () => LossReport } & (
  | { readonly content: Content }
  | { readonly files: Iterable<readonly [name: string, content: Content]> }
  | { readonly records: DatasetRecords }
);

type Lost = { readonly loss: LossReport };
/** A writer, loaded. It checks its options itself, so that any may be handed to it. */
type Loading<Written> = () => Promise<(graph: Graph, options: never) => Written>;

/** Every format by name. */
export const EXPORT_FORMATS = {
  jsonl: {
    summary: "the records themselves as JSON Lines, as --data reads them",
    files: "several",
    options: {},
    async write(graph, options) {
      checkExportOptions(options, {});
      const { recordsOf } = await import("../graph/records-of.ts");
      return { records: recordsOf(graph), loss: () => ({ format: "JSON Lines", losses: [] }) };
    },
  },
  csv: {
    summary: "CSV tables of entities, claims, names, citations and sources, for R, pandas and spreadsheets",
    files: "several",
    options: { lang: "text", flavour: ["data", "spreadsheet"] },
    write: tables(async () => (await import("../format/csv.ts")).csvChunks),
  },
  parquet: {
    summary: "Parquet tables of nodes and edges",
    files: "several",
    options: { lang: "text" },
    async write(graph, options) {
      const { toParquet } = await import("../format/parquet.ts").catch(missingPackage);
      const { loss, ...tables } = toParquet(graph, options);
      const files = Object.entries(tables).map(([name, bytes]) => [`${name}.parquet`, bytes] as const);
      return { files, loss: () => loss };
    },
  },
  "neo4j-csv": {
    summary: "CSV files for neo4j-admin import",
    files: "several",
    options: { lang: "text" },
    write: tables(async () => (await import("../format/neo4j-csv.ts")).neo4jCsvChunks),
  },
  gexf: {
    summary: "GEXF 1.3 with dates, for Gephi and Gephi Lite",
    files: "one",
    options: { lang: "text", attested: ["span", "days"] },
    gephiLite: true,
    write: chunked(async () => (await import("../format/gexf.ts")).gexfChunks),
  },
  graphml: {
    summary: "GraphML, for yEd, Cytoscape and NetworkX",
    files: "one",
    options: { lang: "text" },
    write: chunked(async () => (await import("../format/graphml.ts")).graphmlChunks),
  },
  "graphology-json": {
    summary: "graphology's own JSON, for graphology, sigma and Gephi Lite",
    files: "one",
    options: {},
    gephiLite: true,
    write: json(async () => {
      const { toGraphologyJson } = await import("../format/graphology-json.ts");
      return (graph, options: FormatOptions) => {
        checkExportOptions(options, {});
        return toGraphologyJson(graph);
      };
    }),
  },
  "node-link": {
    summary: "node-link JSON, for d3 and force-graph",
    files: "one",
    options: { lang: "text", edgesKey: ["links", "edges"] },
    write: json(async () => (await import("../format/node-link.ts")).toNodeLink),
  },
  cytoscape: {
    summary: "elements JSON for Cytoscape.js",
    files: "one",
    options: { lang: "text" },
    write: json(async () => (await import("../format/cytoscape.ts")).toCytoscape),
  },
  geojson: {
    summary: "GeoJSON points and lines, for maps",
    files: "one",
    options: { lang: "text" },
    write: json(async () => (await import("../format/geojson.ts")).toGeoJson),
  },
  "n-quads": {
    summary: "RDF as N-Quads, a named graph for each claim",
    files: "one",
    options: { lang: "text", base: "text" },
    write: chunked(async () => (await import("../format/n-quads.ts")).nQuadsChunks),
  },
  "json-ld": {
    summary: "RDF as JSON-LD with its context inside",
    files: "one",
    options: { lang: "text", base: "text" },
    write: json(async () => (await import("../format/json-ld.ts")).toJsonLd),
  },
  mermaid: {
    summary: "a Mermaid flowchart, for documents; best with --around",
    files: "one",
    options: { lang: "text", direction: ["LR", "RL", "TB", "BT"] },
    write: text(async () => (await import("../format/mermaid.ts")).toMermaid),
  },
  dot: {
    summary: "Graphviz DOT; best with --around",
    files: "one",
    options: { lang: "text" },
    write: text(async () => (await import("../format/dot.ts")).toDot),
  },
} as const satisfies Readonly<Record<string, ExportFormatDefinition>>;

/** What a format takes with `--set`: `attested=span or days`. */
export function settingsOf({ options }: ExportFormatDefinition): string[] {
  return Object.entries(options)
    .filter(([name]) => name !== "lang")
    .map(([name, values]) => `${name}=${typeof values === "string" ? `<${values}>` : values.join("|")}`);
}

export type ExportFormat = keyof typeof EXPORT_FORMATS;

/** Explains why a writer cannot be loaded. */
function missingPackage(cause: unknown): never {
  if ((cause as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw cause;
  throw new FormatError(
    "format/missing-package",
    "Parquet is written by the package hyparquet-writer, which is not installed; npm install hyparquet-writer.",
    { cause },
  );
}

function text(load: Loading<Lost & { readonly text: string }>): ExportFormatDefinition["write"] {
  return async (graph, options) => {
    const { text, loss } = (await load())(graph, options as never);
    return { content: text, loss: () => loss };
  };
}

function json(load: Loading<Lost & { readonly data: object }>): ExportFormatDefinition["write"] {
  return async (graph, options) => {
    const { data, loss } = (await load())(graph, options as never);
    return { content: jsonChunks(data), loss: () => loss };
  };
}

function chunked(load: Loading<TextChunks>): ExportFormatDefinition["write"] {
  return async (graph, options) => {
    const chunks = new ReportedChunks((await load())(graph, options as never));
    return { content: chunks, loss: () => chunks.report };
  };
}

function tables(load: Loading<TableChunks<string>>): ExportFormatDefinition["write"] {
  return async (graph, options) => {
    const chunks = new ReportedChunks((await load())(graph, options as never));
    return { files: filesOfTables(chunks, "csv"), loss: () => chunks.report };
  };
}
