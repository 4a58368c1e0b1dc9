/**
 * Draws the ways of claims: each as a line of its own while they can be told apart, all as one picture when they
 * cannot. What is chosen lies on top.
 */
import type { ShownClaim } from "../view.ts";
import { bowedWay, bowOf, traceWay } from "./map-arcs.ts";
import type { MapPicture } from "./map-draw.ts";
import { cellFor, countLines, pictureOf } from "./map-raster.ts";

/** More lines than this are drawn as a picture of their density. */
export const MOST_LINES = 3000;

const buffer = new Float64Array(256);

/** The lines of one colour, dashed or not, in paths of a few: one path of thousands takes far longer to stroke. */
interface Strand {
  readonly color: string;
  readonly dashed: boolean;
  readonly paths: Path2D[];
  held: number;
}

const PART = 64;

export function drawWays(context: CanvasRenderingContext2D, picture: MapPicture): void {
  const { model, claims, zoom, palette, chosenClaim, chosenEntity, width, height } = picture;
  const lines = claims.length - model.wayless;
  const many = lines > MOST_LINES;
  if (many) {
    const cell = cellFor(lines);
    const shades = pictureOf(countLines(model.bundles, zoom, width, height, cell), palette.muted);
    context.drawImage(shades, 0, 0, shades.width * cell, shades.height * cell);
  }
  const somethingChosen = chosenEntity !== undefined || chosenClaim !== undefined;
  const strands = new Map<string, Strand>();
  const front = new Map<string, Strand>();
  for (const bundle of model.bundles) {
    bundle.claims.forEach((number, index) => {
      const claim = claims[number] as ShownClaim;
      const chosen =
        claim.id === chosenClaim || claim.subject === chosenEntity || claim.object === chosenEntity;
      if (many && !chosen) return;
      const count = bowedWay(bundle, bowOf(index, bundle.claims.length), zoom, buffer);
      const color = chosen ? palette.accent : picture.colorOf(claim);
      addTo(chosen ? front : strands, color, claim.certainty === "possible", count);
    });
  }
  context.lineCap = "round";
  stroke(context, strands, 1.4, somethingChosen ? 0.3 : 0.6);
  stroke(context, front, 1.6, 0.7);
}

function addTo(strands: Map<string, Strand>, color: string, dashed: boolean, count: number): void {
  const key = `${color}${dashed}`;
  const strand = strands.get(key) ?? { color, dashed, paths: [], held: 0 };
  strands.set(key, strand);
  if (strand.held % PART === 0) strand.paths.push(new Path2D());
  strand.held += 1;
  traceWay(strand.paths.at(-1) as Path2D, buffer, count);
}

function stroke(
  context: CanvasRenderingContext2D,
  strands: ReadonlyMap<string, Strand>,
  width: number,
  strength: number,
): void {
  context.lineWidth = width;
  context.globalAlpha = strength;
  for (const { color, dashed, paths } of strands.values()) {
    context.strokeStyle = color;
    context.setLineDash(dashed ? [4, 4] : []);
    for (const path of paths) context.stroke(path);
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
}

/** The way of one claim on top of all else: the one under the pointer. */
export function drawPointedWay(context: CanvasRenderingContext2D, picture: MapPicture, number: number): void {
  const { model, claims, zoom, palette } = picture;
  const bundle = model.bundles.find(({ claims: members }) => members.includes(number));
  if (!bundle) return;
  const bow = bowOf(bundle.claims.indexOf(number), bundle.claims.length);
  const path = new Path2D();
  traceWay(path, buffer, bowedWay(bundle, bow, zoom, buffer));
  context.strokeStyle = palette.accent;
  context.lineWidth = 2.2;
  context.setLineDash(claims[number]?.certainty === "possible" ? [4, 4] : []);
  context.stroke(path);
  context.setLineDash([]);
}
