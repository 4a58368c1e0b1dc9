/**
 * Taking judgements back where only what they made is left: what they replaced, kept as data.
 */
import { compareIds } from "../graph/read-graph.ts";
import type { DatasetRecords } from "../model/record.ts";
import { canonicalText } from "./canonical.ts";

/** What a merge would have given without its judgements, as far as that differs from what it gave. Plain data. */
export interface FormerRecords {
  /** The records as they would be. */
  readonly records: Pick<DatasetRecords, "entities" | "claims">;
  /** Ids of the records that stand in their place. */
  readonly replaced: { readonly entities: readonly string[]; readonly claims: readonly string[] };
}

const LISTS = ["entities", "claims"] as const;
type List = (typeof LISTS)[number];

/** What of some records has become other records. */
export function formerOf(before: DatasetRecords, after: DatasetRecords): FormerRecords {
  const only = (
    list: List,
    some: DatasetRecords,
    others: DatasetRecords,
  ): readonly { readonly id: string }[] => {
    const records = new Map<string, object>(others[list].map((record) => [record.id, record]));
    return some[list].filter((record) => {
      const other = records.get(record.id);
      return other !== record && canonicalText(other) !== canonicalText(record);
    });
  };
  const ids = (list: List): string[] => only(list, after, before).map(({ id }) => id);
  return {
    records: {
      entities: only("entities", before, after),
      claims: only("claims", before, after),
    } as FormerRecords["records"],
    replaced: { entities: ids("entities"), claims: ids("claims") },
  };
}

/**
 * The records without the judgements that were applied in the merge that gave them: exactly what it would have given.
 * Linear. `former` is not written with a dataset: where the merge lies in a folder, keep the datasets and the judgements, and
 * merge again without the judgement.
 *
 * @param former what that merge gave beside the records
 * @example
 * const entity = (id: string) => ({ id, names: [{ value: id, lang: "en" }] });
 * const datasets = [{ sources: [], claims: [], entities: [entity("port/a"), entity("port/b")] }];
 * const judgement = { left: "port/a", right: "port/b", judgement: "same", by: "A. Editor", on: "2026-11-21" } as const;
 * const { records, former } = mergeDatasets(datasets, { judgements: [judgement] });
 * records.entities.map(({ id }) => id); // ["port/a"]
 * undoJudgements(records, former).entities.map(({ id }) => id); // ["port/a", "port/b"]
 */
export function undoJudgements(records: DatasetRecords, former: FormerRecords): DatasetRecords {
  const list = (name: List): readonly { readonly id: string }[] => {
    const replaced = new Set(former.replaced[name]);
    const kept = records[name].filter(({ id }) => !replaced.has(id));
    return [...kept, ...former.records[name]].sort((a, b) => compareIds(a.id, b.id));
  };
  return { ...records, entities: list("entities"), claims: list("claims") } as DatasetRecords;
}
