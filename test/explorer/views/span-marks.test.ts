import { describe, expect, it } from "vitest";
import type { ClaimSpan } from "../../../examples/explorer/src/views/claim-span.ts";
import { spanMarks } from "../../../examples/explorer/src/views/span-marks.ts";
import { timeScale } from "../../../examples/explorer/src/views/time-axis.ts";

/** A pixel a day, the first of a thousand days at pixel 0. */
const scale = timeScale(0, 999, 0, 1000);

const bounded: ClaimSpan = {
  ...{ from: 100, to: 199, core: [120, 179], start: "bounded", end: "bounded" },
  ...{ attested: [], vague: false },
};

const shapes = (span: ClaimSpan): string[] => spanMarks(span, scale).map(({ shape }) => shape);

describe("spanMarks", () => {
  it("draws the core solid and fades to the outermost days", () => {
    expect(spanMarks(bounded, scale)).toEqual([
      { shape: "before", left: 100, right: 120, toward: -1 },
      { shape: "core", left: 120, right: 180 },
      { shape: "after", left: 180, right: 200, toward: 1 },
    ]);
  });

  it("draws no fade where an end is known to the day", () => {
    expect(shapes({ ...bounded, from: 120, to: 179 })).toEqual(["core"]);
  });

  it("ends an open side with an arrow and an unknown one with a question", () => {
    const span: ClaimSpan = { ...bounded, from: -Infinity, to: Infinity, start: "unknown", end: "open" };
    expect(shapes(span)).toEqual(["before", "unknown", "core", "after", "arrow"]);
  });

  it("draws the days within which it lies where no day is certain", () => {
    const { core: _, ...within } = bounded;
    expect(spanMarks(within, scale)).toEqual([{ shape: "within", left: 100, right: 200 }]);
    expect(shapes({ ...within, from: -Infinity, start: "unknown" })).toEqual(["within", "unknown"]);
  });

  it("draws attested days as dots on a thread, with hints that nothing is said beyond", () => {
    const span: ClaimSpan = {
      ...{ from: -Infinity, to: Infinity, core: [100, 300], start: "unsaid", end: "unsaid" },
      ...{ attested: [100, 200, 300], vague: false },
    };
    expect(shapes(span)).toEqual(["hint", "hint", "thread", "dot", "dot", "dot"]);
    expect(shapes({ ...span, attested: [100] })).toEqual(["hint", "hint", "dot"]);
  });

  it("keeps a single day to be seen on an axis of centuries", () => {
    const centuries = timeScale(-100_000, 100_000, 0, 800);
    const [mark] = spanMarks({ ...bounded, from: 50, to: 50, core: [50, 50] }, centuries);
    expect(mark?.shape).toBe("core");
    expect((mark?.right ?? 0) - (mark?.left ?? 0)).toBeGreaterThanOrEqual(4);
  });
});
