/**
 * Plans from text, and plans that are known to be sound.
 */
import { FormatError, formatIssue, InvalidQueryError, type Issue } from "../errors.ts";
import type { Ontology } from "../ontology/define.ts";
import { xinjiangOntology } from "../ontology/ontology.ts";
import { frozenCopy, type Plan } from "./plan.ts";
import { checkPlan } from "./plan-check.ts";

/** Plans that were checked or built here, with the ontology they are sound for. They are frozen, so they stay so. */
const sound = new WeakMap<Plan, Ontology>();

/**
 * A plan from JSON text, or from a value that JSON gave: checked against the ontology, copied and deeply frozen.
 *
 * @param ontology the bundled one unless given
 * @throws FormatError `plan/not-json`; InvalidQueryError with every problem in `issues`, and the code of the first:
 *   `plan/unknown-version`, `plan/wrong-type`, `plan/unknown-field`, `plan/unknown-step`, `plan/unknown-kind`,
 *   `plan/unknown-relation`, `plan/illegal-step`, `plan/illegal-place`, `plan/unknown-attribute`, `plan/unknown-test`,
 *   `plan/invalid-value`, `plan/invalid-filter`, `plan/invalid-key`, `plan/invalid-name`, `plan/unknown-name`,
 *   `plan/invalid-range`, `plan/no-claim`, `plan/too-deep`, `plan/function`
 * @example
 * parsePlan('{"version":1,"from":{"kind":"port"},"steps":[{"step":"walk","direction":"out","relations":["holdsOffice"]}]}');
 * // InvalidQueryError: "holdsOffice" does not lead out of port: it leads from official to organization, …
 */
export function parsePlan(json: unknown, ontology: Ontology = xinjiangOntology): Plan {
  const value = typeof json === "string" ? parseJson(json) : json;
  const plan = frozenCopy(checked(value, ontology));
  sound.set(plan, ontology);
  return plan;
}

/** The plan itself, checked unless it is known to be sound. @throws InvalidQueryError as `parsePlan` */
export function checkedPlan(plan: Plan, ontology: Ontology): Plan {
  return sound.get(plan) === ontology ? plan : checked(plan, ontology);
}

/** A frozen copy of a plan that was built soundly. */
export function soundPlan(plan: Plan, ontology: Ontology): Plan {
  const copy = frozenCopy(plan);
  sound.set(copy, ontology);
  return copy;
}

/** Throws what was found, if anything was. */
export function throwIssues(issues: readonly Issue[]): void {
  const [first] = issues;
  if (!first) return;
  const lines = issues.slice(0, 20).map((issue) => `- ${formatIssue(issue)}`);
  const more = issues.length > 20 ? [`- and ${issues.length - 20} more (see error.issues)`] : [];
  const message =
    issues.length === 1
      ? first.message
      : [`${issues.length} problems in the plan:`, ...lines, ...more].join("\n");
  throw new InvalidQueryError(first.code, message, {
    issues: Object.freeze([...issues]),
    ...(first.path !== undefined && { path: first.path }),
  });
}

function checked(value: unknown, ontology: Ontology): Plan {
  const issues: Issue[] = [];
  checkPlan(value, ontology, (problem) => issues.push({ severity: "error", ...problem }));
  throwIssues(issues);
  return value as Plan;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FormatError("plan/not-json", `The plan is not JSON: ${(cause as Error).message}`, { cause });
  }
}
