/**
 * Why a claim stands in the graph: what it says, and who said so, citation by citation, as data and as attributed prose.
 */
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import type { AnyClaim, ReadGraph } from "../graph/read-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { ClaimOf } from "../model/claim.ts";
import { boundsOfQuantity, type Quantity } from "../model/quantity.ts";
import type { Ontology } from "../ontology/define.ts";
import { lastDayAsked } from "../query/filter.ts";
import { asAttestedBy, knownCitations, revisedBounds } from "../query/known.ts";
import { assertKnownOptions } from "../query/known-options.ts";
import { claimNumber } from "../query/rows.ts";
import { describeBounds } from "../time/time-question.ts";
import { labelsIn, sentenceOf } from "./claim-sentence.ts";
import { type CitationContext, type ExplainedCitation, explainCitation } from "./explain-citation.ts";
import { present } from "./present.ts";
import { quantityInWords } from "./quantity-in-words.ts";
import type { SourceTexts } from "./texts.ts";
import { timeInWords } from "./time-in-words.ts";

/** What is known of the claim, and how it is worded. */
export interface ExplainOptions {
  /** Only what had been published by this day (EDTF): citations, attested days, names and posts. */
  readonly reportedBy?: string;
  /** Only what had been said by this day (EDTF). */
  readonly statedBy?: string;
  /** Language of the names, BCP 47; the words around them are English. */
  readonly lang?: string;
  /** Texts of sources: for these, citations get a link that opens the page at the passage. */
  readonly texts?: SourceTexts;
}

/** A claim explained. Dates are EDTF as the records write them. */
export interface Explanation<C = AnyClaim> {
  /** The graph's own record: a view. */
  readonly claim: C;
  /** What is claimed, in the library's words; true or not, it is the sources'. */
  readonly sentence: string;
  readonly status: AnyClaim["status"];
  readonly time: ExplainedTime;
  readonly quantity?: ExplainedQuantity;
  /** Why, where the editors took a step that the text does not spell out. */
  readonly inferred?: string;
  readonly citations: readonly ExplainedCitation[];
  /** One attributed sentence a citation, and what the editors resolved or inferred. */
  readonly text: string;
}

/** The time that a claim speaks of. */
export interface ExplainedTime {
  /** As written: `valid`, or the attested days. */
  readonly written: string;
  readonly attested: boolean;
  /** As it reads in the sentence: "in 2023". */
  readonly text: string;
  /** What follows for the first and the last day: "2023-01-01 to 2023-12-31". */
  readonly bounds: string;
  /** The source's relative words that `valid` was resolved from: "last year". */
  readonly validAs?: string;
}

/** A figure in words and in numbers, in its own unit; ±Infinity where a hedge leaves a side open. */
export interface ExplainedQuantity {
  readonly text: string;
  readonly unit: string;
  readonly comparator: NonNullable<Quantity["comparator"]>;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The few words of the figure as written. */
  readonly asReported?: string;
  readonly equivalents?: Quantity["equivalents"];
}

/**
 * What a claim says and who said so. The prose attributes every sentence: to the speaker, with the posts that the graph
 * attests on the day of speaking, or to the publisher's own voice; a denial reads "denied". Nothing is said in the
 * library's own voice. The day of speaking is told where the source tells it apart from the publication. A fresh object;
 * the claim in it is the graph's. Cost: the claim's citations and the claims of their speakers; with `texts`, one pass
 * over the text of each source cited, at the first call with these texts.
 *
 * @throws NotFoundError `graph/unknown-claim`, `graph/unknown-source`; InvalidQueryError `query/unknown-option`,
 *   `query/indefinite-date`, `query/not-a-text`
 * @example
 * explain(graph, "xinjiang-trade-value-2023-357-3bn").text;
 * // "Chen Weijun, then executive vice chairman of People's Government of Xinjiang Uygur Autonomous Region and member …,
 * //  stated on 2024-05-21, per State Council Information Office (government), published 2024-06-27: Imports and exports
 * //  (total value) of Xinjiang in 2023: 357.3 billion CNY. The editors read \"Last year\" as 2023."
 */
export function explain<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  claimId: string,
  options: ExplainOptions = {},
): Explanation<ClaimOf<O>> {
  assertKnownOptions(options, ["reportedBy", "statedBy", "lang", "texts"]);
  const read = readGraph(graph);
  const number = claimNumber(read, claimId);
  const reportedBy = lastDayAsked("reportedBy", options.reportedBy);
  const statedBy = lastDayAsked("statedBy", options.statedBy);
  const claim = asAttestedBy(read.claim(number), Math.min(reportedBy, statedBy));
  const label = labelsIn(read, options.lang, reportedBy, statedBy);
  const sentences = {
    claim: sentenceOf(read, claim, label),
    denial: sentenceOf(read, claim, label, "denial"),
  };
  const { reportedBy: reported, statedBy: stated, texts } = options;
  const known = present({ reportedBy: reported, statedBy: stated });
  const context: CitationContext = { read, label, sentences, known, texts };
  const citations = knownCitations(read, claim, reportedBy, statedBy).map(([citation]) =>
    explainCitation(citation, context),
  );
  const { valid, attested, validAs, inferred } = claim;
  const notes = [
    ...(validAs === undefined || valid === undefined ? [] : [`The editors read "${validAs}" as ${valid}.`]),
    ...(inferred === undefined ? [] : [`The editors' inference: ${withoutStop(inferred)}.`]),
  ];
  const prose = citations.map((citation) => citation.text);
  return {
    claim: read.claim(number) as unknown as ClaimOf<O>,
    sentence: sentences.claim,
    status: claim.status,
    time: {
      written: valid ?? (attested ?? []).join(" "),
      attested: valid === undefined,
      text: timeInWords(claim).replace(/^,? /, ""),
      bounds: describeBounds(revisedBounds(read, number, reportedBy, statedBy)),
      ...present({ validAs }),
    },
    ...present({ quantity: claim.quantity && explainQuantity(claim.quantity, read), inferred }),
    citations,
    text: prose.length === 0 ? "No citation of it was known by then." : [...prose, ...notes].join(" "),
  };
}

function explainQuantity(quantity: Quantity, { ontology }: ReadGraph): ExplainedQuantity {
  const { value, low, high } = boundsOfQuantity(quantity);
  const { unit, comparator = "=", asReported, equivalents } = quantity;
  return {
    ...{ text: quantityInWords(quantity, ontology), unit, comparator, value, low, high },
    ...present({ asReported, equivalents }),
  };
}

function withoutStop(text: string): string {
  return text.replace(/[.\s]+$/, "");
}
