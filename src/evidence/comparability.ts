/**
 * Which entities declare that they are near enough to be set side by side (`comparableTo`), though not the same:
 * indicators with different definitions.
 */
import { compareIds, entityNumbers, type ReadGraph } from "../graph/read-graph.ts";

export interface Comparability {
  /** Whether one names the other. It holds both ways, but does not pass on: a friend's friend need not be a friend. */
  readonly comparable: (a: string, b: string) => boolean;
  /** The same text for all that a chain of links joins: the least of their ids. */
  readonly family: (id: string) => string;
}

/** The links of a graph. Linear in the entities. */
export function comparability(read: ReadGraph): Comparability {
  const links = new Map<string, ReadonlySet<string>>();
  const parents = new Map<string, string>();
  const family = (id: string): string => {
    let root = id;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    for (let at = id; at !== root; ) {
      const up = parents.get(at) as string;
      parents.set(at, root);
      at = up;
    }
    return root;
  };
  for (const i of entityNumbers(read)) {
    const { comparableTo } = read.entity(i);
    if (!Array.isArray(comparableTo)) continue;
    const id = read.entityId(i);
    links.set(id, new Set(comparableTo));
    for (const other of comparableTo) {
      const [least = "", most = ""] = [family(id), family(other)].sort(compareIds);
      if (least !== most) parents.set(most, least);
    }
  }
  const names = (a: string, b: string): boolean => links.get(a)?.has(b) === true;
  return { comparable: (a, b) => a !== b && (names(a, b) || names(b, a)), family };
}
