/** An indicator's series with hedges and bounds, as CSV for a plot. */
import { mkdirSync, writeFileSync } from "node:fs";
import { loadXinjiang, series } from "xinjiang-graph";

const graph = loadXinjiang();
const points = series(graph, {
  subject: "region/xinjiang",
  indicator: "indicator/trade-value",
  status: "any",
});
const rows = points.map((point) => [
  point.from,
  point.to,
  point.value,
  point.comparator,
  point.softLow,
  point.softHigh,
  point.status,
  point.claim.id,
]);
const csv = [["from", "to", "value", "comparator", "low", "high", "status", "claim"], ...rows]
  .map((row) => row.join(","))
  .join("\n");
mkdirSync("out", { recursive: true });
writeFileSync("out/trade-series.csv", `${csv}\n`);
console.log(csv);
