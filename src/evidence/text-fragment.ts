/**
 * Links that open a page at a passage: text fragments, as the WICG specifies them ("URL Fragment Text Directives").
 * Such a link holds words of the source, so it is only made from a text that the caller hands in, and stored nowhere.
 */
import { type NormalizedText, normalizePassage, normalizeWithOffsets } from "../model/passage.ts";

/** A text directive: all four are words of the text, before encoding. */
interface TextDirective {
  readonly prefix?: string;
  readonly start: string;
  readonly end?: string;
  readonly suffix?: string;
}

/** A text made ready for links: normalised, with offsets into the raw text, and folded as browsers compare. */
export interface LinkableText extends NormalizedText {
  readonly raw: string;
  /** Without case and accents, unit for unit. */
  readonly folded: string;
}

/** Words at either end of a passage, in the order in which numbers of them are tried. */
const END_WORDS = [4, 6, 8, 12, 16];
const CONTEXT_WORDS = [2, 4, 8, 16];
/** Up to this length, encoded, a passage is named whole. */
const SHORT = 90;

/**
 * The address with a fragment that makes browsers scroll to a passage and mark it: `#:~:text=start,end`, or the whole
 * passage where it is short, with `prefix-` and `-suffix` where these words first occur elsewhere in the text. A
 * passage that begins or ends within a word is widened to whole words, for browsers match nothing less. A fragment that
 * the address already has is kept.
 *
 * @param text the text of the page, whole; paragraphs should be lines of their own, as words of one term must not
 *   cross two paragraphs
 * @param start where the passage begins in the text, in UTF-16 units; its first occurrence when absent
 * @returns `undefined` if the text does not hold the passage, or if not even the surrounding words tell it from an
 *   earlier place
 * @see https://wicg.github.io/scroll-to-text-fragment/ §3.2 (syntax), §3.6 (finding ranges)
 * @example
 * const text = "They spoke of over-land trade, 45 & more.";
 * textFragment("https://example.org/a", "over-land trade, 45 & more", text);
 * // "https://example.org/a#:~:text=over%2Dland%20trade%2C%2045%20%26%20more"
 */
export function textFragment(url: string, passage: string, text: string, start?: number): string | undefined {
  const linkable = linkableText(text);
  const words = normalizePassage(passage);
  const from = start === undefined ? 0 : unitAt(linkable, start);
  const found = words === "" ? -1 : linkable.text.indexOf(words, from);
  if (found < 0 || (start !== undefined && found !== from)) return undefined;
  return fragmentLink(url, linkable, found, found + words.length);
}

/** Makes a text ready for links: once for all passages of it. Linear. */
export function linkableText(raw: string): LinkableText {
  const normalized = normalizeWithOffsets(raw);
  return { ...normalized, raw, folded: foldForSearch(normalized.text) };
}

/** The link to the passage from `from` to `to`, offsets into the normalised text; `undefined` if none leads there. */
export function fragmentLink(url: string, text: LinkableText, from: number, to: number): string | undefined {
  const [start, end] = wholeWords(text.text, from, to);
  const directive = chooseDirective(text, start, end);
  if (directive === undefined) return undefined;
  const [address = "", fragment = ""] = splitOnce(url, "#");
  return `${address}#${splitOnce(fragment, ":~:")[0]}:~:text=${encodeDirective(directive)}`;
}

/** The unit of the normalised text at or after an offset into the raw one. */
export function unitAt({ offsets, text }: NormalizedText, offset: number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return text[low] === " " ? low + 1 : low;
}

/** The shortest directive of those tried whose first match in the text is the passage. */
function chooseDirective(text: LinkableText, start: number, end: number): TextDirective | undefined {
  for (const core of cores(text, start, end)) {
    for (const count of [0, ...CONTEXT_WORDS]) {
      const prefix = count === 0 ? "" : wordsBefore(text, start, count);
      const suffix = count === 0 ? "" : wordsAfter(text, end, count);
      for (const directive of [
        core,
        { ...core, ...(prefix && { prefix }) },
        { ...core, ...(prefix && { prefix }), ...(suffix && { suffix }) },
      ]) {
        const found = findDirective(text.folded, directive);
        if (found?.[0] === start && found[1] === end) return directive;
        if (count === 0) break;
      }
    }
  }
  return undefined;
}

/** The terms that may stand for the passage itself: whole where it is short, then more and more words of both ends. */
function cores({ text, ...rest }: LinkableText, start: number, end: number): TextDirective[] {
  const blocks = blocksOf({ text, ...rest }, start, end);
  const whole = blocks.length === 1 ? [{ start: text.slice(start, end) }] : [];
  const first = words(text, start, blocks[0]?.[1] ?? end);
  const last = words(text, blocks.at(-1)?.[0] ?? start, end);
  const most = blocks.length === 1 ? Math.floor(first.length / 2) : Number.POSITIVE_INFINITY;
  const ranges = END_WORDS.map((count) => Math.min(count, most))
    .filter((count, i, counts) => count > 0 && count !== counts[i - 1])
    .map((count) => ({
      start: text.slice(start, first[Math.min(count, first.length) - 1]?.[1] ?? blocks[0]?.[1]),
      end: text.slice(last[Math.max(last.length - count, 0)]?.[0] ?? blocks.at(-1)?.[0], end),
    }));
  return encodeTerm(text.slice(start, end)).length <= SHORT ? [...whole, ...ranges] : [...ranges, ...whole];
}

