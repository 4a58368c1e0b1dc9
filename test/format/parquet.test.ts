import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { afterAll, describe, expect, it } from "vitest";
import { loadXinjiang } from "../../src/dataset/bundled.ts";
import { type CsvTables, toCsv } from "../../src/format/csv.ts";
import { type ParquetTables, toParquet } from "../../src/format/parquet.ts";
import { joinList } from "../../src/format/tabular.ts";
import { formatDay } from "../../src/time/calendar.ts";
import type { Graph } from "./every-format.ts";
import { emptyGraph, hostileRecords, sampleGraph, sampleRecords } from "./sample.ts";
import { naughtyStrings } from "./second-readers.ts";

const bundled = loadXinjiang() as unknown as Graph;
const DAY = 86_400_000;

type Row = Record<string, unknown>;

/** The CSV table that each Parquet table stands beside. */
const BESIDE = {
  nodes: "entities",
  edges: "claims",
  names: "names",
  citations: "citations",
  sources: "sources",
  dataset: "dataset",
} as const satisfies Record<keyof ParquetTables, keyof CsvTables>;

const TABLES = Object.keys(BESIDE) as (keyof ParquetTables)[];

/** RFC 4180 by its grammar and nothing else: absent fields are `undefined`, empty texts are "". */
function csvRows(text: string): Record<string, string | undefined>[] {
  const rows: (string | undefined)[][] = [[]];
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? (match[2] || undefined));
    if (match[3] !== ",") rows.push([]);
  }
  const [header = [], ...body] = rows.slice(0, -1);
  return body.map((row) => Object.fromEntries(header.map((name, i) => [name as string, row[i]])));
}

/** A value as hyparquet reads it, as CSV writes it. */
function asCell(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (value instanceof Date) return formatDay(value.getTime() / DAY);
  return Array.isArray(value) ? joinList(value) : String(value);
}

// By itself hyparquet takes U+FEFF at the beginning of a text for a byte order mark.
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const parsers = { stringFromBytes: (bytes: Uint8Array | undefined) => bytes && utf8.decode(bytes) };

async function readTable(bytes: Uint8Array): Promise<Row[]> {
  return (await parquetReadObjects({ file: bytes.slice().buffer, parsers })) as Row[];
}

/** The columns of a table with their physical and logical type. */
function typesOf(bytes: Uint8Array): Record<string, string> {
  const { schema } = parquetMetadata(bytes.slice().buffer);
  const columns = schema.filter(({ name, repetition_type }) => repetition_type === "OPTIONAL" && name);
  return Object.fromEntries(
    columns.map(({ name, type, converted_type }) => [name, [type, converted_type].filter(Boolean).join(" ")]),
  );
}

describe("toParquet", () => {
  it.each([
    ["the sample", sampleGraph()],
    ["an empty graph", emptyGraph()],
    ["naughty strings", sampleGraph(hostileRecords(naughtyStrings))],
    ["the bundled data", bundled],
  ])("is read by hyparquet with the cells of CSV: %s", async (_, graph) => {
    const { loss, ...tables } = toParquet(graph);
    const csv = toCsv(graph);
    expect(loss.losses).toEqual(csv.loss.losses);
    for (const name of TABLES) {
      const read = (await readTable(tables[name])).map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([column, value]) => {
            const inCsv = { src: "subject", dst: "object" }[column] ?? column;
            return [name === "edges" ? inCsv : column, asCell(value)];
          }),
        ),
      );
      expect(read, name).toEqual(csvRows(csv[BESIDE[name]]));
    }
  });

  it("names ids and ends as GraphFrames does and types columns", () => {
    const { nodes, edges, citations } = toParquet(bundled);
    expect(typesOf(nodes)).toMatchObject({ id: "BYTE_ARRAY UTF8", lng: "DOUBLE", modes: "LIST" });
    expect(typesOf(edges)).toMatchObject({
      id: "BYTE_ARRAY UTF8",
      src: "BYTE_ARRAY UTF8",
      dst: "BYTE_ARRAY UTF8",
      value: "DOUBLE",
      denied: "BOOLEAN",
      attested: "LIST",
      rank: "INT64",
      earliestStart: "INT32 DATE",
      citationCount: "INT64",
    });
    expect(typesOf(edges)).not.toHaveProperty("subject");
    expect(typesOf(citations)).toMatchObject({
      claim: "BYTE_ARRAY UTF8",
      start: "INT64",
      sha256: "BYTE_ARRAY UTF8",
    });
  });

  it("holds days before the year 1, no bound as null, and no text as null beside texts", async () => {
    const rows = new Map((await readTable(toParquet(sampleGraph()).edges)).map((row) => [row.id, row]));
    const ides = rows.get("before-year-0")?.earliestStart as Date;
    expect([ides.getUTCFullYear(), ides.getUTCMonth(), ides.getUTCDate()]).toEqual([-44, 2, 15]);
    expect(rows.get("attested-once")).toMatchObject({ valid: null, earliestStart: null });
    expect(rows.get("attested-once")?.latestStart).toEqual(new Date("2024-05-21"));
    expect(rows.get("plain")).toMatchObject({ unit: null, attributeUnit: "pallets" });
  });

  it("gives the same bytes for the same records in any order", () => {
    const { sources, entities, claims } = sampleRecords;
    const turned = sampleGraph({
      ...sampleRecords,
      sources: [...sources].reverse(),
      entities: [...entities].reverse(),
      claims: [...claims].reverse(),
    });
    expect(toParquet(turned)).toEqual(toParquet(sampleGraph()));
  });

  it("puts attribute before a user's src or dst", async () => {
    const graph = sampleGraph();
    graph.mergeEdgeAttributes("plain", { src: "mine" } as never);
    const rows = await readTable(toParquet(graph).edges);
    expect(rows.find(({ id }) => id === "plain")).toMatchObject({ src: "depot/a", attributeSrc: "mine" });
  });

  it("replaces half characters and leaves out numbers too large to count, and says so", async () => {
    const graph = sampleGraph();
    graph.mergeNodeAttributes("depot/a", { goods: ["tea", "half \uD83D"], doors: 2 ** 60 } as never);
    const { nodes, loss } = toParquet(graph);
    const [row] = await readTable(nodes);
    expect(row).toMatchObject({ id: "depot/a", goods: ["tea", "half \uFFFD"], doors: null });
    expect(loss.losses.map(({ kind, field }) => [kind, field])).toEqual([
      ["omitted", "entity.doors"],
      ["replaced", "entity.goods"],
    ]);
  });

  it("refuses a misspelt option", () => {
    expect(() => toParquet(sampleGraph(), { language: "zh" } as never)).toThrow(/no option here/);
  });
});

