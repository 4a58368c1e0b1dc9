import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bundledRecords } from "../../src/dataset/bundled.ts";
import { datasetFiles } from "../../src/dataset/canonical.ts";
import type { Judgement } from "../../src/dataset/judgements.ts";
import { type MergeOptions, mergeDatasets } from "../../src/dataset/merge.ts";
import { contentOf } from "../../src/dataset/merge-claims.ts";
import { undoJudgements } from "../../src/dataset/merge-undo.ts";
import { validateRecords } from "../../src/graph/validate.ts";
import type { DatasetRecords } from "../../src/model/record.ts";
import type { Ontology } from "../../src/ontology/define.ts";
import { xinjiangOntology } from "../../src/ontology/ontology.ts";
import { townDataset, townOntology } from "../arbitrary-dataset.ts";
import { portDataset } from "./arbitrary-ports.ts";

fc.configureGlobal({ numRuns: 40 });

const CASES: readonly (readonly [string, fc.Arbitrary<DatasetRecords>, Ontology])[] = [
  ["towns", townDataset, townOntology],
  ["ports", portDataset, xinjiangOntology],
];

const merge = (
  datasets: readonly DatasetRecords[],
  ontology: Ontology,
  options: MergeOptions = {},
): DatasetRecords => mergeDatasets(datasets, { ...options, ontology }).records;
const bytes = (records: DatasetRecords): string => JSON.stringify(datasetFiles(records));

const judgements: fc.Arbitrary<readonly Judgement[]> = fc.subarray([
  { left: "port/a", right: "port/b", judgement: "same", by: "x", on: "2026" },
  { left: "port/c", right: "port/b", judgement: "same", by: "x", on: "2026" },
  { left: "country/x", right: "country/y", judgement: "same", by: "y", on: "2026-11" },
]);

describe.each(CASES)("merging %s", (_name, dataset, ontology) => {
  it("leaves a dataset as it is that is merged with itself, where no two claims of it say the same", () => {
    fc.assert(
      fc.property(dataset, (a) => {
        fc.pre(new Set(a.claims.map(contentOf)).size === a.claims.length);
        expect(bytes(merge([a, a], ontology))).toBe(bytes(a));
        expect(bytes(merge([a], ontology))).toBe(bytes(a));
      }),
    );
  });

  it("changes nothing when it is done again with any of the datasets", () => {
    fc.assert(
      fc.property(dataset, dataset, dataset, (a, b, c) => {
        const merged = merge([a, b, c], ontology);
        for (const one of [a, b, c, merged]) {
          expect(bytes(merge([merged, one], ontology))).toBe(bytes(merged));
        }
      }),
    );
  });

  it("gives the same bytes in every order", () => {
    fc.assert(
      fc.property(dataset, dataset, dataset, (a, b, c) => {
        const expected = bytes(merge([a, b, c], ontology));
        for (const other of [
          [a, c, b],
          [b, a, c],
          [b, c, a],
          [c, a, b],
          [c, b, a],
        ]) {
          expect(bytes(merge(other, ontology))).toBe(expected);
        }
      }),
    );
  });

  it("gives the same in steps, but for the order in lists and the ids that claims keep", () => {
    const loose = (records: DatasetRecords): unknown => ({
      ...records,
      entities: records.entities.map((entity) => ({
        ...entity,
        names: sorted(entity.names),
        modes: sorted(entity.modes),
      })),
      claims: sorted(
        records.claims.map((claim) => [contentOf(claim), claim.inferred, sorted(claim.citations)]),
      ),
    });
    fc.assert(
      fc.property(dataset, dataset, dataset, (a, b, c) => {
        const once = loose(merge([a, b, c], ontology));
        expect(loose(merge([merge([a, b], ontology), c], ontology))).toEqual(once);
        expect(loose(merge([a, merge([b, c], ontology)], ontology))).toEqual(once);
      }),
    );
  });

  it("gives valid records", () => {
    fc.assert(
      fc.property(dataset, dataset, judgements, (a, b, judged) => {
        expect(validateRecords(merge([a, b], ontology, { judgements: judged }), ontology)).toEqual([]);
      }),
    );
  });

  it("loses nothing: every value of every record is in the merged records or in a conflict", () => {
    fc.assert(
      fc.property(dataset, dataset, (a, b) => {
        const { records, report } = mergeDatasets([a, b], { ontology });
        const told = (sort: string, id: string, field: string, value: unknown): boolean =>
          report.conflicts.some(
            (conflict) =>
              conflict.sort === sort &&
              conflict.id === id &&
              conflict.values.some((one) => holds(one.value[field], value)),
          );
        for (const input of [a, b]) {
          for (const sort of ["sources", "entities"] as const) {
            for (const record of input[sort]) {
              const merged = records[sort].find(({ id }) => id === record.id) as unknown as Record<
                string,
                unknown
              >;
              for (const [field, value] of Object.entries(record)) {
                if (field === "identifiers") {
                  for (const [key, code] of Object.entries(value as object)) {
                    const stands = (merged.identifiers as Record<string, string>)[key] === code;
                    expect(stands || told(sort, record.id, key, code)).toBe(true);
                  }
                } else expect(holds(merged[field], value) || told(sort, record.id, field, value)).toBe(true);
              }
            }
          }
          for (const claim of input.claims) {
            const merged = records.claims.filter((one) => contentOf(one) === contentOf(claim));
            expect(merged).toHaveLength(1);
            expect(holds(merged[0]?.citations, claim.citations)).toBe(true);
            const id = merged[0]?.id ?? "";
            if (claim.inferred !== undefined && merged[0]?.inferred !== claim.inferred)
              expect(told("claims", id, "inferred", claim.inferred)).toBe(true);
            if (id !== claim.id)
              expect(report.renamedClaims).toContainEqual(
                expect.objectContaining({ from: claim.id, to: id }),
              );
          }
        }
        expect(new Set(records.claims.map(({ id }) => id)).size).toBe(records.claims.length);
      }),
    );
  });
});

