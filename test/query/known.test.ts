import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bundledRecords, loadXinjiang } from "../../src/dataset/bundled.ts";
import { conflicts } from "../../src/evidence/conflicts.ts";
import { coverage } from "../../src/evidence/coverage.ts";
import { explain } from "../../src/evidence/explain.ts";
import { support } from "../../src/evidence/support.ts";
import { assembleGraph } from "../../src/graph/assemble.ts";
import { freeze } from "../../src/graph/freeze.ts";
import type { KnowledgeGraph } from "../../src/graph/knowledge-graph.ts";
import { readGraph } from "../../src/graph/temporal-index.ts";
import type { DatasetRecords } from "../../src/model/record.ts";
import type { Ontology } from "../../src/ontology/define.ts";
import { xinjiangOntology } from "../../src/ontology/ontology.ts";
import { claimIds, claims } from "../../src/query/claims.ts";
import { evaluate } from "../../src/query/evaluate.ts";
import { type ClaimFilter, lastDayAsked } from "../../src/query/filter.ts";
import { knownCitations } from "../../src/query/known.ts";
import type { ClaimTests, Plan } from "../../src/query/plan.ts";
import { snapshot } from "../../src/query/snapshot.ts";
import { toRows } from "../../src/query/tables.ts";
import { townDataset, townOntology } from "../arbitrary-dataset.ts";
import { townRecords } from "./towns.ts";

type Known = Pick<ClaimFilter, "reportedBy" | "statedBy">;

/** The records without what nobody knew by then. */
function knownRecords(records: DatasetRecords, ontology: Ontology, known: Known): DatasetRecords {
  const read = readGraph(assembleGraph(records, ontology));
  const days = [
    lastDayAsked("reportedBy", known.reportedBy),
    lastDayAsked("statedBy", known.statedBy),
  ] as const;
  const kept = records.claims.flatMap((claim) => {
    const citations = knownCitations(read, claim, ...days).map(([citation]) => citation);
    return citations.length > 0 ? [{ ...claim, citations }] : [];
  });
  return { ...records, claims: kept };
}

/** Answers to questions of every sort under what was known by then; `ids` and `sources` are those of the whole graph. */
function answers(graph: KnowledgeGraph<Ontology>, known: Known, sources: readonly string[]): unknown {
  const all: ClaimFilter = { ...known, status: "any", certainty: "possible" };
  const filters: ClaimFilter[] = [
    all,
    known,
    { ...all, includeDenied: true },
    { ...all, voice: "quoted" },
    { ...all, publisherClass: "government", includeDenied: true },
    ...sources.map((source) => ({ ...all, source })),
    ...sources.map((source) => ({ ...all, source: [source, sources[0] ?? source] })),
  ];
  const tests: ClaimTests[] = [
    ...sources.map((source) => ({ source })),
    { stance: "denies" },
    { voice: "quoted" },
  ];
  const found = claimIds(graph, { ...all, includeDenied: true });
  return {
    claims: filters.map((filter) =>
      claims(graph, filter).map(({ claim, ...row }) => ({ ...row, claim: claim.id })),
    ),
    ids: filters.map((filter) => claimIds(graph, filter)),
    rows: filters.map((filter) => [...toRows(graph, filter)]),
    snapshots: filters.slice(0, 4).map((filter) => snapshot(graph, filter).claims()),
    graph: snapshot(graph, all).toGraph().export().edges,
    conflicts: filters.slice(0, 4).map((filter) => [...conflicts(graph, filter)]),
    support: found.map((id) => support(graph, id, known)),
    told: found.map((id) => ({ ...explain(graph, id, known), claim: id })),
    covered: graph
      .nodes()
      .slice(0, 20)
      .map((subject) => {
        const { value, claims: on, corpus } = coverage(graph, { subject, ...known });
        return [subject, value, on.map(({ claim, certainty }) => [claim.id, certainty]), corpus];
      }),
    plans: tests.map((claim) => {
      const steps = [
        { step: "walk", direction: "out" },
        { step: "whereClaim", claim },
      ] as const;
      const rows = evaluate(graph, { version: 1, from: {}, filter: all, steps } as unknown as Plan);
      return rows.map((row) => [row.id, row.certainty, row.claims.map((one) => (one as { id: string }).id)]);
    }),
  };
}

