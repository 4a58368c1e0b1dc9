/**
 * Room for the columns of claims: made for a number of claims, and made longer as claims are added.
 */
import type { ClaimColumns } from "./read-graph.ts";

/** Columns of zeros for so many claims. */
export function allocateColumns(size: number): ClaimColumns {
  const days = (): Int32Array => new Int32Array(size);
  return {
    subject: days(),
    object: days(),
    relation: new Uint16Array(size),
    status: new Uint8Array(size),
    earliestStart: days(),
    latestStart: days(),
    earliestEnd: days(),
    latestEnd: days(),
    flags: new Uint8Array(size),
    reportedFirst: days(),
    reportedSure: days(),
    statedFirst: days(),
    statedSure: days(),
  };
}

/** Columns with the same numbers and room for at least so many claims: the same object if there is room already. */
export function growColumns(columns: ClaimColumns, size: number): ClaimColumns {
  if (size <= columns.subject.length) return columns;
  const longer = allocateColumns(roomFor(size));
  for (const name of Object.keys(columns) as (keyof ClaimColumns)[]) longer[name].set(columns[name]);
  return longer;
}

/** An array with the same numbers and room for at least so many: the same object if there is room already. */
export function growArray(array: Int32Array, size: number): Int32Array<ArrayBuffer> {
  if (size <= array.length) return array as Int32Array<ArrayBuffer>;
  const longer = new Int32Array(roomFor(size));
  longer.set(array);
  return longer;
}

/** An eighth more than needed, so that adding one by one copies each number a few times only. */
function roomFor(size: number): number {
  return size + (size >> 3) + 16;
}
