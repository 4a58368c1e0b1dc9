import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DATA } from "../../data/tools/files.ts";
import { readDataset } from "../../data/tools/read-dataset.ts";
import { bundledRecords } from "../../src/dataset/bundled.ts";
import { canonicalText, datasetFiles } from "../../src/dataset/canonical.ts";
import type { DatasetRecords } from "../../src/model/record.ts";

/** The same value with the keys of every object in another order. */
function shuffled<T>(value: T, turn: number): T {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, turn)) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, shuffled(inner, turn)] as const);
  const at = entries.length === 0 ? 0 : turn % entries.length;
  return Object.fromEntries([...entries.slice(at), ...entries.slice(0, at)].reverse()) as T;
}

describe("datasetFiles", () => {
  it("gives the files of data/ byte for byte, of the records as read and as bundled", () => {
    for (const records of [readDataset().records, bundledRecords()]) {
      const files = datasetFiles(records);
      expect(files.length).toBeGreaterThan(40);
      for (const { name, text } of files) {
        expect(text, name).toBe(readFileSync(join(DATA, name), "utf8"));
      }
    }
  });

  it("gives the same bytes whatever the order of records and keys", () => {
    const { dataset, sources, entities, claims } = bundledRecords();
    const expected = datasetFiles({ dataset, sources, entities, claims } as DatasetRecords);
    const lists = fc.tuple(fc.shuffledSubarray([...claims], { minLength: claims.length }), fc.nat(9));
    fc.assert(
      fc.property(lists, ([mixed, turn]) => {
        const records = {
          dataset: shuffled(dataset, turn),
          sources: [...sources].reverse().map((one) => shuffled(one, turn)),
          entities: [...entities].reverse().map((one) => shuffled(one, turn)),
          claims: mixed.map((one) => shuffled(one, turn)),
        };
        expect(datasetFiles(records as DatasetRecords)).toEqual(expected);
      }),
      { numRuns: 5 },
    );
  });

  it("sorts ids by code unit, not by the rules of a language", () => {
    const entities = ["port/b", "port/B", "port/é", "port/a10", "port/a9"].map((id) => ({
      id,
      names: [{ value: id, lang: "en" }],
    }));
    const file = datasetFiles({ sources: [], entities, claims: [] })[1];
    const ids = file?.text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).id);
    expect(ids).toEqual(["port/B", "port/a10", "port/a9", "port/b", "port/é"]);
  });

  it("puts attributes that it does not know in code-unit order, before figure, time and citations", () => {
    const record = { status: "actual", zeal: 1, id: "x", Area: 2, quantity: { unit: "1", value: "3" } };
    expect(canonicalText(record)).toBe(
      '{"id":"x","Area":2,"zeal":1,"quantity":{"value":"3","unit":"1"},"status":"actual"}',
    );
  });

  it("refuses a kind or relation that would lead out of the folder", () => {
    const names = [{ value: "x", lang: "en" }];
    for (const kind of ["../../etc/x", "a/b", "", "__proto__"]) {
      const records = { sources: [], claims: [], entities: [{ id: "x", kind, names }] };
      expect(() => datasetFiles(records)).toThrow(expect.objectContaining({ code: "record/unknown-kind" }));
    }
    expect(() => datasetFiles({ sources: [], claims: [], entities: [{ id: "x", names }] })).toThrow(
      /The kind of "x" is not given; expected a kind in camelCase/,
    );
    const claim = { id: "c", subject: "a", relation: "..", object: "b", citations: [], status: "actual" };
    expect(() => datasetFiles({ sources: [], entities: [], claims: [claim as never] })).toThrow(
      expect.objectContaining({ code: "record/unknown-relation" }),
    );
  });
});

describe("canonicalText", () => {
  it("is JSON of the same value, for whatever JSON holds", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalText(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("keeps a key called __proto__", () => {
    expect(canonicalText(JSON.parse('{"b":1,"__proto__":{"a":2}}'))).toBe('{"__proto__":{"a":2},"b":1}');
  });
});
