/**
 * Tests of entities: kind, id, names and attributes, checked against the ontology and compiled for one graph.
 */
import { show } from "../errors.ts";
import { citationDays } from "../graph/claim-times.ts";
import { foldName } from "../graph/name-index.ts";
import type { AnyEntity, ReadGraph } from "../graph/read-graph.ts";
import type { Name } from "../model/entity.ts";
import { isPlainObject, pointer } from "../model/shape.ts";
import { nearest } from "../nearest.ts";
import type { AttributeDescriptor, Ontology } from "../ontology/define.ts";
import { DAY_MAX, type Day } from "../time/partial-date.ts";
import type { EntityTests, NameTest } from "./plan.ts";

import {
  asSet,
  type CompiledTest,
  checkPlanShape,
  checkValueTest,
  compileValueTest,
  type PlanReport,
  refusesFunction,
  unknownTest,
} from "./value-tests.ts";

const NAME_TESTS = ["is", "startsWith", "contains", "lang"] as const;
const TEXT: AttributeDescriptor = { type: "text", description: "A text" };

/** Checks tests of entities that are of one of these kinds. */
export function checkEntityTests(
  ontology: Ontology,
  kinds: readonly string[],
  tests: unknown,
  path: string,
  report: PlanReport,
): void {
  if (refusesFunction(tests, path, report)) return;
  if (!isPlainObject(tests)) return checkPlanShape(tests, { type: "object", fields: {} }, path, report);
  for (const [name, test] of Object.entries(tests)) {
    const at = pointer(path, name);
    if (test === undefined) continue;
    if (name === "kind") checkKinds(ontology, test, at, report);
    else if (name === "id") checkValueTest([TEXT], test, at, report);
    else if (name === "names") checkNameTest(test, at, report);
    else if (name === "label") checkValueTest([TEXT], test, at, report);
    else {
      const declared = attributesOf(ontology, kinds, name);
      if (declared.length > 0) checkValueTest(declared, test, at, report);
      else if (!refusesFunction(test, at, report)) report(unknownAttribute(ontology, kinds, name, at));
    }
  }
}

function checkKinds(ontology: Ontology, test: unknown, path: string, report: PlanReport): void {
  const known = Object.keys(ontology.kinds);
  for (const kind of Array.isArray(test) ? test : [test]) {
    if (refusesFunction(kind, path, report) || (typeof kind === "string" && known.includes(kind))) continue;
    const near = nearest(String(kind), known);
    const hint = near ? `did you mean "${near}"?` : `expected some of ${known.join(", ")}.`;
    report({ code: "plan/unknown-kind", path, message: `Found the kind ${show(kind)}; ${hint}` });
  }
}

function checkNameTest(test: unknown, path: string, report: PlanReport): void {
  if (!isPlainObject(test)) return checkPlanShape(test, { type: "text" }, path, report);
  for (const [name, value] of Object.entries(test)) {
    const at = pointer(path, name);
    if (refusesFunction(value, at, report) || value === undefined) continue;
    if ((NAME_TESTS as readonly string[]).includes(name)) checkPlanShape(value, { type: "text" }, at, report);
    else report(unknownTest(name, NAME_TESTS, at));
  }
}

/** What the kinds declare under a name. */
export function attributesOf(
  ontology: Ontology,
  kinds: readonly string[],
  name: string,
): readonly AttributeDescriptor[] {
  const owners = kinds.map((kind) => ontology.kinds[kind]?.attributes ?? {});
  return owners.flatMap((attributes) => (Object.hasOwn(attributes, name) ? [attributes[name] ?? TEXT] : []));
}

/** The problem of an attribute that none of the kinds declares. */
export function unknownAttribute(
  ontology: Ontology,
  kinds: readonly string[],
  name: string,
  path: string,
): Parameters<PlanReport>[0] {
  const known = kinds.flatMap((kind) => Object.keys(ontology.kinds[kind]?.attributes ?? {}));
  const near = nearest(name, known);
  const owners = kinds.join(" and ") || "nothing";
  const message = `${show(name)} is no attribute of ${owners}${near ? `; did you mean "${near}"?` : `; expected some of ${[...new Set(["id", "label", "kind", ...known])].join(", ")}.`}`;
  return { code: "plan/unknown-attribute", path, message };
}

/** Compiles checked tests. Names written only by sources published after `until` do not count. */
export function compileEntityTests(
  read: ReadGraph,
  tests: EntityTests,
  until: Day = DAY_MAX,
): (entity: AnyEntity) => boolean {
  const parts: [name: string, test: CompiledTest][] = [];
  for (const [name, test] of Object.entries(tests)) {
    if (test === undefined) continue;
    if (name === "names") parts.push([name, compileNames(read, test as NameTest, until)]);
    else if (name === "kind" || name === "id") {
      const wanted = asSet(test);
      parts.push([name, isPlainObject(test) ? compileValueTest(test) : (value) => wanted.has(value)]);
    } else parts.push([name, compileValueTest(test)]);
  }
  const [only, another] = parts;
  if (only && !another) return (entity) => only[1](entity[only[0]]);
  return (entity) => parts.every(([name, test]) => test(entity[name]));
}

function compileNames(read: ReadGraph, test: NameTest, until: Day): CompiledTest {
  const { is, startsWith, contains, lang } =
    typeof test === "string" ? ({ is: test } as Exclude<NameTest, string>) : test;
  const fold = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : foldName(text);
  const [whole, start, part] = [fold(is), fold(startsWith), fold(contains)];
  const matches = (name: Name): boolean => {
    if (lang !== undefined && name.lang !== lang && !name.lang.startsWith(`${lang}-`)) return false;
    const folded = foldName(name.value);
    if (whole !== undefined && folded !== whole) return false;
    if (start !== undefined && !folded.startsWith(start)) return false;
    if (part !== undefined && !folded.includes(part)) return false;
    return isKnownBy(read, name, until);
  };
  return (names) => (names as readonly Name[]).some(matches);
}

function isKnownBy(read: ReadGraph, name: Name, until: Day): boolean {
  if (until === DAY_MAX || name.source === undefined) return true;
  const cited = { source: name.source, voice: "narrated", stance: "asserts" } as const;
  return citationDays(cited, read.sources[name.source]).reported.first <= until;
}
