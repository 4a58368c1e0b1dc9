/**
 * From the tree of rows to the rows that callers get: objects with entities, claims and what makes them only possible.
 */
import { Tail, traitsOf } from "../graph/claim-layout.ts";
import { DAY_MAX, type Day, formatDay } from "../time/partial-date.ts";
import { ATTESTED } from "../time/time-question.ts";
import { CERTAINTIES } from "./filter.ts";
import { revisedBounds } from "./known.ts";
import type { KeySource } from "./order-rows.ts";
import type { Path, PathStep } from "./paths.ts";
import { MARK, NAMED } from "./row-tree.ts";

/** The rows of an evaluated plan, before any is an object. */
export interface Found extends KeySource {
  readonly rows: readonly number[];
}

/** A row, whatever the query. Named steps stand beside these fields. */
export interface AnyRow {
  readonly id: string;
  readonly entity: object;
  readonly claims: readonly object[];
  readonly certainty: "certain" | "possible";
  readonly possibleBecause: readonly string[];
  readonly lastAttested?: string;
  readonly [name: string]: unknown;
}

const NONE: readonly string[] = Object.freeze([]);

/** The object of one row. */
export function rowObject(found: Found, row: number): AnyRow {
  const { read, tree, names } = found;
  const claims: object[] = [];
  let attested = DAY_MAX;
  const entity = tree.entity(row);
  const level = tree.level(row);
  const object: { -readonly [Field in keyof AnyRow]: AnyRow[Field] } = {
    id: read.entityId(entity),
    entity: read.entity(entity),
    claims,
    certainty: level === 2 ? "certain" : "possible",
    possibleBecause: level === 2 ? NONE : doubtfulClaims(found, row),
  };
  for (const name of names) object[name] = undefined;
  for (let node = row; node >= 0; node = tree.parent(node)) {
    const mark = tree.mark(node);
    if (mark === MARK.out || mark === MARK.in) {
      const claim = tree.claim(node);
      claims.push(read.claim(claim));
      attested = Math.min(attested, lastAttestedDay(found, claim));
    } else if (mark >= NAMED) object[names[mark - NAMED] as string] = read.entity(tree.entity(node));
  }
  if (claims.length > 1) claims.reverse();
  if (attested < DAY_MAX) object.lastAttested = formatDay(attested);
  return object;
}

/** Ids of the claims that make a row only possible, in the order walked. */
export function doubtfulClaims({ read, tree }: Found, row: number): readonly string[] {
  const ids = new Set<string>();
  for (let node = row; node >= 0; node = tree.parent(node))
    if (tree.own(node) === 1) ids.add(read.claimId(tree.claim(node)));
  return [...ids].reverse();
}

function lastAttestedDay({ read, reportedBy, statedBy }: Found, claim: number): Day {
  if ((traitsOf(read, claim) & ATTESTED) === 0) return DAY_MAX;
  if (reportedBy === DAY_MAX && statedBy === DAY_MAX)
    return read.tails[claim * Tail.size + Tail.earliestEnd] as number;
  return revisedBounds(read, claim, reportedBy, statedBy).earliestEnd;
}

/** The path of one row: its claims in the order walked, those seen aside among them. */
export function rowPath({ read, tree }: Found, row: number): Path<object> {
  const steps: PathStep<object>[] = [];
  let first = tree.entity(row);
  for (let node = row; node >= 0; node = tree.parent(node)) {
    const before = tree.parent(node);
    const mark = tree.mark(node);
    if (before >= 0) first = tree.entity(before);
    if (mark !== MARK.out && mark !== MARK.in) continue;
    steps.push({
      from: read.entityId(first),
      to: read.entityId(tree.entity(node)),
      direction: mark === MARK.out ? "out" : "in",
      claim: read.claim(tree.claim(node)),
      certainty: tree.own(node) === 2 ? "certain" : "possible",
    });
  }
  steps.reverse();
  const entities = [read.entityId(first), ...steps.map((step) => step.to)];
  const certainty = CERTAINTIES[tree.level(row)] as "certain" | "possible";
  return { entities, steps, certainty };
}

/** The claims that rows rest on, each once with its least certainty, ordered by id. */
export function claimsOfRows({ read, tree, rows }: Found): [claim: number, level: 1 | 2][] {
  const levels = new Map<number, 1 | 2>();
  const seen = new Set<number>();
  for (const row of rows) {
    for (let node = row; node >= 0 && !seen.has(node); node = tree.parent(node)) {
      seen.add(node);
      if (!tree.isHop(node) && tree.mark(node) !== MARK.doubt) continue;
      const claim = tree.claim(node);
      const own = tree.own(node) as 1 | 2;
      if (own < (levels.get(claim) ?? 3)) levels.set(claim, own);
    }
  }
  return [...levels].sort(([a], [b]) => (read.claimId(a) < read.claimId(b) ? -1 : 1));
}
