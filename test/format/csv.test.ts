import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadXinjiang } from "../../src/dataset/bundled.ts";
import { toCsv } from "../../src/format/csv.ts";
import { csvLine, guardFormula } from "../../src/format/delimited.ts";
import { splitList } from "../../src/format/tabular.ts";
import type { Graph } from "./every-format.ts";
import { emptyGraph, hostileRecords, sampleGraph, sampleRecords } from "./sample.ts";
import { hasPython, naughtyStrings, readWithPythonCsv } from "./second-readers.ts";

const texts = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom(...naughtyStrings));

/** RFC 4180 read back, by its grammar and nothing else. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Rows as objects by header; absent and empty fields are both empty. */
function table(text: string): Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(text);
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ""])));
}

describe("csvLine", () => {
  it("is read back by the grammar of RFC 4180", () => {
    fc.assert(
      fc.property(fc.array(fc.array(texts, { minLength: 2, maxLength: 5 }), { minLength: 1 }), (rows) => {
        expect(parseCsv(rows.map((row) => csvLine(row)).join(""))).toEqual(rows);
        expect(parseCsv(rows.map((row) => csvLine(row, true)).join(""))).toEqual(rows);
      }),
    );
  });

  it("keeps an absent field and an empty text apart", () => {
    expect(csvLine(["a", undefined, "", 'say "hi"\n'])).toBe('a,,"","say ""hi""\n"\r\n');
  });
});

