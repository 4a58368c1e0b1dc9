/**
 * Claims in the order of their time.
 */
import { Head, headsOf, traitsOf } from "../graph/claim-layout.ts";
import type { KindOfId, ReadableGraph } from "../graph/knowledge-graph.ts";
import { type AnyClaim, compareClaims, type ReadGraph } from "../graph/read-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { ClaimOf } from "../model/claim.ts";
import type { Ontology } from "../ontology/define.ts";
import type { Direction, RelationOf, RelationsAt } from "../ontology/ontology.ts";
import { DAY_MIN, type Day, formatDay } from "../time/partial-date.ts";
import { ATTESTED } from "../time/time-question.ts";
import type { TimeBounds } from "../time/valid-time.ts";
import { type Answer, answer } from "./answer.ts";
import { forEachClaimOf } from "./claim-walk.ts";
import { CLAIMS_OPTIONS, type ClaimsOptions } from "./claims.ts";
import { type ClaimJudge, compileFilter, type Level } from "./filter.ts";
import { kept } from "./kept.ts";
import { type ClaimRow, claimRow, entityNumber, relationNumbers } from "./rows.ts";

/** A claim on a timeline. Days are ISO days, `..` where unbounded. */
export interface TimelineRow<C> extends ClaimRow<C> {
  /** The claim's time as written: its `valid`, or its attested days. */
  readonly time: string;
  /** True where texts only attest it on days: the bounds then tell nothing of when it began or ended. */
  readonly attested: boolean;
  readonly earliestStart: string;
  readonly latestStart: string;
  readonly earliestEnd: string;
  readonly latestEnd: string;
}

/**
 * An entity's claims in time: by earliest start (for attested claims, the first attested day), then end, then id.
 * Statuses are `actual` and `ongoing` unless the filter says otherwise. Cost: the entity's claims, sorted.
 *
 * @throws NotFoundError `graph/unknown-entity`, `graph/unknown-relation`; InvalidQueryError of the filter
 * @example
 * timeline(graph, "region/xinjiang-ftz", { relation: "milestoneIn" }).map((row) => [row.time, row.claim.stage]);
 * // [["/2024-05-21", "approved"], ["2023-11-01", "launched"], ["2023-11", "established"], …]
 */
export function timeline<
  O extends Ontology,
  Ids extends string,
  const Id extends Ids,
  D extends Direction = "both",
  R extends RelationsAt<O, KindOfId<O, Id>, D> = RelationsAt<O, KindOfId<O, Id>, D>,
>(
  graph: ReadableGraph<O, Ids>,
  id: Id,
  options: ClaimsOptions<R, D> = {},
): Answer<TimelineRow<ClaimOf<O, R & RelationOf<O>>>> {
  const read = readGraph(graph);
  const { claims, levels, filter } = timelineOf(read, id, options);
  const rows = claims.map((claim) =>
    timelineRow(claimRow(read, claim, levels.get(claim) ?? 2, filter), filter.bounds(claim)),
  );
  return answer(rows, filter.tally) as never;
}

/**
 * The claim ids of {@link timeline} alone, in the same order.
 *
 * @throws NotFoundError `graph/unknown-entity`, `graph/unknown-relation`; InvalidQueryError of the filter
 */
export function timelineIds<
  O extends Ontology,
  Ids extends string,
  const Id extends Ids,
  D extends Direction = "both",
  R extends RelationsAt<O, KindOfId<O, Id>, D> = RelationsAt<O, KindOfId<O, Id>, D>,
>(graph: ReadableGraph<O, Ids>, id: Id, options: ClaimsOptions<R, D> = {}): readonly string[] {
  const read = readGraph(graph);
  return timelineOf(read, id, options).claims.map((claim) => read.claimId(claim));
}

/** The claims of a timeline in order, with the levels of those that are not certain. */
interface OrderedClaims {
  readonly claims: readonly number[];
  readonly levels: ReadonlyMap<number, Level>;
  readonly filter: ClaimJudge;
}

function timelineOf(read: ReadGraph, id: string, options: ClaimsOptions): OrderedClaims {
  const filter = compileFilter(read, options, CLAIMS_OPTIONS);
  const { direction = "both", relation } = options;
  const entity = entityNumber(read, id);
  const claims: number[] = [];
  const levels = new Map<number, Level>();
  const visit = (claim: number, level: Level): void => {
    claims.push(claim);
    if (level < 2) levels.set(claim, level);
  };
  // What one may know by a day moves claims in time; else an entity's claims have one order, whatever is asked.
  if (relation === undefined && direction === "both" && !filter.limited) {
    const { order, heads } = wholeTimeline(read, entity);
    filter.judgeEach(order, visit, heads);
    return { claims, levels, filter };
  }
  forEachClaimOf(read, entity, direction, relationNumbers(read, relation), filter, visit);
  return { claims: inTime(read, claims, filter), levels, filter };
}

