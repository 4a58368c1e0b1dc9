/**
 * The form in which the dataset travels inside the package: three ASCII texts. `records` is JSON of what a graph needs at
 * once; `names` and `citations`, two thirds of the whole, hold a line of JSON for each record and stay as they are until
 * somebody looks at one. To their readers they are ordinary fields, own and enumerable.
 * `unpackDataset(packDataset(records))` is the records.
 */
import type { Citation } from "../model/citation.ts";
import { type Name, nameIn } from "../model/entity.ts";
import type { DatasetRecords } from "../model/record.ts";

/** The three texts. */
export interface PackedDataset {
  readonly records: string;
  readonly names: string;
  readonly citations: string;
}

/** Records, and the entities' labels in their order, so that nobody must look at the names to label a node. */
export interface UnpackedDataset {
  readonly records: DatasetRecords;
  readonly labels: readonly string[];
}

/** Numbers are places in the list of texts; -1 is none. The last entry of a citation holds the rarer fields. */
type PackedName = readonly [value: string, lang: number, source: number, inferred: 0 | 1];
type PackedCitation = readonly [
  source: number,
  start: number,
  end: number,
  length: number,
  prints: string,
  speaker: number,
  speakerDescription: number,
  voice: number,
  stance: number,
  rest?: Partial<Citation>,
];

interface PackedRecords {
  readonly frame: Omit<DatasetRecords, "entities" | "claims">;
  /** Texts that citations repeat. */
  readonly texts: readonly string[];
  readonly labels: readonly string[];
  readonly entities: readonly { readonly id: string }[];
  readonly claims: readonly { readonly id: string }[];
}

const HASH_DIGITS = 8;
/** Between the lines: JSON never holds it, and unlike a line end it needs no template literal, which is slower to read. */
const BETWEEN = "\u001f";

/** Packs records. The texts hold neither single quotes nor anything beyond ASCII, which engines keep in half the space. */
export function packDataset({ entities, claims, ...frame }: DatasetRecords): PackedDataset {
  const texts: string[] = [];
  const place = (text: string | undefined): number => {
    if (text === undefined) return -1;
    const at = texts.indexOf(text);
    return at >= 0 ? at : texts.push(text) - 1;
  };
  const packName = ({ value, lang, source, inferred }: Name): PackedName => [
    value,
    place(lang),
    place(source),
    inferred ? 1 : 0,
  ];
  const packCitation = (citation: Citation): PackedCitation => {
    const { source, start = -1, end = -1, length = -1, hash = "", sha256 = "", ...said } = citation;
    const { speaker, speakerDescription, voice, stance, ...rest } = said;
    const words = [place(speaker), place(speakerDescription), place(voice), place(stance)];
    const row = [place(source), start, end, length, hash + sha256, ...words];
    return (Object.keys(rest).length > 0 ? [...row, rest] : row) as unknown as PackedCitation;
  };
  const names = entities.map((entity) => ascii(entity.names.map(packName)));
  const citations = claims.map((claim) => ascii(claim.citations.map(packCitation)));
  const packed: PackedRecords = {
    frame,
    texts,
    labels: entities.map((entity) => nameIn(entity)),
    entities: entities.map(({ names: _, ...rest }) => rest),
    claims: claims.map(({ citations: _, ...rest }) => rest),
  };
  return { records: ascii(packed), names: names.join(BETWEEN), citations: citations.join(BETWEEN) };
}

/** The records of a packed dataset, fresh objects at every call. */
export function unpackDataset(packed: PackedDataset): UnpackedDataset {
  const { frame, texts, labels, entities, claims } = JSON.parse(packed.records) as PackedRecords;
  unpackWhenRead(entities, "names", packed.names, (row: PackedName) => unpackName(row, texts));
  unpackWhenRead(claims, "citations", packed.citations, (row: PackedCitation) => unpackCitation(row, texts));
  return { records: { ...frame, entities, claims } as unknown as DatasetRecords, labels };
}

/**
 * Gives records a field that is read from their line of a text when first looked at, and is an ordinary one from then
 * on. One getter serves all, so that the records stay of one shape to the engine.
 */
function unpackWhenRead<Row, Value>(
  records: readonly { readonly id: string }[],
  field: string,
  text: string,
  unpack: (row: Row) => Value,
): void {
  let lines: ReadonlyMap<string, string> | undefined;
  const linesById = (): ReadonlyMap<string, string> => {
    const split = text.split(BETWEEN);
    return new Map(records.map((record, i) => [record.id, split[i] as string]));
  };
  function put(this: { readonly id: string }, value: unknown): void {
    Object.defineProperty(this, field, { value, enumerable: true, writable: true, configurable: true });
  }
  function get(this: { readonly id: string }): readonly Value[] {
    lines ??= linesById();
    const value = (JSON.parse(lines.get(this.id) as string) as Row[]).map(unpack);
    put.call(this, value);
    return value;
  }
  const descriptor = { get, set: put, enumerable: true, configurable: true };
  for (const record of records) Object.defineProperty(record, field, descriptor);
}

function ascii(value: unknown): string {
  const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value).replace(/['\u007f-\uffff]/g, escaped);
}

function unpackName([value, lang, source, inferred]: PackedName, texts: readonly string[]): Name {
  return {
    value,
    lang: texts[lang] as string,
    ...(source >= 0 && { source: texts[source] as string }),
    ...(inferred === 1 && { inferred: true }),
  };
}

function unpackCitation(row: PackedCitation, texts: readonly string[]): Citation {
  const [source, start, end, length, prints, speaker, description, voice, stance, rest] = row;
  const print = { hash: prints.slice(0, HASH_DIGITS), sha256: prints.slice(HASH_DIGITS) };
  return {
    source: texts[source] as string,
    ...(start >= 0 && { start, end, length, ...print }),
    ...(speaker >= 0 && { speaker: texts[speaker] as string }),
    ...(description >= 0 && { speakerDescription: texts[description] as string }),
    voice: texts[voice] as Citation["voice"],
    stance: texts[stance] as Citation["stance"],
    ...rest,
  };
}
