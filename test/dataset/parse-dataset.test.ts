import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadXinjiang } from "xinjiang-graph";
import { type DatasetFile, graphFromDataset, parseDataset } from "xinjiang-graph/load";
import { bundledRecords } from "../../src/dataset/bundled.ts";
import { datasetFiles } from "../../src/dataset/canonical.ts";
import { FormatError, formatIssue, InvalidRecordError } from "../../src/errors.ts";
import { townDataset, townOntology } from "../arbitrary-dataset.ts";

const TORUGART = '{"id":"port/torugart","names":[{"value":"Torugart Port","lang":"en"}]}';
const KOK = '{"id":"port/kok","names":[{"value":"Kök","lang":"ky"}]}';
const jsonl = (text: string): DatasetFile => ({ name: "mine.jsonl", text });
const idsOf = (file: DatasetFile): string[] => {
  const { records, issues } = parseDataset(file);
  expect(issues).toEqual([]);
  return records.entities.map(({ id }) => id);
};

describe("parseDataset", () => {
  it("reads the bundled dataset from its files: the same records, the same graph", () => {
    const parsed = parseDataset(datasetFiles(bundledRecords()));
    expect(parsed.issues).toEqual([]);
    const byId = (records: readonly { readonly id: string }[]): object[] =>
      [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
    const expected = bundledRecords();
    expect(parsed.records.dataset).toEqual(expected.dataset);
    for (const list of ["sources", "entities", "claims"] as const)
      expect(byId(parsed.records[list])).toEqual(byId(expected[list]));
    const [own, bundled] = [graphFromDataset(parsed), loadXinjiang()];
    expect([own.order, own.size]).toEqual([bundled.order, bundled.size]);
    own.forEachEdge((id, claim) => expect(claim).toEqual(bundled.getEdgeAttributes(id)));
  });

  it("reads one record set from lines, a list, lists by sort and several files alike", () => {
    fc.assert(
      fc.property(townDataset, (dataset) => {
        const plain = JSON.parse(JSON.stringify(dataset)) as typeof dataset;
        const all = [...plain.claims, ...plain.sources, ...plain.entities];
        const forms: readonly (readonly DatasetFile[])[] = [
          [jsonl(all.map((one) => JSON.stringify(one)).join("\n"))],
          [{ name: "list.json", text: JSON.stringify(all, null, 2) }],
          [{ name: "whole.json", text: JSON.stringify(plain) }],
          datasetFiles(plain),
          all.map((one, i) => ({ name: `${i}.json`, text: JSON.stringify(one) })),
        ];
        for (const files of forms) {
          const { records, issues } = parseDataset(files, { ontology: townOntology });
          expect(issues).toEqual([]);
          const ids = (list: readonly { readonly id: string }[]): object =>
            new Map(list.map((one) => [one.id, one]));
          for (const list of ["sources", "entities", "claims"] as const)
            expect(ids(records[list])).toEqual(ids(plain[list]));
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ["a byte order mark", `\ufeff${TORUGART}\n${KOK}\n`],
    ["carriage returns", `${TORUGART}\r\n${KOK}\r\n`],
    ["blank lines", `\n\n${TORUGART}\n  \t\n\n${KOK}\n\n`],
    ["no line feed at the end", `${TORUGART}\n${KOK}`],
    ["white space around", ` ${TORUGART} \n\t${KOK}\t`],
  ])("does not mind %s in JSON Lines", (_, text) => {
    expect(idsOf(jsonl(text))).toEqual(["port/torugart", "port/kok"]);
  });

  it("does not take a line separator of Unicode for the end of a line", () => {
    const { records, issues } = parseDataset(jsonl(`${KOK.replace("Kök", "K\u2028ö\u2029k")}\n${TORUGART}`));
    expect(issues).toEqual([]);
    expect(records.entities[0]?.names[0]?.value).toBe("K\u2028ö\u2029k");
  });

  it("tells JSON and JSON Lines apart by the text, whatever the name", () => {
    const list = `[\n${TORUGART},\n${KOK}\n]`;
    const ids = ["port/torugart", "port/kok"];
    expect(idsOf({ name: "lines.json", text: `${TORUGART}\n${KOK}\n` })).toEqual(ids);
    expect(idsOf({ name: "list.jsonl", text: list })).toEqual(ids);
    expect(idsOf({ name: "(standard input)", text: list })).toEqual(ids);
    expect(idsOf({ name: "(standard input)", text: `${TORUGART}\n${KOK}\n` })).toEqual(ids);
    expect(idsOf({ name: "one.jsonl", text: `[${TORUGART},${KOK}]` })).toEqual(ids);
    expect(idsOf({ name: "EMPTY.JSONL", text: "" })).toEqual([]);
  });

  it("takes the format that is asked for, whatever the name", () => {
    const { records } = parseDataset(
      { name: "records.txt", text: `${TORUGART}\n${KOK}` },
      { format: "json-lines" },
    );
    expect(records.entities.length).toBe(2);
    const { issues } = parseDataset(jsonl(`${TORUGART}\n${KOK}`), { format: "json" });
    expect(issues.map(({ code, line, column }) => [code, line, column])).toEqual([["file/not-json", 2, 1]]);
  });

  it("knows an entity without names by its file, and says what it lacks", () => {
    const { issues } = parseDataset({
      name: "data/entities/port.jsonl",
      text: '{"id":"port/kok"}\n{"id":"port/x"}\n',
    });
    expect(issues.map(({ code, path, line }) => [code, path, line])).toEqual([
      ["record/missing-field", "/names", 1],
      ["record/missing-field", "/names", 2],
    ]);
  });

  it("locates a record, and the values in it, where nothing is wrong, too", () => {
    const { records, locate } = parseDataset({
      name: "a.json",
      text: `{"entities": [\n  ${TORUGART},\n  ${KOK}]}`,
    });
    expect(locate(records.entities[1])).toEqual({ file: "a.json", line: 3, column: 3 });
    expect(locate(records.entities[1], "/names/0/lang")).toEqual({
      file: "a.json",
      line: 3,
      column: 3 + KOK.indexOf('"ky"'),
    });
    expect(locate({})).toEqual({});
  });

  it("gives the problems in the order in which one reads the files", () => {
    const bad = (id: string): string => `{"id":"${id}","names":[]}`;
    const { issues } = parseDataset([
      { name: "b.jsonl", text: `${bad("port/a")}\noops\n${bad("port/b")}` },
      { name: "a.jsonl", text: `${bad("port/c")}\n${bad("port/c")}` },
    ]);
    expect(issues.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
      "b.jsonl:1 record/too-few",
      "b.jsonl:2 file/not-json",
      "b.jsonl:3 record/too-few",
      "a.jsonl:1 record/too-few",
      "a.jsonl:2 record/duplicate-id",
      "a.jsonl:2 record/too-few",
    ]);
  });

  it("never throws for what is in a text, and places every problem within it", () => {
    const text = `${TORUGART}\n{"id":"c1","subject":"port/torugart","relation":"locatedIn","citations":[{}]}\n[1,{"a":[]}]`;
    const garbled = fc
      .array(fc.tuple(fc.nat(text.length), fc.nat(5), fc.string({ unit: "binary", maxLength: 4 })), {
        maxLength: 5,
      })
      .map((edits) =>
        edits.reduce((one, [at, cut, put]) => one.slice(0, at) + put + one.slice(at + cut), text),
      );
    const name = fc.constantFrom("a.jsonl", "a.json", "claims.jsonl", "x", "a.csv");
    fc.assert(
      fc.property(garbled, name, (garbledText, file) => {
        const lines = garbledText.replace(/^\ufeff/, "").split("\n");
        for (const issue of parseDataset({ name: file, text: garbledText }).issues) {
          expect(issue.file).toBe(file);
          const { line = 0, column = 0 } = issue;
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 1);
          expect(formatIssue(issue)).toContain(issue.code);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("refuses what is no file, and a format that does not exist, by code", () => {
    const call = (files: unknown, options?: unknown): unknown =>
      parseDataset(files as never, options as never);
    for (const files of [undefined, null, "text", { name: "a" }, { text: "" }, [{ name: 1, text: "" }]])
      expect(() => call(files)).toThrow(expect.objectContaining({ code: "file/not-a-file" }));
    expect(() => call(jsonl(""), { format: "jsonlines" })).toThrow(FormatError);
    expect(() => call(jsonl(""), { format: "json-line" })).toThrow(/did you mean "json-lines"/);
    expect(() => call(jsonl(""), { format: "__proto__" })).toThrow(
      expect.objectContaining({ code: "file/unknown-format" }),
    );
  });
});

const suites = process.env.SUITES_DIR;
if (!suites) console.warn("SKIPPED: naughty strings (set SUITES_DIR to the folder of third-party suites)");

describe.skipIf(!suites)("naughty strings", () => {
  const naughty: readonly string[] = suites
    ? JSON.parse(readFileSync(join(suites, "naughty-strings.json"), "utf8"))
    : [];
  const prototypes = [Object.prototype, Array.prototype, Map.prototype].map(
    (one) => Reflect.ownKeys(one).length,
  );

  it("come through as names, unchanged, or are refused at their place", () => {
    const text = naughty
      .map((value, i) => JSON.stringify({ id: `port/p${i}`, names: [{ value, lang: "en" }] }))
      .join("\n");
    const { records, issues } = parseDataset(jsonl(text));
    expect(records.entities.map(({ names }) => names[0]?.value)).toEqual(naughty);
    const refused = naughty.flatMap((value, i) => (value === "" || /\p{Cs}/u.test(value) ? [i + 1] : []));
    expect(issues.map(({ code, line }) => [code, line])).toEqual(
      refused.map((line) => ["record/invalid-value", line]),
    );
  });

  it("come through as keys of identifiers, or are refused by name", () => {
    const text = naughty
      .map(
        (key, i) =>
          `{"id":"port/p${i}","names":[{"value":"x","lang":"en"}],"identifiers":{${JSON.stringify(key)}:"1"}}`,
      )
      .join("\n");
    const { records, issues } = parseDataset(jsonl(text));
    const bad = new Set(issues.map(({ line }) => line));
    records.entities.forEach(({ identifiers = {} }, i) => {
      expect(Object.keys(identifiers)).toEqual([naughty[i]]);
      const isFit = /^[^\s\p{Cc}\p{Cs}]{1,256}$/u.test(naughty[i] ?? "");
      if (!isFit) expect(bad).toContain(i + 1);
    });
  });

  it("change no prototype", () => {
    const text = `{"id":"port/kok","names":[{"value":"K","lang":"en"}],"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}`;
    const { issues } = parseDataset([
      jsonl(text),
      { name: "a.json", text: `{"__proto__":{"polluted":true},"entities":[]}` },
    ]);
    expect(issues.map(({ code }) => code)).toEqual(Array(3).fill("record/unknown-field"));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    const now = [Object.prototype, Array.prototype, Map.prototype].map((one) => Reflect.ownKeys(one).length);
    expect(now).toEqual(prototypes);
  });
});

describe("graphFromDataset", () => {
  it("throws every problem with its place, and builds nothing", () => {
    const parsed = parseDataset(jsonl(`${TORUGART}\n${TORUGART}\noops`));
    const error = (() => {
      try {
        return graphFromDataset(parsed);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(InvalidRecordError);
    expect((error as InvalidRecordError).issues).toBe(parsed.issues);
    expect((error as InvalidRecordError).message).toContain("mine.jsonl:3:1");
  });

  it("leaves the records as they are, so that they build a second graph and are written as they were read", () => {
    const parsed = parseDataset(jsonl(TORUGART));
    const before = JSON.stringify(parsed.records);
    const [one, two] = [graphFromDataset(parsed), graphFromDataset(parsed)];
    one.setNodeAttribute("port/torugart", "label", "another" as never);
    expect(two.getNodeAttribute("port/torugart", "label")).toBe("Torugart Port");
    expect(JSON.stringify(parsed.records)).toBe(before);
  });
});
