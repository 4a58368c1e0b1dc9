import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bundledRecords } from "../../src/dataset/bundled.ts";
import { datasetFiles } from "../../src/dataset/canonical.ts";
import { mergeDatasets } from "../../src/dataset/merge.ts";
import { graphFromDataset, parseDataset } from "../../src/dataset/parse-dataset.ts";
import type { DatasetFile } from "../../src/dataset/record-reader.ts";
import { InvalidRecordError } from "../../src/errors.ts";
import { toCsv } from "../../src/format/csv.ts";
import { buildGraph } from "../../src/graph/build.ts";
import type { DatasetRecords } from "../../src/model/record.ts";
import { xinjiangOntology } from "../../src/ontology/ontology.ts";
import { naughtyStrings } from "../format/second-readers.ts";

const bundled = bundledRecords();
/** A few real claims with all that they and their entities refer to. */
const small: DatasetRecords = (() => {
  const claims = bundled.claims.filter(({ citations }) => citations.length > 1).slice(0, 4);
  const told = JSON.stringify(claims);
  const entities = bundled.entities.filter(({ id }) => told.includes(`"${id}"`));
  const all = told + JSON.stringify(entities);
  const sources = bundled.sources.filter(({ id }) => all.includes(`"${id}"`));
  return { claims, entities, sources };
})();
const { loss, ...tables } = toCsv(buildGraph(structuredClone(small), xinjiangOntology));
const ftm = [
  '{"id":"Q1","schema":"PublicBody","properties":{"name":["Customs"]},"datasets":["demo"],"last_seen":"2026-01-02"}',
  '{"id":"Q2","schema":"Person","properties":{"name":["A"]}}',
  '{"id":"Q3","schema":"Occupancy","properties":{"holder":["Q2"],"post":["Q1"],"startDate":["2024"]}}',
].join("\n");

/** The texts of one dataset in every format. */
const written: readonly DatasetFile[] = [
  ...datasetFiles(small),
  { name: "all.json", text: JSON.stringify({ dataset: bundled.dataset, ...small }, null, 1) },
  ...Object.entries(tables).map(([name, text]) => ({ name: `${name}.csv`, text })),
  { name: "demo.ftm.json", text: ftm },
];

const piece = fc.oneof(
  fc.constantFrom(
    ..."\"'{}[],:;|\\=@\n\r\t\0\u{feff}\u2028",
    "\ud800",
    "null",
    "-1e999",
    '"__proto__":',
    '""',
    "\r\n",
  ),
  fc.constantFrom(...naughtyStrings),
  fc.string({ unit: "binary", maxLength: 4 }),
);
const edit = fc.record({ at: fc.nat(), cut: fc.nat({ max: 12 }), piece });
const names = fc.constantFrom(
  "a.jsonl",
  "a.json",
  "claims.csv",
  "names.tsv",
  "a.ftm.json",
  "a.txt",
  "",
  "__proto__",
);

/** A text with some stretches replaced. */
function edited(text: string, edits: readonly { at: number; cut: number; piece: string }[]): string {
  return edits.reduce((now, { at, cut, piece }) => {
    const start = at % (now.length + 1);
    return now.slice(0, start) + piece + now.slice(start + cut);
  }, text);
}

/** Parses, and demands that each problem has a place that its file has. */
function parse(files: readonly DatasetFile[]): void {
  const parsed = parseDataset(files);
  for (const { code, message, file, line, column } of parsed.issues) {
    expect(code).toMatch(/^(?:file|record|csv|ftm)\/[a-z0-9-]+$/);
    const text = files.find(({ name }) => name === file)?.text.replace(/^\ufeff/, "") ?? "";
    for (const word of ["undefined", "[object"])
      if (!text.includes(word)) expect(message).not.toContain(word);
    const lines = text.split("\n");
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeLessThanOrEqual((lines[(line as number) - 1] as string).length + 1);
  }
  try {
    graphFromDataset(parsed);
  } catch (error) {
    if (!(error instanceof InvalidRecordError)) throw error;
  }
}

describe("parseDataset", () => {
  it("reads the texts as they are", () => {
    expect(parseDataset(written.slice(0, -1).filter(({ name }) => name.endsWith(".jsonl"))).issues).toEqual(
      [],
    );
    expect(parseDataset(written.filter(({ name }) => name.endsWith(".csv"))).issues).toEqual([]);
  });

  it("never throws for what is in a text, and finds a place in the text for every problem", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...written),
        fc.array(edit, { minLength: 1, maxLength: 5 }),
        (file, edits) => {
          parse([{ name: file.name, text: edited(file.text, edits) }]);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("nor where several tables are damaged at once, or a text has the name of another format", () => {
    const csv = written.filter(({ name }) => name.endsWith(".csv"));
    fc.assert(
      fc.property(fc.array(edit, { minLength: csv.length, maxLength: csv.length }), (edits) => {
        parse(csv.map(({ name, text }, i) => ({ name, text: edited(text, edits.slice(i, i + 1)) })));
      }),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...written),
        names,
        fc.array(edit, { maxLength: 2 }),
        (file, name, edits) => {
          parse([{ name, text: edited(file.text, edits) }]);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe("mergeDatasets", () => {
  const id = fc.oneof(
    fc.constantFrom(
      "__proto__",
      "constructor",
      "toString",
      "port/__proto__",
      "port/~",
      "port/a~00000000",
      "",
    ),
    fc.constantFrom(...naughtyStrings),
    fc.string({ unit: "binary", maxLength: 6 }).map((text) => `port/${text}`),
    fc.constantFrom("port/hasOwnProperty", "port/valueOf", `port/${"x".repeat(251)}`),
  );
  const dataset = fc.record({
    sources: fc.constant([]),
    entities: fc.array(
      fc.record({
        id,
        names: fc.constant([{ value: "X", lang: "en" }]),
        identifiers: fc.dictionary(id, fc.constant("1")),
      }),
      { maxLength: 3 },
    ),
    claims: fc.constant([]),
  });

  it("keeps hostile ids or refuses them by name", () => {
    fc.assert(
      fc.property(dataset, dataset, (a, b) => {
        const all = new Set([...a.entities, ...b.entities].map((entity) => entity.id));
        try {
          const { records } = mergeDatasets([a, b]);
          expect(new Set(records.entities.map((entity) => entity.id))).toEqual(all);
        } catch (error) {
          if (!(error instanceof InvalidRecordError)) throw error;
          expect(error.issues.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});
