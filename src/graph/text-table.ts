/**
 * Many texts in two arrays: their UTF-8 bytes end to end, and where each begins.
 */

/** Texts by number, read where they lie. */
export class TextTable {
  /** All texts in one string, made when first asked for: to cut from it is several times faster than to decode. */
  private whole: string | undefined;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly starts: Uint32Array,
  ) {}

  get length(): number {
    return this.starts.length - 1;
  }

  /** The text of a number, a new string at every call. */
  at(number: number): string {
    const start = this.starts[number] as number;
    const end = this.starts[number + 1] as number;
    this.whole ??= this.decodeWhole();
    // Only where every byte is a letter do their places agree.
    if (this.whole.length === this.bytes.length) return this.whole.slice(start, end);
    return decoder.decode(this.bytes.subarray(start, end));
  }

  private decodeWhole(): string {
    const short = this.bytes.length <= SHORT * this.length && this.bytes.length < LONGEST;
    return short ? decoder.decode(this.bytes) : "";
  }

  /** Whether the text of a number is this one; no string is made for ASCII. */
  is(number: number, text: string): boolean {
    return isText(this.bytes, this.starts[number] as number, this.starts[number + 1] as number, text);
  }
}

function isText(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (end - start < text.length) return false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 127) return decoder.decode(bytes.subarray(start, end)) === text;
    if (bytes[start + i] !== unit) return false;
  }
  return end - start === text.length;
}

/** Long texts are not worth a second copy of all: so many letters each on average, and so many in all. */
const SHORT = 40;
const LONGEST = 1 << 28;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const encoder = new TextEncoder();

/** Makes a table text by text. Half a surrogate pair becomes U+FFFD, as UTF-8 cannot hold it. */
export class TextTableWriter {
  private bytes = new Uint8Array(1024);
  private starts = new Uint32Array(64);
  private count = 0;

  /** Adds a text and returns its number. */
  add(text: string): number {
    const start = this.starts[this.count] as number;
    if (start + text.length * 3 > this.bytes.length) {
      const longer = new Uint8Array((start + text.length * 3) * 2);
      longer.set(this.bytes.subarray(0, start));
      this.bytes = longer;
    }
    const { written } = encoder.encodeInto(text, this.bytes.subarray(start));
    this.count += 1;
    if (this.count === this.starts.length) {
      const longer = new Uint32Array(this.count * 2);
      longer.set(this.starts);
      this.starts = longer;
    }
    this.starts[this.count] = start + written;
    return this.count - 1;
  }

  /** Whether the text of a number is this one. */
  is(number: number, text: string): boolean {
    return isText(this.bytes, this.starts[number] as number, this.starts[number + 1] as number, text);
  }

  /** The arrays of the table, copied to their length; their room is given back. */
  finish(): { readonly bytes: Uint8Array; readonly starts: Uint32Array } {
    const starts = this.starts.slice(0, this.count + 1);
    const bytes = this.bytes.slice(0, starts[this.count]);
    this.starts = new Uint32Array(1);
    this.bytes = new Uint8Array(0);
    return { bytes, starts };
  }
}

/** A table in which equal texts share a number. Texts are found where they lie: no string is kept. */
export class TextDictionary {
  private readonly table = new TextTableWriter();
  /** As in {@link hashTexts}, at most half of them taken. */
  private slots = new Uint32Array(64);
  private hashes = new Int32Array(32);
  private count = 0;

  /** The number of a text, given when it first comes. */
  number(text: string): number {
    const code = hash(text);
    const slot = this.slotOf(code, text);
    const held = this.slots[slot] as number;
    if (held > 0) return held - 1;
    this.slots[slot] = this.table.add(text) + 1;
    this.hashes[this.count] = code;
    this.count += 1;
    if (this.count * 2 === this.slots.length) this.grow();
    return this.count - 1;
  }

  finish(): { readonly bytes: Uint8Array; readonly starts: Uint32Array } {
    this.slots = new Uint32Array(0);
    this.hashes = new Int32Array(0);
    return this.table.finish();
  }

  /** The slot of a text, or the empty one where it belongs. */
  private slotOf(code: number, text: string): number {
    const mask = this.slots.length - 1;
    for (let slot = code & mask; ; slot = (slot + 1) & mask) {
      const held = this.slots[slot] as number;
      if (held === 0) return slot;
      if (this.hashes[held - 1] === (code | 0) && this.table.is(held - 1, text)) return slot;
    }
  }

  private grow(): void {
    const hashes = new Int32Array(this.count * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
    this.slots = new Uint32Array(this.count * 4);
    const mask = this.slots.length - 1;
    for (let number = 0; number < this.count; number++) {
      let slot = (hashes[number] as number) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = number + 1;
    }
  }
}

/**
 * Slots by which texts of a table are found: open addressing, 0 for an empty slot, else the text's number plus one.
 * Returns also a number whose text comes twice, if there is one.
 */
export function hashTexts(table: TextTable): { readonly slots: Uint32Array; readonly twice?: number } {
  let size = 4;
  while (size * 0.8 < table.length) size *= 2;
  const slots = new Uint32Array(size);
  let twice: number | undefined;
  for (let number = 0; number < table.length; number++) {
    const text = table.at(number);
    let slot = hash(text) & (size - 1);
    for (; slots[slot] !== 0; slot = (slot + 1) & (size - 1)) {
      if (table.is((slots[slot] as number) - 1, text)) twice ??= number;
    }
    slots[slot] = number + 1;
  }
  return twice === undefined ? { slots } : { slots, twice };
}

/** The number of a text, or -1. */
export function findText(table: TextTable, slots: Uint32Array, text: string): number {
  const mask = slots.length - 1;
  for (let slot = hash(text) & mask; ; slot = (slot + 1) & mask) {
    const held = slots[slot] as number;
    if (held === 0) return -1;
    if (table.is(held - 1, text)) return held - 1;
  }
}

/** FNV-1a over UTF-16 units, its bits mixed once more so that the low ones depend on all. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value ^= value >>> 15;
  return Math.imul(value, 0x2c1b3c6d) >>> 0;
}