describe("judgements in a merge", () => {
  it("are taken back exactly: the records are again what they would have been", () => {
    fc.assert(
      fc.property(portDataset, portDataset, judgements, (a, b, judged) => {
        const { records, former } = mergeDatasets([a, b], { judgements: judged });
        const stored = JSON.parse(JSON.stringify({ records, former }));
        expect(bytes(undoJudgements(stored.records, stored.former))).toBe(
          bytes(mergeDatasets([a, b]).records),
        );
      }),
    );
  });

  it("give the same bytes in every order, of datasets and of judgements, and when done again", () => {
    fc.assert(
      fc.property(portDataset, portDataset, judgements, (a, b, judged) => {
        const once = mergeDatasets([a, b], { judgements: judged }).records;
        const turned = [...judged].reverse().map((one) => ({ ...one, left: one.right, right: one.left }));
        expect(bytes(mergeDatasets([b, a], { judgements: turned }).records)).toBe(bytes(once));
        expect(bytes(mergeDatasets([once, b], { judgements: judged }).records)).toBe(bytes(once));
      }),
    );
  });
});

describe("merging the bundled dataset", () => {
  it("with itself gives its own bytes and reports everything as the same", () => {
    const { records, report } = mergeDatasets([bundledRecords(), bundledRecords()]);
    expect(bytes(records)).toBe(bytes(bundledRecords()));
    expect(report.claims.same).toHaveLength(records.claims.length);
    expect(report.entities).toEqual({ added: [], same: expect.anything(), extended: [], conflicting: [] });
    expect([report.conflicts, report.disagreements, report.possiblySame, report.possiblySameSources]).toEqual(
      [[], [], [], []],
    );
  });
});

/** Whether a value is the other, or a list that has all its items. */
function holds(whole: unknown, part: unknown): boolean {
  const text = (value: unknown): string => JSON.stringify(value, Object.keys(Object(value)).sort());
  if (!Array.isArray(whole) || !Array.isArray(part)) return text(whole) === text(part);
  const items = new Set(whole.map(text));
  return part.every((item) => items.has(text(item)));
}

function sorted(list: unknown): unknown {
  return Array.isArray(list) ? list.map((item) => JSON.stringify(item)).sort() : list;
}
