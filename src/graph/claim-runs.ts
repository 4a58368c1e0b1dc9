/**
 * The claims of each entity on one side, as runs in one array of numbers. A run that outgrows its place moves to the
 * end of the array with room to spare, so that adding a claim costs the length of its run and never the graph.
 */
import type { ClaimOrder } from "./claim-order.ts";
import { growArray } from "./column-store.ts";
import type { ClaimRun } from "./read-graph.ts";

/** Runs of claim numbers by entity number, each kept in the order given. */
export class ClaimRuns {
  private claims: Int32Array;
  private starts: Int32Array;
  private lengths: Int32Array;
  private rooms: Int32Array;
  /** Where the array is free. */
  private free: number;

  /** @param base runs end to end, as `groupByEnd` makes them; taken over, not copied */
  constructor(
    base: { readonly starts: Int32Array; readonly claims: Int32Array },
    entityCount: number,
    private readonly order: ClaimOrder,
  ) {
    this.claims = base.claims;
    this.starts = base.starts;
    this.lengths = new Int32Array(entityCount);
    for (let i = 0; i < entityCount; i++)
      this.lengths[i] = (base.starts[i + 1] as number) - (base.starts[i] as number);
    this.rooms = this.lengths.slice();
    this.free = base.claims.length;
  }

  /** The run of an entity. A view until the next edit. */
  run(entity: number): ClaimRun {
    const start = this.starts[entity] as number;
    return { claims: this.claims, start, end: start + (this.lengths[entity] as number) };
  }

  /** Makes place for entities up to this number. */
  reserve(entityCount: number): void {
    if (entityCount <= this.lengths.length && entityCount <= this.starts.length) return;
    const known = this.lengths.length;
    this.lengths = growArray(this.lengths, entityCount);
    this.rooms = growArray(this.rooms, entityCount);
    // The base has one start more than entities: what stands there must not be taken for an entity's.
    this.starts = growArray(this.starts, this.lengths.length).fill(0, known);
  }

  /** Puts a claim where it belongs. Its columns must be set. */
  insert(entity: number, claim: number): void {
    const at = this.place(entity, claim);
    const length = this.lengths[entity] as number;
    const start = this.starts[entity] as number;
    if (length < (this.rooms[entity] as number)) {
      this.claims.copyWithin(start + at + 1, start + at, start + length);
      this.claims[start + at] = claim;
    } else {
      const room = length + (length >> 1) + 4;
      this.claims = growArray(this.claims, this.free + room);
      this.claims.copyWithin(this.free, start, start + at);
      this.claims[this.free + at] = claim;
      this.claims.copyWithin(this.free + at + 1, start + at, start + length);
      this.starts[entity] = this.free;
      this.rooms[entity] = room;
      this.free += room;
    }
    this.lengths[entity] = length + 1;
  }

  /** Takes a claim out. Its columns must be as they were when it was put in. */
  remove(entity: number, claim: number): void {
    const start = this.starts[entity] as number;
    const end = start + (this.lengths[entity] as number);
    const at = start + this.place(entity, claim);
    this.claims.copyWithin(at, at + 1, end);
    this.lengths[entity] = end - start - 1;
  }

  /** How many claims of the run come before this one. */
  private place(entity: number, claim: number): number {
    const start = this.starts[entity] as number;
    let low = 0;
    let high = this.lengths[entity] as number;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.order(this.claims[start + middle] as number, claim) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
