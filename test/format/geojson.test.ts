import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadXinjiang } from "../../src/dataset/bundled.ts";
import { toGeoJson } from "../../src/format/geojson.ts";
import type { Graph } from "./every-format.ts";
import { emptyGraph, sampleGraph, sampleRecords } from "./sample.ts";
import { suiteFile } from "./second-readers.ts";

type Value = Readonly<Record<string, unknown>>;
const isPosition = (value: unknown): boolean =>
  Array.isArray(value) && value.length >= 2 && value.every((number) => typeof number === "number");
const isLine = (value: unknown): boolean =>
  Array.isArray(value) && value.length >= 2 && value.every(isPosition);
const isBox = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.length >= 4 && value.every((number) => typeof number === "number"));

/** Whether a value is a Point, LineString or MultiLineString of RFC 7946. */
function isGeometry(value: unknown): boolean {
  const { type, coordinates, bbox } = (value ?? {}) as Value;
  if (!isBox(bbox)) return false;
  if (type === "Point") return isPosition(coordinates);
  if (type === "LineString") return isLine(coordinates);
  return type === "MultiLineString" && Array.isArray(coordinates) && coordinates.every(isLine);
}

/** Whether a value is a Feature, or a collection of them, with these geometries or none. */
function isGeoJson(value: unknown): boolean {
  const object = value as Value;
  if (object.type === "FeatureCollection")
    return Array.isArray(object.features) && object.features.every(isFeature);
  return object.type === "Feature" ? isFeature(object) : isGeometry(object);
}

function isFeature(value: unknown): boolean {
  const { type, geometry, properties, id } = value as Value;
  const known = id === undefined || typeof id === "string" || typeof id === "number";
  return (
    type === "Feature" &&
    known &&
    properties !== undefined &&
    geometry !== undefined &&
    (geometry === null || isGeometry(geometry))
  );
}

const suite = suiteFile("geojson");
const fixtures = (side: string, sort: string): [string, unknown][] =>
  readdirSync(join(suite as string, side, sort))
    .filter((file) => file.endsWith(".json"))
    .map((file) => [file, JSON.parse(readFileSync(join(suite as string, side, sort, file), "utf8"))]);

describe("the check of these tests", () => {
  it.skipIf(suite === undefined)("agrees with the fixtures of geojson/schema on what is written here", () => {
    for (const sort of ["point", "linestring", "multilinestring", "feature", "featurecollection"]) {
      for (const [file, value] of fixtures("invalid", sort))
        expect(isGeoJson(value), `${sort}/${file}`).toBe(false);
    }
    for (const sort of ["point", "linestring", "multilinestring"]) {
      for (const [file, value] of fixtures("valid", sort))
        expect(isGeoJson(value), `${sort}/${file}`).toBe(true);
    }
  });
});

describe("toGeoJson", () => {
  it("writes located entities as points, longitude first, and claims between them as lines", () => {
    const { features } = toGeoJson(sampleGraph()).data;
    expect(features.map(({ id }) => id)).toEqual([
      ...["depot/a", "depot/b", "depot/c"],
      ...["across-the-antimeridian", "self", "side-by-side"],
    ]);
    expect(features[0]).toMatchObject({
      geometry: { type: "Point", coordinates: [80.4, 44.2] },
      properties: {
        kind: "depot",
        label: "Depot A",
        names: [{ value: "Depot A", lang: "en", source: "s1" }, {}, {}],
      },
    });
    expect(features.find(({ id }) => id === "self")).toMatchObject({
      geometry: {
        type: "LineString",
        coordinates: [
          [80.4, 44.2],
          [80.4, 44.2],
        ],
      },
      properties: {
        relation: "storesFor",
        valid: "2022-11/2024-03",
        citations: [{ source: "s1", start: 10 }],
      },
    });
  });

  it("cuts a line that crosses the antimeridian", () => {
    const crossing = toGeoJson(sampleGraph()).data.features.find(
      ({ id }) => id === "across-the-antimeridian",
    );
    expect(crossing?.geometry).toEqual({
      type: "MultiLineString",
      coordinates: [
        [
          [-179.5, -10],
          [-180, 0],
        ],
        [
          [180, 0],
          [179.5, 10],
        ],
      ],
    });
  });

  it("never draws a line longer than half round the globe", () => {
    const lng = fc.double({ min: -180, max: 180, noNaN: true });
    const lat = fc.double({ min: -90, max: 90, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(lng, lat), fc.tuple(lng, lat), ([a, b], [c, d]) => {
        const place = (id: string, east: number, north: number) => ({
          id,
          names: [{ value: id, lang: "en" }],
          east,
          north,
        });
        const graph = sampleGraph({
          ...sampleRecords,
          entities: [place("depot/a", a, b), place("depot/b", c, d)],
          claims: sampleRecords.claims.filter(({ id }) => id === "side-by-side"),
        });
        const { data } = toGeoJson(graph);
        const geometry = data.features[2]?.geometry;
        expect(isGeoJson(JSON.parse(JSON.stringify(data)))).toBe(true);
        const parts =
          geometry?.type === "MultiLineString"
            ? geometry.coordinates
            : [geometry?.coordinates as [number, number][]];
        const length = parts.reduce(
          (sum, [from, to]) => sum + Math.abs((to?.[0] ?? 0) - (from?.[0] ?? 0)),
          0,
        );
        expect(length).toBeLessThanOrEqual(180 + 1e-9);
      }),
    );
  });

  it("tells entities by `kind` and claims by `relation`, whatever users call their attributes", () => {
    const graph = sampleGraph();
    graph.mergeNodeAttributes("depot/a", { relation: "sister" } as never);
    graph.mergeEdgeAttributes("self", { kind: "own" } as never);
    const properties = toGeoJson(graph).data.features.map((feature) => feature.properties);
    for (const { id, kind, relation } of properties) {
      expect([typeof kind, typeof relation]).toEqual(
        graph.hasNode(id) ? ["string", "undefined"] : ["undefined", "string"],
      );
    }
    expect(properties[0]).toMatchObject({ kind: "depot", attributeRelation: "sister" });
    expect(properties.find(({ id }) => id === "self")).toMatchObject({ attributeKind: "own" });
  });

  it("counts what has no place on the map", () => {
    const { loss } = toGeoJson(sampleGraph());
    const omitted = (field: string) => loss.losses.find((one) => one.field === field)?.count;
    expect(omitted("entity")).toBe(4);
    expect(omitted("claim")).toBe(sampleRecords.claims.length - 3);
  });

  it("is valid for the bundled data and an empty graph", () => {
    for (const graph of [loadXinjiang() as unknown as Graph, emptyGraph(), sampleGraph()]) {
      expect(isGeoJson(JSON.parse(JSON.stringify(toGeoJson(graph).data)))).toBe(true);
    }
  });
});
