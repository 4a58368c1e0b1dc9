/**
 * Walking the claims of an entity.
 */
import { Head, Slot } from "../graph/claim-layout.ts";
import type { ReadGraph, Side } from "../graph/read-graph.ts";
import type { Ontology } from "../ontology/define.ts";
import type { Direction } from "../ontology/ontology.ts";
import type { ClaimJudge, Level } from "./filter.ts";

/** What is told of each claim that passes the filter: the side the entity stands on and the entity at the other end. */
export type ClaimVisitor = (claim: number, level: Level, side: Side, other: number) => void;

/**
 * Walks an entity's claims on the given sides, by side, relation, start and id. A self-loop is visited once when both
 * sides are walked; a claim of a symmetric relation is visited whichever end the entity stands on. Cost: the claims of
 * the relations asked for.
 */
export function forEachClaimOf(
  read: ReadGraph,
  entity: number,
  direction: Direction,
  relations: readonly number[] | undefined,
  filter: ClaimJudge,
  visit: ClaimVisitor,
): void {
  const ordered = relations && relations.length > 1 ? [...new Set(relations)].sort(ascending) : relations;
  walkSide(read, entity, direction, "out", ordered, filter, visit);
  walkSide(read, entity, direction, "in", ordered, filter, visit);
}

function walkSide(
  read: ReadGraph,
  entity: number,
  direction: Direction,
  side: Side,
  relations: readonly number[] | undefined,
  filter: ClaimJudge,
  visit: ClaimVisitor,
): void {
  const walked = direction === "both" || direction === side ? relations : symmetricOf(read, relations);
  if (walked?.length === 0) return;
  const { slots, starts, ends } = side === "out" ? read.out : read.in;
  const start = starts[entity] as number;
  const end = ends[entity] as number;
  if (start === end) return;
  // A self-loop is met on both sides, but stands for one claim.
  const loop = side === "in" ? entity : -1;
  const doubled = direction === "both" ? undefined : symmetricRelations(read);
  if (!walked) {
    for (let at = start; at < end; at += Slot.size) visitSlot(slots, at, side, loop, doubled, filter, visit);
    return;
  }
  for (let i = 0; i < walked.length; i++) {
    const relation = walked[i] as number;
    let at = firstOf(slots, start, end, relation);
    for (; at < end && (slots[at + Head.traits] as number) >>> 16 === relation; at += Slot.size)
      visitSlot(slots, at, side, loop, doubled, filter, visit);
  }
}

/** Visits the claim of a slot if it counts and is no self-loop met before. */
function visitSlot(
  slots: Int32Array,
  at: number,
  side: Side,
  loop: number,
  doubled: readonly boolean[] | undefined,
  filter: ClaimJudge,
  visit: ClaimVisitor,
): void {
  const other = slots[at + Slot.other] as number;
  if (other === loop && (!doubled || doubled[(slots[at + Head.traits] as number) >>> 16])) return;
  const claim = slots[at + Slot.claim] as number;
  const level = filter.judgeAt(slots, at, claim);
  if (level > 0) visit(claim, level, side, other);
}

/** Where the claims of a relation begin in a run, or would. */
function firstOf(slots: Int32Array, start: number, end: number, wanted: number): number {
  let low = 0;
  let high = (end - start) / Slot.size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slots[start + middle * Slot.size + Head.traits] as number) >>> 16 < wanted) low = middle + 1;
    else high = middle;
  }
  return start + low * Slot.size;
}

const NONE: readonly number[] = Object.freeze([]);

function symmetricOf(read: ReadGraph, relations: readonly number[] | undefined): readonly number[] {
  const symmetric = symmetricRelations(read);
  if (relations?.length === 1) return symmetric[relations[0] as number] ? relations : NONE;
  const all = relations ?? [...symmetric.keys()];
  return all.filter((relation) => symmetric[relation]);
}

/** Of the ontology asked about last: looking it up in a map takes longer than many a walk. */
let symmetries: { readonly ontology: Ontology; readonly flags: readonly boolean[] } | undefined;

function symmetricRelations({ ontology, relationNames }: ReadGraph): readonly boolean[] {
  if (symmetries?.ontology !== ontology) {
    const flags = relationNames.map((name) => ontology.relations[name]?.symmetric === true);
    symmetries = { ontology, flags };
  }
  return symmetries.flags;
}

function ascending(a: number, b: number): number {
  return a - b;
}
