import { describe, expect, it } from "vitest";
import { claimSentence } from "../../src/evidence/claim-sentence.ts";
import { citedGraph, excerpt } from "./cited-records.ts";

describe("claimSentence", () => {
  const citations = [excerpt("daily-2024-03-07")];
  const base = { status: "actual", valid: "2023", citations } as const;
  const graph = citedGraph([
    {
      ...{
        ...base,
        id: "scoped",
        subject: "region/xinjiang",
        relation: "observed",
        object: "indicator/trade-value",
      },
      quantity: { value: "1e9", unit: "CNY" },
      scope: { partner: "region/border", place: "region/zone", within: "region/xinjiang", part: "by road" },
      status: "target",
    },
    {
      ...{ ...base, id: "top-five", subject: "region/xinjiang", relation: "ranked", object: "region/border" },
      ...{ rank: 5, orBetter: true, field: "growth", by: "indicator/trade-value" },
    },
    {
      ...{
        ...base,
        id: "plain-rank",
        subject: "region/xinjiang",
        relation: "ranked",
        object: "region/border",
      },
      ...{ rank: 2, field: "growth" },
    },
    {
      ...{ ...base, id: "cooperates", subject: "region/border", relation: "cooperatesWith" },
      object: "region/xinjiang",
    },
  ]);

  it("tells scope, time, status and figure", () => {
    expect(claimSentence(graph, "scoped")).toBe(
      "imports and exports of Xinjiang (by road) with the north-western border region in the pilot zone within " +
        "Xinjiang in 2023 (target): 1 billion CNY",
    );
  });

  it("loses no attribute: one that the template does not name follows in parentheses", () => {
    expect(claimSentence(graph, "top-five")).toBe(
      "Xinjiang ranks number 5 or better in the north-western border region by growth (by: imports and exports) " +
        "in 2023",
    );
  });

  it("drops the optional parts of a template that have no value", () => {
    expect(claimSentence(graph, "plain-rank")).toBe(
      "Xinjiang ranks number 2 in the north-western border region by growth in 2023",
    );
    expect(claimSentence(graph, "cooperates")).toBe(
      "the north-western border region cooperates with Xinjiang in 2023",
    );
  });

  it("says which claim it does not know", () => {
    expect(() => claimSentence(graph, "__proto__")).toThrow(
      expect.objectContaining({ code: "graph/unknown-claim" }),
    );
  });
});
