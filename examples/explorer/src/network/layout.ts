/**
 * Where the network's nodes stand: ForceAtlas2 from a fixed start, so that the same graph is drawn the same every time.
 */
import { UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";

/** What a layout goes by: how many nodes there are, and the pairs of their numbers that are joined. */
export interface LayoutTask {
  readonly order: number;
  /** Two numbers a pair; a pair may come more than once. */
  readonly pairs: Uint32Array;
}

/** Two coordinates a node, in the order of the nodes. */
export type Positions = Float32Array;

/** The task of a graph. Linear in it. */
export function layoutTask(graph: LayoutGraph): LayoutTask {
  const numbers = new Map(graph.nodes().map((id, number) => [id, number]));
  const pairs = new Uint32Array(graph.size * 2);
  let at = 0;
  graph.forEachEdge((_id, _attributes, source, target) => {
    pairs[at++] = numbers.get(source) as number;
    pairs[at++] = numbers.get(target) as number;
  });
  return { order: graph.order, pairs };
}

/** The part of graphology's interface that a layout reads. */
export interface LayoutGraph {
  readonly order: number;
  readonly size: number;
  nodes(): string[];
  forEachEdge(visit: (id: string, attributes: unknown, source: string, target: string) => void): void;
}

/** Lays out, from a sunflower's head: about as long for a large graph as for a small one, by fewer steps. */
export function layout({ order, pairs }: LayoutTask): Positions {
  const graph = new UndirectedGraph();
  for (let node = 0; node < order; node++) {
    const radius = 10 * Math.sqrt(node + 1);
    const angle = node * Math.PI * (3 - Math.sqrt(5));
    graph.addNode(node, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
  }
  for (let at = 0; at < pairs.length; at += 2) {
    if (pairs[at] === pairs[at + 1]) continue;
    graph.updateEdge(pairs[at], pairs[at + 1], ({ weight = 0 }) => ({ weight: weight + 1 }));
  }
  const placed = forceAtlas2(graph, {
    iterations: Math.max(40, Math.min(400, Math.round(200_000 / (order + 1)))),
    getEdgeWeight: null,
    // Linear attraction heaps the neighbours of a hub up around it; logarithmic attraction spreads them.
    settings: {
      ...{ linLogMode: true, scalingRatio: 2, strongGravityMode: true, gravity: 0.01 },
      ...{ slowDown: 1 + Math.log(order + 1), barnesHutOptimize: order > 1000 },
    },
  });
  const positions = new Float32Array(order * 2);
  for (let node = 0; node < order; node++) {
    const { x, y } = placed[node] as { x: number; y: number };
    positions[node * 2] = x;
    positions[node * 2 + 1] = y;
  }
  return positions;
}
