/**
 * The known cases on the bundled data. Claims are found by what they say, not by their ids, so that the cases outlive
 * a renaming.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { loadXinjiang, type XinjiangGraph } from "../../src/dataset/bundled.ts";
import { compareClaims, conflicts } from "../../src/evidence/conflicts.ts";
import { checkDerived } from "../../src/evidence/derived.ts";
import { select } from "../../src/evidence/select.ts";
import type { AnyClaim } from "../../src/graph/read-graph.ts";

let graph: XinjiangGraph;
beforeAll(() => {
  graph = loadXinjiang();
});

/** The id of the one claim with this figure, of this time (its beginning), about this entity. */
function figure(value: string, unit: string, time: string, of = "region/xinjiang"): string {
  const found = graph.filterEdges((_id, attributes) => {
    const claim = attributes as unknown as AnyClaim;
    const when = claim.valid ?? claim.attested?.[0] ?? "";
    const { quantity } = claim;
    return (
      claim.subject === of && quantity?.value === value && quantity.unit === unit && when.startsWith(time)
    );
  });
  expect(found, `${value} ${unit} ${time}`).toHaveLength(1);
  return found[0] as string;
}

/** The conflict of two claims, as `conflicts` lists it. */
function between(a: string, b: string) {
  return conflicts(graph, { claim: a }).find((one) => one.a === b || one.b === b);
}

describe("conflicts on the bundled data", () => {
  it("finds 357, 357.3 and 357.33 billion yuan of 2023 to be roundings", () => {
    const [over, tenth, hundredth] = ["357e9", "357.3e9", "357.33e9"].map((value) =>
      figure(value, "CNY", "2023"),
    );
    expect(between(over as string, tenth as string)?.classes).toEqual(["rounding"]);
    expect(between(over as string, hundredth as string)?.classes).toEqual(["rounding"]);
    expect(between(tenth as string, hundredth as string)?.classes).toEqual(["rounding"]);
  });

  it("finds 118 bilateral routes overtaken by 119 international ones, of another definition", () => {
    const [older, newer] = [figure("118", "1", "2024-05-21"), figure("119", "1", "2025-09-29")];
    expect(between(older, newer)).toMatchObject({
      classes: ["superseded", "definition"],
      direction: { from: older, to: newer },
    });
  });

  it("finds 18 approved ports overtaken by 19, and 18 land ports for trade beside them", () => {
    const [trade, older, newer] = [
      figure("18", "1", "2024-03-07"),
      figure("18", "1", "2024-05-21"),
      figure("19", "1", "2025-09-29"),
    ];
    expect(between(older, newer)).toMatchObject({
      classes: ["superseded"],
      direction: { from: older, to: newer },
    });
    expect(between(trade, older)?.classes).toEqual(["definition"]);
    expect(between(trade, newer)?.classes).toContain("definition");
  });

  it("finds over 60 % of the trains and more than half compatible", () => {
    const [share, half] = [figure("60", "%", "2024-05-21"), figure("1/2", "1", "2025-09-29")];
    expect(between(share, half)?.classes).toEqual(["compatible"]);
  });

  it("finds the forecast of over 400 billion yuan met by 435.11", () => {
    const [planned, came] = [figure("400e9", "CNY", "2024"), figure("435.11e9", "CNY", "2024")];
    expect(between(planned, came)).toMatchObject({
      ...{ classes: ["forecast"], outcome: "met" },
      direction: { from: planned, to: came },
    });
  });

  it("finds more than 30 % and 34.4 % of the national increase in grain to be a rounding", () => {
    expect(between(figure("30", "%", "2023"), figure("34.4", "%", "2023"))?.classes).toEqual(["rounding"]);
  });

  it("finds no contradiction that nobody has looked at", () => {
    const contradictions = conflicts(graph).filter(({ classes }) => classes.includes("contradiction"));
    expect(contradictions.map(({ a, b }) => [a, b])).toEqual([]);
  });

  it("says the same of each pair, whichever way round", () => {
    for (const conflict of conflicts(graph)) {
      expect(compareClaims(graph, conflict.b, conflict.a)).toEqual(conflict);
      expect(conflict.reason).toMatch(/\d{4}-\d{2}-\d{2}/);
    }
  });
});

describe("checkDerived on the bundled data", () => {
  const check = (claim: string) => checkDerived(graph, { claim })[0];

  it("finds the zone's 43.66 % in 189.98 of 435.11 billion yuan", () => {
    const share = check(figure("43.66", "%", "2024", "region/xinjiang-ftz"));
    expect(share).toMatchObject({ rule: "share", status: "agrees" });
    expect(share?.computed?.value).toBeCloseTo(43.66, 2);
  });

  it("finds 7 % a year in income from 16,859 to 30,899 yuan", () => {
    expect(check(figure("7", "%", "2015/2024"))).toMatchObject({ status: "agrees" });
  });

  it("flags 45.9 % of growth against 45.0 % from the most precise levels", () => {
    const growth = check(figure("45.9", "%", "2023"));
    expect(growth?.status).toBe("disagrees");
    expect(growth?.computed?.value).toBeCloseTo(45.04, 2);
    expect(growth?.inputs.map(({ claim }) => claim)).toEqual([
      figure("246.36e9", "CNY", "2022"),
      figure("357.33e9", "CNY", "2023"),
    ]);
  });

  it("sets 6.1 % a year of GDP beside 9.2 % and leaves it there", () => {
    const growth = check(figure("6.1", "%", "2015/2024"));
    expect(growth?.status).toBe("unstated basis");
    expect(growth?.computed?.value).toBeCloseTo(9.17, 2);
    expect(growth?.inference).toMatch(/^Editors' inference/);
  });

  it("turns 42.372 million mu into 2.825 million ha, and 6 billion jin into 3 million t", () => {
    const conversions = checkDerived(graph).filter(({ rule }) => rule === "conversion");
    const of = (claim: string) => conversions.find((one) => one.claim === claim);
    expect(of(figure("42.372e6", "mu", "2023"))).toMatchObject({ status: "agrees", unit: "ha" });
    expect(of(figure("6e9", "jin", "2023"))).toMatchObject({ status: "agrees", unit: "t" });
    expect(conversions.filter(({ status }) => status !== "agrees")).toEqual([]);
  });

  it("tells the rate of 7.2 yuan for a dollar that 357 billion yuan and $49.6 billion imply", () => {
    const rate = checkDerived(graph, { claim: figure("357e9", "CNY", "2023") })[0];
    expect(rate).toMatchObject({ rule: "implied rate", status: "implied", unit: "CNY/USD" });
    expect(rate?.computed?.value).toBeCloseTo(7.2, 1);
  });
});

describe("select on the bundled data", () => {
  const ask = { subject: "region/xinjiang", indicator: "indicator/trade-value", at: "2023" } as const;

  it.each([
    ["latest report", "357.33e9"],
    ["most precise", "357.33e9"],
    ["official statistics first", "357.3e9"],
  ] as const)("by %s gives %s for the trade of 2023, with the others beside it", (policy, value) => {
    const { chosen, passedOver, tied } = select(graph, { ...ask, policy });
    expect(chosen?.claim.id).toBe(figure(value, "CNY", "2023"));
    expect(passedOver).toHaveLength(2);
    expect(tied).toEqual([]);
  });
});
