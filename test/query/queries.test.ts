import { describe, expect, it } from "vitest";
import { describeSetAside } from "../../src/query/answer.ts";
import { claims, claimsOf } from "../../src/query/claims.ts";
import { compareReports } from "../../src/query/compare-reports.ts";
import { ego } from "../../src/query/ego.ts";
import { neighbors } from "../../src/query/neighbors.ts";
import { shortestPath } from "../../src/query/paths.ts";
import { findEntities, search } from "../../src/query/search.ts";
import { series } from "../../src/query/series.ts";
import { snapshot } from "../../src/query/snapshot.ts";
import { toRows } from "../../src/query/tables.ts";
import { timeline } from "../../src/query/timeline.ts";
import { traverse } from "../../src/query/traverse.ts";
import { townGraph } from "./towns.ts";

const graph = townGraph();
const ids = (rows: readonly { readonly claim: { readonly id: string } }[]): string[] =>
  rows.map((row) => row.claim.id);

describe("claimsOf", () => {
  it("gives certain actual claims and counts the rest by reason", () => {
    const rows = claimsOf(graph, "person/p", { at: "2021-06-01" });
    expect(ids(rows)).toEqual(["p-lives-a"]);
    expect(rows.setAside).toMatchObject({ time: 1, status: 1, certainty: 0 });
  });

  it("holds an open end certain only until the last day on which it was stated", () => {
    const at = (day: string): unknown =>
      claimsOf(graph, "person/p", { relation: "livesIn", at: day, certainty: "possible" }).map((row) => [
        row.claim.id,
        row.certainty,
      ]);
    expect(at("2024-03-07")).toEqual([["p-lives-b", "certain"]]);
    expect(at("2024-03-08")).toEqual([["p-lives-b", "possible"]]);
  });

  it("does not look ahead: under a report date an open end reaches only as far as was known", () => {
    const at = (reportedBy: string): unknown =>
      claimsOf(graph, "person/p", {
        relation: "livesIn",
        at: "2024-01-01",
        certainty: "possible",
        reportedBy,
      }).map((row) => row.certainty);
    expect(at("2023-12-31")).toEqual(["possible"]);
    expect(at("2024-12-31")).toEqual(["certain"]);
    expect(
      claimsOf(graph, "person/p", { at: "2024-01-01", reportedBy: "2023-06-29", status: "any" }).setAside
        .reported,
    ).toBe(3);
  });

  it("tells the last attested day, and lets a limit end what is possible after it", () => {
    const [row] = claimsOf(graph, "person/q", { relation: "livesIn", at: "2026", certainty: "possible" });
    expect(row).toMatchObject({ certainty: "possible", lastAttested: "2024-03-07" });
    expect(
      claimsOf(graph, "person/q", {
        relation: "livesIn",
        at: "2026-06",
        certainty: "possible",
        attestedWithin: "P1Y",
      }),
    ).toHaveLength(0);
    expect(ids(claimsOf(graph, "person/q", { relation: "livesIn", at: "2023-12-01" }))).toEqual([
      "q-lives-a",
    ]);
  });

  it("tells the last attested day that was known by a report date", () => {
    const [row] = claimsOf(graph, "person/q", { relation: "livesIn", reportedBy: "2023-12-31" });
    expect(row?.lastAttested).toBe("2023-05-01");
    expect(neighbors(graph, "person/q", "livesIn", { reportedBy: "2023-12-31" })[0]?.lastAttested).toBe(
      "2023-05-01",
    );
  });

  it("refuses a source, speaker, voice or class that there is not", () => {
    const code = (code: string): unknown => expect.objectContaining({ code });
    expect(() => claims(graph, { source: "govt" })).toThrow(code("graph/unknown-source"));
    expect(() => claims(graph, { speaker: "person/r" })).toThrow(code("graph/unknown-entity"));
    expect(() => claims(graph, { voice: "sung" } as never)).toThrow(code("query/unknown-voice"));
    expect(() => claims(graph, { publisherClass: "press" } as never)).toThrow(
      code("query/unknown-publisher-class"),
    );
    expect(() => findEntities(graph, { names: "x" } as never)).toThrow(code("query/unknown-option"));
  });

  it("counts as set aside only what was asked about", () => {
    const asked = { subject: "town/a", indicator: "measure/births" } as const;
    expect(series(graph, { ...asked, scope: "any", at: "1990" }).setAside).toMatchObject({
      time: 1,
      status: 0,
    });
  });

  it("sets aside what is only denied", () => {
    expect(claimsOf(graph, "town/d", { relation: "bornIn" }).setAside.denied).toBe(1);
  });

  it("filters by speaker, voice, source and publisher class", () => {
    expect(ids(claims(graph, { speaker: "person/q" }))).toEqual(["q-born-c"]);
    expect(ids(claims(graph, { voice: "quoted" }))).toEqual(["q-born-c"]);
    expect(ids(claims(graph, { source: "blog" }))).toEqual(["q-born-c"]);
    expect(ids(claims(graph, { publisherClass: "government", relation: "counted" }))).toEqual([
      "a-births-2023-north",
      "a-people-2023",
    ]);
  });

  it("marks as possible what a source of uncertain date may have said by then", () => {
    const rows = claims(graph, { source: "blog", reportedBy: "2024-12-31", certainty: "possible" });
    expect(rows[0]?.certainty).toBe("possible");
    expect(claims(graph, { source: "blog", reportedBy: "2026-01-01" })).toHaveLength(1);
  });

  it("goes by what was said where it was said before it was published", () => {
    expect(claims(graph, { source: "gov", statedBy: "2023-06-01" }).length).toBeGreaterThan(0);
    expect(claims(graph, { source: "gov", reportedBy: "2023-06-01" })).toHaveLength(0);
  });

  it.each<[string, object, string]>([
    ["an unknown option", { sttus: "any" }, "query/unknown-option"],
    ["an unknown status", { status: "real" }, "query/unknown-status"],
    ["an unknown certainty", { certainty: "sure" }, "query/unknown-certainty"],
    ["an unreadable date", { at: "yesterday" }, "query/unreadable-date"],
    ["an approximate question", { at: "2023~" }, "query/indefinite-date"],
    ["an open report date", { reportedBy: "2023/.." }, "query/indefinite-date"],
  ])("refuses %s by code", (_what, options, code) => {
    expect(() => claims(graph, options as never)).toThrow(expect.objectContaining({ code }));
  });

  it("names the nearest id for one that is not there", () => {
    expect(() => claimsOf(graph, "town/aa")).toThrow(/did you mean "town\/a"/);
  });
});

