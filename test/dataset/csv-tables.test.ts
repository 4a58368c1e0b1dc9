import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bundledRecords, loadXinjiang } from "../../src/dataset/bundled.ts";
import { headingsOf, KEY_COLUMNS } from "../../src/dataset/csv-headings.ts";
import { delimiterOf, scanCsv } from "../../src/dataset/csv-scan.ts";
import { csvReader } from "../../src/dataset/csv-tables.ts";
import { parseDataset } from "../../src/dataset/parse-dataset.ts";
import type { DatasetFile } from "../../src/dataset/record-reader.ts";
import type { Issue } from "../../src/errors.ts";
import { toCsv } from "../../src/format/csv.ts";
import { csvLine } from "../../src/format/delimited.ts";
import { buildGraph } from "../../src/graph/build.ts";
import { validateRecords } from "../../src/graph/validate.ts";
import type { DatasetRecords } from "../../src/model/record.ts";
import type { Ontology } from "../../src/ontology/define.ts";
import { xinjiangOntology } from "../../src/ontology/ontology.ts";
import { townDataset, townOntology } from "../arbitrary-dataset.ts";
import { depotOntology, hostileRecords, sampleRecords } from "../format/sample.ts";
import { naughtyStrings } from "../format/second-readers.ts";

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** Records in order of id, an explicit `=` left out: a figure without a comparator means the same. */
function canonical(records: DatasetRecords): unknown {
  const withoutEquals = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (key, inner) =>
      key === "comparator" && inner === "=" ? undefined : inner,
    );
  return {
    ...(records.dataset && { dataset: records.dataset }),
    sources: [...records.sources].sort(byId),
    entities: [...records.entities].sort(byId),
    claims: withoutEquals([...records.claims].sort(byId)),
  };
}

/** Reads files with the reader alone: its problems, and those of the records. */
function read(
  files: readonly DatasetFile[],
  ontology: Ontology = xinjiangOntology,
  reader = csvReader(),
): { readonly records: DatasetRecords; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const placed = reader.read(files, (issue) => issues.push(issue), ontology);
  const { datasets, sources, entities, claims } = placed;
  const [dataset] = datasets;
  const records = { ...(dataset !== undefined && { dataset }), sources, entities, claims } as DatasetRecords;
  const locate = (record: unknown, path = "") => placed.place(record, path);
  return { records, issues: [...issues, ...validateRecords(records, ontology, { locate })] };
}

/** The tables that a graph of records gives, as files. */
function written(records: DatasetRecords, ontology: Ontology): DatasetFile[] {
  const { loss, ...tables } = toCsv(buildGraph(structuredClone(records), ontology));
  expect(loss.losses).toEqual([]);
  return Object.entries(tables).map(([name, text]) => ({ name: `${name}.csv`, text }));
}

describe("scanCsv", () => {
  const scan = (text: string): readonly (readonly string[])[] =>
    scanCsv(text, ",", (problem) => {
      throw new Error(problem.message);
    }).map(({ cells }) => cells);

  it("reads back what the writer writes, as csv-parse does", () => {
    const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom(...naughtyStrings));
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const lines = rows.map((row) => csvLine(row)).join("");
        const read = scan(lines);
        expect(read).toEqual(rows.filter((row) => row.some((cell) => cell !== "")));
        const theirs = parse(lines, { relax_column_count: true, record_delimiter: "\r\n" }) as string[][];
        expect(read).toEqual(theirs.filter((row) => row.some((cell) => cell !== "")));
      }),
    );
  });

  it("tells where each cell begins, whatever stands in quotation marks before it", () => {
    const text = 'a,"b ""x""\r\n,c",d\r\n\r\n,,\r\n"e",f,';
    const rows = scanCsv(text, ",", () => expect.unreachable());
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["a", 'b "x"\r\n,c', "d"],
      ["e", "f", ""],
    ]);
    expect(rows.flatMap(({ offsets }) => offsets).map((at) => text.slice(at, at + 2))).toEqual([
      "a,",
      '"b',
      "d\r",
      '"e',
      "f,",
      "",
    ]);
  });

  it.each([
    ["a,b\n1;2;3", ","],
    ["a;b;c,d\n", ";"],
    ["a\tb\n", "\t"],
    ['"x;y;z",b\n', ","],
    ["alone\n1,2", ","],
    ["\n\na;b\n", ";"],
  ])("takes the delimiter of %j from its first line: %j", (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });
});

