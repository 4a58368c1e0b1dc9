/**
 * The one primitive that queries are evaluated over: the claims of some entities, of some relations, in one direction,
 * under a filter. A graph in memory answers at once; an engine may answer later. Numbers inside, ids at the border.
 */
import type { ReadGraph } from "../graph/read-graph.ts";
import type { Direction } from "../ontology/ontology.ts";
import type { Tally } from "./answer.ts";
import { forEachClaimOf } from "./claim-walk.ts";
import { type ClaimFilter, compileFilter, type Level } from "./filter.ts";
import { relationNumbers } from "./rows.ts";

/** What a step asks of every entity it comes to. Plain data, as in the plan. */
export interface ExpandRequest {
  /** All relations when absent. */
  readonly relations?: readonly string[] | undefined;
  readonly direction: Direction;
  readonly filter: ClaimFilter;
}

/**
 * Claims found, in columns. `ends[i]` is one past the last claim of the i-th entity asked about. Claims of one entity
 * stand in the order of `ReadGraph.run`, those of which it is the subject first.
 */
export interface Expansion {
  readonly claims: number[];
  /** The entity at the other end. */
  readonly others: number[];
  /** 1 where the entity asked about is the claim's subject, else 0. */
  readonly outwards: number[];
  /** 1 possible, 2 certain. */
  readonly levels: Level[];
  readonly ends: number[];
}

/** One step's primitive, compiled: appends the claims of the entities, in their order. */
export interface Expand {
  /** How many claims were set aside, and why. */
  readonly tally: Tally;
  (entities: readonly number[], into: Expansion): void | Promise<void>;
}

/** What compiles the primitive: a graph here, an engine elsewhere. */
export type Expander = (request: ExpandRequest) => Expand;

/**
 * The primitive on a graph in memory. Cost: the claims of the entities asked about.
 * @throws NotFoundError `graph/unknown-relation`; InvalidQueryError of the filter
 */
export function expanderOf(read: ReadGraph): Expander {
  return ({ relations, direction, filter }) => {
    const numbers = relationNumbers(read, relations);
    const compiled = compileFilter(read, filter);
    const expand = (entities: readonly number[], into: Expansion): void => {
      const { claims, others, outwards, levels, ends } = into;
      for (const entity of entities) {
        forEachClaimOf(read, entity, direction, numbers, compiled, (claim, level, side, other) => {
          claims.push(claim);
          others.push(other);
          outwards.push(side === "out" ? 1 : 0);
          levels.push(level);
        });
        ends.push(claims.length);
      }
    };
    return Object.assign(expand, { tally: compiled.tally });
  };
}

/** Empty columns. */
export function emptyExpansion(): Expansion {
  return { claims: [], others: [], outwards: [], levels: [], ends: [] };
}
