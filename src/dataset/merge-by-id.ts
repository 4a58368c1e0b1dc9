/**
 * Sources and entities of several datasets: those of one id become one record.
 */

import { kindOfRecord } from "../graph/build.ts";
import { compareIds } from "../graph/read-graph.ts";
import type { EntityRecord } from "../model/entity.ts";
import type { DatasetInfo } from "../model/record.ts";
import type { Source } from "../model/source.ts";
import type { Ontology } from "../ontology/define.ts";
import { canonicalText } from "./canonical.ts";
import { groupBy } from "./group-by.ts";
import {
  differencesOf,
  type FieldRules,
  inRank,
  type MergeContext,
  namesOf,
  uniteRecords,
} from "./merge-fields.ts";
import type { MergedList, Sided } from "./merge-sides.ts";
import { coordinateFields } from "./same-entity-place.ts";

/** A list of a source, such as its authors, is a value like any other: half of each would be true of none. */
const SOURCE_RULES: FieldRules = { sort: "sources", isUnited: () => false };

/** Sources by id. */
export function mergeSources(all: readonly Sided<Source>[], context: MergeContext): MergedList<Source> {
  return mergeById(all, () => SOURCE_RULES, context);
}

/** Entities by id. Every list is one of things that hold side by side: names, modes, references. */
export function mergeEntities(
  all: readonly Sided<EntityRecord>[],
  ontology: Ontology,
  context: MergeContext,
): MergedList<EntityRecord> {
  const rules = new Map(
    Object.entries(ontology.kinds).map(([kind, { attributes }]): [string, FieldRules] => [
      kind,
      { sort: "entities", isUnited: () => true, together: coordinateFields(attributes) },
    ]),
  );
  return mergeById(all, (record) => rules.get(kindOfRecord(record) ?? "") ?? SOURCE_RULES, context);
}

/**
 * What the datasets say of themselves, where all say the same. Where they differ, the outcome is none of them: name,
 * version and licence name what each says, `ports + xinjiang-overland-opening-up`, and of the rest only what is the same everywhere stays.
 *
 * @param isPartUnnamed whether there are records of a dataset that says nothing of itself
 */
export function mergeInfo(
  all: readonly Sided<DatasetInfo>[],
  isPartUnnamed: boolean,
  context: MergeContext,
): DatasetInfo | undefined {
  const groups = [...groupBy(all, ({ record }) => canonicalText(record)).values()];
  const ranked = inRank(groups, ([{ record }]) => canonicalText(record), context);
  const infos = ranked.map(([{ record }]) => record);
  if (ranked.length > 1) {
    const { fields, values } = differencesOf(infos, new Set());
    context.conflict({
      sort: "dataset",
      id: infos[0]?.name ?? "",
      fields,
      values: ranked.map((group, i) => ({ value: values[i] ?? {}, datasets: namesOf(group, context) })),
    });
  }
  const [first] = infos;
  if (first === undefined || (infos.length === 1 && !isPartUnnamed)) return first;
  const parts = isPartUnnamed ? [...infos, UNNAMED] : infos;
  const isCommon = (field: keyof DatasetInfo): boolean =>
    parts.every((part) => canonicalText(part[field]) === canonicalText(first[field]));
  return {
    ...(Object.fromEntries(
      Object.entries(first).filter(([field]) => isCommon(field as keyof DatasetInfo)),
    ) as Partial<DatasetInfo>),
    name: joined(parts.map(({ name }) => name)),
    version: joined(parts.map(({ version }) => version)),
    license: joined(parts.map(({ license }) => license)),
  };
}

/** A dataset that says nothing of itself, beside others that do. */
const UNNAMED: DatasetInfo = { name: "unnamed", version: "unstated", license: "unstated" };

/** Each text once, those of former merges taken apart, so that neither order nor repetition matters. */
function joined(texts: readonly string[]): string {
  const parts = texts.flatMap((text) => text.split(" + "));
  return [...new Set(parts)].sort(compareIds).join(" + ");
}

function mergeById<R extends { readonly id: string }>(
  all: readonly Sided<R>[],
  rulesOf: (record: R) => FieldRules,
  context: MergeContext,
): MergedList<R> {
  const origins = [...groupBy(all, ({ record }) => record.id).values()].sort(([a], [b]) =>
    compareIds(a.record.id, b.record.id),
  );
  return {
    origins,
    records: origins.map((group) => uniteRecords(group, rulesOf(group[0].record), context)),
  };
}
