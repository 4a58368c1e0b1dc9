/** What the bench uses of the library, the index made visible so that building it can be timed. */

export { buildGraph } from "../../src/graph/build.ts";
export { freeze, frozenFromRecords } from "../../src/graph/freeze.ts";
export { fromColumns, toColumns } from "../../src/graph/frozen-columns.ts";
export { openFrozen } from "../../src/graph/frozen-graph.ts";
export { readGraph } from "../../src/graph/temporal-index.ts";
export * from "../../src/index.ts";
export { claimIds } from "../../src/query/claims.ts";
export { neighborIds } from "../../src/query/neighbors.ts";
export { timelineIds } from "../../src/query/timeline.ts";
export { topDegree } from "../../src/query/top-degree.ts";