describe("neighbors", () => {
  it("gives one row an entity with the claims that lead to it", () => {
    expect(
      neighbors(graph, "town/b", "twinnedWith").map((row) => [row.id, row.claims.map((claim) => claim.id)]),
    ).toEqual([
      ["town/d", ["b-twin-d"]],
      ["town/a", ["a-twin-b"]],
    ]);
  });

  it("says in data and in words why it is empty", () => {
    const none = neighbors(graph, "town/a", "twinnedWith", { at: "2020" });
    expect(none).toHaveLength(0);
    expect(none.setAside.certainty).toBe(1);
    expect(describeSetAside(none)).toBe(
      "1 claim set aside because it only possibly meets the time asked for",
    );
    expect(describeSetAside(none.setAside)).toBe(describeSetAside(none));
    expect(describeSetAside(snapshot(graph, { at: "1950" }))).toMatch(
      /^\d+ claims set aside because they do not/,
    );
    expect(describeSetAside({ ...none.setAside, certainty: 0, status: 12_345 })).toBe(
      "12,345 claims set aside because they have another status than asked for",
    );
  });

  it("tells the last attested day of what is only attested", () => {
    expect(neighbors(graph, "person/q", "livesIn")[0]?.lastAttested).toBe("2024-03-07");
    expect(neighbors(graph, "person/p", "livesIn")[0]).not.toHaveProperty("lastAttested");
  });
});

