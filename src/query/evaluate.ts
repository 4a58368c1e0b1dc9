/**
 * Plans evaluated over the one primitive of `expand.ts`: on a graph in memory at once, on anything that answers later
 * with the same code.
 */
import { notFound } from "../errors.ts";
import type { KnowledgeGraph } from "../graph/knowledge-graph.ts";
import { foldName } from "../graph/name-index.ts";
import { compareIds, entityNumbers, type ReadGraph } from "../graph/read-graph.ts";
import { type GraphLike, readGraph } from "../graph/temporal-index.ts";
import type { Ontology } from "../ontology/define.ts";
import { DAY_MAX, type Day } from "../time/partial-date.ts";
import { type AnyGroup, groupRows } from "./aggregate.ts";
import { type Answer, answer, emptyTally, type Tally } from "./answer.ts";
import { addTally, compileSteps } from "./compile-steps.ts";
import { compileEntityTests } from "./entity-tests.ts";
import { type Expander, expanderOf } from "./expand.ts";
import { lastDayAsked } from "./filter.ts";
import type { EntityTests, Plan, PlanGroup } from "./plan.ts";
import { checkedPlan } from "./plan-parse.ts";
import { RowTree } from "./row-tree.ts";
import { runSteps } from "./run-steps.ts";
import { type AnyRow, type Found, rowObject } from "./tree-rows.ts";

/** Rows found, and what was set aside. */
export interface Evaluation extends Found {
  readonly tally: Tally;
}

/**
 * The rows of a plan: the same that the builder gives which made it, in the same order. A plan that groups gives its
 * groups. Rows hold the graph's own records; treat them as frozen. Cost: the claims of the entities on the way.
 *
 * @throws InvalidQueryError with every problem in `issues` (codes of `parsePlan`) if the plan is not sound;
 *   NotFoundError `graph/unknown-entity`; InvalidQueryError of grouping
 * @example
 * const plan = query(graph).from("port/biedieli").out("opensTo").plan();
 * evaluate(graph, parsePlan(JSON.stringify(plan)))[0]?.id; // "country/kyrgyzstan"
 */
export function evaluate<O extends Ontology, Ids extends string>(
  graph: KnowledgeGraph<O, Ids>,
  plan: Plan & { readonly group: PlanGroup },
): Answer<AnyGroup>;
export function evaluate<O extends Ontology, Ids extends string>(
  graph: KnowledgeGraph<O, Ids>,
  plan: Plan,
): Answer<AnyRow>;
export function evaluate(graph: GraphLike, plan: Plan): Answer<unknown> {
  const read = readGraph(graph);
  return answerOf(runPlan(read, checkedPlan(plan, read.ontology)), plan);
}

/** The answer to an evaluated plan: its groups where it groups, else its rows. */
export function answerOf(found: Evaluation, plan: Plan): Answer<unknown> {
  if (plan.group) return answer(groupRows(found, plan.group) as unknown[], found.tally);
  const rows: AnyRow[] = [];
  for (const row of found.rows) rows.push(rowObject(found, row));
  return answer(rows, found.tally);
}

/** Runs a sound plan on a graph in memory, which answers at once, so that the run goes through to its end. */
export function runPlan(read: ReadGraph, plan: Plan): Evaluation {
  return planRun(read, plan, expanderOf(read)).next().value as Evaluation;
}

/** Runs a sound plan over a primitive that may answer later. `read` gives entities and claims by number. */
export async function runPlanLater(read: ReadGraph, plan: Plan, expander: Expander): Promise<Evaluation> {
  const running = planRun(read, plan, expander);
  let step = running.next();
  while (!step.done) {
    await step.value;
    step = running.next();
  }
  return step.value;
}

function* planRun(
  read: ReadGraph,
  plan: Plan,
  expander: Expander,
): Generator<Promise<void>, Evaluation, void> {
  const reportedBy = lastDayAsked("reportedBy", plan.filter?.reportedBy);
  const statedBy = lastDayAsked("statedBy", plan.filter?.statedBy);
  const tally = emptyTally();
  const { steps, names, walks } = compileSteps(read, plan, expander, reportedBy);
  const tree = new RowTree();
  const from = startingEntities(read, plan.from, reportedBy).map((entity) => tree.start(entity));
  const rows = yield* runSteps({ read, tree, names, tally, reportedBy, statedBy }, steps, from);
  for (const walk of walks) addTally(tally, walk.expand.tally);
  return { read, tree, names, rows, reportedBy, statedBy, tally };
}

/** The entities that a query begins from: given ids in their order, others ordered by id. */
function startingEntities(read: ReadGraph, tests: EntityTests, until = DAY_MAX): readonly number[] {
  const { id, kind, ...rest } = tests;
  const given = typeof id === "string" ? [id] : Array.isArray(id) ? [...new Set(id as string[])] : undefined;
  if (given) {
    const entities = given.map((one) => knownEntity(read, one));
    return passing(read, entities, kind === undefined ? rest : { kind, ...rest }, until);
  }
  // Kept in order of id, so that beginning with a kind neither looks at the other entities nor sorts.
  if (id === undefined && typeof kind === "string" && rest.names === undefined)
    return passing(read, read.entitiesOfKind(kind), rest, until);
  const entities = passing(read, candidatesFor(read, tests), tests, until);
  return [...entities].sort((a, b) => compareIds(read.entityId(a), read.entityId(b)));
}

function passing(
  read: ReadGraph,
  entities: readonly number[],
  tests: EntityTests,
  until: Day,
): readonly number[] {
  if (Object.values(tests).every((test) => test === undefined)) return entities;
  const test = compileEntityTests(read, tests, until);
  return entities.filter((entity) => test(read.entity(entity)));
}

function candidatesFor(read: ReadGraph, { names }: EntityTests): readonly number[] {
  const whole = typeof names === "string" ? names : names?.is;
  return whole === undefined ? entityNumbers(read) : read.entitiesNamed(foldName(whole));
}

function knownEntity(read: ReadGraph, id: string): number {
  const number = read.entityNumber(id);
  if (number >= 0) return number;
  const known = entityNumbers(read)
    .slice(0, 200_000)
    .map((entity) => read.entityId(entity));
  throw notFound("graph/unknown-entity", "entity", id, [...Object.keys(read.ontology.kinds), ...known]);
}
