import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  commonFigures,
  figureContext,
  figureIn,
  figureOf,
  isRounding,
  rangesMeet,
  spread,
} from "../../src/evidence/figure.ts";
import type { Quantity } from "../../src/model/quantity.ts";
import { xinjiangOntology } from "../../src/ontology/ontology.ts";
import { COMPARATORS } from "../../src/ontology/vocabulary.ts";

const context = figureContext(xinjiangOntology);
const figure = (value: string, comparator: Quantity["comparator"] = "=", unit = "CNY") =>
  figureOf({ value, unit, comparator }, context);

describe("figureOf", () => {
  it("keeps apart what digits allow, what words allow and what is ordinarily meant", () => {
    const over = figure("357e9", ">");
    expect([over.digits.low, over.digits.high]).toEqual([356.5e9, 357.5e9]);
    expect([over.firm.low, over.firm.high, over.firm.excludesLow]).toEqual([357e9, Infinity, true]);
    expect(over.near.high).toBeCloseTo(392.7e9);
  });

  it("lets `over` reach as far as a rounded-down figure, within a quarter", () => {
    expect(figure("30", ">", "%").near.high).toBe(37.5);
    expect(figure("6.1e9", ">").near.high).toBeCloseTo(6.71e9);
    expect(figure("1/2", ">", "1").near.high).toBeCloseTo(0.55);
  });
});

describe("isRounding", () => {
  it.each<[string, Quantity["comparator"], string, boolean]>([
    ["357e9", ">", "357.33e9", true],
    ["357.3e9", "=", "357.33e9", true],
    ["30", ">", "34.4", true],
    ["30", ">", "44.4", false],
    ["180", "nearly", "176", true],
    ["180", "nearly", "181", false],
    ["100", "~", "103", true],
    ["100", "~", "120", false],
    ["400", "<", "395", true],
    ["400", "<=", "420", false],
    ["189.98", "~", "189.98", true],
    ["357.4e9", "=", "357.33e9", false],
  ])("of %s (%s) for %s is %s", (coarse, comparator, fine, expected) => {
    expect(isRounding(figure(coarse, comparator), figure(fine))).toBe(expected);
  });

  it("never takes a hedged figure for the more precise one", () => {
    expect(isRounding(figure("60", ">"), figure("61", ">"))).toBe(false);
  });
});

describe("rangesMeet", () => {
  const range = (low: number, high: number, excludesLow = false, excludesHigh = false) => ({
    low,
    high,
    excludesLow,
    excludesHigh,
  });

  it("minds whether a shared end belongs to both", () => {
    expect(rangesMeet(range(0, 1), range(1, 2))).toBe(true);
    expect(rangesMeet(range(0, 1, false, true), range(1, 2))).toBe(false);
    expect(rangesMeet(range(0, 1), range(1, 2, true))).toBe(false);
    expect(rangesMeet(range(60, Infinity), range(50, Infinity))).toBe(true);
  });

  it("lets figures of very many digits meet themselves", () => {
    const { digits } = figure("1.000000000000000001e9");
    expect(rangesMeet(digits, digits)).toBe(true);
    expect(rangesMeet(figure("10000100.00").digits, range(0, Infinity))).toBe(true);
  });

  it("is symmetric, and holds where one range holds a number inside the other", () => {
    const any = fc
      .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 50 }), fc.boolean(), fc.boolean())
      .map(([low, width, a, b]) => range(low, low + width, a && width > 0, b && width > 0));
    const inside = (n: number, r: ReturnType<typeof range>): boolean =>
      (r.excludesLow ? n > r.low : n >= r.low) && (r.excludesHigh ? n < r.high : n <= r.high);
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(rangesMeet(a, b)).toBe(rangesMeet(b, a));
        const halves = Array.from({ length: 401 }, (_, i) => i / 2 - 100);
        expect(rangesMeet(a, b)).toBe(halves.some((n) => inside(n, a) && inside(n, b)));
      }),
    );
  });
});

describe("figureIn and commonFigures", () => {
  it("convert by declared factors only", () => {
    expect(figureIn({ value: "42.372e6", unit: "mu" }, "ha", context)?.value).toBeCloseTo(2.8248e6);
    expect(figureIn({ value: "1", unit: "CNY" }, "USD", context)).toBeUndefined();
  });

  it("take a source's own equivalent for a figure in that unit", () => {
    const yuan = { value: "357e9", unit: "CNY", equivalents: [{ value: "49.6e9", unit: "USD" }] };
    const [a, b] = commonFigures(yuan, { value: "50e9", unit: "USD" }, context) ?? [];
    expect([a?.value, b?.value, a?.unit]).toEqual([49.6e9, 50e9, "USD"]);
  });

  it("keep the order of low, value and high in any unit", () => {
    const quantity = fc.record({
      value: fc.integer({ min: -1000, max: 1000 }).map(String),
      unit: fc.constantFrom("mu", "ha", "km2", "%", "1", "jin"),
      comparator: fc.constantFrom(...COMPARATORS),
    });
    fc.assert(
      fc.property(quantity, fc.constantFrom("m2", "%", "t"), (one, unit) => {
        const { value, digits, firm, near } = figureIn(one, unit, context) ?? figureOf(one, context);
        for (const { low, high } of [digits, firm, near]) {
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
        }
        expect(spread(figureOf(one, context))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