describe("csvReader", () => {
  it("reads the tables of the bundled dataset as the records that they were written of", () => {
    const { records, issues } = read(written(bundledRecords(), xinjiangOntology));
    expect(issues).toEqual([]);
    expect(canonical(records)).toEqual(canonical(bundledRecords()));
  });

  it.each([
    ["the sample with an attribute of every type", sampleRecords],
    ["naughty strings in every field", hostileRecords(naughtyStrings)],
  ])("reads back %s", (_, records) => {
    const read1 = read(written(records, depotOntology as Ontology), depotOntology as Ontology);
    expect(canonical(read1.records)).toEqual(canonical(records));
    expect(read1.issues).toEqual(
      validateRecords(records, depotOntology as Ontology).map(() => expect.anything()),
    );
  });

  /** What a graph says of itself where nothing was said. */
  const dataset = { name: "unnamed", version: "0.0.0", license: "unstated" };

  it("reads back any dataset, in whatever order files, rows and columns come", () => {
    const shuffle = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(townDataset, shuffle, fc.constantFrom(",", ";", "\t"), (records, numbers, delimiter) => {
        const mix = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => [numbers.next().value as number, item] as const)
            .sort(([a], [b]) => a - b)
            .map(([, item]) => item);
        const files = written(records, townOntology as unknown as Ontology).map(({ name, text }) => {
          const [header = [], ...rows] = parse(text, { record_delimiter: "\r\n" }) as string[][];
          const order = mix(header.map((_, i) => i));
          const lines = [header, ...(name === "names.csv" ? rows : mix(rows))];
          const quoted = (cell = ""): string => `"${cell.replaceAll('"', '""')}"`;
          return {
            name,
            text: lines.map((row) => order.map((i) => quoted(row[i])).join(delimiter)).join("\n"),
          };
        });
        const { records: back, issues } = read(mix(files), townOntology as unknown as Ontology);
        expect(issues).toEqual([]);
        expect(canonical(back)).toEqual(canonical({ dataset, ...records }));
      }),
      { numRuns: 50 },
    );
  });

  it("reads tables made by hand, with names by language and a citation in the row of its claim", () => {
    const { records, issues } = read([
      {
        name: "our entities.csv",
        text: [
          "id;name;name:zh-Hans;name:ru;modes;lng;lat",
          "port/kok;Kök Road Port|Kök;阔克;;road|rail;80,5;44.5",
          "country/kazakhstan;Kazakhstan;;Казахстан;;;",
          "port/ata;Ata;;;air;80.5;44",
        ]
          .join("\r\n")
          .replace("80,5", "80.5"),
      },
      {
        name: "claims.csv",
        text: [
          "subject,relation,object,valid,status,source,voice,stance,readAs",
          "port/kok,opensTo,country/kazakhstan,2023-05/..,actual,mine-2024-01-05,narrated,asserts,excerpt",
          "port/kok,opensTo,country/kazakhstan,2023-05/..,actual,other-2024-02-01,quoted,reports,excerpt",
          "port/ata,opensTo,country/kazakhstan,2023-05/..,planned,other-2024-02-01,quoted,denies,excerpt",
        ].join("\n"),
      },
      {
        name: "sources.csv",
        text: [
          "id,title,publisherName,publisherClass,publisherClassifiedBy,publisherClassifiedOn,genre,language,published,accessed",
          "mine-2024-01-05,On ports,Mine,other,me,2026,note,en,2024-01-05,2026-01-01",
          'other-2024-02-01,"Ports, again",Other,other,me,2026,note,en,2024-02-01,2026-01-01',
        ].join("\n"),
      },
    ]);
    expect(issues).toEqual([]);
    expect(records.entities[0]).toEqual({
      id: "port/kok",
      names: [
        { value: "Kök Road Port", lang: "en" },
        { value: "Kök", lang: "en" },
        { value: "阔克", lang: "zh-Hans" },
      ],
      modes: ["road", "rail"],
      lng: 80.5,
      lat: 44.5,
    });
    expect(records.claims.map(({ id, citations }) => [id, citations.map(({ source }) => source)])).toEqual([
      ["port/kok-opensTo-country/kazakhstan-2023-05/..", ["mine-2024-01-05", "other-2024-02-01"]],
      ["port/ata-opensTo-country/kazakhstan-2023-05/..", ["other-2024-02-01"]],
    ]);
    expect(records.sources[1]).toMatchObject({ title: "Ports, again", publisher: { name: "Other" } });
  });

  it("gives claims of one saying but for an attribute ids of their own", () => {
    const text = "subject,relation,object,role,valid\na,connects,b,origin,2024\na,connects,b,via,2024\n";
    const { records } = read([{ name: "claims.csv", text }]);
    expect(records.claims.map(({ id }) => id)).toEqual(["a-connects-b-2024", "a-connects-b-2024-2"]);
  });

  it("takes the figure as written, and a number alone for it", () => {
    const header = "id,subject,relation,object,value,valueAsWritten,unit,comparator,equivalents";
    const rows = ["a,s,observed,o,357330000000,357.33e9,CNY,=,~ 49.6e9 USD", "b,s,observed,o,12,,1,>,"];
    const { records } = read([{ name: "claims.csv", text: [header, ...rows].join("\n") }]);
    expect(records.claims.map(({ quantity }) => quantity)).toEqual([
      { value: "357.33e9", unit: "CNY", equivalents: [{ value: "49.6e9", unit: "USD", comparator: "~" }] },
      { value: "12", unit: "1", comparator: ">" },
    ]);
  });

  it("parts cells at tabs in a .tsv file, and at what it is told", () => {
    const file = { name: "entities.tsv", text: "id\tname\nport/x\tX,X;X\n" };
    expect(read([file]).records.entities[0]?.names[0]?.value).toBe("X,X;X");
    const told = { name: "entities.csv", text: "id;name:en\nport/x;a,b,c\n" };
    expect(
      read([told], xinjiangOntology, csvReader({ delimiter: ";" })).records.entities[0]?.names,
    ).toHaveLength(1);
    expect(() => csvReader({ delimiter: "|" as never })).toThrow(/expected "," or ";" or/);
    expect(() => csvReader({ delimeter: ";" } as never)).toThrow(/did you mean "delimiter"/);
  });

  it("orders the citations of a claim by number", () => {
    const { records } = read([
      { name: "claims.csv", text: "id,subject,relation,object\nc,a,borders,b\n" },
      { name: "citations.csv", text: "claim,number,source\nc,10,s10\nc,2,s2\nc,1,s1\n" },
    ]);
    expect(records.claims[0]?.citations.map(({ source }) => source)).toEqual(["s1", "s2", "s10"]);
  });

  it("keeps a reserved register as a key of its own, for the check of records to refuse", () => {
    const { records, issues } = read([
      { name: "entities.csv", text: "id,name,identifiers\nport/x,X,__proto__=1|iata=XXX\n" },
    ]);
    expect(Object.keys(records.entities[0]?.identifiers ?? {})).toEqual(["__proto__", "iata"]);
    expect(issues).toMatchObject([
      { code: "record/wrong-type", path: "/identifiers/__proto__", line: 2, column: 10 },
    ]);
  });

  it("reads tables written for spreadsheets, where nothing but comparators was guarded", () => {
    const graph = loadXinjiang();
    const { loss, ...tables } = toCsv(graph, { flavour: "spreadsheet" });
    expect(loss.losses.map(({ field }) => field)).toEqual(["claim.comparator", "claim.equivalents"]);
    const { records, issues } = read(
      Object.entries(tables).map(([name, text]) => ({ name: `${name}.csv`, text })),
    );
    expect(issues).toEqual([]);
    expect(canonical(records)).toEqual(canonical(bundledRecords()));
  });
});

