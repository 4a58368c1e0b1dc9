/** A dynamic GEXF file for Gephi and Gephi Lite: claims carry their days, so the timeline works. */
import { mkdirSync, writeFileSync } from "node:fs";
import { loadXinjiang, snapshot } from "xinjiang-graph";
import { toGexf } from "xinjiang-graph/format/gexf";
import { formatLossReport } from "xinjiang-graph/format/loss";

const graph = loadXinjiang();
const relations = ["locatedIn", "partOf", "connects", "opensTo", "passesThrough", "borders"] as const;
const places = snapshot(graph, { relation: relations, status: "any", certainty: "possible" }).toGraph();
const { text, loss } = toGexf(places);
mkdirSync("out", { recursive: true });
writeFileSync("out/places.gexf", text);

console.log(`out/places.gexf: ${places.order} entities, ${places.size} claims`);
console.log("Gephi: File > Open. Layout: ForceAtlas 2, Run. Timeline at the bottom: Enable Timeline.");
console.log("Gephi Lite: open https://gephi.org/gephi-lite/ and drop the file on the page.");
console.log("Nodes are coloured by kind; an edge's kind is its relation.");
console.log(`What GEXF cannot hold is told: ${formatLossReport(loss).split("\n")[0]}`);