describe("guardFormula", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["=1+1\nx", "'=1+1\nx"],
    ["a\n=1+1", "a\n'=1+1"],
    ["a\r\n\r\n @SUM(A1)", "a\r\n\r\n' @SUM(A1)"],
    ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
    ["-2+3", "'-2+3"],
    [" =1", "' =1"],
    ['"=1', "'\"=1"],
    ["\t=1", "'\t'=1"],
    ["\u200B=1", "'\u200B=1"],
    ["＝1", "'＝1"],
    ["\n=1", "'\n'=1"],
    ["a;=1", "a;'=1"],
    ["\rx", "'\rx"],
  ])("turns %j into %j", (text, guarded) => {
    expect(guardFormula(text)).toBe(guarded);
  });

  it.each(["", "a=1", "2023-11-01", "-12.5", "+5", "-1e9", "a - b", "x, -5 %", "port/horgos-road", "中文"])(
    "leaves %j as it is",
    (text) => {
      expect(guardFormula(text)).toBe(text);
    },
  );

  it("leaves nothing that begins a cell with a formula sign, plain numbers aside, wherever one splits", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(texts, fc.constantFrom("=", "-", "+", "@", "\n", "\t", ";", " ", '"', "1"))),
        (parts) => {
          const text = guardFormula(parts.join(""));
          const cells = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)
            ? []
            : [text, ...text.split(/[\n\r\t;]/)];
          for (const cell of cells)
            expect(cell.replace(/^[\s\p{Cf}\p{Cc}"]+/u, "")).not.toMatch(/^[=+\-@＝＋－＠]/);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("toCsv", () => {
  it("writes every entity, claim, name, citation and source once", () => {
    const { entities, claims, names, citations, sources, dataset } = toCsv(sampleGraph());
    expect(table(entities).map((row) => row.id)).toEqual(sampleRecords.entities.map(({ id }) => id).sort());
    expect(table(claims).map((row) => row.id)).toEqual(sampleRecords.claims.map(({ id }) => id).sort());
    expect(table(names).length).toBe(sampleRecords.entities.flatMap((entity) => entity.names).length);
    expect(table(citations).length).toBe(sampleRecords.claims.flatMap((claim) => claim.citations).length);
    expect(table(sources).map((row) => row.id)).toEqual(["s1", "s2", "uncited"]);
    expect(table(dataset)).toMatchObject([
      { name: "depots", license: "CC0-1.0", coverageSilentOn: "prices|wages" },
    ]);
  });

  it("loses nothing that a record holds", () => {
    expect(toCsv(sampleGraph()).loss.losses).toEqual([]);
    expect(toCsv(loadXinjiang()).loss.losses).toEqual([]);
  });

  it("gives figures as numbers and as written, times as written and as bounds", () => {
    const rows = table(toCsv(sampleGraph()).claims);
    expect(rows.find(({ id }) => id === "exact")).toMatchObject({
      subject: "depot/a",
      subjectLabel: "Depot A",
      relation: "observed",
      value: "357330000000",
      valueAsWritten: "357.33e9",
      unit: "CNY",
      comparator: "=",
      asReported: "357.33 billion yuan",
    });
    expect(rows.find(({ id }) => id === "huge")).toMatchObject({ value: "", valueAsWritten: "1e999" });
    expect(rows.find(({ id }) => id === "before-year-0")).toMatchObject({
      valid: "-0044-03-15",
      earliestStart: "-0044-03-15",
      latestEnd: "-0044-03-15",
    });
    expect(rows.find(({ id }) => id === "attested-often")).toMatchObject({
      valid: "",
      attested: "2024-05|2021-03-01|2021-03-02",
      earliestStart: "",
      latestStart: "2021-03-01",
      earliestEnd: "2024-05-01",
      latestEnd: "",
    });
    expect(rows.find(({ id }) => id === "denied")).toMatchObject({ denied: "true", denialCount: "1" });
  });

  it("gives an attribute whose name a column has already the name attribute before its own", () => {
    const rows = table(toCsv(sampleGraph()).claims);
    expect(rows.find(({ id }) => id === "plain")).toMatchObject({
      unit: "",
      attributeUnit: "pallets",
      weight: "heavy",
    });
  });

  it("writes lists that can be split again", () => {
    const [row] = table(toCsv(sampleGraph()).entities);
    expect(splitList(row?.goods ?? "")).toEqual(["tea", "rice; dry", "a|b"]);
    expect(splitList(row?.names ?? "")).toEqual(["Depot A@en", "甲仓库@zh-Hans", "а|б\\в@г@ru"]);
    expect(splitList(row?.identifiers ?? "")).toEqual(["a\\=b=c\\d", "geonames=123"]);
  });

  it("has the header of the ontology even for an empty graph", () => {
    const header = (text: string): string => text.slice(0, text.indexOf("\r\n"));
    const [empty, full] = [toCsv(emptyGraph()), toCsv(sampleGraph())];
    expect(header(empty.claims)).toBe(header(full.claims));
    expect(header(empty.entities)).toBe(header(full.entities));
    expect(table(empty.claims)).toEqual([]);
  });

  it("guards formulas and writes a byte order mark for spreadsheets only", () => {
    const records = hostileRecords(["=1+1", "a;\n=2", "fine"]);
    const data = toCsv(sampleGraph(records));
    const sheet = toCsv(sampleGraph(records), { flavour: "spreadsheet" });
    expect(data.entities.startsWith("id,")).toBe(true);
    expect(sheet.entities.startsWith('\uFEFF"id","kind"')).toBe(true);
    expect(table(data.names).map((row) => row.value)).toContain("=1+1");
    expect(table(sheet.names).map((row) => row.value)).toContain("'=1+1");
    expect(table(sheet.names).map((row) => row.value)).toContain("a;\n'=2");
    const replaced = sheet.loss.losses.filter(({ kind }) => kind === "replaced");
    expect(replaced.every(({ reason }) => reason.includes("formula"))).toBe(true);
    expect(replaced.map(({ field }) => field)).toContain("entity.names.value");
  });

  it("says when a text is longer than a cell of a spreadsheet", () => {
    const { loss } = toCsv(sampleGraph(hostileRecords(["x".repeat(40_000)])), { flavour: "spreadsheet" });
    expect(loss.losses.map(({ reason }) => reason)).toContainEqual(expect.stringContaining("32767"));
  });

  it("refuses a misspelt option, which would leave the guard off", () => {
    expect(() => toCsv(sampleGraph(), { flavor: "spreadsheet" } as never)).toThrow(/did you mean "flavour"/);
    expect(() => toCsv(sampleGraph(), { flavour: "excel" } as never)).toThrow(/"data" or "spreadsheet"/);
  });

  it("keeps naughty strings exactly", () => {
    const { names, claims, sources } = toCsv(sampleGraph(hostileRecords(naughtyStrings)));
    const values = new Set(table(names).map((row) => row.value));
    const inferred = new Set(table(claims).map((row) => row.inferred));
    const titles = new Set(table(sources).map((row) => row.title));
    for (const text of naughtyStrings) {
      expect(values.has(text) && inferred.has(text) && titles.has(text), JSON.stringify(text)).toBe(true);
    }
  });

  it.skipIf(!hasPython)("is read by Python with the same cells", () => {
    const bundled = loadXinjiang() as unknown as Graph;
    for (const graph of [sampleGraph(), bundled, sampleGraph(hostileRecords(naughtyStrings))]) {
      const { loss: _, ...tables } = toCsv(graph);
      for (const text of Object.values(tables)) expect(readWithPythonCsv(text)).toEqual(parseCsv(text));
    }
  });
});
