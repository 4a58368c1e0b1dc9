import { describe, expect, it } from "vitest";
import { defineKind, defineOntology, defineRelation } from "../../src/ontology/define.ts";
import { xinjiangOntology } from "../../src/ontology/ontology.ts";

const iri = "https://example.org/x";
const town = defineKind({
  ...{ label: "town", plural: "towns", description: "A town", iri, color: "#000000" },
  attributes: {},
});
const define = (functional: object, units?: object): unknown =>
  defineOntology({
    ...{ name: "t", iri, kinds: { town } },
    relations: {
      r: defineRelation({
        ...{ label: "r", inverse: "rOf", inverseLabel: "r of", description: "r", iri },
        between: { town: ["town"] },
        attributes: {
          grade: { type: "text", description: "Grade" },
          orBetter: { type: "boolean", description: "Or better" },
        },
        ...{ time: "state", path: true, quantity: "none", template: "{subject} r {object}" },
        functional: functional as never,
      }),
    },
    ...(units && { units: units as never }),
  });

describe("a functional relation", () => {
  it("may not let an attribute differ, and may name the one that makes it `this or less`", () => {
    expect(() => define({ key: ["object"], value: "grade", upTo: "orBetter" })).not.toThrow();
  });

  it.each([
    { key: [], value: "nothing" },
    { key: [], value: "quantity" },
    { key: [], value: "grade", upTo: "nothing" },
  ])("refuses %j, which it does not declare", (functional) => {
    expect(() => define(functional)).toThrow(expect.objectContaining({ code: "ontology/functional-key" }));
  });
});

describe("units of an ontology", () => {
  it("are kept, frozen, and handed on by spreading", () => {
    expect(xinjiangOntology.units?.mu).toEqual({ label: "mu", factor: "1/15", of: "ha" });
    expect(Object.isFrozen(xinjiangOntology.units)).toBe(true);
    expect(defineOntology({ ...xinjiangOntology, name: "mine" }).units).toEqual(xinjiangOntology.units);
  });

  it.each(["", "0", "-1", "1/0", "1e3", "two", "0.0"])("refuse the factor %j", (factor) => {
    const units = { x: { label: "x", factor, of: "m" } };
    expect(() => define({ key: [], value: "object" }, units)).toThrow(
      expect.objectContaining({ code: "ontology/bad-unit" }),
    );
  });
});
