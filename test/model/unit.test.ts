import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conversionFactor, readUnit } from "../../src/model/unit.ts";
import { defineOntology } from "../../src/ontology/define.ts";
import { xinjiangOntology } from "../../src/ontology/ontology.ts";

const factor = (from: string, to: string): number | undefined => conversionFactor(from, to, xinjiangOntology);

describe("conversionFactor", () => {
  it.each([
    ["mu", "ha", 1 / 15],
    ["jin", "kg", 0.5],
    ["jin", "t", 0.0005],
    ["km2", "ha", 100],
    ["mu", "m2", 10000 / 15],
    ["har", "ha", 1],
    ["kW.h", "TW.h", 1e-9],
    ["kW", "MW", 1e-3],
    ["J", "kW.h", 1 / 3.6e6],
    ["m3", "L", 1000],
    ["t", "kg", 1000],
    ["Mt", "t", 1e6],
    ["%", "1", 0.01],
    ["{trains}", "1", 1],
    ["jin/mu", "kg/ha", 7.5],
    ["CNY/kW.h", "CNY/MW.h", 1000],
    ["h", "min", 60],
    ["a", "mo", 12],
  ])("turns %s into %s", (from, to, expected) => {
    expect(factor(from, to)).toBeCloseTo(expected, 12);
  });

  it("never converts one currency into another", () => {
    expect(factor("CNY", "USD")).toBeUndefined();
    expect(factor("CNY", "CNY")).toBe(1);
  });

  it("knows nothing of units of other dimensions, or of units that nobody declared", () => {
    expect(factor("km", "km2")).toBeUndefined();
    expect(factor("t", "kW")).toBeUndefined();
    expect(factor("TEU", "1")).toBeUndefined();
    expect(factor("TEU", "TEU")).toBe(1);
    expect(conversionFactor("mu", "ha")).toBeUndefined();
  });

  it("takes the units that one's own ontology declares", () => {
    const ontology = defineOntology({
      name: "mine",
      iri: "https://example.org/x",
      kinds: {},
      relations: {},
      units: { desyatina: { label: "desyatina", factor: "1.0925", of: "ha" } },
    });
    expect(conversionFactor("desyatina", "m2", ontology)).toBeCloseTo(10925);
  });

  it("does not run in circles when declared units do", () => {
    const units = {
      a1: { label: "a", factor: "2", of: "b1" },
      b1: { label: "b", factor: "2", of: "a1" },
      self: { label: "self", factor: "2", of: "self" },
    };
    expect(() => conversionFactor("a1", "m", { units })).not.toThrow();
    expect(() => conversionFactor("self", "m", { units })).not.toThrow();
  });

  it("goes there and back", () => {
    const unit = fc.constantFrom(
      "mu",
      "ha",
      "km2",
      "m2",
      "jin",
      "t",
      "kg",
      "%",
      "1",
      "kW.h",
      "GW.h",
      "CNY",
      "d",
      "a",
    );
    fc.assert(
      fc.property(unit, unit, (a, b) => {
        const there = factor(a, b);
        const back = factor(b, a);
        if (there === undefined) expect(back).toBeUndefined();
        else expect(there * (back as number)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("takes any text for a unit of its own, and converts it into itself only", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(factor(text, text)).toBe(1);
        expect(typeof readUnit(text, xinjiangOntology).dimension).toBe("string");
      }),
    );
    expect(factor("__proto__", "constructor")).toBeUndefined();
    expect(factor("", "1")).toBeUndefined();
  });
});
