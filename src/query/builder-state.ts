/**
 * What a builder holds: the plan so far, and where one stands at its end. Every step is checked when it is appended, so
 * that a mistake is told at the line where it is made.
 */
import { InvalidQueryError, type Issue, show } from "../errors.ts";
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import { isPlainObject } from "../model/shape.ts";
import type { Ontology } from "../ontology/define.ts";
import { checkEntityTests } from "./entity-tests.ts";
import type { ClaimFilter } from "./filter.ts";
import { isKind, kindsWalked } from "./kind-flow.ts";
import {
  type EntityTests,
  frozenCopy,
  type OrderKey,
  type Plan,
  type PlanKey,
  type PlanStep,
} from "./plan.ts";
import { checkStep } from "./plan-check.ts";
import { throwIssues } from "./plan-parse.ts";
import { relationsWalked, type Standing, startKinds } from "./standing.ts";

/** A plan in the making; itself a plan, though not yet frozen. */
export interface BuilderState extends Plan {
  readonly graph: ReadableGraph<Ontology>;
  readonly filter: ClaimFilter;
  readonly at: Standing;
  /** Inside `repeat`, `optional` or `union`. */
  readonly branch: boolean;
}

/** One part of the query's filter. */
export type Clause = { readonly [Option in keyof ClaimFilter]?: ClaimFilter[Option] | undefined };

const NO_NAMES: Standing["names"] = new Map();
const NO_WORDS: readonly string[] = Object.freeze([]);
const NO_FILTER: ClaimFilter = Object.freeze({});

/**
 * A query at its beginning.
 * @throws InvalidQueryError `query/invalid-beginning` and the codes of `where`
 */
export function started(
  graph: ReadableGraph<Ontology>,
  ontology: Ontology,
  beginning: unknown,
): BuilderState {
  const from = readBeginning(ontology, beginning);
  const at = { ontology, kinds: startKinds(ontology, from), last: NO_WORDS, names: NO_NAMES };
  return { version: 1, graph, from, steps: [], filter: NO_FILTER, at, branch: false };
}

function readBeginning(ontology: Ontology, beginning: unknown): EntityTests {
  if (typeof beginning === "string")
    return isKind(ontology, beginning) ? { kind: beginning } : { id: beginning };
  if (Array.isArray(beginning) && beginning.every((one) => typeof one === "string")) {
    const kinds = beginning.filter((one) => isKind(ontology, one));
    if (kinds.length === 0) return { id: [...beginning] };
    if (kinds.length === beginning.length) return { kind: kinds };
  } else if (isPlainObject(beginning) || typeof beginning === "function") {
    return collecting((report) => {
      const kinds = startKinds(ontology, beginning).kinds;
      checkEntityTests(ontology, kinds, beginning, "/from", report);
      return frozenCopy(beginning) as EntityTests;
    });
  }
  throw new InvalidQueryError(
    "query/invalid-beginning",
    `Found ${show(beginning)}; expected a kind, an id, a list of kinds or of ids, or tests of entities.`,
    { path: "/from" },
  );
}

/**
 * The query with a step more.
 * @throws InvalidQueryError `query/illegal-step`, `query/in-branch` and the codes of `parsePlan`; NotFoundError
 *   `graph/unknown-relation`
 */
export function appended(state: BuilderState, given: PlanStep): BuilderState {
  const { at, steps } = state;
  if (given.step === "walk") {
    const { direction, relations } = given;
    const kinds = kindsWalked(at.kinds, relations, direction);
    const last = relationsWalked(at, relations, direction);
    const next = { ontology: at.ontology, kinds, last, names: at.names };
    return stateAfter(state, [...steps, given], next, state.filter);
  }
  // Nothing can be wrong with a step that says nothing, outside a branch.
  if (given.step === "distinct" && given.by === undefined && !state.branch)
    return stateAfter(state, [...steps, given], at, state.filter);
  const step = frozenCopy(given);
  const path = `/steps/${steps.length}`;
  const next = collecting((report) => checkStep(step, at, path, report, state.branch ? 1 : 0));
  return stateAfter(state, [...steps, step], next, state.filter);
}

/** Field by field: a spread costs more than the query. */
function stateAfter(
  { graph, from, branch }: BuilderState,
  steps: readonly PlanStep[],
  at: Standing,
  filter: ClaimFilter,
): BuilderState {
  return { version: 1, graph, from, steps, filter, at, branch };
}

function collecting<T>(check: (report: (problem: Omit<Issue, "severity">) => void) => T): T {
  const issues: Issue[] = [];
  const value = check((problem) => issues.push({ ...problem, severity: "error" }));
  throwIssues(issues);
  return value;
}

/** Where a branch begins: no steps, no names, and for a repeat no claim. */
export function branched(state: BuilderState, repeated: boolean): BuilderState {
  const at = repeated ? { ...state.at, last: [], names: NO_NAMES } : state.at;
  return { ...state, at, steps: [], filter: NO_FILTER, branch: true };
}

/**
 * The query with a clause more.
 * @throws InvalidQueryError `query/clause-given-twice`, `query/empty-clause`, `query/in-branch`
 */
export function clauseGiven(state: BuilderState, clause: Clause): BuilderState {
  if (state.branch) {
    const [name] = Object.keys(clause);
    throw new InvalidQueryError(
      "query/in-branch",
      `.${name} counts for the whole query; inside a branch, give it to a step: .out(relation, { ${name}: … }).`,
    );
  }
  for (const name in clause) {
    if (clause[name as keyof ClaimFilter] !== undefined) continue;
    throw new InvalidQueryError("query/empty-clause", `.${name} was given nothing; say what it is to be.`);
  }
  const { steps, at, filter } = state;
  // The object as given keeps its shape, which later reads are quick for.
  if (filter === NO_FILTER) return stateAfter(state, steps, at, clause as ClaimFilter);
  const again = Object.keys(clause).find((name) => filter[name as keyof ClaimFilter] !== undefined);
  if (again === undefined) return stateAfter(state, steps, at, { ...filter, ...clause } as ClaimFilter);
  throw new InvalidQueryError(
    "query/clause-given-twice",
    `.${again} is given twice, and it counts for the whole query; to ask one step alone, give it to the step: .out(relation, { ${again}: … }).`,
  );
}

/** What rows are ordered by, as a plan has it. */
export function orderKeys(keys: readonly unknown[]): OrderKey[] {
  return keys.map((key) => (typeof key === "string" ? { attribute: key } : (withAttribute(key) as OrderKey)));
}

/** What rows are grouped by, as a plan has it: the entity stood on, when nothing is said. */
export function groupKey({ at }: BuilderState, by: unknown): PlanKey {
  if (by === undefined) return { attribute: "id" };
  if (typeof by === "string") return at.names.has(by) ? { attribute: "id", step: by } : { attribute: by };
  return withAttribute(by) as PlanKey;
}

function withAttribute(key: unknown): unknown {
  return isPlainObject(key) && key.step !== undefined && key.attribute === undefined
    ? { ...key, attribute: "id" }
    : key;
}