/** Where the first range lies that a directive names, by the specification's steps; word bounds are not asked for. */
function findDirective(
  folded: string,
  { prefix, start, end, suffix }: TextDirective,
): readonly [from: number, to: number] | undefined {
  const [before, first, last, after] = [prefix, start, end, suffix].map((term) =>
    term === undefined ? undefined : foldForSearch(term),
  );
  const skipSpace = (at: number): number => (folded[at] === " " ? at + 1 : at);
  const follows = (at: number): boolean => after === undefined || folded.startsWith(after, skipSpace(at));
  for (let at = 0; ; at += 1) {
    at = folded.indexOf(before ?? first ?? "", at);
    if (at < 0) return undefined;
    const from = before === undefined ? at : skipSpace(at + before.length);
    if (!folded.startsWith(first ?? "", from)) continue;
    let to = from + (first ?? "").length;
    if (last === undefined) {
      if (follows(to)) return [from, to];
      continue;
    }
    for (;;) {
      const found = folded.indexOf(last, to);
      if (found < 0) return undefined;
      to = found + last.length;
      if (follows(to)) return [from, to];
      to = found + 1;
    }
  }
}

/** The parts of a passage between line breaks of the raw text. */
function blocksOf(text: LinkableText, start: number, end: number): (readonly [from: number, to: number])[] {
  const blocks: (readonly [number, number])[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (!isBreak(text, at)) continue;
    blocks.push([from, at]);
    from = at + 1;
  }
  return [...blocks, [from, end]];
}

function isBreak({ text, raw, offsets }: LinkableText, at: number): boolean {
  return text[at] === " " && /[\n\r\u2028\u2029]/.test(raw.slice(offsets[at], offsets[at + 1]));
}

let segmenter: Intl.Segmenter | undefined;

/** Made when first needed: its tables take longer to load than the whole library. */
function wordSegmenter(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter("en", { granularity: "word" });
  return segmenter;
}

/** How far around a place words are looked at. */
const REACH = 240;

/** The words of a stretch: letters and digits as Unicode bounds them, so in Chinese too. */
function words(text: string, from: number, to: number): (readonly [from: number, to: number])[] {
  return Array.from(wordSegmenter().segment(text.slice(from, to)))
    .filter((segment) => segment.isWordLike)
    .map(({ index, segment }) => [from + index, from + index + segment.length] as const);
}

function wholeWords(text: string, from: number, to: number): readonly [from: number, to: number] {
  const around = Math.max(0, from - REACH);
  const inside = words(text, around, Math.min(text.length, to + REACH));
  const first = inside.find(([start, end]) => start < from && from < end);
  const last = inside.find(([start, end]) => start < to && to < end);
  return [first?.[0] ?? from, last?.[1] ?? to];
}

/** Up to `count` words before a place, within one paragraph: an earlier one where the place begins its own. */
function wordsBefore(text: LinkableText, at: number, count: number): string {
  const end = text.text[at - 1] === " " ? at - 1 : at;
  const reach = Math.max(0, end - REACH);
  const [from = end] = blocksOf(text, reach, end).at(-1) ?? [];
  const found = words(text.text, from, end);
  // The first word may be cut off where the reach ends.
  const [first = end] = found.slice(from === reach && reach > 0 ? 1 : 0).slice(-count)[0] ?? [];
  return text.text.slice(first, end).trim();
}

/** Up to `count` words after a place, within one paragraph. */
function wordsAfter(text: LinkableText, at: number, count: number): string {
  const start = text.text[at] === " " ? at + 1 : at;
  const reach = Math.min(text.text.length, start + REACH);
  const [, to = start] = blocksOf(text, start, reach)[0] ?? [];
  const found = words(text.text, start, to);
  const [, last = start] =
    found
      .slice(0, to === reach && reach < text.text.length ? -1 : undefined)
      .slice(0, count)
      .at(-1) ?? [];
  return text.text.slice(start, last).trim();
}

/** Without case and accents, unit for unit, as the specification compares ("base" sensitivity). */
function foldForSearch(text: string): string {
  const lower = text.toLowerCase();
  const sameLength = lower.length === text.length ? lower : Array.from(text, foldCharacter).join("");
  return sameLength.replace(/[\u0080-\uFFFF]/g, foldCharacter);
}

function foldCharacter(character: string): string {
  // A final sigma is one only by where it stands.
  const base = character.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace("ς", "σ");
  return base.length === character.length ? base : character;
}

function encodeDirective({ prefix, start, end, suffix }: TextDirective): string {
  const terms = [
    prefix && `${encodeTerm(prefix)}-`,
    encodeTerm(start),
    end && encodeTerm(end),
    suffix && `-${encodeTerm(suffix)}`,
  ];
  return terms.filter((term) => term).join(",");
}

/** Percent-encoding: what URLs need, the directive's own `,` `&` `-`, and quotes and brackets that Markdown trips on. */
function encodeTerm(term: string): string {
  return encodeURIComponent(term.replace(/\p{Cs}/gu, "\uFFFD")).replace(
    /[-!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function splitOnce(text: string, separator: string): [before: string, after?: string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