describe("timeline", () => {
  it("orders by earliest start, attested claims by their first attested day", () => {
    expect(timeline(graph, "town/a").map((row) => [row.claim.id, row.attested])).toEqual([
      ["a-twin-b", false],
      ["p-lives-a", false],
      ["a-births-2023-north", false],
      ["a-people-2023", false],
      ["q-lives-a", true],
      ["a-people-2024", false],
    ]);
  });
});

describe("series", () => {
  it("gives each figure with its hedge and bounds, without forecasts unless asked for", () => {
    const points = series(graph, { subject: "town/a", indicator: "measure/people" });
    expect(points.map((point) => [point.time, point.comparator, point.value, point.high])).toEqual([
      ["2023", ">", 100, Infinity],
      ["2024", "=", 120, 120],
    ]);
    expect(series(graph, { subject: "town/a", indicator: "measure/people", status: "any" })).toHaveLength(3);
  });

  it("keeps scoped figures apart and counts them", () => {
    const births = series(graph, { subject: "town/a", indicator: "measure/births" });
    expect(births).toHaveLength(0);
    expect(births.setAside.attribute).toBe(1);
    expect(
      series(graph, { subject: "town/a", indicator: "measure/births", scope: { part: "north" } }),
    ).toHaveLength(1);
    expect(series(graph, { subject: "town/a", indicator: "measure/births", scope: "any" })).toHaveLength(1);
  });
});

describe("snapshot", () => {
  it("is a mask first and a graph on request", () => {
    const then = snapshot(graph, { at: "2023-05-15" });
    expect([...then.claims()].sort()).toEqual([
      "a-births-2023-north",
      "a-people-2023",
      "b-twin-d",
      "p-lives-b",
      "q-lives-a",
    ]);
    expect(then.certainty("a-twin-b")).toBe("no");
    expect(then.certainty("no such claim")).toBe("no");
    const copy = then.toGraph();
    expect(copy.size).toBe(then.size);
    expect(copy.hasNode("town/c")).toBe(false);
    expect(snapshot(graph, { at: "2023-05-15", keepIsolated: true }).toGraph().hasNode("town/c")).toBe(true);
  });

  it("leaves out citations and names that had not been published", () => {
    const known = snapshot(graph, { reportedBy: "2023-12-31" }).toGraph();
    expect(known.getEdgeAttribute("p-lives-b", "citations").map((citation) => citation.source)).toEqual([
      "gov",
    ]);
    expect(known.getNodeAttribute("town/a", "names").map((name) => name.value)).not.toContain("Khorgos");
    expect(graph.getNodeAttribute("town/a", "names").map((name) => name.value)).toContain("Khorgos");
  });
});

describe("shortestPath", () => {
  it("goes over claims read either way and gives them", () => {
    const { path } = shortestPath(graph, "person/q", "town/d");
    expect(path?.entities).toEqual(["person/q", "town/a", "town/b", "town/d"]);
    expect(path?.steps.map((step) => [step.claim.id, step.direction])).toEqual([
      ["q-lives-a", "out"],
      ["a-twin-b", "out"],
      ["b-twin-d", "out"],
    ]);
  });

  it("says why there is none, and finds the possible one when asked", () => {
    const certain = shortestPath(graph, "person/q", "town/d", { at: "2024-03-07" });
    expect(certain.path).toBeUndefined();
    expect(certain.setAside.certainty).toBeGreaterThan(0);
    expect(
      shortestPath(graph, "person/q", "town/d", { at: "2024-03-07", certainty: "possible" }).path?.certainty,
    ).toBe("possible");
  });

  it("does not pass through figures unless they are named", () => {
    expect(shortestPath(graph, "town/a", "measure/people").path).toBeUndefined();
    expect(shortestPath(graph, "town/a", "measure/people", { relation: "counted" }).path?.steps).toHaveLength(
      1,
    );
  });

  it("has no steps from an entity to itself", () => {
    expect(shortestPath(graph, "town/a", "town/a").path).toEqual({
      entities: ["town/a"],
      steps: [],
      certainty: "certain",
    });
  });
});

