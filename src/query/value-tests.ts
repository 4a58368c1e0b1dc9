/**
 * Tests of attribute values, as plans hold them: checked against what the ontology declares, then compiled.
 */
import { type Issue, show } from "../errors.ts";
import { checkShape, isPlainObject, pointer, type Shape, shapeOfAttribute } from "../model/shape.ts";
import { nearest } from "../nearest.ts";
import type { AttributeDescriptor } from "../ontology/define.ts";

/** Called with each problem of a plan. */
export type PlanReport = (problem: Pick<Issue, "code" | "message" | "path"> & Partial<Issue>) => void;

const BOUNDS = ["above", "atLeast", "below", "atMost"] as const;

/** The tests that an attribute takes besides a value and a list of values. */
function testsOf({ type }: AttributeDescriptor): readonly string[] {
  if (type === "list" || type === "references") return ["known", "contains", "containsAny"];
  return isNumeric(type) ? ["known", "not", ...BOUNDS] : ["known", "not"];
}

function isNumeric(type: AttributeDescriptor["type"]): boolean {
  return type === "number" || type === "integer" || type === "longitude" || type === "latitude";
}

/** Checks a test against the attribute it is of, or against any of several kinds' attributes of that name. */
export function checkValueTest(
  descriptors: readonly AttributeDescriptor[],
  test: unknown,
  path: string,
  report: PlanReport,
): void {
  let first: Parameters<PlanReport>[0][] | undefined;
  for (const descriptor of descriptors) {
    const problems: Parameters<PlanReport>[0][] = [];
    checkOne(descriptor, test, path, (problem) => problems.push(problem));
    if (problems.length === 0) return;
    first ??= problems;
  }
  for (const problem of first ?? []) report(problem);
}

function checkOne(descriptor: AttributeDescriptor, test: unknown, path: string, report: PlanReport): void {
  if (refusesFunction(test, path, report)) return;
  const item: Shape = itemShape(descriptor);
  const list = descriptor.type === "list" || descriptor.type === "references";
  if (!isPlainObject(test)) {
    if (!list) return checkValues(test, item, path, report);
    const message = `Found ${show(test)}; a list is tested by { contains: … } or { containsAny: […] }.`;
    return report({ code: "plan/unknown-test", path, message });
  }
  const known = testsOf(descriptor);
  const names = Object.keys(test).filter((name) => test[name] !== undefined);
  if (names.length === 0) report(unknownTest("nothing", known, path));
  for (const name of names) {
    const at = pointer(path, name);
    const value = test[name];
    if (refusesFunction(value, at, report)) continue;
    if (!known.includes(name)) report(unknownTest(name, known, at));
    else if (name === "known") checkPlanShape(value, { type: "boolean" }, at, report);
    else if ((BOUNDS as readonly string[]).includes(name))
      checkPlanShape(value, { type: "number" }, at, report);
    else checkValues(value, item, at, report);
  }
  if (names.length > 1 && !names.every((name) => (BOUNDS as readonly string[]).includes(name))) {
    const message = `Found ${names.join(" and ")} in one test; give one of them, or bounds of a number together.`;
    report({ code: "plan/invalid-value", path, message });
  }
}

function itemShape(descriptor: AttributeDescriptor): Shape {
  const shape = shapeOfAttribute(descriptor);
  return shape.type === "list" ? shape.of : shape;
}

function checkValues(value: unknown, shape: Shape, path: string, report: PlanReport): void {
  if (!Array.isArray(value)) return checkPlanShape(value, shape, path, report);
  value.forEach((one, i) => {
    if (!refusesFunction(one, pointer(path, i), report)) checkPlanShape(one, shape, pointer(path, i), report);
  });
}

/** Checks one value of a plan against a shape; whatever is wrong with it is `plan/invalid-value`. */
export function checkPlanShape(value: unknown, shape: Shape, path: string, report: PlanReport): void {
  if (refusesFunction(value, path, report)) return;
  checkShape(value, shape, path, (problem) => report({ ...problem, code: "plan/invalid-value" }));
}

/** Reports a function by name: a plan holds data, so that it can be written down. */
export function refusesFunction(value: unknown, path: string, report: PlanReport): boolean {
  if (typeof value !== "function") return false;
  const message = `Found the function ${show(value.name || "anonymous")}; a plan holds data only. Write the test as data, or filter the rows afterwards.`;
  report({ code: "plan/function", path, message });
  return true;
}

/** The problem of a test that there is not. */
export function unknownTest(
  found: string,
  known: readonly string[],
  path: string,
): Parameters<PlanReport>[0] {
  const near = nearest(found, known);
  const hint = near ? `did you mean "${near}"?` : `expected one of ${known.join(", ")}.`;
  return { code: "plan/unknown-test", path, message: `Found the test ${show(found)}; ${hint}` };
}

/** A compiled test: asked of the attribute's value, `undefined` where it is not recorded. */
export type CompiledTest = (value: unknown) => boolean;

/** Compiles a checked test. */
export function compileValueTest(test: unknown): CompiledTest {
  if (Array.isArray(test)) {
    const values = new Set<unknown>(test);
    return (value) => values.has(value);
  }
  if (!isPlainObject(test)) return (value) => value === test;
  if (test.known !== undefined) return (value) => (value !== undefined) === test.known;
  if (test.not !== undefined) {
    const not = asSet(test.not);
    return (value) => value !== undefined && !not.has(value);
  }
  if (test.contains !== undefined) {
    const all = [...asSet(test.contains)];
    return (value) => Array.isArray(value) && all.every((one) => value.includes(one));
  }
  if (test.containsAny !== undefined) {
    const any = asSet(test.containsAny);
    return (value) => Array.isArray(value) && value.some((one) => any.has(one));
  }
  const {
    above = -Infinity,
    atLeast = -Infinity,
    below = Infinity,
    atMost = Infinity,
  } = test as Record<string, number>;
  return (value) =>
    typeof value === "number" && value > above && value >= atLeast && value < below && value <= atMost;
}

/** One value or several as a set. */
export function asSet(value: unknown): ReadonlySet<unknown> {
  return new Set(Array.isArray(value) ? value : [value]);
}

/** Reports names that an object may not have. */
export function checkFields(
  object: object,
  known: readonly string[],
  path: string,
  report: PlanReport,
): void {
  for (const name of Object.keys(object)) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    const hint = near ? `did you mean "${near}"?` : `expected some of ${known.join(", ")}.`;
    const message = `${show(name)} is no field here; ${hint}`;
    report({ code: "plan/unknown-field", path: pointer(path, name), message });
  }
}

/** Whether a value is a whole number from 0. */
export function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
