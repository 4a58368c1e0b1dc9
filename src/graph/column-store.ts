/**
 * Columns of numbers, one a claim: those of which the layout of claims is made, and those that are read out of it.
 */
import type { ClaimColumns, ReportColumns } from "./read-graph.ts";

/** What the layout of claims is made of. */
export type BuildColumns = Omit<ClaimColumns, keyof ReportColumns>;

/** Columns of zeros for so many claims. */
export function allocateColumns(size: number): BuildColumns {
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
  };
}

/** Days of reports for so many claims, zeros. */
export function allocateReports(size: number): ReportColumns {
  const days = (): Int32Array => new Int32Array(size);
  return {
    reportedFirst: days(),
    reportedSure: days(),
    statedFirst: days(),
    statedSure: days(),
    spread: days(),
  };
}

/** The same days with room for at least so many claims: the same object if there is room already. */
export function growReports(reports: ReportColumns, size: number): ReportColumns {
  return {
    reportedFirst: growArray(reports.reportedFirst, size),
    reportedSure: growArray(reports.reportedSure, size),
    statedFirst: growArray(reports.statedFirst, size),
    statedSure: growArray(reports.statedSure, size),
    spread: growArray(reports.spread, size),
  };
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
