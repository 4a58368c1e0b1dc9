/**
 * What became of records, told from the first dataset.
 */
import { compareIds } from "../graph/read-graph.ts";
import { canonicalText } from "./canonical.ts";
import type { MergeCounts } from "./merge-report.ts";
import type { MergedList, Sided } from "./merge-sides.ts";

/** The ids that other datasets than the first brought something for, sorted by what became of them. */
export function countsOf<R extends { readonly id: string }>(
  { records, origins }: MergedList<R>,
  conflicting: Iterable<string>,
): MergeCounts {
  const added: string[] = [];
  const same: string[] = [];
  const extended: string[] = [];
  records.forEach((record, i) => {
    const group = origins[i] ?? [];
    if (group.every(({ side }) => side === 0)) return;
    const own = group.filter(({ side }) => side === 0);
    (own.length === 0 ? added : isAsBefore(record, own) ? same : extended).push(record.id);
  });
  return { added, same, extended, conflicting: [...new Set(conflicting)].sort(compareIds) };
}

/** Whether the merged record is, but for its id, one that the first dataset had. */
function isAsBefore<R extends { readonly id: string }>(merged: R, own: readonly Sided<R>[]): boolean {
  return own.some(
    ({ record }) =>
      record === merged || canonicalText({ ...record, id: merged.id }) === canonicalText(merged),
  );
}
