import fc from "fast-check";
import { MultiDirectedGraph } from "graphology";
import { connectedComponents } from "graphology-components";
import betweenness from "graphology-metrics/centrality/betweenness.js";
import { density } from "graphology-metrics/graph/index.js";
import { bidirectional } from "graphology-shortest-path";
import { bfsFromNode } from "graphology-traversal";
import { describe, expect, it } from "vitest";
import { assembleGraph } from "../../src/graph/assemble.ts";
import { freeze, frozenFromRecords } from "../../src/graph/freeze.ts";
import { fromColumns, toColumns } from "../../src/graph/frozen-columns.ts";
import { type FrozenGraph, openFrozen, WRITE_METHODS } from "../../src/graph/frozen-graph.ts";
import type { KnowledgeGraph, ReadableGraph } from "../../src/graph/knowledge-graph.ts";
import { claimIds, claims, claimsOf } from "../../src/query/claims.ts";
import { compareReports } from "../../src/query/compare-reports.ts";
import { ego } from "../../src/query/ego.ts";
import { neighborIds, neighbors } from "../../src/query/neighbors.ts";
import { shortestPath } from "../../src/query/paths.ts";
import { findEntities, search } from "../../src/query/search.ts";
import { series } from "../../src/query/series.ts";
import { snapshot } from "../../src/query/snapshot.ts";
import { toRows } from "../../src/query/tables.ts";
import { timeline, timelineIds } from "../../src/query/timeline.ts";
import { topDegree } from "../../src/query/top-degree.ts";
import { traverse } from "../../src/query/traverse.ts";
import { townDataset, townOntology } from "../arbitrary-dataset.ts";
import { townGraph, townRecords } from "../query/towns.ts";

type Towns = ReadableGraph<typeof townOntology>;

const FILTERS = [
  {},
  { at: "2023", certainty: "possible" },
  { at: "2021-06-01" },
  { status: "any", includeDenied: true },
  { reportedBy: "2022", certainty: "possible" },
  { source: "s1" },
  { source: "s2", voice: "quoted", status: "any" },
  { attestedWithin: "P1Y", at: "2024", certainty: "possible" },
] as const;

/** Every helper asked in every way, as plain data. */
function answers(graph: Towns): unknown {
  const flat = (rows: readonly unknown[] & { readonly setAside?: unknown }): unknown => [
    [...rows],
    rows.setAside,
  ];
  return FILTERS.map((filter) => ({
    claims: flat(claims(graph, filter)),
    claimIds: claimIds(graph, filter),
    ofTown: flat(claimsOf(graph, "town/a", filter)),
    outOfPerson: flat(claimsOf(graph, "person/p", { ...filter, direction: "out" })),
    neighbors: flat(neighbors(graph, "town/b", undefined, filter)),
    neighborIds: neighborIds(graph, "town/b", undefined, filter),
    twins: flat(neighbors(graph, "town/a", "twinnedWith", { ...filter, direction: "in" })),
    timeline: flat(timeline(graph, "town/a", filter)),
    timelineIds: timelineIds(graph, "town/a", filter),
    series: flat(series(graph, { subject: "town/a", indicator: "measure/people", ...filter })),
    path: shortestPath(graph, "person/p", "person/q", filter),
    snapshot: [...snapshot(graph, filter).claims()],
    held: snapshot(graph, filter).toGraph().export(),
    degrees: flat(topDegree(graph, { ...filter, limit: 3 })),
    degreesOfTowns: flat(topDegree(graph, { ...filter, kind: "town", direction: "in" })),
    rows: flat(toRows(graph, filter)),
    reports: flat(compareReports(graph, "2020", "2025", { certainty: "possible" })),
    walk: traverse(graph, "person/p", filter),
    ego: ego(graph, "town/a", filter).nodes().sort(),
    found: findEntities(graph, { kind: "town" }),
    named: findEntities(graph, { name: "TOWN/A" }),
    searched: search(graph, "town"),
  }));
}

const frozenTowns = (): FrozenGraph<typeof townOntology> => freeze(townGraph());

