import { describe, expect, it } from "vitest";
import {
  checkOntology,
  defineKind,
  defineOntology,
  type RelationDefinition,
} from "../../src/ontology/define.ts";
import { findKind, findRelation, timeBehaviourOf, xinjiangOntology } from "../../src/ontology/ontology.ts";

const iri = "https://example.org/x";
const town = defineKind({
  label: "town",
  plural: "towns",
  description: "A town",
  attributes: {},
  iri,
  color: "#000000",
});
const base: Omit<RelationDefinition, "between" | "attributes"> = {
  label: "r",
  inverse: "rOf",
  inverseLabel: "r of",
  description: "r",
  time: "state",
  path: true,
  quantity: "none",
  template: "{subject} r {object}",
  iri,
};
const define = (relation: object, kinds: object = { town }): unknown =>
  defineOntology({
    name: "t",
    iri,
    kinds: kinds as never,
    relations: { r: { ...base, between: { town: ["town"] }, attributes: {}, ...relation } } as never,
  });

describe("defineOntology", () => {
  it.each<[string, object, string]>([
    ["a kind that is not declared", { between: { town: ["city"] } }, "ontology/unknown-kind"],
    [
      "a symmetric relation that goes one way only",
      { symmetric: true, between: { town: ["hill"] } },
      "ontology/asymmetric-ends",
    ],
    [
      "an attribute called type",
      { attributes: { type: { type: "text", description: "t" } } },
      "ontology/reserved-attribute",
    ],
    [
      "a functional key that is no field",
      { functional: { key: ["nothing"], value: "object" } },
      "ontology/functional-key",
    ],
    ["an inverse that is a relation's name", { inverse: "r" }, "ontology/inverse-clash"],
    [
      "an attribute name that is no name",
      { attributes: { "a b": { type: "text", description: "t" } } },
      "ontology/bad-name",
    ],
  ])("refuses %s", (_what, relation, code) => {
    const hill = { ...town };
    expect(() => define(relation, { town, hill })).toThrow(expect.objectContaining({ code }));
  });

  it("returns it deeply frozen", () => {
    const { kinds } = defineOntology({ name: "t", iri, kinds: { town }, relations: {} });
    expect(Object.isFrozen(kinds.town.attributes)).toBe(true);
  });
});

describe("the bundled ontology", () => {
  it("contradicts itself nowhere", () => {
    expect(() => checkOntology(xinjiangOntology)).not.toThrow();
  });

  it("has the ten kinds", () => {
    expect(Object.keys(xinjiangOntology.kinds).sort()).toEqual(
      [
        "country",
        "event",
        "indicator",
        "official",
        "organization",
        "policy",
        "port",
        "project",
        "region",
        "route",
      ].sort(),
    );
  });

  it("names no attribute `type`, which crashes drawing libraries", () => {
    for (const { attributes } of [
      ...Object.values(xinjiangOntology.kinds),
      ...Object.values(xinjiangOntology.relations),
    ]) {
      expect(Object.keys(attributes)).not.toContain("type");
    }
  });

  it("reads templates only over fields that a claim of the relation has", () => {
    for (const [name, relation] of Object.entries(xinjiangOntology.relations)) {
      const slots = Array.from(relation.template.matchAll(/\{(\w+)\}/g), (match) => match[1]);
      const fields = ["subject", "object", ...Object.keys(relation.attributes)];
      expect(
        slots.filter((slot) => !fields.includes(slot as string)),
        name,
      ).toEqual([]);
    }
  });

  it("keeps paths out of figures, ranks and criticism", () => {
    const closed = Object.entries(xinjiangOntology.relations)
      .filter(([, relation]) => !relation.path)
      .map(([name]) => name);
    expect(closed.sort()).toEqual(["criticizes", "observed", "ranked", "sanctions"]);
  });

  it("finds definitions by own name only", () => {
    expect(findKind(xinjiangOntology, "port")?.label).toBe("port");
    expect(findKind(xinjiangOntology, "__proto__")).toBeUndefined();
    expect(findRelation(xinjiangOntology, "constructor")).toBeUndefined();
  });

  it("takes a figure's behaviour in time from what its indicator measures", () => {
    const { observed } = xinjiangOntology.relations;
    expect(timeBehaviourOf(observed, { measure: "stock" })).toBe("state");
    expect(timeBehaviourOf(observed, { measure: "flow" })).toBe("period");
  });
});