const duckdb = loadDuckDb();

describe.skipIf(duckdb === undefined)("DuckDB", () => {
  const folder = mkdtempSync(join(tmpdir(), "parquet-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** The rows of a query in which `{nodes}` is the path of that table. */
  async function ask(tables: ParquetTables, sql: string): Promise<Row[]> {
    const connection = await (await (duckdb as DuckDb).DuckDBInstance.create()).connect();
    const paths = sql.replace(/\{(\w+)\}/g, (_, name: keyof ParquetTables) => {
      const path = join(folder, `${name}.parquet`);
      writeFileSync(path, tables[name]);
      return `'${path}'`;
    });
    return (await connection.runAndReadAll(paths)).getRowObjectsJson();
  }

  it.each([
    ["the sample", sampleGraph()],
    ["naughty strings", sampleGraph(hostileRecords(naughtyStrings))],
    ["the bundled data", bundled],
  ])("reads the rows that hyparquet reads: %s", async (_, graph) => {
    const tables = toParquet(graph);
    for (const name of TABLES) {
      const ours = await readTable(tables[name]);
      const theirs = await ask(tables, `select * from {${name}}`);
      expect(theirs.length, name).toBe(ours.length);
      theirs.forEach((row, i) => {
        for (const [column, value] of Object.entries(row)) {
          const expected = ours[i]?.[column];
          // It writes BC before year 1: days are compared below.
          if (!(expected instanceof Date)) expect(value, column).toEqual(asDuckDbJson(expected));
        }
      });
      const days = Object.keys(ours[0] ?? {}).filter((column) =>
        ours.some((row) => row[column] instanceof Date),
      );
      for (const column of days) {
        const read = await ask(
          tables,
          `select date_diff('day', date '1970-01-01', "${column}") as day from {${name}}`,
        );
        const written = ours.map((row) => (row[column] as Date | null)?.getTime());
        expect(read.map(({ day }) => (day === null ? undefined : Number(day) * DAY))).toEqual(written);
      }
    }
  });

  it("joins nodes and edges and knows days, figures and lists by their types", async () => {
    const tables = toParquet(bundled);
    const rows = await ask(
      tables,
      `select p.id, c.label from {edges} e join {nodes} p on e.src = p.id join {nodes} c on e.dst = c.id
       where e.relation = 'opensTo' and list_contains(p.modes, 'road') order by all`,
    );
    const expected = bundled
      .filterEdges((_, claim) => claim.relation === "opensTo")
      .map((edge) => [bundled.source(edge), bundled.target(edge)] as const)
      .filter(([port]) =>
        (bundled.getNodeAttribute(port, "modes" as never) as unknown as string[])?.includes("road"),
      )
      .map(([port, country]) => ({ id: port, label: bundled.getNodeAttribute(country, "label") }));
    expect(rows).toEqual(expected.sort((a, b) => (a.id < b.id ? -1 : 1)));
    const types = await ask(
      tables,
      "describe select src, earliestStart, value, citationCount, sources from {edges}",
    );
    expect(types.map(({ column_type }) => column_type)).toEqual([
      "VARCHAR",
      "DATE",
      "DOUBLE",
      "BIGINT",
      "VARCHAR[]",
    ]);
  });
});

/** A value as DuckDB's client gives it in JSON. It drops U+FEFF at the beginning of a text. */
function asDuckDbJson(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/^\uFEFF/, "");
  if (typeof value === "bigint") return String(value);
  return Array.isArray(value) ? value.map(asDuckDbJson) : (value ?? null);
}

/** As much of DuckDB's interface as is used here. */
interface DuckDb {
  readonly DuckDBInstance: {
    create(): Promise<{
      connect(): Promise<{ runAndReadAll(sql: string): Promise<{ getRowObjectsJson(): Row[] }> }>;
    }>;
  };
}

/** `@duckdb/node-api` from the folder in DUCKDB_DIR, where `npm install --prefix` has put it: 70 MB, no dependency. */
function loadDuckDb(): DuckDb | undefined {
  const folder = process.env.DUCKDB_DIR;
  if (!folder) {
    console.warn("Skipped: DUCKDB_DIR is not set, so DuckDB does not read the Parquet files.");
    return undefined;
  }
  return createRequire(join(folder, "package.json"))("@duckdb/node-api");
}
