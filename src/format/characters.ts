/**
 * Characters that a format cannot hold. They become U+FFFD, the replacement character, and are reported.
 */
import type { LossTally } from "./loss.ts";

/** Half a surrogate pair: no text in UTF-8 can hold it. */
export const LONE_SURROGATES = /\p{Cs}/gu;

/**
 * What XML 1.0 forbids even as a reference: control characters besides tab and line ends, U+FFFE, U+FFFF, half
 * surrogate pairs (Extensible Markup Language 1.0, production 2).
 */
export const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** How a format writes a text of a record. What it cannot hold is replaced and counted. */
export type WriteText = (text: string, field: string, id: string) => string;

/** A {@link WriteText} that replaces the characters of `forbidden` by U+FFFD and then quotes the text. */
export function textWriter(
  tally: LossTally,
  forbidden: RegExp,
  quote: (text: string) => string = (text) => text,
): WriteText {
  const reason = `${tally.format} forbids some of its characters; each became U+FFFD`;
  return (text, field, id) => {
    const safe = text.replace(forbidden, "\uFFFD");
    if (safe !== text) tally.note("replaced", field, reason, id, text);
    return quote(safe);
  };
}
