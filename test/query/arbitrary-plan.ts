/**
 * Random sound plans over the towns: random choices, each turned into a step that is legal where it stands.
 */
import fc from "fast-check";
import type { Plan, PlanStep, StepOptions } from "../../src/index.ts";
import { type KindSet, kindSet, kindsAcross, kindsWalked, unionOf } from "../../src/query/kind-flow.ts";
import { townOntology } from "../arbitrary-dataset.ts";

interface Choice {
  readonly sort: "walk" | "walk2" | "as" | "where" | "whereClaim" | "repeat" | "optional" | "union";
  readonly pick: number;
  readonly inner: readonly Choice[];
}

const choice: fc.Memo<Choice> = fc.memo((depth) =>
  fc.record({
    sort: fc.constantFrom(
      ...(["walk", "walk", "walk", "walk2", "walk2", "as", "where", "whereClaim"] as const),
      ...(depth > 1 ? (["repeat", "optional", "union"] as const) : []),
    ),
    pick: fc.nat(1000),
    inner: depth > 1 ? fc.array(choice(depth - 1), { minLength: 1, maxLength: 3 }) : fc.constant([]),
  }),
);

const date = fc.constantFrom("2019", "2021-06", "2023-01-15", "2020/2024", "2022/..");

/** Filters of every sort; most let most claims pass, so that rows are found. */
export const filter: fc.Arbitrary<StepOptions> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<StepOptions>({ certainty: "possible", status: "any" }) },
  {
    weight: 3,
    arbitrary: date.map((at): StepOptions => ({ at, certainty: "possible", status: "any" })),
  },
  { weight: 1, arbitrary: fc.constant<StepOptions>({ reportedBy: "2023-06-30", certainty: "possible" }) },
  {
    weight: 2,
    arbitrary: fc.record(
      {
        at: date,
        during: date,
        before: date,
        startedIn: date,
        reportedBy: fc.constantFrom("2021", "2023-06-30"),
        certainty: fc.constantFrom("certain" as const, "possible" as const),
        status: fc.constantFrom("any" as const, "planned" as const, ["actual" as const, "target" as const]),
        includeDenied: fc.boolean(),
        voice: fc.constantFrom("quoted" as const, "narrated" as const),
      },
      { requiredKeys: [] },
    ),
  },
);

const WALKS = (["out", "in", "both"] as const).flatMap((direction) =>
  Object.keys(townOntology.relations).map((relation) => ({ direction, relation })),
);

class Writer {
  private names = 0;

  constructor(private readonly filters: readonly StepOptions[]) {}

  steps(
    choices: readonly Choice[],
    from: KindSet,
    before: boolean,
    naming: boolean,
  ): [PlanStep[], KindSet, boolean] {
    const steps: PlanStep[] = [];
    let kinds = from;
    let any = before;
    for (const { sort, pick, inner } of choices) {
      if (kinds.kinds.length === 0) break;
      const legal = WALKS.filter((one) => kindsAcross(kinds, one.relation, one.direction).kinds.length > 0);
      const chosen = legal[pick % legal.length];
      if ((sort === "walk" || sort === "walk2") && chosen) {
        const { direction, relation } = chosen;
        const others = legal.filter((one) => one.direction === direction).map((one) => one.relation);
        const relations = sort === "walk" ? [relation] : pick % 3 === 0 ? undefined : others;
        const own = this.filters[pick % (this.filters.length * 3)];
        steps.push({ step: "walk", direction, ...(relations && { relations }), ...(own && { filter: own }) });
        kinds = kindsWalked(kinds, relations, direction);
        any = true;
      } else if (sort === "as" && naming) steps.push({ step: "as", name: `n${this.names++}` });
      else if (sort === "where") {
        const kind = kinds.kinds[pick % kinds.kinds.length] as string;
        steps.push({ step: "where", entity: { kind } });
        kinds = kindSet(townOntology, [kind]);
      } else if (sort === "whereClaim" && any) {
        const tests = [
          { source: "s1" },
          { voice: "quoted", stance: "asserts" },
          { stance: "reports" },
        ] as const;
        steps.push({ step: "whereClaim", claim: tests[pick % tests.length] ?? {} });
      } else if (sort === "repeat") {
        const [body, end, walked] = this.steps(inner, kinds, false, false);
        if (!end.kinds.every((kind) => kinds.kinds.includes(kind))) continue;
        const min = pick % 2;
        steps.push({ step: "repeat", steps: body, min, max: min + 1 + (pick % 2) });
        kinds = min === 0 ? kinds : end;
        any ||= walked;
      } else if (sort === "optional")
        steps.push({ step: "optional", steps: this.steps(inner, kinds, any, naming)[0] });
      else if (sort === "union") {
        const one = this.steps(inner, kinds, any, naming);
        const two = this.steps(inner.slice(1), kinds, any, naming);
        steps.push({ step: "union", branches: [one[0], two[0]] });
        kinds = unionOf(one[1], two[1]);
        any ||= one[2] || two[2];
      }
    }
    return [steps, kinds, any];
  }
}

/** Any sound plan over the towns, without order or limit. */
export const townPlan: fc.Arbitrary<Plan> = fc
  .tuple(
    fc.constantFrom({}, { kind: "person" }, { kind: ["town", "person"] }, { id: ["town/b", "town/a"] }),
    fc.array(choice(3), { minLength: 1, maxLength: 5 }),
    fc.option(filter, { nil: undefined, freq: 8 }),
    fc.array(filter, { minLength: 1, maxLength: 3 }),
  )
  .map(([from, choices, whole, filters]): Plan => {
    const kinds = from.kind ?? (from.id ? ["town"] : Object.keys(townOntology.kinds));
    const [steps] = new Writer(filters).steps(choices, kindSet(townOntology, [kinds].flat()), false, true);
    return { version: 1, from, steps, ...(whole && { filter: whole }) };
  });
