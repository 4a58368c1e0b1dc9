/** A map as an SVG file, made in plain Node: land without borders, located entities, claims between two of them. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoAzimuthalEqualArea, geoGraticule10, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import { loadXinjiang, xinjiangOntology } from "xinjiang-graph";
import { toGeoJson } from "xinjiang-graph/format/geojson";

const graph = loadXinjiang();
const { features } = toGeoJson(graph).data;
const points = features.filter(({ geometry }) => geometry.type === "Point");
const lines = features.filter(({ geometry }) => geometry.type !== "Point");

const require = createRequire(import.meta.url);
const topology = JSON.parse(readFileSync(require.resolve("world-atlas/land-50m.json"), "utf8"));
const centralAsia = {
  type: "MultiPoint",
  coordinates: [
    [46, 34],
    [46, 55],
    [72, 57],
    [97, 55],
    [97, 34],
  ],
};
const projection = geoAzimuthalEqualArea()
  .rotate([-72, -44])
  .clipAngle(45)
  .fitExtent(
    [
      [10, 10],
      [890, 510],
    ],
    centralAsia as never,
  );
const path = geoPath(projection).digits(1);
const outline = (shape: unknown): string => path(shape as never) ?? "";
const escaped = (text: unknown): string => String(text).replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);

/** Names where there is room, those with most claims first. */
const labels: { text: string; x: number; y: number }[] = [];
for (const point of [...points].sort((a, b) => graph.degree(b.id) - graph.degree(a.id))) {
  const [x, y] = path.centroid(point as never).map(Math.round) as [number, number];
  const text = String(point.properties.label);
  const meets = (other: (typeof labels)[number]): boolean =>
    Math.abs(other.y - y - 4) < 15 &&
    other.x < x + 9 + text.length * 7 &&
    x + 9 < other.x + other.text.length * 7;
  if (x > 0 && x < 800 && !labels.some(meets)) labels.push({ text, x: x + 9, y: y + 4 });
}

const svg = [
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 520" font-family="sans-serif" font-size="13">`,
  `<desc>Land: Natural Earth 4.1.0, by way of world-atlas 2.0.2. Nothing here is a statement on borders.</desc>`,
  `<path d="${outline(feature(topology, topology.objects.land))}" fill="#efece3"/>`,
  `<path d="${outline(geoGraticule10())}" fill="none" stroke="#d9d5c9" stroke-width="0.6"/>`,
  ...lines.map((line) => `<path d="${outline(line)}" fill="none" stroke="#62666d"/>`),
  ...points.map((point) => {
    const [x, y] = path.centroid(point as never);
    const { color } = xinjiangOntology.kinds[point.properties.kind as keyof typeof xinjiangOntology.kinds];
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="5" fill="${color}"/>`;
  }),
  ...labels.map(
    ({ text, x, y }) =>
      `<text paint-order="stroke" stroke="#efece3" stroke-width="3" x="${x}" y="${y}">${escaped(text)}</text>`,
  ),
  "</svg>\n",
].join("\n");
mkdirSync("out", { recursive: true });
writeFileSync("out/map.svg", svg);
console.log(`out/map.svg: ${points.length} located entities, ${lines.length} claims between two of them`);
