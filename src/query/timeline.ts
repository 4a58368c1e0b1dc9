/**
 * Claims in the order of their time.
 */
import type { KindOfId, KnowledgeGraph } from "../graph/knowledge-graph.ts";
import { compareIds, readGraph } from "../graph/temporal-index.ts";
import type { ClaimOf } from "../model/claim.ts";
import type { Ontology } from "../ontology/define.ts";
import type { Direction, RelationOf, RelationsAt } from "../ontology/ontology.ts";
import { type Day, formatDay } from "../time/partial-date.ts";
import { type Answer, answer } from "./answer.ts";
import { forEachClaimOf } from "./claim-walk.ts";
import type { ClaimsOptions } from "./claims.ts";
import { compileFilter } from "./filter.ts";
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
 * // [["2023-11", "established"], ["2023-11-01", "launched"], …]
 */
export function timeline<
  O extends Ontology,
  Ids extends string,
  const Id extends Ids,
  D extends Direction = "both",
  R extends RelationsAt<O, KindOfId<O, Id>, D> = RelationsAt<O, KindOfId<O, Id>, D>,
>(
  graph: KnowledgeGraph<O, Ids>,
  id: Id,
  options: ClaimsOptions<R, D> = {},
): Answer<TimelineRow<ClaimOf<O, R & RelationOf<O>>>> {
  const read = readGraph(graph);
  const compiled = compileFilter(read, options, CLAIMS_OPTIONS);
  const found: {
    readonly from: Day;
    readonly to: Day;
    readonly row: TimelineRow<{ readonly id: string }>;
  }[] = [];
  forEachClaimOf(
    read,
    entityNumber(read, id),
    direction,
    relationNumbers(read, relation),
    compiled,
    (number, level) => {
      const row = claimRow(read, number, level);
      const bounds = compiled.bounds(number);
      found.push({
        from: bounds.attested ? bounds.latestStart : bounds.earliestStart,
        to: bounds.attested ? bounds.earliestEnd : bounds.latestEnd,
        row: {
          ...row,
          time: row.claim.valid ?? (row.claim.attested ?? []).join(" "),
          attested: bounds.attested,
          earliestStart: formatDay(bounds.earliestStart),
          latestStart: formatDay(bounds.latestStart),
          earliestEnd: formatDay(bounds.earliestEnd),
          latestEnd: formatDay(bounds.latestEnd),
        },
      });
    },
  );
  found.sort((a, b) => a.from - b.from || a.to - b.to || compareIds(a.row.claim.id, b.row.claim.id));
  return answer(
    found.map(({ row }) => row),
    compiled.tally,
  ) as never;
}
