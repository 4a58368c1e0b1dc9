/**
 * Checks plans that were not built here: form, names, kinds and relations at every step, tests and filters. Every
 * problem is told, not only the first.
 */
import { KnowledgeGraphError, show } from "../errors.ts";
import { isPlainObject, pointer } from "../model/shape.ts";
import type { Ontology } from "../ontology/define.ts";
import { checkClaimTests } from "./claim-tests.ts";
import { checkEntityTests } from "./entity-tests.ts";
import { kindSet, kindsWalked, unionOf } from "./kind-flow.ts";
import { PLAN_VERSION, stepNameProblem } from "./plan.ts";
import { checkPlanFilter } from "./plan-filter-check.ts";
import { checkGroup, checkKey } from "./plan-key-check.ts";
import { joinStandings, relationsWalked, type Standing, startKinds, wordsOf } from "./standing.ts";
import { checkFields, isCount, type PlanReport, refusesFunction } from "./value-tests.ts";

const PLAN_FIELDS = ["version", "from", "steps", "filter", "group"];
const DEEPEST = 32;

/** Reports every problem of a plan. */
export function checkPlan(plan: unknown, ontology: Ontology, report: PlanReport): void {
  if (refusesFunction(plan, "", report)) return;
  if (!isPlainObject(plan)) {
    return report({
      code: "plan/wrong-type",
      path: "",
      message: `Found ${show(plan)}, expected a plan object.`,
    });
  }
  if (plan.version !== PLAN_VERSION) {
    const message = `Found version ${show(plan.version)}, expected ${PLAN_VERSION}; this library reads no other.`;
    return report({ code: "plan/unknown-version", path: "/version", message });
  }
  checkFields(plan, PLAN_FIELDS, "", report);
  const all = kindSet(ontology);
  checkEntityTests(ontology, all.kinds, plan.from, "/from", report);
  if (plan.filter !== undefined) checkPlanFilter(plan.filter, "/filter", report);
  const start = { ontology, kinds: startKinds(ontology, plan.from), last: [], names: new Map() };
  const end = checkSteps(plan.steps, start, "/steps", report, 0);
  if (plan.group !== undefined) checkGroup(plan.group, end, "/group", report);
}

function checkSteps(
  steps: unknown,
  start: Standing,
  path: string,
  report: PlanReport,
  depth: number,
): Standing {
  if (!Array.isArray(steps)) {
    report({ code: "plan/wrong-type", path, message: `Found ${show(steps)}, expected a list of steps.` });
    return start;
  }
  if (depth > DEEPEST) {
    report({ code: "plan/too-deep", path, message: `Steps stand more than ${DEEPEST} deep in one another.` });
    return start;
  }
  return steps.reduce<Standing>((at, step, i) => checkStep(step, at, pointer(path, i), report, depth), start);
}

/** Reports every problem of one step, and tells where one stands after it. `depth` is 0 in the query itself. */
export function checkStep(
  step: unknown,
  at: Standing,
  path: string,
  report: PlanReport,
  depth: number,
): Standing {
  if (refusesFunction(step, path, report)) return at;
  const name = isPlainObject(step) ? String(step.step) : "";
  const check = Object.hasOwn(STEPS, name) ? STEPS[name] : undefined;
  if (check) return check(step as Fields, at, path, report, depth);
  const message = `Found the step ${show(isPlainObject(step) ? step.step : step)}; expected one of ${Object.keys(STEPS).join(", ")}.`;
  report({ code: "plan/unknown-step", path, message });
  return at;
}

type Fields = Readonly<Record<string, unknown>>;
type StepCheck = (step: Fields, at: Standing, path: string, report: PlanReport, depth: number) => Standing;

