import { describe, expect, it } from "vitest";
import { loadXinjiang } from "../../src/dataset/bundled.ts";
import { toCytoscape } from "../../src/format/cytoscape.ts";
import { formatLossReport } from "../../src/format/loss.ts";
import { toNodeLink } from "../../src/format/node-link.ts";
import { snapshot } from "../../src/query/snapshot.ts";
import type { Graph } from "./every-format.ts";
import { emptyGraph, hostileRecords, sampleGraph, sampleRecords } from "./sample.ts";
import { hasNetworkx, hasPackage, naughtyStrings, readWithNetworkx } from "./second-readers.ts";

const bundled = loadXinjiang() as unknown as Graph;
const entityIds = sampleRecords.entities.map(({ id }) => id).sort();
const claimIds = sampleRecords.claims.map(({ id }) => id).sort();

describe("toNodeLink", () => {
  it("writes links for d3 and edges for NetworkX", () => {
    expect(Object.keys(toNodeLink(sampleGraph()).data)).toEqual([
      "directed",
      "multigraph",
      "graph",
      "nodes",
      "links",
    ]);
    expect(toNodeLink(sampleGraph(), { edgesKey: "edges" }).data.edges.length).toBe(claimIds.length);
    expect(() => toNodeLink(sampleGraph(), { edgesKey: "link" as never })).toThrow(/"links" or "edges"/);
  });

  it("makes new objects at every call, which d3 may write on", () => {
    const graph = sampleGraph();
    const before = JSON.stringify(toNodeLink(graph).data);
    const { nodes, links } = toNodeLink(graph).data;
    for (const node of nodes) Object.assign(node, { x: 1, vx: 1, index: 0, names: null });
    for (const link of links) Object.assign(link, { source: nodes[0], citations: null });
    (toNodeLink(graph).data.graph.sources as unknown[]).length = 0;
    expect(JSON.stringify(toNodeLink(graph).data)).toBe(before);
  });

  it("keeps names, citations and sources whole and gives no attribute a name that d3 writes on", () => {
    const { data, loss } = toNodeLink(sampleGraph());
    expect(loss.losses).toEqual([]);
    expect(data.nodes[0]).toMatchObject({
      id: "depot/a",
      attributeIndex: 7,
      identifiers: { geonames: "123" },
    });
    expect(data.nodes[0]).not.toHaveProperty("index");
    expect(data.links.find(({ key }) => key === "plain")).toMatchObject({
      source: "depot/a",
      target: "firm/x",
      id: "plain",
      citations: [{ source: "s1", sha256: "ab".repeat(32) }, { source: "s2" }],
      attributeUnit: "pallets",
      earliestStart: "2023-01-01",
    });
    expect(data.graph).toMatchObject({
      dataset: { license: "CC0-1.0" },
      sources: [{ id: "s1" }, { id: "s2" }, { id: "uncited" }],
    });
  });

  it("has every field of what it holds: of a part, only what that merely mentions is lost", () => {
    const part = snapshot(loadXinjiang(), { relation: "opensTo" }).toGraph();
    const { mentioned = {} } = part.getAttributes();
    const [first] = Object.keys(mentioned).sort() as [string];
    expect(formatLossReport(toNodeLink(part).loss)).toMatch(
      `Node-link JSON: 1 kind of loss\n- mentioned entities: ${Object.keys(mentioned).length} omitted, ` +
        "because the records of this part name them, but they are no nodes of it; " +
        `the graph keeps them in its attribute \`mentioned\` (${first}: "${mentioned[first]?.label}"`,
    );
  });

  it.skipIf(!hasNetworkx)("is read by NetworkX under either name", () => {
    for (const edgesKey of ["links", "edges"] as const) {
      const read = readWithNetworkx(
        "node-link",
        JSON.stringify(toNodeLink(sampleGraph(), { edgesKey }).data),
      );
      expect(Object.keys(read.nodes).sort()).toEqual(entityIds);
      expect(read.edges.map(({ key }) => key).sort()).toEqual(claimIds);
    }
    const all = readWithNetworkx("node-link", JSON.stringify(toNodeLink(bundled).data));
    expect([Object.keys(all.nodes).length, all.edges.length]).toEqual([bundled.order, bundled.size]);
    const hostile = readWithNetworkx(
      "node-link",
      JSON.stringify(toNodeLink(sampleGraph(hostileRecords(naughtyStrings))).data),
    );
    expect(naughtyStrings.filter((text, i) => hostile.nodes[`firm/${i}`]?.area !== text)).toEqual([]);
  });

  it.skipIf(!hasPackage("d3-force"))("is taken by d3-force without changing a second export", async () => {
    const d3 = await import("d3-force" as string);
    const before = JSON.stringify(toNodeLink(bundled).data);
    const { nodes, links } = toNodeLink(bundled).data;
    d3.forceSimulation(nodes)
      .force(
        "link",
        d3.forceLink(links).id((node: { id: string }) => node.id),
      )
      .tick(2);
    expect(JSON.stringify(toNodeLink(bundled).data)).toBe(before);
  });
});

describe("toCytoscape", () => {
  it("writes plain elements whose ids are all different", () => {
    const { data, loss } = toCytoscape(sampleGraph());
    const { nodes, edges } = data.elements;
    const ids = [...nodes, ...edges].map((element) => element.data.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(edges.map((edge) => edge.data.claim).sort()).toEqual(claimIds);
    expect(edges.find((edge) => edge.data.claim === "depot/a")?.data.id).toBe("claim:depot/a");
    expect(loss.losses.map(({ field, count }) => [field, count])).toEqual([["claim.id", 1]]);
  });

  it("writes no parent, by which Cytoscape would nest nodes, and positions where a layout gave them", () => {
    const graph = sampleGraph();
    graph.mergeNodeAttributes("depot/b", { x: 3, y: 4 } as never);
    const { nodes } = toCytoscape(graph).data.elements;
    expect(nodes.find(({ data }) => data.id === "depot/a")?.data).toMatchObject({
      attributeParent: "depot/b",
    });
    expect(nodes.filter(({ data }) => "parent" in data)).toEqual([]);
    expect(nodes.find(({ data }) => data.id === "depot/b")?.position).toEqual({ x: 3, y: 4 });
    expect(nodes.find(({ data }) => data.id === "depot/a")).not.toHaveProperty("position");
  });

  it.skipIf(!hasNetworkx)("is read by NetworkX with every node and edge", () => {
    const read = readWithNetworkx(
      "cytoscape",
      JSON.stringify({ elements: toCytoscape(sampleGraph()).data.elements }),
    );
    expect(Object.keys(read.nodes).sort()).toEqual(entityIds);
    expect(read.edges.length).toBe(claimIds.length);
  });

  it.skipIf(!hasPackage("cytoscape"))("is taken by Cytoscape without a window", async () => {
    const { default: cytoscape } = await import("cytoscape" as string);
    for (const graph of [sampleGraph(), emptyGraph(), bundled]) {
      const cy = cytoscape({ headless: true, ...toCytoscape(graph).data });
      expect([cy.nodes().length, cy.edges().length]).toEqual([graph.order, graph.size]);
    }
  });
});
