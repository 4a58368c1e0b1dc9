/**
 * The capitalised names that a text writes, as runs of capitalised words; and where a known name stands in a text,
 * whatever its hyphens, spaces and capitals. English only: a text in another script yields no names.
 */

import { numbersIn } from "./figures.ts";

/** One capitalised word of a run, without possessive ending. Hyphens part words: `China-Kazakhstan` is two. */
export interface NameWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the word before it in the run and this one: ` `, `-`, ` of the `; empty for the first. */
  readonly joint: string;
}

/** A run of capitalised words with the inner "of", "the", "and", hyphens and parentheses of proper names. */
export type NameRun = readonly NameWord[];

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu;
const POSSESSIVE = /['’]s$/;
const JOINT = /^(?:['’]s)?(?:[ \u00a0]| ?[-–&] ?| ?\(|\) ?|\.(?:, )?|\)? of (?:the )?| and (?:the )?| the )$/;
/** What stands before the first word of a sentence, quotation, bracket or line. */
const OPENING = /(?:^|[.!?:…]["”’)\]]* *|[\n\r] *|["“‘([])$/;
const TITLE = /\b(?:Mr|Mrs|Ms|Dr)\. $/;

/** Words that begin sentences and are no names, and forms of address. The documents' own lower-case words join them. */
const FUNCTION_WORDS = new Set(
  (
    "a an the i i'll i'm we you he she it they this that these those here there what when where which who how why " +
    "and or but nor so yet if as at by for from in into of on onto over per since than to under until up via with " +
    "about above around nearly after before during between among against through throughout despite beyond besides not no all both each every " +
    "some any many much more most few such same only also even just now then thus hence next last recently currently " +
    "our my his her its their your is are was were be been has have had do does did will would can could may might " +
    "must shall should mr mrs ms dr however nowadays another according compared moreover furthermore meanwhile additionally overall consequently therefore"
  ).split(" "),
);

/** The words that texts write in lower case: what begins a sentence and is among them is no name. */
export function lowerCaseWords(texts: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.matchAll(WORD)) {
      if (/^\p{Ll}/u.test(word)) words.add(fold(word));
    }
  }
  return words;
}

/**
 * The capitalised names of a text in order. The first word of a sentence counts only if it is neither a function word
 * nor one of `ordinary`. Number words are left to `numbersIn`.
 *
 * @example
 * namesIn("In May the Port of Horgos (Kazakh side) grew.", new Set()).map((run) => run.map((word) => word.text));
 * // [["May"], ["Port", "Horgos", "Kazakh"]]
 */
export function namesIn(text: string, ordinary: ReadonlySet<string>): NameRun[] {
  const runs: NameWord[][] = [];
  let end = -1;
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    if (!/^\p{Lu}/u.test(word) || isOrdinary(text, word, match.index, ordinary)) continue;
    const run = runs.at(-1);
    const joint = run && text.slice(end, match.index);
    const bare = word.replace(POSSESSIVE, "");
    const here = { text: bare, start: match.index, end: match.index + bare.length };
    if (run && joint !== undefined && JOINT.test(joint)) run.push({ ...here, joint });
    else runs.push([{ ...here, joint: "" }]);
    end = here.end;
  }
  return runs;
}

function isOrdinary(text: string, word: string, start: number, ordinary: ReadonlySet<string>): boolean {
  const lower = word.toLowerCase().replace("’", "'");
  if (/^(?:i|i'\w+|mr|mrs|ms|dr)$/.test(lower)) return true;
  // Number words are counted as numbers.
  if (numbersIn(word)[0]?.text === word) return true;
  const before = text.slice(Math.max(0, start - 8), start);
  if (!OPENING.test(before) || TITLE.test(before)) return false;
  return FUNCTION_WORDS.has(lower) || ordinary.has(fold(word));
}

/**
 * A word as names are compared: lower case, without possessive ending or accents, "Asian" as "Asia", "Chinese" as
 * "China".
 */
export function fold(word: string): string {
  return word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s?$/, "")
    .replace(/['’]/g, "")
    .replace(/ian$/, "ia")
    .replace(/^chinese$/, "china");
}

/** A text without spaces, hyphens and capitals, that still knows where its words begin and end. */
export interface FoldedText {
  readonly folded: string;
  /** Offset in `folded` at which a word begins, to its offset in the text. */
  readonly starts: ReadonlyMap<number, number>;
  /** Offset in `folded` at which a word ends, to its offset in the text. */
  readonly ends: ReadonlyMap<number, number>;
}

/** Folds a text for {@link occurrencesOf}. Linear in the text. */
export function foldText(text: string): FoldedText {
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  let folded = "";
  for (const match of text.matchAll(WORD)) {
    const word = fold(match[0]);
    if (word === "") continue;
    starts.set(folded.length, match.index);
    folded += word;
    ends.set(folded.length, match.index + match[0].length);
  }
  return { folded, starts, ends };
}

/** A stretch of a text, by UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a name stands in a text, word by word: hyphens, spaces and capitals may differ, `Xin-jiang` is `Xinjiang`. */
export function occurrencesOf(name: string, { folded, starts, ends }: FoldedText): Span[] {
  const wanted = foldText(name).folded;
  if (wanted === "") return [];
  const spans: Span[] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const start = starts.get(at);
    const end = ends.get(at + wanted.length);
    if (start !== undefined && end !== undefined) spans.push({ start, end });
  }
  return spans;
}

/** Whether one stretch lies within another. */
export function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
