/**
 * How a figure changed from report to report: what was said of one matter and one time, in the order in which it was
 * said.
 */
import { InvalidQueryError, show } from "../errors.ts";
import { objectOf, subjectOf } from "../graph/claim-layout.ts";
import type { IdOfKind, ReadableGraph } from "../graph/knowledge-graph.ts";
import { type AnyClaim, compareIds, type ReadGraph } from "../graph/read-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { Scope } from "../model/claim.ts";
import type { Ontology } from "../ontology/define.ts";
import { type Answer, answer } from "../query/answer.ts";
import { forEachClaimOf } from "../query/claim-walk.ts";
import { type ClaimFilter, compileFilter } from "../query/filter.ts";
import { narrowedFilter } from "../query/narrowed-filter.ts";
import { claimNumber, entityNumber } from "../query/rows.ts";
import { sameScope } from "../query/series.ts";
import type { TimeBounds } from "../time/valid-time.ts";
import { figureMatterKey } from "./figure-matter.ts";
import { type FigureReport, figureReports } from "./figure-reports.ts";
import { type RevisionStep, stepBetween } from "./revision-step.ts";

/** Which figures: those of a subject on an indicator, or those on the matter of one claim. */
export type RevisionsOptions<Subject extends string = string, Indicator extends string = string> =
  | (ClaimFilter & {
      readonly subject: Subject;
      readonly indicator: Indicator;
      /** Exactly this scope; all of them, each a matter of its own, when absent or `"any"`. */
      readonly scope?: Scope | "any";
      readonly claim?: undefined;
    })
  | (ClaimFilter & { readonly claim: string });

/** What was reported of one matter and time, in order, and each change on the way. */
export interface FigureHistory {
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  readonly scope: Scope | undefined;
  /** The time, as the first report's claim writes it. */
  readonly time: string;
  /** By day stated, then day published, then place in the document. */
  readonly reports: readonly FigureReport[];
  /** One for each two reports in a row that give different figures; empty where nothing changed. */
  readonly steps: readonly RevisionStep[];
}

/**
 * The histories of figures, in order of time: claims share one if they share the functional key of their relation, the
 * scope and the valid time. A stock that is attested on another day is at another time and no revision. Plans and
 * forecasts come in only if `status` asks for them. Cost: the subject's claims.
 *
 * @throws NotFoundError `graph/unknown-entity`, `graph/unknown-claim`; InvalidQueryError `query/no-figure` for a claim
 *   without one, and those of the filter
 * @example
 * const asked = { subject: "region/xinjiang", indicator: "indicator/trade-value", at: "2023" } as const;
 * revisions(graph, asked).flatMap((history) => history.steps.map((step) => step.reason));
 * // ["From over 357 billion CNY (over 49.6 billion USD) (chinadaily-2024-03-07, 2024-03-07) to 357.3 billion CNY
 * //   (scio-2024-06-27, stated 2024-05-21, published 2024-06-27): the same figure, more precise.", …]
 */
export function revisions<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  options: RevisionsOptions<NoInfer<Ids>, IdOfKind<NoInfer<Ids>, "indicator">>,
): Answer<FigureHistory> {
  const read = readGraph(graph);
  const { subject, object, wanted, filter } = chosenFigures(read, options);
  const compiled = compileFilter(read, filter);
  const keyOf = (number: number): string => figureMatterKey(read, number, compiled.bounds(number));
  const matters = new Map<string, number[]>();
  const asked = narrowedFilter(compiled, (number) => objectOf(read, number) === object);
  forEachClaimOf(read, subject, "out", undefined, asked, (number) => {
    const claim = read.claim(number);
    if (!claim.quantity || !wanted(claim, number, keyOf)) return;
    const key = keyOf(number);
    const matter = matters.get(key);
    if (matter) matter.push(number);
    else matters.set(key, [number]);
  });
  const histories = [...matters.values()]
    .map((numbers) => ({
      bounds: compiled.bounds(numbers[0] as number),
      history: historyOf(read, numbers, figureReports(read, numbers, filter)),
    }))
    .filter(({ history }) => history.reports.length > 0)
    .sort(
      (a, b) =>
        startOf(a.bounds) - startOf(b.bounds) ||
        a.bounds.latestEnd - b.bounds.latestEnd ||
        compareIds(a.history.reports[0]?.claim ?? "", b.history.reports[0]?.claim ?? ""),
    )
    .map(({ history }) => history);
  return answer(histories, compiled.tally);
}

/** Whether a claim is among those asked for. */
type Wanted = (claim: AnyClaim, number: number, keyOf: (number: number) => string) => boolean;

function chosenFigures(
  read: ReadGraph,
  options: RevisionsOptions,
): {
  readonly subject: number;
  readonly object: number;
  readonly wanted: Wanted;
  readonly filter: ClaimFilter;
} {
  if (options.claim !== undefined) {
    const { claim: id, ...filter } = options;
    const chosen = claimNumber(read, id);
    if (!read.claim(chosen).quantity) {
      throw new InvalidQueryError(
        "query/no-figure",
        `The claim ${show(id)} has no figure; ask for a claim with a quantity, or by subject and indicator.`,
        { path: "/claim" },
      );
    }
    const subject = subjectOf(read, chosen);
    const object = objectOf(read, chosen);
    return { subject, object, wanted: (_claim, number, keyOf) => keyOf(number) === keyOf(chosen), filter };
  }
  const { subject, indicator, scope, claim: _none, ...filter } = options;
  return {
    subject: entityNumber(read, subject),
    object: entityNumber(read, indicator),
    wanted: (claim) => scope === undefined || scope === "any" || sameScope(claim.scope, scope),
    filter,
  };
}

function historyOf(
  read: ReadGraph,
  numbers: readonly number[],
  reports: readonly FigureReport[],
): FigureHistory {
  const first = read.claim(read.claimNumber(reports[0]?.claim ?? read.claimId(numbers[0] as number)));
  const { subject, relation, object, scope, valid, attested = [] } = first;
  const steps = reports.slice(1).flatMap((to, i) => {
    const from = reports[i] as FigureReport;
    return from.claim === to.claim ? [] : [stepBetween(from, to, read.ontology)];
  });
  return { subject, relation, object, scope, time: valid ?? attested.join(" "), reports, steps };
}

/** The day that orders a matter in time: the first attested one, or else the earliest start. */
function startOf({ attested, latestStart, earliestStart }: TimeBounds): number {
  return attested ? latestStart : earliestStart;
}
