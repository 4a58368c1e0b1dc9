/**
 * GEXF 1.3, dynamic, as Gephi reads it: entities as nodes, claims as edges with their days on the timeline.
 * Valid by the RELAX NG of the format; colours are written as r, g, b, which every reader understands.
 *
 * @see https://gexf.net
 * @module xinjiang-graph/format/gexf
 */
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import type { Ontology } from "../ontology/define.ts";
import { findKind } from "../ontology/ontology.ts";
import { NOT_XML, textWriter, type WriteText } from "./characters.ts";
import { claimColumns } from "./claim-columns.ts";
import { entityColumns } from "./entity-columns.ts";
import { checkExportOptions } from "./export-options.ts";
import {
  type ClaimRow,
  type EntityRow,
  type ExportView,
  exportView,
  type LabelOptions,
} from "./export-view.ts";
import { noteFlattening } from "./flattening.ts";
import {
  DRAWN_ON_EDGES,
  DRAWN_ON_NODES,
  drawnOr,
  edgeDrawing,
  nodeDrawing,
  undeclared,
} from "./gexf-drawing.ts";
import { type AttestedSpells, claimSpells, type Spell } from "./gexf-time.ts";
import { chunksOfLines, type TextChunks, wholeText } from "./lines.ts";
import { type LossReport, LossTally } from "./loss.ts";
import { fieldsOf } from "./omissions.ts";
import {
  attributeTypes,
  type Cell,
  type Column,
  type ColumnType,
  carriedBy,
  cellText,
  usedColumns,
} from "./tabular.ts";
import { escapeXmlAttribute } from "./xml.ts";

/** Options of the GEXF export. */
export interface GexfOptions extends LabelOptions {
  /**
   * How claims that texts only attest on certain days are drawn: `span` (unless told otherwise) from the first to the
   * last of them, `days` as one spell for each.
   */
  readonly attested?: AttestedSpells;
}

/**
 * The graph as GEXF 1.3. Nodes bear no time, since an entity has none; an edge runs from its claim's earliest start to
 * its latest end, both days included, and keeps the text as written and all four bounds as attributes. A node is
 * coloured by its kind unless it has a `color` (`#rrggbb`) of its own; `x` and `y`, `size` and an edge's `weight`, put
 * there by a layout or an algorithm, are drawn. An edge's `kind` is its relation, by which Gephi tells parallel edges
 * apart. Linear in the records.
 *
 * @throws InvalidQueryError `format/unknown-option`, `format/invalid-option`; FormatError `format/too-long`;
 *   KnowledgeGraphError `graph/not-a-knowledge-graph`
 * @example
 * toGexf(graph).text;
 * // <node id="port/horgos-road" label="Horgos Road Port">
 * // <edge id="horgos-road-freight-trucks-2024-01-04" … kind="observed" start="2024-01-01" end="2024-04-30">
 */
export function toGexf<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  options: GexfOptions = {},
): { readonly text: string; readonly loss: LossReport } {
  return wholeText(gexfChunks(graph, options));
}

/**
 * The same text as {@link toGexf} in pieces of some 64 kB, for files larger than memory should hold. The options are
 * checked at once; the loss report is the value that the generator returns.
 *
 * @throws InvalidQueryError `format/unknown-option`, `format/invalid-option`; KnowledgeGraphError
 *   `graph/not-a-knowledge-graph`
 * @example
 * Array.from(gexfChunks(graph), (chunk) => chunk.length).length > 1; // true
 */
export function gexfChunks<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  options: GexfOptions = {},
): TextChunks {
  checkExportOptions(options, { lang: "text", attested: ["span", "days"] });
  return documentChunks(exportView(graph, options), options.attested ?? "span");
}

function* documentChunks(view: ExportView, attested: AttestedSpells): TextChunks {
  const tally = new LossTally("GEXF");
  const sheet: Sheet = { view, tally, write: textWriter(tally, NOT_XML, escapeXmlAttribute) };
  const nodes = nodeColumns(sheet);
  const edges = edgeColumns(sheet);
  noteFlattening(view, tally, nodes.all, edges.all, {
    entity: drawnOr(nodes.drawn, carriedBy(nodes.all)),
    claim: drawnOr(edges.drawn, carriedBy(edges.all)),
    dataset: fieldsOf(["name", "version", "license", "title", "description"]),
  });
  yield* chunksOfLines(documentLines(sheet, nodes.written, edges.written, attested));
  return tally.report();
}

function* documentLines(
  sheet: Sheet,
  nodes: readonly Column<EntityRow>[],
  edges: readonly Column<ClaimRow>[],
  attested: AttestedSpells,
): Generator<string, void, void> {
  const { view, tally } = sheet;
  yield* [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    ...meta(sheet),
    '<graph mode="dynamic" timeformat="date" timerepresentation="interval" defaultedgetype="directed" idtype="string">',
    ...declarations(sheet, "node", nodes),
    ...declarations(sheet, "edge", edges),
  ];
  yield* elements("nodes", view.entities, (row) => node(sheet, row, nodes));
  yield* elements("edges", view.claims, (row) =>
    edge(sheet, row, edges, claimSpells(view, row, attested, tally)),
  );
  yield "</graph>";
  yield "</gexf>";
}

/** What every part of the document is written from. */
interface Sheet {
  readonly view: ExportView;
  readonly tally: LossTally;
  readonly write: WriteText;
}