/** All claims of an entity in the order of their time, and their heads in that order. */
interface WholeTimeline {
  readonly order: Int32Array;
  readonly heads: Int32Array;
}

/** By entity: of all entities they hold each claim twice. */
const wholeTimeline = kept((read, entity: number): WholeTimeline => {
  const all = compileFilter(read, { status: "any", includeDenied: true, certainty: "possible" });
  const claims: number[] = [];
  forEachClaimOf(read, entity, "both", undefined, all, (claim) => claims.push(claim));
  const order = Int32Array.from(inTime(read, claims, all));
  return { order, heads: headsOf(read, order) };
});

/** Claims by first day, last day and id. */
function inTime(read: ReadGraph, claims: readonly number[], filter: ClaimJudge): number[] {
  const from = new Int32Array(claims.length);
  const to = new Int32Array(claims.length);
  for (let place = 0; place < claims.length; place++) {
    const claim = claims[place] as number;
    const attested = (traitsOf(read, claim) & ATTESTED) !== 0;
    if (attested || filter.limited) {
      const bounds = filter.bounds(claim);
      from[place] = attested ? bounds.latestStart : bounds.earliestStart;
      to[place] = attested ? bounds.earliestEnd : bounds.latestEnd;
    } else {
      from[place] = read.heads[claim * Head.size + Head.earliestStart] as number;
      to[place] = read.heads[claim * Head.size + Head.latestEnd] as number;
    }
  }
  const inTies = (a: number, b: number): number =>
    (to[a] as Day) - (to[b] as Day) || compareClaims(read, claims[a] as number, claims[b] as number);
  return placesByDay(from, inTies).map((place) => claims[place] as number);
}

/** Places in the order of their days, ties as told. Days are sorted as plain numbers, which engines do best. */
function placesByDay(days: Int32Array, inTies: (a: number, b: number) => number): number[] {
  const places: number[] = [];
  if (days.length > MOST_PLACES) {
    for (let place = 0; place < days.length; place++) places.push(place);
    return places.sort((a, b) => (days[a] as Day) - (days[b] as Day) || inTies(a, b));
  }
  const keys = new Float64Array(days.length);
  for (let place = 0; place < days.length; place++)
    keys[place] = ((days[place] as Day) - DAY_MIN) * MOST_PLACES + place;
  keys.sort();
  let first = 0;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    const place = key - Math.floor(key / MOST_PLACES) * MOST_PLACES;
    places.push(place);
    if (days[place] === days[places[first] as number]) continue;
    sortFrom(places, first, i, inTies);
    first = i;
  }
  sortFrom(places, first, places.length, inTies);
  return places;
}

function sortFrom(
  places: number[],
  first: number,
  end: number,
  inTies: (a: number, b: number) => number,
): void {
  if (end - first < 2) return;
  const tied = places.slice(first, end).sort(inTies);
  for (let i = 0; i < tied.length; i++) places[first + i] = tied[i] as number;
}

/** Days have 32 bits and a number 53: so many places can be written beside a day. */
const MOST_PLACES = 2 ** 21;

function timelineRow(row: ClaimRow, bounds: TimeBounds): TimelineRow<AnyClaim> {
  const { claim } = row;
  const timed = {
    claim,
    certainty: row.certainty,
    time: claim.valid ?? (claim.attested ?? []).join(" "),
    attested: bounds.attested,
    earliestStart: dayText(bounds.earliestStart),
    latestStart: dayText(bounds.latestStart),
    earliestEnd: dayText(bounds.earliestEnd),
    latestEnd: dayText(bounds.latestEnd),
  };
  return row.lastAttested === undefined ? timed : { ...timed, lastAttested: row.lastAttested };
}

const texts = new Map<Day, string>();

/** A day as text; the same days come up again and again, so each is written once. */
function dayText(day: Day): string {
  let text = texts.get(day);
  if (text === undefined) {
    if (texts.size > 50_000) texts.clear();
    text = formatDay(day);
    texts.set(day, text);
  }
  return text;
}
