/**
 * The builder at run time: what it gives, that it changes nothing, how it refuses.
 */
import { describe, expect, it } from "vitest";
import { readGraph } from "../../src/graph/temporal-index.ts";
import {
  assembleGraph,
  evaluate,
  InvalidQueryError,
  loadXinjiang,
  NotFoundError,
  neighbors,
  query,
} from "../../src/index.ts";
import { runPlan, runPlanLater } from "../../src/query/evaluate.ts";
import { expanderOf } from "../../src/query/expand.ts";
import { queryCases, recordsOf } from "../specs/query-cases.ts";

const graph = assembleGraph(recordsOf("fixture"));
const untyped = (start: unknown): Untyped =>
  (query(graph) as unknown as { from(start: unknown): Untyped }).from(start);

/** The builder as callers without types see it. */
interface Untyped {
  [method: string]: (...parts: unknown[]) => Untyped;
}

const refusal = (run: () => unknown): InvalidQueryError => {
  try {
    run();
  } catch (error) {
    if (error instanceof InvalidQueryError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
};

describe("a query", () => {
  it("is immutable: branching off changes neither branch", () => {
    const ports = query(graph).from("port");
    const lands = ports.out("opensTo");
    expect(ports.at("2015-06-01").out("opensTo").count()).toBe(1);
    expect(lands.count()).toBe(4);
    expect(ports.count()).toBe(4);
  });

  it("does not see later changes of what it was handed", () => {
    const relations: ("opensTo" | "locatedIn")[] = ["opensTo"];
    const wanted = { modes: { contains: "air" as "air" | "road" } };
    const built = query(graph).from("port").where(wanted).out(relations);
    relations.push("locatedIn");
    wanted.modes.contains = "road";
    expect(built.ids()).toEqual(["country/ardia"]);
  });

  it("is asked of the graph as it is when results are asked for", () => {
    const own = assembleGraph(recordsOf("fixture"));
    const built = query(own).from("port/gate-road").out("opensTo");
    expect(built.count()).toBe(1);
    own.dropEdge("gate-road-opens-bresk");
    expect(built.count()).toBe(0);
  });

  it("iterates, and gives the first row, ids and counts that the rows have", () => {
    const built = query(graph).from("port").as("port").out("opensTo");
    const rows = built.toArray();
    expect([...built]).toEqual([...rows]);
    expect(built.first()).toEqual(rows[0]);
    expect(built.count()).toBe(rows.length);
    expect(built.ids()).toEqual(["country/bresk", "country/ardia"]);
    expect(query(graph).from("port/gate-rail").out("opensTo").first()).toBeUndefined();
  });

  it("gives the graph's own records in its rows", () => {
    const row = query(graph).from("port/gate-road").as("port").out("opensTo").first();
    expect(row?.port).toBe(graph.getNodeAttributes("port/gate-road"));
    expect(row?.claims[0]).toBe(graph.getEdgeAttributes("gate-road-opens-bresk"));
  });

  it("gives paths with each step's direction and certainty", () => {
    const [path] = query(graph)
      .from("country/bresk")
      .in("opensTo")
      .out("locatedIn")
      .at("2015")
      .possible()
      .paths()
      .filter((one) => one.entities.includes("port/gate-road"));
    expect(path?.entities).toEqual(["country/bresk", "port/gate-road", "region/north-vale"]);
    expect(path?.steps.map((step) => [step.from, step.direction, step.claim.id])).toEqual([
      ["country/bresk", "in", "gate-road-opens-bresk"],
      ["port/gate-road", "out", "gate-road-in-north"],
    ]);
    expect(path?.certainty).toBe("certain");
  });

  it("gives paths that return from looking aside", () => {
    const [path] = query(graph)
      .from("port/gate-road")
      .optional((port) => port.out("opensTo"))
      .out("locatedIn")
      .paths();
    expect(path?.steps.map((step) => [step.from, step.to])).toEqual([
      ["port/gate-road", "country/bresk"],
      ["port/gate-road", "region/north-vale"],
    ]);
  });

  it("gives each claim once, with its own certainty", () => {
    const rows = query(graph)
      .from("port")
      .out("locatedIn")
      .out("locatedIn")
      .at("2024-03-07")
      .possible()
      .claims();
    expect(rows.map((row) => [row.claim.id, row.certainty])).toEqual([
      ["far-in-vale", "possible"],
      ["gate-rail-in-north", "possible"],
      ["gate-road-in-north", "possible"],
      ["high-pass-in-far", "certain"],
      ["north-in-vale", "possible"],
    ]);
  });

  it("counts a claim that is set aside once, however many rows come to it", () => {
    const rows = query(graph)
      .from("region")
      .in("locatedIn")
      .ofKind("port")
      .out("locatedIn", { at: "1900" })
      .toArray();
    expect(rows).toHaveLength(0);
    expect(rows.setAside.time).toBe(4 - 1);
    expect(rows.setAside.certainty).toBe(1);
  });

  it("finds the neighbours that the free function finds", () => {
    for (const id of ["port/high-pass", "region/north-vale", "country/bresk"] as const) {
      const rows = query(graph).from(id).both().at("2015").possible().distinct().toArray();
      const across = neighbors(graph, id, undefined, { at: "2015", certainty: "possible" });
      expect(rows.map((row) => [row.id, row.certainty])).toEqual(
        across.map((row) => [row.id, row.certainty]),
      );
      expect(rows.setAside).toEqual(across.setAside);
    }
  });
});

describe("groups by their figures", () => {
  const figures = query(loadXinjiang()).from("region/xinjiang").out("observed").during("2023");

  it("are ordered in one unit, whichever each is in", () => {
    const weights = figures
      .whereClaim({ quantity: { unit: "t" } })
      .groupBy()
      .max();
    const tonnes = { t: 1, jin: 0.0005 };
    const ordered = weights.orderByMeasure().toArray();
    const values = ordered.map(({ value, unit }) => value * tonnes[unit as "t" | "jin"]);
    expect(new Set(ordered.map(({ unit }) => unit))).toEqual(new Set(["t", "jin"]));
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(ordered[0]?.key).toBe("indicator/coal-supplied-to-other-parts-of-china");
    const rising = weights.orderByMeasure("ascending").toArray();
    expect(rising.map(({ key }) => key)).toEqual(ordered.map(({ key }) => key).reverse());
  });

  it("are not ordered where the units do not convert, but are by key", () => {
    const all = figures.groupBy("label").max();
    const error = refusal(() => all.orderByMeasure().limit(3).toArray());
    expect(error.code).toBe("query/mixed-units");
    expect(error.message).toMatch(/is in % and ".*" in CNY/);
    expect(all.limit(3).toArray()).toHaveLength(3);
  });
});

describe("a plan", () => {
  const built = query(graph)
    .from("port")
    .as("port")
    .union(
      (port) => port.out("opensTo", { at: "2015" }),
      (port) => port.out("locatedIn"),
    )
    .at("2024")
    .possible();

  it("is frozen JSON data", () => {
    const plan = built.plan();
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    const isFrozen = (value: unknown): boolean =>
      typeof value !== "object" ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(isFrozen));
    expect(isFrozen(plan)).toBe(true);
    expect(plan.version).toBe(1);
  });

  it("gives the rows that its builder gives", () => {
    expect(evaluate(graph, built.plan())).toEqual(built.toArray());
    expect(evaluate(graph, built.plan()).setAside).toEqual(built.toArray().setAside);
  });

  it("gives the same over a primitive that answers later", async () => {
    const read = readGraph(graph);
    for (const { dataset, plan, refused } of queryCases) {
      if (dataset !== "fixture" || refused !== undefined) continue;
      const later = await runPlanLater(read, plan, (request) => {
        const expand = expanderOf(read)(request);
        return {
          tally: expand.tally,
          async claims(entities, into) {
            await Promise.resolve();
            expand.claims(entities, into);
          },
        };
      });
      const { tree, rows, tally } = runPlan(read, plan);
      expect(later).toMatchObject({ rows, tree, tally });
    }
  });

  it("that was made elsewhere is checked when it is evaluated", () => {
    const plan = { ...built.plan(), version: 2 as never };
    expect(() => evaluate(graph, plan)).toThrow(expect.objectContaining({ code: "plan/unknown-version" }));
  });
});

describe("a mistake", () => {
  it.each([
    ["a relation that does not lead out", () => untyped("port").out?.("holdsOffice"), "query/illegal-step"],
    ["a relation that leads the other way", () => untyped("country").out?.("opensTo"), "query/illegal-step"],
    [
      "steps that do not lead back",
      () => untyped("port").repeat?.((b: Untyped) => b.out?.("opensTo"), 1, 2),
      "plan/illegal-step",
    ],
    [
      "a name in a repeat",
      () => untyped("region").repeat?.((b: Untyped) => b.as?.("x"), 1, 2),
      "plan/invalid-name",
    ],
    ["a name that rows use", () => untyped("port").as?.("claims"), "plan/invalid-name"],
    ["a name of JavaScript's", () => untyped("port").as?.("__proto__"), "plan/invalid-name"],
    ["a name that is taken", () => untyped("port").as?.("x").as?.("x"), "plan/invalid-name"],
    [
      "an attribute that there is not",
      () => untyped("port").where?.({ mode: "rail" }),
      "plan/unknown-attribute",
    ],
    [
      "an attribute of JavaScript's",
      () => untyped("port").where?.(JSON.parse('{"__proto__":1}')),
      "plan/unknown-attribute",
    ],
    ["a test that there is not", () => untyped("port").where?.({ lat: { over: 3 } }), "plan/unknown-test"],
    ["a list tested as a value", () => untyped("port").where?.({ modes: "rail" }), "plan/unknown-test"],
    [
      "a value out of its list",
      () => untyped("port").where?.({ modes: { contains: "rial" } }),
      "plan/invalid-value",
    ],
    ["a predicate", () => untyped("port").where?.({ lat: (lat: number) => lat > 44 }), "plan/function"],
    ["data without end", () => untyped("port").where?.(endless()), "plan/too-deep"],
    [
      "a test of claims before any",
      () => untyped("port").whereClaim?.({ status: "actual" }),
      "plan/no-claim",
    ],
    [
      "a figure without unit",
      () =>
        untyped("region")
          .out?.("observed")
          .whereClaim?.({ quantity: { above: 1 } }),
      "plan/invalid-value",
    ],
    ["a limit below 0", () => untyped("port").limit?.(-1), "plan/invalid-range"],
    [
      "passes that end before they begin",
      () => untyped("region").repeat?.((b: Untyped) => b, 3, 2),
      "plan/invalid-range",
    ],
    ["a branch that is none", () => untyped("region").optional?.(() => 5), "query/invalid-branch"],
    [
      "results asked of a branch",
      () => untyped("region").optional?.((b: Untyped) => b.toArray?.()),
      "query/in-branch",
    ],
    [
      "a clause in a branch",
      () => untyped("region").optional?.((b: Untyped) => b.at?.("2024")),
      "query/in-branch",
    ],
    ["a clause given twice", () => untyped("region").at?.("2023").at?.("2024"), "query/clause-given-twice"],
    ["a clause without content", () => untyped("region").at?.(undefined), "query/empty-clause"],
    ["an order by a list", () => untyped("port").orderBy?.("modes"), "plan/invalid-key"],
    [
      "a group by a name that there is not",
      () => untyped("port").groupBy?.({ step: "x" }).count?.(),
      "plan/unknown-name",
    ],
    ["a sum before any claim", () => untyped("port").groupBy?.().sum?.(), "plan/no-claim"],
    ["a beginning of kinds and ids mixed", () => untyped(["port", "region/vale"]), "query/invalid-beginning"],
    [
      "a date that is none",
      () => untyped("port").out?.("opensTo").at?.("soon").toArray?.(),
      "query/unreadable-date",
    ],
    [
      "an option that is none",
      () => untyped("port").out?.("opensTo", { when: "2024" }).toArray?.(),
      "query/unknown-option",
    ],
  ])("is refused: %s", (_, run, code) => {
    const error = refusal(run);
    expect(error.code).toBe(code);
    expect(error.message).not.toMatch(/undefined|\[object/);
  });

  it("in a key lists the keys there are", () => {
    expect(() => untyped("port").out?.("opensTo").groupBy?.("zzzzzzzz").count?.()).toThrow(
      /is no attribute of country; expected some of id, label, kind, .*iso3/,
    );
  });

  it("in an id or relation is told with the nearest there is", () => {
    expect(() => untyped("prot").toArray?.()).toThrow(NotFoundError);
    expect(() => untyped("prot").toArray?.()).toThrow(/did you mean "port"/);
    expect(() => untyped("port").out?.("opensTwo")).toThrow(/did you mean "opensTo"/);
  });

  it("of direction is told in a sentence, with the way out", () => {
    expect(refusal(() => untyped("country").out?.("opensTo")).message).toBe(
      '"opensTo" does not lead out of country: it leads from port to country; use .in("opensTo").',
    );
  });
});

function endless(): object {
  const test: Record<string, unknown> = {};
  test.lat = { not: test };
  return test;
}
