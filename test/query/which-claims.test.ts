import { describe, expect, it } from "vitest";
import { loadXinjiang } from "../../src/dataset/bundled.ts";
import { freeze } from "../../src/graph/freeze.ts";
import type { ReadableGraph } from "../../src/graph/knowledge-graph.ts";
import { claimIds, claims } from "../../src/query/claims.ts";
import { compareReports } from "../../src/query/compare-reports.ts";
import { series } from "../../src/query/series.ts";
import { snapshot } from "../../src/query/snapshot.ts";
import { toRows } from "../../src/query/tables.ts";
import type { townOntology } from "../arbitrary-dataset.ts";
import { townGraph } from "./towns.ts";

const towns = townGraph();
const graphs: [string, ReadableGraph<typeof townOntology>][] = [
  ["a live graph", towns],
  ["a frozen graph", freeze(towns)],
];
const all = { status: "any", certainty: "possible", includeDenied: true } as const;

describe.each(graphs)("claims by subject and object, of %s", (_, graph) => {
  it("are those that a look at every claim finds", () => {
    const ids = towns.nodes();
    const either = (relation: string): boolean => relation === "twinnedWith";
    for (const subject of [undefined, ...ids]) {
      for (const object of [undefined, ...ids]) {
        const asked = { ...(subject && { subject }), ...(object && { object }) };
        const isBetween = (from: string, to: string): boolean =>
          (!subject || subject === from) && (!object || object === to);
        const expected = towns
          .filterEdges(
            (_id, claim, from, to) => isBetween(from, to) || (either(claim.relation) && isBetween(to, from)),
          )
          .sort();
        expect(claims(graph, { ...all, ...asked }).map(({ claim }) => claim.id)).toEqual(expected);
        expect(claimIds(graph, { ...all, ...asked })).toEqual(expected);
        expect(toRows(graph, { ...all, ...asked }).map(({ claim }) => claim)).toEqual(expected);
        const part = snapshot(graph, { ...all, ...asked });
        expect([...part.claims()].sort()).toEqual(expected);
        expect(part.size).toBe(expected.length);
        expect(part.toGraph().edges().sort()).toEqual(expected);
      }
    }
  });

  it("take several ids, with the other filters, and count only what was asked about", () => {
    const asked = { subject: "town/a", object: ["measure/people", "measure/births"] };
    const rows = claims(graph, { ...asked, source: "gov" });
    expect(rows.map(({ claim }) => claim.id)).toEqual(["a-births-2023-north", "a-people-2023"]);
    expect(rows.setAside).toMatchObject({ source: 1, status: 1, time: 0 });
    expect(claims(graph, { ...asked, relation: "livesIn" })).toHaveLength(0);
    expect(snapshot(graph, { ...asked, relation: "livesIn" }).size).toBe(0);
    expect(compareReports(graph, "2023", "2024", { object: "measure/people" })).toHaveLength(1);
  });

  it("refuse an entity that is none, and name every option there is", () => {
    const unknown = expect.objectContaining({ code: "graph/unknown-entity" });
    for (const asked of [{ subject: "town/z" }, { object: ["town/a", "town/z"] }]) {
      expect(() => claims(graph, asked)).toThrow(unknown);
      expect(() => toRows(graph, asked)).toThrow(unknown);
      expect(() => snapshot(graph, asked)).toThrow(unknown);
    }
    const asked = { zzzzzzzzzzzz: 1 } as object;
    for (const refused of [() => toRows(graph, asked), () => claims(graph, asked)])
      expect(refused).toThrow("relation, subject, object");
  });
});

describe("series", () => {
  it("says which option is missing", () => {
    const missing = (options: object) => () => series(loadXinjiang(), options as never);
    expect(missing({ subject: "region/xinjiang" })).toThrow("No indicator is given");
    expect(missing({ indicator: "indicator/gdp" })).toThrow("No subject is given");
    expect(missing({})).toThrow(expect.objectContaining({ code: "query/missing-option" }));
  });
});
