/**
 * Checking citations against texts: whether the passage that a fingerprint describes stands in the text that somebody
 * else holds, and where. Works on any extraction of an article, since passages are compared after normalisation.
 */
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import { claimNumbers, compareIds, type ReadGraph } from "../graph/read-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { Citation } from "../model/citation.ts";
import type { Ontology } from "../ontology/define.ts";
import { assertKnownOptions } from "../query/known-options.ts";
import { claimNumber } from "../query/rows.ts";
import { type FoundPassage, findPassages, type Place, type SoughtPassage } from "./find-passages.ts";
import { present } from "./present.ts";
import { findText, type SourceTexts, textIds } from "./texts.ts";

export type { Place } from "./find-passages.ts";

/**
 * `verified`: the passage stands at its offsets. `moved`: at one other place. `ambiguous`: at several other places.
 * `missing`: nowhere. `unverifiable`: it cannot be told.
 */
export const CITATION_VERDICTS = ["verified", "moved", "ambiguous", "missing", "unverifiable"] as const;
/** One of {@link CITATION_VERDICTS}. */
export type CitationVerdict = (typeof CITATION_VERDICTS)[number];

/** What became of one citation. Offsets are UTF-16 units of the text handed in, end exclusive. */
export interface CitationCheck {
  readonly claim: string;
  /** Which of the claim's citations, from 0. */
  readonly citation: number;
  readonly source: string;
  readonly status: CitationVerdict;
  /** Where it stands, if `verified` or `moved`. */
  readonly start?: number;
  readonly end?: number;
  /** Everywhere it stands, if `ambiguous`. */
  readonly places?: readonly Place[];
  /** Why it is `unverifiable`. */
  readonly reason?: "no fingerprint" | "no text";
}

/** The citations checked, by claim id and position, with totals. */
export interface Verification {
  readonly citations: readonly CitationCheck[];
  readonly totals: Readonly<Record<CitationVerdict, number>>;
  /** Ids that texts were handed in for and that no checked citation cites: a misspelt id ends up here. */
  readonly unusedTexts: readonly string[];
}

/** Which citations are checked. */
export interface VerifyOptions {
  /** Only the citations of these claims; of all claims when absent. */
  readonly claims?: string | readonly string[];
  /** Only citations of these sources. */
  readonly source?: string | readonly string[];
}

/**
 * Checks each citation against the text of its source: other line breaks, no-break spaces, soft hyphens, another
 * Unicode form and text around it do not matter, one changed letter does. The rolling hash finds candidates in one pass
 * over a text for each length of passage, SHA-256 confirms them. Nothing of the texts is kept.
 *
 * @param texts the texts by source id, in an object or a map; sources without one are `unverifiable`
 * @throws NotFoundError `graph/unknown-claim`; InvalidQueryError `query/not-a-text`, `query/unknown-option`
 * @example
 * const source = "scio-2024-06-27";
 * const { totals } = await verifyCitations(graph, { [source]: await readFile(`${source}.txt`, "utf8") }, { source });
 * totals; // { verified: …, moved: 0, ambiguous: 0, missing: 0, unverifiable: 0 }
 */
export async function verifyCitations<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  texts: SourceTexts,
  options: VerifyOptions = {},
): Promise<Verification> {
  assertKnownOptions(options, ["claims", "source"]);
  const citations = chosenCitations(readGraph(graph), options);
  const found = await findInTexts(citations, texts);
  const checks = citations.map((chosen) => ({
    ...{ claim: chosen.claim, citation: chosen.index, source: chosen.citation.source },
    ...verdict(chosen, found.get(chosen)),
  }));
  const totals = { verified: 0, moved: 0, ambiguous: 0, missing: 0, unverifiable: 0 };
  for (const { status } of checks) totals[status] += 1;
  const cited = new Set(checks.map((check) => check.source));
  return { citations: checks, totals, unusedTexts: textIds(texts).filter((id) => !cited.has(id)) };
}

/** A citation to check. `passage` is absent where it has no fingerprint. */
interface ChosenCitation {
  readonly claim: string;
  readonly index: number;
  readonly citation: Citation;
  readonly passage: SoughtPassage | undefined;
}

/** Each text is searched once, for all passages of its source. */
async function findInTexts(
  citations: readonly ChosenCitation[],
  texts: SourceTexts,
): Promise<ReadonlyMap<ChosenCitation, FoundPassage>> {
  const bySource = new Map<string, ChosenCitation[]>();
  for (const chosen of citations) {
    if (!chosen.passage) continue;
    const group = bySource.get(chosen.citation.source);
    if (group) group.push(chosen);
    else bySource.set(chosen.citation.source, [chosen]);
  }
  const found = new Map<ChosenCitation, FoundPassage>();
  for (const [source, group] of bySource) {
    const text = findText(texts, source);
    if (text === undefined) continue;
    const passages = await findPassages(
      text,
      group.map(({ passage }) => passage as SoughtPassage),
    );
    group.forEach((chosen, i) => {
      found.set(chosen, passages[i] as FoundPassage);
    });
  }
  return found;
}

function chosenCitations(read: ReadGraph, { claims, source }: VerifyOptions): ChosenCitation[] {
  const sources = typeof source === "string" ? [source] : source;
  const ids = typeof claims === "string" ? [claims] : claims;
  const numbers = ids ? [...new Set(ids)].map((id) => claimNumber(read, id)) : claimNumbers(read);
  return numbers
    .map((number) => read.claim(number))
    .sort((a, b) => compareIds(a.id, b.id))
    .flatMap((claim) =>
      claim.citations.map((citation, index) => ({
        claim: claim.id,
        index,
        citation,
        passage: passageOf(citation),
      })),
    )
    .filter(({ citation }) => !sources || sources.includes(citation.source));
}

function passageOf({ start, end, length, hash, sha256 }: Citation): SoughtPassage | undefined {
  if (length === undefined || hash === undefined || sha256 === undefined) return undefined;
  return { ...present({ start, end }), length, hash, sha256 };
}

function verdict(
  { citation, passage }: ChosenCitation,
  found: FoundPassage | undefined,
): Pick<CitationCheck, "status"> & Partial<CitationCheck> {
  if (!passage) return { status: "unverifiable", reason: "no fingerprint" };
  if (!found) return { status: "unverifiable", reason: "no text" };
  const { start, end } = citation;
  if (found.atOffsets) return { status: "verified", ...present({ start, end }) };
  const [only] = found.places;
  if (!only) return { status: "missing" };
  return found.places.length === 1
    ? { status: "moved", ...only }
    : { status: "ambiguous", places: found.places };
}
