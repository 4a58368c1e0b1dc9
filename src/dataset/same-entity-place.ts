/**
 * Where entities lie and how far apart.
 */
import type { EntityRecord } from "../model/entity.ts";
import type { AttributeDescriptors } from "../ontology/define.ts";

/** A point of the sphere, kilometres from its centre. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Mean radius of the Earth in kilometres. */
const RADIUS = 6371.0088;

/** Where an entity lies, by the attributes of its kind that are a longitude and a latitude. */
export function placeOf(entity: EntityRecord, attributes: AttributeDescriptors): Point | undefined {
  const [lng, lat] = coordinateFields(attributes).map((name) => entity[name]);
  if (typeof lng !== "number" || typeof lat !== "number") return undefined;
  const [east, north] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180];
  return {
    x: RADIUS * Math.cos(north) * Math.cos(east),
    y: RADIUS * Math.cos(north) * Math.sin(east),
    z: RADIUS * Math.sin(north),
  };
}

/** The attributes that are a longitude and a latitude, in this order; none where there are not both. */
export function coordinateFields(attributes: AttributeDescriptors): readonly string[] {
  const named = (type: string): string | undefined =>
    Object.keys(attributes).find((name) => attributes[name]?.type === type);
  const [lng, lat] = [named("longitude"), named("latitude")];
  return lng !== undefined && lat !== undefined ? [lng, lat] : [];
}

/** Distance over the sphere, in kilometres. */
export function distanceKm(a: Point, b: Point): number {
  const straight = Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z);
  return 2 * RADIUS * Math.asin(Math.min(1, straight / (2 * RADIUS)));
}

/** The cubes of space in which an entity is found: two that are within a distance of one another share one. */
export function cubesOf({ x, y, z }: Point, withinKm: number): readonly string[] {
  const reach = (coordinate: number): readonly number[] => {
    const [from, to] = [-0.5, 0.5].map((half) => Math.floor(coordinate / withinKm / 2 + half / 2)) as [
      number,
      number,
    ];
    return from === to ? [from] : [from, to];
  };
  return reach(x).flatMap((i) => reach(y).flatMap((j) => reach(z).map((k) => `${i},${j},${k}`)));
}
