/**
 * What a map shows of a selection: the located entities with their weight, and the ways of claims between them.
 */
import type { GeoProjection } from "d3-geo";
import type { AnyGraph, Selection, ShownClaim, ShownEntity } from "../view.ts";
import { type JoiningWay, wayOf } from "./map-arcs.ts";
import { type Aside, AT_PLACE, besides, sharedPlaces } from "./map-beside.ts";
import type { Place } from "./map-projection.ts";

/** A located entity: its place in base pixels, and how far beside it the entity is drawn. */
export interface MapPoint {
  readonly entity: ShownEntity;
  readonly x: number;
  readonly y: number;
  /** `AT_PLACE` unless other entities of the selection have the same coordinates. */
  readonly aside: Aside;
  /** Claims of the selection that touch it. */
  readonly weight: number;
  /** In pixels, whatever the zoom; smaller where there are very many. */
  readonly radius: number;
}

/** Claims of the same two entities, and the way between these along the great circle. */
export interface Bundle extends JoiningWay {
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
  readonly from: string;
  readonly to: string;
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
  const shared = sharedPlaces(spots.values());
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
    const [from, to] = subject < object ? [subject, object] : [object, subject];
    const key = `${from}\n${to}`;
    const way = pairs.get(key)?.way ?? wayOf(places.get(from) as Place, places.get(to) as Place, projection);
    const pair = pairs.get(key) ?? (way && { from, to, way, claims: [] });
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
    const shown = [...spots.values()].filter(({ id }) => entities.has(id));
    const radiusOf = radii(shown);
    const asides = new Map(
      shared.flatMap((group) =>
        asidesOf(
          group.filter(({ id }) => entities.has(id)),
          radiusOf,
        ),
      ),
    );
    const asideOf = (id: string): Aside => asides.get(id) ?? AT_PLACE;
    const points = shown
      .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
      .map((spot): MapPoint => {
        const { id, x, y, weight } = spot;
        const entity = entities.get(id) as ShownEntity;
        return { entity, x, y, aside: asideOf(id), weight, radius: radiusOf(spot) };
      });
    const bundles = [...pairs.values()]
      .filter((pair) => pair.claims.length > 0)
      .map(({ from, to, way, claims }) => ({ way, from: asideOf(from), to: asideOf(to), claims }));
    return { points, bundles, unplaced: entities.size - points.length, wayless: claims.length - ways };
  };
}

/** Between two points beside the same place: room for the lines that lead there. */
const GAP = 8;

function asidesOf(
  group: readonly Spot[],
  radiusOf: (spot: Spot) => number,
): (readonly [id: string, aside: Aside])[] {
  const asides = besides(group.length, 2 * Math.max(...group.map(radiusOf)) + GAP);
  return group.map(({ id }, index) => [id, asides[index] as Aside]);
}

/** The radius of each point: by its weight among all, and smaller where there are very many. */
function radii(shown: readonly Spot[]): (spot: Spot) => number {
  const most = shown.reduce((greatest, { weight }) => Math.max(greatest, weight), 1);
  const scale = Math.max(0.4, Math.min(1, Math.sqrt(400 / Math.max(1, shown.length))));
  return ({ weight }) => (3 + 8 * Math.sqrt(weight / most)) * scale;
}
