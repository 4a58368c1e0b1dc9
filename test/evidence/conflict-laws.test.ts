import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONFLICT_CLASSES, compareClaims, conflicts } from "../../src/evidence/conflicts.ts";
import { assembleGraph } from "../../src/graph/assemble.ts";
import type { KnowledgeGraph } from "../../src/graph/knowledge-graph.ts";
import type { DatasetRecords } from "../../src/model/record.ts";
import { COMPARATORS } from "../../src/ontology/vocabulary.ts";
import { townDataset, townOntology, validTime } from "../arbitrary-dataset.ts";
import { type FigureLine, figureRecords } from "./figure-records.ts";

const INDICATORS = {
  ports: { measure: "stock", comparableTo: ["indicator/gates"] },
  gates: { measure: "stock" },
  trade: { measure: "flow", comparableTo: ["indicator/yearly"] },
  yearly: { measure: "flow", per: "P1Y" },
  share: { measure: "share" },
};

const figure = fc.oneof(
  fc.record({
    value: fc.integer({ min: 1, max: 30 }).map(String),
    unit: fc.constantFrom("1", "%", "t", "jin"),
  }),
  fc.record({
    value: fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom("e9", ".5", ".25", "e9"))
      .map((parts) => parts.join("")),
    unit: fc.constantFrom("CNY", "USD", "%"),
    comparator: fc.constantFrom(...COMPARATORS),
  }),
  fc.constant({ value: "2.27", unit: "1", low: "1.27", high: "2.27" }),
);
const time = fc.oneof(
  validTime.map((valid) => ({ valid })),
  fc.constantFrom("2022", "2023", "2023-01/2023-04").map((valid) => ({ valid })),
  fc.constantFrom("2023-05-01", "2024-05-21", "2025-09-29").map((day) => ({ attested: [day] })),
);
const line = fc
  .tuple(
    figure,
    time,
    fc.constantFrom(...Object.keys(INDICATORS)),
    fc.constantFrom("actual", "actual", "actual", "expected", "target"),
    fc.constantFrom("daily-2024", "office-2024", "portal-2025"),
  )
  .map(
    ([quantity, when, on, status, source]) =>
      ({ ...quantity, ...when, on, status, source }) as Omit<FigureLine, "id">,
  );

/** Any few figures of one place on indicators of which some are comparable. */
const figureDataset: fc.Arbitrary<DatasetRecords> = fc.array(line, { maxLength: 14 }).map((lines) =>
  figureRecords(
    INDICATORS,
    lines.map((one, i) => ({ ...one, id: `c${String(i).padStart(2, "0")}` })),
  ),
);

const townGraph = (records: DatasetRecords): KnowledgeGraph => assembleGraph(records, townOntology) as never;

describe.each<[string, fc.Arbitrary<DatasetRecords>, (records: DatasetRecords) => KnowledgeGraph]>([
  ["figures", figureDataset, assembleGraph],
  ["towns", townDataset, townGraph],
])("the laws of conflicts, on any %s", (_name, datasets, build) => {
  it("are the same whichever way round two claims are given", () => {
    fc.assert(
      fc.property(datasets, (records) => {
        const graph = build(records);
        for (const { id: a } of records.claims)
          for (const { id: b } of records.claims)
            expect(compareClaims(graph, a, b)).toEqual(compareClaims(graph, b, a));
      }),
      { numRuns: 60 },
    );
  });

  it("do not depend on the order of the records", () => {
    fc.assert(
      fc.property(datasets, (records) => {
        const reversed = {
          ...records,
          claims: [...records.claims].reverse(),
          entities: [...records.entities].reverse(),
        };
        expect([...conflicts(build(reversed))]).toEqual([...conflicts(build(records))]);
      }),
    );
  });

  it("name two different claims, each pair once, and say of them what comparing the two alone says", () => {
    fc.assert(
      fc.property(datasets, (records) => {
        const graph = build(records);
        const found = conflicts(graph);
        const keys = found.map(({ a, b }) => `${a} ${b}`);
        expect(keys).toEqual([...new Set(keys)].sort());
        for (const conflict of found) {
          const { a, b, classes, direction, outcome, reason } = conflict;
          expect(a < b).toBe(true);
          expect(classes).toEqual(CONFLICT_CLASSES.filter((name) => classes.includes(name)));
          expect(classes.length).toBeGreaterThan(0);
          if (direction) expect([direction.from, direction.to].sort()).toEqual([a, b]);
          expect(outcome !== undefined).toBe(classes.includes("forecast"));
          expect(classes.includes("contradiction") && classes.includes("compatible")).toBe(false);
          expect(reason).not.toContain("undefined");
          expect(compareClaims(graph, a, b)).toEqual(conflict);
        }
      }),
    );
  });

  it("leave out no pair that surely speaks of one time", () => {
    fc.assert(
      fc.property(datasets, (records) => {
        const graph = build(records);
        const keys = new Set(conflicts(graph).map(({ a, b }) => `${a} ${b}`));
        for (const { id: a } of records.claims) {
          for (const { id: b } of records.claims) {
            const conflict = a < b ? compareClaims(graph, a, b) : undefined;
            if (conflict?.certainty === "certain") expect(keys).toContain(`${a} ${b}`);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("arise only among claims that may be known of by the day asked for", () => {
    fc.assert(
      fc.property(datasets, (records) => {
        const graph = build(records);
        const early = conflicts(graph, { reportedBy: "2024-12-31", certainty: "possible" });
        for (const { a, b } of early) {
          for (const id of [a, b]) {
            const { citations } = graph.getEdgeAttributes(id);
            const sources = graph.getAttribute("sources");
            expect(citations.some(({ source }) => (sources[source]?.published ?? "") < "2025")).toBe(true);
          }
        }
      }),
    );
  });
});

it("finds the conflicts of many claims without setting each beside each", () => {
  const lines = Array.from({ length: 4000 }, (_, i): FigureLine => {
    const day = new Date(Date.UTC(2000, 0, 1 + Math.floor(i / 2))).toISOString().slice(0, 10);
    const when = i % 2 === 0 ? { on: "ports", attested: [day] } : { on: "trade", valid: day };
    return { id: `c${i}`, value: String(i), unit: "1", ...when };
  });
  const found = conflicts(assembleGraph(figureRecords(INDICATORS, lines)));
  expect(found.length).toBe(1999);
  expect(found.every(({ classes }) => classes[0] === "superseded")).toBe(true);
});
