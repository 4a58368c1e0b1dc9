/**
 * Levels: the figures from which others are worked out, found by entity, indicator, scope and time, the most precise
 * first.
 */
import type { AnyClaim, ReadGraph } from "../graph/read-graph.ts";
import { compareIds } from "../graph/temporal-index.ts";
import type { Scope } from "../model/claim.ts";
import { timeBehaviourOf } from "../ontology/ontology.ts";
import { selectClaims } from "../query/claims.ts";
import type { CompiledFilter } from "../query/filter.ts";
import { sameScope } from "../query/series.ts";
import type { Day } from "../time/partial-date.ts";
import type { TimeBounds } from "../time/valid-time.ts";
import { type FigureContext, figureOf, spread } from "./figure.ts";
import { daysOf } from "./matters.ts";

/** The time of which a level is wanted: a window of days, a time as written, or days of attestation. */
export interface LevelTime {
  /** As it is to be read in a reason: "in 2022". */
  readonly text: string;
  readonly window?: readonly [first: Day, last: Day];
  readonly valid?: string;
  readonly attested?: readonly string[];
  /** The day on which a state must be sure to hold. */
  readonly on: Day;
}

/** What level is wanted. */
export interface LevelRequest {
  /** What it is to the computation: "part", "whole", "earlier level". */
  readonly role: string;
  readonly relation: string;
  readonly subject: string;
  readonly indicator: string;
  readonly scope: Scope | undefined;
  readonly time: LevelTime;
}

/** Finds the claims that give a level, the most precise first, then by id. */
export type FindLevels = (request: LevelRequest, actualOnly: boolean) => readonly AnyClaim[];

/** Indexes the levels among the claims that pass the filter. Linear in the claims; each search in those of its key. */
export function levelFinder(read: ReadGraph, filter: CompiledFilter, context: FigureContext): FindLevels {
  const levels = new Map<string, number[]>();
  for (const [number] of selectClaims(read, undefined, filter)) {
    const { quantity, relation, subject, object } = read.claim(number);
    if (!quantity) continue;
    const key = keyOf(relation, subject, object);
    const group = levels.get(key);
    if (group) group.push(number);
    else levels.set(key, [number]);
  }
  return (request, actualOnly) =>
    (levels.get(keyOf(request.relation, request.subject, request.indicator)) ?? [])
      .filter((number) => {
        const claim = read.claim(number);
        const counts = !actualOnly || claim.status === "actual" || claim.status === "ongoing";
        if (!counts || !sameScope(claim.scope, request.scope)) return false;
        return isOf(claim, filter.bounds(number), isState(read, number), request.time);
      })
      .map((number) => read.claim(number))
      .map((claim) => ({ claim, width: claim.quantity ? spread(figureOf(claim.quantity, context)) : 0 }))
      .sort((a, b) => a.width - b.width || compareIds(a.claim.id, b.claim.id))
      .map(({ claim }) => claim);
}

/** Whether a claim is of a time: of the very window or days, or a state that is sure to hold on its last day. */
function isOf(claim: AnyClaim, bounds: TimeBounds, state: boolean, time: LevelTime): boolean {
  if (time.valid !== undefined && claim.valid === time.valid) return true;
  if (claim.attested?.some((day) => time.attested?.includes(day))) return true;
  if (bounds.vague) return false;
  const { firstStart, lastStart, firstEnd, lastEnd } = daysOf(bounds);
  const [first, last] = time.window ?? [];
  if (firstStart === first && lastStart === first && firstEnd === last && lastEnd === last) return true;
  return state && lastStart <= time.on && time.on <= firstEnd;
}

function isState(read: ReadGraph, number: number): boolean {
  const relation = read.ontology.relations[read.claim(number).relation];
  return (
    !!relation && timeBehaviourOf(relation, read.entity(read.columns.object[number] as number)) === "state"
  );
}

function keyOf(relation: string, subject: string, indicator: string): string {
  return JSON.stringify([relation, subject, indicator]);
}