describe("a frozen graph", () => {
  it("answers every helper as the live one does, read from memory, a file or columns", () => {
    fc.assert(
      fc.property(townDataset, (records) => {
        const live = assembleGraph(records, townOntology);
        const expected = answers(live);
        const frozen = freeze(live);
        expect(answers(frozen)).toEqual(expected);
        expect(answers(openFrozen(frozen.toBuffer().slice(0), townOntology))).toEqual(expected);
        expect(answers(frozenFromRecords(records, townOntology))).toEqual(expected);
        const columns = JSON.parse(JSON.stringify(toColumns(frozen as never)));
        expect(answers(fromColumns(columns, townOntology))).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });

  it("takes records as they come, in any order, now or later", async () => {
    const stream = [...townRecords.claims, ...townRecords.entities, ...townRecords.sources];
    async function* later(): AsyncGenerator<(typeof stream)[number]> {
      for (const record of stream) yield record;
    }
    const expected = townGraph().edges().sort();
    const now = frozenFromRecords(stream, townOntology);
    expect(now.edges().sort()).toEqual(expected);
    expect((await frozenFromRecords(later(), townOntology)).export()).toEqual(now.export());
    expect(claims(now, { at: "2023" }).map((row) => row.claim.id)).toEqual(
      claims(townGraph(), { at: "2023" }).map((row) => row.claim.id),
    );
  });

  it("gives the records back as they were", () => {
    const live = townGraph();
    const { attributes, nodes, edges } = frozenTowns().export();
    const expected = live.export();
    expect(nodes).toEqual(expected.nodes);
    expect(edges).toEqual(
      expected.edges.map(({ key, source, target, attributes }) => ({ key, source, target, attributes })),
    );
    expect(attributes).toEqual(expected.attributes);
    expect(frozenTowns().copy().export()).toEqual(expected);
  });

  // Straight from records, since graphology's own graphs cannot hold claims of an entity called __proto__.
  it("keeps ids and texts that are no ordinary ones", () => {
    const names = ["__proto__", "constructor", "霍尔果斯", "a\u0000b", " ", "\u{1f682}", "x".repeat(300)];
    const entities = names.map((name) => ({ id: name, kind: "town", names: [{ value: name, lang: "en" }] }));
    const claims_ = names.map((name, i) => ({
      ...{ id: name, relation: "twinnedWith", subject: name, object: "__proto__", label: name },
      ...{ valid: "2020", status: "actual" as const, citations: [], number: i },
    }));
    const frozen = frozenFromRecords({ sources: [], entities, claims: claims_ }, townOntology);
    expect(frozen.nodes()).toEqual(names);
    expect(frozen.inNeighbors("__proto__").sort()).toEqual([...names].sort());
    names.forEach((name, i) => {
      expect(frozen.getNodeAttributes(name)).toMatchObject({ id: name, label: name });
      expect(frozen.getEdgeAttributes(name)).toEqual(claims_[i]);
      expect(neighborIds(frozen, name as "town/x", "twinnedWith", { includeDenied: true })).toContain(
        "__proto__",
      );
    });
    expect(frozen.hasNode("__proto")).toBe(false);
  });

  it.each<[string, (buffer: ArrayBuffer) => ArrayBuffer, string]>([
    ["no buffer", () => "text" as never, "frozen/not-a-frozen-graph"],
    ["an empty buffer", () => new ArrayBuffer(0), "frozen/not-a-frozen-graph"],
    ["other bytes", () => new ArrayBuffer(4096), "frozen/not-a-frozen-graph"],
    [
      "a version to come",
      (buffer) => {
        new DataView(buffer).setInt32(4, 99, true);
        return buffer;
      },
      "frozen/unknown-version",
    ],
    ["half a file", (buffer) => buffer.slice(0, buffer.byteLength >> 1), "frozen/truncated"],
    ["a header alone", (buffer) => buffer.slice(0, 40), "frozen/truncated"],
  ])("refuses %s by name", (_what, spoil, code) => {
    const buffer = spoil(frozenTowns().toBuffer().slice(0));
    expect(() => openFrozen(buffer, townOntology)).toThrow(expect.objectContaining({ code }));
  });

  it("opens a view of a longer buffer, wherever it begins", () => {
    const whole = new Uint8Array(frozenTowns().toBuffer());
    for (const at of [0, 3, 8]) {
      const longer = new Uint8Array(whole.length + 20);
      longer.set(whole, at);
      const view = longer.subarray(at, at + whole.length);
      for (const bytes of [view, Buffer.from(view.buffer, at, whole.length)]) {
        const graph = openFrozen(bytes, townOntology);
        expect(graph.export()).toEqual(frozenTowns().export());
        expect(new Uint8Array(graph.toBuffer())).toEqual(whole);
      }
    }
  });

  it("says what it found where that is no buffer of a frozen graph", () => {
    const opened = (input: unknown) => () => openFrozen(input as Uint8Array, townOntology);
    expect(opened("graph.bin")).toThrow('Found "graph.bin"; expected an ArrayBuffer or Uint8Array');
    expect(opened(new Uint8Array(3))).toThrow("Found 3 bytes, fewer than");
    expect(opened(new Uint8Array(40))).toThrow("Found the first bytes 0;");
    expect(opened(undefined)).toThrow(expect.objectContaining({ code: "frozen/not-a-frozen-graph" }));
  });

  it("refuses another ontology, and columns that do not fit", () => {
    const frozen = frozenTowns();
    const { livesIn, ...relations } = townOntology.relations;
    expect(() => openFrozen(frozen.toBuffer(), { ...townOntology, relations })).toThrow(
      expect.objectContaining({ code: "frozen/other-ontology" }),
    );
    const columns = toColumns(frozen as never);
    for (const spoilt of [{ subject: [] }, { subject: columns.subject.map(() => 99) }, { citations: [1] }])
      expect(() => fromColumns({ ...columns, ...spoilt }, townOntology)).toThrow(
        expect.objectContaining({ code: "frozen/truncated" }),
      );
    expect(() => fromColumns({ ...columns, version: 2 as never }, townOntology)).toThrow(
      expect.objectContaining({ code: "frozen/unknown-version" }),
    );
    expect(() => frozenFromRecords(townRecords.claims, townOntology)).toThrow(
      expect.objectContaining({ code: "record/dangling-entity" }),
    );
    expect(() =>
      frozenFromRecords(
        [...townRecords.entities, ...townRecords.claims, ...townRecords.claims],
        townOntology,
      ),
    ).toThrow(expect.objectContaining({ code: "record/duplicate-id" }));
  });
});

/** Sorted where it is a list, since a frozen graph orders a node's edges otherwise. */
const unordered = (value: unknown): unknown => (Array.isArray(value) ? value.map(canonical).sort() : value);

/** JSON with the fields of objects in order of name. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const run = (graph: object, method: string, args: readonly unknown[]): unknown => {
  const result = (graph as Record<string, (...args: readonly unknown[]) => unknown>)[method]?.(...args);
  return unordered(
    typeof result === "object" && result !== null && Symbol.iterator in result
      ? [...(result as Iterable<unknown>)]
      : result,
  );
};

/** What a method that calls back was called with, and what it returned. */
const called = (graph: object, method: string, args: readonly unknown[], answer: unknown): unknown => {
  const calls: unknown[] = [];
  const callback = (...values: unknown[]): unknown => {
    // What has been reduced so far depends on the order.
    calls.push(method.startsWith("reduce") ? values.slice(1) : values);
    return answer;
  };
  const result = run(graph, method, [...args, callback, ...(method.startsWith("reduce") ? [0] : [])]);
  const some = /^(find|some|every)/.test(method) && answer === !method.startsWith("every");
  return some ? result !== undefined && calls.length : [unordered(calls), result];
};

describe("graphology's interface on a frozen graph", () => {
  const live = townGraph() as unknown as MultiDirectedGraph;
  live.addDirectedEdgeWithKey("loop", "town/a", "town/a", {
    ...live.getEdgeAttributes("a-twin-b"),
    id: "loop",
    subject: "town/a",
    object: "town/a",
  });
  const frozen = freeze(
    live as unknown as KnowledgeGraph<typeof townOntology>,
  ) as unknown as MultiDirectedGraph;
  const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(MultiDirectedGraph.prototype));

  it("has every property and method that graphology has", () => {
    const names = methods.filter((name) => !name.startsWith("_") && name !== "constructor");
    expect(names.filter((name) => !(name in frozen))).toEqual([]);
    for (const name of [
      "order",
      "size",
      "directedSize",
      "undirectedSize",
      "selfLoopCount",
      "multi",
      "type",
      "allowSelfLoops",
      "directedSelfLoopCount",
      "undirectedSelfLoopCount",
    ] as const)
      expect([name, frozen[name]]).toEqual([name, live[name]]);
  });

  const families = methods.filter((name) =>
    /(edges?|edgeEntries|neighbors|neighborEntries|neighbor)$/i.test(name),
  );
  const readers = families.filter(
    (name) =>
      !WRITE_METHODS.includes(name) &&
      !/^(has|are|edge$|directedEdge$|undirectedEdge$|findUndirected)/.test(name),
  );
  it.each(readers)("%s", (method) => {
    const arguments_ = /neighbor/i.test(method)
      ? live.nodes().map((node) => [node])
      : [[], ...live.nodes().map((node) => [node]), ...live.nodes().map((node) => [node, "town/a"])];
    for (const args of arguments_) {
      if (/^(forEach|map|filter|find|some|every|reduce)/.test(method)) {
        for (const answer of [true, false])
          expect(called(frozen, method, args, answer)).toEqual(called(live, method, args, answer));
      } else expect(run(frozen, method, args)).toEqual(run(live, method, args));
    }
  });

  it.each(
    methods.filter(
      (name) =>
        /^(has|are|get|is|degree|(in|out|directed|undirected)\w*Degree|source|target|extremities|opposite)/i.test(
          name,
        ) && name !== "getMaxListeners",
    ),
  )("%s", (method) => {
    const pool = ["town/a", "person/p", "loop", "a-twin-b", "label", "dataset", "nothing"];
    const attempt = (graph: object, args: readonly unknown[]): unknown => {
      try {
        return run(graph, method, args);
      } catch (error) {
        return /GraphError$/.test((error as Error).name) ? "GraphError" : error;
      }
    };
    for (const a of pool) {
      for (const b of pool) {
        const [mine, theirs] = [attempt(frozen, [a, b]), attempt(live, [a, b])];
        expect([method, a, b, mine]).toEqual([method, a, b, theirs]);
      }
    }
  });

  it("iterates over nodes in the same order", () => {
    expect(frozen.nodes()).toEqual(live.nodes());
    expect([...frozen.nodeEntries()]).toEqual([...live.nodeEntries()]);
    expect(frozen.reduceNodes((sum, node) => sum + node.length, 0)).toBe(
      live.reduceNodes((sum, node) => sum + node.length, 0),
    );
    const entries = (graph: MultiDirectedGraph): unknown => {
      const found: unknown[] = [];
      graph.forEachAdjacencyEntry((...entry) => found.push(entry));
      graph.forEachAssymetricAdjacencyEntry((...entry) => found.push(entry));
      return unordered(found);
    };
    expect(entries(frozen)).toEqual(entries(live));
  });

  it.each(WRITE_METHODS.filter((name) => name in live))("refuses %s", (method) => {
    expect(() => run(frozen, method, ["town/a", "town/b", {}])).toThrow(
      expect.objectContaining({ code: "graph/frozen" }),
    );
  });

  it("has events that never fire", () => {
    expect(frozen.on("nodeAdded", () => expect.unreachable())).toBe(frozen);
    expect(frozen.emit("nodeAdded", {} as never)).toBe(false);
    expect(frozen.listeners("nodeAdded")).toEqual([]);
  });

  it("is taken by graphology's own algorithms", () => {
    const visited = (graph: MultiDirectedGraph): string[] => {
      const seen: string[] = [];
      bfsFromNode(graph, "person/p", (node) => void seen.push(node));
      return seen.sort();
    };
    expect(visited(frozen)).toEqual(visited(live));
    expect(bidirectional(frozen, "person/p", "town/c")).toHaveLength(
      bidirectional(live, "person/p", "town/c")?.length ?? 0,
    );
    const components = (graph: MultiDirectedGraph): unknown =>
      unordered(connectedComponents(graph).map((one) => one.sort()));
    expect(components(frozen)).toEqual(components(live));
    expect(density(frozen)).toBe(density(live));
    expect(betweenness(frozen)).toEqual(betweenness(live));
  });
});
