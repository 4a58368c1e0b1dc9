/**
 * A figure as one document after another gave it.
 */
import { type AnyClaim, compareIds, type ReadGraph } from "../graph/read-graph.ts";
import type { Citation } from "../model/citation.ts";
import { boundsOfQuantity, type Quantity } from "../model/quantity.ts";
import type { Comparator } from "../ontology/vocabulary.ts";
import { type ClaimFilter, evidenceTest, lastDayAsked } from "../query/filter.ts";
import { knownCitations } from "../query/known.ts";
import { quantityInWords } from "./quantity-in-words.ts";

/** One figure as one document gave it. Dates are EDTF as the records write them. */
export interface FigureReport {
  readonly claim: string;
  readonly source: string;
  /** When it was said, as far as that is told apart from the publication. */
  readonly stated: string;
  readonly published: string;
  readonly status: AnyClaim["status"];
  /** The claim's own record: a view. */
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

/**
 * The reports of some claims with figures, by day stated, then day published, then place in the document. A document
 * that gives a figure twice reports it once; one that denies it does not report it. Citations that the filter leaves
 * out, or that nobody could know of yet, do not count.
 */
export function figureReports(
  read: ReadGraph,
  numbers: readonly number[],
  filter: ClaimFilter,
): readonly FigureReport[] {
  const counts = evidenceTest(read, filter);
  const reportedBy = lastDayAsked("reportedBy", filter.reportedBy);
  const statedBy = lastDayAsked("statedBy", filter.statedBy);
  const dated = numbers.flatMap((number) => {
    const claim = read.claim(number);
    const seen = new Set<string>();
    return knownCitations(read, claim, reportedBy, statedBy)
      .filter(([citation]) => citation.stance !== "denies" && (!counts || counts(citation)))
      .sort(([a], [b]) => (a.start ?? 0) - (b.start ?? 0))
      .filter(([{ source }]) => !seen.has(source) && seen.add(source))
      .map(([citation, days]) => ({ days, citation, report: reportOf(read, claim, citation) }));
  });
  return dated
    .sort(
      (a, b) =>
        a.days.stated.first - b.days.stated.first ||
        a.days.reported.first - b.days.reported.first ||
        compareIds(a.report.source, b.report.source) ||
        (a.citation.start ?? 0) - (b.citation.start ?? 0) ||
        compareIds(a.report.claim, b.report.claim),
    )
    .map(({ report }) => report);
}

function reportOf(read: ReadGraph, claim: AnyClaim, citation: Citation): FigureReport {
  const quantity = claim.quantity as Quantity;
  const source = read.sources[citation.source];
  const published = source?.published ?? "";
  const { value, low, high } = boundsOfQuantity(quantity);
  return {
    claim: claim.id,
    source: citation.source,
    stated: citation.stated ?? source?.held ?? published,
    published,
    status: claim.status,
    quantity,
    text: quantityInWords(quantity, read.ontology),
    ...{ value, comparator: quantity.comparator ?? "=", unit: quantity.unit, low, high },
  };
}
