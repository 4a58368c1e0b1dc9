/**
 * Things by a key.
 */

/** At least one thing. */
export type Group<T> = readonly [T, ...T[]];

/** Groups of what has the same key, in the order in which they come, as keys and as things in each. */
export function groupBy<T, K>(things: Iterable<T>, keyOf: (thing: T) => K): Map<K, Group<T>> {
  const groups = new Map<K, [T, ...T[]]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}