/** Both days of every source, the days before them, and the two together. */
function moments({ sources }: DatasetRecords): Known[] {
  const days = [...new Set(sources.flatMap(({ published, held }) => [published, held ?? published]))];
  const before = (day: string): string =>
    new Date(Date.parse(day.replace("?", "")) - 86_400_000).toISOString().slice(0, 10);
  const asked = days.map((day) => day.replace("?", "")).flatMap((day) => [before(day), day]);
  return asked.flatMap((day) => [
    { reportedBy: day },
    { statedBy: day },
    { reportedBy: "2024-12-31", statedBy: day },
  ]);
}

function expectNoLookAhead(records: DatasetRecords, ontology: Ontology, known: Known): void {
  const sources = records.sources.map(({ id }) => id);
  const whole = assembleGraph(records, ontology);
  const part = assembleGraph(knownRecords(records, ontology, known), ontology);
  const expected = answers(part, known, sources);
  expect(answers(whole, known, sources)).toEqual(expected);
  expect(answers(freeze(whole) as unknown as KnowledgeGraph<Ontology>, known, sources)).toEqual(expected);
}

const disputed = {
  ...townRecords,
  claims: [
    ...townRecords.claims,
    ...[
      ["denied-first", "denies", "asserts"],
      ["denied-later", "asserts", "denies"],
    ].map(([id, gov, paper]) => ({
      id,
      subject: "town/c",
      relation: "twinnedWith",
      object: "town/d",
      valid: id === "denied-first" ? "2019" : "2020",
      status: "actual",
      citations: [
        { source: "gov", readAs: "excerpt", voice: "narrated", stance: gov },
        { source: "paper", readAs: "excerpt", voice: "quoted", stance: paper, stated: "2023-01-01" },
        { source: "blog", readAs: "excerpt", voice: "quoted", stance: gov },
      ],
    })),
  ],
} as unknown as DatasetRecords;

describe("what was known by a day", () => {
  it("is all that the answers under a day of report or statement rest on", () => {
    for (const known of moments(disputed)) expectNoLookAhead(disputed, townOntology, known);
  });

  it("is so for any records", () => {
    fc.assert(
      fc.property(townDataset, fc.nat(), (records, at) => {
        const days = moments(records);
        fc.pre(days.length > 0);
        expectNoLookAhead(records, townOntology, days[at % days.length] as Known);
      }),
      { numRuns: 60 },
    );
  });

  it("is so for the bundled records", () => {
    for (const reportedBy of ["2024-03-06", "2024-06-26", "2025-03-06"])
      expectNoLookAhead(bundledRecords(), xinjiangOntology, { reportedBy });
  });

  it("holds no claim by a source that had not appeared", () => {
    const asked = { source: "scio-2024-06-27", status: "any" } as const;
    expect(claims(loadXinjiang(), { ...asked, reportedBy: "2024-06-26" })).toHaveLength(0);
    expect(claims(loadXinjiang(), { ...asked, reportedBy: "2024-06-27" }).length).toBeGreaterThan(100);
  });

  it("sets aside a claim that was only denied by then, and keeps one denied later", () => {
    const graph = assembleGraph(disputed, townOntology);
    const known = claims(graph, { reportedBy: "2023-12-31" });
    expect(known.map(({ claim }) => claim.id)).toContain("denied-later");
    expect(known.map(({ claim }) => claim.id)).not.toContain("denied-first");
    expect(known.setAside.denied).toBe(2);
  });
});
