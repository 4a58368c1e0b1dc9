/**
 * What a map shows of a selection: the located entities with their weight, and the ways of claims between them.
 */
import type { GeoProjection } from "d3-geo";
import type { AnyGraph, Selection, ShownClaim, ShownEntity } from "../view.ts";
import { wayOf } from "./map-arcs.ts";
import type { Place } from "./map-projection.ts";

/** A located entity, in base pixels. */
export interface MapPoint {
  readonly entity: ShownEntity;
  readonly x: number;
  readonly y: number;
  /** Claims of the selection that touch it. */
  readonly weight: number;
  /** In pixels, whatever the zoom; smaller where there are very many. */
  readonly radius: number;
}

/** Claims of the same two places. */
export interface Bundle {
  /** Points on the great circle in base pixels, x and y in turn: ends and, between them, points to bend through. */
  readonly way: Float64Array;
  /** Claims' numbers in the list. */
  readonly claims: readonly number[];
}

export interface MapModel {
  /** The weightiest first. */
  readonly points: readonly MapPoint[];
  readonly bundles: readonly Bundle[];
  /** How many entities of the selection have no coordinates, and how many claims no way. */
  readonly unplaced: number;
  readonly wayless: number;
}

/** Every located entity of a dataset: the map is fitted to them, so that it stays still while one filters. */
export function allPlaces(graph: AnyGraph): Map<string, Place> {
  const places = new Map<string, Place>();
  graph.forEachNode((id, attributes) => {
    const { lng, lat } = attributes as { readonly lng?: unknown; readonly lat?: unknown };
    if (typeof lng === "number" && typeof lat === "number") places.set(id, [lng, lat]);
  });
  return places;
}

interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  weight: number;
}

interface Pair {
  readonly way: Float64Array;
  claims: number[];
}

/** Where a claim is on the map: the ends that are located, and the pair of both. */
interface Found {
  readonly ends: readonly Spot[];
  readonly pair: Pair | undefined;
}

/**
 * Makes the models of one dataset in one projection. What is the same whatever is selected is worked out once for each
 * claim, so that a further model costs one look at each claim of the selection.
 */
export function mapModels(
  places: ReadonlyMap<string, Place>,
  projection: GeoProjection,
): (selection: Pick<Selection, "entities" | "claims">) => MapModel {
  const spots = new Map<string, Spot>();
  for (const [id, [lng, lat]] of places) {
    const at = projection([lng, lat]);
    if (at) spots.set(id, { id, x: at[0], y: at[1], weight: 0 });
  }
  const pairs = new Map<string, Pair>();
  const known = new Map<string, Found>();

  const find = ({ id, subject, object }: ShownClaim): Found => {
    const found = known.get(id);
    if (found) return found;
    const ends = [...new Set([subject, object])].flatMap((end) => spots.get(end) ?? []);
    const made = { ends, pair: ends.length === 2 ? pairOf(subject, object) : undefined };
    known.set(id, made);
    return made;
  };
  const pairOf = (subject: string, object: string): Pair | undefined => {
    const [one, other] = subject < object ? [subject, object] : [object, subject];
    const key = `${one}\n${other}`;
    const way =
      pairs.get(key)?.way ?? wayOf(places.get(one) as Place, places.get(other) as Place, projection);
    const pair = pairs.get(key) ?? (way && { way, claims: [] });
    if (pair) pairs.set(key, pair);
    return pair;
  };

  return ({ entities, claims }) => {
    for (const spot of spots.values()) spot.weight = 0;
    for (const pair of pairs.values()) pair.claims = [];
    let ways = 0;
    claims.forEach((claim, index) => {
      const { ends, pair } = find(claim);
      for (const end of ends) end.weight += 1;
      if (!pair) return;
      pair.claims.push(index);
      ways += 1;
    });
    const points = pointsOf(spots.values(), entities);
    const bundles = [...pairs.values()].filter((pair) => pair.claims.length > 0).map((pair) => ({ ...pair }));
    return { points, bundles, unplaced: entities.size - points.length, wayless: claims.length - ways };
  };
}

function pointsOf(spots: Iterable<Spot>, entities: ReadonlyMap<string, ShownEntity>): MapPoint[] {
  const shown = [...spots].filter(({ id }) => entities.has(id));
  const most = shown.reduce((greatest, { weight }) => Math.max(greatest, weight), 1);
  const scale = Math.max(0.4, Math.min(1, Math.sqrt(400 / Math.max(1, shown.length))));
  return shown
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .map(({ id, x, y, weight }) => {
      const entity = entities.get(id) as ShownEntity;
      return { entity, x, y, weight, radius: (3 + 8 * Math.sqrt(weight / most)) * scale };
    });
}
