import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { revisions } from "../../src/evidence/revisions.ts";
import { assembleGraph } from "../../src/graph/assemble.ts";
import type { ClaimRecord } from "../../src/model/claim.ts";
import { townDataset, townOntology } from "../arbitrary-dataset.ts";
import { cite, citedGraph, excerpt } from "./cited-records.ts";

const graph = citedGraph();
const trade = { subject: "region/xinjiang", indicator: "indicator/trade-value" } as const;
const figure = (id: string, rest: Partial<ClaimRecord>): ClaimRecord => ({
  ...{ id, subject: "region/zone", relation: "observed", object: "indicator/trade-value", status: "actual" },
  ...{ quantity: { value: "10e9", unit: "CNY" }, citations: [excerpt("daily-2024-03-07")] },
  ...rest,
});

describe("revisions", () => {
  it("follows a figure from report to report, by the day it was said", () => {
    const [history] = revisions(graph, { ...trade, at: "2023" });
    expect(history).toMatchObject({ ...{ subject: "region/xinjiang", relation: "observed" }, time: "2023" });
    expect(history?.reports.map((report) => [report.source, report.stated, report.text])).toEqual([
      ["daily-2024-03-07", "2024-03-07", "over 357 billion CNY (49.6 billion USD)"],
      ["portal-2024-03-08", "2024-03-08", "over 357 billion CNY (49.6 billion USD)"],
      ["scio-2024-06-27", "2024-05-21", "357.3 billion CNY"],
      ["daily-2025-03-07", "2025-03-07", "357.33 billion CNY"],
    ]);
    expect(history?.steps).toMatchObject([
      {
        from: { claim: "trade-2023-over-357bn", source: "portal-2024-03-08" },
        to: { claim: "trade-2023-357-3bn" },
        difference: 0.3e9,
        unit: "CNY",
        boundsMeet: true,
        onlyPrecision: true,
        sameDocument: false,
        reason:
          "From over 357 billion CNY (49.6 billion USD) (portal-2024-03-08, 2024-03-08) to 357.3 billion CNY " +
          "(scio-2024-06-27, stated 2024-05-21, published 2024-06-27): the same figure, more precise.",
      },
      { difference: 0.03e9, boundsMeet: true, onlyPrecision: true },
    ]);
  });

  it("gives each time its own history, in order, without steps where nothing was revised", () => {
    const histories = revisions(graph, trade);
    expect(histories.map((history) => [history.time, history.steps.length])).toEqual([
      ["2023", 2],
      ["2024", 0],
    ]);
    expect(histories.setAside.status).toBe(1);
  });

  it("takes forecasts in if asked for", () => {
    const [history] = revisions(graph, { ...trade, status: "any", during: "2024" });
    expect(history?.steps).toMatchObject([
      {
        ...{ from: { status: "expected" }, to: { status: "actual" }, difference: 35.11e9 },
        boundsMeet: true,
      },
    ]);
  });

  it("starts from a claim as well, and says so if it has no figure", () => {
    expect(revisions(graph, { claim: "trade-2023-357-3bn" })).toHaveLength(1);
    expect(revisions(graph, { claim: "trade-2023-357-3bn" })[0]?.steps).toHaveLength(2);
    expect(() => revisions(graph, { claim: "zone-first" })).toThrow(
      expect.objectContaining({ code: "query/no-figure", path: "/claim" }),
    );
    expect(() => revisions(graph, { claim: "nothing-like-it" })).toThrow(
      expect.objectContaining({ code: "graph/unknown-claim" }),
    );
  });

  it("tells a change that hedges and rounding do not allow, and units that nothing joins", () => {
    const changed = citedGraph([
      figure("first", { valid: "2022" }),
      figure("second", {
        valid: "2022-01/2022-12",
        quantity: { value: "8.5e9", unit: "CNY" },
        citations: [excerpt("scio-2024-06-27")],
      }),
      figure("third", {
        valid: "2022",
        quantity: { value: "1.2e9", unit: "USD" },
        citations: [excerpt("daily-2025-03-07")],
      }),
    ]);
    const [history] = revisions(changed, { subject: "region/zone", indicator: "indicator/trade-value" });
    expect(history?.steps).toMatchObject([
      { difference: -1.5e9, boundsMeet: false, onlyPrecision: false },
      { onlyPrecision: false, reason: expect.stringMatching(/no declared factor joins the units\.$/) },
    ]);
    expect(history?.steps[0]?.reason).toMatch(/: −1\.5 billion CNY, more than hedges and rounding allow\.$/);
    expect(history?.steps[1]).not.toHaveProperty("difference");
  });

  it("compares in one unit where the ontology declares the factor", () => {
    const grain = citedGraph([
      figure("jin", { valid: "2023", quantity: { value: "6e9", unit: "jin" } }),
      figure("tonnes", {
        valid: "2023",
        quantity: { value: "3.05e6", unit: "t" },
        citations: [excerpt("scio-2024-06-27")],
      }),
    ]);
    const [history] = revisions(grain, { subject: "region/zone", indicator: "indicator/trade-value" });
    expect(history?.steps[0]).toMatchObject({ difference: 0.1e9, unit: "jin" });
  });

  it("keeps scopes and attested days apart: another part or day is another matter", () => {
    const stock = { object: "indicator/population", quantity: { value: "18", unit: "1" } } as const;
    const apart = citedGraph([
      figure("all", { valid: "2022" }),
      figure("road", { valid: "2022", scope: { part: "by road" }, quantity: { value: "2e9", unit: "CNY" } }),
      figure("then", { ...stock, attested: ["2024-05-21"] }),
      figure("now", { ...stock, attested: ["2025-03-07"], quantity: { value: "19", unit: "1" } }),
    ]);
    const zone = { subject: "region/zone" } as const;
    expect(revisions(apart, { ...zone, indicator: "indicator/trade-value" })).toHaveLength(2);
    const scoped = { ...zone, indicator: "indicator/trade-value", scope: { part: "by road" } } as const;
    expect(revisions(apart, scoped).map((history) => history.scope)).toEqual([{ part: "by road" }]);
    const stocks = revisions(apart, { ...zone, indicator: "indicator/population" });
    expect(stocks.map((history) => [history.time, history.steps.length])).toEqual([
      ["2024-05-21", 0],
      ["2025-03-07", 0],
    ]);
  });

  it("reports what one document gives twice in the order of its text, and leaves denials out", () => {
    const twice = citedGraph([
      figure("fine", {
        valid: "2022",
        citations: [cite("daily-2024-03-07", "The pilot zone is the first")],
        quantity: { value: "10.2e9", unit: "CNY" },
      }),
      figure("coarse", {
        valid: "2022",
        citations: [
          cite("daily-2024-03-07", "on the north-western border"),
          cite("daily-2024-03-07", "Trade at the border"),
          excerpt("scio-2024-06-27", { stance: "denies" }),
        ],
        quantity: { value: "10e9", unit: "CNY", comparator: ">" },
      }),
    ]);
    const [history] = revisions(twice, { subject: "region/zone", indicator: "indicator/trade-value" });
    expect(history?.reports.map((report) => report.claim)).toEqual(["coarse", "fine"]);
    expect(history?.steps).toMatchObject([{ sameDocument: true, onlyPrecision: true }]);
  });

  it("looks at nothing later than the day asked for, and only at the sources asked for", () => {
    const early = revisions(graph, { ...trade, at: "2023", reportedBy: "2024-12-31" });
    expect(early[0]?.steps).toHaveLength(1);
    const official = revisions(graph, { ...trade, at: "2023", publisherClass: "government" });
    expect(official[0]?.reports.map((report) => report.source)).toEqual(["scio-2024-06-27"]);
    const original = revisions(graph, { ...trade, at: "2023", source: "portal-2024-03-08" });
    expect(original[0]?.reports).toHaveLength(1);
  });

  it("joins one matter's reports without gaps (any dataset)", () => {
    fc.assert(
      fc.property(townDataset, (records) => {
        const towns = assembleGraph(records, townOntology);
        for (const subject of ["town/a", "town/b"]) {
          for (const indicator of ["measure/people", "measure/births"]) {
            for (const { reports, steps } of revisions(towns, { subject, indicator } as never)) {
              const changes = reports.slice(1).filter((report, i) => report.claim !== reports[i]?.claim);
              expect(steps.map((step) => step.to)).toEqual(changes);
              for (const step of steps) expect(step.difference).toBe(step.to.value - step.from.value);
            }
          }
        }
      }),
    );
  });
});
