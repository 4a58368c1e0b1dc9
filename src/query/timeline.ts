/**
 * Claims in the order of their time.
 */
import type { KindOfId, ReadableGraph } from "../graph/knowledge-graph.ts";
import { type AnyClaim, compareClaims, type ReadGraph } from "../graph/read-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { ClaimOf } from "../model/claim.ts";
import type { Ontology } from "../ontology/define.ts";
import type { Direction, RelationOf, RelationsAt } from "../ontology/ontology.ts";
import { type Day, formatDay } from "../time/partial-date.ts";
import type { TimeBounds } from "../time/valid-time.ts";
import { type Answer, answer } from "./answer.ts";
import { forEachClaimOf } from "./claim-walk.ts";
import { CLAIMS_OPTIONS, type ClaimsOptions } from "./claims.ts";
import { type CompiledFilter, compileFilter, type Level } from "./filter.ts";
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
function timelineOf(
  read: ReadGraph,
  id: string,
  options: ClaimsOptions,
): {
  readonly claims: number[];
  readonly levels: ReadonlyMap<number, Level>;
  readonly filter: CompiledFilter;
} {
  const filter = compileFilter(read, options, CLAIMS_OPTIONS);
  const claims: number[] = [];
  const levels = new Map<number, Level>();
  forEachClaimOf(
    read,
    entityNumber(read, id),
    options.direction ?? "both",
    relationNumbers(read, options.relation),
    filter,
    (claim, level) => {
      claims.push(claim);
      if (level < 2) levels.set(claim, level);
    },
  );
  return { claims: inTime(read, claims, filter), levels, filter };
}

/** Claims by first day, last day and id. */
function inTime(read: ReadGraph, claims: readonly number[], filter: CompiledFilter): number[] {
  const from: Day[] = [];
  const to: Day[] = [];
  for (const claim of claims) {
    const bounds = filter.bounds(claim);
    from.push(bounds.attested ? bounds.latestStart : bounds.earliestStart);
    to.push(bounds.attested ? bounds.earliestEnd : bounds.latestEnd);
  }
  const places = claims.map((_, place) => place);
  places.sort(
    (a, b) =>
      (from[a] as Day) - (from[b] as Day) ||
      (to[a] as Day) - (to[b] as Day) ||
      compareClaims(read, claims[a] as number, claims[b] as number),
  );
  return places.map((place) => claims[place] as number);
}

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
