/**
 * Chains of claims from one entity to another.
 */

import { Head, objectOf, Slot, subjectOf } from "../graph/claim-layout.ts";
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import type { ReadGraph, Side } from "../graph/read-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { ClaimOf } from "../model/claim.ts";
import type { Ontology } from "../ontology/define.ts";
import type { RelationOf } from "../ontology/ontology.ts";
import type { Certainty } from "../time/time-question.ts";
import type { SetAside } from "./answer.ts";
import { EntityMarks } from "./entity-marks.ts";
import { CERTAINTIES, type ClaimFilter, type ClaimJudge, compileFilter, type Level } from "./filter.ts";
import { queryOptions } from "./filter-options.ts";
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
 * entity to itself has no steps. The search ends where the goal is reached, and `setAside` counts what it came upon.
 * Cost: at most all claims that may be used.
 *
 * @throws NotFoundError `graph/unknown-entity`, `graph/unknown-relation`; InvalidQueryError of the filter
 * @example
 * const { path } = shortestPath(graph, "official/chen-weijun", "country/kyrgyzstan", { certainty: "possible" });
 * path?.entities; // ["official/chen-weijun", …, "country/kyrgyzstan"]
 */
export function shortestPath<O extends Ontology, Ids extends string, R extends RelationOf<O> = RelationOf<O>>(
  graph: ReadableGraph<O, Ids>,
  from: NoInfer<Ids>,
  to: NoInfer<Ids>,
  options: PathOptions<R> = {},
): PathAnswer<ClaimOf<O, R>> {
  const read = readGraph(graph);
  const compiled = compileFilter(read, options, PATH_OPTIONS);
  const relations = relationNumbers(read, options.relation) ?? passable(read);
  const start = entityNumber(read, from);
  const goal = entityNumber(read, to);
  const found = start === goal || reach(read, start, goal, relations, compiled);
  const path = found ? trace(read, start, goal, compiled) : undefined;
  return { path, setAside: Object.freeze(compiled.tally) } as never;
}

const PATH_OPTIONS = queryOptions("relation");

/** For each entity reached, the number of the claim that first led to it. */
const arrivals = new EntityMarks();

/** Walks level by level from `start` until `goal` is reached, and leaves the arrivals behind. */
function reach(
  read: ReadGraph,
  start: number,
  goal: number,
  relations: readonly number[],
  filter: ClaimJudge,
): boolean {
  arrivals.begin(read.entityCount);
  arrivals.set(start, -1);
  const usable = new Uint8Array(read.relationNames.length);
  for (const number of relations) usable[number] = 1;
  for (let frontier = [start]; frontier.length > 0; ) {
    const next: number[] = [];
    for (const entity of frontier) {
      for (const side of SIDES) {
        const { slots, starts, ends } = side === "out" ? read.out : read.in;
        const end = ends[entity] as number;
        for (let at = starts[entity] as number; at < end; at += Slot.size) {
          const other = slots[at + Slot.other] as number;
          if (arrivals.has(other) || usable[(slots[at + Head.traits] as number) >>> 16] === 0) continue;
          const claim = slots[at + Slot.claim] as number;
          if (filter.judgeAt(slots, at, claim) === 0) continue;
          arrivals.set(other, claim);
          if (other === goal) return true;
          next.push(other);
        }
      }
    }
    frontier = next;
  }
  return false;
}

const SIDES: readonly Side[] = ["out", "in"];

/** Numbers of the relations that a path may pass through. */
export function passable(read: ReadGraph): readonly number[] {
  return [...read.relationNames.keys()].filter(
    (number) => read.ontology.relations[read.relationNames[number] as string]?.path,
  );
}

function trace(read: ReadGraph, start: number, goal: number, filter: ClaimJudge): Path<unknown> {
  const steps: PathStep<unknown>[] = [];
  let least: Level = 2;
  for (let at = goal; at !== start; ) {
    const claim = arrivals.get(at);
    const direction = objectOf(read, claim) === at ? "out" : "in";
    const from = direction === "out" ? subjectOf(read, claim) : objectOf(read, claim);
    const level = filter.judge(claim);
    if (level < least) least = level;
    steps.push({
      from: read.entityId(from),
      to: read.entityId(at),
      direction,
      claim: read.claim(claim),
      certainty: CERTAINTIES[level] as Exclude<Certainty, "no">,
    });
    at = from;
  }
  steps.reverse();
  return {
    entities: [read.entityId(start), ...steps.map((step) => step.to)],
    steps,
    certainty: CERTAINTIES[least] as Exclude<Certainty, "no">,
  };
}
