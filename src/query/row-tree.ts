/**
 * Rows under construction, as a tree of numbers: every node says one thing more of the row that ends in it (a claim
 * walked, a name, a doubt) and points to the node before. Rows that begin alike share their beginnings, and no object is
 * made for a row until somebody wants it.
 */
import { InvalidQueryError } from "../errors.ts";
import type { Level } from "./filter.ts";

/** What a node says. Named steps are {@link NAMED} and more; passes of a repeat are below zero. */
export const MARK = Object.freeze({
  /** The row begins here. */
  start: 0,
  /** A claim walked from subject to object. */
  out: 1,
  /** A claim walked from object to subject. */
  in: 2,
  /** The last claim meets a test only possibly. */
  doubt: 3,
  /** One stands here again after looking aside. */
  back: 4,
});

/** Mark of the first named step; the second has one more. */
export const NAMED = 8;

/** So many nodes and no more: a query that needs them has lost its way. */
const MOST_NODES = 30_000_000;

/** So many numbers a node, end to end in one list: parent, entity, claim, and what {@link RowTree.push} packs. */
const NODE = 4;

export class RowTree {
  private readonly nodes: number[] = [];

  /** How many nodes there are; the next has this number. */
  get size(): number {
    return this.nodes.length / NODE;
  }

  /** The node before, or -1. */
  parent(node: number): number {
    return this.nodes[node * NODE] as number;
  }

  /** The entity stood on. */
  entity(node: number): number {
    return this.nodes[node * NODE + 1] as number;
  }

  /** The claim by which one came to stand here, or -1. At a node of a claim, that claim. */
  claim(node: number): number {
    return this.nodes[node * NODE + 2] as number;
  }

  mark(node: number): number {
    return (this.nodes[node * NODE + 3] as number) >> 4;
  }

  /** Certainty of the claim that this node walks or doubts; 2 where it does neither. */
  own(node: number): Level {
    return (((this.nodes[node * NODE + 3] as number) >> 2) & 3) as Level;
  }

  /** Certainty of the row that ends here. */
  level(node: number): Level {
    return ((this.nodes[node * NODE + 3] as number) & 3) as Level;
  }

  start(entity: number): number {
    return this.push(-1, MARK.start, entity, -1, 2, 2);
  }

  /** A claim walked from a node to another entity. */
  hop(from: number, outwards: boolean, entity: number, claim: number, own: Level): number {
    const before = this.level(from);
    return this.push(from, outwards ? MARK.out : MARK.in, entity, claim, own, own < before ? own : before);
  }

  /** The same place under a mark. */
  note(from: number, mark: number): number {
    return this.push(from, mark, this.entity(from), this.claim(from), 2, this.level(from));
  }

  /** The same row, whose last claim is only possibly what was asked for. */
  doubt(from: number): number {
    return this.push(from, MARK.doubt, this.entity(from), this.claim(from), 1, 1);
  }

  /** After looking aside from `origin` to `from`: back at the origin, with all that was seen. */
  back(from: number, origin: number): number {
    const entity = this.entity(origin);
    return this.push(from, MARK.back, entity, this.claim(origin), 2, this.level(from));
  }

  /** Whether a node walks a claim. */
  isHop(node: number): boolean {
    const mark = this.mark(node);
    return mark === MARK.out || mark === MARK.in;
  }

  /** The entity at a named step of a row, or -1 where the row lacks it. */
  named(row: number, name: number): number {
    for (let node = row; node >= 0; node = this.parent(node))
      if (this.mark(node) === NAMED + name) return this.entity(node);
    return -1;
  }

  /** Mark, certainty of the node's own claim and least certainty of the row up to here go into one number. */
  private push(
    parent: number,
    mark: number,
    entity: number,
    claim: number,
    own: Level,
    level: Level,
  ): number {
    const node = this.size;
    if (node >= MOST_NODES) {
      throw new InvalidQueryError(
        "query/too-many-rows",
        `The query has more than ${MOST_NODES} partial rows; narrow it, or lower the max of its .repeat.`,
      );
    }
    this.nodes.push(parent, entity, claim, (mark << 4) | (own << 2) | level);
    return node;
  }
}
