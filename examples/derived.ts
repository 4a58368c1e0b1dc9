/** Stated growth, shares and conversions worked out again from stated levels. */
import { checkDerived, loadXinjiang } from "xinjiang-graph";

const graph = loadXinjiang();
for (const check of checkDerived(graph)) {
  if (check.status === "not computable" || check.status === "implied") continue;
  console.log(`- [${check.status}] ${check.reason}${check.inference ? ` (${check.inference})` : ""}`);
}
