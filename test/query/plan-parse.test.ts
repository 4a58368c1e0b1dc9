/**
 * Plans read from text: every problem at once, nothing by surprise.
 */
import { describe, expect, it } from "vitest";
import { FormatError, InvalidQueryError, parsePlan, xinjiangOntology } from "../../src/index.ts";
import { townOntology } from "../arbitrary-dataset.ts";

function problemsOf(plan: unknown): readonly (readonly [string, string | undefined])[] {
  try {
    parsePlan(JSON.stringify(plan));
  } catch (error) {
    if (error instanceof InvalidQueryError) return error.issues.map((issue) => [issue.code, issue.path]);
    throw error;
  }
  return [];
}

const plan = (...steps: unknown[]): object => ({ version: 1, from: { kind: "port" }, steps });

describe("parsePlan", () => {
  it("reads text and values, and freezes a copy", () => {
    const value = plan({ step: "walk", direction: "out", relations: ["opensTo"] });
    const parsed = parsePlan(JSON.stringify(value));
    expect(parsed).toEqual(value);
    expect(parsePlan(value)).toEqual(value);
    expect(parsePlan(value)).not.toBe(value);
    expect(Object.isFrozen(parsed.steps[0])).toBe(true);
  });

  it("tells every problem at once, with its place", () => {
    const wrong = {
      version: 1,
      from: { kind: "prot", modez: "x" },
      filter: { at: "soon", reportedBy: "2024~", certainty: "sure", wen: "2024" },
      steps: [
        { step: "walk", direction: "out", relations: ["opensTwo"], filter: { status: ["done"] } },
        { step: "as", name: "__proto__" },
        { step: "fly" },
        { step: "limit", count: 1.5 },
        { step: "optional", steps: [{ step: "limit", count: 1 }] },
      ],
      group: { by: { attribute: "id", step: "x" }, measure: "mean" },
      more: 1,
    };
    expect(problemsOf(wrong)).toEqual([
      ["plan/unknown-field", "/more"],
      ["plan/unknown-kind", "/from/kind"],
      ["plan/unknown-attribute", "/from/modez"],
      ["plan/invalid-filter", "/filter/at"],
      ["plan/invalid-filter", "/filter/reportedBy"],
      ["plan/invalid-filter", "/filter/certainty"],
      ["plan/unknown-field", "/filter/wen"],
      ["plan/invalid-filter", "/steps/0/filter/status/0"],
      ["plan/unknown-relation", "/steps/0/relations/0"],
      ["plan/invalid-name", "/steps/1/name"],
      ["plan/unknown-step", "/steps/2"],
      ["plan/invalid-range", "/steps/3"],
      ["plan/illegal-place", "/steps/4/steps/0"],
      ["plan/unknown-name", "/group/by/step"],
      ["plan/invalid-value", "/group/measure"],
    ]);
  });

  it("refuses steps that do not lead anywhere from where one stands", () => {
    expect(problemsOf(plan({ step: "walk", direction: "out", relations: ["holdsOffice"] }))).toEqual([
      ["plan/illegal-step", "/steps/0/relations/0"],
    ]);
    const opens = { step: "walk", direction: "out", relations: ["opensTo"] };
    expect(problemsOf(plan(opens, opens))).toEqual([["plan/illegal-step", "/steps/1/relations/0"]]);
    expect(problemsOf({ ...plan(opens), from: { id: "region/x" } })).toEqual([
      ["plan/illegal-step", "/steps/0/relations/0"],
    ]);
    expect(problemsOf({ ...plan(opens), from: { id: "x" } })).toEqual([]);
  });

  it("checks against the ontology it is given", () => {
    const towns = { version: 1, from: { kind: "town" }, steps: [{ step: "walk", direction: "in" }] };
    expect(parsePlan(towns, townOntology)).toEqual(towns);
    expect(() => parsePlan(towns, xinjiangOntology)).toThrow(/town/);
  });

  it.each([
    ["text that is no JSON", "{", "plan/not-json", FormatError],
    ["another version", '{"version":2}', "plan/unknown-version", InvalidQueryError],
    ["no object", "[]", "plan/wrong-type", InvalidQueryError],
    ["no steps", '{"version":1,"from":{}}', "plan/wrong-type", InvalidQueryError],
    ["a predicate", { version: 1, from: {}, steps: [() => true] }, "plan/function", InvalidQueryError],
    [
      "a predicate within",
      { version: 1, from: { label: () => true }, steps: [] },
      "plan/function",
      InvalidQueryError,
    ],
  ])("refuses %s", (_, input, code, type) => {
    const run = (): unknown => parsePlan(input);
    expect(run).toThrow(type);
    expect(run).toThrow(expect.objectContaining({ code }));
  });

  it("refuses steps nested without end", () => {
    let steps: unknown[] = [];
    for (let i = 0; i < 60; i++) steps = [{ step: "optional", steps }];
    expect(problemsOf(plan(...steps))).toEqual([["plan/too-deep", `/steps/0${"/steps/0".repeat(32)}/steps`]]);
  });

  it("names a function predicate", () => {
    const isNorthern = (lat: number): boolean => lat > 44;
    expect(() => parsePlan({ version: 1, from: { kind: "port", lat: isNorthern }, steps: [] })).toThrow(
      /the function "isNorthern"; a plan holds data only/,
    );
  });
});
