/**
 * What of a map is under a pixel: a point before a line, the nearest of each. A plain look at all of them, which at ten
 * thousand points and fifty thousand lines takes a few milliseconds.
 */
import { bowedWay, bowOf, distanceToWay } from "./map-arcs.ts";
import { drawnAt } from "./map-beside.ts";
import type { Bundle, MapModel, MapPoint } from "./map-model.ts";
import type { MapZoom } from "./map-projection.ts";

export type MapHit =
  | { readonly point: MapPoint }
  /** The claim's number in the list. */
  | { readonly claim: number };

/** How near a pixel must be. */
const SLACK = 4;

const buffer = new Float64Array(256);

export function hitMap(
  { points, bundles }: Pick<MapModel, "points" | "bundles">,
  zoom: MapZoom,
  x: number,
  y: number,
): MapHit | undefined {
  const point = nearestPoint(points, zoom, x, y);
  if (point) return { point };
  let [found, nearest] = [-1, SLACK + 1];
  for (const bundle of bundles) {
    if (!mayTouch(bundle, zoom, x, y)) continue;
    bundle.claims.forEach((claim, index) => {
      const count = bowedWay(bundle, bowOf(index, bundle.claims.length), zoom, buffer);
      const distance = distanceToWay(buffer, count, x, y);
      if (distance < nearest) [found, nearest] = [claim, distance];
    });
  }
  return found < 0 ? undefined : { claim: found };
}

function nearestPoint(
  points: readonly MapPoint[],
  zoom: MapZoom,
  x: number,
  y: number,
): MapPoint | undefined {
  let found: MapPoint | undefined;
  let nearest = Infinity;
  for (const point of points) {
    const [across, down] = drawnAt(point, zoom);
    const distance = Math.hypot(across - x, down - y);
    if (distance > point.radius + SLACK || distance >= nearest) continue;
    found = point;
    nearest = distance;
  }
  return found;
}

/** Whether a bundle comes near a pixel at all, by the box of its points. */
function mayTouch({ way, from, to }: Bundle, { k, x: left, y: top }: MapZoom, x: number, y: number): boolean {
  const reach = SLACK + 30 + Math.max(Math.hypot(from[0], from[1]), Math.hypot(to[0], to[1]));
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < way.length; at += 2) {
    const [across, down] = [(way[at] as number) * k + left, (way[at + 1] as number) * k + top];
    west = Math.min(west, across);
    east = Math.max(east, across);
    north = Math.min(north, down);
    south = Math.max(south, down);
  }
  return x > west - reach && x < east + reach && y > north - reach && y < south + reach;
}
