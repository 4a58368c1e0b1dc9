import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KnowledgeGraphError } from "../../src/errors.ts";
import { boundsOfQuantity, numberOf, readDecimal } from "../../src/model/quantity.ts";

describe("boundsOfQuantity", () => {
  it("is good to half a unit of the last written digit", () => {
    expect(boundsOfQuantity({ value: "357.33e9", unit: "CNY" })).toMatchObject({
      low: 357.325e9,
      high: 357.335e9,
    });
    expect(boundsOfQuantity({ value: "300e6", unit: "CNY" })).toMatchObject({ low: 299.5e6, high: 300.5e6 });
    expect(boundsOfQuantity({ value: "9092", unit: "km" })).toMatchObject({ low: 9091.5, high: 9092.5 });
  });

  it("takes a plain count and a written fraction as exact", () => {
    expect(boundsOfQuantity({ value: "18", unit: "1" })).toMatchObject({ low: 18, high: 18 });
    expect(boundsOfQuantity({ value: "1/3", unit: "1" })).toMatchObject({ low: 1 / 3, high: 1 / 3 });
    expect(boundsOfQuantity({ value: "3.3e6", unit: "1" })).toMatchObject({ low: 3.25e6, high: 3.35e6 });
  });

  it("leaves `over` unbounded hardly and to a tenth more softly, the value itself excluded", () => {
    expect(boundsOfQuantity({ value: "400e9", unit: "CNY", comparator: ">" })).toEqual({
      value: 400e9,
      low: 400e9,
      high: Infinity,
      excludesLow: true,
      excludesHigh: false,
      softLow: 400e9,
      softHigh: 440e9,
    });
  });

  it("reads `about` as five per cent either way and `nearly` as up to a tenth less", () => {
    const about = boundsOfQuantity({ value: "100", unit: "%", comparator: "~" });
    expect([about.low, about.high, about.softLow, about.softHigh]).toEqual([-Infinity, Infinity, 95, 105]);
    const nearly = boundsOfQuantity({ value: "180", unit: "km2", comparator: "nearly" });
    expect([nearly.softLow, nearly.high, nearly.excludesHigh]).toEqual([162, 180, true]);
  });

  it("lets stated bounds enclose both readings of an ambiguous wording", () => {
    const bounds = boundsOfQuantity({ value: "2.27", unit: "1", low: "1.27", high: "2.27" });
    expect(bounds.low).toBeCloseTo(1.265);
    expect(bounds.high).toBeCloseTo(2.275);
  });

  it("keeps a stated lower bound open above when the wording says more than", () => {
    expect(boundsOfQuantity({ value: "2", unit: "1", comparator: ">", low: "1" })).toMatchObject({
      low: 1,
      high: Infinity,
    });
  });

  it("adjusts to another convention for hedges", () => {
    const wide = boundsOfQuantity(
      { value: "100", unit: "1", comparator: "~" },
      { about: 0.2, nearly: 0.1, over: 0.1 },
    );
    expect([wide.softLow, wide.softHigh]).toEqual([80, 120]);
  });

  it("refuses what is not a decimal with a code and the remedy", () => {
    const refused = (): unknown => boundsOfQuantity({ value: "a lot", unit: "1" });
    expect(refused).toThrow(KnowledgeGraphError);
    expect(refused).toThrow(/"357.33e9"/);
  });

  it("always holds the value within its soft and hard bounds", () => {
    const comparators = fc.constantFrom("=", ">", ">=", "<", "<=", "~", "nearly");
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(9), comparators, (mantissa, exponent, comparator) => {
        const bounds = boundsOfQuantity({
          value: `${mantissa}e${exponent}`,
          unit: "CNY",
          comparator: comparator as "=",
        });
        expect(bounds.low).toBeLessThanOrEqual(bounds.value);
        expect(bounds.high).toBeGreaterThanOrEqual(bounds.value);
        expect(bounds.softLow).toBeGreaterThanOrEqual(bounds.low);
        expect(bounds.softHigh).toBeLessThanOrEqual(bounds.high);
      }),
    );
  });
});

describe("readDecimal", () => {
  it.each(["", " 1", "1 ", "1,000", "1.", ".5", "1e", "0x10", "١٢", "1/0", "NaN", "Infinity", "1e9999"])(
    "refuses %j",
    (text) => {
      expect(readDecimal(text)).toBeUndefined();
    },
  );

  it("reads digits as written", () => {
    expect(readDecimal("2.05e12")).toEqual({ value: 2.05e12, halfUnit: 0.5e10 });
    expect(numberOf({ value: "1/5" })).toBe(0.2);
  });
});
