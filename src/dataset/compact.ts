/**
 * The form in which the dataset travels inside the package: JSON with names, citations and the ends of claims as rows,
 * repeated texts in one list, ASCII only. About three fifths of the size of the records, which is what loading costs.
 * `unpackDataset(packDataset(records))` is the records.
 */
import type { Citation } from "../model/citation.ts";
import type { ClaimRecord } from "../model/claim.ts";
import type { EntityRecord, Name } from "../model/entity.ts";
import type { DatasetRecords } from "../model/record.ts";

/** Numbers are places in `texts`; -1 is none. The last entry of a row holds the rarer fields. */
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

interface Packed {
  readonly texts: readonly string[];
  readonly frame: Omit<DatasetRecords, "entities" | "claims">;
  /** Each followed by its names; the object holds the other fields. */
  readonly entities: readonly [id: string, names: readonly PackedName[], rest: object][];
  readonly claims: readonly [
    id: string,
    subject: number,
    relation: number,
    object: number,
    status: number,
    citations: readonly PackedCitation[],
    rest: object,
  ][];
}

const HASH_DIGITS = 8;

/** Packs records into text of ASCII characters without single quotes, which engines hold in half the space. */
export function packDataset({ entities, claims, ...frame }: DatasetRecords): string {
  const texts: string[] = [];
  const places = new Map<string, number>();
  const place = (text: string | undefined): number => {
    if (text === undefined) return -1;
    let at = places.get(text);
    if (at === undefined) {
      at = texts.push(text) - 1;
      places.set(text, at);
    }
    return at;
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
    const row = [
      place(source),
      start,
      end,
      length,
      hash + sha256,
      place(speaker),
      place(speakerDescription),
      place(voice),
      place(stance),
    ];
    return (Object.keys(rest).length > 0 ? [...row, rest] : row) as unknown as PackedCitation;
  };
  const packed: Packed = {
    texts,
    frame,
    entities: entities.map(({ id, names, ...rest }) => [id, names.map(packName), rest]),
    claims: claims.map(({ id, subject, relation, object, status, citations, ...rest }) => [
      ...([id, place(subject), place(relation), place(object), place(status)] as const),
      citations.map(packCitation),
      rest,
    ]),
  };
  return JSON.stringify(packed).replace(
    /['\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The records of a packed dataset, fresh objects at every call. */
export function unpackDataset(text: string): DatasetRecords {
  const { texts, frame, entities, claims } = JSON.parse(text) as Packed;
  const at = (place: number): string => texts[place] as string;
  const unpackName = (row: PackedName): Name => {
    const name: Writable<Name> = { value: row[0], lang: at(row[1]) };
    if (row[2] >= 0) name.source = at(row[2]);
    if (row[3] === 1) name.inferred = true;
    return name as Name;
  };
  const unpackCitation = (row: PackedCitation): Citation => {
    const citation: Writable<Citation> = { source: at(row[0]) };
    if (row[1] >= 0) {
      citation.start = row[1];
      citation.end = row[2];
      citation.length = row[3];
      citation.hash = row[4].slice(0, HASH_DIGITS);
      citation.sha256 = row[4].slice(HASH_DIGITS);
    }
    if (row[5] >= 0) citation.speaker = at(row[5]);
    if (row[6] >= 0) citation.speakerDescription = at(row[6]);
    citation.voice = at(row[7]) as Citation["voice"];
    citation.stance = at(row[8]) as Citation["stance"];
    return (row[9] ? Object.assign(citation, row[9]) : citation) as Citation;
  };
  return {
    ...frame,
    entities: entities.map(
      (row): EntityRecord => Object.assign({ id: row[0], names: row[1].map(unpackName) }, row[2]),
    ),
    claims: claims.map((row) => {
      const ends = {
        id: row[0],
        subject: at(row[1]),
        relation: at(row[2]),
        object: at(row[3]),
        status: at(row[4]),
      };
      return Object.assign(ends, row[6], { citations: row[5].map(unpackCitation) }) as ClaimRecord;
    }),
  };
}

type Writable<T> = { -readonly [Field in keyof T]?: T[Field] };
