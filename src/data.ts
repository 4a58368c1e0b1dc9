/**
 * Subpath `xinjiang-graph/data`: the bundled dataset alone, as records or as a graph.
 *
 * @module xinjiang-graph/data
 */
export { bundledRecords, loadXinjiang, type XinjiangGraph } from "./dataset/bundled.ts";
export type { XinjiangEntityId, XinjiangSourceId } from "./generated/ids.ts";
