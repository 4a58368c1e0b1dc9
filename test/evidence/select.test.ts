import { describe, expect, it } from "vitest";
import { InvalidQueryError } from "../../src/errors.ts";
import { type SELECTION_POLICIES, select } from "../../src/evidence/select.ts";
import { figureGraph } from "./figure-records.ts";

const trade = (id: string, value: string, more: object = {}) =>
  ({ id, on: "trade", value, unit: "CNY", valid: "2023", ...more }) as const;

const graph = figureGraph({}, [
  trade("over-357", "357e9", { comparator: ">", source: "daily-2024" }),
  trade("357.3", "357.3e9", { source: "office-2024" }),
  trade("357.33", "357.33e9", { source: "daily-2025" }),
  trade("2024", "435.11e9", { valid: "2024", source: "daily-2025" }),
]);
const ask = { subject: "region/xinjiang", indicator: "indicator/trade", at: "2023" } as const;

describe("select", () => {
  it.each([
    ["latest report", "357.33", ["357.3", "over-357"]],
    ["most precise", "357.33", ["357.3", "over-357"]],
    ["official statistics first", "357.3", ["357.33", "over-357"]],
  ] as const)("by %s chooses %s and tells what it passed over", (policy, chosen, others) => {
    const selection = select(graph, { ...ask, policy });
    expect(selection.chosen?.claim.id).toBe(chosen);
    expect(selection.passedOver.map(({ point }) => point.claim.id)).toEqual(others);
    expect(selection.passedOver.every(({ why }) => why.length > 10)).toBe(true);
  });

  it("gives the reason by which each was passed over", () => {
    const why = (policy: (typeof SELECTION_POLICIES)[number]) =>
      select(graph, { ...ask, policy }).passedOver.map((one) => one.why);
    expect(why("latest report")).toEqual([
      "reported earlier (2024-06-27, chosen: 2025-03-07)",
      "reported earlier (2024-03-07, chosen: 2025-03-07)",
    ]);
    expect(why("most precise")).toEqual([
      "less precise (within 0.028 %, chosen: 0.0028 %)",
      "less precise (within 10 %, chosen: 0.0028 %)",
    ]);
    expect(why("official statistics first")[0]).toBe("from state media (chosen: government)");
  });

  it("reports ties instead of breaking them in silence, and lets a later policy settle them", () => {
    const tied = select(graph, { ...ask, policy: "official statistics first", classes: ["state media"] });
    expect(tied.chosen?.claim.id).toBe("357.33");
    expect(tied.tied.map(({ claim }) => claim.id)).toEqual(["over-357"]);
    expect(tied.passedOver.find(({ point }) => point.claim.id === "over-357")?.why).toMatch(/^tied/);
    const settled = select(graph, {
      ...ask,
      classes: ["state media"],
      policy: ["official statistics first", "latest report"],
    });
    expect(settled.tied).toEqual([]);
    expect(settled.policy).toBe("official statistics first (state media), then latest report");
    expect(settled.passedOver.map(({ why }) => why)).toEqual([
      "reported earlier (2024-03-07, chosen: 2025-03-07)",
      "from government (chosen: state media)",
    ]);
  });

  it("takes the later time of one report, where several times are asked for", () => {
    const { chosen, passedOver } = select(graph, { ...ask, at: "2023/2024", policy: "latest report" });
    expect(chosen?.claim.id).toBe("2024");
    expect(passedOver[0]?.why).toBe("reported as late, but of an earlier time (2023, chosen: 2024)");
  });

  it("takes a policy of one's own", () => {
    const { chosen, policy } = select(graph, { ...ask, policy: (a, b) => a.value - b.value });
    expect([chosen?.claim.id, policy]).toEqual(["over-357", "the caller's own policy"]);
    const nonsense = (): number => Number.NaN;
    expect(select(graph, { ...ask, policy: nonsense }).tied).toHaveLength(2);
  });

  it("chooses among what one could know by a day", () => {
    const early = select(graph, { ...ask, policy: "latest report", reportedBy: "2024-03-31" });
    expect([early.chosen?.claim.id, early.passedOver]).toEqual(["over-357", []]);
  });

  it("chooses nothing where there is nothing, and says what was set aside", () => {
    const selection = select(graph, { ...ask, at: "1950", policy: "most precise" });
    expect([selection.chosen, selection.passedOver, selection.tied]).toEqual([undefined, [], []]);
    expect(selection.setAside.time).toBe(4);
  });

  it("refuses a policy that it does not know", () => {
    expect(() => select(graph, { ...ask, policy: "the true one" as never })).toThrow(InvalidQueryError);
    expect(() => select(graph, { ...ask, policy: undefined as never })).toThrow(InvalidQueryError);
  });
});
