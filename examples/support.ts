/** How many documents, publishers, owners and speakers stand behind a claim, and what was counted as one. */
import { claims, loadXinjiang, support } from "xinjiang-graph";

const graph = loadXinjiang();
const widest = claims(graph, { status: "any" })
  .map(({ claim }) => support(graph, claim.id))
  .filter((one) => one.documents > 1)
  .sort((a, b) => b.documents - a.documents || b.owners - a.owners)
  .slice(0, 5);
for (const one of widest) {
  console.log(
    `- ${one.claim}: ${one.documents} documents, ${one.publishers} publishers, ${one.owners} owners, ${one.speakers} speakers, ${one.classes} classes of publisher; independent at most ${one.independent}`,
  );
  for (const collapse of one.collapsed) console.log(`    ${collapse.reason}`);
}
