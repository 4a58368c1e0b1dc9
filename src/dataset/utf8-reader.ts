/**
 * Chunks of bytes to text: strict UTF-8, wherever the borders of the chunks fall. Bytes that are none are refused with
 * their place, never replaced.
 */
import { UnreadableText } from "./unreadable-text.ts";

/** Reads chunk after chunk; after the first problem, nothing more. */
export class Utf8Reader {
  /** What is wrong with the byte after the text given so far. */
  problem: UnreadableText | undefined;
  /** Bytes at the end of the last chunk that begin a character. */
  private rest = new Uint8Array(0);
  private done = 0;

  /** The text of a chunk, up to the first problem; a character that the chunk cuts comes with the next one. */
  read(chunk: Uint8Array): string {
    if (this.problem) return "";
    const bytes = this.rest.length > 0 ? joined(this.rest, chunk) : chunk;
    const whole = bytes.length - cutOff(bytes);
    const text = decode(bytes.subarray(0, whole)) ?? this.fail(bytes);
    this.rest = bytes.slice(whole);
    this.done += whole;
    return text;
  }

  /** Says that no chunk follows: a character cut off is a problem then. */
  end(): void {
    if (this.rest.length > 0 && !this.problem) this.fail(this.rest);
  }

  private fail(bytes: Uint8Array): string {
    const fitting = validLength(bytes);
    const at = this.done + fitting;
    const found = `0x${(bytes[fitting] as number).toString(16).padStart(2, "0")}`;
    const mark = at === 0 ? ((bytes[0] as number) << 8) | (bytes[1] ?? 0) : 0;
    const isUtf16 = mark === 0xfffe || mark === 0xfeff;
    this.problem = new UnreadableText({
      code: isUtf16 ? "file/utf-16" : "file/not-utf8",
      message: isUtf16
        ? "The text is UTF-16 (its byte order mark says so), expected UTF-8. Save it as UTF-8."
        : `Found the byte ${found} (number ${at + 1} of the file), which is not UTF-8. Save the file as UTF-8, or mend what cut it.`,
      expected: "UTF-8",
      received: found,
    });
    return decode(bytes.subarray(0, fitting)) ?? "";
  }
}

function decode(bytes: Uint8Array, stream = false): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, { stream });
  } catch {
    return undefined;
  }
}

/** How many bytes at the end begin a character of more bytes than are there. */
function cutOff(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** How many bytes make whole characters before the first that does not fit. */
function validLength(bytes: Uint8Array): number {
  let [fits, fails] = [0, bytes.length + 1];
  while (fails - fits > 1) {
    const middle = (fits + fails) >> 1;
    if (decode(bytes.subarray(0, middle), true) === undefined) fails = middle;
    else fits = middle;
  }
  // So many bytes begin well, but may end within a character.
  while (decode(bytes.subarray(0, fits)) === undefined) fits -= 1;
  return fits;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
