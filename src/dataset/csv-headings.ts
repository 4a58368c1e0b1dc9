/**
 * Headings: which field of a record each column of a table fills. They follow from the columns that `toCsv` writes, and
 * so from the ontology, with a few more that a table made by hand wants.
 */
import { exportView } from "../format/export-view.ts";
import { exportTables, TABLE_NAMES, type Table, type TableName } from "../format/tables.ts";
import { attributeTypes, type ColumnType, splitList } from "../format/tabular.ts";
import { buildGraph } from "../graph/build.ts";
import type { Ontology } from "../ontology/define.ts";

/** What a column fills. */
export interface Heading {
  /**
   * Field of the record, dotted; `@citation.…` and `@names` stand beside it, under names that no attribute can have.
   * Absent for what is derived from other fields, such as labels and bounds of time, which is not read.
   */
  readonly path?: string;
  readonly type: ColumnType;
  /** Reads a cell that holds more than one value of the type. */
  readonly parse?: (cell: string) => unknown;
  /** Gives way to another column that fills the same field. */
  readonly weak?: boolean;
}

/** The headings of each table under an ontology, and the types that attributes have in one kind or relation. */
export interface Headings {
  readonly tables: Readonly<Record<TableName, ReadonlyMap<string, Heading>>>;
  attributeTypes(table: TableName, definition: string | undefined): ReadonlyMap<string, ColumnType>;
}

/** The columns without which a table cannot be read. */
export const KEY_COLUMNS: Readonly<Record<TableName, readonly string[]>> = {
  entities: ["id"],
  claims: ["subject", "relation", "object"],
  names: ["entity", "value", "lang"],
  citations: ["claim", "source"],
  sources: ["id", "title"],
  dataset: ["name", "license"],
};

/** The headings of every table under an ontology. */
export function headingsOf(ontology: Ontology): Headings {
  const written = exportTables(exportView(buildGraph({ sources: [], entities: [], claims: [] }, ontology)));
  const tables = Object.fromEntries(
    TABLE_NAMES.map((name) => [name, new Map(writtenHeadings(written[name]))]),
  ) as Record<TableName, Map<string, Heading>>;
  const { entities, claims } = tables;
  if (!entities.has("name")) entities.set("name", nameHeading("en"));
  for (const [name, heading] of citationHeadings(written.citations)) {
    // An attribute of that name goes first; what is derived from citations gives way.
    if (claims.get(name)?.path === undefined) claims.set(name, heading);
  }
  const kinds = typesByName(ontology.kinds);
  const relations = typesByName(ontology.relations);
  const types: Partial<Record<TableName, typeof kinds>> = { entities: kinds, claims: relations };
  return { tables, attributeTypes: (table, definition) => types[table]?.get(definition ?? "") ?? new Map() };
}

function typesByName(
  definitions: Ontology["kinds"] | Ontology["relations"],
): Map<string, ReadonlyMap<string, ColumnType>> {
  return new Map(
    Object.entries(definitions).map(([name, definition]) => [name, attributeTypes([definition])]),
  );
}

/** Which table a file is, by its name or else by a column that only one of them has; `undefined` if neither tells. */
export function tableOf(fileName: string, header: readonly string[]): TableName | undefined {
  const [, stem = ""] = /([^/\\]*?)(?:\.[^./\\]*)?$/.exec(fileName) ?? [];
  return (
    TABLE_NAMES.find((name) => name === stem) ?? TELLING.find(([column]) => header.includes(column))?.[1]
  );
}

const TELLING: readonly (readonly [column: string, table: TableName])[] = [
  ["relation", "claims"],
  ["claim", "citations"],
  ["entity", "names"],
  ["publisherName", "sources"],
  ["license", "dataset"],
  ["name", "entities"],
  ["names", "entities"],
];

/** How tables are told apart, for messages. */
export const TELLING_COLUMNS = TELLING.map(([column, table]) => `${column} (${table})`).join(", ");

function writtenHeadings({ of, columns }: Table): [string, Heading][] {
  return columns.map(({ name, type, carries }) => {
    const [path = "", more] = carries;
    const derived = path === "" || path === "label" || more !== undefined || path.startsWith("citations.");
    return [name, SPECIAL[of]?.[name] ?? (derived ? { type } : { path, type })];
  });
}

/** Columns whose cells are not the field itself, by what the rows are of. */
const SPECIAL: Readonly<Record<string, Readonly<Record<string, Heading>>>> = {
  entity: {
    names: { path: "@names", type: "list", parse: (cell) => splitList(cell).map(readName) },
    identifiers: {
      path: "identifiers",
      type: "list",
      parse: (cell) => readCodes(splitList(cell)),
    },
  },
  claim: {
    equivalents: {
      path: "quantity.equivalents",
      type: "list",
      parse: (cell) => splitList(cell).map(readEquivalent),
    },
    comparator: { path: "quantity.comparator", type: "text", parse: readComparator },
    value: { path: "quantity.value", type: "text", weak: true },
  },
};

/** The heading of names in one language; several are parted as in a list. */
export function nameHeading(lang: string): Heading {
  return { path: "names", type: "list", parse: (cell) => splitList(cell).map((value) => ({ value, lang })) };
}

/** A citation's fields in the row of its claim. */
function citationHeadings(citations: Table): [string, Heading][] {
  return writtenHeadings(citations).flatMap(([name, { path, type }]) =>
    path === undefined ? [] : [[name, { path: `@citation.${path}`, type }]],
  );
}

/** `value@language`: the language is after the last `@`. */
function readName(text: string): object {
  const at = text.lastIndexOf("@");
  return at < 0 ? { value: text } : { value: text.slice(0, at), lang: text.slice(at + 1) };
}

/** `register=code` of each; a register given twice gets both codes, which the check of records then refuses. */
function readCodes(texts: readonly string[]): object {
  const codes = new Map<string, unknown>();
  for (const text of texts) {
    const [, written = text, code = ""] = /^((?:\\.|[^\\=])*)=([\s\S]*)$/.exec(text) ?? [];
    const register = written.replace(/\\(.)/g, "$1");
    codes.set(register, codes.has(register) ? [codes.get(register), code] : code);
  }
  return Object.fromEntries(codes);
}

/** The writer spells `=` out where a record has none, and guards it for spreadsheets. */
function readComparator(cell: string): string | undefined {
  const comparator = cell.replace(/^'/, "");
  return comparator === "=" ? undefined : comparator;
}

/** `comparator value unit`, parted by spaces. */
function readEquivalent(text: string): object {
  const [written = "", value, unit, ...more] = text.split(" ");
  if (unit === undefined || more.length > 0) return { value: text };
  const comparator = readComparator(written);
  return { value, unit, ...(comparator !== undefined && { comparator }) };
}