describe("the table of columns in docs/guide/own-data.md", () => {
  const page = readFileSync(new URL("../../docs/guide/own-data.md", import.meta.url), "utf8");
  const known = headingsOf(xinjiangOntology);

  it.each(Object.entries(KEY_COLUMNS))("has the columns of %s that are read", (name, needed) => {
    const [, ...cells] = page.match(new RegExp(`^\\| \`${name}\\.csv\` \\| (.*) \\| (.*) \\|$`, "m")) ?? [];
    const columns = cells.map((cell) => Array.from(cell.matchAll(/`([^`]+)`/g), ([, column]) => column));
    const read = [...known.tables[name as keyof typeof KEY_COLUMNS]].filter(
      ([, { path }]) => path !== undefined,
    );
    const others = read.map(([column]) => column).filter((column) => !needed.includes(column));
    expect(columns).toEqual([needed, others]);
  });
});

describe("issues of tables", () => {
  const told = (name: string, text: string): string[] =>
    parseDataset({ name, text }).issues.map(({ message }) => message);

  it("name the column that holds or lacks the value, not only the field", () => {
    const text =
      "id,title,publisherName,publisherClass,genre,language,published,accessed\na,T,P,statist,register,en,2026,2026\n";
    const messages = told("sources.csv", text);
    expect(messages).toContainEqual(expect.stringMatching(/^Column "publisherClass": Found "statist"/));
    expect(messages).toContainEqual(expect.stringMatching(/^Column "publisherClassifiedBy": .* is missing/));
    expect(told("claims.csv", "subject,relation,object,source,voice\na,b,c,s,loud\n")).toContainEqual(
      expect.stringMatching(/^Column "voice": Found "loud"/),
    );
  });

  it("suggest the parts of a field that is no column by itself", () => {
    const [first] = told("sources.csv", "id,title,publisher\na,T,P\n");
    expect(first).toContain('did you mean "publisherName"?');
  });
});
