/**
 * Laws of evaluation, for any plan on any small dataset.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assembleGraph, evaluate, type KnowledgeGraph, type Plan, parsePlan } from "../../src/index.ts";
import type { Ontology } from "../../src/ontology/define.ts";
import { townDataset, townOntology } from "../arbitrary-dataset.ts";
import { townPlan } from "./arbitrary-plan.ts";
import { type NaiveRow, naiveRows } from "./naive-evaluate.ts";

type AnyRow = ReturnType<typeof evaluate>[number];

const graphAndPlan = fc
  .tuple(townDataset, townPlan)
  .map(([records, plan]) => [assembleGraph(records, townOntology), parsePlan(plan, townOntology)] as const);

const idOf = (value: unknown): string => (value as { readonly id: string }).id;

/** A row as text, for comparing rows whatever their order. */
function evaluated(row: AnyRow): string {
  const { id, entity, claims, certainty, possibleBecause, lastAttested, ...names } = row;
  const named = Object.entries(names).filter(([, one]) => one !== undefined);
  return JSON.stringify([
    id,
    claims.map(idOf),
    [...possibleBecause].sort(),
    certainty,
    named.map(([name, one]) => [name, idOf(one)]).sort(),
  ]);
}

function naive({ at, claims, doubtful, names }: NaiveRow): string {
  const because = [...new Set(doubtful)].sort();
  const certainty = because.length === 0 ? "certain" : "possible";
  return JSON.stringify([at, claims, because, certainty, Object.entries(names).sort()]);
}

const withSteps = (plan: Plan, ...steps: Plan["steps"]): Plan => ({
  ...plan,
  steps: [...plan.steps, ...steps],
});

describe("evaluate", () => {
  it("gives the rows that reading the plan word for word gives", () => {
    fc.assert(
      fc.property(graphAndPlan, ([graph, plan]) => {
        const expected = naiveRows(graph as unknown as KnowledgeGraph<Ontology>, plan)
          .map(naive)
          .sort();
        expect(evaluate(graph, plan).map(evaluated).sort()).toEqual(expected);
      }),
      { numRuns: 1500 },
    );
  });

  it("gives the same rows in the same order after a round trip through text", () => {
    fc.assert(
      fc.property(graphAndPlan, ([graph, plan]) => {
        const again = parsePlan(JSON.stringify(plan), townOntology);
        expect(again).toEqual(plan);
        expect(evaluate(graph, again)).toEqual(evaluate(graph, plan));
        expect(evaluate(graph, again).setAside).toEqual(evaluate(graph, plan).setAside);
      }),
      { numRuns: 150 },
    );
  });

  it("limits as slicing does", () => {
    fc.assert(
      fc.property(graphAndPlan, fc.nat(5), fc.nat(3), ([graph, plan], count, offset) => {
        const limited = evaluate(graph, withSteps(plan, { step: "limit", count, offset }));
        expect([...limited]).toEqual(evaluate(graph, plan).slice(offset, offset + count));
      }),
      { numRuns: 150 },
    );
  });

  it("gives of a union the rows of one way and then those of the other", () => {
    fc.assert(
      fc.property(graphAndPlan, ([graph, plan]) => {
        const whole = { ...plan, steps: [{ step: "union", branches: [plan.steps, []] } as const] };
        const nothing = { ...plan, steps: [] };
        const plain = (rows: readonly AnyRow[]): unknown => rows.map(evaluated);
        expect(plain(evaluate(graph, whole))).toEqual(
          plain([...evaluate(graph, plan), ...evaluate(graph, nothing)]),
        );
      }),
      { numRuns: 150 },
    );
  });

  it("keeps with distinct one row a place and set of names, none less certain than another", () => {
    fc.assert(
      fc.property(graphAndPlan, ([graph, plan]) => {
        const keyOf = ({
          claims,
          certainty,
          possibleBecause,
          lastAttested,
          entity,
          ...rest
        }: AnyRow): string => JSON.stringify(rest);
        const all = evaluate(graph, plan);
        const once = evaluate(graph, withSteps(plan, { step: "distinct" }));
        expect(once.map(keyOf)).toEqual([...new Set(all.map(keyOf))]);
        for (const row of once) {
          const alike = all.filter((one) => keyOf(one) === keyOf(row));
          expect(row.certainty).toBe(
            alike.some((one) => one.certainty === "certain") ? "certain" : "possible",
          );
        }
        expect(evaluate(graph, withSteps(plan, { step: "distinct" }, { step: "distinct" }))).toEqual(once);
      }),
      { numRuns: 150 },
    );
  });

  it("loses no row by asking for possible ones too", () => {
    fc.assert(
      fc.property(graphAndPlan, ([graph, plan]) => {
        if (JSON.stringify(plan.steps).match(/"certainty"|"optional"/)) return;
        const sure = evaluate(graph, { ...plan, filter: { ...plan.filter, certainty: "certain" } });
        const more = evaluate(graph, { ...plan, filter: { ...plan.filter, certainty: "possible" } });
        expect(more.filter((row) => row.certainty === "certain").map(evaluated)).toEqual(sure.map(evaluated));
        expect(sure.every((row) => row.possibleBecause.length === 0)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
