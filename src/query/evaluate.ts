/**
 * Plans evaluated over the one primitive of `expand.ts`: on a graph in memory at once, on anything that answers later
 * with the same code.
 */
import { notFound } from "../errors.ts";
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import { foldName } from "../graph/name-index.ts";
import { compareIds, entityNumbers, type ReadGraph } from "../graph/read-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { Ontology } from "../ontology/define.ts";
import { DAY_MAX, type Day } from "../time/partial-date.ts";
import { type AnyGroup, groupRows } from "./aggregate.ts";
import { type Answer, answer, emptyTally, type Tally } from "./answer.ts";
import { addTally, type Compilation, type CompiledWalk, compileSteps } from "./compile-steps.ts";
import { compileEntityTests } from "./entity-tests.ts";
import { type Expander, expanderOf } from "./expand.ts";
import { lastDayAsked } from "./filter.ts";
import type { EntityTests, Plan, PlanGroup } from "./plan.ts";
import { checkedPlan } from "./plan-parse.ts";
import { RowTree } from "./row-tree.ts";
import { Pending, runSteps } from "./run-steps.ts";
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
  graph: ReadableGraph<O, Ids>,
  plan: Plan & { readonly group: PlanGroup },
): Answer<AnyGroup>;
export function evaluate<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  plan: Plan,
): Answer<AnyRow>;
export function evaluate(graph: ReadableGraph<Ontology>, plan: Plan): Answer<unknown> {
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

/** Runs a sound plan on a graph in memory, which answers at once. */
export function runPlan(read: ReadGraph, plan: Plan): Evaluation {
  return run(compilePlan(read, plan, expanderOf(read)));
}

/**
 * Runs a sound plan over a primitive that may answer later. `read` gives entities and claims by number. Where a walk
 * must wait, the run ends there and begins again when the answer has come: walks keep what they have found, so nothing
 * is asked twice.
 */
export async function runPlanLater(read: ReadGraph, plan: Plan, expander: Expander): Promise<Evaluation> {
  const compiled = compilePlan(read, plan, expander);
  for (;;) {
    try {
      return run(compiled);
    } catch (pending) {
      if (!(pending instanceof Pending)) throw pending;
      await pending.answer;
    }
  }
}

interface CompiledPlan extends Compilation {
  readonly read: ReadGraph;
  readonly from: readonly number[];
  readonly reportedBy: Day;
  readonly statedBy: Day;
  readonly tally: Tally;
}

function compilePlan(read: ReadGraph, plan: Plan, expander: Expander): CompiledPlan {
  const { filter } = plan;
  const reportedBy = lastDayAsked("reportedBy", filter?.reportedBy);
  const statedBy = lastDayAsked("statedBy", filter?.statedBy);
  const { steps, names, walks } = compileSteps(read, plan, expander, reportedBy);
  const from = startingEntities(read, plan.from, reportedBy);
  return { read, steps, names, walks, from, reportedBy, statedBy, tally: emptyTally() };
}

function run({ read, steps, names, walks, from, reportedBy, statedBy, tally }: CompiledPlan): Evaluation {
  const tree = new RowTree();
  const started: number[] = [];
  for (let i = 0; i < from.length; i++) started.push(tree.start(from[i] as number));
  const rows = runSteps({ read, tree, names, tally, reportedBy, statedBy }, steps, started);
  for (let i = 0; i < walks.length; i++) addTally(tally, (walks[i] as CompiledWalk).expand.tally);
  return { read, tree, names, rows, reportedBy, statedBy, tally };
}

/** The entities that a query begins from: given ids in their order, others ordered by id. */
function startingEntities(read: ReadGraph, tests: EntityTests, until = DAY_MAX): readonly number[] {
  if (typeof tests.id === "string" && asksNoMore(tests)) return [knownEntity(read, tests.id)];
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

/** Whether tests of entities ask for an id alone. */
function asksNoMore(tests: EntityTests): boolean {
  for (const name in tests) if (name !== "id" && tests[name] !== undefined) return false;
  return true;
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
