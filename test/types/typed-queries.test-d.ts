/**
 * What compiles and what does not: a kind's relations, the bundled ids, attributes by kind, an extended ontology.
 */
import { describe, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import {
  assembleGraph,
  type Citation,
  type ClaimStatus,
  claims,
  claimsOf,
  findEntities,
  freeze,
  type KnowledgeGraph,
  neighbors,
  type Ontology,
  type Quantity,
  query,
  type ReadableGraph,
  type Source,
  series,
  shortestPath,
  timeline,
  withdraw,
  type XinjiangGraph,
} from "../../src/index.ts";
import type { recordSchemas } from "../../src/schema.ts";
import { warehouseOntology } from "./warehouses.ts";

declare const graph: XinjiangGraph;

describe("neighbors", () => {
  it("knows the kind at the other end", () => {
    const across = neighbors(graph, "port/horgos-road", "opensTo");
    expectTypeOf(across[0]!.entity.kind).toEqualTypeOf<"country">();
    expectTypeOf(across[0]!.entity.iso2).toEqualTypeOf<string | undefined>();
    expectTypeOf(across[0]!.claims[0]!.relation).toEqualTypeOf<"opensTo">();
  });

  it("knows it from the other end too", () => {
    const ports = neighbors(graph, "country/kazakhstan", "opensTo", { direction: "in" });
    expectTypeOf(ports[0]!.entity.kind).toEqualTypeOf<"port">();
    expectTypeOf(ports[0]!.entity.modes).toEqualTypeOf<readonly ("road" | "rail" | "air")[] | undefined>();
  });

  it("reads a symmetric relation either way", () => {
    expectTypeOf(neighbors(graph, "region/xinjiang", "borders")[0]!.entity.kind).toEqualTypeOf<
      "region" | "country"
    >();
  });

  it("refuses a relation that the kind does not have", () => {
    // @ts-expect-error a port does not hold office
    neighbors(graph, "port/horgos-road", "holdsOffice");
    // @ts-expect-error nothing opens from a country outwards
    neighbors(graph, "country/kazakhstan", "opensTo", { direction: "out" });
  });

  it("refuses a misspelt id and a misspelt relation", () => {
    // @ts-expect-error no such port
    neighbors(graph, "port/horgos-raod", "opensTo");
    // @ts-expect-error no such relation
    neighbors(graph, "port/horgos-road", "opensTwo");
  });

  it("has no attribute that the kind does not declare", () => {
    // @ts-expect-error countries have no modes
    neighbors(graph, "port/horgos-road", "opensTo")[0]!.entity.modes;
  });
});

describe("other helpers", () => {
  it("type claims by relation", () => {
    expectTypeOf(
      claimsOf(graph, "official/chen-weijun", { relation: "holdsOffice" })[0]!.claim.role,
    ).toEqualTypeOf<string>();
    expectTypeOf(claims(graph, { relation: "ranked" })[0]!.claim.rank).toEqualTypeOf<number>();
    expectTypeOf(
      timeline(graph, "region/xinjiang-ftz", { relation: "milestoneIn" })[0]!.claim.relation,
    ).toEqualTypeOf<"milestoneIn">();
  });

  it("type entities by kind", () => {
    expectTypeOf(findEntities(graph, { kind: "indicator" })[0]!.measure).toEqualTypeOf<
      "stock" | "flow" | "change" | "growth" | "share" | "rate"
    >();
  });

  it("take only an indicator's id as indicator", () => {
    series(graph, { subject: "region/xinjiang", indicator: "indicator/trade-value" });
    // @ts-expect-error a region is no indicator
    series(graph, { subject: "region/xinjiang", indicator: "region/xinjiang" });
  });

  it("take only relations of the ontology for paths", () => {
    shortestPath(graph, "official/chen-weijun", "country/kazakhstan", {
      relation: ["participatesIn", "concerns"],
    });
    // @ts-expect-error no such relation
    shortestPath(graph, "official/chen-weijun", "country/kazakhstan", { relation: "knows" });
  });

  it("refuse unknown options", () => {
    // @ts-expect-error the option is reportedBy
    claims(graph, { reportedBefore: "2024" });
  });
});

describe("an extended ontology", () => {
  const own = assembleGraph({ sources: [], entities: [], claims: [] }, warehouseOntology);

  it("is typed as the bundled one is, and takes any id", () => {
    expectTypeOf(own).toEqualTypeOf<KnowledgeGraph<typeof warehouseOntology>>();
    expectTypeOf(neighbors(own, "warehouse/1", "stands")[0]!.entity.kind).toEqualTypeOf<"region">();
    expectTypeOf(neighbors(own, "region/x", "stands", { direction: "in" })[0]!.entity.floors).toEqualTypeOf<
      number | undefined
    >();
    // @ts-expect-error a country holds no warehouse
    neighbors(own, "country/x", "stands");
  });
});

describe("a function of any graph", () => {
  function labels(any: ReadableGraph<Ontology>, id: string): unknown[] {
    const [first] = neighbors(any, id, "opensTo", { direction: "out", at: "2024" });
    expectTypeOf(first!.entity.label).toEqualTypeOf<string>();
    expectTypeOf(first!.entity.anything).toBeUnknown();
    expectTypeOf(first!.claims[0]!.relation).toEqualTypeOf<"opensTo">();
    expectTypeOf(claimsOf(any, id, { relation: "opensTo" })[0]!.claim.status).toEqualTypeOf<ClaimStatus>();
    const rows = query(any)
      .from("port")
      .as("port")
      .out("opensTo")
      .where({ label: "Kazakhstan", iso3: "KAZ" })
      .whereClaim({ since: { known: true } })
      .orderBy("iso3")
      .toArray();
    expectTypeOf(rows[0]!.port.label).toEqualTypeOf<string>();
    // @ts-expect-error nothing is called so
    rows[0]!.harbour;
    return [timeline(any, id), series(any, { subject: id, indicator: id }), withdraw(any, id), ...rows];
  }

  it("takes the bundled one, one's own and a frozen one", () => {
    expectTypeOf(labels).toBeCallableWith(graph, "port/biedieli");
    expectTypeOf(labels).toBeCallableWith(freeze(graph), "port/biedieli");
    const own = assembleGraph({ sources: [], entities: [], claims: [] }, warehouseOntology);
    expectTypeOf(labels).toBeCallableWith(own, "warehouse/1");
  });
});

describe("zod schemas", () => {
  it("infer the same records that the library declares", () => {
    type Schemas = ReturnType<typeof recordSchemas>;
    expectTypeOf<z.infer<Schemas["source"]>>().toEqualTypeOf<Source>();
    expectTypeOf<z.infer<Schemas["citation"]>>().toEqualTypeOf<Citation>();
    expectTypeOf<z.infer<Schemas["quantity"]>>().toEqualTypeOf<Quantity>();
  });
});

describe("ids", () => {
  it("are checked wherever one is asked for", () => {
    // @ts-expect-error no such official
    shortestPath(graph, "official/chen-weijum", "country/kazakhstan");
    // @ts-expect-error no such region
    series(graph, { subject: "region/xinjang", indicator: "indicator/trade-value" });
    // @ts-expect-error no such port
    findEntities(graph, { kind: "port", id: "port/horgos" });
  });

  it("of rows go into the next query as they are", () => {
    for (const port of findEntities(graph, { kind: "port" })) {
      for (const row of neighbors(graph, port.id, "opensTo"))
        neighbors(graph, row.id, "opensTo", { direction: "in" });
    }
  });
});
