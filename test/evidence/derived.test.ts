import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NotFoundError } from "../../src/errors.ts";
import { checkDerived, type DerivedCheck } from "../../src/evidence/derived.ts";
import type { KnowledgeGraph } from "../../src/graph/knowledge-graph.ts";
import { type FigureLine, figureGraph } from "./figure-records.ts";

const CNY = "CNY";
const level = (id: string, on: string, value: string, valid: string, more: object = {}): FigureLine => ({
  ...{ id, on, value, unit: CNY, valid },
  ...more,
});
const one = (graph: KnowledgeGraph, claim: string): DerivedCheck => {
  const [check] = checkDerived(graph, { claim });
  if (!check) throw new Error(`no check of ${claim}`);
  return check;
};

const TRADE = {
  trade: { measure: "flow", basis: "nominal" },
  "trade-growth": { measure: "growth", of: "indicator/trade", base: "year-on-year", basis: "nominal" },
  "trade-share": { measure: "share", of: "indicator/trade", whole: "region/xinjiang" },
};

describe("checkDerived on the cases of the documents", () => {
  it("finds 43.66 % in 189.98 of 435.11 billion, about as the first may be", () => {
    const graph = figureGraph(TRADE, [
      level("part", "trade", "189.98e9", "2024", { of: "region/xinjiang-ftz", comparator: "~" }),
      level("whole", "trade", "435.11e9", "2024"),
      { id: "share", on: "trade-share", of: "region/xinjiang-ftz", value: "43.66", unit: "%", valid: "2024" },
    ]);
    const check = one(graph, "share");
    expect(check).toMatchObject({
      rule: "share",
      status: "agrees",
      within: "digits",
      unit: "%",
      missing: [],
    });
    expect(check.computed?.value).toBeCloseTo(43.6625, 4);
    expect(check.stated).toMatchObject({ value: 43.66 });
    expect(check.inputs).toEqual([
      { role: "part", claim: "part", alternatives: [] },
      { role: "whole", claim: "whole", alternatives: [] },
    ]);
    expect(check.reason).toContain(
      "By the levels it is 43.66 %: about 189.98 billion CNY of 435.11 billion CNY.",
    );
  });

  it("finds 7 % a year between 16,859 yuan in 2015 and 30,899 in 2024", () => {
    const graph = figureGraph(
      { growth: { measure: "growth", of: "indicator/income", base: "average-annual", basis: "unstated" } },
      [
        level("from", "income", "16859", "2015"),
        level("to", "income", "30899", "2024"),
        { id: "growth", on: "growth", value: "7", unit: "%", valid: "2015/2024" },
      ],
    );
    const check = one(graph, "growth");
    expect(check).toMatchObject({ rule: "average annual growth", status: "agrees", within: "digits" });
    expect(check.computed?.value).toBeCloseTo(6.963, 3);
  });

  it("flags 45.9 % against the 45.0 % that 246.36 and 357.33 billion give, by the most precise levels", () => {
    const graph = figureGraph(TRADE, [
      level("2022", "trade", "246.36e9", "2022"),
      level("2023-over-357", "trade", "357e9", "2023", { comparator: ">" }),
      level("2023-357.3", "trade", "357.3e9", "2023"),
      level("2023-357.33", "trade", "357.33e9", "2023"),
      { id: "growth", on: "trade-growth", value: "45.9", unit: "%", valid: "2023" },
    ]);
    const check = one(graph, "growth");
    expect(check.status).toBe("disagrees");
    expect(check.computed?.value).toBeCloseTo(45.044, 3);
    expect(check.computed?.high).toBeLessThan(45.05);
    expect(check.inputs[1]).toEqual({
      ...{ role: "later level", claim: "2023-357.33" },
      alternatives: ["2023-357.3", "2023-over-357"],
    });
    expect(check.inference).toBeUndefined();
    expect(check.needed).toMatchObject({ role: "earlier level", unit: "CNY" });
    expect(check.needed?.value).toBeCloseTo(244.91e9, -8);
    expect(check.reason).toMatch(/would need 244\.9 billion CNY as earlier level\.$/);
  });

  it("sets 6.1 % a year of GDP beside 9.2 % without calling it wrong", () => {
    const graph = figureGraph(
      { growth: { measure: "growth", of: "indicator/gdp", base: "average-annual", basis: "unstated" } },
      [
        level("from", "gdp", "930.69e9", "2015"),
        level("to", "gdp", "2.05e12", "2024"),
        { id: "growth", on: "growth", value: "6.1", unit: "%", valid: "2015/2024" },
      ],
    );
    const check = one(graph, "growth");
    expect(check.status).toBe("unstated basis");
    expect(check.computed?.value).toBeCloseTo(9.17, 2);
    expect(check.inference).toMatch(/^Editors' inference: .*constant prices/);
    expect(check.reason).not.toMatch(/wrong|false|error/);
  });

  it("turns mu into hectares and jin into tonnes", () => {
    const graph = figureGraph({}, [
      {
        ...{ id: "area", on: "area", value: "42.372e6", unit: "mu", valid: "2023" },
        equivalents: [{ value: "2.825e6", unit: "ha", comparator: "~" }],
      },
      {
        ...{ id: "grain", on: "grain", value: "6e9", unit: "jin", comparator: ">", valid: "2023" },
        equivalents: [{ value: "3e6", unit: "t" }],
      },
      {
        ...{ id: "wrong", on: "grain", value: "6.11e9", unit: "jin", valid: "2023" },
        equivalents: [{ value: "3.5e6", unit: "t" }],
      },
    ]);
    expect(
      checkDerived(graph).map(({ claim, rule, status, within }) => [claim, rule, status, within]),
    ).toEqual([
      ["area", "conversion", "agrees", "digits"],
      ["grain", "conversion", "agrees", "digits"],
      ["wrong", "conversion", "disagrees", undefined],
    ]);
    expect(one(graph, "area").computed?.value).toBeCloseTo(2.8248e6);
    expect(one(graph, "grain").computed?.value).toBeCloseTo(3e6);
  });

  it("tells the rate that yuan and dollars of one figure imply, and compares it with nothing", () => {
    const graph = figureGraph({}, [
      level("a", "trade", "357e9", "2023", {
        comparator: ">",
        equivalents: [{ value: "49.6e9", unit: "USD" }],
      }),
      level("b", "trade", "246.36e9", "2022", { equivalents: [{ value: "34e9", unit: "USD" }] }),
    ]);
    const rates = checkDerived(graph);
    expect(rates.map(({ rule, status, unit }) => [rule, status, unit])).toEqual([
      ["implied rate", "implied", "CNY/USD"],
      ["implied rate", "implied", "CNY/USD"],
    ]);
    expect(rates[0]?.computed?.value).toBeCloseTo(7.2, 1);
    expect(rates[0]?.stated).toBeUndefined();
  });
});

describe("checkDerived", () => {
  const growth = (id: string, value: string, valid: string, more: object = {}): FigureLine => ({
    ...{ id, on: "trade-growth", value, unit: "%", valid },
    ...more,
  });

  it("compares like parts of two years", () => {
    const graph = figureGraph(TRADE, [
      level("q1-23", "trade", "100e9", "2023-01/2023-03"),
      level("q1-24", "trade", "142.7e9", "2024-01/2024-03"),
      level("23", "trade", "357e9", "2023"),
      growth("g", "42.7", "2024-01/2024-03"),
    ]);
    expect(one(graph, "g")).toMatchObject({
      status: "agrees",
      inputs: [{ claim: "q1-23" }, { claim: "q1-24" }],
    });
  });

  it("names the level that is missing", () => {
    const graph = figureGraph(TRADE, [level("2023", "trade", "357e9", "2023"), growth("g", "45.9", "2023")]);
    expect(one(graph, "g")).toMatchObject({
      ...{ status: "not computable", missing: ["trade of xinjiang in 2022"] },
      inputs: [{ role: "later level", claim: "2023" }],
    });
    expect(one(graph, "g").reason).toContain("no claim gives trade of xinjiang in 2022");
  });

  it("tells which whole a stated share would need", () => {
    const graph = figureGraph(
      {
        done: { measure: "stock" },
        tasks: { measure: "stock" },
        share: { measure: "share", of: "indicator/done", wholeIndicator: "indicator/tasks" },
      },
      [
        { id: "done", on: "done", value: "84", unit: "1", attested: ["2024-11-01"] },
        { id: "tasks", on: "tasks", value: "129", unit: "1", valid: "2023-11-01/2025-09-29" },
        { id: "share", on: "share", value: "62.2", unit: "%", attested: ["2024-11-01"] },
      ],
    );
    expect(one(graph, "share")).toMatchObject({ status: "disagrees", needed: { role: "whole", unit: "1" } });
    expect(one(graph, "share").needed?.value).toBeCloseTo(135.05, 2);
  });

  it("takes levels of the same scope only", () => {
    const scope = { partner: "region/central-asia" };
    const graph = figureGraph(TRADE, [
      level("whole", "trade", "357.33e9", "2023"),
      level("part", "trade", "283e9", "2023", { scope }),
      { id: "share", on: "trade-share", value: "80", unit: "%", valid: "2023", scope },
      growth("g", "53", "2023", { scope }),
    ]);
    expect(one(graph, "share")).toMatchObject({
      status: "disagrees",
      inputs: [{ claim: "part" }, { claim: "whole" }],
    });
    expect(one(graph, "g").missing).toEqual(["trade of xinjiang with central asia in 2022"]);
  });

  it("lets hedges leave room, and says that they did", () => {
    const graph = figureGraph(TRADE, [
      level("2022", "trade", "246.36e9", "2022"),
      level("2023", "trade", "350e9", "2023", { comparator: ">" }),
      growth("within", "45.9", "2023"),
      growth("beyond", "40.9", "2023"),
      growth("over", "30", "2023", { comparator: ">" }),
    ]);
    expect(one(graph, "within")).toMatchObject({
      status: "agrees",
      within: "hedges",
      computed: { high: Infinity },
    });
    expect(one(graph, "beyond").status).toBe("disagrees");
    expect(one(graph, "over")).toMatchObject({ status: "agrees", within: "hedges" });
  });

  it("does not compare growth in constant prices with levels that are not", () => {
    const graph = figureGraph(
      { growth: { measure: "growth", of: "indicator/gdp", base: "year-on-year", basis: "real" } },
      [
        level("a", "gdp", "100e9", "2022"),
        level("b", "gdp", "120e9", "2023"),
        { id: "g", on: "growth", value: "7", unit: "%", valid: "2023" },
      ],
    );
    expect(one(graph, "g").status).toBe("not computable");
    expect(one(graph, "g").computed?.value).toBeCloseTo(20);
  });

  it("does not judge growth of which the base is unstated", () => {
    const graph = (base: object) =>
      figureGraph({ growth: { measure: "growth", of: "indicator/gdp", ...base } }, [
        level("a", "gdp", "100e9", "2022"),
        level("b", "gdp", "120e9", "2023"),
        { id: "g", on: "growth", value: "30", unit: "%", valid: "2023" },
      ]);
    expect(one(graph({}), "g").status).toBe("unstated basis");
    expect(one(graph({ base: "unstated" }), "g").status).toBe("unstated basis");
    expect(one(graph({ base: "year-on-year" }), "g").status).toBe("disagrees");
    expect(one(graph({ base: "since" }), "g").reason).toContain(
      "between which times it is measured is not said",
    );
  });

  it("works out growth since a year, changes and sums", () => {
    const graph = figureGraph(
      {
        since: { measure: "growth", of: "indicator/grain", base: "since" },
        change: { measure: "change", of: "indicator/grain" },
        total: { measure: "flow", sumOf: ["indicator/grain", "indicator/cotton"] },
      },
      [
        { id: "g20", on: "grain", value: "30e9", unit: "jin", valid: "2020" },
        { id: "g22", on: "grain", value: "36.27e9", unit: "jin", valid: "2022" },
        { id: "g23", on: "grain", value: "42.38e9", unit: "jin", valid: "2023" },
        { id: "c23", on: "cotton", value: "5.1e6", unit: "t", valid: "2023" },
        { id: "since", on: "since", value: "41.3", unit: "%", valid: "2020/2023" },
        { id: "change", on: "change", value: "6.11e9", unit: "jin", valid: "2023" },
        { id: "change-t", on: "change", value: "3.055e6", unit: "t", valid: "2023" },
        { id: "total", on: "total", value: "26.29e6", unit: "t", valid: "2023" },
        { id: "half", on: "total", value: "26.29e6", unit: "t", valid: "2022" },
      ],
    );
    expect(checkDerived(graph).map(({ claim, rule, status }) => [claim, rule, status])).toEqual([
      ["change", "change", "agrees"],
      ["change-t", "change", "agrees"],
      ["half", "sum", "not computable"],
      ["since", "growth", "agrees"],
      ["total", "sum", "agrees"],
    ]);
  });

  it("finds the level of a stock on the day that a text shows it, or where it surely held", () => {
    const graph = figureGraph(
      {
        capacity: { measure: "stock" },
        share: { measure: "share", of: "indicator/new-energy", wholeIndicator: "indicator/capacity" },
        "new-energy": { measure: "stock" },
      },
      [
        { id: "new", on: "new-energy", value: "70e6", unit: "kW", attested: ["2024-05-21"] },
        { id: "all", on: "capacity", value: "350", unit: "GW", valid: "2024" },
        { id: "share", on: "share", value: "1/5", unit: "1", attested: ["2024-05-21"] },
        { id: "percent", on: "share", value: "21", unit: "%", attested: ["2024-05-21"] },
      ],
    );
    expect(one(graph, "share")).toMatchObject({
      status: "agrees",
      inputs: [{ claim: "new" }, { claim: "all" }],
    });
    expect(one(graph, "percent").status).toBe("disagrees");
  });

  it("cannot work with levels at or below nought, or in units that do not convert", () => {
    const graph = figureGraph(TRADE, [
      level("a", "trade", "0", "2022"),
      level("b", "trade", "5e9", "2023"),
      level("c", "trade", "5e9", "2024", { unit: "t" }),
      growth("nought", "45.9", "2023"),
      growth("units", "45.9", "2024"),
    ]);
    expect(one(graph, "nought").reason).toContain("a level is not above nought");
    expect(one(graph, "units").reason).toContain("the units do not convert into one another");
  });

  it("says so where an indicator declares nothing to work with", () => {
    const graph = figureGraph({ share: { measure: "share" }, growth: { measure: "growth" } }, [
      { id: "s", on: "share", value: "60", unit: "%", valid: "2023" },
      { id: "g", on: "growth", value: "60", unit: "%", valid: "2023" },
      { id: "level", on: "plain", value: "60", unit: "t", valid: "2023" },
    ]);
    expect(checkDerived(graph).map(({ claim, status }) => [claim, status])).toEqual([
      ["g", "not computable"],
      ["s", "not computable"],
    ]);
  });

  it("uses what one could know by a day, and plans only for plans", () => {
    const graph = figureGraph(TRADE, [
      level("2022", "trade", "246.36e9", "2022"),
      level("2023-early", "trade", "350e9", "2023"),
      level("2023-late", "trade", "357.33e9", "2023", { source: "daily-2025" }),
      level("2024-plan", "trade", "400e9", "2024", { status: "expected" }),
      growth("g", "45.0", "2023"),
      growth("g24", "12", "2024"),
      growth("g24-plan", "12", "2024", { status: "expected" }),
    ]);
    expect(one(graph, "g").status).toBe("agrees");
    const early = checkDerived(graph, { claim: "g", reportedBy: "2024-12-31" })[0];
    expect([early?.status, early?.inputs[1]?.claim]).toEqual(["disagrees", "2023-early"]);
    const any = checkDerived(graph, { status: "any" });
    expect(any.find(({ claim }) => claim === "g24")?.status).toBe("not computable");
    expect(any.find(({ claim }) => claim === "g24-plan")?.status).toBe("agrees");
    expect(checkDerived(graph).some(({ claim }) => claim === "g24-plan")).toBe(false);
  });

  it("narrows to an entity, an indicator or a claim, and refuses unknown ones", () => {
    const graph = figureGraph(TRADE, [
      growth("g", "45.9", "2023"),
      growth("h", "5", "2023", { of: "region/xinjiang-ftz" }),
    ]);
    const ids = (options: Parameters<typeof checkDerived>[1]) =>
      checkDerived(graph, options).map(({ claim }) => claim);
    expect(ids({ subject: "region/xinjiang-ftz" })).toEqual(["h"]);
    expect(ids({ indicator: "indicator/trade-growth" })).toEqual(["g", "h"]);
    expect(ids({ at: "2022" })).toEqual([]);
    expect(() => checkDerived(graph, { claim: "x" })).toThrow(NotFoundError);
    expect(() => checkDerived(graph, { subject: "region/x" })).toThrow(NotFoundError);
  });

  it("agrees with growth stated as the levels give it, to the digits stated", () => {
    const value = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(value, value, fc.nat(4), (from, to, digits) => {
        const stated = ((to / from - 1) * 100).toFixed(digits);
        const graph = figureGraph(TRADE, [
          level("a", "trade", String(from), "2022"),
          level("b", "trade", String(to), "2023"),
          growth("g", stated === "-0" ? "0" : stated, "2023"),
        ]);
        const check = one(graph, "g");
        expect(check.status).toBe("agrees");
        expect(check.computed?.low).toBeLessThanOrEqual(check.computed?.value ?? Number.NaN);
        expect(check.computed?.high).toBeGreaterThanOrEqual(check.computed?.value ?? Number.NaN);
      }),
    );
  });

  it("encloses every growth that the levels' digits allow", () => {
    const decimal = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 99 }));
    const part = fc.double({ min: -0.499, max: 0.499, noNaN: true });
    fc.assert(
      fc.property(decimal, decimal, part, part, ([a, b], [c, d], x, y) => {
        const text = (whole: number, cents: number): string => `${whole}.${String(cents).padStart(2, "0")}`;
        const graph = figureGraph(TRADE, [
          level("a", "trade", text(a, b), "2022"),
          level("b", "trade", text(c, d), "2023"),
          growth("g", "1", "2023"),
        ]);
        const { computed } = one(graph, "g");
        const growthOf = ((Number(text(c, d)) + y / 100) / (Number(text(a, b)) + x / 100) - 1) * 100;
        expect(computed?.low ?? Number.NaN).toBeLessThanOrEqual(growthOf + 1e-9);
        expect(computed?.high ?? Number.NaN).toBeGreaterThanOrEqual(growthOf - 1e-9);
      }),
    );
  });
});
