/**
 * The lines of the degrees and their names: a map without borders, rivers and towns needs some hold.
 */
import type { GeoProjection } from "d3-geo";
import type { MapZoom } from "./map-projection.ts";

/** A parallel or meridian in base pixels. */
export interface DegreeLine {
  /** "40° N" */
  readonly name: string;
  /** The edge of the map at which it is named. */
  readonly edge: "left" | "bottom";
  readonly along: readonly (readonly [x: number, y: number])[];
}

const STEP = 10;

export function degreeLines(projection: GeoProjection): DegreeLine[] {
  const lines: DegreeLine[] = [];
  const add = (name: string, edge: DegreeLine["edge"], at: (share: number) => [number, number]): void => {
    const along: [number, number][] = [];
    for (let step = 0; step <= 72; step++) {
      const point = projection(at(step / 72));
      if (point) along.push(point);
    }
    lines.push({ name, edge, along });
  };
  const [turned = 0] = projection.rotate();
  for (let lat = -80; lat <= 80; lat += STEP) {
    add(degrees(lat, "N", "S"), "left", (share) => [-turned - 90 + share * 180, lat]);
  }
  for (let lng = -180; lng < 180; lng += STEP) {
    add(degrees(lng, "E", "W"), "bottom", (share) => [lng, 80 - share * 160]);
  }
  return lines;
}

function degrees(value: number, positive: string, negative: string): string {
  if (value === 0 || value === -180) return `${Math.abs(value)}°`;
  return `${Math.abs(value)}° ${value > 0 ? positive : negative}`;
}

/** Where a line crosses an edge of the map that lies at `edge` pixels: pixels along that edge; the first crossing. */
export function crossing(
  { along, edge: side }: DegreeLine,
  { k, x, y }: MapZoom,
  edge: number,
): number | undefined {
  const [main, other] = side === "left" ? ([0, 1] as const) : ([1, 0] as const);
  const moved = [x, y] as const;
  for (let index = 1; index < along.length; index++) {
    const [a, b] = [along[index - 1], along[index]];
    if (!a || !b) continue;
    const [from, to] = [a[main] * k + moved[main], b[main] * k + moved[main]];
    if (from > edge === to > edge) continue;
    return (a[other] + ((b[other] - a[other]) * (edge - from)) / (to - from)) * k + moved[other];
  }
  return undefined;
}
