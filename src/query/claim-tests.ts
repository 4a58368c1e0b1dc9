/**
 * Tests of claims: status, evidence, figure, scope and attributes. A figure is answered by its bounds, so the answer is
 * certain, possible or no.
 */
import { show } from "../errors.ts";
import type { AnyClaim, ReadGraph } from "../graph/read-graph.ts";
import type { Citation } from "../model/citation.ts";
import { boundsOfQuantity } from "../model/quantity.ts";
import { isPlainObject, pointer, type Shape } from "../model/shape.ts";
import { conversionFactor } from "../model/unit.ts";
import { nearest } from "../nearest.ts";
import type { AttributeDescriptor, Ontology } from "../ontology/define.ts";
import { CLAIM_STATUSES, PUBLISHER_CLASSES, STANCES, VOICES } from "../ontology/vocabulary.ts";
import { type ClaimFilter, type Level, lastDayAsked } from "./filter.ts";
import { knownCitations, surenessOf } from "./known.ts";
import type { ClaimTests, QuantityTest, ScopeTest } from "./plan.ts";
import {
  asSet,
  checkPlanShape,
  checkValueTest,
  compileValueTest,
  type PlanReport,
  refusesFunction,
} from "./value-tests.ts";

/** Words of the library's own, tested on the claim's citations. */
const EVIDENCE: Readonly<Record<string, readonly string[] | undefined>> = {
  source: undefined,
  speaker: undefined,
  publisherClass: PUBLISHER_CLASSES,
  voice: VOICES,
  stance: STANCES,
};
const BOUND: Shape = { type: "number" };
const QUANTITY: Shape = {
  type: "object",
  fields: {
    unit: { shape: { type: "text", format: "unit" }, required: true },
    equals: { shape: BOUND },
    above: { shape: BOUND },
    atLeast: { shape: BOUND },
    below: { shape: BOUND },
    atMost: { shape: BOUND },
  },
};
const SCOPE_FIELDS = ["partner", "place", "within", "part"] as const;
const SCOPE: Shape = {
  type: "object",
  fields: Object.fromEntries(SCOPE_FIELDS.map((field) => [field, { shape: { type: "text" } }])),
};

/** Checks tests of claims that are of one of these relations. */
export function checkClaimTests(
  ontology: Ontology,
  relations: readonly string[],
  tests: unknown,
  path: string,
  report: PlanReport,
): void {
  if (refusesFunction(tests, path, report)) return;
  if (!isPlainObject(tests)) return checkPlanShape(tests, { type: "object", fields: {} }, path, report);
  for (const [name, test] of Object.entries(tests)) {
    const at = pointer(path, name);
    if (test === undefined || refusesFunction(test, at, report)) continue;
    if (name === "status") checkWords(test, CLAIM_STATUSES, at, report);
    else if (Object.hasOwn(EVIDENCE, name)) checkWords(test, EVIDENCE[name], at, report);
    else if (name === "quantity") checkPlanShape(test, QUANTITY, at, report);
    else if (name === "scope") {
      if (test !== "none") checkPlanShape(test, SCOPE, at, report);
    } else {
      const declared = declaredBy(ontology, relations, name);
      if (declared.length > 0) checkValueTest(declared, test, at, report);
      else report(unknownClaimTest(ontology, relations, name, at));
    }
  }
}

function checkWords(
  test: unknown,
  values: readonly string[] | undefined,
  path: string,
  report: PlanReport,
): void {
  const shape: Shape = { type: "text", ...(values && { values }) };
  if (!Array.isArray(test)) return checkPlanShape(test, shape, path, report);
  for (const [i, one] of test.entries()) checkPlanShape(one, shape, pointer(path, i), report);
}

/** What the relations declare under a name. */
export function declaredBy(
  ontology: Ontology,
  relations: readonly string[],
  name: string,
): readonly AttributeDescriptor[] {
  return relations.flatMap((relation) => {
    const attributes = ontology.relations[relation]?.attributes ?? {};
    const declared = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    return declared ? [declared] : [];
  });
}

/** The problem of an attribute that none of the relations declares. */
export function unknownClaimTest(
  ontology: Ontology,
  relations: readonly string[],
  name: string,
  path: string,
): Parameters<PlanReport>[0] {
  const known = ["status", "quantity", "scope", ...Object.keys(EVIDENCE)];
  for (const relation of relations)
    known.push(...Object.keys(ontology.relations[relation]?.attributes ?? {}));
  const near = nearest(name, known);
  const hint = near ? `did you mean "${near}"?` : `expected some of ${[...new Set(known)].join(", ")}.`;
  const owners = relations.length > 5 ? "these relations" : relations.join(" and ") || "no relation";
  return {
    code: "plan/unknown-attribute",
    path,
    message: `${show(name)} is nothing that a claim of ${owners} has; ${hint}`,
  };
}

