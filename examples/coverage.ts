/** What the graph can answer: attested, possible, silent, outside the corpus, or known not to be. */
import { coverage, loadXinjiang } from "xinjiang-graph";

const graph = loadXinjiang();
const trade = { subject: "region/xinjiang", indicator: "indicator/trade-value" } as const;
for (const at of ["2023", "2020", "1900"])
  console.log(`trade of ${at}: ${coverage(graph, { ...trade, at }).value}`);
const launch = coverage(graph, { subject: "region/xinjiang-ftz", relation: "milestoneIn", at: "2019" });
console.log(`a milestone of the zone in 2019: ${launch.value}. ${launch.reason}`);
const post = coverage(graph, { subject: "official/ma-xingrui", relation: "holdsOffice", at: "2025-09" });
console.log(`a post of Ma Xingrui in September 2025: ${post.value}. ${post.reason}`);
