/**
 * The table of query cases on everything that holds a graph in memory.
 */
import { expect, it } from "vitest";
import { freeze } from "../../src/graph/freeze.ts";
import { readGraph } from "../../src/graph/temporal-index.ts";
import { assembleGraph, type KnowledgeGraph } from "../../src/index.ts";
import { queryCases, queryCasesSpec } from "../specs/query-cases.ts";

queryCasesSpec("a live graph", (records) => assembleGraph(records));

queryCasesSpec("a live graph whose claims were dropped and added again, last first", (records) => {
  const graph = assembleGraph(records);
  const claims = graph.mapEdges((_, attributes) => attributes);
  readGraph(graph);
  graph.clearEdges();
  for (const claim of claims.reverse())
    graph.addDirectedEdgeWithKey(claim.id, claim.subject, claim.object, claim);
  return graph;
});

queryCasesSpec("a frozen graph", (records) => freeze(assembleGraph(records)) as unknown as KnowledgeGraph);

it("there are at least sixty query cases, each with a name of its own", () => {
  expect(new Set(queryCases.map((one) => one.name)).size).toBe(queryCases.length);
  expect(queryCases.length).toBeGreaterThanOrEqual(60);
});
