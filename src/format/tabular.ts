/**
 * Columns: how records with lists and inner objects become flat rows. Every table-like format writes the same columns,
 * so that a name means the same in each.
 */
import type { AttributeDescriptor, AttributeDescriptors } from "../ontology/define.ts";
import { DAY_MAX, DAY_MIN, type Day, formatDay } from "../time/partial-date.ts";
import { type Carries, fieldsOf } from "./omissions.ts";

/** One value of a row; `undefined` where the record has none. */
export type Cell = string | number | boolean | readonly string[] | undefined;

/** What the cells of a column hold. `date` is an ISO 8601 day, `YYYY-MM-DD`, year 0 and earlier included. */
export type ColumnType = "text" | "number" | "integer" | "boolean" | "date" | "list";

/** One column of a table of rows `R`. */
export interface Column<R> {
  readonly name: string;
  readonly type: ColumnType;
  /** Fields of the record that can be read back from this column and those beside it. */
  readonly carries: readonly string[];
  /** The field that it holds as it is, as far as the type fits; absent where the cell is made of several or derived. */
  readonly attribute?: string;
  cell(row: R): Cell;
}

/**
 * The texts of a list as one text: joined by `|`, with a backslash before each `|` and backslash inside them.
 *
 * @example
 * joinList(["road", "rail|air"]); // "road|rail\\|air"
 */
export function joinList(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/[\\|]/g, "\\$&")).join("|");
}

/** The list that {@link joinList} joined. The empty text is a list of one empty text. */
export function splitList(joined: string): string[] {
  const texts = [""];
  for (const [token] of joined.matchAll(/\\[\\|]|[\s\S]/g)) {
    if (token === "|") texts.push("");
    else texts[texts.length - 1] += token.length === 2 ? token.slice(1) : token;
  }
  return texts;
}

/** A cell as text: lists joined by {@link joinList}; `undefined` stays. */
export function cellText(cell: Cell): string | undefined {
  if (cell === undefined) return undefined;
  return typeof cell === "object" ? joinList(cell) : String(cell);
}

/** A day as text, or `undefined` where there is no bound. */
export function dayCell(day: Day): string | undefined {
  return day === DAY_MIN || day === DAY_MAX ? undefined : formatDay(day);
}

/** A list cell without repetitions and absent values; `undefined` when nothing is left. */
export function distinctCell(values: readonly (string | undefined)[]): readonly string[] | undefined {
  const distinct = [...new Set(values)].filter((value) => value !== undefined);
  return distinct.length > 0 ? distinct : undefined;
}

/**
 * A name that no column has yet: the name itself, else with `attribute` before it (`attributeUnit`). Adds it to those
 * taken.
 */
export function freeName(name: string, taken: Set<string>): string {
  let free = name;
  while (taken.has(free)) free = `attribute${free.charAt(0).toUpperCase()}${free.slice(1)}`;
  taken.add(free);
  return free;
}

/** Every name that an attribute has in some definition, with the type that fits it in all of them, in declared order. */
export function attributeTypes(
  definitions: Iterable<{ readonly attributes: AttributeDescriptors }>,
): ReadonlyMap<string, ColumnType> {
  const types = new Map<string, ColumnType>();
  for (const { attributes } of definitions) {
    for (const [name, { type }] of Object.entries(attributes)) {
      types.set(name, widerType(types.get(name), COLUMN_TYPES[type]));
    }
  }
  return types;
}

const COLUMN_TYPES: Readonly<Record<AttributeDescriptor["type"], ColumnType>> = {
  text: "text",
  number: "number",
  integer: "integer",
  boolean: "boolean",
  list: "list",
  longitude: "number",
  latitude: "number",
  reference: "text",
  references: "list",
};

/**
 * The type of an attribute that the ontology does not declare, from its values: what an algorithm of a graph library
 * has written (`community`, `pagerank`). `undefined` if none of them fits a cell.
 */
export function typeOfValues(values: readonly unknown[]): ColumnType | undefined {
  let type: ColumnType | undefined;
  for (const value of values) {
    if (typeof value === "number" && Number.isFinite(value)) type = widerType(type, "number");
    else if (typeof value === "boolean") type = widerType(type, "boolean");
    else if (typeof value === "string") type = widerType(type, "text");
    else if (isTextList(value)) type = widerType(type, "list");
  }
  return type;
}

function widerType(a: ColumnType | undefined, b: ColumnType): ColumnType {
  if (a === undefined || a === b) return b;
  return [a, b].every((type) => type === "number" || type === "integer") ? "number" : "text";
}

/** The cell of a value in a column of a type, or `undefined` if it does not fit: an object, NaN, an empty list. */
export function fitCell(type: ColumnType, value: unknown): Cell {
  switch (type) {
    case "number":
      return Number.isFinite(value) ? (value as number) : undefined;
    case "integer":
      return Number.isInteger(value) ? (value as number) : undefined;
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "list":
      return isTextList(value) ? value : undefined;
    default:
      if (isTextList(value)) return joinList(value);
      if (typeof value === "string") return value;
      return typeof value === "boolean" || Number.isFinite(value) ? String(value) : undefined;
  }
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "string");
}

/** A column that holds one attribute of a record, as far as its values fit the type. */
export function attributeColumn<R>(
  attribute: string,
  type: ColumnType,
  taken: Set<string>,
  recordOf: (row: R) => Readonly<Record<string, unknown>>,
): Column<R> {
  return {
    name: freeName(attribute, taken),
    type,
    attribute,
    carries: [attribute],
    cell: (row) => {
      const record = recordOf(row);
      return Object.hasOwn(record, attribute) ? fitCell(type, record[attribute]) : undefined;
    },
  };
}

/** What a table of these columns holds of its records: the fields they carry, attributes only where the value fits. */
export function carriedBy<R>(columns: readonly Column<R>[]): Carries {
  const carries = fieldsOf(columns.flatMap((column) => column.carries));
  const types = new Map(columns.map(({ attribute, type }) => [attribute, type]));
  return (path, value, record) => {
    const type = types.get(path);
    return type === undefined ? carries(path, value, record) : fitCell(type, value) !== undefined;
  };
}

/** The columns of which some row has a cell, for formats that would show the others as empty. */
export function usedColumns<R, C extends Column<R>>(columns: readonly C[], rows: readonly R[]): C[] {
  return columns.filter((column) => rows.some((row) => column.cell(row) !== undefined));
}
