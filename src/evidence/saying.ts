/**
 * Who said what, in short: the figure as reported, its sources and days, for reasons that set claims side by side.
 */
import type { AnyClaim, ReadGraph } from "../graph/read-graph.ts";
import type { Citation } from "../model/citation.ts";
import { type ClaimFilter, lastDayAsked } from "../query/filter.ts";
import { knownCitations } from "../query/known.ts";
import type { Day } from "../time/partial-date.ts";
import { type Labels, labelsIn, sentenceOf } from "./claim-sentence.ts";
import { quantityInWords } from "./quantity-in-words.ts";
import { inWords, timeInWords } from "./time-in-words.ts";

/** What claims are told with: the graph, names, and the days by which one may know of a citation. */
export interface Telling {
  readonly read: ReadGraph;
  readonly label: Labels;
  readonly reportedBy: Day;
  readonly statedBy: Day;
}

/**
 * Prepares the telling of claims: names in a language, as they may be known under the filter.
 *
 * @throws InvalidQueryError `query/indefinite-date`
 */
export function tellingOf(
  read: ReadGraph,
  filter: Pick<ClaimFilter, "reportedBy" | "statedBy">,
  lang?: string,
): Telling {
  const reportedBy = lastDayAsked("reportedBy", filter.reportedBy);
  const statedBy = lastDayAsked("statedBy", filter.statedBy);
  const name = labelsIn(read, lang, reportedBy, statedBy);
  const names = new Map<string, string>();
  const label: Labels = (id) => {
    const known = names.get(id) ?? name(id);
    names.set(id, known);
    return known;
  };
  return { read, label, reportedBy, statedBy };
}

/** What a claim says but for its figure, by its relation's template: "GDP of Xinjiang in 2024". */
export function topicInWords({ read, label }: Telling, claim: Topic): string {
  const { quantity: _figure, scope, ...rest } = claim;
  const topic = {
    label: "",
    id: "",
    citations: [],
    status: "actual" as const,
    ...rest,
    ...(scope && { scope }),
  };
  return sentenceOf(read, topic, label);
}

/** As much of a claim as its sentence needs. */
export type Topic = Pick<AnyClaim, "relation" | "subject" | "object"> &
  Partial<Omit<AnyClaim, "scope">> & { readonly scope?: AnyClaim["scope"] | undefined };

/**
 * The sources of a claim in short, those that deny it left out.
 *
 * @example
 * const read = readGraph(graph);
 * const claim = read.claim(read.claimNumber("xinjiang-trade-value-2023-357-3bn") ?? 0);
 * sourcesInWords(tellingOf(read, {}), claim);
 * // "Chen Weijun, per State Council Information Office (stated 2024-05-21, published 2024-06-27)"
 */
export function sourcesInWords(telling: Telling, claim: AnyClaim): string {
  const known = knownCitations(telling.read, claim, telling.reportedBy, telling.statedBy);
  const bearing = known.filter(([{ stance }]) => stance !== "denies");
  const words = (bearing.length > 0 ? bearing : known).map(([citation]) => sourceInWords(telling, citation));
  return inWords([...new Set(words)]);
}

/** The figure of a claim as its source gave it, or else in the words of the library. */
export function figureInWords({ read }: Telling, { quantity }: AnyClaim): string {
  if (!quantity) return "no figure";
  return quantity.asReported ?? quantityInWords(quantity, read.ontology);
}

/** The time of a claim: "in 2023", "as attested on 2024-05-21". */
export function timeOfClaim(claim: AnyClaim): string {
  return timeInWords(claim).replace(/^[,\s]+/, "");
}

function sourceInWords({ read, label }: Telling, citation: Citation): string {
  const source = read.sources[citation.source];
  const speaker = citation.speaker === undefined ? citation.speakerDescription : label(citation.speaker);
  const said = citation.stated ?? source?.held;
  const published = source?.published ?? "on an unknown day";
  const days =
    said === undefined || said === published ? published : `stated ${said}, published ${published}`;
  const publisher = `${source?.publisher.name ?? citation.source} (${days})`;
  return speaker === undefined ? publisher : `${speaker}, per ${publisher}`;
}
