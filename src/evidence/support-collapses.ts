/**
 * What counts as one when the support of a claim is counted, with the reason in words.
 */
import type { CountedVoice } from "./counted-voice.ts";
import { inWords } from "./time-in-words.ts";

/** Several things counted as one. */
export interface Collapse {
  readonly kind: "same document" | "repetition" | "same publisher" | "same owner" | "same speaker";
  /** What they count as: the id of a document or speaker, the name of a publisher or owner. */
  readonly into: string;
  /** What was collapsed: ids of sources or documents, names of publishers. */
  readonly members: readonly string[];
  readonly reason: string;
}

/** Every collapse among the citations of a claim, from passages up to owners, then speakers. */
export function collapsesOf(voices: readonly CountedVoice[]): readonly Collapse[] {
  return [
    ...sameDocument(voices),
    ...repetitions(voices),
    ...grouped(
      voices,
      "same publisher",
      (voice) => voice.publisher,
      (voice) => voice.document,
    ),
    ...grouped(
      voices,
      "same owner",
      (voice) => voice.owner,
      (voice) => voice.publisher,
    ),
    ...grouped(
      voices,
      "same speaker",
      (voice) => voice.speaker,
      (voice) => voice.document,
    ),
  ];
}

function sameDocument(voices: readonly CountedVoice[]): Collapse[] {
  return [...groups(voices, (voice) => voice.citation.source)]
    .filter(([, same]) => same.length > 1)
    .map(([source, same]) => ({
      kind: "same document",
      into: source,
      members: [source],
      reason: `${same.length} citations stand in one document, ${source}.`,
    }));
}

function repetitions(voices: readonly CountedVoice[]): Collapse[] {
  const repeating = voices.filter(({ citation, document }) => citation.source !== document);
  return [...groups(repeating, (voice) => voice.document)].map(([document, same]) => {
    const members = [...new Set(same.map((voice) => voice.citation.source))].sort();
    const verb = members.length === 1 ? "goes" : "go";
    return {
      kind: "repetition",
      into: document,
      members,
      reason: `${inWords(members)} ${verb} back to ${document}, by reprint or repetition, and ${members.length === 1 ? "counts" : "count"} as that document.`,
    };
  });
}

/** Members that share something: documents of one publisher, publishers of one owner, documents with one speaker. */
function grouped(
  voices: readonly CountedVoice[],
  kind: "same publisher" | "same owner" | "same speaker",
  shared: (voice: CountedVoice) => string | undefined,
  member: (voice: CountedVoice) => string,
): Collapse[] {
  return [...groups(voices, shared)].flatMap(([into, same]) => {
    const members = [...new Set(same.map(member))].sort();
    return members.length > 1 ? [{ kind, into, members, reason: REASONS[kind](inWords(members), into) }] : [];
  });
}

const REASONS = {
  "same publisher": (members: string, into: string) => `${members} are published by ${into}.`,
  "same owner": (members: string, into: string) => `${members} belong to one owner, ${into}.`,
  "same speaker": (members: string, into: string) => `In ${members} it is ${into} who speaks.`,
} as const;

function groups(
  voices: readonly CountedVoice[],
  keyOf: (voice: CountedVoice) => string | undefined,
): Map<string, CountedVoice[]> {
  const found = new Map<string, CountedVoice[]>();
  for (const voice of voices) {
    const key = keyOf(voice);
    if (key === undefined) continue;
    const group = found.get(key);
    if (group) group.push(voice);
    else found.set(key, [voice]);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
