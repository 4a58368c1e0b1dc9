/**
 * CSV for `neo4j-admin database import`: one file of nodes, one of relationships, typed headers. Memgraph and
 * `apoc.import.csv` read the same headers.
 *
 * @see https://neo4j.com/docs/operations-manual/current/import/
 * @module xinjiang-graph/format/neo4j-csv
 */
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import type { Ontology } from "../ontology/define.ts";
import { LONE_SURROGATES, textWriter, type WriteText } from "./characters.ts";
import { claimColumns } from "./claim-columns.ts";
import { csvLine } from "./delimited.ts";
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
import { type TableChunks, tableChunks, wholeTables } from "./lines.ts";
import { type LossReport, LossTally } from "./loss.ts";
import { type Column, type ColumnType, cellText, freeName, usedColumns } from "./tabular.ts";

/** The two files. */
export interface Neo4jTables {
  readonly nodes: string;
  readonly relationships: string;
}

/**
 * The graph as two CSV texts. A node's label is its kind in PascalCase (`Port`), a relationship's type its relation in
 * upper case (`OPENS_TO`); entity and claim ids are the property `id`, and the importer's id space is `entity`. Import
 * with `neo4j-admin database import full --nodes=nodes.csv --relationships=relationships.csv --multiline-fields=true`.
 *
 * Array values are parted by `;`, which the importer has no escape for: a column of which some value holds a semicolon is a
 * plain `string` joined by `|` (a backslash before each `|` and backslash inside), and the report says so. Linear in
 * the records.
 *
 * @throws InvalidQueryError `format/unknown-option`, `format/invalid-option`; FormatError `format/too-long`;
 *   KnowledgeGraphError `graph/not-a-knowledge-graph`
 * @example
 * toNeo4jCsv(graph).relationships;
 * // ':START_ID(entity),:END_ID(entity),:TYPE,id:string,…\r\nport/biedieli,country/kyrgyzstan,OPENS_TO,…'
 */
export function toNeo4jCsv<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  options: LabelOptions = {},
): Neo4jTables & { readonly loss: LossReport } {
  return wholeTables(neo4jCsvChunks(graph, options), ["nodes", "relationships"]);
}

/**
 * The same texts as {@link toNeo4jCsv} in pieces of some 64 kB, the nodes first, for files larger than memory should
 * hold. The loss report is the value that the generator returns.
 *
 * @throws InvalidQueryError `format/unknown-option`, `format/invalid-option`; KnowledgeGraphError
 *   `graph/not-a-knowledge-graph`
 * @example
 * [...new Set(Array.from(neo4jCsvChunks(graph), ({ table }) => table))]; // ["nodes", "relationships"]
 */
export function neo4jCsvChunks<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  options: LabelOptions = {},
): TableChunks<keyof Neo4jTables> {
  checkExportOptions(options, { lang: "text" });
  return documentChunks(exportView(graph, options));
}

function* documentChunks(view: ExportView): TableChunks<keyof Neo4jTables> {
  const tally = new LossTally("Neo4j CSV");
  const write = textWriter(tally, LONE_SURROGATES);
  const nodes = usedColumns(entityColumns(view), view.entities);
  const relationships = usedColumns(claimColumns(view), view.claims);
  noteFlattening(view, tally, nodes, relationships);
  const [nodeId, ...nodeColumns] = propertiesOf(tally, "entity", nodes, view.entities);
  const edgeColumns = propertiesOf(tally, "claim", relationships, view.claims).filter(
    ({ column }) => !ENDS.has(column.name),
  );
  const nodeFields = (row: EntityRow): Fields => [
    write(row.id, "entity.id", row.id),
    pascalCase(row.entity.kind ?? ""),
    ...nodeColumns.map((property) => fieldOf(property, "entity", row, write)),
  ];
  const edgeFields = (row: ClaimRow): Fields => [
    write(row.subject, "claim.subject", row.id),
    write(row.object, "claim.object", row.id),
    upperSnakeCase(row.claim.relation),
    ...edgeColumns.map((property) => fieldOf(property, "claim", row, write)),
  ];
  const nodeHeader = [
    `${nodeId?.name ?? "id"}:ID(entity)`,
    ":LABEL",
    ...nodeColumns.map(({ header }) => header),
  ];
  const edgeHeader = [
    ...[":START_ID(entity)", ":END_ID(entity)", ":TYPE"],
    ...edgeColumns.map(({ header }) => header),
  ];
  yield* tableChunks("nodes", linesOf(nodeHeader, view.entities, nodeFields));
  yield* tableChunks("relationships", linesOf(edgeHeader, view.claims, edgeFields));
  return tally.report();
}

/** The fields of one line; absent ones are empty. */
type Fields = readonly (string | undefined)[];

function* linesOf<R>(header: Fields, rows: readonly R[], fields: (row: R) => Fields): Generator<string> {
  yield csvLine(header);
  for (const row of rows) yield csvLine(fields(row));
}

/** Said by `:START_ID` and `:END_ID`. */
const ENDS: ReadonlySet<string> = new Set(["subject", "object"]);

/** A kind as a label: `Port`. */
function pascalCase(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** A relation as a relationship type: `OPENS_TO`. */
function upperSnakeCase(relation: string): string {
  return relation.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: "string",
  number: "double",
  integer: "long",
  boolean: "boolean",
  date: "date",
  list: "string[]",
};

/** A column as the importer sees it: its name, its header and whether its lists are arrays. */
interface Property<R> {
  readonly column: Column<R>;
  readonly name: string;
  readonly header: string;
  readonly array: boolean;
}

function propertiesOf<R extends { readonly id: string }>(
  tally: LossTally,
  type: string,
  columns: readonly Column<R>[],
  rows: readonly R[],
): Property<R>[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    const name = freeName(column.name.replace(/[^\p{L}\p{N}_]/gu, "_") || "_", taken);
    if (name !== column.name) {
      const reason = "a property's name in a header may hold letters, digits and underscores only";
      tally.note("replaced", `${type}.${column.name}`, reason, column.name, name);
    }
    const array = column.type === "list" && !rows.some((row) => holdsDelimiter(tally, type, column, row));
    return {
      column,
      name,
      array,
      header: `${name}:${array || column.type !== "list" ? TYPES[column.type] : "string"}`,
    };
  });
}

function holdsDelimiter<R extends { readonly id: string }>(
  tally: LossTally,
  type: string,
  column: Column<R>,
  row: R,
): boolean {
  const cell = column.cell(row);
  if (typeof cell !== "object" || !cell.some((text) => text.includes(";"))) return false;
  const reason = 'a value holds the array delimiter ";", so the column is one string joined by "|"';
  tally.note("approximated", `${type}.${column.name}`, reason, row.id, cell);
  return true;
}

function fieldOf<R extends { readonly id: string }>(
  { column, array }: Property<R>,
  type: string,
  row: R,
  write: WriteText,
): string | undefined {
  const cell = column.cell(row);
  const text = array && typeof cell === "object" ? cell.join(";") : cellText(cell);
  if (text === undefined) return undefined;
  return write(column.type === "date" ? signedYear(text) : text, `${type}.${column.name}`, row.id);
}

/** A year of more than four digits bears a sign (ISO 8601-1, 4.1.2.4). */
function signedYear(day: string): string {
  return /^\d{5,}-/.test(day) ? `+${day}` : day;
}
