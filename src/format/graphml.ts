/**
 * GraphML with typed keys, as yEd, Cytoscape, NetworkX and igraph read it.
 *
 * @see http://graphml.graphdrawing.org/specification.html
 * @module xinjiang-graph/format/graphml
 */
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import type { Ontology } from "../ontology/define.ts";
import { NOT_XML, textWriter, type WriteText } from "./characters.ts";
import { claimColumns } from "./claim-columns.ts";
import { entityColumns } from "./entity-columns.ts";
import { checkExportOptions } from "./export-options.ts";
import { type ExportView, exportView, type LabelOptions } from "./export-view.ts";
import { noteFlattening } from "./flattening.ts";
import { chunksOfLines, type TextChunks, wholeText } from "./lines.ts";
import { type LossReport, LossTally } from "./loss.ts";
import { fieldsOf } from "./omissions.ts";
import { type Column, type ColumnType, cellText, usedColumns } from "./tabular.ts";
import { escapeXmlAttribute, escapeXmlText } from "./xml.ts";

/**
 * The graph as GraphML: one `node` an entity, one directed `edge` a claim, every column of the two tables a key with
 * `for`, `attr.name` and `attr.type` (`string`, `double`, `long` or `boolean`). Only used columns are declared. Lists
 * are texts joined by `|`. Linear in the records.
 *
 * @throws InvalidQueryError `format/unknown-option`, `format/invalid-option`; FormatError `format/too-long`;
 *   KnowledgeGraphError `graph/not-a-knowledge-graph`
 * @example
 * toGraphml(graph).text;
 * // <key id="n0" for="node" attr.name="kind" attr.type="string"/>
 * // <node id="port/horgos-road">
 * // <data key="n1">Horgos Road Port</data>
 */
export function toGraphml<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  options: LabelOptions = {},
): { readonly text: string; readonly loss: LossReport } {
  return wholeText(graphmlChunks(graph, options));
}

/**
 * The same text as {@link toGraphml} in pieces of some 64 kB, for files larger than memory should hold. The options are
 * checked at once; the loss report is the value that the generator returns.
 *
 * @throws InvalidQueryError `format/unknown-option`, `format/invalid-option`; KnowledgeGraphError
 *   `graph/not-a-knowledge-graph`
 * @example
 * Array.from(graphmlChunks(graph), (chunk) => chunk.length).length > 1; // true
 */
export function graphmlChunks<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  options: LabelOptions = {},
): TextChunks {
  checkExportOptions(options, { lang: "text" });
  return documentChunks(exportView(graph, options));
}

function* documentChunks(view: ExportView): TextChunks {
  const tally = new LossTally("GraphML");
  yield* chunksOfLines(documentLines(view, tally));
  return tally.report();
}

function* documentLines(view: ExportView, tally: LossTally): Generator<string, void, void> {
  const attribute = textWriter(tally, NOT_XML, escapeXmlAttribute);
  const text = textWriter(tally, NOT_XML, escapeXmlText);
  const nodes = usedColumns(entityColumns(view), view.entities);
  const edges = usedColumns(claimColumns(view), view.claims);
  noteFlattening(view, tally, nodes, edges, { dataset: fieldsOf(DATASET_FIELDS) });
  const nodeKeys = keysOf("n", nodes);
  const edgeKeys = keysOf("e", edges);
  const { dataset } = view;
  const fields = DATASET_FIELDS.filter((field) => dataset?.[field] !== undefined);
  yield* [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...fields.map((field) => `  <key id="${field}" for="graph" attr.name="${field}" attr.type="string"/>`),
    ...nodeKeys.map((key) => declaration("node", key, attribute)),
    ...edgeKeys.map((key) => declaration("edge", key, attribute)),
    '  <graph edgedefault="directed">',
    ...fields.map((field) => {
      const value = text(dataset?.[field] ?? "", `dataset.${field}`, dataset?.name ?? "");
      return `    <data key="${field}">${value}</data>`;
    }),
  ];
  for (const row of view.entities) {
    yield `    <node id="${attribute(row.id, "entity.id", row.id)}">`;
    yield* dataLines("entity", row, nodeKeys, text);
    yield "    </node>";
  }
  for (const row of view.claims) {
    yield `    <edge id="${attribute(row.id, "claim.id", row.id)}" ` +
      `source="${attribute(row.subject, "claim.subject", row.id)}" ` +
      `target="${attribute(row.object, "claim.object", row.id)}">`;
    yield* dataLines("claim", row, edgeKeys, text);
    yield "    </edge>";
  }
  yield "  </graph>";
  yield "</graphml>";
}

const DATASET_FIELDS = ["name", "version", "license", "title", "description"] as const;

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: "string",
  number: "double",
  integer: "long",
  boolean: "boolean",
  date: "string",
  list: "string",
};

interface Key<R> {
  readonly id: string;
  readonly column: Column<R>;
}

/** Ids, subjects and objects stand on the elements themselves. */
function keysOf<R>(prefix: string, columns: readonly Column<R>[]): Key<R>[] {
  return columns
    .filter(({ name }) => name !== "id" && name !== "subject" && name !== "object")
    .map((column, number) => ({ id: `${prefix}${number}`, column }));
}

function declaration<R>(of: "node" | "edge", { id, column }: Key<R>, write: WriteText): string {
  const name = write(column.name, `${of}.${column.name}`, column.name);
  return `  <key id="${id}" for="${of}" attr.name="${name}" attr.type="${TYPES[column.type]}"/>`;
}

function dataLines<R extends { readonly id: string }>(
  type: string,
  row: R,
  keys: readonly Key<R>[],
  write: WriteText,
): string[] {
  return keys.flatMap(({ id, column }) => {
    const text = cellText(column.cell(row));
    if (text === undefined) return [];
    return [`      <data key="${id}">${write(text, `${type}.${column.name}`, row.id)}</data>`];
  });
}
