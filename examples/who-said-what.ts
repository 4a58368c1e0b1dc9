/** What an official said, in which post, with the place in the document. */
import { claims, explain, loadXinjiang } from "xinjiang-graph";

const graph = loadXinjiang();
const said = claims(graph, { speaker: "official/sun-hongmei", relation: "observed", status: "any" });
console.log(`${said.length} figures in the words of Sun Hongmei:`);
for (const { claim } of said) console.log(`- ${explain(graph, claim.id).text}`);
