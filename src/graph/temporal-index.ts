/**
 * The index beside a graph: built when first asked, kept current by graphology's own events, gone with the graph.
 */
import type { Ontology } from "../ontology/define.ts";
import { GraphEdits, type GraphLike } from "./graph-edits.ts";
import type { ReadableGraph } from "./knowledge-graph.ts";
import { LiveIndex } from "./live-index.ts";
import { LiveReading } from "./live-reading.ts";
import type { ReadGraph } from "./read-graph.ts";

export type { GraphLike } from "./graph-edits.ts";
export { compareIds } from "./read-graph.ts";

const indexes = new WeakMap<object, { current(graph: GraphLike): ReadGraph }>();

/**
 * What is read of a graph as it is now: the index of a live one, a frozen one itself. The same object until the graph
 * changes. Cost: linear in the claims on the first call, then in the edits since the last.
 *
 * @throws KnowledgeGraphError `graph/not-a-knowledge-graph` if the graph was not assembled by this library
 */
export function readGraph(graph: GraphLike | ReadableGraph<Ontology>): ReadGraph {
  let indexed = indexes.get(graph);
  if (!indexed) {
    // What is not frozen, and so registered, is one of graphology's own.
    indexed = new IndexedGraph(graph as GraphLike);
    indexes.set(graph, indexed);
  }
  return indexed.current(graph as GraphLike);
}

/** Makes a graph that never changes known by what is read of it. */
export function registerReading(graph: object, reading: ReadGraph): void {
  indexes.set(graph, { current: () => reading });
}

/** An index and what has happened to its graph since. Holds no reference to the graph, which the index must not outlive. */
class IndexedGraph {
  private readonly edits: GraphEdits;
  private index: LiveIndex | undefined;
  private reading: LiveReading | undefined;

  constructor(graph: GraphLike) {
    this.edits = new GraphEdits(graph);
  }

  current(graph: GraphLike): ReadGraph {
    if (this.reading && this.edits.none) return this.reading;
    this.index = this.mended(graph) ?? new LiveIndex(graph);
    this.edits.reset();
    this.reading = new LiveReading(this.index);
    return this.reading;
  }

  /** The index brought up to date, or `undefined` if it is better built anew. */
  private mended(graph: GraphLike): LiveIndex | undefined {
    const { index, edits } = this;
    if (!index || edits.everything || index.worn) return undefined;
    if (edits.claims.size > FEW && edits.claims.size > graph.size >> 2) return undefined;
    if (edits.frame) {
      // The same object with other contents tells nothing of what changed in it.
      const { ontology, sources } = graph.getAttributes();
      if (ontology !== index.ontology || !sources || sources === index.sources) return undefined;
    }
    index.follow(graph, edits);
    return index;
  }
}

/** So many edits are always followed one by one. */
const FEW = 64;
