/**
 * How a figure changed from report to report: what was said of one matter and one time, in the order in which it was
 * said.
 */
import { InvalidQueryError } from "../errors.ts";
import { citationDays } from "../graph/claim-times.ts";
import type { IdOfKind, KnowledgeGraph } from "../graph/knowledge-graph.ts";
import type { AnyClaim, ReadGraph } from "../graph/read-graph.ts";
import { compareIds, readGraph } from "../graph/temporal-index.ts";
import type { Citation } from "../model/citation.ts";
import type { Scope } from "../model/claim.ts";
import { boundsOfQuantity, HEDGES, type HedgeConvention, type Quantity } from "../model/quantity.ts";
import type { Ontology } from "../ontology/define.ts";
import { findRelation } from "../ontology/ontology.ts";
import type { Comparator } from "../ontology/vocabulary.ts";
import { type Answer, answer } from "../query/answer.ts";
import { forEachClaimOf } from "../query/claims.ts";
import { type ClaimFilter, type CompiledFilter, compileFilter, knownCitations, lastDayAsked } from "../query/filter.ts";
import { claimNumber, entityNumber } from "../query/rows.ts";
import { sameScope } from "../query/series.ts";
import type { Day } from "../time/partial-date.ts";
import { labelsIn } from "./claim-sentence.ts";
import { type RevisionStep, stepBetween } from "./revision-step.ts";
import { quantityInWords } from "./quantity-in-words.ts";

export type { RevisionStep } from "./revision-step.ts";

/** Which figures: those of a subject on an indicator, or those on the matter of one claim. */
export type RevisionsOptions<Subject extends string = string, Indicator extends string = string> = ClaimFilter &
  (
    | {
        readonly subject: Subject;
        readonly indicator: Indicator;
        /** Exactly this scope; all of them, each a matter of its own, when absent or `"any"`. */
        readonly scope?: Scope | "any";
      }
    | { readonly claim: string }
  );

/** One figure as one document gave it. Dates are EDTF as the records write them. */
export interface FigureReport {
  readonly claim: string;
  readonly source: string;
  /** When it was said, as far as that is known. */
  readonly stated: string;
  readonly published: string;
  readonly status: AnyClaim["status"];
  readonly quantity: Quantity;
  /** The figure in words, hedge and unit included. */
  readonly text: string;
  readonly value: number;
  readonly comparator: Comparator;
  readonly unit: string;
  /** What the words and digits cannot leave; ±Infinity where a hedge leaves a side open. */
  readonly low: number;
  readonly high: number;
}

/** What was reported of one matter and time, in order, and each change on the way. */
export interface FigureHistory {
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  readonly scope: Scope | undefined;
  /** The time as written by the first of the claims. */
  readonly time: string;
  /** By day stated, then day published, then place in the document. */
  readonly reports: readonly FigureReport[];
  /** One for each two reports in a row that give different claims; empty where nothing changed. */
  readonly steps: readonly RevisionStep[];
}

/**
 * The histories of figures, by time: claims share one if they share the relation's functional key, the scope and the
 * valid time. A stock that is attested on another day is another time, not a revision. What a citation denies is no
 * report of it. Plans and forecasts come in only if `status` asks for them. Cost: the subject's claims.
 *
 * @throws NotFoundError `graph/unknown-entity`, `graph/unknown-claim`; InvalidQueryError `query/no-figure` for a claim
 *   without one, and those of the filter
 * @example
 * const [history] = revisions(graph, { subject: "region/xinjiang", indicator: "indicator/trade-value", at: "2023" });
 * history.steps.map((step) => step.reason);
 * // ["from over 357 billion CNY (…) to 357.3 billion CNY: the same figure, more precise", …]
 */
export function revisions<O extends Ontology, Ids extends string>(
  graph: KnowledgeGraph<O, Ids>,
  options: RevisionsOptions<Ids, IdOfKind<Ids, "indicator">>,
): Answer<FigureHistory> {
  const read = readGraph(graph);
  const { chosen, filter } = chooseFigures(read, options);
  const compiled = compileFilter(read, filter);
  const matters = new Map<string, { readonly start: Day; readonly numbers: number[] }>();
  forEachClaimOf(read, chosen.subject, "out", undefined, compiled, (number) => {
    if (!chosen.test(number)) return;
    const key = matterOf(read, number, compiled);
    const matter = matters.get(key);
    if (matter) matter.numbers.push(number);
    else matters.set(key, { start: startOf(compiled, number), numbers: [number] });
  });
  const histories = [...matters.values()]
    .map(({ start, numbers }) => ({ start, history: historyOf(read, numbers, filter) }))
    .filter(({ history }) => chosen.claim === undefined || history.reports.some(({ claim }) => claim === chosen.claim))
    .sort((a, b) => a.start - b.start || compareIds(a.history.time, b.history.time))
    .map(({ history }) => history);
  return answer(histories, compiled.tally);
}
