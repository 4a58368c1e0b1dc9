import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import { loadXinjiang } from "../../src/dataset/bundled.ts";
import { toGraphml } from "../../src/format/graphml.ts";
import type { Graph } from "./every-format.ts";
import { emptyGraph, hostileRecords, sampleGraph, sampleRecords } from "./sample.ts";
import { hasNetworkx, hasPackage, naughtyStrings, readWithNetworkx } from "./second-readers.ts";

const bundled = loadXinjiang() as unknown as Graph;

describe("toGraphml", () => {
  it("declares every key with for, attr.name and one of four types, and uses no other", () => {
    const { text } = toGraphml(sampleGraph());
    const keys = [...text.matchAll(/<key id="(\w+)" for="(\w+)" attr.name="([^"]+)" attr.type="(\w+)"\/>/g)];
    expect(keys.length).toBe(text.match(/<key /g)?.length);
    expect(new Set(keys.map(([, , of]) => of))).toEqual(new Set(["graph", "node", "edge"]));
    expect(new Set(keys.map(([, , , , type]) => type))).toEqual(
      new Set(["string", "double", "long", "boolean"]),
    );
    const declared = new Set(keys.map(([, id]) => id));
    for (const [, id] of text.matchAll(/<data key="(\w+)">/g)) expect(declared).toContain(id);
    const named = keys.map(([, , of, name]) => `${of} ${name}`);
    expect(new Set(named).size).toBe(named.length);
  });

  it.skipIf(!hasNetworkx)(
    "is read by NetworkX with every node, edge, type and value",

    () => {
      const read = readWithNetworkx("graphml", toGraphml(sampleGraph()).text);
      expect(Object.keys(read.nodes).sort()).toEqual(sampleRecords.entities.map(({ id }) => id).sort());
      expect(read.edges.map(({ key }) => key).sort()).toEqual(
        sampleRecords.claims.map(({ id }) => id).sort(),
      );
      expect(read.nodes["depot/a"]).toMatchObject({
        label: "Depot A",
        area: "1250.5",
        doors: 12,
        heated: false,
        east: 80.4,
      });
      expect(read.edges.find(({ key }) => key === "over")).toMatchObject({
        source: "depot/a",
        target: "figure/stock",
        attributes: {
          value: 400e9,
          valueAsWritten: "400e9",
          comparator: ">",
          valid: "2024",
          citationCount: 1,
        },
      });
      const all = readWithNetworkx("graphml", toGraphml(bundled).text);
      expect([Object.keys(all.nodes).length, all.edges.length]).toEqual([bundled.order, bundled.size]);
      expect(readWithNetworkx("graphml", toGraphml(emptyGraph()).text).nodes).toEqual({});
    },
  );

  it.skipIf(!hasNetworkx)("keeps naughty strings but for what XML forbids", () => {
    const { text, loss } = toGraphml(sampleGraph(hostileRecords(naughtyStrings)));
    const read = readWithNetworkx("graphml", text);
    const changed = naughtyStrings.filter((value, i) => read.nodes[`firm/${i}`]?.area !== value);
    for (const value of changed)
      expect(value).toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
    const reported = loss.losses.find(({ field, kind }) => field === "entity.area" && kind === "replaced");
    expect(reported?.count ?? 0).toBe(changed.length);
  });

  it.skipIf(!hasPackage("graphology-graphml"))(
    "is read by graphology-graphml with every node and edge",
    async () => {
      const { parse } = await import("graphology-graphml" as string);
      const read = parse(MultiDirectedGraph, toGraphml(bundled).text);
      expect([read.order, read.size]).toEqual([bundled.order, bundled.size]);
    },
  );
});
