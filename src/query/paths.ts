/**
 * Chains of claims from one entity to another.
 */
import type { KnowledgeGraph } from "../graph/knowledge-graph.ts";
import type { ReadGraph, Side } from "../graph/read-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { ClaimOf } from "../model/claim.ts";
import type { Ontology } from "../ontology/define.ts";
import type { RelationOf } from "../ontology/ontology.ts";
import type { Certainty } from "../time/time-question.ts";
import type { SetAside } from "./answer.ts";
import { forEachClaimOf } from "./claim-walk.ts";
import { CERTAINTIES, type ClaimFilter, compileFilter, type Level } from "./filter.ts";
import { entityNumber, relationNumbers } from "./rows.ts";

export interface PathOptions<R extends string = string> extends ClaimFilter {
  /**
   * Relations the path may use, read either way. When absent: all that the ontology lets paths pass through, so not
   * figures, ranks or criticism.
   */
  readonly relation?: R | readonly R[];
}

/** One step of a path. `direction` is `out` where it goes from the claim's subject to its object. */
export interface PathStep<C> {
  readonly from: string;
  readonly to: string;
  readonly direction: Side;
  readonly claim: C;
  readonly certainty: Exclude<Certainty, "no">;
}

/** A path: the entities on the way, both ends included, and the claims between them. */
export interface Path<C> {
  readonly entities: readonly string[];
  readonly steps: readonly PathStep<C>[];
  /** The least certainty of its steps. */
  readonly certainty: Exclude<Certainty, "no">;
}

/** A path, or `undefined` with why claims were set aside. */
export interface PathAnswer<C> {
  readonly path: Path<C> | undefined;
  readonly setAside: SetAside;
}

/**
 * A shortest chain of claims between two entities, claims read in both directions. Of several shortest chains, the one
 * whose claims come first by relation, start and id is taken, so that the answer is always the same. A path from an
 * entity to itself has no steps. Cost: at most all claims that may be used.
 *
 * @throws NotFoundError `graph/unknown-entity`, `graph/unknown-relation`; InvalidQueryError of the filter
 * @example
 * const { path } = shortestPath(graph, "official/chen-weijun", "country/kyrgyzstan", { certainty: "possible" });
 * path?.entities; // ["official/chen-weijun", …, "country/kyrgyzstan"]
 */
export function shortestPath<O extends Ontology, Ids extends string, R extends RelationOf<O> = RelationOf<O>>(
  graph: KnowledgeGraph<O, Ids>,
  from: Ids,
  to: Ids,
  options: PathOptions<R> = {},
): PathAnswer<ClaimOf<O, R>> {
  const read = readGraph(graph);
  const compiled = compileFilter(read, options, PATH_OPTIONS);
  const relations = relationNumbers(read, options.relation) ?? passable(read);
  const start = entityNumber(read, from);
  const goal = entityNumber(read, to);
  const arrivals = new Map<number, Arrival | undefined>([[start, undefined]]);
  let frontier = [start];
  while (frontier.length > 0 && !arrivals.has(goal)) {
    const next: number[] = [];
    for (const entity of frontier) {
      forEachClaimOf(read, entity, "both", relations, compiled, (claim, level, side, other) => {
        if (arrivals.has(other)) return;
        arrivals.set(other, { entity, claim, level, side });
        next.push(other);
      });
    }
    frontier = next;
  }
  const path = arrivals.has(goal) ? trace(read, arrivals, goal) : undefined;
  return { path, setAside: Object.freeze({ ...compiled.tally }) } as never;
}

interface Arrival {
  readonly entity: number;
  readonly claim: number;
  readonly level: Level;
  readonly side: Side;
}

/** Numbers of the relations that a path may pass through. */
export function passable(read: ReadGraph): readonly number[] {
  return [...read.relationNames.keys()].filter(
    (number) => read.ontology.relations[read.relationNames[number] as string]?.path,
  );
}

function trace(
  read: ReadGraph,
  arrivals: ReadonlyMap<number, Arrival | undefined>,
  goal: number,
): Path<unknown> {
  const steps: PathStep<unknown>[] = [];
  let least: Level = 2;
  let at = goal;
  for (let step = arrivals.get(goal); step; step = arrivals.get(step.entity)) {
    steps.unshift({
      from: read.entityId(step.entity),
      to: read.entityId(at),
      direction: step.side,
      claim: read.claim(step.claim),
      certainty: CERTAINTIES[step.level] as Exclude<Certainty, "no">,
    });
    if (step.level < least) least = step.level;
    at = step.entity;
  }
  return {
    entities: [read.entityId(at), ...steps.map((step) => step.to)],
    steps,
    certainty: CERTAINTIES[least] as Exclude<Certainty, "no">,
  };
}
