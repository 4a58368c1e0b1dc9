/**
 * CSV in: tables of entities, claims, names, citations, sources and the dataset, as `toCsv` writes them or as somebody
 * has made them by hand, into records.
 */
import type { Issue } from "../errors.ts";
import { checkExportOptions } from "../format/export-options.ts";
import type { TableName } from "../format/tables.ts";
import type { Ontology } from "../ontology/define.ts";
import { type Headings, headingsOf } from "./csv-headings.ts";
import { joinCitations, joinNames, type ReadRow } from "./csv-joins.ts";
import { CsvPlaces } from "./csv-places.ts";
import { DELIMITERS, type Delimiter, type ReportAt } from "./csv-scan.ts";
import { type CsvTable, type Fields, readCsvTable, readRow } from "./csv-table.ts";
import { PlacedText } from "./placed-text.ts";
import type { DatasetFile, PlacedRecords, RecordReader } from "./record-reader.ts";

/** Options of {@link csvReader}. */
export interface CsvReaderOptions {
  /** What parts the cells; tabs in a `.tsv` file, elsewhere what stands most often in the header, unless given. */
  readonly delimiter?: Delimiter;
}

/**
 * A reader of CSV tables. A file's table is told by its name (`entities.csv`, `claims.csv`, `names.csv`, `citations.csv`,
 * `sources.csv`, `dataset.csv`) or else by its columns. Columns are those of `toCsv`, in any order and as many as one
 * needs; what they derive from others (labels, bounds of time, summaries of citations) is not read. By hand one may give
 * names as `name` (English) and `name:<language>`, and one citation in a claim's row, as `source`, `voice`, `stance` and
 * so on; rows that differ in the citation alone are one claim. A claim without `id` gets one from its subject, relation,
 * object and time. An empty cell is an absent value; lists are parted by `|`.
 *
 * Codes: `csv/unknown-table`, `csv/no-header`, `csv/missing-column`, `csv/unknown-column`, `csv/duplicate-column`,
 * `csv/ragged-row`, `csv/unclosed-quote`, `csv/stray-quote`, `csv/stray-return`, `csv/contradiction`,
 * `csv/unknown-record`, `csv/invalid-number`.
 *
 * @throws InvalidQueryError `format/unknown-option`, `format/invalid-option`
 * @example
 * const file = { name: "ports.csv", text: "id;name;modes\nport/kok;Kök;road|rail\n" };
 * csvReader().read([file], console.error, xinjiangOntology).entities;
 * // [{ id: "port/kok", modes: ["road", "rail"], names: [{ value: "Kök", lang: "en" }] }]
 */
export function csvReader(options: CsvReaderOptions = {}): RecordReader {
  checkExportOptions(options, { delimiter: DELIMITERS });
  return {
    extensions: [".csv", ".tsv"],
    read: (files, report, ontology) => readTables(files, report, ontology, options.delimiter),
  };
}

function readTables(
  files: readonly DatasetFile[],
  report: (issue: Issue) => void,
  ontology: Ontology,
  delimiter: Delimiter | undefined,
): PlacedRecords {
  const known = headingsOf(ontology);
  const tables = files.flatMap((file) => readCsvTable(new PlacedText(file), known, delimiter, report) ?? []);
  const rowsOf = (name: TableName): ReadRow[] =>
    tables.filter((table) => table.name === name).flatMap((table) => readRows(table, known, report));
  const places = new CsvPlaces(known);
  const plain = ({ fields, spot }: ReadRow): Fields => {
    places.set(fields, spot);
    return fields;
  };
  return {
    datasets: rowsOf("dataset").map(plain),
    sources: rowsOf("sources").map(plain),
    entities: joinNames(rowsOf("entities"), rowsOf("names"), places),
    claims: joinCitations(rowsOf("claims"), rowsOf("citations"), places),
    place: (record, path) => places.place(record, path),
    column: (issue) => places.column(issue),
  };
}

function readRows(table: CsvTable, known: Headings, report: (issue: Issue) => void): ReadRow[] {
  const reportAt: ReportAt = (problem, offset) =>
    report({ severity: "error", ...table.place(offset), ...problem });
  return table.rows.map((row) => ({
    ...readRow(table, row, known, reportAt),
    spot: { table, row },
    reportAt: (problem, column) =>
      reportAt(problem, row.offsets[table.header.indexOf(column)] ?? row.offsets[0] ?? 0),
  }));
}
