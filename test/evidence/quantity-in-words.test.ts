import { describe, expect, it } from "vitest";
import { quantityInWords, valueInWords } from "../../src/evidence/quantity-in-words.ts";
import { xinjiangOntology } from "../../src/ontology/ontology.ts";

describe("quantityInWords", () => {
  it.each([
    ["=", "8 %"],
    [">", "over 8 %"],
    [">=", "at least 8 %"],
    ["<", "under 8 %"],
    ["<=", "at most 8 %"],
    ["~", "about 8 %"],
    ["nearly", "nearly 8 %"],
  ] as const)("keeps the hedge %s", (comparator, words) => {
    expect(quantityInWords({ value: "8", unit: "%", comparator })).toBe(words);
  });

  it.each([
    ["357.33e9", "357.33 billion"],
    ["300e6", "300 million"],
    ["2.05e12", "2.05 trillion"],
    ["25980000", "25,980,000"],
    ["9092", "9,092"],
    ["183900.50", "183,900.50"],
    ["-12.50", "-12.50"],
    ["1.5e2", "1.5 × 10^2"],
    ["7e-3", "7 × 10^-3"],
    ["1/3", "1/3"],
  ])("keeps the digits of %s as written", (value, words) => {
    expect(valueInWords(value)).toBe(words);
  });

  it("writes units as people read them, those that the ontology declares by their label", () => {
    const unit = (code: string, value = "30"): string =>
      quantityInWords({ value, unit: code }, xinjiangOntology);
    expect(["1", "CNY", "km2", "m3", "kW.h", "a", "mu", "jin", "{route}"].map((code) => unit(code))).toEqual([
      "30",
      "30 CNY",
      "30 km²",
      "30 m³",
      "30 kW·h",
      "30 years",
      "30 mu",
      "30 jin",
      "30 route",
    ]);
    expect(unit("a", "1")).toBe("1 year");
    expect(unit("constructor")).toBe("30 constructor");
  });

  it("sets equivalents of the same sentence beside the figure, each with its own hedge", () => {
    expect(
      quantityInWords({
        value: "42.372e6",
        unit: "mu",
        equivalents: [{ value: "2.825e6", unit: "ha", comparator: "~" }],
      }),
    ).toBe("42.372 million mu (about 2.825 million ha)");
  });

  it("tells the bounds of all readings where a wording has several", () => {
    const times = {
      value: "2.27",
      unit: "1",
      low: "1.27",
      high: "2.27",
      asReported: "increasing by 2.27 times",
    };
    expect(quantityInWords(times)).toBe(
      '2.27, on any reading between 1.27 and 2.27 (reported as "increasing by 2.27 times")',
    );
    expect(quantityInWords({ value: "2", unit: "1", comparator: ">", low: "1" })).toBe(
      "over 2, on any reading over 1",
    );
    expect(quantityInWords({ value: "2", unit: "1", high: "3" })).toBe("2, on any reading at most 3");
    expect(quantityInWords({ value: "2", unit: "1", low: "3" })).toBe("2, on any reading at least 3");
  });
});
