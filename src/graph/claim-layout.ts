/**
 * How claims lie in memory. By number, each has a head, which filters look at, and a tail with the rest. On each side,
 * the claims of every entity lie end to end, each with a copy of its head: its slot. So a walk goes straight through
 * memory, and a scan of all claims reads their heads alone.
 */
import { INSTANT, VAGUE } from "../time/time-question.ts";
import { groupByEnd, sortedByRelationAndStart } from "./claim-order.ts";
import type { BuildColumns } from "./column-store.ts";
import { type ClaimLayout, type ClaimSide, type ClaimTables, DROPPED, type Side } from "./read-graph.ts";

// Enums, because bundlers write their values where the names stand.

/** Where each number stands in a head. */
export enum Head {
  /** Relation in the upper 16 bits, then 8 of status, 8 of flags. */
  traits = 0,
  earliestStart = 1,
  latestEnd = 2,
  /** How many there are. */
  size = 3,
}

/** Where each number stands in a slot, after those of the head. */
export enum Slot {
  /** The entity at the other end. */
  other = 3,
  claim = 4,
  size = 5,
}

/** Where each number stands in a tail. */
export enum Tail {
  subject = 0,
  object = 1,
  latestStart = 2,
  earliestEnd = 3,
  size = 4,
}

/** Flags that only the layout has. */
export enum Trait {
  /** Whether the claim holds on some of any days is certain or out of the question, never only possible. */
  sharp = 64,
}

/** Number of the entity that a claim is about. */
export function subjectOf({ tails }: ClaimTables, claim: number): number {
  return tails[claim * Tail.size + Tail.subject] as number;
}

/** Number of the entity at the other end. */
export function objectOf({ tails }: ClaimTables, claim: number): number {
  return tails[claim * Tail.size + Tail.object] as number;
}

/** Relation, status and flags of a claim in one number. */
export function traitsOf({ heads }: ClaimTables, claim: number): number {
  return heads[claim * Head.size + Head.traits] as number;
}

/** Number of the relation of a claim. */
export function relationOf(tables: ClaimTables, claim: number): number {
  return traitsOf(tables, claim) >>> 16;
}

/** The heads of some claims, end to end. New. */
export function headsOf({ heads }: ClaimTables, claims: Int32Array): Int32Array {
  const packed = new Int32Array(claims.length * Head.size);
  for (let i = 0; i < claims.length; i++) {
    const head = (claims[i] as number) * Head.size;
    for (let j = 0; j < Head.size; j++) packed[i * Head.size + j] = heads[head + j] as number;
  }
  return packed;
}

/** Numbers of an entity's claims on one side, by relation number, earliest start and id. New. */
export function claimsBeside(layout: ClaimLayout, entity: number, side: Side): number[] {
  const { slots, starts, ends } = layout[side];
  const claims: number[] = [];
  for (let at = starts[entity] as number; at < (ends[entity] as number); at += Slot.size)
    claims.push(slots[at + Slot.claim] as number);
  return claims;
}

/** Writes head and tail of a claim. */
export function writeClaim(
  { heads, tails }: ClaimTables,
  claim: number,
  columns: BuildColumns,
  from: number,
): void {
  const head = claim * Head.size;
  const tail = claim * Tail.size;
  const earliestStart = columns.earliestStart[from] as number;
  const latestStart = columns.latestStart[from] as number;
  const earliestEnd = columns.earliestEnd[from] as number;
  const latestEnd = columns.latestEnd[from] as number;
  const flags = columns.flags[from] as number;
  const sharp =
    (flags & VAGUE) === 0 &&
    ((flags & INSTANT) !== 0
      ? earliestStart === latestEnd
      : latestStart === earliestStart && earliestEnd === latestEnd);
  tails[tail + Tail.subject] = columns.subject[from] as number;
  tails[tail + Tail.object] = columns.object[from] as number;
  heads[head + Head.traits] =
    ((columns.relation[from] as number) << 16) |
    ((columns.status[from] as number) << 8) |
    flags |
    (sharp ? Trait.sharp : 0);
  heads[head + Head.earliestStart] = earliestStart;
  heads[head + Head.latestEnd] = latestEnd;
  tails[tail + Tail.latestStart] = latestStart;
  tails[tail + Tail.earliestEnd] = earliestEnd;
}

/** Marks the head of a claim that is no more. */
export function dropHead(heads: Int32Array, claim: number): void {
  heads[claim * Head.size + Head.traits] = (DROPPED << 16) | 0xff00;
}

/** Writes the slot of a claim, its head copied. */
export function writeSlot(
  slots: Int32Array,
  at: number,
  heads: Int32Array,
  claim: number,
  other: number,
): void {
  const head = claim * Head.size;
  slots[at + Head.traits] = heads[head + Head.traits] as number;
  slots[at + Head.earliestStart] = heads[head + Head.earliestStart] as number;
  slots[at + Head.latestEnd] = heads[head + Head.latestEnd] as number;
  slots[at + Slot.other] = other;
  slots[at + Slot.claim] = claim;
}

/**
 * Lays out claims 0 to `claimCount` - 1 of columns. Linear in the claims.
 *
 * @param claimId where claims are not numbered in the order of their ids
 */
export function layOut(
  columns: BuildColumns,
  claimCount: number,
  entityCount: number,
  claimId: ((claim: number) => string) | undefined,
): ClaimLayout {
  const tables = {
    heads: new Int32Array(claimCount * Head.size),
    tails: new Int32Array(claimCount * Tail.size),
  };
  for (let claim = 0; claim < claimCount; claim++) writeClaim(tables, claim, columns, claim);
  const sorted = sortedByRelationAndStart(columns, claimCount);
  const side = (ends: Int32Array, others: Int32Array): ClaimSide => {
    const { starts, claims } = groupByEnd(sorted, ends, entityCount, columns, claimId);
    const slots = new Int32Array(claimCount * Slot.size);
    for (let i = 0; i < claimCount; i++) {
      const claim = claims[i] as number;
      writeSlot(slots, i * Slot.size, tables.heads, claim, others[claim] as number);
    }
    for (let i = 0; i < starts.length; i++) starts[i] = (starts[i] as number) * Slot.size;
    return { slots, starts, ends: starts.subarray(1) };
  };
  const { subject, object } = columns;
  return { ...tables, out: side(subject, object), in: side(object, subject) };
}
