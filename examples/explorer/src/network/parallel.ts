/** How far each claim's line bends, so that several claims between two entities can be told apart. */
import { DEFAULT_EDGE_CURVATURE, indexParallelEdgesIndex } from "@sigma/edge-curve";
import { MultiDirectedGraph } from "graphology";
import type { AnyGraph } from "../view.ts";

interface Place {
  readonly parallelIndex: number | null;
  readonly parallelMaxIndex: number | null;
}

/** Curvature by claim; claims that stand alone between their entities are straight and not in it. Linear. */
export function curvatures(graph: AnyGraph): ReadonlyMap<string, number> {
  const bare = new MultiDirectedGraph();
  graph.forEachNode((id) => bare.addNode(id));
  graph.forEachEdge((id, _claim, subject, object) => bare.addEdgeWithKey(id, subject, object));
  indexParallelEdgesIndex(bare);
  const bent = new Map<string, number>();
  bare.forEachEdge((id, place) => {
    const { parallelIndex: index, parallelMaxIndex: most } = place as Place;
    if (index && most) bent.set(id, (index / most) * amplitude(most));
  });
  return bent;
}

/** The more lines side by side, the wider they spread, though never beyond half their length. */
function amplitude(most: number): number {
  return DEFAULT_EDGE_CURVATURE * (0.6 + 1.6 * (1 - Math.exp(-most / 5)));
}
