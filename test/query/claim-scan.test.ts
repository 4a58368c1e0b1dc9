import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bundledRecords, loadXinjiang } from "../../src/dataset/bundled.ts";
import { assembleGraph } from "../../src/graph/assemble.ts";
import { headsOf, relationOf } from "../../src/graph/claim-layout.ts";
import { freeze } from "../../src/graph/freeze.ts";
import { claimNumbers, type ReadGraph } from "../../src/graph/read-graph.ts";
import { readGraph } from "../../src/graph/temporal-index.ts";
import { xinjiangOntology } from "../../src/ontology/ontology.ts";
import { type ClaimFilter, compileFilter, type Level } from "../../src/query/filter.ts";
import { neighborIds } from "../../src/query/neighbors.ts";
import { townDataset, townOntology } from "../arbitrary-dataset.ts";
import { filter } from "./arbitrary-plan.ts";

/** Levels and counts of every claim of some relations, judged all at once, each for itself, and as a list. */
function judged(read: ReadGraph, asked: ClaimFilter, relations: readonly number[] | undefined): unknown[] {
  const [whole, single, listed] = [0, 1, 2].map(() => compileFilter(read, asked));
  if (!whole || !single || !listed) throw new Error("unreachable");
  // The first look at a live graph after an edit goes claim by claim.
  expect(read.scan ?? read.scan).toBeDefined();
  const { levels, held } = whole.levels(relations);
  const wanted = claimNumbers(read).filter(
    (claim) => !relations || relations.includes(relationOf(read, claim)),
  );
  const oneByOne = new Uint8Array(read.claimCount);
  for (const claim of wanted) oneByOne[claim] = single.judge(claim);
  const inList = new Uint8Array(read.claimCount);
  const visit = (claim: number, level: Level): void => {
    inList[claim] = level;
  };
  listed.judgeEach(Int32Array.from(wanted), visit);
  const count = oneByOne.filter((level) => level > 0).length;
  return [
    [levels, held, whole.tally],
    [oneByOne, count, single.tally],
    [inList, count, listed.tally],
  ];
}

function expectAlike(read: ReadGraph, asked: ClaimFilter, relations: readonly number[] | undefined): void {
  const [whole, single, listed] = judged(read, asked, relations);
  expect(whole).toEqual(single);
  expect(listed).toEqual(single);
}

describe("judging every claim at once", () => {
  it("is judging each for itself, on graphs from which claims have been dropped, live and frozen", () => {
    fc.assert(
      fc.property(
        townDataset,
        filter,
        fc.option(fc.subarray([0, 1, 2, 3]), { nil: undefined }),
        fc.array(fc.nat(), { maxLength: 3 }),
        (records, asked, relations, drops) => {
          const graph = assembleGraph(records, townOntology);
          readGraph(graph);
          for (const drop of drops) {
            const edges = graph.edges();
            if (edges.length > 0) graph.dropEdge(edges[drop % edges.length] as string);
          }
          expectAlike(readGraph(graph), asked, relations);
          expectAlike(readGraph(freeze(graph)), asked, relations);
          // A status that is none, as anybody can write it into a graph.
          const [first] = graph.edges();
          if (first !== undefined) graph.setEdgeAttribute(first, "status", "odd" as never);
          expectAlike(readGraph(graph), asked, relations);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("is so for the bundled claims on every day that matters to one of them", () => {
    const read = readGraph(freeze(assembleGraph(bundledRecords(), xinjiangOntology)));
    const days = new Set(
      bundledRecords().claims.flatMap(({ valid }) => valid?.match(/\d{4}(-\d\d){0,2}/g) ?? []),
    );
    expect(days.size).toBeGreaterThan(30);
    for (const at of days) {
      expectAlike(read, { at }, undefined);
      expectAlike(read, { at, certainty: "possible", status: "any", includeDenied: true }, [1, 5, 9]);
    }
  });

  it("of a source is the same with their heads end to end", () => {
    const read = readGraph(freeze(assembleGraph(bundledRecords(), xinjiangOntology)));
    for (const { id } of bundledRecords().sources) {
      const [near, far] = [compileFilter(read, { at: "2024" }), compileFilter(read, { at: "2024" })];
      const found: [number, Level][] = [];
      near.judgeEach(
        read.claimsOfSource(id),
        (...one) => found.push(one),
        headsOf(read, read.claimsOfSource(id)),
      );
      const expected: [number, Level][] = [];
      far.judgeEach(read.claimsOfSource(id), (...one) => expected.push(one));
      expect(found.length).toBeGreaterThan(0);
      expect([found, near.tally]).toEqual([expected, far.tally]);
    }
  });
});

describe("neighborIds of several entities", () => {
  it("are those of each in turn, each once", () => {
    const graph = loadXinjiang();
    const ports = neighborIds(graph, "region/xinjiang", "locatedIn", {
      direction: "in",
      certainty: "possible",
    });
    const lead = (id: (typeof ports)[number]): readonly string[] => neighborIds(graph, id);
    expect(ports.length).toBeGreaterThan(5);
    expect(neighborIds(graph, ports)).toEqual([...new Set(ports.flatMap(lead))]);
    const countries = neighborIds(graph, "port/biedieli", "opensTo");
    expect(neighborIds(graph, countries, "opensTo", { direction: "in" })).toContain("port/biedieli");
    expect(neighborIds(graph, ports.slice(0, 0))).toEqual([]);
    // @ts-expect-error no such id
    expect(() => neighborIds(graph, ["port/nowhere"], "opensTo")).toThrow(
      expect.objectContaining({ code: "graph/unknown-entity" }),
    );
    // @ts-expect-error countries open to nothing
    expect(neighborIds(graph, countries, "opensTo", { direction: "out" })).toEqual([]);
  });
});