const STEPS: Readonly<Record<string, StepCheck>> = {
  walk: checkWalk,
  where(step, at, path, report) {
    checkFields(step, ["step", "entity"], path, report);
    checkEntityTests(at.ontology, at.kinds.kinds, step.entity, `${path}/entity`, report);
    const kind = isPlainObject(step.entity) ? step.entity.kind : undefined;
    if (kind === undefined) return at;
    const kept = [kind].flat();
    return {
      ...at,
      kinds: kindSet(
        at.ontology,
        at.kinds.kinds.filter((one) => kept.includes(one)),
      ),
    };
  },
  whereClaim(step, at, path, report) {
    checkFields(step, ["step", "claim"], path, report);
    if (at.last.length === 0) {
      const message = "No claim has been walked yet; put a walk before whereClaim.";
      report({ code: "plan/no-claim", path, message });
    } else checkClaimTests(at.ontology, at.last, step.claim, `${path}/claim`, report);
    return at;
  },
  as(step, at, path, report) {
    checkFields(step, ["step", "name"], path, report);
    const problem =
      stepNameProblem(step.name) ?? (at.names.has(step.name as string) ? "names a step already" : undefined);
    if (problem === undefined)
      return { ...at, names: new Map([...at.names, [step.name as string, at.kinds]]) };
    report({
      code: "plan/invalid-name",
      path: `${path}/name`,
      message: `The name ${show(step.name)} ${problem}.`,
    });
    return at;
  },
  repeat(step, at, path, report, depth) {
    checkFields(step, ["step", "steps", "min", "max"], path, report);
    const { min, max } = step;
    if (!isCount(min) || !isCount(max) || max < min || max < 1) {
      const message = `Found ${show(min)} to ${show(max)} passes; expected two whole numbers from 0, the second from 1 and not less than the first.`;
      report({ code: "plan/invalid-range", path, message });
    }
    const body = { ...at, last: [], names: new Map() };
    const end = checkSteps(step.steps, body, `${path}/steps`, report, depth + 1);
    if (end.names.size > 0) {
      const message = "Steps that are repeated may not be named; name the step after the repeat.";
      report({ code: "plan/invalid-name", path: `${path}/steps`, message });
    }
    const strays = end.kinds.kinds.filter((kind) => !at.kinds.kinds.includes(kind));
    if (strays.length > 0) {
      const message = `The steps lead to ${strays.join(" and ")}, where they cannot begin again; walk once before the repeat or end it with a test of kind.`;
      report({ code: "plan/illegal-step", path: `${path}/steps`, message });
    }
    return { ...at, kinds: min === 0 ? at.kinds : end.kinds, last: wordsOf(at.last, end.last) };
  },
  optional(step, at, path, report, depth) {
    checkFields(step, ["step", "steps"], path, report);
    return { ...at, names: checkSteps(step.steps, at, `${path}/steps`, report, depth + 1).names };
  },
  union(step, at, path, report, depth) {
    checkFields(step, ["step", "branches"], path, report);
    if (!Array.isArray(step.branches) || step.branches.length === 0) {
      const message = `Found ${show(step.branches)}, expected a list of branches.`;
      report({ code: "plan/wrong-type", path: `${path}/branches`, message });
      return at;
    }
    const ends = step.branches.map((branch, i) =>
      checkSteps(branch, at, `${path}/branches/${i}`, report, depth + 1),
    );
    return joinStandings(ends, at);
  },
  distinct(step, at, path, report, depth) {
    checkFields(step, ["step", "by"], path, report);
    checkPlace("distinct", path, report, depth);
    for (const name of Array.isArray(step.by) ? step.by : step.by === undefined ? [] : [step.by]) {
      if (typeof name === "string" && at.names.has(name)) continue;
      report({
        code: "plan/unknown-name",
        path: `${path}/by`,
        message: `No step before is named ${show(name)}.`,
      });
    }
    if (step.by !== undefined && !Array.isArray(step.by)) {
      report({
        code: "plan/wrong-type",
        path: `${path}/by`,
        message: `Found ${show(step.by)}, expected a list of names.`,
      });
    }
    return at;
  },
  orderBy(step, at, path, report, depth) {
    checkFields(step, ["step", "keys"], path, report);
    checkPlace("orderBy", path, report, depth);
    if (Array.isArray(step.keys))
      for (const [i, key] of step.keys.entries()) checkKey(key, at, `${path}/keys/${i}`, report, ["order"]);
    else
      report({
        code: "plan/wrong-type",
        path: `${path}/keys`,
        message: `Found ${show(step.keys)}, expected a list of keys.`,
      });
    return at;
  },
  limit(step, at, path, report, depth) {
    checkFields(step, ["step", "count", "offset"], path, report);
    checkPlace("limit", path, report, depth);
    if (!isCount(step.count) || !(step.offset === undefined || isCount(step.offset))) {
      const message = `Found ${show(step.count)}${step.offset === undefined ? "" : ` after ${show(step.offset)}`}; expected whole numbers from 0.`;
      report({ code: "plan/invalid-range", path, message });
    }
    return at;
  },
};

function checkWalk(step: Fields, at: Standing, path: string, report: PlanReport): Standing {
  checkFields(step, ["step", "direction", "relations", "filter"], path, report);
  const { direction, relations, filter } = step;
  if (filter !== undefined) checkPlanFilter(filter, `${path}/filter`, report);
  if (direction !== "out" && direction !== "in" && direction !== "both") {
    const message = `Found the direction ${show(direction)}; expected out, in or both.`;
    report({ code: "plan/invalid-value", path: `${path}/direction`, message });
    return { ...at, kinds: kindSet(at.ontology), last: Object.keys(at.ontology.relations) };
  }
  if (relations === undefined) {
    const last = relationsWalked(at, undefined, direction);
    return { ...at, kinds: kindsWalked(at.kinds, undefined, direction), last };
  }
  if (!Array.isArray(relations)) {
    const message = `Found ${show(relations)}, expected a list of relations.`;
    report({ code: "plan/wrong-type", path: `${path}/relations`, message });
    return at;
  }
  let reached = kindSet(at.ontology, []);
  relations.forEach((relation, i) => {
    try {
      reached = unionOf(reached, kindsWalked(at.kinds, [String(relation)], direction));
    } catch (error) {
      if (!(error instanceof KnowledgeGraphError)) throw error;
      const code = error.code === "query/illegal-step" ? "plan/illegal-step" : "plan/unknown-relation";
      report({ code, path: `${path}/relations/${i}`, message: error.message });
    }
  });
  // After a step that is refused, nothing more is said of where one stands.
  const kinds = reached.kinds.length > 0 || relations.length === 0 ? reached : kindSet(at.ontology);
  return { ...at, kinds, last: relations.map(String) };
}

function checkPlace(step: string, path: string, report: PlanReport, depth: number): void {
  if (depth === 0) return;
  report({
    code: "plan/illegal-place",
    path,
    message: `${step} stands inside a branch; put it in the query itself.`,
  });
}
