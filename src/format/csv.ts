/**
 * CSV: six tables that hold everything, for data frames (`data`) and for spreadsheets (`spreadsheet`).
 *
 * @module xinjiang-graph/format/csv
 */
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import type { Ontology } from "../ontology/define.ts";
import { LONE_SURROGATES, textWriter, type WriteText } from "./characters.ts";
import { csvLine, guardFormula } from "./delimited.ts";
import { checkExportOptions } from "./export-options.ts";
import { type ExportView, type LabelOptions, recordView } from "./export-view.ts";
import { type TableChunks, tableChunks, wholeTables } from "./lines.ts";
import { type LossReport, LossTally } from "./loss.ts";
import { exportTables, noteUntabled, TABLE_NAMES, type Table, type TableName } from "./tables.ts";
import { cellText } from "./tabular.ts";

/** Options of the CSV tables. */
export interface CsvOptions extends LabelOptions {
  /**
   * `data` (unless told otherwise): exact values, quoted only where RFC 4180 asks for it. `spreadsheet`: everything quoted,
   * a byte order mark so that Excel reads it as UTF-8, and an apostrophe before whatever could be taken for a formula.
   */
  readonly flavour?: "data" | "spreadsheet";
}

/** The tables, each a text with a header line. `entity`, `claim` and `source` in them are ids to join by. */
export interface CsvTables {
  readonly entities: string;
  readonly claims: string;
  readonly names: string;
  readonly citations: string;
  readonly sources: string;
  /** One row: name, version, licence and coverage. */
  readonly dataset: string;
}

/**
 * The graph as CSV tables: entities and claims for most uses; names, citations, sources and the dataset for the rest. The header
 * follows from the ontology, not from the data, so that tables of different datasets under one ontology can be stacked;
 * columns that users have added to the graph come last. Lists are joined by `|`, with a backslash before each `|` and
 * backslash inside them. An absent value is an empty field, an empty text is `""`. Linear in the records.
 *
 * @throws InvalidQueryError `format/unknown-option`, `format/invalid-option`; FormatError `format/too-long`;
 *   KnowledgeGraphError `graph/not-a-knowledge-graph`
 * @example
 * toCsv(graph).claims;
 * // 'id,subject,subjectLabel,relation,…\r\nbiedieli-port-opens-to-kyrgyzstan,port/biedieli,…'
 */
export function toCsv<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  options: CsvOptions = {},
): CsvTables & { readonly loss: LossReport } {
  return wholeTables(csvChunks(graph, options), TABLE_NAMES);
}

/**
 * The same tables as {@link toCsv} in pieces of some 64 kB, table after table, for files larger than memory should hold.
 * The loss report is the value that the generator returns.
 *
 * @throws InvalidQueryError `format/unknown-option`, `format/invalid-option`; KnowledgeGraphError
 *   `graph/not-a-knowledge-graph`
 * @example
 * [...new Set(Array.from(csvChunks(graph), ({ table }) => table))];
 * // ["entities", "claims", "names", "citations", "sources", "dataset"]
 */
export function csvChunks<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  options: CsvOptions = {},
): TableChunks<TableName> {
  checkExportOptions(options, { lang: "text", flavour: ["data", "spreadsheet"] });
  return documentChunks(recordView(graph, options), options.flavour === "spreadsheet");
}

function* documentChunks(view: ExportView, spreadsheet: boolean): TableChunks<TableName> {
  const tally = new LossTally(spreadsheet ? "CSV for spreadsheets" : "CSV");
  const tables = exportTables(view);
  noteUntabled(view, tally, tables);
  const write = spreadsheet ? spreadsheetWriter(tally) : textWriter(tally, LONE_SURROGATES);
  for (const name of TABLE_NAMES) yield* tableChunks(name, tableLines(tables[name], write, spreadsheet));
  return tally.report();
}

function* tableLines(
  { of, columns, rows }: Table,
  write: WriteText,
  spreadsheet: boolean,
): Generator<string, void, void> {
  const header = columns.map(({ name }) => write(name, `${of}.${name}`, name));
  yield `${spreadsheet ? "\uFEFF" : ""}${csvLine(header, spreadsheet)}`;
  for (const row of rows) {
    const fields = columns.map((column) => {
      const cell = column.cell(row);
      const text = cellText(cell);
      const isText = typeof cell === "string" || typeof cell === "object";
      return text !== undefined && isText ? write(text, `${of}.${column.name}`, row.id) : text;
    });
    yield csvLine(fields, spreadsheet);
  }
}

/** The longest text that a cell of Excel holds, in UTF-16 units. */
const LONGEST_CELL = 32_767;

function spreadsheetWriter(tally: LossTally): WriteText {
  const write = textWriter(tally, LONE_SURROGATES);
  const guarded = "an apostrophe keeps spreadsheets from running it as a formula";
  const cut = `spreadsheets cut what is longer than ${LONGEST_CELL} characters`;
  return (text, field, id) => {
    const exact = write(text, field, id);
    const safe = guardFormula(exact);
    if (safe !== exact) tally.note("replaced", field, guarded, id, text);
    if (safe.length > LONGEST_CELL) tally.note("approximated", field, cut, id, text);
    return safe;
  };
}
