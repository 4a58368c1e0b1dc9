/**
 * Where a citation's passage stands in a text, by its rolling hash alone: enough for a link, not for a proof.
 */

import type { Citation } from "../model/citation.ts";
import { formatHash, rollingHash, scanHashes } from "../model/passage.ts";
import { type LinkableText, unitAt } from "./text-fragment.ts";

/**
 * The passage's range in the normalised text: at the citation's offsets or, where it is not there, at the only other
 * place with its hash. `undefined` where there is no such place, or several. `verifyCitations` confirms by SHA-256.
 */
export function locatePassage(
  text: LinkableText,
  { start, length, hash }: Citation,
): readonly [from: number, to: number] | undefined {
  if (length === undefined || hash === undefined || length < 1) return undefined;
  if (start !== undefined) {
    const from = unitAt(text, start);
    const words = text.text.slice(from, from + length);
    if (words.length === length && formatHash(rollingHash(words)) === hash) return [from, from + length];
  }
  const places: number[] = [];
  scanHashes(text.text, length, new Set([Number.parseInt(hash, 16)]), (offset) => places.push(offset));
  const [only] = places;
  return places.length === 1 && only !== undefined ? [only, only + length] : undefined;
}
