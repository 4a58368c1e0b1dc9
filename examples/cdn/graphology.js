/** graphology as a module, from the global that its script element sets. */
export const {
  DirectedGraph,
  Graph,
  InvalidArgumentsGraphError,
  MultiDirectedGraph,
  MultiGraph,
  MultiUndirectedGraph,
  NotFoundGraphError,
  UndirectedGraph,
  UsageGraphError,
} = globalThis.graphology;
export default globalThis.graphology;
