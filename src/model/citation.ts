/**
 * Citations: where in a source a claim stands, and a fingerprint by which anyone who holds the text can check it.
 */
import type { Stance, Voice } from "../ontology/vocabulary.ts";

/**
 * One place in one source that bears a claim. `start` and `end` are UTF-16 offsets into the text that was read (end
 * exclusive); `length`, `hash` and `sha256` describe the passage after normalisation (see `model/passage.ts`), never
 * its words. All five are absent where nobody holds the text (`readAs: "excerpt"`).
 */
export interface Citation {
  readonly source: string;
  readonly start?: number;
  readonly end?: number;
  /** Length of the normalised passage in UTF-16 units. */
  readonly length?: number;
  /** 32-bit rolling hash of the normalised passage, 8 hexadecimal digits. */
  readonly hash?: string;
  /** SHA-256 of the normalised passage in UTF-8, 64 hexadecimal digits. */
  readonly sha256?: string;
  /** Entity whose words they are. */
  readonly speaker?: string;
  /** A speaker whom the source does not name: "an official from Xinjiang". */
  readonly speakerDescription?: string;
  readonly voice: Voice;
  readonly stance: Stance;
  /** When it was said, if neither on the day the source was held nor published (EDTF). */
  readonly stated?: string;
  /** How the source was read, if not whole: an excerpt cannot be verified. */
  readonly readAs?: "excerpt" | "repository file";
}
