/**
 * Checks the filter of a plan: every field by itself, so that all problems are told at once.
 */
import { KnowledgeGraphError, show } from "../errors.ts";
import { isPlainObject, pointer, type Shape } from "../model/shape.ts";
import { nearest } from "../nearest.ts";
import { CLAIM_STATUSES, PUBLISHER_CLASSES, VOICES } from "../ontology/vocabulary.ts";
import { compileTimeClause } from "../time/time-question.ts";
import { lastDayAsked } from "./filter.ts";
import { checkPlanShape, type PlanReport, refusesFunction } from "./value-tests.ts";

type FieldCheck = (value: unknown, path: string, report: PlanReport, filter: object) => void;

const TIME: FieldCheck = (value, path, report, filter) => {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const beside = name === "throughout" || name === "attestedWithin";
  const question = "overlaps" in filter ? { overlaps: "2000" } : { at: "2000" };
  if (name === "throughout" && !("at" in filter || "overlaps" in filter)) {
    return report({
      code: "plan/invalid-filter",
      path,
      message: "throughout says nothing without at or overlaps.",
    });
  }
  attempt(() => compileTimeClause({ ...(beside && question), [name]: value }), path, report);
};
const DAY: FieldCheck = (value, path, report) =>
  attempt(() => lastDayAsked(path.slice(path.lastIndexOf("/") + 1), value as string), path, report);

const FIELDS: Readonly<Record<string, FieldCheck>> = {
  at: TIME,
  during: TIME,
  before: TIME,
  after: TIME,
  overlaps: TIME,
  startedIn: TIME,
  throughout: TIME,
  attestedWithin: TIME,
  reportedBy: DAY,
  statedBy: DAY,
  certainty: shaped({ type: "text", values: ["certain", "possible"] }),
  status: (value, path, report) =>
    value === "any" ? undefined : words(CLAIM_STATUSES)(value, path, report, {}),
  source: words(),
  speaker: words(),
  publisherClass: words(PUBLISHER_CLASSES),
  voice: words(VOICES),
  includeDenied: shaped({ type: "boolean" }),
};

/** Reports every problem of a filter under its path. */
export function checkPlanFilter(filter: unknown, path: string, report: PlanReport): void {
  if (refusesFunction(filter, path, report)) return;
  if (!isPlainObject(filter)) {
    return report({
      code: "plan/wrong-type",
      path,
      message: `Found ${show(filter)}, expected a filter object.`,
    });
  }
  for (const [name, value] of Object.entries(filter)) {
    const at = pointer(path, name);
    if (value === undefined || refusesFunction(value, at, report)) continue;
    const check = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
    if (check) check(value, at, report, filter);
    else {
      const near = nearest(name, Object.keys(FIELDS));
      const hint = near ? `did you mean "${near}"?` : `expected some of ${Object.keys(FIELDS).join(", ")}.`;
      report({
        code: "plan/unknown-field",
        path: at,
        message: `${show(name)} is no field of a filter; ${hint}`,
      });
    }
  }
}

function shaped(shape: Shape): FieldCheck {
  return (value, path, report) =>
    checkPlanShape(value, shape, path, (problem) => report({ ...problem, code: "plan/invalid-filter" }));
}

function words(values?: readonly string[]): FieldCheck {
  const one = shaped({ type: "text", ...(values && { values }) });
  return (value, path, report, filter) => {
    if (!Array.isArray(value)) return one(value, path, report, filter);
    for (const [i, word] of value.entries()) one(word, pointer(path, i), report, filter);
  };
}

function attempt(read: () => unknown, path: string, report: PlanReport): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof KnowledgeGraphError)) throw error;
    report({ code: "plan/invalid-filter", path, message: error.message });
  }
}
