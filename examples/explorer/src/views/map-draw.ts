/**
 * Draws a map: land and degrees, then the ways of claims, then points, then the names that fit.
 */
import { type GeoPermissibleObjects, type GeoProjection, geoGraticule, geoPath } from "d3-geo";
import type { MultiPolygon } from "geojson";
import type { ShownClaim } from "../view.ts";
import { AT_PLACE, drawnAt } from "./map-beside.ts";
import { crossing, type DegreeLine, degreeLines } from "./map-degrees.ts";
import type { MapHit } from "./map-hit.ts";
import { placeLabels } from "./map-labels.ts";
import type { MapModel, MapPoint } from "./map-model.ts";
import type { MapZoom } from "./map-projection.ts";
import { drawPointedWay, drawWays } from "./map-ways.ts";
import type { Palette } from "./palette.ts";

/** Land and degrees in base pixels: made once for a projection, drawn at every zoom. */
export interface Backdrop {
  readonly land: Path2D;
  readonly degrees: Path2D;
  readonly degreeLines: readonly DegreeLine[];
}

export function makeBackdrop(projection: GeoProjection, land: MultiPolygon | undefined): Backdrop {
  return {
    land: land ? pathOf(projection, land) : new Path2D(),
    degrees: pathOf(projection, geoGraticule().step([10, 10])()),
    degreeLines: degreeLines(projection),
  };
}

function pathOf(projection: GeoProjection, geometry: GeoPermissibleObjects): Path2D {
  // A path begins where it is made; d3-geo's type of a context asks for the method all the same.
  const path = Object.assign(new Path2D(), { beginPath: () => {} });
  geoPath(projection, path)(geometry);
  return path;
}

export interface MapPicture {
  readonly width: number;
  readonly height: number;
  readonly backdrop: Backdrop;
  readonly model: MapModel;
  readonly claims: readonly ShownClaim[];
  readonly zoom: MapZoom;
  readonly palette: Palette;
  readonly colorOf: (claim: ShownClaim) => string;
  readonly chosenClaim: string | undefined;
  readonly chosenEntity: string | undefined;
}

export function drawMap(context: CanvasRenderingContext2D, picture: MapPicture): void {
  drawBackdrop(context, picture);
  drawDegrees(context, picture);
  drawWays(context, picture);
  drawLeaders(context, picture);
  drawPoints(context, picture);
  drawNames(context, picture);
}

function drawBackdrop(context: CanvasRenderingContext2D, { backdrop, zoom, palette }: MapPicture): void {
  context.save();
  context.transform(zoom.k, 0, 0, zoom.k, zoom.x, zoom.y);
  context.fillStyle = palette.land;
  context.fill(backdrop.land);
  context.strokeStyle = palette.line;
  context.lineWidth = 0.6 / zoom.k;
  context.stroke(backdrop.degrees);
  context.restore();
}

/** Names the parallels at the left edge and the meridians at the bottom one, where they leave the map. */
function drawDegrees(context: CanvasRenderingContext2D, picture: MapPicture): void {
  const { backdrop, zoom, palette, width, height } = picture;
  context.font = `10px ${palette.font}`;
  context.textAlign = "left";
  context.fillStyle = palette.muted;
  context.textBaseline = "alphabetic";
  for (const line of backdrop.degreeLines) {
    const left = line.edge === "left";
    const at = crossing(line, zoom, left ? 6 : height - 6);
    if (at === undefined || at < 20 || at > (left ? height - 20 : width - 30)) continue;
    context.fillText(line.name, left ? 4 : at + 3, left ? at - 3 : height - 4);
  }
}

