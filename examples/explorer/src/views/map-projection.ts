/**
 * From degrees to pixels: an equal-area projection about the middle of what is shown, and where one has zoomed and
 * moved to on it.
 */
import { type GeoProjection, geoAzimuthalEqualArea, geoDistance } from "d3-geo";
import type { Pinch } from "./pinch.ts";

/** Longitude before latitude, WGS 84 degrees. */
export type Place = readonly [lng: number, lat: number];

/** Central Asia with Xinjiang: on every map, however few places the selection has. West, south, east, north. */
export const CENTRAL_ASIA = [46, 34, 97, 56] as const;

/** A projection that fits the places and Central Asia into a box, north up, with a margin in pixels. */
export function fitProjection(
  places: readonly Place[],
  width: number,
  height: number,
  margin = 24,
): GeoProjection {
  const [west, south, east, north] = CENTRAL_ASIA;
  const frame: Place[] = [
    ...along([west, north], [east, north]),
    ...along([west, south], [east, south]),
    ...places,
  ];
  const center = middleOf(frame);
  const reach = frame.reduce((most, place) => Math.max(most, geoDistance(copy(place), copy(center))), 0);
  return geoAzimuthalEqualArea()
    .rotate([-center[0], -center[1]])
    .clipAngle(Math.min(179, (reach * 180) / Math.PI + 35))
    .fitExtent(
      [
        [margin, margin],
        [Math.max(width - margin, margin + 1), Math.max(height - margin, margin + 1)],
      ],
      { type: "MultiPoint", coordinates: frame.map(copy) },
    );
}

/** Points along a parallel: its bow counts, not only its ends. */
function along(from: Place, to: Place): Place[] {
  return [0, 0.25, 0.5, 0.75, 1].map((share): Place => [from[0] + (to[0] - from[0]) * share, from[1]]);
}

/** The middle of the places on the sphere, not of their numbers: 179° and -179° lie side by side. */
function middleOf(places: readonly Place[]): Place {
  let [x, y, z] = [0, 0, 0];
  for (const [lng, lat] of places) {
    const [across, up] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180];
    x += Math.cos(up) * Math.cos(across);
    y += Math.cos(up) * Math.sin(across);
    z += Math.sin(up);
  }
  const degrees = 180 / Math.PI;
  return [Math.atan2(y, x) * degrees, Math.atan2(z, Math.hypot(x, y)) * degrees];
}

function copy([lng, lat]: Place): [number, number] {
  return [lng, lat];
}

/** Screen = base × `k` + (`x`, `y`). */
export interface MapZoom {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export const NO_ZOOM: MapZoom = Object.freeze({ k: 1, x: 0, y: 0 });

/** Zooms about a pixel that stays where it is; from the whole to sixty times. */
export function zoomedMap({ k, x, y }: MapZoom, factor: number, at: readonly [number, number]): MapZoom {
  const next = Math.max(0.6, Math.min(60, k * factor));
  const by = next / k;
  return { k: next, x: at[0] - (at[0] - x) * by, y: at[1] - (at[1] - y) * by };
}

/** What was under the middle of two fingers stays there, as much larger as they are farther apart. */
export function pinchedMap(zoom: MapZoom, { factor, from, to }: Pinch): MapZoom {
  const { k, x, y } = zoomedMap(zoom, factor, from);
  return { k, x: x + to[0] - from[0], y: y + to[1] - from[1] };
}
