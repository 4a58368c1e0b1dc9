import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import { loadXinjiang } from "../../src/dataset/bundled.ts";
import { toCsv } from "../../src/format/csv.ts";
import { toGraphologyJson } from "../../src/format/graphology-json.ts";
import { claims } from "../../src/query/claims.ts";
import type { Graph } from "./every-format.ts";
import { emptyGraph, hostileRecords, sampleGraph } from "./sample.ts";
import { naughtyStrings } from "./second-readers.ts";

const bundled = loadXinjiang() as unknown as Graph;

/** Through text and graphology's own reader. */
function readBack(graph: Graph): Graph {
  return MultiDirectedGraph.from(
    JSON.parse(JSON.stringify(toGraphologyJson(graph).data)),
  ) as unknown as Graph;
}

/** A graph as plain values, without order. */
function contents(graph: Graph): unknown {
  const nodes = graph.mapNodes((id, attributes) => [id, attributes]);
  const edges = graph.mapEdges((id, attributes, source, target) => [id, source, target, attributes]);
  const byId = (a: readonly unknown[], b: readonly unknown[]): number =>
    String(a[0]) < String(b[0]) ? -1 : 1;
  return JSON.parse(
    JSON.stringify({ nodes: nodes.sort(byId), edges: edges.sort(byId), own: graph.getAttributes() }),
  );
}

describe("toGraphologyJson", () => {
  it.each([
    ["the sample", sampleGraph()],
    ["an empty graph", emptyGraph()],
    ["naughty strings", sampleGraph(hostileRecords(naughtyStrings))],
    ["the bundled data", bundled],
  ])("is read back whole by graphology: %s", (_, graph) => {
    expect(toGraphologyJson(graph).loss.losses).toEqual([]);
    const read = readBack(graph);
    expect(contents(read)).toEqual(contents(graph));
    expect(toGraphologyJson(read).data).toEqual(toGraphologyJson(graph).data);
  });

  it("gives a graph that answers queries and exports as the first one does", () => {
    const read = readBack(bundled);
    expect(claims(read, { at: "2024-05-21" }).length).toBe(claims(bundled, { at: "2024-05-21" }).length);
    expect(toCsv(read).claims === toCsv(bundled).claims).toBe(true);
    expect(toCsv(read).entities === toCsv(bundled).entities).toBe(true);
  });

  it("always writes options, without which parallel edges would be refused", () => {
    const { data } = toGraphologyJson(emptyGraph());
    expect(data.options).toEqual({ type: "directed", multi: true, allowSelfLoops: true });
  });

  it("shares nothing with the graph and writes no attribute that drawing libraries take for their own", () => {
    const graph = sampleGraph();
    const { data } = toGraphologyJson(graph);
    const attributes = data.nodes[0]?.attributes as unknown as { names: { value: string }[] };
    attributes.names[0] = { value: "changed" };
    expect(graph.getNodeAttribute("depot/a", "label")).toBe("Depot A");
    expect(JSON.stringify(toGraphologyJson(graph).data)).not.toContain("changed");
    for (const { attributes } of [...data.nodes, ...data.edges]) {
      expect(Object.keys(attributes ?? {})).not.toContain("type");
    }
  });

  it("leaves out what JSON cannot hold and says so", () => {
    const graph = sampleGraph();
    graph.mergeNodeAttributes("depot/a", {
      when: new Date(0),
      score: Number.NaN,
      list: [1, Number.NaN],
    } as never);
    const { data, loss } = toGraphologyJson(graph);
    expect(data.nodes[0]?.attributes).not.toHaveProperty("when");
    expect(data.nodes[0]?.attributes?.list).toEqual([1, null]);
    expect(loss.losses.map(({ field }) => field)).toEqual(["entity.list", "entity.score", "entity.when"]);
  });
});
