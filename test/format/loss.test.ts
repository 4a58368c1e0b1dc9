import { describe, expect, it } from "vitest";
import { formatLossReport, LossTally } from "../../src/format/loss.ts";

describe("LossTally", () => {
  it("counts by field, kind and reason and keeps the first three examples", () => {
    const tally = new LossTally("X");
    for (let i = 0; i < 5; i++) tally.note("omitted", "claim.b", "no place", `c${i}`, i);
    tally.note("replaced", "claim.b", "no place", "c9", "x");
    tally.note("omitted", "claim.a", "no place", "c9", { deep: "y".repeat(200) });
    const { format, losses } = tally.report();
    expect(format).toBe("X");
    expect(losses.map(({ field, kind, count }) => [field, kind, count])).toEqual([
      ["claim.a", "omitted", 1],
      ["claim.b", "omitted", 5],
      ["claim.b", "replaced", 1],
    ]);
    expect(losses[1]?.examples).toEqual([
      { id: "c0", value: "0" },
      { id: "c1", value: "1" },
      { id: "c2", value: "2" },
    ]);
    expect(losses[0]?.examples[0]?.value.length).toBeLessThanOrEqual(80);
    expect(Object.isFrozen(losses)).toBe(true);
  });
});

describe("formatLossReport", () => {
  it("says what was lost, or that nothing was", () => {
    const tally = new LossTally("X");
    expect(formatLossReport(tally.report())).toBe("X: nothing was lost");
    tally.note("omitted", "claim.a", "X has no place for it", "c1", "v");
    expect(formatLossReport(tally.report())).toBe(
      'X: 1 kind of loss\n- claim.a: 1 omitted, because X has no place for it (c1: "v")',
    );
  });
});
