/**
 * Attribution: one sentence for one citation, which begins with who said it, in whose voice, when and by which
 * publisher. Nothing is ever said in the library's own voice.
 */
import type { Publisher } from "../model/source.ts";
import type { Stance, Voice } from "../ontology/vocabulary.ts";
import type { Post } from "./speaker-posts.ts";
import { dateInWords, dateWithPreposition, inWords } from "./time-in-words.ts";

/** Whose words they are. */
export interface Speaker {
  readonly id: string;
  readonly label: string;
  /** The posts that the graph attests for the speaker on the day of speaking; empty where none is attested then. */
  readonly posts: readonly Post[];
}

/** What an attribution is made from. Dates are EDTF as the records write them. */
export interface Attribution {
  readonly voice: Voice;
  readonly stance: Stance;
  readonly speaker?: Speaker;
  /** A speaker whom the source does not name. */
  readonly speakerDescription?: string;
  readonly publisher: Publisher;
  /** Where the text was read, if not at the publisher's. */
  readonly host?: string;
  /** The publisher (or id) of the document that this one reprints or repeats. */
  readonly reprintOf?: string;
  readonly derivedFrom?: string;
  readonly published: string;
  /** When it was said, where that is told apart from the publication. */
  readonly said?: string;
}

/**
 * The lead of an attributed sentence, up to the colon.
 *
 * @example
 * const { publisher, published } = loadXinjiang().getAttribute("sources")["scio-2024-06-27"]!;
 * attributionLead({ voice: "asked", stance: "asserts", speakerDescription: "a reporter", publisher, published });
 * // "A reporter presupposed in a question, per State Council Information Office (government), published 2024-06-27"
 */
export function attributionLead(citation: Attribution): string {
  const speaker = speakerInWords(citation);
  return speaker === undefined ? ownVoice(citation) : speech(citation, speaker);
}

function ownVoice(citation: Attribution): string {
  const verb = citation.stance === "denies" ? "denied" : "reported";
  const where = citation.voice === "captioned" ? "in a caption" : "in its own voice";
  const when = dateWithPreposition(citation.published);
  return `${publisherInWords(citation)} ${verb} ${when}, ${where}${PASSED_ON[citation.stance]}${provenance(citation)}`;
}

function speech(citation: Attribution, speaker: string): string {
  const { voice, stance, said, published } = citation;
  const when = said === undefined ? "" : ` ${dateWithPreposition(said)}`;
  const per = voice === "paraphrased" ? "as paraphrased by" : "per";
  const publisher = `${publisherInWords(citation)}, published ${dateInWords(published)}${provenance(citation)}`;
  return `${speaker} ${VERBS[voice][stance]}${when}${PASSED_ON[stance]}, ${per} ${publisher}`;
}

function publisherInWords({ publisher }: Attribution): string {
  return `${publisher.name} (${publisher.class})`;
}

/** Where the text was read and what it repeats: " (read at ECNS; reprinting China Daily)". */
function provenance({ host, reprintOf, derivedFrom }: Attribution): string {
  const notes = [
    ...(host === undefined ? [] : [`read at ${host}`]),
    ...(reprintOf === undefined ? [] : [`reprinting ${reprintOf}`]),
    ...(derivedFrom === undefined ? [] : [`repeating ${derivedFrom}`]),
  ];
  return notes.length > 0 ? ` (${notes.join("; ")})` : "";
}

const PASSED_ON: Readonly<Record<Stance, string>> = {
  asserts: "",
  denies: "",
  reports: ", passing on what others said",
};

const SPOKEN: Readonly<Record<Stance, string>> = {
  asserts: "stated",
  denies: "denied",
  reports: "reported",
};
const WRITTEN: Readonly<Record<Stance, string>> = { asserts: "wrote", denies: "denied", reports: "wrote" };

const VERBS: Readonly<Record<Voice, Readonly<Record<Stance, string>>>> = {
  quoted: SPOKEN,
  paraphrased: SPOKEN,
  narrated: WRITTEN,
  captioned: WRITTEN,
  asked: {
    asserts: "presupposed in a question",
    denies: "denied in a question",
    reports: "said in a question",
  },
};

/** The speaker with the posts of that day; `undefined` where the publisher speaks itself. */
function speakerInWords({ speaker, speakerDescription, voice }: Attribution): string | undefined {
  if (speaker) {
    const posts = speaker.posts.map((post) => post.text);
    return posts.length > 0 ? `${speaker.label}, then ${inWords(posts)},` : speaker.label;
  }
  if (speakerDescription !== undefined) {
    const start = `${speakerDescription.charAt(0).toUpperCase()}${speakerDescription.slice(1)}`;
    return voice === "asked" ? start : `${start}, not named,`;
  }
  return voice === "narrated" || voice === "captioned"
    ? undefined
    : "A speaker whom the source does not name";
}
