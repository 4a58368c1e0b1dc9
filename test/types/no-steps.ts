/** A query without steps: what `ten-steps.ts` is measured against. */
import { query, type XinjiangGraph } from "../../src/index.ts";

declare const graph: XinjiangGraph;

export const noSteps = query(graph).from("port");
