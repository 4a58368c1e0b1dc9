/**
 * The one primitive that queries are evaluated over: the claims of some entities, of some relations, in one direction,
 * under a filter. A graph in memory answers at once; an engine may answer later. Numbers inside, ids at the border.
 */
import type { ReadGraph } from "../graph/read-graph.ts";
import type { Direction } from "../ontology/ontology.ts";
import type { Tally } from "./answer.ts";
import { type ClaimVisitor, forEachClaimOf } from "./claim-walk.ts";
import { type ClaimFilter, type ClaimJudge, compileFilter, type Level } from "./filter.ts";
import { relationNumbers } from "./rows.ts";

/** What a step asks of every entity it comes to. Plain data, as in the plan. */
export interface ExpandRequest {
  /** All relations when absent. */
  readonly relations?: readonly string[] | undefined;
  readonly direction: Direction;
  readonly filter: ClaimFilter;
}

/** So many numbers a claim: its own, the entity at the other end, certainty and side. */
const FOUND = 3;

/**
 * Claims found, entity after entity in the order asked about. Claims of one entity stand in the order of its runs, those
 * of which it is the subject first.
 */
export class Expansion {
  private readonly found: number[] = [];
  private readonly ends: number[] = [];

  /** Appends a claim of the entity at hand. `outwards` where this is its subject. */
  add(claim: number, other: number, level: Level, outwards: boolean): void {
    this.found.push(claim, other, (level << 1) | +outwards);
  }

  /** No more claims of the entity at hand; the next begins. */
  endEntity(): void {
    this.ends.push(this.found.length / FOUND);
  }

  /** One past the place of the last claim of the i-th entity. Those of the next begin there. */
  end(i: number): number {
    return i < 0 ? 0 : (this.ends[i] as number);
  }

  claim(place: number): number {
    return this.found[place * FOUND] as number;
  }

  other(place: number): number {
    return this.found[place * FOUND + 1] as number;
  }

  /** 1 possible, 2 certain. */
  level(place: number): Level {
    return ((this.found[place * FOUND + 2] as number) >> 1) as Level;
  }

  outwards(place: number): boolean {
    return ((this.found[place * FOUND + 2] as number) & 1) === 1;
  }
}

/** One step's primitive, compiled. */
export interface Expand {
  /** How many claims were set aside, and why. */
  readonly tally: Tally;
  /** Appends the claims of the entities, in their order; a promise where they come later. */
  claims(entities: readonly number[], into: Expansion): Promise<void> | undefined;
}

/** What compiles the primitive: a graph here, an engine elsewhere. */
export type Expander = (request: ExpandRequest) => Expand;

/**
 * The primitive on a graph in memory. Cost: the claims of the entities asked about.
 * @throws NotFoundError `graph/unknown-relation`; InvalidQueryError of the filter
 */
export function expanderOf(read: ReadGraph): Expander {
  return ({ relations, direction, filter }) =>
    new ExpandInMemory(read, relationNumbers(read, relations), direction, compileFilter(read, filter));
}

class ExpandInMemory implements Expand {
  constructor(
    private readonly read: ReadGraph,
    private readonly relations: readonly number[] | undefined,
    private readonly direction: Direction,
    private readonly filter: ClaimJudge,
  ) {}

  get tally(): Tally {
    return this.filter.tally;
  }

  claims(entities: readonly number[], into: Expansion): undefined {
    const visit: ClaimVisitor = (claim, level, side, other) => into.add(claim, other, level, side === "out");
    for (let i = 0; i < entities.length; i++) {
      forEachClaimOf(this.read, entities[i] as number, this.direction, this.relations, this.filter, visit);
      into.endEntity();
    }
  }
}
