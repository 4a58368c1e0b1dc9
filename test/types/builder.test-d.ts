/**
 * The builder's types: which steps compile from which kind, what the sentence says where one does not, what rows hold.
 */
import { describe, expectTypeOf, it } from "vitest";
import { assembleGraph, query, type XinjiangGraph, type xinjiangOntology } from "../../src/index.ts";
import type { FreshName, Refusal, Walkable } from "../../src/query/refusal.ts";
import { warehouseOntology } from "./warehouses.ts";

declare const graph: XinjiangGraph;
const ports = query(graph).from("port");
const regions = query(graph).from("region");
type O = typeof xinjiangOntology;

describe("a step", () => {
  it("stands on the kind at the other end", () => {
    const row = query(graph).from("port").out("opensTo").first()!;
    expectTypeOf(row.entity.kind).toEqualTypeOf<"country">();
    expectTypeOf(row.entity.iso2).toEqualTypeOf<string | undefined>();
    expectTypeOf(row.claims[0].relation).toEqualTypeOf<"opensTo">();
    expectTypeOf(query(graph).from("country").in("opensTo").first()!.entity.kind).toEqualTypeOf<"port">();
    expectTypeOf(query(graph).from("region/xinjiang").both("borders").first()!.entity.kind).toEqualTypeOf<
      "region" | "country"
    >();
  });

  it("does not compile where the relation cannot be walked, in either direction", () => {
    // @ts-expect-error a port does not hold office
    ports.out("holdsOffice");
    // @ts-expect-error nothing opens from a country outwards
    query(graph).from("country").out("opensTo");
    // @ts-expect-error nothing opens to a port
    ports.in("opensTo");
    // @ts-expect-error a port has nothing to do with offices
    ports.both("holdsOffice");
    // @ts-expect-error one of the two cannot be walked
    ports.out(["opensTo", "holdsOffice"]);
    // @ts-expect-error no such relation
    ports.out("opensTwo");
    // @ts-expect-error three steps on, one still stands on a country
    ports.out("opensTo").in("opensTo").out("opensTo").out("opensTo");
  });

  it("says why in a sentence", () => {
    expectTypeOf<Walkable<O, "country", "opensTo", "out">>().toEqualTypeOf<
      Refusal<'"opensTo" does not leave country, it comes in there: use .in("opensTo")'>
    >();
    expectTypeOf<Walkable<O, "port", "holdsOffice", "out">>().toEqualTypeOf<
      Refusal<`"holdsOffice" does not leave port, nor come in there: see the relation's "between" in the ontology`>
    >();
    expectTypeOf<Walkable<O, "port", "opensTo", "in">>().toEqualTypeOf<
      Refusal<'"opensTo" does not come in at port, it leaves there: use .out("opensTo")'>
    >();
    expectTypeOf<FreshName<"claims", never>>().toEqualTypeOf<
      Refusal<'"claims" is a word that rows use themselves: choose another name'>
    >();
  });

  it("may take several relations, or all that leave here", () => {
    const row = query(graph).from("port").out(["opensTo", "locatedIn"]).first()!;
    expectTypeOf(row.entity.kind).toEqualTypeOf<"country" | "region">();
    expectTypeOf(row.claims[0].relation).toEqualTypeOf<"opensTo" | "locatedIn">();
    expectTypeOf(query(graph).from("indicator").in().first()!.claims[0].relation).toEqualTypeOf<"observed">();
  });
});

describe("a beginning", () => {
  it("is a kind, an id, several, or tests", () => {
    expectTypeOf(query(graph).from(["port", "region"]).first()!.entity.kind).toEqualTypeOf<
      "port" | "region"
    >();
    expectTypeOf(query(graph).from("port/horgos-road").first()!.entity.modes).toEqualTypeOf<
      readonly ("road" | "rail" | "air")[] | undefined
    >();
    expectTypeOf(
      query(graph)
        .from({ kind: "port", modes: { contains: "rail" } })
        .first()!.entity.kind,
    ).toEqualTypeOf<"port">();
    // @ts-expect-error no such kind, no such id
    query(graph).from("prot");
    // @ts-expect-error a port has no code of a country
    query(graph).from({ kind: "port", iso2: "KZ" });
  });
});

