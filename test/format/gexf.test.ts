import fc from "fast-check";
import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import { loadXinjiang } from "../../src/dataset/bundled.ts";
import { toGexf } from "../../src/format/gexf.ts";
import type { LossReport } from "../../src/format/loss.ts";
import { buildGraph } from "../../src/graph/build.ts";
import type { ClaimRecord } from "../../src/model/claim.ts";
import type { Ontology } from "../../src/ontology/define.ts";
import { townDataset, townOntology } from "../arbitrary-dataset.ts";
import type { Graph } from "./every-format.ts";
import { emptyGraph, hostileRecords, sampleGraph, sampleRecords } from "./sample.ts";
import {
  canValidateGexf,
  gexfProblems,
  hasNetworkx,
  hasPackage,
  naughtyStrings,
  readWithNetworkx,
} from "./second-readers.ts";

const bundled = loadXinjiang() as unknown as Graph;

/** The first line of an edge. */
function edgeLine(text: string, id: string): string {
  return text.split("\n").find((line) => line.includes(`<edge id="${id}"`)) ?? "";
}

function timeOf(id: string, graph: Graph = sampleGraph()): string {
  const line = edgeLine(toGexf(graph).text, id);
  return [/ start="([^"]*)"/.exec(line)?.[1] ?? "", / end="([^"]*)"/.exec(line)?.[1] ?? ""].join(" to ");
}

function fieldsOf(loss: LossReport, id: string): string[] {
  return loss.losses
    .filter(({ examples }) => examples.some((one) => one.id === id))
    .map(({ field }) => field);
}

