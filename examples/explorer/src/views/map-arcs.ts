/**
 * The way of a claim over the map: along the great circle between its two places, claims of the same two side by side.
 */
import { type GeoProjection, geoDistance, geoInterpolate } from "d3-geo";
import type { Aside } from "./map-beside.ts";
import type { MapZoom, Place } from "./map-projection.ts";

/** Curves between two ends: more of them where the way is long. */
const CURVE_DEGREES = 15;

/**
 * Points on the great circle from one place to another, in base pixels, x and y in turn: the ends and, between them,
 * points for curves to bend through. `undefined` where there is no way to draw.
 */
export function wayOf(from: Place, to: Place, projection: GeoProjection): Float64Array | undefined {
  const ends: [[number, number], [number, number]] = [
    [from[0], from[1]],
    [to[0], to[1]],
  ];
  const degrees = (geoDistance(...ends) * 180) / Math.PI;
  if (degrees === 0) return undefined;
  const points = Math.ceil(degrees / CURVE_DEGREES) * 2;
  const between = geoInterpolate(...ends);
  const way = new Float64Array((points + 1) * 2);
  for (let at = 0; at <= points; at++) {
    const point = projection(between(at / points));
    if (!point) return undefined;
    way.set(point, at * 2);
  }
  return way;
}

/** The most ways that a bundle is fanned out to; beyond it, they share them. */
const FAN = 9;
const APART = 5;

/** How far from the great circle the way of each of `count` claims bows out, in pixels: evenly to both sides. */
export function bowOf(index: number, count: number): number {
  const ways = Math.min(FAN, count);
  return ((index % ways) - (ways - 1) / 2) * APART;
}

/** The way from one entity to another. */
export interface JoiningWay {
  /** Points between their places, as {@link wayOf} has them. */
  readonly way: Float64Array;
  /** How far beside its place each of the two is drawn. */
  readonly from: Aside;
  readonly to: Aside;
}

/**
 * A way on the screen with a bow: x and y in turn, ends and the points to bend through between them. Writes into `out`,
 * which must hold as many numbers, and returns how many those are.
 */
export function bowedWay(
  { way, from, to }: JoiningWay,
  bow: number,
  { k, x, y }: MapZoom,
  out: Float64Array,
): number {
  const last = way.length - 2;
  const across = (way[last] as number) - (way[0] as number);
  const down = (way[last + 1] as number) - (way[1] as number);
  const length = Math.hypot(across, down) || 1;
  for (let at = 0; at <= last; at += 2) {
    const lift = bow === 0 ? 0 : Math.sin((Math.PI * at) / last) * bow;
    const share = at / last;
    const right = from[0] + (to[0] - from[0]) * share;
    const under = from[1] + (to[1] - from[1]) * share;
    out[at] = (way[at] as number) * k + x + right - (down / length) * lift;
    out[at + 1] = (way[at + 1] as number) * k + y + under + (across / length) * lift;
  }
  return last + 2;
}

/** Adds a way of {@link bowedWay} to a path: curves through its points. */
export function traceWay(
  path: Pick<Path2D, "moveTo" | "quadraticCurveTo">,
  points: Float64Array,
  count: number,
): void {
  path.moveTo(points[0] as number, points[1] as number);
  for (let at = 0; at + 5 < count; at += 4) {
    const [fromX, fromY] = [points[at] as number, points[at + 1] as number];
    const [toX, toY] = [points[at + 4] as number, points[at + 5] as number];
    // A curve passes half way between its control point and the middle of its ends.
    const throughX = 2 * (points[at + 2] as number) - (fromX + toX) / 2;
    const throughY = 2 * (points[at + 3] as number) - (fromY + toY) / 2;
    path.quadraticCurveTo(throughX, throughY, toX, toY);
  }
}

/** How far a pixel is from a way of {@link bowedWay}, going straight from point to point. */
export function distanceToWay(points: Float64Array, count: number, x: number, y: number): number {
  let least = Infinity;
  for (let at = 0; at + 3 < count; at += 2) {
    const [fromX, fromY] = [points[at] as number, points[at + 1] as number];
    const [across, down] = [(points[at + 2] as number) - fromX, (points[at + 3] as number) - fromY];
    const length = across * across + down * down || 1;
    const share = Math.max(0, Math.min(1, ((x - fromX) * across + (y - fromY) * down) / length));
    least = Math.min(least, Math.hypot(fromX + across * share - x, fromY + down * share - y));
  }
  return least;
}
