/**
 * Passages and their fingerprints. A citation names a passage without repeating its words: normalised length, a
 * rolling hash to find it in any extraction of the text, and SHA-256 to confirm it.
 *
 * Normalisation: soft hyphens and zero-width characters dropped; Unicode NFC; every run of white space (no-break
 * spaces included) becomes one space; trimmed. Dropping comes first, so that normalising twice changes nothing.
 */

/** What a citation stores of a passage. `length` counts UTF-16 units of the normalised passage. */
export interface Fingerprint {
  readonly length: number;
  /** 32-bit rolling hash, 8 hexadecimal digits. */
  readonly hash: string;
  /** SHA-256 of the UTF-8 bytes, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** A normalised text and, for each of its UTF-16 units, the offset in the raw text at which it begins. */
export interface NormalizedText {
  readonly text: string;
  /** One entry a unit and one more: the end of the last unit. */
  readonly offsets: Int32Array;
}

/** Multiplier of the rolling hash: odd, so that it has an inverse modulo 2^32. */
const BASE = 0x01000193;

const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const SPACE_RUN = /\s+/g;
/** A character with what composes with it: marks, invisible characters, and runs of Hangul letters. */
const CLUSTER =
  /[\u1100-\u11FF\uAC00-\uD7A3]+|[^\p{M}\u00AD\u200B-\u200D\u2060\uFEFF][\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]*|[\s\S]/uy;

/**
 * The normalised form of a passage.
 *
 * @example
 * normalizePassage("  357.33\u00A0billion\n yuan "); // "357.33 billion yuan"
 */
export function normalizePassage(text: string): string {
  return text.replace(INVISIBLE, "").normalize("NFC").replace(SPACE_RUN, " ").trim();
}

/**
 * Normalises a whole text and keeps where each unit came from, so that a passage found in the normalised text can be
 * shown in the raw one. Linear in the text.
 */
export function normalizeWithOffsets(raw: string): NormalizedText {
  const pieces: string[] = [];
  const offsets: number[] = [];
  let space = -1;
  for (let start = 0, end = 0; start < raw.length; start = end) {
    end = plainRunEnd(raw, start);
    const plain = end > start;
    if (!plain) end = clusterEnd(raw, start);
    const text = raw.slice(start, end);
    const visible = plain ? text : text.replace(INVISIBLE, "").normalize("NFC");
    if (visible === "") continue;
    if (!plain && visible.trim() === "") {
      if (space < 0) space = start;
      continue;
    }
    if (space >= 0 && pieces.length > 0) {
      pieces.push(" ");
      offsets.push(space);
    }
    space = -1;
    pieces.push(visible);
    const whole = plain || visible === text;
    for (let unit = 0; unit < visible.length; unit++) offsets.push(whole ? start + unit : start);
  }
  offsets.push(raw.trimEnd().length);
  return { text: pieces.join(""), offsets: Int32Array.from(offsets) };
}

/** Rolling hash of a normalised passage: a polynomial over its UTF-16 units modulo 2^32. */
export function rollingHash(normalized: string): number {
  let hash = 0;
  for (let i = 0; i < normalized.length; i++) hash = (Math.imul(hash, BASE) + normalized.charCodeAt(i)) | 0;
  return hash >>> 0;
}

/**
 * Hashes of all beginnings of a text, one more than it has units: made once, they let {@link scanHashes} be asked for
 * many lengths.
 */
export function prefixHashes(text: string): Int32Array {
  const hashes = new Int32Array(text.length + 1);
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
    hashes[i + 1] = hash;
  }
  return hashes;
}

/**
 * Where windows of `length` units in `text` have one of the wanted hashes: `found(offset, hash)` for each.
 * One pass over the text, whatever the number of wanted hashes.
 *
 * @param prefixes the text's {@link prefixHashes}, where it is scanned for several lengths
 */
export function scanHashes(
  text: string,
  length: number,
  wanted: ReadonlySet<number>,
  found: (offset: number, hash: number) => void,
  prefixes: Int32Array = prefixHashes(text),
): void {
  if (length < 1 || length > text.length) return;
  let lead = 1;
  for (let i = 0; i < length; i++) lead = Math.imul(lead, BASE);
  const last = text.length - length;
  const [only = 0] = wanted;
  if (wanted.size === 1) {
    for (let offset = 0, sought = only | 0; offset <= last; offset++) {
      const before = Math.imul(prefixes[offset] as number, lead);
      if ((((prefixes[offset + length] as number) - before) | 0) === sought) found(offset, only);
    }
    return;
  }
  // A set of large numbers is slow to ask a million times: most windows are ruled out by 16 bits of their hash.
  const likely = new Uint8Array(0x10000);
  for (const hash of wanted) likely[hash & 0xffff] = 1;
  for (let offset = 0; offset <= last; offset++) {
    const before = Math.imul(prefixes[offset] as number, lead);
    const hash = ((prefixes[offset + length] as number) - before) >>> 0;
    if (likely[hash & 0xffff] === 1 && wanted.has(hash)) found(offset, hash);
  }
}

/** The hash as a citation writes it. */
export function formatHash(hash: number): string {
  return hash.toString(16).padStart(8, "0");
}

/** SHA-256 of a text's UTF-8 bytes, 64 hexadecimal digits, by WebCrypto. */
export async function sha256(text: string): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The fingerprint of a passage, normalised first. */
export async function fingerprint(passage: string): Promise<Fingerprint> {
  const text = normalizePassage(passage);
  return { length: text.length, hash: formatHash(rollingHash(text)), sha256: await sha256(text) };
}

/** The end of a run of visible ASCII, which normalisation leaves alone; its start where there is none. */
function plainRunEnd(raw: string, start: number): number {
  let end = start;
  let code = raw.charCodeAt(end);
  while (code > 0x20 && code < 0x7f) code = raw.charCodeAt(++end);
  // What follows may compose with the last character of the run.
  return code >= 0x7f ? Math.max(start, end - 1) : end;
}

function clusterEnd(raw: string, start: number): number {
  CLUSTER.lastIndex = start;
  CLUSTER.test(raw);
  return CLUSTER.lastIndex;
}
