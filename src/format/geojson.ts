/**
 * GeoJSON: located entities as points, claims between two located entities as lines.
 *
 * @see RFC 7946
 * @module xinjiang-graph/format/geojson
 */
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import type { Ontology } from "../ontology/define.ts";
import { findKind } from "../ontology/ontology.ts";
import { checkExportOptions } from "./export-options.ts";
import { type EntityRow, exportView, type LabelOptions } from "./export-view.ts";
import { type Json, type JsonClaim, type JsonEntity, type JsonFrame, jsonRecords } from "./json-records.ts";
import { type LossReport, LossTally } from "./loss.ts";

export type { JsonClaim, JsonEntity, JsonFrame } from "./json-records.ts";

/** Longitude and latitude, WGS 84 degrees. */
export type Position = [lng: number, lat: number];

/** A place. */
export interface Point {
  readonly type: "Point";
  readonly coordinates: Position;
}

/** A claim between two places; in two parts where it crosses the antimeridian. */
export type Line =
  | { readonly type: "LineString"; readonly coordinates: Position[] }
  | { readonly type: "MultiLineString"; readonly coordinates: Position[][] };

/** What is told of a located entity: the columns of the entity table, `names` and `identifiers`. */
export interface PointProperties extends JsonEntity {
  readonly relation?: undefined;
  readonly [attribute: string]: Json | undefined;
}

/** What is told of a claim: the columns of the claim table and its citations. */
export interface LineProperties extends JsonClaim {
  readonly kind?: undefined;
  readonly [attribute: string]: Json | undefined;
}

/** A located entity. */
export interface PointFeature {
  readonly type: "Feature";
  /** Id of the entity. */
  readonly id: string;
  readonly geometry: Point;
  readonly properties: PointProperties;
}

/** A claim between two located entities. */
export interface LineFeature {
  readonly type: "Feature";
  /** Id of the claim. */
  readonly id: string;
  readonly geometry: Line;
  readonly properties: LineProperties;
}

/** An entity, whose properties have a `kind`, or a claim, whose properties have a `relation`: never both. */
export type Feature = PointFeature | LineFeature;

/**
 * The features, points first; the dataset and its sources as foreign members (RFC 7946, 6.1). It fits the types of
 * `@types/geojson`, which d3-geo and Observable Plot use; hence its lists may be written to.
 */
export interface FeatureCollection extends JsonFrame {
  readonly type: "FeatureCollection";
  readonly features: Feature[];
}

/**
 * The located part of the graph as GeoJSON. An entity is located if its kind declares a longitude and a latitude and it
 * has both. A line runs straight from subject to object, longitude first, and is cut in two where it crosses the
 * antimeridian (RFC 7946, 3.1.9). No borders, no polygons. An entity's attribute called `relation` and a claim's called
 * `kind` get `attribute` before it. New objects at every call. What has no place on the map is counted in the report.
 *
 * @throws InvalidQueryError `format/unknown-option`, `format/invalid-option`; KnowledgeGraphError
 *   `graph/not-a-knowledge-graph`
 * @example
 * toGeoJson(graph).data.features[0];
 * // { type: "Feature", id: "country/china", geometry: { type: "Point", coordinates: [116.39723, 39.9075] }, … }
 */
export function toGeoJson<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  options: LabelOptions = {},
): { readonly data: FeatureCollection; readonly loss: LossReport } {
  checkExportOptions(options, { lang: "text" });
  const view = exportView(graph, options);
  const tally = new LossTally("GeoJSON");
  const records = jsonRecords(view, tally, { nodes: ["relation"], edges: ["kind"] });
  const places = new Map<string, Position>();
  for (const row of view.entities) {
    const place = placeOf(view.ontology, row);
    if (place) places.set(row.id, place);
    else tally.note("omitted", "entity", "it has no coordinates", row.id, view.label(row.id));
  }
  const points = view.entities.flatMap((row): PointFeature[] => {
    const coordinates = places.get(row.id);
    if (!coordinates) return [];
    const properties = records.entity(row) as PointProperties;
    return [{ type: "Feature", id: row.id, geometry: { type: "Point", coordinates }, properties }];
  });
  const lines = view.claims.flatMap((row): LineFeature[] => {
    const [from, to] = [places.get(row.subject), places.get(row.object)];
    if (from && to) {
      const properties = records.claim(row) as LineProperties;
      return [{ type: "Feature", id: row.id, geometry: line(from, to), properties }];
    }
    const what = `${row.subject} ${row.claim.relation} ${row.object}`;
    tally.note("omitted", "claim", "its subject or object has no coordinates", row.id, what);
    return [];
  });
  return {
    data: { type: "FeatureCollection", features: [...points, ...lines], ...records.graph },
    loss: tally.report(),
  };
}

/** The coordinates of an entity, by the attributes that its kind declares as longitude and latitude. */
function placeOf(ontology: Ontology, { entity }: EntityRow): Position | undefined {
  const attributes = Object.entries(findKind(ontology, entity.kind)?.attributes ?? {});
  const read = (type: "longitude" | "latitude"): unknown => {
    const name = attributes.find(([, descriptor]) => descriptor.type === type)?.[0];
    return name === undefined ? undefined : entity[name];
  };
  const [lng, lat] = [read("longitude"), read("latitude")];
  return Number.isFinite(lng) && Number.isFinite(lat) ? [lng as number, lat as number] : undefined;
}

/** A straight line, the short way round: in two parts if that crosses the antimeridian. */
function line(from: Position, to: Position): Line {
  const east = to[0] - from[0];
  if (Math.abs(east) <= 180) return { type: "LineString", coordinates: [[...from], [...to]] };
  const edge = from[0] > 0 ? 180 : -180;
  const way = 360 - Math.abs(east);
  const share = way === 0 ? 0 : Math.abs(edge - from[0]) / way;
  const lat = from[1] + (to[1] - from[1]) * share;
  return {
    type: "MultiLineString",
    coordinates: [
      [[...from], [edge, lat]],
      [[-edge, lat], [...to]],
    ],
  };
}
