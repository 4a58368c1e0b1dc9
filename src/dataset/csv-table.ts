/**
 * One CSV file as a table: which table it is, what its columns fill, and its rows as records.
 */
import { type Issue, show } from "../errors.ts";
import type { TableName } from "../format/tables.ts";
import { identifierPrefix } from "../identifier.ts";
import { readDecimal } from "../model/quantity.ts";
import { nearest } from "../nearest.ts";
import {
  type Heading,
  type Headings,
  KEY_COLUMNS,
  nameHeading,
  TELLING_COLUMNS,
  tableOf,
} from "./csv-headings.ts";
import { type CsvRow, type Delimiter, delimiterOf, type ReportAt, scanCsv } from "./csv-scan.ts";
import type { PlacedText } from "./placed-text.ts";
import type { Place } from "./record-reader.ts";
import { typedValue } from "./typed-text.ts";

/** What a row holds: fields by name, as far as the row has them. */
export type Fields = Record<string, unknown>;

/** A row as it stands: the fields of the record, and what stands beside them under names that begin with `@`. */
export interface RowFields {
  readonly fields: Fields;
  readonly beside: Fields;
}

/** A file that is a table. */
export class CsvTable {
  /** The way to the field that each column fills. */
  readonly steps: readonly (readonly string[] | undefined)[];

  constructor(
    private readonly file: PlacedText,
    readonly name: TableName,
    readonly header: readonly string[],
    /** What each column fills; `undefined` for one that is not read. */
    readonly headings: readonly (Heading | undefined)[],
    readonly rows: readonly CsvRow[],
  ) {
    this.steps = headings.map((heading) => heading?.path?.split("."));
  }

  /** The text of a row in a column, "" where it has none. */
  cell(row: CsvRow, column: string): string {
    return row.cells[this.header.indexOf(column)] ?? "";
  }

  place(offset: number): Place {
    return this.file.place(offset);
  }
}

/** Whether the first line of a text names columns that tell a table. */
export function isCsvTable(text: string): boolean {
  const [header] = scanCsv(text.split(/[\r\n]/, 1)[0] as string, delimiterOf(text), () => {});
  return header !== undefined && header.cells.length > 1 && tableOf("", header.cells) !== undefined;
}

/** The table of a file, or `undefined` where its header cannot be read. */
export function readCsvTable(
  file: PlacedText,
  known: Headings,
  delimiter: Delimiter | undefined,
  report: (issue: Issue) => void,
): CsvTable | undefined {
  let problems = 0;
  const reportAt: ReportAt = (problem, offset) => {
    problems += 1;
    report({ severity: "error", ...file.place(offset), ...problem });
  };
  const tabs = /\.tsv$/i.test(file.name) ? "\t" : undefined;
  const [header, ...rows] = scanCsv(file.text, delimiter ?? tabs ?? delimiterOf(file.text), reportAt);
  const name = tableOf(file.name, header?.cells ?? []);
  if (!header || !name) {
    // Of what cannot be scanned it is told already why.
    if (header || problems === 0) reportAt(noTable(header), header?.offsets[0] ?? 0);
    return undefined;
  }
  const missing = KEY_COLUMNS[name].filter((column) => !header.cells.includes(column));
  for (const column of missing) reportAt(missingColumn(column, name, header.cells), header.offsets[0] ?? 0);
  const headings = header.cells.map((column, i) => {
    const problem = headingProblem(column, i, header.cells, known.tables[name], rows);
    if (problem) reportAt(problem, header.offsets[i] ?? 0);
    return problem ? undefined : headingOf(column, known.tables[name]);
  });
  // `toCsv` sums citations up under the name of a field of theirs: `readAs` alone makes no citation.
  const inRow = headings.filter((heading) => heading?.path?.startsWith("@citation."));
  const cites = inRow.some((heading) => heading?.path !== "@citation.readAs");
  for (const row of rows) {
    if (row.cells.length !== header.cells.length) reportAt(ragged(row, header), row.offsets[0] ?? 0);
  }
  if (missing.length > 0) return undefined;
  const read = cites ? headings : headings.map((heading) => (inRow.includes(heading) ? undefined : heading));
  return new CsvTable(file, name, header.cells, read, rows);
}

