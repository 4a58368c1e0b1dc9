/** How a figure changed from report to report. */
import { loadXinjiang, revisions } from "xinjiang-graph";

const graph = loadXinjiang();
for (const history of revisions(graph, {
  subject: "region/xinjiang",
  indicator: "indicator/trade-value",
  at: "2023",
})) {
  for (const step of history.steps) console.log(`${history.time}: ${step.reason}`);
}
