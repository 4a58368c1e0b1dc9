/** Choosing one figure by a named policy; the answer carries those passed over. */
import { loadXinjiang, SELECTION_POLICIES, select } from "xinjiang-graph";

const graph = loadXinjiang();
for (const policy of SELECTION_POLICIES) {
  const { chosen, passedOver } = select(graph, {
    subject: "region/xinjiang",
    indicator: "indicator/trade-value",
    at: "2023",
    policy,
  });
  console.log(`${policy}: ${chosen?.value} (${chosen?.claim.id})`);
  for (const { point, why } of passedOver) console.log(`    not ${point.value}: ${why}`);
}
