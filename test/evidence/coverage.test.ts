import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COVERAGE_VALUES, type CoverageOptions, coverage } from "../../src/evidence/coverage.ts";
import { assembleGraph } from "../../src/graph/assemble.ts";
import { claims } from "../../src/query/claims.ts";
import { townDataset, townOntology } from "../arbitrary-dataset.ts";
import { citedGraph, excerpt, RECORDS } from "./cited-records.ts";

const graph = citedGraph();
const verdict = (options: CoverageOptions): string => coverage(graph, options as never).value;
const trade = { subject: "region/xinjiang", indicator: "indicator/trade-value" } as const;
const post = { subject: "official/chen-weijun", relation: "holdsOffice" } as const;

describe("coverage", () => {
  it("is attested where a claim certainly holds, with the claims", () => {
    const found = coverage(graph, { ...trade, at: "2023" });
    expect(found).toMatchObject({
      value: "attested",
      reason: "3 claims hold for certain.",
      corpus: { from: "2023-01-01", to: "2025-03-07" },
      declared: { silentOn: ["labour"] },
    });
    expect(found.claims.map((row) => [row.claim.id, row.certainty])).toEqual([
      ["trade-2023-357-33bn", "certain"],
      ["trade-2023-357-3bn", "certain"],
      ["trade-2023-over-357bn", "certain"],
    ]);
    expect(found.otherTimes.map((row) => row.claim.id)).toEqual(["trade-2024"]);
  });

  it("is silent on a figure of a time within the corpus that no claim gives: other years do not exclude it", () => {
    const found = coverage(graph, { ...trade, at: "2025-02" });
    expect(found.value).toBe("silent");
    expect(found.claims).toEqual([]);
    expect(found.otherTimes).toHaveLength(4);
    expect(found.reason).toBe(
      "The corpus speaks of days from 2023-01-01 to 2025-03-07, but no claim speaks of it then; 4 claims speak of " +
        "other times; 1 claim set aside because it has another status than asked for.",
    );
    expect(found.setAside.status).toBe(1);
  });

  it("is outside before and after all that the corpus speaks of", () => {
    expect(verdict({ ...trade, at: "2019" })).toBe("outside");
    expect(verdict({ ...trade, during: "2030/2031" })).toBe("outside");
    expect(verdict({ ...trade, before: "2020" })).toBe("outside");
    expect(verdict({ ...trade, after: "2027" })).toBe("outside");
    expect(coverage(graph, { ...trade, at: "2019" }).reason).toBe(
      "The corpus speaks of days from 2023-01-01 to 2025-03-07, not of the time asked for.",
    );
  });

  it("is outside for a matter, an indicator or an entity that no claim speaks of", () => {
    expect(coverage(graph, { relation: "sanctions" })).toMatchObject({
      value: "outside",
      reason: "No claim of the graph is of the relation sanctions.",
    });
    expect(coverage(graph, { subject: "region/xinjiang", indicator: "indicator/population" })).toMatchObject({
      value: "outside",
      reason: "No claim of the graph gives a figure on indicator/population.",
    });
    expect(coverage(graph, { subject: "region/xinjang" as string })).toMatchObject({
      value: "outside",
      reason: 'The graph has no entity "region/xinjang"; did you mean "region/xinjiang"?',
    });
    expect(verdict({ subject: "__proto__" })).toBe("outside");
  });

  it("is silent where the corpus speaks of such matters, but not of this one", () => {
    expect(coverage(graph, { subject: "official/liu", object: "organization/government" })).toMatchObject({
      value: "silent",
      reason: "The corpus speaks of days from 2023-01-01 to 2025-03-07, but no claim speaks of it.",
    });
  });

  it("is no where an event or state has a time of its own that excludes the one asked for", () => {
    const launch = { subject: "region/zone", relation: "milestoneIn" } as const;
    expect(coverage(graph, { ...launch, at: "2023-12" })).toMatchObject({
      value: "no",
      reason: "1 claim speaks of it, and only of other times.",
      claims: [{ claim: { id: "zone-launched" }, certainty: "no" }],
      otherTimes: [],
    });
    expect(verdict({ ...launch, at: "1950" })).toBe("no");
    expect(verdict({ ...launch, at: "2023-11-01" })).toBe("attested");
  });

  it("is possible on days near an attested one, outside beyond the corpus, and tells the last day seen", () => {
    expect(verdict({ ...post, at: "2024-05-21" })).toBe("attested");
    const later = coverage(graph, { ...post, at: "2024-12" });
    expect(later).toMatchObject({
      value: "possible",
      reason: "1 claim possibly holds; last attested on 2024-05-21.",
    });
    expect(later.claims[0]).toMatchObject({ certainty: "possible", lastAttested: "2024-05-21" });
    const long = coverage(graph, { ...post, at: "1950" });
    expect([long.value, long.claims.length]).toEqual(["outside", 1]);
    expect(verdict({ ...post, at: "2025-01", attestedWithin: "P2M" })).toBe("silent");
  });

  it("keeps what is only denied apart from silence", () => {
    expect(coverage(graph, { subject: "organization/forces", at: "2024-03-07" })).toMatchObject({
      value: "denied",
      reason: "1 claim is only denied.",
      claims: [{ claim: { id: "forces-criticize" } }],
    });
  });

  it("looks at plans only if asked, and at nothing later than the day asked for", () => {
    expect(verdict({ ...trade, at: "2024", status: "expected" })).toBe("attested");
    expect(verdict({ ...trade, at: "2024", reportedBy: "2024-12-31" })).toBe("silent");
    expect(coverage(graph, { ...trade, reportedBy: "2020" })).toMatchObject({
      value: "outside",
      corpus: { from: "..", to: ".." },
    });
    expect(verdict({ reportedBy: "2020" })).toBe("outside");
    expect(verdict({})).toBe("attested");
    expect(verdict({ ...trade, source: "cgtn-2024-11-01" })).toBe("silent");
  });

  it("reads symmetric relations from either end", () => {
    const bordering = citedGraph([
      {
        ...{ id: "b", subject: "region/border", relation: "borders", object: "region/zone", valid: "2024" },
        status: "actual",
        citations: [excerpt("daily-2024-03-07")],
      },
    ]);
    for (const [subject, object] of [
      ["region/border", "region/zone"],
      ["region/zone", "region/border"],
    ] as const) {
      expect(coverage(bordering, { subject, relation: "borders", object }).value).toBe("attested");
    }
    expect(coverage(bordering, { object: "region/zone", relation: "borders" }).value).toBe("attested");
    expect(coverage(bordering, { subject: "region/border", relation: "locatedIn" }).value).toBe("silent");
  });

  it("does not take the years around a date that is only about right for covered", () => {
    const about = citedGraph([
      {
        ...{
          id: "a",
          subject: "region/zone",
          relation: "locatedIn",
          object: "region/xinjiang",
          valid: "1955~",
        },
        status: "actual",
        citations: [excerpt("daily-2024-03-07")],
      },
    ]);
    expect(coverage(about, {}).corpus.from).toBe("1955-01-01");
  });

  it("takes a graph with a bare node, and one without claims", () => {
    const bare = citedGraph();
    bare.addNode("bare", {} as never);
    expect(coverage(bare, { subject: "bare" })).toMatchObject({ value: "outside", claims: [] });
    const empty = assembleGraph({ ...RECORDS, claims: [] });
    expect(coverage(empty, { at: "2024" })).toMatchObject({
      value: "outside",
      corpus: { from: "..", to: ".." },
    });
  });

  it("refuses questions that are slips: unknown relations and options, an object and an indicator", () => {
    expect(() => coverage(graph, { relation: "borderz" as never })).toThrow(
      expect.objectContaining({ code: "graph/unknown-relation" }),
    );
    expect(() => coverage(graph, { certainty: "possible" } as never)).toThrow(
      expect.objectContaining({ code: "query/unknown-option" }),
    );
    expect(() => coverage(graph, { ...trade, object: "region/zone" })).toThrow(
      expect.objectContaining({ code: "query/doubled-object" }),
    );
    expect(() => coverage(graph, { at: "2023~" })).toThrow(
      expect.objectContaining({ code: "query/indefinite-date" }),
    );
  });

  it("agrees with the queries on what certainly and what possibly holds (any dataset)", () => {
    const at = fc.integer({ min: 2016, max: 2028 }).map(String);
    fc.assert(
      fc.property(
        townDataset,
        at,
        fc.constantFrom("livesIn", "bornIn", "counted"),
        (records, year, relation) => {
          const towns = assembleGraph(records, townOntology);
          const found = coverage(towns, { relation: relation as "livesIn", at: year });
          const certain = claims(towns, { relation: relation as "livesIn", at: year });
          const possible = claims(towns, {
            relation: relation as "livesIn",
            at: year,
            certainty: "possible",
          });
          expect(COVERAGE_VALUES).toContain(found.value);
          expect(found.value === "attested").toBe(certain.length > 0);
          if (found.value === "possible") expect(found.claims).toHaveLength(possible.length);
          if (["silent", "no", "denied"].includes(found.value)) expect(possible).toHaveLength(0);
        },
      ),
    );
  });
});