/** A dot at each place that several share, and a line from it to each of them. */
function drawLeaders(context: CanvasRenderingContext2D, { model, zoom, palette }: MapPicture): void {
  const [lines, dots] = [new Path2D(), new Path2D()];
  for (const point of model.points) {
    if (point.aside === AT_PLACE) continue;
    const [x, y] = drawnAt({ ...point, aside: AT_PLACE }, zoom);
    lines.moveTo(x, y);
    lines.lineTo(...drawnAt(point, zoom));
    dots.moveTo(x, y);
    dots.arc(x, y, 1.25, 0, 2 * Math.PI);
  }
  context.strokeStyle = palette.muted;
  context.fillStyle = palette.ink;
  context.lineWidth = 1;
  context.stroke(lines);
  context.fill(dots);
}

function drawPoints(
  context: CanvasRenderingContext2D,
  { model, zoom, palette, chosenEntity }: MapPicture,
): void {
  const crowded = model.points.length > CROWD;
  // The weightiest last, so that they lie on top.
  for (let at = model.points.length - 1; at >= 0; at--) {
    const point = model.points[at] as MapPoint;
    const { entity, radius } = point;
    const [x, y] = drawnAt(point, zoom);
    if (crowded && radius < SPECK && entity.id !== chosenEntity) {
      context.fillStyle = entity.color;
      const half = radius * 0.85;
      context.fillRect(x - half, y - half, half * 2, half * 2);
      continue;
    }
    const edge = entity.id === chosenEntity ? palette.accent : palette.paper;
    const disc = discOf(entity.color, edge, Math.round(radius * 2) / 2);
    const half = disc.width / 2 / SHARP;
    context.drawImage(disc, x - half, y - half, half * 2, half * 2);
  }
}

/** Among so many points, those with a smaller radius are squares, which take a tenth of the time. */
const CROWD = 2000;
const SPECK = 5;

/** Pixels of a stored disc to a pixel of the map. */
const SHARP = 2;

const discs = new Map<string, OffscreenCanvas>();

/** A disc with an edge, painted once: thousands of them are then copied, which is far faster than drawing each. */
function discOf(color: string, edge: string, radius: number): OffscreenCanvas {
  const key = `${color} ${edge} ${radius}`;
  const known = discs.get(key);
  if (known) return known;
  const half = (radius + 1.5) * SHARP;
  const disc = new OffscreenCanvas(half * 2, half * 2);
  const context = disc.getContext("2d") as OffscreenCanvasRenderingContext2D;
  context.arc(half, half, radius * SHARP, 0, 2 * Math.PI);
  context.fillStyle = color;
  context.fill();
  context.lineWidth = 1.25 * SHARP;
  context.strokeStyle = edge;
  context.stroke();
  discs.set(key, disc);
  return disc;
}

/** What is under the pointer, over a map already drawn. */
export function drawPointed(context: CanvasRenderingContext2D, picture: MapPicture, hit: MapHit): void {
  if ("claim" in hit) {
    drawPointedWay(context, picture, hit.claim);
    return;
  }
  const { zoom, palette } = picture;
  context.beginPath();
  context.arc(...drawnAt(hit.point, zoom), hit.point.radius + 1, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = palette.ink;
  context.stroke();
}

function drawNames(context: CanvasRenderingContext2D, picture: MapPicture): void {
  const { model, zoom, palette, width, height, chosenEntity } = picture;
  context.font = `12px ${palette.font}`;
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const first = model.points.filter(({ entity }) => entity.id === chosenEntity);
  const points = [...first, ...model.points.filter(({ entity }) => entity.id !== chosenEntity)].map(
    (point) => {
      const [x, y] = drawnAt(point, zoom);
      const { entity, radius } = point;
      return { x, y, radius, text: entity.label, chosen: entity.id === chosenEntity };
    },
  );
  const labels = placeLabels(points, width, height, (text) => context.measureText(text).width);
  for (const { index, x, y } of labels) {
    const { text, chosen } = points[index] as (typeof points)[number];
    context.strokeStyle = palette.paper;
    context.lineWidth = 3;
    context.strokeText(text, x, y);
    context.fillStyle = chosen ? palette.accent : palette.ink;
    context.fillText(text, x, y);
  }
}
