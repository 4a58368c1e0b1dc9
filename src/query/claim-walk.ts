/**
 * Walking the claims of an entity.
 */
import { OBJECT, ROW, relationOf, SUBJECT } from "../graph/claim-rows.ts";
import type { ClaimRun, ReadGraph, Side } from "../graph/read-graph.ts";
import type { Ontology } from "../ontology/define.ts";
import type { Direction } from "../ontology/ontology.ts";
import type { CompiledFilter, Level } from "./filter.ts";

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
  filter: CompiledFilter,
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
  filter: CompiledFilter,
  visit: ClaimVisitor,
): void {
  const walked = direction === "both" || direction === side ? relations : symmetricOf(read, relations);
  if (walked?.length === 0) return;
  const run = read.run(entity, side);
  if (run.start === run.end) return;
  if (!walked) {
    walkRun(read, run, run.start, run.end, entity, direction, side, filter, visit);
    return;
  }
  for (let i = 0; i < walked.length; i++) {
    const relation = walked[i] as number;
    const first = firstOf(read, run, relation);
    walkRun(read, run, first, endOf(read, run, first, relation), entity, direction, side, filter, visit);
  }
}

function walkRun(
  read: ReadGraph,
  run: ClaimRun,
  start: number,
  end: number,
  entity: number,
  direction: Direction,
  side: Side,
  filter: CompiledFilter,
  visit: ClaimVisitor,
): void {
  const { claims } = run;
  const { rows } = read;
  const there = side === "out" ? OBJECT : SUBJECT;
  for (let i = start; i < end; i++) {
    const claim = claims[i] as number;
    const other = rows[claim * ROW + there] as number;
    if (other === entity && side === "in" && (direction === "both" || isSymmetric(read, claim))) continue;
    const level = filter.judge(claim);
    if (level > 0) visit(claim, level, side, other);
  }
}

/** Where the claims of a relation begin in a run, or would. */
function firstOf(read: ReadGraph, { claims, start, end }: ClaimRun, wanted: number): number {
  const { rows } = read;
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (relationOf(rows, claims[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the claims of a relation end that begin at `first`. */
function endOf(read: ReadGraph, { claims, end }: ClaimRun, first: number, wanted: number): number {
  const { rows } = read;
  // Doubling steps: most entities have few claims of one relation.
  let low = first;
  let step = 1;
  while (low + step <= end && relationOf(rows, claims[low + step - 1] as number) === wanted) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, end);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (relationOf(rows, claims[middle] as number) === wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

const NONE: readonly number[] = Object.freeze([]);

const symmetries = new WeakMap<Ontology, readonly boolean[]>();

function symmetricOf(read: ReadGraph, relations: readonly number[] | undefined): readonly number[] {
  const symmetric = symmetricRelations(read);
  if (relations?.length === 1) return symmetric[relations[0] as number] ? relations : NONE;
  const all = relations ?? [...symmetric.keys()];
  return all.filter((relation) => symmetric[relation]);
}

function isSymmetric(read: ReadGraph, claim: number): boolean {
  return symmetricRelations(read)[relationOf(read.rows, claim)] === true;
}

function symmetricRelations(read: ReadGraph): readonly boolean[] {
  let flags = symmetries.get(read.ontology);
  if (!flags) {
    flags = read.relationNames.map((name) => read.ontology.relations[name]?.symmetric === true);
    symmetries.set(read.ontology, flags);
  }
  return flags;
}

function ascending(a: number, b: number): number {
  return a - b;
}
