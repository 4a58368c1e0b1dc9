declare module "virtual:bundled-layout" {
  /** Two coordinates a node of the bundled graph, in the order of its nodes. */
  const positions: readonly number[];
  export default positions;
}
