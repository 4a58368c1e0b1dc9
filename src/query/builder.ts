/**
 * The typed builder: each method appends to a plan and gives a new builder. What callers see of it stands in
 * `builder-types.ts`.
 */
import { InvalidQueryError, show } from "../errors.ts";
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { Ontology } from "../ontology/define.ts";
import type { Direction } from "../ontology/ontology.ts";
import { type Answer, answer } from "./answer.ts";
import { BuiltGroups } from "./builder-built-groups.ts";
import {
  appended,
  type BuilderState,
  branched,
  type Clause,
  clauseGiven,
  groupKey,
  orderKeys,
  started,
} from "./builder-state.ts";
import type { QueryStart } from "./builder-types.ts";
import { answerOf, type Evaluation, runPlan } from "./evaluate.ts";
import type { ClaimFilter } from "./filter.ts";
import { Places } from "./places.ts";
import {
  type ClaimTests,
  type EntityTests,
  frozenCopy,
  type Plan,
  type PlanGroup,
  type PlanStep,
  type WalkStep,
} from "./plan.ts";
import { soundPlan } from "./plan-parse.ts";
import { claimRow } from "./rows.ts";
import { type AnyRow, claimsOfRows, rowObject, rowPath } from "./tree-rows.ts";

/**
 * Begins a query: `query(graph).from("port").out("opensTo")…`. Every step is checked against the ontology at compile
 * time, from the kind one stands on; what rows hold follows from the steps. Nothing runs until results are asked for.
 *
 * A row is one way to walk the steps, with the claims walked: `certain` if every claim is. Only certain rows are given
 * unless `.possible()` asks for the others; `setAside` beside the rows counts the claims left out, and why.
 *
 * @example
 * const rows = query(graph).from("port").as("port").out("opensTo").at("2024").possible().toArray();
 * rows.map((row) => [row.port.label, row.entity.label, row.certainty]);
 * // [["China-Kyrgyzstan Biedieli Port", "Kyrgyzstan", "certain"], ["Horgos Road Port", "Kazakhstan", "possible"]]
 */
export function query<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
): QueryStart<O, Ids> {
  const ontology: Ontology = readGraph(graph).ontology;
  const start = { from: (from: unknown) => new Builder(started(graph, ontology, from)) };
  return start as unknown as QueryStart<O, Ids>;
}

type Steps = (from: Builder) => Builder;

const DISTINCT: PlanStep = Object.freeze({ step: "distinct" });

class Builder implements Iterable<AnyRow> {
  constructor(private readonly state: BuilderState) {}

  out(relation?: string | readonly string[], options?: ClaimFilter): Builder {
    return this.walk("out", relation, options);
  }

  in(relation?: string | readonly string[], options?: ClaimFilter): Builder {
    return this.walk("in", relation, options);
  }

  both(relation?: string | readonly string[], options?: ClaimFilter): Builder {
    return this.walk("both", relation, options);
  }

  where(entity: EntityTests): Builder {
    return this.append({ step: "where", entity });
  }

  ofKind(kind: string | readonly string[]): Builder {
    return this.append({ step: "where", entity: { kind } });
  }

  whereClaim(claim: ClaimTests): Builder {
    return this.append({ step: "whereClaim", claim });
  }

  as(name: string): Builder {
    return this.append({ step: "as", name });
  }

  repeat(steps: Steps, min: number, max: number): Builder {
    return this.append({ step: "repeat", steps: this.branch(steps, true), min, max });
  }

  optional(steps: Steps): Builder {
    return this.append({ step: "optional", steps: this.branch(steps) });
  }

  union(...branches: Steps[]): Builder {
    return this.append({ step: "union", branches: branches.map((steps) => this.branch(steps)) });
  }

  distinct(...by: string[]): Builder {
    return this.append(by.length > 0 ? { step: "distinct", by } : DISTINCT);
  }

  orderBy(...keys: unknown[]): Builder {
    return this.append({ step: "orderBy", keys: orderKeys(keys) });
  }

  limit(count: number, offset?: number): Builder {
    return this.append({ step: "limit", count, ...(offset !== undefined && { offset }) });
  }

