/**
 * Who said what, in short: the figure as reported, its sources and days, for reasons that set claims side by side.
 */
import type { AnyClaim, ReadGraph } from "../graph/read-graph.ts";
import type { Citation } from "../model/citation.ts";
import { knownCitations } from "../query/filter.ts";
import type { Day } from "../time/partial-date.ts";
import type { Labels } from "./claim-sentence.ts";
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
 * The sources of a claim in short, those that deny it left out.
 *
 * @example
 * sourcesInWords(telling, claim);
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
