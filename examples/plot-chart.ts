/** A time series as CSV, and as an Observable Plot chart in an SVG file, made in plain Node. */
import { mkdirSync, writeFileSync } from "node:fs";
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { loadXinjiang, series } from "xinjiang-graph";

const points = series(loadXinjiang(), {
  subject: "region/xinjiang",
  indicator: "indicator/trade-value",
  status: "any",
}).map((point) => ({
  from: new Date(point.from),
  to: new Date(point.to),
  middle: new Date((Date.parse(point.from) + Date.parse(point.to)) / 2),
  value: point.value / 1e9,
  low: point.softLow / 1e9,
  high: point.softHigh / 1e9,
  hedge: point.comparator,
  status: point.status,
  source: point.claim.citations[0]?.source ?? "",
}));
mkdirSync("out", { recursive: true });
const cell = (value: Date | string | number): string =>
  value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
const csv = [Object.keys(points[0] ?? {}), ...points.map((point) => Object.values(point).map(cell))];
writeFileSync("out/trade.csv", `${csv.map((row) => row.join(",")).join("\n")}\n`);

const { document } = parseHTML("<html><body></body></html>");
const chart = Plot.plot({
  document: document as unknown as Document,
  ...{ width: 760, height: 520, marginRight: 150, grid: true },
  y: { label: "Imports and exports of Xinjiang, billion CNY", zero: true, nice: true },
  fy: { label: null },
  marks: [
    Plot.frame({ strokeOpacity: 0.2 }),
    // Across: the year that the figure is for. Up and down: what its hedge is ordinarily taken to mean.
    Plot.ruleY(points, { x1: "from", x2: "to", y: "value", fy: "source", strokeOpacity: 0.4 }),
    Plot.ruleX(points, { x: "middle", y1: "low", y2: "high", fy: "source" }),
    Plot.dot(points, {
      ...{ x: "middle", y: "value", fy: "source", r: 4, stroke: "black" },
      fill: (point) => (point.status === "actual" ? "black" : "white"),
    }),
  ],
});
chart.setAttribute("xmlns", "http://www.w3.org/2000/svg");
writeFileSync("out/trade.svg", chart.outerHTML);
console.log(`out/trade.csv and out/trade.svg: ${points.length} figures`);
for (const { from, value, hedge, status } of points) {
  console.log(`  ${from.getUTCFullYear()} ${hedge} ${value} billion CNY, ${status}`);
}