/**
 * Names that NetworkX and graphology-gexf give to what is no attribute of the data: a column so called would be
 * overwritten.
 */
const NAMES_OF_READERS = [
  ...["start", "end", "spells", "viz", "pid", "parents", "networkx_key", "weight"],
  ...["z", "shape", "thickness"],
] as const;

/** Columns of claims that the element of the edge says itself or that its nodes say. */
const SAID_BY_EDGE: ReadonlySet<string> = new Set([
  ...["id", "subject", "object", "subjectLabel", "objectLabel", "label"],
]);

function nodeColumns({ view }: Sheet) {
  const all = usedColumns(entityColumns(view, NAMES_OF_READERS), view.entities);
  const drawn = undeclared(DRAWN_ON_NODES, attributeTypes(Object.values(view.ontology.kinds)));
  const written = all.filter(
    ({ name, attribute }) => name !== "id" && name !== "label" && !Object.hasOwn(drawn, attribute ?? ""),
  );
  return { all, drawn, written };
}

function edgeColumns({ view }: Sheet) {
  const all = usedColumns(claimColumns(view, NAMES_OF_READERS), view.claims);
  const drawn = undeclared(DRAWN_ON_EDGES, attributeTypes(Object.values(view.ontology.relations)));
  const written = all.filter(
    ({ name, attribute }) => !SAID_BY_EDGE.has(name) && !Object.hasOwn(drawn, attribute ?? ""),
  );
  return { all, drawn, written };
}

/** No date of writing: the same graph gives the same bytes. */
function meta({ view, write }: Sheet): string[] {
  const { name = "unnamed", version = "", license = "", title = name, description } = view.dataset ?? {};
  const words = [`${title} (${name} ${version}, ${license})`, description].filter(Boolean).join(". ");
  return element("meta", "", [
    "<creator>xinjiang-graph</creator>",
    `<description>${write(words, "dataset.description", name)}</description>`,
  ]);
}

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: "string",
  number: "double",
  integer: "long",
  boolean: "boolean",
  date: "string",
  list: "string",
};

function declarations<R>({ write }: Sheet, of: "node" | "edge", columns: readonly Column<R>[]): string[] {
  const lines = columns.map(({ name, type }) => {
    const id = write(name, `${of}.${name}`, name);
    return `<attribute id="${id}" title="${id}" type="${TYPES[type]}"/>`;
  });
  return element("attributes", ` class="${of}" mode="static"`, lines);
}

function node(sheet: Sheet, row: EntityRow, columns: readonly Column<EntityRow>[]): string[] {
  const { view, write } = sheet;
  const id = write(row.id, "entity.id", row.id);
  const label = write(view.label(row.id), "entity.label", row.id);
  return element("node", ` id="${id}" label="${label}"`, [
    ...values(sheet, "entity", row, columns),
    ...nodeDrawing(row.entity, findKind(view.ontology, row.entity.kind)?.color),
  ]);
}

function edge(
  sheet: Sheet,
  row: ClaimRow,
  columns: readonly Column<ClaimRow>[],
  spells: readonly Spell[],
): string[] {
  const { write } = sheet;
  const { relation, label = relation, weight } = row.claim;
  const attributes = [
    `id="${write(row.id, "claim.id", row.id)}"`,
    `source="${write(row.subject, "claim.subject", row.id)}"`,
    `target="${write(row.object, "claim.object", row.id)}"`,
    `label="${write(label, "claim.label", row.id)}"`,
    `kind="${write(relation, "claim.relation", row.id)}"`,
    ...(Number.isFinite(weight) ? [`weight="${weight}"`] : []),
    ...(spells.length === 1 ? spells.map(days) : []),
  ];
  return element("edge", ` ${attributes.filter(Boolean).join(" ")}`, [
    ...values(sheet, "claim", row, columns),
    ...(spells.length > 1
      ? element(
          "spells",
          "",
          spells.map((spell) => `<spell ${days(spell)}/>`),
        )
      : []),
    ...edgeDrawing(row.claim),
  ]);
}

function days({ start, end }: Spell): string {
  return [start && `start="${start}"`, end && `end="${end}"`].filter(Boolean).join(" ");
}

function values<R extends { readonly id: string }>(
  { write }: Sheet,
  type: string,
  row: R,
  columns: readonly Column<R>[],
): string[] {
  const lines = columns.flatMap((column) => {
    const text = cellText(column.cell(row) as Cell);
    if (text === undefined) return [];
    const field = `${type}.${column.name}`;
    return [`<attvalue for="${write(column.name, field, row.id)}" value="${write(text, field, row.id)}"/>`];
  });
  return lines.length > 0 ? element("attvalues", "", lines) : [];
}

/** An element with the elements of many rows in it, which are written one after the other. */
function* elements<R>(
  name: string,
  rows: readonly R[],
  write: (row: R) => readonly string[],
): Generator<string, void, void> {
  if (rows.length === 0) return yield `<${name}/>`;
  yield `<${name}>`;
  for (const row of rows) for (const line of write(row)) yield `  ${line}`;
  yield `</${name}>`;
}

/** An element over several lines; an empty one on one. */
function element(name: string, attributes: string, inner: readonly string[]): string[] {
  if (inner.length === 0) return [`<${name}${attributes}/>`];
  return [`<${name}${attributes}>`, ...inner.map((line) => `  ${line}`), `</${name}>`];
}
