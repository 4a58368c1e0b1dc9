/**
 * The form in which the dataset travels inside the package: JSON of ASCII characters, repeated texts in one list. Names
 * and citations, two thirds of it, stay packed until somebody looks at them: loading costs a third of what it would.
 * To their readers they are ordinary fields, own and enumerable. `unpackDataset(packDataset(records))` is the records.
 */
import type { Citation } from "../model/citation.ts";
import type { ClaimRecord } from "../model/claim.ts";
import { type EntityRecord, type Name, nameIn } from "../model/entity.ts";
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

/** `names` and `citations` are JSON texts of rows. */
interface Packed {
  readonly texts: readonly string[];
  readonly frame: Omit<DatasetRecords, "entities" | "claims">;
  readonly entities: readonly (readonly [id: string, label: string, names: string, rest: object])[];
  readonly claims: readonly (readonly [
    id: string,
    subject: number,
    relation: number,
    object: number,
    status: number,
    citations: string,
    rest: object,
  ])[];
}

/** Records, and the entities' labels in their order, so that nobody must look at the names to label a node. */
export interface UnpackedDataset {
  readonly records: DatasetRecords;
  readonly labels: readonly string[];
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
    const words = [place(speaker), place(speakerDescription), place(voice), place(stance)];
    const row = [place(source), start, end, length, hash + sha256, ...words];
    return (Object.keys(rest).length > 0 ? [...row, rest] : row) as unknown as PackedCitation;
  };
  const packed: Packed = {
    texts,
    frame,
    entities: entities.map(({ id, names, ...rest }) => [
      id,
      nameIn({ id, names }),
      JSON.stringify(names.map(packName)),
      rest,
    ]),
    claims: claims.map(({ id, subject, relation, object, status, citations, ...rest }) => [
      ...([id, place(subject), place(relation), place(object), place(status)] as const),
      JSON.stringify(citations.map(packCitation)),
      rest,
    ]),
  };
  return JSON.stringify(packed).replace(
    /['\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The records of a packed dataset, fresh objects at every call. */
export function unpackDataset(text: string): UnpackedDataset {
  const { texts, frame, entities, claims } = JSON.parse(text) as Packed;
  const records = {
    ...frame,
    entities: entities.map(
      ([id, , names, rest]): EntityRecord =>
        Object.assign(
          {
            id,
            get names(): readonly Name[] {
              return settle(
                this,
                "names",
                (JSON.parse(names) as PackedName[]).map((row) => unpackName(row, texts)),
              );
            },
          },
          rest,
        ),
    ),
    claims: claims.map(([id, subject, relation, object, status, citations, rest]) => {
      const claim = {
        id,
        subject: texts[subject],
        relation: texts[relation],
        object: texts[object],
        status: texts[status],
        get citations(): readonly Citation[] {
          return settle(
            this,
            "citations",
            (JSON.parse(citations) as PackedCitation[]).map((row) => unpackCitation(row, texts)),
          );
        },
      };
      return Object.assign(claim, rest) as unknown as ClaimRecord;
    }),
  };
  return { records, labels: entities.map((row) => row[1]) };
}

/** Puts the value in the place of its getter. */
function settle<T>(record: object, field: string, value: T): T {
  Object.defineProperty(record, field, { value, enumerable: true, writable: true, configurable: true });
  return value;
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
  return {
    source: texts[source] as string,
    ...(start >= 0 && {
      start,
      end,
      length,
      hash: prints.slice(0, HASH_DIGITS),
      sha256: prints.slice(HASH_DIGITS),
    }),
    ...(speaker >= 0 && { speaker: texts[speaker] as string }),
    ...(description >= 0 && { speakerDescription: texts[description] as string }),
    voice: texts[voice] as Citation["voice"],
    stance: texts[stance] as Citation["stance"],
    ...rest,
  };
}
