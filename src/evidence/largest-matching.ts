/**
 * The largest matching of a bipartite graph, by augmenting paths (Kuhn's algorithm).
 */

/**
 * The most pairs that can be picked so that no two share their first or their second part. More pairs to pick from
 * never give fewer. Cost: first parts times pairs.
 *
 * @example
 * largestMatching([["a", "x"], ["b", "x"]]); // 1
 */
export function largestMatching(pairs: readonly (readonly [first: string, second: string])[]): number {
  const seconds = new Map<string, Set<string>>();
  for (const [first, second] of pairs) seconds.set(first, (seconds.get(first) ?? new Set()).add(second));
  const takenBy = new Map<string, string>();
  const place = (first: string, tried: Set<string>): boolean => {
    for (const second of seconds.get(first) ?? []) {
      if (tried.has(second)) continue;
      tried.add(second);
      const holder = takenBy.get(second);
      if (holder !== undefined && !place(holder, tried)) continue;
      takenBy.set(second, first);
      return true;
    }
    return false;
  };
  let size = 0;
  for (const first of seconds.keys()) if (place(first, new Set())) size += 1;
  return size;
}
