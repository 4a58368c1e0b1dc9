/** Pairs of claims on one matter that do not simply agree, by class, with the reason in words. */
import { conflicts, loadXinjiang } from "xinjiang-graph";

const graph = loadXinjiang();
const all = conflicts(graph);
const classes = new Map<string, number>();
for (const { classes: names } of all)
  for (const name of names) classes.set(name, (classes.get(name) ?? 0) + 1);
console.log(`${all.length} pairs:`, [...classes].map(([name, count]) => `${name} ${count}`).join(", "));
for (const conflict of conflicts(graph, { claim: "xinjiang-trade-value-2024" })) {
  console.log(
    `- [${conflict.classes.join(", ")}${conflict.outcome ? `: ${conflict.outcome}` : ""}] ${conflict.reason}`,
  );
}
