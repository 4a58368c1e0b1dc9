/**
 * Which ids judgements replace by which.
 */
import type { DatasetRecords } from "../model/record.ts";
import { groupBy } from "./group-by.ts";
import { Clusters, type Judgement } from "./judgements.ts";
import { inRank, type MergeContext } from "./merge-fields.ts";
import { sided } from "./merge-sides.ts";

/** What judgements come to for some datasets. */
export interface Judged {
  /** Former id to the one that stands for all that are judged the same: the preferred dataset's, else the first. */
  readonly ids: ReadonlyMap<string, string>;
  /** Whether two ids that stand are judged different. */
  areDifferent(a: string, b: string): boolean;
  /** Judgements of ids that the datasets do not have both of. */
  readonly unused: readonly Judgement[];
}

/** Applies judgements that do not contradict one another. Linear in judgements and entities. */
export function judge(
  datasets: readonly DatasetRecords[],
  judgements: readonly Judgement[],
  context: MergeContext,
): Judged {
  const entities = groupBy(sided(datasets, "entities"), ({ record }) => record.id);
  const ids = new Map<string, string>();
  for (const members of new Clusters(judgements).members()) {
    const there = members.flatMap((id) => entities.get(id) ?? []);
    const groups = [...groupBy(there, ({ record }) => record.id).values()];
    const [first, ...others] = inRank(groups, ([{ record }]) => record.id, context);
    for (const [{ record }] of others) ids.set(record.id, first?.[0].record.id ?? record.id);
  }
  const pair = (a: string, b: string): string => JSON.stringify([ids.get(a) ?? a, ids.get(b) ?? b].sort());
  const different = judgements.filter(({ judgement }) => judgement === "different");
  const pairs = new Set(different.map(({ left, right }) => pair(left, right)));
  return {
    ids,
    areDifferent: (a, b) => pairs.size > 0 && pairs.has(pair(a, b)),
    unused: judgements.filter(({ left, right }) => !entities.has(left) || !entities.has(right)),
  };
}