describe("toGexf", () => {
  it("draws a claim from its earliest start to its latest end, both days included", () => {
    expect(timeOf("parallel")).toBe("2023-01-01 to 2023-12-31");
    expect(timeOf("self")).toBe("2022-11-01 to 2024-03-31");
    expect(timeOf("event")).toBe("2023-11-01 to 2023-11-30");
    expect(timeOf("vague")).toBe("2022-01-01 to 2024-12-31");
    expect(timeOf("decade")).toBe("2020-01-01 to 2029-12-31");
  });

  it("leaves an end that is open or unknown out", () => {
    expect(timeOf("open")).toBe("2023-11-01 to ");
    expect(timeOf("open-start")).toBe(" to 2024-02-29");
    expect(timeOf("unknown-start")).toBe(" to 2024-12-31");
    expect(timeOf("unknown-end")).toBe("2023-01-01 to ");
  });

  it("draws an attested claim on its attested days, as a span or as spells", () => {
    expect(timeOf("attested-once")).toBe("2024-05-21 to 2024-05-21");
    expect(timeOf("attested-often")).toBe("2021-03-01 to 2024-05-31");
    const { text } = toGexf(sampleGraph(), { attested: "days" });
    const after = text.slice(text.indexOf('<edge id="attested-often"'));
    expect(edgeLine(text, "attested-often")).not.toMatch(/ (start|end)=/);
    expect(after.slice(after.indexOf("<spells>"), after.indexOf("</spells>")).match(/<spell .*\/>/g)).toEqual(
      ['<spell start="2021-03-01" end="2021-03-02"/>', '<spell start="2024-05-01" end="2024-05-31"/>'],
    );
  });

  it("reports years that XML Schema dates cannot hold and widens them outward", () => {
    const { loss } = toGexf(
      sampleGraph({ ...sampleRecords, claims: claimsOf("year-0", "before-year-0", "year-9999") }),
    );
    expect(timeOf("year-0")).toBe(" to 0001-01-01");
    expect(timeOf("before-year-0")).toBe(" to 0001-01-01");
    expect(timeOf("from-bc-to-now")).toBe(" to 2020-12-31");
    expect(timeOf("year-9999")).toBe("9998-01-01 to ");
    for (const id of ["year-0", "before-year-0", "year-9999"]) {
      expect(
        loss.losses.find(({ reason }) => reason.includes("1 to 9999"))?.examples.map((one) => one.id),
      ).toContain(id);
      expect(fieldsOf(loss, id)).toContain("claim.valid");
    }
  });

  it("keeps the time as written, the four bounds and the hedged figure as attributes", () => {
    const { text } = toGexf(sampleGraph());
    const over = text.slice(text.indexOf('<edge id="over"'));
    const values = [...over.slice(0, over.indexOf("</edge>")).matchAll(/for="(\w+)" value="([^"]*)"/g)];
    expect(Object.fromEntries(values.map(([, name, value]) => [name, value]))).toMatchObject({
      relation: "observed",
      valid: "2024",
      earliestStart: "2024-01-01",
      latestEnd: "2024-12-31",
      value: "400000000000",
      valueAsWritten: "400e9",
      unit: "CNY",
      comparator: "&gt;",
      equivalents: "= 49.6e9 USD|nearly 45e9 EUR",
      sources: "s1",
      publisherClasses: "state media",
      citationCount: "1",
    });
  });

  it("colours nodes by kind as r, g, b", () => {
    const { text } = toGexf(sampleGraph());
    const node = text.slice(text.indexOf('<node id="firm/x"'));
    expect(node.slice(0, node.indexOf("</node>"))).toContain('<viz:color r="47" g="111" b="159"/>');
  });

  it("draws what a layout and an algorithm have written, and reports what cannot be drawn", () => {
    const graph = sampleGraph();
    graph.mergeNodeAttributes("depot/a", { x: 1.5, y: -2, size: 3, color: "#0af", community: 4 } as never);
    graph.mergeNodeAttributes("depot/b", { x: 1, color: "red", size: -1 } as never);
    graph.mergeEdgeAttributes("parallel", { size: 2, color: "#010203" } as never);
    const { text, loss } = toGexf(graph);
    expect(text).toContain('<viz:color r="0" g="170" b="255"/>');
    expect(text).toContain('<viz:position x="1.5" y="-2"/>');
    expect(text).toContain('<viz:size value="3"/>');
    expect(text).toContain('<viz:thickness value="2"/>');
    expect(text).toContain('<attvalue for="community" value="4"/>');
    expect(fieldsOf(loss, "depot/b")).toEqual(
      expect.arrayContaining(["entity.x", "entity.color", "entity.size"]),
    );
    expect(fieldsOf(loss, "depot/a").filter((field) => /\.(x|y|color|size)$/.test(field))).toEqual([]);
  });

  it("labels nodes in another language where a name in it is known", () => {
    const { text } = toGexf(sampleGraph(), { lang: "zh" });
    expect(text).toContain('<node id="depot/a" label="甲仓库">');
    expect(text).toContain('<node id="depot/b" label="Depot B">');
  });

  it("replaces characters that XML forbids and reports each text", () => {
    const { entities, ...rest } = sampleRecords;
    const name = "a\u0000b\uFFFEc\u0001";
    const graph = sampleGraph({
      ...rest,
      claims: [],
      entities: [{ id: "firm/x", names: [{ value: name, lang: "en" }] }] as typeof entities,
    });
    const { text, loss } = toGexf(graph);
    expect(text).toContain('label="a\uFFFDb\uFFFDc\uFFFD"');
    expect(
      loss.losses.filter(({ kind }) => kind === "replaced").map(({ field, count }) => [field, count]),
    ).toEqual([
      ["entity.label", 1],
      ["entity.names", 1],
    ]);
  });

  it("refuses options that it does not know", () => {
    expect(() => toGexf(sampleGraph(), { attestd: "days" } as never)).toThrow(/did you mean "attested"/);
    expect(() => toGexf(sampleGraph(), { attested: "day" } as never)).toThrow(/"span" or "days"/);
  });

  it.skipIf(!canValidateGexf)("is valid by the RELAX NG of GEXF 1.3", async () => {
    const random = fc
      .sample(townDataset, { numRuns: 20, seed: 1 })
      .map((records) => buildGraph(structuredClone(records), townOntology as Ontology) as Graph);
    const drawn = sampleGraph();
    drawn.mergeNodeAttributes("depot/a", { x: 1e300, y: 1e-7, size: 3, color: "#0af" } as never);
    drawn.mergeEdgeAttributes("parallel", { size: 2, color: "#010203" } as never);
    const graphs = [
      sampleGraph(),
      drawn,
      emptyGraph(),
      bundled,
      sampleGraph(hostileRecords(naughtyStrings)),
      ...random,
    ];
    const texts = graphs.flatMap((graph) => [toGexf(graph).text, toGexf(graph, { attested: "days" }).text]);
    expect(await gexfProblems(texts)).toBe("");
    const broken = toGexf(sampleGraph()).text.replace('start="2023-01-01"', 'start="2023-01"');
    expect(await gexfProblems([broken])).not.toBe("");
  });

  it.skipIf(!hasNetworkx)("is read by NetworkX with every node, edge and value", () => {
    const read = readWithNetworkx("gexf", toGexf(sampleGraph()).text);
    expect(read.directed).toBe(true);
    expect(Object.keys(read.nodes).sort()).toEqual(sampleRecords.entities.map(({ id }) => id).sort());
    expect(read.edges.map(({ key }) => key).sort()).toEqual(sampleRecords.claims.map(({ id }) => id).sort());
    expect(read.nodes["depot/a"]).toMatchObject({
      label: "Depot A",
      kind: "depot",
      east: 80.4,
      doors: 12,
      heated: false,
      goods: "tea|rice; dry|a\\|b",
      viz: { color: { r: 184, g: 87, b: 47 } },
    });
    const plain = read.edges.find(({ key }) => key === "plain");
    expect(plain).toMatchObject({ source: "depot/a", target: "firm/x" });
    expect(plain?.attributes).toMatchObject({
      label: "stores for",
      start: "2023-01-01",
      end: "2023-12-31",
      attributeWeight: "heavy",
      attributeUnit: "pallets",
      speakers: "firm/x",
      denied: false,
      citationCount: 2,
    });
  });

  it.skipIf(!hasNetworkx)("is read by NetworkX with the bundled data and naughty strings unchanged", () => {
    const all = readWithNetworkx("gexf", toGexf(bundled).text);
    expect([Object.keys(all.nodes).length, all.edges.length]).toEqual([bundled.order, bundled.size]);
    const records = hostileRecords(naughtyStrings);
    const read = readWithNetworkx("gexf", toGexf(sampleGraph(records)).text);
    for (const [i, text] of naughtyStrings.entries()) {
      const written = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
      expect(read.nodes[`firm/${i}`]?.area).toBe(written);
      expect(read.nodes[`firm/${i}`]?.label).toBe(`${written} firm`);
    }
    expect(read.edges.length).toBe(naughtyStrings.length);
  });

  it.skipIf(!hasPackage("graphology-gexf"))(
    "is read by graphology-gexf with every node and edge",
    async () => {
      const { parse } = await import("graphology-gexf" as string);
      const read = parse(MultiDirectedGraph, toGexf(bundled).text);
      expect([read.order, read.size]).toEqual([bundled.order, bundled.size]);
      const empty = parse(MultiDirectedGraph, toGexf(emptyGraph()).text, { respectInputGraphType: true });
      expect(empty.order).toBe(0);
    },
  );
});

function claimsOf(...ids: string[]): ClaimRecord[] {
  return sampleRecords.claims.filter(({ id }) => ids.includes(id));
}