/** The fields of a row; what a cell cannot be read as stays a text, for the check of records to refuse. */
export function readRow(table: CsvTable, row: CsvRow, known: Headings, reportAt: ReportAt): RowFields {
  const definition =
    table.name === "claims"
      ? table.cell(row, "relation")
      : table.cell(row, "kind") || identifierPrefix(table.cell(row, "id"));
  const ownTypes = known.attributeTypes(table.name, definition);
  const [fields, beside]: [Fields, Fields] = [{}, {}];
  table.steps.forEach((steps, i) => {
    const heading = table.headings[i];
    const cell = row.cells[i];
    if (!cell || !steps || !heading) return;
    const type = ownTypes.get(heading.path as string) ?? heading.type;
    const value = heading.parse ? heading.parse(cell) : typedValue(cell, type);
    if (value === undefined) return;
    const target = targetOf(heading.path?.startsWith("@") ? beside : fields, steps);
    const field = steps.at(-1) as string;
    const before = target[field];
    if (Array.isArray(before)) target[field] = [...before, ...(value as unknown[])];
    else if (before === undefined || !heading.weak) target[field] = value;
    if (typeof before === "string" && numberOf(before) !== numberOf(cell)) {
      reportAt(contradiction(table.header[i] as string, cell, before), row.offsets[i] as number);
    }
  });
  return { fields, beside };
}

/** The object that holds a field, made where it is not there yet. */
function targetOf(fields: Fields, steps: readonly string[]): Fields {
  return steps.slice(0, -1).reduce((outer, step) => {
    outer[step] ??= {};
    return outer[step] as Fields;
  }, fields);
}

function numberOf(text: string): number {
  return readDecimal(text)?.value ?? Number(text);
}

function headingOf(column: string, known: ReadonlyMap<string, Heading>): Heading | undefined {
  const heading = known.get(column);
  if (heading) return heading;
  const [, lang] = /^name:(.+)$/.exec(column) ?? [];
  return lang !== undefined && known.has("name") ? nameHeading(lang) : undefined;
}

/** Why a column is not read, or `undefined`. A column without a name is let pass if it holds nothing. */
function headingProblem(
  column: string,
  i: number,
  header: readonly string[],
  known: ReadonlyMap<string, Heading>,
  rows: readonly CsvRow[],
): Omit<Issue, "severity"> | undefined {
  if (header.indexOf(column) < i && column !== "") {
    const first = header.indexOf(column) + 1;
    return {
      code: "csv/duplicate-column",
      message: `The column ${show(column)} is there already, as number ${first}; rename one of them or take it out.`,
      expected: "a column that is not there yet",
      received: show(column),
    };
  }
  if (headingOf(column, known)) return undefined;
  if (column === "" && rows.every((row) => (row.cells[i] ?? "") === "")) return undefined;
  // `publisher` is a field, of which the table has the parts.
  const part = [...known.keys()].find(
    (name) => name.startsWith(column) && /^[A-Z]/.test(name.slice(column.length)),
  );
  const near = part ?? nearest(column, known.keys());
  return {
    code: "csv/unknown-column",
    message: `The column ${show(column)} is not known in this table${near ? `; did you mean "${near}"?` : "; rename it, take it out or declare it in the ontology."}`,
    expected: `one of ${[...known.keys()].join(", ")}`,
    received: show(column),
  };
}

function noTable(header: CsvRow | undefined): Omit<Issue, "severity"> {
  if (!header) {
    return {
      code: "csv/no-header",
      message: "The file is empty; its first line must name the columns.",
      expected: "a line with the names of the columns",
    };
  }
  return {
    code: "csv/unknown-table",
    message: `Found the columns ${show(header.cells)}, which tell no table; name the file after its table (entities.csv, claims.csv, …) or give it a telling column.`,
    expected: `one of the columns ${TELLING_COLUMNS}`,
    received: show(header.cells),
  };
}

function missingColumn(column: string, table: TableName, header: readonly string[]): Omit<Issue, "severity"> {
  const near = nearest(column, header);
  return {
    code: "csv/missing-column",
    message: `The table ${table} lacks the column "${column}", without which it is not read${near ? `; did you mean it by ${show(near)}?` : "; add it."}`,
    expected: `the column ${column}`,
    received: show(header),
  };
}

function ragged(row: CsvRow, header: CsvRow): Omit<Issue, "severity"> {
  const [found, expected] = [row.cells.length, header.cells.length];
  const advice =
    found > expected
      ? "a cell that holds the delimiter must stand in quotation marks"
      : "leave a cell empty between delimiters where there is no value";
  return {
    code: "csv/ragged-row",
    message: `The row has ${found} cells and the header ${expected}; ${advice}.`,
    expected: `${expected} cells`,
    received: String(found),
  };
}

function contradiction(column: string, cell: string, other: string): Omit<Issue, "severity"> {
  return {
    code: "csv/contradiction",
    message: `The column "${column}" says ${show(cell)}, another column says ${show(other)}; make them agree or leave one empty.`,
    expected: other,
    received: show(cell),
  };
}
