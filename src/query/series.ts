/**
 * The figures of an entity on an indicator, one point a claim: nothing is chosen, averaged or filled in.
 */
import { InvalidQueryError } from "../errors.ts";
import { objectOf } from "../graph/claim-layout.ts";
import type { IdOfKind, ReadableGraph } from "../graph/knowledge-graph.ts";
import type { AnyClaim } from "../graph/read-graph.ts";
import { compareIds, readGraph } from "../graph/temporal-index.ts";
import type { ClaimOf, Scope } from "../model/claim.ts";
import { boundsOfQuantity, HEDGES, type HedgeConvention, type Quantity } from "../model/quantity.ts";
import type { Ontology } from "../ontology/define.ts";
import type { XinjiangOntology } from "../ontology/ontology.ts";
import type { Comparator } from "../ontology/vocabulary.ts";
import { type Day, formatDay } from "../time/partial-date.ts";
import { type Answer, answer } from "./answer.ts";
import { forEachClaimOf } from "./claim-walk.ts";
import { type ClaimFilter, compileFilter } from "./filter.ts";
import { narrowedFilter } from "./narrowed-filter.ts";
import { type ClaimRow, claimRow, entityNumber } from "./rows.ts";

/** Which figures: of whom, on what, narrowed to what. */
export interface SeriesOptions<Subject extends string, Indicator extends string> extends ClaimFilter {
  readonly subject: Subject;
  readonly indicator: Indicator;
  /** Exactly this scope; `"any"` for all. Only figures without a scope when absent. */
  readonly scope?: Scope | "any";
  /** How far hedges reach for the soft bounds; the library's convention unless given. */
  readonly hedges?: HedgeConvention;
}

/** One figure. All bounds are in `unit`; ±Infinity where a hedge leaves a side open. */
export interface SeriesPoint<C> extends ClaimRow<C> {
  /** The time as written. */
  readonly time: string;
  /** First and last day of the time, ISO days; for attested stocks the attested days. */
  readonly from: string;
  readonly to: string;
  /** The figure as reported. */
  readonly quantity: Quantity;
  readonly value: number;
  readonly unit: string;
  readonly comparator: Comparator;
  /** What the words and digits cannot leave. */
  readonly low: number;
  readonly high: number;
  /** Where the figure is ordinarily meant to lie: error bars. */
  readonly softLow: number;
  readonly softHigh: number;
  readonly status: AnyClaim["status"];
  readonly scope: Scope | undefined;
}

/**
 * The points of a series, by first day, last day and claim id. Several sources may give several points for one time;
 * all are kept. Forecasts and targets come only if `status` asks for them. Cost: the subject's claims.
 *
 * @throws NotFoundError `graph/unknown-entity`; InvalidQueryError `query/missing-option` and those of the filter
 * @example
 * series(graph, { subject: "region/xinjiang", indicator: "indicator/trade-value", during: "2022/2024" })
 *   .map((point) => [point.time, point.comparator, point.value]);
 * // [["2022", "=", 246360000000], ["2022", ">", 200000000000], ["2023", "=", 357330000000], …]
 */
export function series<O extends Ontology = XinjiangOntology, Ids extends string = string>(
  graph: ReadableGraph<O, Ids>,
  options: SeriesOptions<NoInfer<Ids>, IdOfKind<NoInfer<Ids>, "indicator">>,
): Answer<SeriesPoint<ClaimOf<O>>> {
  const read = readGraph(graph);
  const { subject, indicator, scope, hedges = HEDGES, ...filter } = options;
  for (const [option, id] of [
    ["subject", subject],
    ["indicator", indicator],
  ] as const) {
    if (id !== undefined) continue;
    throw new InvalidQueryError(
      "query/missing-option",
      `No ${option} is given; a series is of one subject and one indicator, as findEntities lists them.`,
      { path: `/${option}` },
    );
  }
  const compiled = compileFilter(read, filter);
  const object = entityNumber(read, indicator);
  const points: { readonly from: Day; readonly to: Day; readonly point: SeriesPoint<AnyClaim> }[] = [];
  forEachClaimOf(
    read,
    entityNumber(read, subject),
    "out",
    undefined,
    narrowedFilter(compiled, (claim) => objectOf(read, claim) === object),
    (number, level) => {
      const claim = read.claim(number);
      if (!claim.quantity || (scope !== "any" && !sameScope(claim.scope, scope))) {
        compiled.tally.attribute += 1;
        return;
      }
      const bounds = compiled.bounds(number);
      const from = bounds.attested ? bounds.latestStart : bounds.earliestStart;
      const to = bounds.attested ? bounds.earliestEnd : bounds.latestEnd;
      const { value, low, high, softLow, softHigh } = boundsOfQuantity(claim.quantity, hedges);
      points.push({
        from,
        to,
        point: {
          ...claimRow(read, number, level, compiled),
          time: claim.valid ?? (claim.attested ?? []).join(" "),
          from: formatDay(from),
          to: formatDay(to),
          ...{
            quantity: claim.quantity,
            value,
            unit: claim.quantity.unit,
            comparator: claim.quantity.comparator ?? "=",
          },
          ...{ low, high, softLow, softHigh, status: claim.status, scope: claim.scope },
        },
      });
    },
  );
  points.sort((a, b) => a.from - b.from || a.to - b.to || compareIds(a.point.claim.id, b.point.claim.id));
  return answer(
    points.map(({ point }) => point),
    compiled.tally,
  ) as never;
}

/** Whether two scopes narrow to the same thing; an empty one equals none. */
export function sameScope(a: Scope = {}, b: Scope = {}): boolean {
  return a.partner === b.partner && a.place === b.place && a.within === b.within && a.part === b.part;
}
