/**
 * The canonical files of a dataset: JSON Lines, one record a line, sorted by id, keys in one fixed order, as `data/` is
 * kept. The same records give the same bytes, in whatever order they and their fields came; so files can be compared,
 * and a change of one record is a change of one line.
 */
import { InvalidRecordError, show } from "../errors.ts";
import { joinLines } from "../format/lines.ts";
import { kindOfRecord } from "../graph/build.ts";
import { compareIds } from "../graph/read-graph.ts";
import type { DatasetInfo, DatasetRecords } from "../model/record.ts";
import { isPlainObject } from "../model/shape.ts";
import { groupBy } from "./group-by.ts";
import type { DatasetFile } from "./record-reader.ts";

/** Fields in the order in which people read them, whatever object they stand in. All others follow, by code unit … */
const FIRST =
  "id kind name version license title titleLang titleByEditors publisher owner class classifiedBy classifiedOn " +
  "classNote host authors genre language translatedFrom url published held dateEvidence accessed reprintOf " +
  "derivedFrom text description coverage from to covers silentOn subject relation object names value lang source " +
  "start end length hash sha256 speaker speakerDescription voice stance stated readAs modes lng lat coordinatesFrom " +
  "measure unit definition comparableTo of per base whole basis wholeIndicator comparator low high asReported " +
  "equivalents partner place within part matter characterizedAs rank orBetter field by among iata icao iso3166-2 gb2260 geonames";
/** … and then these. */
const LAST = "identifiers quantity scope valid validAs attested status inferred citations";

const RANKS: ReadonlyMap<string, number> = new Map([
  ...FIRST.split(" ").map((name, i, { length }): [string, number] => [name, i - length]),
  ...LAST.split(" ").map((name, i): [string, number] => [name, i + 1]),
]);

/**
 * The files of a dataset: `dataset.json` where the records say what they are a dataset of, `sources.jsonl`,
 * `entities/<kind>.jsonl` and `claims/<relation>.jsonl`, in this order, kinds and relations by name. Ids are sorted by
 * UTF-16 code unit. n log n in the records.
 *
 * @throws InvalidRecordError `record/unknown-kind`, `record/unknown-relation` for a record whose kind or relation cannot
 *   name a file; FormatError `format/too-long` for a file longer than a text can be
 * @example
 * datasetFiles({
 *   sources: [], claims: [],
 *   entities: [{ names: [{ lang: "en", value: "Hami" }], id: "region/hami" }],
 * });
 * // [{ name: "sources.jsonl", text: "" },
 * //  { name: "entities/region.jsonl", text: '{"id":"region/hami","names":[{"value":"Hami","lang":"en"}]}\n' }]
 */
export function datasetFiles({ dataset, sources, entities, claims }: DatasetRecords): DatasetFile[] {
  return [
    ...(dataset ? [{ name: "dataset.json", text: datasetText(dataset) }] : []),
    { name: "sources.jsonl", text: recordLines(sources) },
    ...folder("entities", "kind", entities, kindOfRecord),
    ...folder("claims", "relation", claims, (claim) => claim.relation),
  ];
}

/**
 * Records as JSON Lines, sorted by id.
 *
 * @param lineOf how a record is written, in one line; canonically unless given
 */
export function recordLines<R extends { readonly id: string }>(
  records: readonly R[],
  lineOf: (record: R) => string = canonicalText,
): string {
  const lines = records.map((record) => ({ id: record.id, line: lineOf(record) }));
  lines.sort((a, b) => compareIds(a.id, b.id) || compareIds(a.line, b.line));
  return joinLines(lines.map(({ line }) => line));
}

/** A value as JSON with its keys in the canonical order: equal for equal values. Absent fields are left out. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${Array.from(value, canonicalText).join(",")}]`;
  if (!isPlainObject(value)) return JSON.stringify(value) ?? "null";
  const members = fieldsInOrder(value).map((name) => `${JSON.stringify(name)}:${canonicalText(value[name])}`);
  return `{${members.join(",")}}`;
}

/** The names of an object's fields that are there, in the canonical order. */
export function fieldsInOrder(value: Readonly<Record<string, unknown>>): string[] {
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  // Most records are in order already, and a look is cheaper than a sort.
  return names.every((name, i) => i === 0 || compareFields(names[i - 1] as string, name) < 0)
    ? names
    : names.sort(compareFields);
}

function compareFields(a: string, b: string): number {
  return (RANKS.get(a) ?? 0) - (RANKS.get(b) ?? 0) || compareIds(a, b);
}

/** In lines, for it is one record that people read and edit. */
function datasetText(info: DatasetInfo): string {
  const write = (value: unknown, indent: string): string => {
    if (Array.isArray(value)) return `[${Array.from(value, canonicalText).join(", ")}]`;
    if (!isPlainObject(value)) return canonicalText(value);
    const inner = `${indent}  `;
    const members = fieldsInOrder(value).map(
      (name) => `${inner}${JSON.stringify(name)}: ${write(value[name], inner)}`,
    );
    return `{\n${members.join(",\n")}\n${indent}}`;
  };
  return `${write(info, "")}\n`;
}

function folder<R extends { readonly id: string }>(
  name: string,
  what: string,
  records: readonly R[],
  sortOf: (record: R) => string | undefined,
): DatasetFile[] {
  const files = groupBy(records, (record) => fileNameOf(record, sortOf(record), what));
  return [...files]
    .sort(([a], [b]) => compareIds(a, b))
    .map(([sort, some]) => ({ name: `${name}/${sort}.jsonl`, text: recordLines(some) }));
}

/** Kinds and relations are camelCase words; anything else might lead out of the folder. */
function fileNameOf({ id }: { readonly id: string }, sort: string | undefined, what: string): string {
  if (sort !== undefined && /^[a-z][A-Za-z0-9]*$/.test(sort)) return sort;
  const expected = `a ${what} in camelCase letters and digits`;
  const message = `The ${what} of ${show(id)} is ${sort === undefined ? "not given" : show(sort)}; expected ${expected}.`;
  throw new InvalidRecordError([
    { code: `record/unknown-${what}`, severity: "error", id, message, expected, received: show(sort) },
  ]);
}
