/**
 * Finding passages in a text by their fingerprints: first where they are said to stand, then everywhere.
 */
import type { Citation } from "../model/citation.ts";
import {
  type Fingerprint,
  formatHash,
  type NormalizedText,
  normalizePassage,
  normalizeWithOffsets,
  prefixHashes,
  rollingHash,
  scanHashes,
  sha256,
} from "../model/passage.ts";

/** A stretch of a raw text in UTF-16 units, end exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A passage sought: its fingerprint and where it is said to stand. */
export type SoughtPassage = Fingerprint & Pick<Citation, "start" | "end">;

/** What was found of a passage. */
export interface FoundPassage {
  /** Whether it stands where it is said to. */
  readonly atOffsets: boolean;
  /** Everywhere it stands, by start; not looked for, and empty, if it is at its offsets. */
  readonly places: readonly Place[];
}

const AT_OFFSETS: FoundPassage = Object.freeze({ atOffsets: true, places: [] });

/**
 * Looks for passages in one text; what is found of each, in their order. Cost: for what stands at its offsets, the
 * passage; for the rest, one pass over the text for each distinct length, and SHA-256 of each distinct candidate.
 */
export async function findPassages(
  raw: string,
  sought: readonly SoughtPassage[],
): Promise<readonly FoundPassage[]> {
  const digests = new Digests();
  const found = await Promise.all(
    sought.map(async (passage) => ((await standsAtOffsets(raw, passage, digests)) ? AT_OFFSETS : undefined)),
  );
  const rest = sought.filter((_, i) => !found[i]);
  if (rest.length === 0) return found.map(() => AT_OFFSETS);
  const places = await findEverywhere(normalizeWithOffsets(raw), rest, digests);
  return sought.map((passage, i) => found[i] ?? settle(passage, places.get(passage) ?? []));
}

async function standsAtOffsets(
  raw: string,
  { start, end, length, hash, sha256: digest }: SoughtPassage,
  digests: Digests,
): Promise<boolean> {
  if (start === undefined || end === undefined) return false;
  const words = normalizePassage(raw.slice(start, end));
  if (words.length !== length || formatHash(rollingHash(words)) !== hash) return false;
  return (await digests.of(words)) === digest;
}

async function findEverywhere(
  text: NormalizedText,
  sought: readonly SoughtPassage[],
  digests: Digests,
): Promise<ReadonlyMap<SoughtPassage, readonly Place[]>> {
  const prefixes = prefixHashes(text.text);
  const found = new Map<SoughtPassage, readonly Place[]>();
  for (const [length, group] of groupBy(sought, (passage) => passage.length)) {
    const byHash = groupBy(group, (passage) => Number.parseInt(passage.hash, 16));
    const candidates: (readonly [offset: number, hash: number])[] = [];
    scanHashes(text.text, length, new Set(byHash.keys()), (...hit) => candidates.push(hit), prefixes);
    const offsets = groupBy(candidates, ([, hash]) => hash);
    for (const [hash, passages] of byHash) {
      const starts = (offsets.get(hash) ?? []).map(([offset]) => offset);
      const places = await placesByDigest(text, length, starts, digests);
      for (const passage of passages) found.set(passage, places.get(passage.sha256) ?? []);
    }
  }
  return found;
}

/** The places of candidates by the SHA-256 of what stands there. */
async function placesByDigest(
  { text, offsets }: NormalizedText,
  length: number,
  starts: readonly number[],
  digests: Digests,
): Promise<ReadonlyMap<string, readonly Place[]>> {
  const places = new Map<string, readonly Place[]>();
  for (const [words, same] of groupBy(starts, (offset) => text.slice(offset, offset + length))) {
    const stands = same.map((offset) => ({
      start: offsets[offset] as number,
      end: offsets[offset + length] as number,
    }));
    places.set(await digests.of(words), stands);
  }
  return places;
}

/** The offsets may hold a passage though their slice by itself reads otherwise: a mark may follow its last letter. */
function settle({ start, end }: SoughtPassage, places: readonly Place[]): FoundPassage {
  return places.some((place) => place.start === start && place.end === end)
    ? AT_OFFSETS
    : { atOffsets: false, places };
}

/** SHA-256 of each distinct passage once. */
class Digests {
  private readonly known = new Map<string, Promise<string>>();

  of(words: string): Promise<string> {
    let digest = this.known.get(words);
    if (digest === undefined) {
      digest = sha256(words);
      this.known.set(words, digest);
    }
    return digest;
  }
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
