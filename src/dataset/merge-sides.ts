/**
 * Which of the merged datasets a record comes from.
 */
import type { DatasetRecords, RecordSort } from "../model/record.ts";
import type { Group } from "./group-by.ts";

/** A record and the number of the dataset that it comes from. */
export interface Sided<R = object> {
  readonly record: R;
  readonly side: number;
}

/** Records that belong together. */
export type SidedGroup<R> = Group<Sided<R>>;

/** Merged records, and those that each was made of. */
export interface MergedList<R> {
  readonly records: readonly R[];
  readonly origins: readonly SidedGroup<R>[];
}

/** Numbers of datasets. */
export type Sides = ReadonlySet<number>;

/** No dataset. */
export const NOWHERE: Sides = new Set();

/** The records of one sort of all datasets. */
export function sided<L extends RecordSort>(
  datasets: readonly DatasetRecords[],
  list: L,
): Sided<DatasetRecords[L][number]>[] {
  return datasets.flatMap((records, side) =>
    (records[list] as readonly DatasetRecords[L][number][]).map((record) => ({ record, side })),
  );
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
