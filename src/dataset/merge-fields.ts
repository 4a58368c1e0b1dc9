/**
 * Records of one id into one record. What a field says once is filled in, lists are united; where records differ on a
 * field, both values go into the report and one stands in the record, by a rule that does not ask who came first.
 */
import { isPlainObject } from "../model/shape.ts";
import { canonicalText, fieldsInOrder } from "./canonical.ts";
import { groupBy } from "./group-by.ts";
import type { Sided, SidedGroup } from "./merge-sides.ts";

/** Fields on which records of one id differ, with every value. Plain data. */
export interface MergeConflict {
  readonly sort: MergeSort;
  readonly id: string;
  /** The fields that differ; those of a map as `identifiers/iata`. Two coordinates are one matter. */
  readonly fields: readonly string[];
  /** Each value once, the one that stands in the record first; of what datasets say of themselves none stands. */
  readonly values: readonly ConflictingValue[];
}

/** Which list of a dataset a record stands in, or the dataset's own record. */
export type MergeSort = "dataset" | "sources" | "entities" | "claims";

/** What some datasets say of the fields of a conflict. */
export interface ConflictingValue {
  /** The fields with their values; absent ones are left out. */
  readonly value: Readonly<Record<string, unknown>>;
  /** Names of the datasets that have it, in the order in which they were given. */
  readonly datasets: readonly string[];
  /** Of claims, which all stay: the id that this one has in the merged records. */
  readonly standsAs?: string;
}

/** What merging goes by: the datasets' names, whose values are preferred, where to tell of conflicts. */
export interface MergeContext {
  readonly names: readonly string[];
  /** Of two values, that of the dataset with the lower rank stands; among equals the first in code-unit order. */
  readonly ranks: readonly number[];
  conflict(conflict: MergeConflict): void;
}

/** How the fields of a sort of records are put together. */
export interface FieldRules {
  readonly sort: MergeSort;
  /** Whether a field is a list of which every item is kept. Other lists are values like any other. */
  isUnited(field: string): boolean;
  /** Fields that are one matter, such as two coordinates: taken from one record together. */
  readonly together?: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * One record of several of the same id. The first record itself where all are equal. Independent of their order, and
 * uniting its outcome with one of them again changes nothing.
 */
export function uniteRecords<R extends { readonly id: string }>(
  group: SidedGroup<R>,
  rules: FieldRules,
  context: MergeContext,
): R {
  const [{ record }] = group;
  if (group.length === 1) return record;
  const text = canonicalText(record);
  if (group.every((one) => one.record === record || canonicalText(one.record) === text)) return record;
  return uniteFields(
    record.id,
    group as readonly Sided<object>[] as readonly Sided<Fields>[],
    rules,
    context,
  ) as R;
}

function uniteFields(
  id: string,
  group: readonly Sided<Fields>[],
  rules: FieldRules,
  context: MergeContext,
  within = "",
): Fields {
  const merged: [string, unknown][] = [];
  const done = new Set<string>();
  for (const field of fieldsInOrder(Object.assign({}, ...group.map(({ record }) => record)))) {
    if (done.has(field)) continue;
    const matter = rules.together?.includes(field) && within === "" ? rules.together : [field];
    for (const one of matter) done.add(one);
    const parts = group.flatMap(({ record, side }): Sided<Fields>[] => {
      const part = pick(record, matter);
      return Object.keys(part).length > 0 ? [{ record: part, side }] : [];
    });
    const inner = parts.map(({ record, side }) => ({ record: record[field], side }));
    if (rules.isUnited(field) && inner.every(({ record }) => Array.isArray(record))) {
      merged.push([field, uniteLists(inner as Sided<readonly unknown[]>[], context)]);
    } else if (field === MAP && within === "" && inner.every(({ record }) => isPlainObject(record))) {
      merged.push([field, uniteFields(id, inner as Sided<Fields>[], rules, context, `${MAP}/`)]);
    } else {
      merged.push(
        ...Object.entries(
          choose(
            id,
            matter.map((name) => within + name),
            parts,
            rules.sort,
            context,
          ),
        ),
      );
    }
  }
  return Object.fromEntries(merged);
}

/** The one field whose entries each stand for themselves. */
const MAP = "identifiers";

/** The value that stands; a conflict is told where there are several. */
function choose(
  id: string,
  fields: readonly string[],
  parts: readonly Sided<Fields>[],
  sort: MergeSort,
  context: MergeContext,
): Fields {
  const values = distinctValues(parts, context);
  const [first] = values;
  if (values.length > 1) context.conflict({ sort, id, fields, values });
  return first?.value ?? {};
}

/** The values, each once, with the datasets that have it; the one that is to stand first. */
function distinctValues(parts: readonly Sided<Fields>[], context: MergeContext): ConflictingValue[] {
  const textOf = ({ record }: Sided<Fields>): string => canonicalText(record);
  const values = [...groupBy(parts, textOf).values()];
  return inRank(values, ([part]) => textOf(part), context).map((same) => ({
    value: same[0].record,
    datasets: namesOf(same, context),
  }));
}

/** Items in the order of the best rank that one of their records has, then of their texts. */
export function inRank<T extends readonly Sided<unknown>[]>(
  items: readonly T[],
  textOf: (item: T) => string,
  { ranks }: MergeContext,
): T[] {
  const keyed = items.map((item) => ({
    item,
    rank: Math.min(...item.map(({ side }) => ranks[side] ?? 0)),
    text: textOf(item),
  }));
  keyed.sort((a, b) => a.rank - b.rank || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  return keyed.map(({ item }) => item);
}

/** Names of the datasets that some records come from, each once, in the order in which they were given. */
export function namesOf(group: readonly Sided<unknown>[], { names }: MergeContext): string[] {
  const sides = [...new Set(group.map(({ side }) => side))].sort((a, b) => a - b);
  return sides.map((side) => names[side] ?? "");
}

/** The longest list as it is (the order of names and citations has a meaning), then what only others have. */
function uniteLists(
  lists: readonly Sided<readonly unknown[]>[],
  { ranks }: MergeContext,
): readonly unknown[] {
  const keyed = lists.map(({ record, side }) => ({
    record,
    rank: ranks[side] ?? 0,
    text: canonicalText(record),
  }));
  keyed.sort(
    (a, b) =>
      a.rank - b.rank ||
      b.record.length - a.record.length ||
      (a.text < b.text ? -1 : a.text > b.text ? 1 : 0),
  );
  const [first, ...others] = keyed;
  const items = first?.record ?? [];
  const seen = new Set(items.map(canonicalText));
  const added = new Map(others.flatMap(({ record }) => record).map((item) => [canonicalText(item), item]));
  const more = [...added].filter(([text]) => !seen.has(text)).sort(([a], [b]) => (a < b ? -1 : 1));
  return more.length === 0 ? items : [...items, ...more.map(([, item]) => item)];
}

/** The fields on which records differ, and what each says of them. */
export function differencesOf(
  records: readonly object[],
  beside: ReadonlySet<string>,
): {
  readonly fields: readonly string[];
  readonly values: readonly Fields[];
} {
  const all = records as readonly Fields[];
  const fields = fieldsInOrder(Object.assign({}, ...all)).filter(
    (field) => !beside.has(field) && new Set(all.map((record) => canonicalText(record[field]))).size > 1,
  );
  return { fields, values: all.map((record) => pick(record, fields)) };
}

function pick(record: Fields, fields: readonly string[]): Fields {
  return Object.fromEntries(
    fields.filter((field) => record[field] !== undefined).map((field) => [field, record[field]]),
  );
}
