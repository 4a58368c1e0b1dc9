/**
 * The claims of each entity on one side of a graph that is edited. A run that outgrows its place moves to the end of the
 * array with room to spare, so that adding a claim costs the length of its run and never the graph.
 */
import { Head, Slot } from "./claim-layout.ts";
import { growArray } from "./column-store.ts";
import { type ClaimSide, compareIds } from "./read-graph.ts";

/** Runs of slots by entity number, each by relation, earliest start and id. */
export class ClaimRuns {
  private slots: Int32Array;
  private starts: Int32Array;
  private ends: Int32Array;
  /** Where the room of each run ends. */
  private rooms: Int32Array;
  /** Where the array is free. */
  private free: number;

  /** @param base taken over, not copied */
  constructor(
    base: ClaimSide,
    private readonly claimId: (claim: number) => string,
  ) {
    this.slots = base.slots;
    this.starts = base.starts.slice(0, base.ends.length);
    this.ends = base.ends.slice();
    this.rooms = base.ends.slice();
    this.free = base.slots.length;
  }

  /** The runs as they are now. A view until the next edit. */
  get side(): ClaimSide {
    return { slots: this.slots, starts: this.starts, ends: this.ends };
  }

  /** Makes place for entities up to this number. */
  reserve(entityCount: number): void {
    this.starts = growArray(this.starts, entityCount);
    this.ends = growArray(this.ends, entityCount);
    this.rooms = growArray(this.rooms, entityCount);
  }

  /** Puts a slot where it belongs. */
  insert(entity: number, slot: Int32Array): void {
    const start = this.starts[entity] as number;
    const end = this.ends[entity] as number;
    const at = this.place(
      entity,
      slot[Slot.claim] as number,
      slot[Head.traits] as number,
      slot[Head.earliestStart] as number,
    );
    if (end < (this.rooms[entity] as number)) {
      this.slots.copyWithin(at + Slot.size, at, end);
      this.slots.set(slot, at);
      this.ends[entity] = end + Slot.size;
      return;
    }
    const count = (end - start) / Slot.size;
    const room = (count + (count >> 1) + 4) * Slot.size;
    const first = this.free;
    this.slots = growArray(this.slots, first + room);
    this.slots.copyWithin(first, start, at);
    this.slots.set(slot, first + at - start);
    this.slots.copyWithin(first + at - start + Slot.size, at, end);
    this.starts[entity] = first;
    this.ends[entity] = first + end - start + Slot.size;
    this.rooms[entity] = first + room;
    this.free += room;
  }

  /** Takes a claim out, whose traits and earliest start are as they were when it was put in. */
  remove(entity: number, claim: number, traits: number, earliestStart: number): void {
    const at = this.place(entity, claim, traits, earliestStart);
    const end = this.ends[entity] as number;
    this.slots.copyWithin(at, at + Slot.size, end);
    this.ends[entity] = end - Slot.size;
  }

  /** Where in its run a claim stands or belongs. */
  private place(entity: number, claim: number, traits: number, earliestStart: number): number {
    const { slots } = this;
    const start = this.starts[entity] as number;
    let low = 0;
    let high = ((this.ends[entity] as number) - start) / Slot.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = start + middle * Slot.size;
      const order =
        ((slots[at + Head.traits] as number) >>> 16) - (traits >>> 16) ||
        (slots[at + Head.earliestStart] as number) - earliestStart ||
        compareIds(this.claimId(slots[at + Slot.claim] as number), this.claimId(claim));
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return start + low * Slot.size;
  }
}
