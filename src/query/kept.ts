/**
 * What is worked out of a graph once and kept until the graph changes: it belongs to the reading, which is another then.
 */
import type { ReadGraph } from "../graph/read-graph.ts";

/** Like `make`, but what it gave for a reading and a key is given again. */
export function kept<K, V>(make: (read: ReadGraph, key: K) => V): (read: ReadGraph, key: K) => V {
  const readings = new WeakMap<ReadGraph, Map<K, V>>();
  return (read, key) => {
    let values = readings.get(read);
    if (!values) {
      values = new Map();
      readings.set(read, values);
    }
    let value = values.get(key);
    if (value === undefined) {
      value = make(read, key);
      values.set(key, value);
    }
    return value;
  };
}
