/**
 * The file form of a frozen graph: one buffer with a header and named arrays of numbers, to be opened without parsing.
 *
 * Header, 32-bit little-endian words: magic, version, number of sections, then for each section its place in
 * {@link SECTIONS}, the bytes an element takes (negative where signed), first byte and length in elements. Sections
 * begin at multiples of 8.
 */
import { FormatError, show } from "../errors.ts";

/** Names of the sections. Part of the format: append only, and raise the version when one changes its meaning. */
export const SECTIONS = [
  ...["frame", "frameStarts", "entityIds", "entityIdStarts", "entityRecords", "entityRecordStarts"],
  ...["claimIds", "claimIdStarts", "valid", "texts", "textStarts"],
  ...["rest", "rests", "restStarts", "citationStarts", "citationSource", "citationRest"],
  ...["heads", "tails", "outSlots", "outStarts", "inSlots", "inStarts"],
  ...["entitySlots", "claimSlots", "marks"],
] as const;

export type SectionName = (typeof SECTIONS)[number];
export type SectionArray = Int32Array | Uint32Array | Uint16Array | Uint8Array;
export type Sections = Readonly<Record<SectionName, SectionArray>>;

const MAGIC = 0x465a4758;
const VERSION = 2;
const HEADER_WORDS = 3;
const ENTRY_WORDS = 4;

/** All sections in one buffer. */
export function packSections(sections: Sections): ArrayBuffer {
  let end = align((HEADER_WORDS + ENTRY_WORDS * SECTIONS.length) * 4);
  const entries = SECTIONS.map((name) => {
    const array = sections[name];
    const offset = end;
    end = align(end + array.byteLength);
    return { array, offset };
  });
  const buffer = new ArrayBuffer(end);
  const words = new Int32Array(buffer);
  words.set([MAGIC, VERSION, SECTIONS.length]);
  entries.forEach(({ array, offset }, i) => {
    const width = array.BYTES_PER_ELEMENT * (array instanceof Int32Array ? -1 : 1);
    words.set([i, width, offset, array.length], HEADER_WORDS + ENTRY_WORDS * i);
    new Uint8Array(buffer, offset).set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  });
  return buffer;
}

/**
 * The sections of a buffer, or of a view of one: views, nothing is copied but a view that begins at no multiple of 8.
 *
 * @throws FormatError `frozen/not-a-frozen-graph`, `frozen/unknown-version`, `frozen/truncated`
 */
export function openSections(buffer: ArrayBuffer | Uint8Array): Sections {
  const bytes = alignedBytes(buffer);
  if (bytes.byteLength < HEADER_WORDS * 4)
    throw notFrozen(`Found ${bytes.byteLength} bytes, fewer than the ${HEADER_WORDS * 4} it begins with`);
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number): number => head.getInt32(at * 4, true);
  if (word(0) !== MAGIC) throw notFrozen(`Found the first bytes ${show(word(0))}`);
  if (word(1) !== VERSION) {
    throw new FormatError(
      "frozen/unknown-version",
      `Found version ${word(1)} of the frozen form; this release reads version ${VERSION}. Freeze the graph anew.`,
    );
  }
  const found: Partial<Record<SectionName, SectionArray>> = {};
  for (let i = 0; i < word(2); i++) {
    const entry = HEADER_WORDS + ENTRY_WORDS * i;
    if ((entry + ENTRY_WORDS) * 4 > bytes.byteLength) throw truncated("the section table");
    const name = SECTIONS[word(entry)];
    const [width, offset, length] = [word(entry + 1), word(entry + 2), word(entry + 3)];
    if (name === undefined) continue;
    if (offset < 0 || offset % 8 !== 0 || length < 0 || offset + Math.abs(width) * length > bytes.byteLength)
      throw truncated(name);
    found[name] = view(bytes, width, offset, length, name);
  }
  const missing = SECTIONS.find((name) => found[name] === undefined);
  if (missing !== undefined) throw truncated(missing);
  return found as Sections;
}

/** The numbers, none negative, in the narrowest array that holds them. */
export function narrow(numbers: ArrayLike<number>): SectionArray {
  let most = 0;
  for (let i = 0; i < numbers.length; i++) if ((numbers[i] as number) > most) most = numbers[i] as number;
  return most < 0x100
    ? Uint8Array.from(numbers)
    : most < 0x10000
      ? Uint16Array.from(numbers)
      : Uint32Array.from(numbers);
}

/** The bytes, where arrays of wider numbers can begin. */
function alignedBytes(buffer: ArrayBuffer | Uint8Array): Uint8Array {
  if (buffer instanceof ArrayBuffer) return new Uint8Array(buffer);
  if (!ArrayBuffer.isView(buffer)) throw notFrozen(`Found ${show(buffer)}`);
  const bytes = new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  return bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
}

function view(
  { buffer, byteOffset }: Uint8Array,
  width: number,
  place: number,
  length: number,
  name: string,
): SectionArray {
  const offset = byteOffset + place;
  if (width === -4) return new Int32Array(buffer, offset, length);
  if (width === 4) return new Uint32Array(buffer, offset, length);
  if (width === 2) return new Uint16Array(buffer, offset, length);
  if (width === 1) return new Uint8Array(buffer, offset, length);
  throw truncated(name);
}

function align(offset: number): number {
  return (offset + 7) & ~7;
}

function notFrozen(found: string): FormatError {
  return new FormatError(
    "frozen/not-a-frozen-graph",
    `${found}; expected an ArrayBuffer or Uint8Array of a frozen graph as toBuffer() makes it.`,
  );
}

function truncated(what: string): FormatError {
  return new FormatError(
    "frozen/truncated",
    `The buffer of the frozen graph ends before ${what} does or lacks it; it was cut off or damaged. Freeze the graph anew.`,
  );
}
