/**
 * What a citation counts as when the support of a claim is counted: which document, publisher, owner and speaker.
 */
import type { Citation } from "../model/citation.ts";
import type { PublisherClass } from "../ontology/vocabulary.ts";
import { findSource, originOf, type Sources } from "./source-origin.ts";

/** A citation with what it counts as. */
export interface CountedVoice {
  readonly citation: Citation;
  /** Id of the document at the end of the chain of reprints. */
  readonly document: string;
  readonly publisher: string;
  readonly owner: string;
  readonly class: PublisherClass | "unknown";
  /** Who speaks; absent where the publisher does so itself. */
  readonly speaker: string | undefined;
}

/** What a citation counts as. The publisher of an original that the dataset does not hold is one that nobody knows. */
export function voiceOf(citation: Citation, sources: Sources): CountedVoice {
  const document = originOf(sources, citation.source);
  const publisher = findSource(sources, document)?.publisher;
  const name = publisher?.name ?? `the publisher of ${document}`;
  const { speaker, speakerDescription } = citation;
  return {
    citation,
    document,
    publisher: name,
    owner: publisher?.owner ?? name,
    class: publisher?.class ?? "unknown",
    speaker:
      speaker ?? (speakerDescription === undefined ? undefined : `${speakerDescription} (${document})`),
  };
}
