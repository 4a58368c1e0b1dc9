/**
 * The same file in Deno, Bun and Node, after `npm install xinjiang-graph`:
 * `deno run deno-bun.ts`, `bun deno-bun.ts`, `node deno-bun.ts` (Node 22.18 or newer runs TypeScript by itself).
 */
import { loadXinjiang, series } from "xinjiang-graph";
import { toGexf } from "xinjiang-graph/format/gexf";

const runtime = ["Deno", "Bun"].find((name) => name in globalThis) ?? "Node";
const graph = loadXinjiang();
const points = series(graph, {
  subject: "region/xinjiang",
  indicator: "indicator/trade-value",
  during: "2024",
});
console.log(
  `${runtime}: trade of 2024, ${points.map((point) => `${point.value / 1e9} billion ${point.unit}`)}`,
);
console.log(
  `${runtime}: a GEXF file of ${toGexf(graph).text.length > 500_000 ? "more" : "less"} than 500,000 characters`,
);