/** A compiled test of claims: 2 where it holds, 1 where it may, 0 where it does not or the claim lacks what is asked. */
export type ClaimTest = (claim: AnyClaim) => Level;

/** Compiles checked tests; of citations, those known by the days that the filter names are tested. */
export function compileClaimTests(
  read: ReadGraph,
  tests: ClaimTests,
  filter: Pick<ClaimFilter, "reportedBy" | "statedBy"> = {},
): ClaimTest {
  const sure: ((claim: AnyClaim) => boolean)[] = [];
  const { quantity, scope, status, ...rest } = tests;
  if (status !== undefined) {
    const statuses = asSet(status);
    sure.push((claim) => statuses.has(claim.status));
  }
  const cited = compileEvidence(read, tests);
  if (scope !== undefined) sure.push(compileScope(scope));
  for (const [name, test] of Object.entries(rest)) {
    if (test === undefined || Object.hasOwn(EVIDENCE, name)) continue;
    const compiled = compileValueTest(test);
    sure.push((claim) => compiled(claim[name]));
  }
  const figure = quantity && compileQuantity(read.ontology, quantity);
  const evidence = cited && testOfKnown(read, cited, filter);
  return (claim) => {
    if (!sure.every((test) => test(claim))) return 0;
    return Math.min(evidence ? evidence(claim) : 2, figure ? figure(claim) : 2) as Level;
  };
}

function testOfKnown(
  read: ReadGraph,
  cited: (citation: Citation) => boolean,
  { reportedBy, statedBy }: Pick<ClaimFilter, "reportedBy" | "statedBy">,
): ClaimTest {
  if (reportedBy === undefined && statedBy === undefined)
    return ({ citations }) => (citations.some(cited) ? 2 : 0);
  const days = [lastDayAsked("reportedBy", reportedBy), lastDayAsked("statedBy", statedBy)] as const;
  return (claim) => {
    const known = knownCitations(read, claim, ...days);
    return surenessOf(
      known.filter(([citation]) => cited(citation)),
      ...days,
    );
  };
}

function compileEvidence(read: ReadGraph, tests: ClaimTests): ((citation: Citation) => boolean) | undefined {
  const parts: ((citation: Citation) => boolean)[] = [];
  const wanted = (
    name: "source" | "speaker" | "publisherClass" | "voice" | "stance",
  ): ReadonlySet<unknown> | undefined => (tests[name] === undefined ? undefined : asSet(tests[name]));
  const [sources, speakers, classes] = [wanted("source"), wanted("speaker"), wanted("publisherClass")];
  const [voices, stances] = [wanted("voice"), wanted("stance")];
  if (sources) parts.push((citation) => sources.has(citation.source));
  if (speakers) parts.push((citation) => speakers.has(citation.speaker));
  if (voices) parts.push((citation) => voices.has(citation.voice));
  if (stances) parts.push((citation) => stances.has(citation.stance));
  if (classes) parts.push((citation) => classes.has(read.sources[citation.source]?.publisher.class));
  return parts.length === 0 ? undefined : (citation) => parts.every((part) => part(citation));
}

function compileScope(test: ScopeTest): (claim: AnyClaim) => boolean {
  if (test === "none") return ({ scope }) => SCOPE_FIELDS.every((field) => scope?.[field] === undefined);
  const asked = SCOPE_FIELDS.filter((field) => test[field] !== undefined);
  return ({ scope }) => asked.every((field) => scope?.[field] === test[field]);
}

function compileQuantity(ontology: Ontology, test: QuantityTest): ClaimTest {
  const { above, atLeast, below, atMost, equals } = test;
  return ({ quantity }) => {
    const factor = quantity && conversionFactor(quantity.unit, test.unit, ontology);
    if (!quantity || factor === undefined) return 0;
    const bounds = boundsOfQuantity(quantity);
    const [low, high] = [bounds.low * factor, bounds.high * factor];
    const { excludesLow, excludesHigh } = bounds;
    let level: Level = 2;
    const both = (certain: boolean, possible: boolean): void => {
      const part = certain ? 2 : possible ? 1 : 0;
      if (part < level) level = part;
    };
    if (above !== undefined) both(low > above || (excludesLow && low >= above), high > above);
    if (atLeast !== undefined) both(low >= atLeast, high > atLeast || (!excludesHigh && high >= atLeast));
    if (below !== undefined) both(high < below || (excludesHigh && high <= below), low < below);
    if (atMost !== undefined) both(high <= atMost, low < atMost || (!excludesLow && low <= atMost));
    if (equals !== undefined) {
      const within = low <= equals && equals <= high;
      const excluded = (excludesLow && low === equals) || (excludesHigh && high === equals);
      both(low === equals && high === equals, within && !excluded);
    }
    return level;
  };
}
