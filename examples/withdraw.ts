/** What would fall, weaken and stand if a source were withdrawn. Nothing is changed. */
import { loadXinjiang, withdraw } from "xinjiang-graph";

const graph = loadXinjiang();
for (const source of Object.keys(graph.getAttribute("sources"))) {
  const { falls, weakens, stands } = withdraw(graph, source);
  console.log(`without ${source}: ${falls.length} claims fall, ${weakens.length} weaken, ${stands} stand`);
}
