/**
 * N-Quads.
 *
 * @see https://www.w3.org/TR/n-quads/
 * @module xinjiang-graph/format/n-quads
 */
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import type { Ontology } from "../ontology/define.ts";
import type { LabelOptions } from "./export-view.ts";
import { chunksOfLines, type TextChunks, wholeText } from "./lines.ts";
import type { LossReport } from "./loss.ts";
import { type RdfDataset, rdfDataset } from "./rdf-dataset.ts";
import type { Quad, RdfOptions, Term } from "./rdf-terms.ts";

/**
 * The graph as N-Quads, record after record in order of id, the lines of each once and in code-unit order. What a claim says is a statement in the graph that bears the
 * claim's IRI; everything about the claim, entities and sources is in the default graph. The same quads as
 * `toJsonLd`. No blank nodes. Linear in the records.
 *
 * @throws InvalidQueryError `format/unknown-option`, `format/invalid-option`; FormatError `format/too-long`;
 *   KnowledgeGraphError `graph/not-a-knowledge-graph`
 * @example
 * toNQuads(graph).text;
 * // <…/port/biedieli> <…/opensTo> <…/country/kyrgyzstan> <…/claim/biedieli-port-opens-to-kyrgyzstan> .
 */
export function toNQuads<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  options: RdfOptions & LabelOptions = {},
): { readonly text: string; readonly loss: LossReport } {
  return wholeText(nQuadsChunks(graph, options));
}

/**
 * The same text as {@link toNQuads} in pieces of some 64 kB, for files larger than memory should hold. The loss report
 * is the value that the generator returns.
 *
 * @throws InvalidQueryError `format/unknown-option`, `format/invalid-option`; KnowledgeGraphError
 *   `graph/not-a-knowledge-graph`
 * @example
 * Array.from(nQuadsChunks(graph), (chunk) => chunk.length).length > 1; // true
 */
export function nQuadsChunks<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  options: RdfOptions & LabelOptions = {},
): TextChunks {
  return documentChunks(rdfDataset(graph, "N-Quads", options));
}

function* documentChunks({ records, tally }: RdfDataset): TextChunks {
  yield* chunksOfLines(documentLines(records));
  return tally.report();
}

function* documentLines(records: Iterable<readonly Quad[]>): Generator<string, void, void> {
  for (const quads of records) yield* quads.map(quadLine).sort();
}

function quadLine({ subject, predicate, object, graph }: Quad): string {
  const terms = [
    `<${subject}>`,
    `<${predicate}>`,
    termText(object),
    ...(graph === undefined ? [] : [`<${graph}>`]),
  ];
  return `${terms.join(" ")} .`;
}

function termText(term: Term): string {
  if ("iri" in term) return `<${term.iri}>`;
  const literal = `"${term.text.replace(/["\\\p{Cc}]/gu, escapeCharacter)}"`;
  if (term.language !== undefined) return `${literal}@${term.language}`;
  return term.datatype === undefined ? literal : `${literal}^^<${term.datatype}>`;
}

function escapeCharacter(character: string): string {
  const short = SHORT_ESCAPES[character];
  return short ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};
