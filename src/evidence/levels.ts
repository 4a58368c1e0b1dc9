/**
 * Levels: the figures from which others are worked out, found by entity, indicator, scope and time, the most precise
 * first.
 */
import { objectOf } from "../graph/claim-layout.ts";
import type { AnyClaim, ReadGraph } from "../graph/read-graph.ts";
import { compareIds } from "../graph/read-graph.ts";
import type { Scope } from "../model/claim.ts";
import { timeBehaviourOf } from "../ontology/ontology.ts";
import { selectClaims } from "../query/claims.ts";
import type { ClaimJudge } from "../query/filter.ts";
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

/** A claim that may be a level. */
interface Level {
  readonly claim: AnyClaim;
  readonly bounds: TimeBounds;
  readonly spread: number;
}

/** The levels of one entity on one indicator: by each way of writing their time, and the states among them. */
interface Levels {
  readonly byTime: Map<string, Level[]>;
  readonly states: Level[];
}

/**
 * Indexes the levels among the claims that pass the filter: linear in them. A search costs the levels found, and for
 * states those of the same entity and indicator.
 */
export function levelFinder(read: ReadGraph, filter: ClaimJudge, context: FigureContext): FindLevels {
  const index = new Map<string, Levels>();
  for (const [number] of selectClaims(read, undefined, filter)) {
    const claim = read.claim(number);
    if (!claim.quantity) continue;
    const level = {
      claim,
      bounds: filter.bounds(number),
      spread: spread(figureOf(claim.quantity, context)),
    };
    const key = keyOf(claim.relation, claim.subject, claim.object);
    const levels = index.get(key) ?? { byTime: new Map<string, Level[]>(), states: [] };
    index.set(key, levels);
    for (const time of timesOf(level)) {
      const alike = levels.byTime.get(time);
      if (alike) alike.push(level);
      else levels.byTime.set(time, [level]);
    }
    if (isState(read, number)) levels.states.push(level);
  }
  return (request, actualOnly) => {
    const levels = index.get(keyOf(request.relation, request.subject, request.indicator));
    if (!levels) return [];
    const ofTime = timesAsked(request.time).flatMap((time) => levels.byTime.get(time) ?? []);
    const states = levels.states.filter((level) => surelyHolds(level, request.time.on));
    return [...new Set([...ofTime, ...states])]
      .filter(({ claim }) => (!actualOnly || isActual(claim)) && sameScope(claim.scope, request.scope))
      .sort((a, b) => a.spread - b.spread || compareIds(a.claim.id, b.claim.id))
      .map(({ claim }) => claim);
  };
}

/** Whether a claim tells what is or was, not what is planned, expected or aimed at. */
export function isActual({ status }: AnyClaim): boolean {
  return status === "actual" || status === "ongoing";
}

/** The window of a level and its time as written, as keys. */
function timesOf({ claim, bounds }: Level): readonly string[] {
  const { firstStart, lastStart, firstEnd, lastEnd } = daysOf(bounds);
  const definite = !bounds.vague && firstStart === lastStart && firstEnd === lastEnd;
  return [
    ...(definite ? [`${firstStart} ${lastEnd}`] : []),
    ...(claim.valid === undefined ? [] : [claim.valid]),
    ...(claim.attested ?? []).map((day) => `on ${day}`),
  ];
}

function timesAsked({ window, valid, attested }: LevelTime): readonly string[] {
  return [
    ...(window ? [window.join(" ")] : []),
    ...(valid === undefined ? [] : [valid]),
    ...(attested ?? []).map((day) => `on ${day}`),
  ];
}

function surelyHolds({ bounds }: Level, on: Day): boolean {
  const { lastStart, firstEnd } = daysOf(bounds);
  return !bounds.vague && lastStart <= on && on <= firstEnd;
}

function isState(read: ReadGraph, number: number): boolean {
  const relation = read.ontology.relations[read.claim(number).relation];
  return !!relation && timeBehaviourOf(relation, read.entity(objectOf(read, number))) === "state";
}

function keyOf(relation: string, subject: string, indicator: string): string {
  return JSON.stringify([relation, subject, indicator]);
}
