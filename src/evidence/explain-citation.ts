/**
 * One citation of a claim explained: the document, the speaker with the posts of that day, voice, stance, and the
 * attributed sentence.
 */
import { notFound } from "../errors.ts";
import type { ReadGraph } from "../graph/read-graph.ts";
import type { Citation } from "../model/citation.ts";
import type { Publisher, Source } from "../model/source.ts";
import { attributionLead, type Speaker } from "./attribution.ts";
import type { Labels } from "./claim-sentence.ts";
import { locatePassage } from "./locate-passage.ts";
import { present } from "./present.ts";
import { postsOf } from "./speaker-posts.ts";
import { fragmentLink, type LinkableText, linkableText } from "./text-fragment.ts";
import { findText, type SourceTexts } from "./texts.ts";

/** One citation, with all that tells how far it bears the claim. */
export interface ExplainedCitation {
  readonly source: string;
  readonly publisher: Publisher;
  readonly title: string;
  /** True where the document bears no title and the editors gave one. */
  readonly titleByEditors?: boolean;
  readonly genre: string;
  readonly language: string;
  readonly translatedFrom?: string;
  readonly authors?: readonly string[];
  /** Where the text was read, if not at the publisher's. */
  readonly host?: string;
  readonly reprintOf?: string;
  readonly derivedFrom?: string;
  readonly url?: string;
  readonly published: string;
  /** When it was said, and how that is known; of a `publication`, only that it was said no later. */
  readonly stated: { readonly date: string; readonly from: "citation" | "source" | "publication" };
  readonly voice: Citation["voice"];
  readonly stance: Citation["stance"];
  readonly speaker?: Speaker;
  readonly speakerDescription?: string;
  readonly readAs?: Citation["readAs"];
  /** Opens the page at the passage; only where its text was handed in and holds the passage. */
  readonly link?: string;
  /** The attributed sentence. */
  readonly text: string;
}

/** What the citations of one claim are explained with. */
export interface CitationContext {
  readonly read: ReadGraph;
  readonly label: Labels;
  /** What is claimed, and what a denial denies. */
  readonly sentences: { readonly claim: string; readonly denial: string };
  readonly known: { readonly reportedBy?: string; readonly statedBy?: string };
  readonly texts: SourceTexts | undefined;
}

/**
 * One citation with its attributed sentence.
 *
 * @throws NotFoundError `graph/unknown-source`; InvalidQueryError `query/not-a-text`
 */
export function explainCitation(citation: Citation, context: CitationContext): ExplainedCitation {
  const { read, label, sentences, known } = context;
  const source = sourceOf(read, citation.source);
  const { voice, stance, speakerDescription, readAs } = citation;
  const { publisher, title, titleByEditors, genre, language, translatedFrom, authors } = source;
  const { host, reprintOf, derivedFrom, url, published } = source;
  const stated = statedIn(citation, source);
  const speaker =
    citation.speaker === undefined
      ? undefined
      : {
          id: citation.speaker,
          label: label(citation.speaker),
          posts: postsOf(
            read,
            { speaker: citation.speaker, stated: stated.date, source: source.id },
            label,
            known,
          ),
        };
  const lead = attributionLead({
    ...{ voice, stance, publisher, published },
    ...present({
      ...{ speaker, speakerDescription, host },
      said: stated.from === "publication" ? undefined : stated.date,
      reprintOf: reprintOf === undefined ? undefined : documentName(read, reprintOf),
      derivedFrom: derivedFrom === undefined ? undefined : documentName(read, derivedFrom),
    }),
  });
  const link = linkTo(source, citation, context);
  return {
    ...{ source: source.id, publisher, title, genre, language, published, stated, voice, stance },
    ...present({ titleByEditors, translatedFrom, authors, host, reprintOf, derivedFrom, url }),
    ...present({ speaker, speakerDescription, readAs, link }),
    text: `${lead}: ${stance === "denies" ? sentences.denial : sentences.claim}.`,
  };
}

function statedIn(citation: Citation, source: Source): ExplainedCitation["stated"] {
  if (citation.stated !== undefined) return { date: citation.stated, from: "citation" };
  if (source.held !== undefined) return { date: source.held, from: "source" };
  return { date: source.published, from: "publication" };
}

/** A document as an attribution names it: its publisher and day. */
function documentName(read: ReadGraph, id: string): string {
  const source = Object.hasOwn(read.sources, id) ? read.sources[id] : undefined;
  return source ? `${source.publisher.name} of ${source.published}` : id;
}

/** Texts made ready for links, kept as long as the caller keeps what they came in. */
const linkables = new WeakMap<SourceTexts, Map<string, LinkableText>>();

function linkTo({ id, url }: Source, citation: Citation, { texts }: CitationContext): string | undefined {
  const raw = url === undefined || texts === undefined ? undefined : findText(texts, id);
  if (url === undefined || texts === undefined || raw === undefined) return undefined;
  const ready = linkables.get(texts) ?? new Map<string, LinkableText>();
  linkables.set(texts, ready);
  let text = ready.get(id);
  if (text?.raw !== raw) {
    text = linkableText(raw);
    ready.set(id, text);
  }
  const place = locatePassage(text, citation);
  return place && fragmentLink(url, text, ...place);
}

/**
 * A source by id.
 * @throws NotFoundError `graph/unknown-source`
 */
function sourceOf(read: ReadGraph, id: string): Source {
  const source = Object.hasOwn(read.sources, id) ? read.sources[id] : undefined;
  if (source) return source;
  throw notFound("graph/unknown-source", "source", id, Object.keys(read.sources));
}
