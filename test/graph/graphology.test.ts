import { MultiDirectedGraph } from "graphology";
import { connectedComponents } from "graphology-components";
import { multiDirectedDensity } from "graphology-metrics/graph/density.js";
import { bidirectional } from "graphology-shortest-path";
import { describe, expect, it } from "vitest";
import { bundledRecords, loadXinjiang } from "../../src/dataset/bundled.ts";
import { assembleGraph } from "../../src/graph/assemble.ts";
import { neighbors } from "../../src/query/neighbors.ts";
import { series } from "../../src/query/series.ts";

const graph = loadXinjiang();

describe("the bundled graph is a graphology graph", () => {
  it("is a multigraph of directed claims keyed by claim id", () => {
    expect([graph.multi, graph.type, graph.constructor.name]).toEqual([
      true,
      "directed",
      "MultiDirectedGraph",
    ]);
    graph.forEachEdge((key, claim, subject, object) => {
      expect([claim.id, claim.subject, claim.object]).toEqual([key, subject, object]);
    });
  });

  it("carries kind and label on nodes, relation and label on edges, and never an attribute called type", () => {
    graph.forEachNode((id, entity) => {
      expect(entity).toMatchObject({ id, kind: id.split("/")[0], label: expect.any(String) });
      expect(entity).not.toHaveProperty("type");
    });
    graph.forEachEdge((_key, claim) => {
      expect(claim).toMatchObject({ relation: expect.any(String), label: expect.any(String) });
      expect(claim).not.toHaveProperty("type");
    });
  });

  it("runs stock algorithms", () => {
    expect(connectedComponents(graph as never)[0]?.length).toBeGreaterThan(400);
    expect(multiDirectedDensity(graph as never)).toBeGreaterThan(0);
    expect(
      bidirectional(graph as never, "official/zhao-zhijiang", "country/kyrgyzstan")?.length,
    ).toBeGreaterThan(1);
  });

  it("survives graphology's own export and import with its queries", () => {
    const copy = MultiDirectedGraph.from(
      JSON.parse(JSON.stringify(graph.export())) as never,
    ) as unknown as typeof graph;
    const ask = (of: typeof graph): unknown => [
      neighbors(of, "port/horgos-road", "opensTo").map((row) => row.id),
      series(of, { subject: "region/xinjiang", indicator: "indicator/trade-value" }).map(
        (point) => point.value,
      ),
    ];
    expect(ask(copy)).toEqual(ask(graph));
    expect(graph.copy().export()).toEqual(graph.export());
  });

  it("is a graph of its own at every call", () => {
    const other = loadXinjiang();
    other.dropNode("region/xinjiang");
    expect(graph.hasNode("region/xinjiang")).toBe(true);
    expect(loadXinjiang().order).toBe(graph.order);
  });

  it("is what anybody gets who assembles the bundled records, with all checks", () => {
    expect(assembleGraph(bundledRecords()).export()).toEqual(graph.export());
  });
});
