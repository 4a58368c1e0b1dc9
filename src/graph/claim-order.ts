/**
 * The order of an entity's claims: by relation number, then earliest start, then id. Sorting all claims at once is a
 * matter of counting, linear in the claims; only ties are compared by id.
 */
import type { BuildColumns } from "./column-store.ts";
import { compareIds } from "./read-graph.ts";

/** Below this, counting costs more than comparing. */
const FEW = 4096;

/** The numbers 0 to `count` - 1 by relation and earliest start; ties stay in order of number. */
export function sortedByRelationAndStart(
  { relation, earliestStart }: BuildColumns,
  count: number,
): Int32Array {
  const numbers = new Int32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = i;
  if (count < FEW) {
    return numbers.sort(
      (a, b) =>
        (relation[a] as number) - (relation[b] as number) ||
        (earliestStart[a] as number) - (earliestStart[b] as number) ||
        a - b,
    );
  }
  let sorted = countingPass(numbers, (claim) => (earliestStart[claim] as number) & 0xffff);
  sorted = countingPass(sorted, (claim) => ((earliestStart[claim] as number) >> 16) + 0x8000);
  return countingPass(sorted, (claim) => relation[claim] as number);
}

/**
 * Groups sorted claims by one of their ends: `claims[starts[e]]` to `claims[starts[e + 1] - 1]` are those of entity e,
 * in the order of `sorted`, ties by id.
 *
 * @param claimId where claims are not numbered in the order of their ids
 */
export function groupByEnd(
  sorted: Int32Array,
  ends: Int32Array,
  entityCount: number,
  columns: BuildColumns,
  claimId: ((claim: number) => string) | undefined,
): { readonly starts: Int32Array; readonly claims: Int32Array } {
  const starts = new Int32Array(entityCount + 1);
  for (const claim of sorted) {
    const entity = ends[claim] as number;
    starts[entity + 1] = (starts[entity + 1] as number) + 1;
  }
  for (let i = 0; i < entityCount; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
  const next = starts.slice();
  const claims = new Int32Array(sorted.length);
  for (const claim of sorted) {
    const entity = ends[claim] as number;
    const at = next[entity] as number;
    claims[at] = claim;
    next[entity] = at + 1;
  }
  if (claimId) sortTies(claims, ends, columns, claimId);
  return { starts, claims };
}

function sortTies(
  claims: Int32Array,
  ends: Int32Array,
  { relation, earliestStart }: BuildColumns,
  claimId: (claim: number) => string,
): void {
  const byId = (a: number, b: number): number => compareIds(claimId(a), claimId(b));
  for (let first = 0; first < claims.length; ) {
    const claim = claims[first] as number;
    let end = first + 1;
    for (; end < claims.length; end++) {
      const other = claims[end] as number;
      if (ends[other] !== ends[claim] || relation[other] !== relation[claim]) break;
      if (earliestStart[other] !== earliestStart[claim]) break;
    }
    if (end > first + 1) claims.subarray(first, end).sort(byId);
    first = end;
  }
}

/** Stable: the numbers by a key of 16 bits. */
function countingPass(numbers: Int32Array, key: (number: number) => number): Int32Array {
  const next = new Int32Array(0x10001);
  for (const number of numbers) {
    const place = key(number) + 1;
    next[place] = (next[place] as number) + 1;
  }
  for (let i = 0; i < 0x10000; i++) next[i + 1] = (next[i + 1] as number) + (next[i] as number);
  const sorted = new Int32Array(numbers.length);
  for (const number of numbers) {
    const place = key(number);
    const at = next[place] as number;
    sorted[at] = number;
    next[place] = at + 1;
  }
  return sorted;
}