describe("traverse", () => {
  it("tells the claim that was walked, in breadth and in depth", () => {
    const steps = (order: "bfs" | "dfs"): unknown =>
      traverse(graph, "person/p", { order }).map((visit) => [
        visit.id,
        visit.depth,
        visit.from,
        visit.claim?.id,
      ]);
    expect(steps("bfs")).toEqual([
      ["person/p", 0, undefined, undefined],
      ["town/a", 1, "person/p", "p-lives-a"],
      ["town/b", 1, "person/p", "p-lives-b"],
      ["person/q", 2, "town/a", "q-lives-a"],
      ["town/d", 2, "town/b", "b-twin-d"],
      ["town/c", 3, "person/q", "q-born-c"],
    ]);
    for (const [, depth, from, claim] of steps("dfs") as [string, number, string, string][]) {
      if (depth > 0) expect(graph.extremities(claim)).toContain(from);
    }
  });

  it("stops at the depth asked for and follows one direction", () => {
    expect(traverse(graph, "person/p", { depth: 1 }).map((visit) => visit.id)).toEqual([
      "person/p",
      "town/a",
      "town/b",
    ]);
    expect(traverse(graph, "town/d", { direction: "out" }).map((visit) => visit.id)).toEqual(["town/d"]);
    expect(ego(graph, "town/d").nodes().sort()).toEqual(["town/b", "town/d"]);
  });
});

describe("finding", () => {
  it("finds a whole name in any language, whatever case and composition", () => {
    expect(findEntities(graph, { name: "霍尔果斯" }).map((entity) => entity.id)).toEqual(["town/a"]);
    expect(findEntities(graph, { name: "KHORGOS" }).map((entity) => entity.id)).toEqual(["town/a"]);
    expect(findEntities(graph, { name: "Cafe\u0301 town" }).map((entity) => entity.id)).toEqual(["town/d"]);
    expect(findEntities(graph, { name: "霍尔果斯", lang: "ru" })).toEqual([]);
    expect(findEntities(graph, { name: "Khorgos", reportedBy: "2023-12-31" })).toEqual([]);
    expect(findEntities(graph, { kind: "measure" }).map((entity) => entity.measure)).toEqual([
      "flow",
      "stock",
    ]);
  });

  it("searches loosely and ranks whole names before parts", () => {
    expect(search(graph, "huoerguosi")[0]).toMatchObject({ entity: { id: "town/a" }, match: "whole" });
    expect(search(graph, "town")[0]).toMatchObject({ match: "beginning" });
    expect(search(graph, "café")[0]?.entity.id).toBe("town/d");
    expect(search(graph, "town caf")[0]).toMatchObject({ entity: { id: "town/d" }, match: "words" });
    expect(search(graph, "")).toEqual([]);
    expect(search(graph, "town", { limit: 2 })).toHaveLength(2);
  });

  it("finds what was added after the first search", () => {
    const own = townGraph();
    expect(findEntities(own, { name: "Newtown" })).toEqual([]);
    own.addNode("town/n", {
      id: "town/n",
      kind: "town",
      label: "Newtown",
      names: [{ value: "Newtown", lang: "en" }],
    });
    expect(findEntities(own, { name: "newtown" }).map((entity) => entity.id)).toEqual(["town/n"]);
  });
});

describe("tables and reports", () => {
  it("flattens every claim, plans included, into texts and numbers", () => {
    const rows = toRows(graph);
    expect(rows).toHaveLength(12);
    for (const row of rows)
      for (const value of Object.values(row))
        expect(["string", "number", "boolean", "undefined"]).toContain(typeof value);
    expect(rows.find((row) => row.claim === "p-lives-b")).toMatchObject({
      earliestStart: "2023-01-01",
      earliestEnd: "2024-03-07",
      latestEnd: "",
    });
  });

  it("tells what became known between two days", () => {
    const changes = compareReports(graph, "2023-12-31", "2024-06-30").map((row) => [
      row.claim.id,
      row.change,
    ]);
    expect(changes).toEqual([
      ["a-people-2024", "new"],
      ["a-twin-b", "new"],
      ["b-twin-d", "new"],
      ["p-lives-b", "further"],
      ["q-lives-a", "further"],
    ]);
  });
});
