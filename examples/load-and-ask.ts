/** First steps: load the graph, find a thing, ask of it, see who says so. */
import { describeSetAside, explain, loadXinjiang, neighbors, search } from "xinjiang-graph";

const graph = loadXinjiang();
console.log(`${graph.order} entities, ${graph.size} claims.`);

const [hit] = search(graph, "霍尔果斯公路口岸");
console.log(`"${hit?.name.value}" is ${hit?.entity.id}, ${hit?.entity.label}.`);

const across = neighbors(graph, "port/horgos-road", "opensTo");
for (const { entity, claims } of across) {
  console.log(`It opens to ${entity.label} (${entity.iso3}).`);
  for (const claim of claims) console.log(explain(graph, claim.id).text);
}

const in2024 = neighbors(graph, "port/horgos-road", "opensTo", { at: "2024" });
console.log(`In 2024: ${in2024.length} answers; ${describeSetAside(in2024)}.`);
