/**
 * Parquet: the same tables as CSV with typed columns, for DuckDB, Spark, Polars and pandas. Needs the optional peer
 * `hyparquet-writer`; nothing else in the library imports this file.
 *
 * @see https://parquet.apache.org/docs/file-format/
 * @module xinjiang-graph/format/parquet
 */
import { parquetWriteBuffer } from "hyparquet-writer";
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import type { Ontology } from "../ontology/define.ts";
import { type Day, dayFromYmd } from "../time/partial-date.ts";
import { LONE_SURROGATES, textWriter, type WriteText } from "./characters.ts";
import { checkExportOptions } from "./export-options.ts";
import { type LabelOptions, recordView } from "./export-view.ts";
import { type LossReport, LossTally } from "./loss.ts";
import { exportTables, noteUntabled, type Table } from "./tables.ts";
import type { Cell, Column, ColumnType } from "./tabular.ts";

/** The tables, each the bytes of one Parquet file. */
export interface ParquetTables {
  /** One row an entity; `id` is its id. */
  readonly nodes: Uint8Array;
  /** One row a claim; `id` is its id, `src` its subject, `dst` its object, as GraphFrames names them. */
  readonly edges: Uint8Array;
  readonly names: Uint8Array;
  readonly citations: Uint8Array;
  readonly sources: Uint8Array;
  /** One row: name, version, licence and coverage. */
  readonly dataset: Uint8Array;
}

/**
 * The graph as Parquet tables: the columns of `toCsv` with types: days as `DATE`, numbers as `DOUBLE`, whole numbers as
 * `INT64`, texts as `STRING`, lists as `LIST` of `STRING`. Absent values are null; time bounds are null where there is
 * none. In `edges`, `src` and `dst` stand for `subject` and `object`. Snappy compressed; the same graph gives the same
 * bytes. Linear in the records.
 *
 * @throws InvalidQueryError `format/unknown-option`, `format/invalid-option`; KnowledgeGraphError
 *   `graph/not-a-knowledge-graph`
 * @example
 * const { nodes, edges } = toParquet(graph);
 * new TextDecoder().decode(edges.subarray(0, 4)); // "PAR1"
 */
export function toParquet<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  options: LabelOptions = {},
): ParquetTables & { readonly loss: LossReport } {
  checkExportOptions(options, { lang: "text" });
  const view = recordView(graph, options);
  const tally = new LossTally("Parquet");
  const tables = exportTables(view, { claims: Object.values(GRAPHFRAMES) });
  noteUntabled(view, tally, tables);
  const write = (table: Table): Uint8Array => tableBytes(table, tally);
  const edges = tables.claims.columns.map((column) => ({
    ...column,
    name: GRAPHFRAMES[column.name] ?? column.name,
  }));
  return {
    nodes: write(tables.entities),
    edges: write({ ...tables.claims, columns: edges }),
    names: write(tables.names),
    citations: write(tables.citations),
    sources: write(tables.sources),
    dataset: write(tables.dataset),
    loss: tally.report(),
  };
}

const GRAPHFRAMES: Readonly<Record<string, string>> = { subject: "src", object: "dst" };

type SchemaElements = NonNullable<Parameters<typeof parquetWriteBuffer>[0]["schema"]>;

function tableBytes({ of, columns, rows }: Table, tally: LossTally): Uint8Array {
  const write = textWriter(tally, LONE_SURROGATES);
  const columnData = columns.map((column) => ({
    name: write(column.name, `${of}.${column.name}`, column.name),
    data: rows.map((row) => parquetValue(column, row.id, column.cell(row), of, tally, write)),
  }));
  const schema: SchemaElements = [
    { name: "root", num_children: columns.length },
    ...columnData.flatMap(({ name }, i) => schemaOf(name, (columns[i] as Column<never>).type)),
  ];
  return new Uint8Array(parquetWriteBuffer({ columnData, schema, createdBy: "xinjiang-graph" }));
}

const TEXT = { type: "BYTE_ARRAY", converted_type: "UTF8" } as const;

/** The schema elements of each type of column, all nullable; lists by the format's rules for lists. */
function schemaOf(name: string, type: ColumnType): SchemaElements {
  const nullable = { name, repetition_type: "OPTIONAL" } as const;
  switch (type) {
    case "number":
      return [{ ...nullable, type: "DOUBLE" }];
    case "integer":
      return [{ ...nullable, type: "INT64" }];
    case "boolean":
      return [{ ...nullable, type: "BOOLEAN" }];
    case "date":
      return [{ ...nullable, type: "INT32", converted_type: "DATE" }];
    case "list":
      return [
        { ...nullable, converted_type: "LIST", num_children: 1 },
        { name: "list", repetition_type: "REPEATED", num_children: 1 },
        { ...TEXT, name: "element", repetition_type: "REQUIRED" },
      ];
    case "text":
      return [{ ...nullable, ...TEXT }];
  }
}

function parquetValue(
  { name, type }: Column<never>,
  id: string,
  cell: Cell,
  of: string,
  tally: LossTally,
  write: WriteText,
): unknown {
  if (cell === undefined) return undefined;
  const field = `${of}.${name}`;
  if (type === "date") return dayOfText(cell as string);
  if (type === "integer") {
    if (Number.isSafeInteger(cell)) return BigInt(cell as number);
    tally.note("omitted", field, "it is larger than a whole number that JavaScript counts exactly", id, cell);
    return undefined;
  }
  if (typeof cell === "string") return write(cell, field, id);
  return typeof cell === "object" ? cell.map((text) => write(text, field, id)) : cell;
}

/** The day of `YYYY-MM-DD`; years before 0 and after 9999, which ends of vague dates reach, are no dates of EDTF. */
function dayOfText(text: string): Day {
  const [, year, month, day] = /^(-?\d+)-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return dayFromYmd(Number(year), Number(month), Number(day));
}
