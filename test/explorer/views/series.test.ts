import { describe, expect, it } from "vitest";
import { daysOf } from "../../../examples/explorer/src/views/claim-span.ts";
import {
  countedIn,
  errorBar,
  figuresTime,
  placeFigures,
  valueScale,
} from "../../../examples/explorer/src/views/series-layout.ts";
import { type Panel, seriesPanels } from "../../../examples/explorer/src/views/series-panels.ts";
import { bundledSelection } from "./selection.ts";

const box = { left: 50, right: 850, top: 20, bottom: 420 };

function panelsOf(indicator: string, knownBy?: string): Panel[] {
  const selection = bundledSelection(knownBy === undefined ? {} : { knownBy });
  return seriesPanels({ ...selection, subject: "region/xinjiang", indicator });
}

describe("seriesPanels", () => {
  it("keeps every report of the trade of 2023, its words and its hedge", () => {
    const [panel, ...others] = panelsOf("indicator/trade-value");
    expect(others).toEqual([]);
    const of2023 = panel?.figures.filter(({ time }) => time === "2023") ?? [];
    expect(of2023.map(({ digits }) => digits).sort()).toEqual([
      "357.3 billion",
      "357.33 billion",
      "over 357 billion",
    ]);
    const over = of2023.find(({ digits }) => digits.startsWith("over"));
    expect([over?.low, over?.high, over?.softHigh]).toEqual([357e9, Infinity, 392.7e9]);
  });

  it("keeps forecasts, marked, and leaves out what was not known yet", () => {
    expect(panelsOf("indicator/trade-value")[0]?.figures.some(({ status }) => status === "expected")).toBe(
      true,
    );
    const early = panelsOf("indicator/trade-value", "2024-03-31")[0]?.figures ?? [];
    expect(early.map(({ digits }) => digits)).toEqual(["over 357 billion"]);
  });

  it("puts figures of another scope into another panel, the whole first", () => {
    expect(panelsOf("indicator/trade-growth").map(({ scope }) => scope)).toEqual([
      "",
      "partner Central Asia",
    ]);
  });

  it("converts units that measure the same into the indicator's own", () => {
    const shares = panelsOf("indicator/share-of-national-china-europe-trains");
    expect(shares).toHaveLength(1);
    expect(shares[0]?.figures.map(({ value }) => value).sort()).toEqual(
      shares[0]?.unit === "%" ? [50, 60] : [0.5, 0.6],
    );
  });

  it("is empty for what the dataset does not have", () => {
    expect(panelsOf("indicator/__proto__")).toEqual([]);
    expect(seriesPanels(bundledSelection())).toEqual([]);
  });
});

describe("placeFigures", () => {
  const [panel] = panelsOf("indicator/trade-value");
  if (!panel) throw new Error("No figure of trade.");
  const time = figuresTime([panel], box.left, box.right);
  const placed = placeFigures(panel, time, valueScale(panel, box), box);

  it("draws a year as long as it is", () => {
    const one = placed.find(({ figure }) => figure.time === "2022");
    expect(one?.from).toBeCloseTo(time.x(daysOf("2022-01-01")[0]));
    expect(one?.to).toBeCloseTo(time.x(daysOf("2023-01-01")[0]));
  });

  it("sets figures of the same time side by side", () => {
    const xs = placed.filter(({ figure }) => figure.time === "2023").map(({ x }) => x);
    expect(xs).toHaveLength(3);
    const [a = 0, b = 0, c = 0] = xs.sort((one, other) => one - other);
    expect(b - a).toBeGreaterThanOrEqual(12);
    expect(c - b).toBeGreaterThanOrEqual(12);
  });

  it("keeps markers and bars within the plot", () => {
    for (const { y, soft, hard } of placed) {
      for (const at of [y, soft.top, soft.bottom, hard.top.y, hard.bottom.y]) {
        expect(at).toBeGreaterThanOrEqual(box.top);
        expect(at).toBeLessThanOrEqual(box.bottom);
      }
    }
  });
});

describe("errorBar", () => {
  const values = (value: number): number => 400 - value;

  it("tells where a figure is meant to lie from what its words allow", () => {
    const bar = errorBar({ value: 100, softLow: 100, softHigh: 110, low: 100, high: Infinity }, values, box);
    expect(bar.soft).toEqual({ top: 290, bottom: 300 });
    expect(bar.hard.bottom).toEqual({ y: 300, open: false });
    expect(bar.hard.top.open).toBe(true);
    expect(bar.hard.top.y).toBeLessThan(bar.soft.top);
  });

  it("is without arrows where both bounds are known", () => {
    const bar = errorBar({ value: 57, softLow: 56.5, softHigh: 57.5, low: 56.5, high: 57.5 }, values, box);
    expect([bar.hard.top.open, bar.hard.bottom.open]).toEqual([false, false]);
  });
});

describe("countedIn", () => {
  it("counts in billions what is billions, and says so", () => {
    expect(countedIn("CNY", [0, 450e9])).toEqual({ factor: 1e9, words: "billion CNY" });
    expect(countedIn("%", [0, 60])).toEqual({ factor: 1, words: "%" });
    expect(countedIn("1", [0, 3e6])).toEqual({ factor: 1e6, words: "million" });
  });
});
