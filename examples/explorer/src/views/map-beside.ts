/**
 * Entities of the same coordinates: drawn side by side around their place, so that none hides another.
 */
import type { MapZoom } from "./map-projection.ts";

/** From its place to where something is drawn, in pixels of the screen, whatever the zoom. */
export type Aside = readonly [x: number, y: number];

/** Where an entity is drawn that has its place to itself. */
export const AT_PLACE: Aside = Object.freeze([0, 0] as const);

/**
 * Where so many points are drawn about their place: `apart` pixels from each other or more, in rings of at most six,
 * twelve, eighteen … of them, none farther from the place than rings × `apart`. Two stand to its left and right.
 */
export function besides(count: number, apart: number): Aside[] {
  if (count === 1) return [AT_PLACE];
  const asides: Aside[] = [];
  for (let ring = 1; asides.length < count; ring++) {
    const members = Math.min(6 * ring, count - asides.length);
    // The first ring is as narrow as its members allow.
    const radius = ring === 1 ? apart / (2 * Math.sin(Math.PI / members)) : ring * apart;
    for (let member = 0; member < members; member++) {
      const turn = Math.PI + (2 * Math.PI * member) / members;
      asides.push([radius * Math.cos(turn), radius * Math.sin(turn)]);
    }
  }
  return asides;
}

/** Those of the same place, in the order of their ids; none for a place that has but one. */
export function sharedPlaces<T extends { readonly id: string; readonly x: number; readonly y: number }>(
  spots: Iterable<T>,
): T[][] {
  const groups = new Map<string, T[]>();
  for (const spot of spots) {
    const place = `${spot.x} ${spot.y}`;
    const group = groups.get(place);
    if (group) group.push(spot);
    else groups.set(place, [spot]);
  }
  return [...groups.values()]
    .filter(({ length }) => length > 1)
    .map((group) => group.sort((a, b) => (a.id < b.id ? -1 : 1)));
}

/** The pixel of the screen at which something stands. */
export function drawnAt(
  { x, y, aside }: { readonly x: number; readonly y: number; readonly aside: Aside },
  zoom: MapZoom,
): [x: number, y: number] {
  return [x * zoom.k + zoom.x + aside[0], y * zoom.k + zoom.y + aside[1]];
}