describe("tests", () => {
  it("know the attributes and their words", () => {
    query(graph)
      .from("port")
      .where({ modes: { contains: "rail" }, lat: { atLeast: 44 } });
    query(graph)
      .from("port")
      .where({ id: "port/horgos-road", names: { startsWith: "Hor", lang: "en" } });
    // @ts-expect-error no such mode
    ports.where({ modes: { contains: "rial" } });
    // @ts-expect-error modes is a list
    ports.where({ modes: "rail" });
    // @ts-expect-error a number is not a text
    ports.where({ lat: "44" });
    // @ts-expect-error predicates are data
    ports.where({ modes: (modes: string[]) => modes.length > 1 });
    // @ts-expect-error no such port
    ports.where({ id: "region/xinjiang" });
  });

  it("of claims know the relation's attributes, and need a claim", () => {
    query(graph)
      .from("official")
      .out("holdsOffice")
      .whereClaim({ role: "governor", voice: ["quoted"] });
    // @ts-expect-error holdsOffice has no rank
    query(graph).from("official").out("holdsOffice").whereClaim({ rank: 1 });
    // @ts-expect-error a figure is compared in a unit
    regions.out("observed").whereClaim({ quantity: { above: 5 } });
    // @ts-expect-error no claim has been walked yet
    query(graph).from("official").whereClaim({ status: "planned" });
  });

  it("of kind narrow the type", () => {
    const row = query(graph).from("region").both("borders").ofKind("country").first()!;
    expectTypeOf(row.entity.kind).toEqualTypeOf<"country">();
    // @ts-expect-error a border leads to no port
    regions.both("borders").ofKind("port");
  });
});

describe("names", () => {
  it("carry the exact attributes of their kind", () => {
    const row = query(graph).from("port").as("gate").out("opensTo").as("land").first()!;
    expectTypeOf(row.gate.modes).toEqualTypeOf<readonly ("road" | "rail" | "air")[] | undefined>();
    expectTypeOf(row.land.iso3).toEqualTypeOf<string | undefined>();
    // @ts-expect-error nothing has this name
    row.port;
  });

  it("are fresh", () => {
    // @ts-expect-error rows have an id themselves
    ports.as("id");
    // @ts-expect-error the name is taken
    ports.as("x").out("opensTo").as("x");
  });
});

describe("branches", () => {
  it("of repeat come back to where they can begin", () => {
    const rows = query(graph)
      .from("region")
      .repeat((place) => place.out("locatedIn").ofKind("region"), 1, 3)
      .toArray();
    expectTypeOf(rows[0]!.entity.kind).toEqualTypeOf<"region">();
    // @ts-expect-error from a country nothing opens again
    ports.repeat((port) => port.out("opensTo"), 1, 2);
    // @ts-expect-error repeated steps have no names
    regions.repeat((place) => place.both("borders").ofKind("region").as("x"), 1, 2);
  });

  it("of optional leave one where one stood, with names that may be missing", () => {
    const row = query(graph)
      .from("port")
      .optional((port) => port.out("opensTo").as("land"))
      .out("locatedIn")
      .first()!;
    expectTypeOf(row.land?.kind).toEqualTypeOf<"country" | undefined>();
    expectTypeOf(row.entity.kind).toEqualTypeOf<"region" | "country">();
  });

  it("of union stand on the kinds of all", () => {
    const row = query(graph)
      .from("port")
      .as("port")
      .union(
        (port) => port.out("opensTo").as("land"),
        (port) => port.out("locatedIn").as("place"),
      )
      .first()!;
    expectTypeOf(row.land?.kind).toEqualTypeOf<"country" | undefined>();
    expectTypeOf(row.place?.kind).toEqualTypeOf<"region" | "country" | undefined>();
    expectTypeOf(row.port.kind).toEqualTypeOf<"port">();
  });

  it("ask for no results and have no clauses", () => {
    // @ts-expect-error a clause counts for the whole query
    ports.optional((port) => port.out("opensTo").at("2024"));
    // @ts-expect-error results are asked of the whole query
    ports.optional((port) => port.out("opensTo").toArray());
  });
});

describe("groups", () => {
  it("know the entity grouped by", () => {
    const lands = query(graph).from("port").as("port").out("opensTo");
    expectTypeOf(lands.groupBy("port").count().toArray()[0]!.entity.kind).toEqualTypeOf<"port">();
    expectTypeOf(lands.groupBy().count("claims").toArray()[0]!.entity.kind).toEqualTypeOf<"country">();
    expectTypeOf(lands.groupBy("iso2").count("port").toArray()[0]!.entity).toEqualTypeOf<undefined>();
    expectTypeOf(lands.groupBy().sum().toArray()[0]!.low).toEqualTypeOf<number>();
    // @ts-expect-error a country has no modes
    lands.groupBy("modes");
    // @ts-expect-error a list has no order
    ports.orderBy("modes");
  });
});

describe("an extended ontology", () => {
  const own = assembleGraph({ sources: [], entities: [], claims: [] }, warehouseOntology);

  it("is typed as the bundled one is", () => {
    const row = query(own)
      .from("region")
      .as("site")
      .in("stands")
      .where({ floors: { above: 2 } })
      .first();
    expectTypeOf(row!.entity.floors).toEqualTypeOf<number | undefined>();
    expectTypeOf(row!.site.kind).toEqualTypeOf<"region">();
    expectTypeOf(query(own).from("warehouse/1").out("stands").first()!.entity.kind).toEqualTypeOf<"region">();
    // @ts-expect-error a country holds no warehouse
    query(own).from("country").in("stands");
  });
});
