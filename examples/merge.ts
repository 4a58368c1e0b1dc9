/** Five ports of one's own merged into the bundled graph: proposals, a judgement, a conflict; nothing is overwritten. */
import { loadXinjiang } from "xinjiang-graph";
import { parseDataset } from "xinjiang-graph/load";
import { formatMergeReport, type Judgement, mergeIntoGraph, recordsOf } from "xinjiang-graph/merge";

const text = `
{"id":"register","title":"Register of ports","publisher":{"name":"A. Reader","class":"other","classifiedBy":"A. Reader","classifiedOn":"2026-11-21"},"genre":"register","language":"en","published":"2026-01-15","accessed":"2026-11-21"}
{"id":"port/k1","names":[{"value":"Khorgos highway port","lang":"en","source":"register"}]}
{"id":"port/alashankou","names":[{"value":"Dzungarian Gate","lang":"en","source":"register"}],"modes":["road","rail"]}
{"id":"port/biedieli","names":[{"value":"Biedieli Port","lang":"en","source":"register"}],"lng":78.4,"lat":41.4}
{"id":"port/baketu","names":[{"value":"Baketu Port","lang":"en","source":"register"}],"modes":["road"]}
{"id":"port/urc","names":[{"value":"Tianshan airport","lang":"en","source":"register"}],"identifiers":{"iata":"URC"}}
{"id":"k1-opens","subject":"port/k1","relation":"opensTo","object":"country/kazakhstan","attested":["2025-09-29"],"status":"actual","citations":[{"source":"register","readAs":"excerpt","voice":"narrated","stance":"asserts"}]}
{"id":"biedieli-opens","subject":"port/biedieli","relation":"opensTo","object":"country/kazakhstan","attested":["2024-05-21"],"status":"actual","citations":[{"source":"register","readAs":"excerpt","voice":"narrated","stance":"asserts"}]}
`;
const graph = loadXinjiang();
const { records: mine } = parseDataset({ name: "ports.jsonl", text });

const { report } = mergeIntoGraph(graph, [mine], { names: ["my ports"] });
console.log(formatMergeReport(report));

// A proposal is judged; the judgement is data of one's own, kept beside the ports.
const judgements: Judgement[] = [
  { left: "port/k1", right: "port/horgos-road", judgement: "same", by: "A. Reader", on: "2026-11-21" },
];
const judged = mergeIntoGraph(graph, [mine], { names: ["my ports"], judgements });
for (const { from, to } of judged.report.renamedEntities) console.log(`${from} is ${to}`);
for (const { from, to } of judged.report.renamedClaims) console.log(`${from} is a citation more of ${to}`);

// The outcome merged with the ports once more: nothing changes.
const again = mergeIntoGraph(judged.graph, [mine], { names: ["my ports"], judgements });
const unchanged = JSON.stringify(recordsOf(again.graph)) === JSON.stringify(recordsOf(judged.graph));
console.log(`second run: ${unchanged ? "nothing changed" : "changed"}`);