  groupBy(by?: unknown): { readonly [M in PlanGroup["measure"]]: (of?: string) => BuiltGroups } {
    const key = groupKey(this.state, by);
    const groups = (measure: PlanGroup["measure"], of?: string): BuiltGroups =>
      new BuiltGroups(this.state, { by: key, measure, ...(of !== undefined && { of }) });
    return {
      count: (of) => groups("count", of),
      sum: () => groups("sum"),
      min: () => groups("min"),
      max: () => groups("max"),
    };
  }

  at(at: string, options?: { readonly throughout?: boolean }): Builder {
    return this.clause(options ? { at, ...options } : { at });
  }

  during(during: string): Builder {
    return this.clause({ during });
  }

  before(before: string): Builder {
    return this.clause({ before });
  }

  after(after: string): Builder {
    return this.clause({ after });
  }

  overlaps(overlaps: string, options?: { readonly throughout?: boolean }): Builder {
    return this.clause(options ? { overlaps, ...options } : { overlaps });
  }

  startedIn(startedIn: string): Builder {
    return this.clause({ startedIn });
  }

  attestedWithin(attestedWithin: string): Builder {
    return this.clause({ attestedWithin });
  }

  reportedBy(reportedBy: string): Builder {
    return this.clause({ reportedBy });
  }

  statedBy(statedBy: string): Builder {
    return this.clause({ statedBy });
  }

  possible(): Builder {
    return this.clause({ certainty: "possible" });
  }

  status(...statuses: string[]): Builder {
    return this.clause({ status: statuses[0] === "any" ? "any" : (statuses as never) });
  }

  toArray(): Answer<AnyRow> {
    return answerOf(this.found(), this.state) as Answer<AnyRow>;
  }

  *[Symbol.iterator](): Iterator<AnyRow> {
    const found = this.found();
    for (const row of found.rows) yield rowObject(found, row);
  }

  first(): AnyRow | undefined {
    const found = this.found();
    const [row] = found.rows;
    return row === undefined ? undefined : rowObject(found, row);
  }

  count(): number {
    return this.found().rows.length;
  }

  ids(): readonly string[] {
    const { read, tree, rows } = this.found();
    const seen = new Places();
    const ids: string[] = [];
    for (const row of rows) if (seen.add(tree.entity(row))) ids.push(read.entityId(tree.entity(row)));
    return ids;
  }

  paths(): Answer<object> {
    const found = this.found();
    return answer(
      found.rows.map((row) => rowPath(found, row)),
      found.tally,
    );
  }

  claims(): Answer<object> {
    const found = this.found();
    const rows = claimsOfRows(found).map(([claim, level]) => claimRow(found.read, claim, level));
    return answer(rows, found.tally);
  }

  plan(): Plan {
    const { from, steps, filter } = this.state;
    const plan = { version: 1, from, steps, ...(Object.keys(filter).length > 0 && { filter }) } as const;
    return soundPlan(plan, this.state.at.ontology);
  }

  private walk(direction: Direction, relation: unknown, options: ClaimFilter | undefined): Builder {
    const relations = Array.isArray(relation) ? [...relation] : relation !== undefined && [String(relation)];
    const walk = { step: "walk", direction } as { -readonly [Field in keyof WalkStep]: WalkStep[Field] };
    if (relations) walk.relations = relations;
    if (options) walk.filter = frozenCopy(options);
    return this.append(walk);
  }

  private append(step: Parameters<typeof appended>[1]): Builder {
    return new Builder(appended(this.state, step));
  }

  private clause(clause: Clause): Builder {
    return new Builder(clauseGiven(this.state, clause));
  }

  private branch(steps: Steps, repeated = false): BuilderState["steps"] {
    const built: unknown =
      typeof steps === "function" ? steps(new Builder(branched(this.state, repeated))) : steps;
    if (built instanceof Builder && built.state.branch) return built.state.steps;
    throw new InvalidQueryError(
      "query/invalid-branch",
      `Found ${show(built)}; expected a function that takes the builder it is given and returns it with steps.`,
    );
  }

  private found(): Evaluation {
    if (!this.state.branch) return runPlan(readGraph(this.state.graph), this.state);
    throw new InvalidQueryError(
      "query/in-branch",
      "Results are asked of the query itself, not of a branch of .repeat, .optional or .union.",
    );
  }
}
