import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { support } from "../../src/evidence/support.ts";
import { withdraw } from "../../src/evidence/withdraw.ts";
import { assembleGraph } from "../../src/graph/assemble.ts";
import { claims } from "../../src/query/claims.ts";
import { townDataset, townOntology } from "../arbitrary-dataset.ts";
import { CLAIMS, citedGraph, excerpt, RECORDS, SOURCES } from "./cited-records.ts";

describe("withdraw", () => {
  it("tells which claims fall, which weaken and how many stand", () => {
    const graph = citedGraph();
    const { sources, falls, weakens, stands, isolated } = withdraw(graph, "daily-2024-03-07");
    expect(sources).toEqual(["daily-2024-03-07"]);
    expect(falls).toEqual(["erkin-chairman-2024", "forces-criticize"]);
    expect(weakens.map((weakened) => weakened.claim)).toEqual(["trade-2023-over-357bn", "zone-first"]);
    expect(stands).toBe(CLAIMS.length - 4);
    expect(isolated).toEqual(["official/erkin", "organization/forces"]);
    const [, first] = weakens;
    expect(first?.before).toEqual(support(graph, "zone-first"));
    expect(first?.after).toMatchObject({ documents: 2, publishers: 2, independent: 2 });
  });

  it("takes the attested days with it that only the withdrawn source shows", () => {
    const graph = citedGraph();
    const { weakens, toGraph } = withdraw(graph, "daily-2024-03-07");
    expect(weakens[1]?.attestedLost).toEqual(["2024-03-07"]);
    expect(weakens[0]).not.toHaveProperty("attestedLost");
    expect(toGraph().getEdgeAttribute("zone-first", "attested")).toEqual(["2024-11-01?", "2025-03-07"]);
    expect(graph.getEdgeAttribute("zone-first", "attested")).toHaveLength(3);
  });

  it("takes names with it, but leaves no entity without one", () => {
    const { names, toGraph } = withdraw(citedGraph(), ["cgtn-2024-11-01", "scio-2024-06-27"]);
    expect(names.map(({ entity, name }) => [entity, name.value])).toEqual([
      ["official/chen-weijun", "Chen Weijun"],
      ["official/liu", "Liu Chunsheng"],
    ]);
    const left = toGraph();
    expect(left.getNodeAttributes("official/chen-weijun")).toMatchObject({
      label: "陈伟俊",
      names: [{ value: "陈伟俊", lang: "zh-Hans", inferred: true }],
    });
    expect(left.getNodeAttributes("official/liu")).toMatchObject({
      label: "Liu Chunsheng",
      names: [{ value: "Liu Chunsheng", lang: "en", inferred: true }],
    });
  });

  it("gives a graph that answers without the source", () => {
    const left = withdraw(citedGraph(), "daily-2024-03-07").toGraph();
    expect(left.hasEdge("forces-criticize")).toBe(false);
    expect(left.hasNode("organization/forces")).toBe(true);
    expect(left.getEdgeAttribute("zone-first", "citations").map((citation) => citation.source)).toEqual([
      "daily-2025-03-07",
      "cgtn-2024-11-01",
    ]);
    expect(support(left, "trade-2023-over-357bn").citations).toBe(1);
    expect(left.getAttribute("sources")).toHaveProperty("daily-2024-03-07");
  });

  it("withdraws reprints and repetitions too, if asked, and leaves them otherwise", () => {
    const graph = citedGraph();
    expect(withdraw(graph, "daily-2024-03-07", { reprints: true })).toMatchObject({
      sources: ["daily-2024-03-07", "portal-2024-03-08"],
      falls: ["erkin-chairman-2024", "forces-criticize", "trade-2023-over-357bn"],
    });
    expect(withdraw(graph, "portal-2024-03-08").weakens.map((weakened) => weakened.claim)).toEqual([
      "trade-2023-over-357bn",
    ]);
  });

  it("shortens an open end that only the withdrawn source stated so late", () => {
    const graph = citedGraph([
      {
        ...{ id: "open", subject: "region/zone", relation: "locatedIn", object: "region/xinjiang" },
        ...{ valid: "2023-11-01/..", status: "actual" },
        citations: [excerpt("daily-2024-03-07"), excerpt("daily-2025-03-07")],
      },
    ]);
    const certain = (held: typeof graph): number =>
      claims(held, { relation: "locatedIn", at: "2025-01" }).filter((row) => row.claim.id === "open").length;
    expect(certain(graph)).toBe(1);
    expect(certain(withdraw(graph, "daily-2025-03-07").toGraph())).toBe(0);
  });

  it("refuses a source that the graph does not know, and options that it does not heed", () => {
    expect(() => withdraw(citedGraph(), "daily-2024-03-08")).toThrow(
      expect.objectContaining({ code: "graph/unknown-source" }),
    );
    expect(() => withdraw(citedGraph(), "__proto__")).toThrow(
      expect.objectContaining({ code: "graph/unknown-source" }),
    );
    expect(() => withdraw(citedGraph(), "daily-2024-03-07", { reprint: true } as never)).toThrow(
      expect.objectContaining({ code: "query/unknown-option" }),
    );
  });

  it("gives an equal graph for a source that nobody cites", () => {
    const uncited = { ...(SOURCES[0] as (typeof SOURCES)[number]), id: "uncited" };
    const graph = assembleGraph({ ...RECORDS, sources: [...SOURCES, uncited] });
    const { falls, weakens, stands, names, toGraph } = withdraw(graph, "uncited");
    expect({ falls, weakens, stands, names }).toEqual({
      falls: [],
      weakens: [],
      stands: graph.size,
      names: [],
    });
    expect(toGraph().export()).toEqual(graph.export());
  });

  it("takes a graph with a bare node, and one without claims", () => {
    const bare = citedGraph();
    bare.addNode("bare", {} as never);
    expect(withdraw(bare, "daily-2024-03-07").toGraph().hasNode("bare")).toBe(true);
    const empty = assembleGraph({ ...RECORDS, claims: [] });
    expect(withdraw(empty, "daily-2024-03-07")).toMatchObject({ falls: [], weakens: [], stands: 0 });
  });

  it("changes nothing of the graph, and accounts for every claim (any dataset)", () => {
    fc.assert(
      fc.property(townDataset, fc.constantFrom("s1", "s2", "s3"), (records, source) => {
        const graph = assembleGraph(records, townOntology);
        const before = structuredClone(graph.export().edges);
        const { falls, weakens, stands, toGraph } = withdraw(graph, source);
        const left = toGraph();
        expect(graph.export().edges).toEqual(before);
        expect(falls.length + weakens.length + stands).toBe(graph.size);
        expect(left.size).toBe(weakens.length + stands);
        expect(left.order).toBe(graph.order);
        left.forEachEdge((id, { citations, attested }) => {
          expect(citations.some((citation) => citation.source === source)).toBe(false);
          expect(citations.length).toBeGreaterThan(0);
          if (graph.getEdgeAttribute(id, "attested")) expect(attested?.length).toBeGreaterThan(0);
        });
        for (const { before: had, after } of weakens)
          expect(after.citations).toBeLessThanOrEqual(had.citations);
        expect(withdraw(left, source)).toMatchObject({ falls: [], weakens: [], stands: left.size });
      }),
    );
  });
});
