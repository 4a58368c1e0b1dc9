/**
 * Which of the merged datasets a record comes from.
 */
import type { DatasetRecords } from "../model/record.ts";

/** A record and the number of the dataset that it comes from. */
export interface Sided<R = object> {
  readonly record: R;
  readonly side: number;
}

/** Records that belong together: at least one. */
export type Group<R> = readonly [Sided<R>, ...Sided<R>[]];

/** Merged records, and those that each was made of. */
export interface MergedList<R> {
  readonly records: readonly R[];
  readonly origins: readonly Group<R>[];
}

/** Numbers of datasets. */
export type Sides = ReadonlySet<number>;

/** The records of one sort of all datasets. */
export function sided<L extends "sources" | "entities" | "claims">(
  datasets: readonly DatasetRecords[],
  list: L,
): Sided<DatasetRecords[L][number]>[] {
  return datasets.flatMap((records, side) =>
    (records[list] as readonly DatasetRecords[L][number][]).map((record) => ({ record, side })),
  );
}

/** Records by a key, in the order in which they come. */
export function groupBy<R>(all: readonly Sided<R>[], keyOf: (record: R) => string): Map<string, Group<R>> {
  const groups = new Map<string, [Sided<R>, ...Sided<R>[]]>();
  for (const one of all) {
    const key = keyOf(one.record);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** The datasets that some records come from. */
export function sidesOf(group: readonly Sided<unknown>[]): Sides {
  return new Set(group.map(({ side }) => side));
}

/** Whether no dataset is among both. */
export function areApart(a: Sides, b: Sides): boolean {
  for (const side of a) if (b.has(side)) return false;
  return true;
}
