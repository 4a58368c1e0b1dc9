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

/** What the datasets say of themselves, as a whole: a name is not put together with another's licence. */
export function mergeInfo(
  all: readonly Sided<DatasetInfo>[],
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
  return infos[0];
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
