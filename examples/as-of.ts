/** What held on a day, certainly and possibly, and what one could know of it by another day. */
import { claimSentence, loadXinjiang, snapshot } from "xinjiang-graph";

const graph = loadXinjiang();
const day = snapshot(graph, { at: "2023-11-01", relation: "milestoneIn", certainty: "possible" });
console.log(`${day.size} milestones are or may be of 2023-11-01; those of the free trade zone:`);
for (const id of day.claims().filter((id) => graph.source(id) === "region/xinjiang-ftz")) {
  console.log(`  ${day.certainty(id)}: ${claimSentence(graph, id)}`);
}

const early = snapshot(graph, { reportedBy: "2024-03-31", status: "any" });
const later = snapshot(graph, { reportedBy: "2024-12-31", status: "any" });
console.log(`Claims one could know of by 2024-03-31: ${early.size}; by 2024-12-31: ${later.size}`);
