/** N-Quads and JSON-LD, a question in SPARQL, and the same question asked of the file as n3 reads it back. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
// @ts-expect-error n3 has no types of its own
import { Parser, Store } from "n3";
import { loadXinjiang } from "xinjiang-graph";
import { toJsonLd } from "xinjiang-graph/format/json-ld";
import { toNQuads } from "xinjiang-graph/format/n-quads";

const graph = loadXinjiang();
mkdirSync("out", { recursive: true });
writeFileSync("out/xinjiang.nq", toNQuads(graph).text);
writeFileSync("out/xinjiang.jsonld", JSON.stringify(toJsonLd(graph).data));
console.log("out/xinjiang.nq and out/xinjiang.jsonld hold the same statements.");

console.log(`
Which port opens to which country, and which document says so? What a claim says is a statement in the graph that bears
the claim's address:

  PREFIX rel:  <https://xinjiang-graph.invalid/relation/>
  PREFIX kg:   <https://xinjiang-graph.invalid/vocabulary#>
  PREFIX prov: <http://www.w3.org/ns/prov#>
  SELECT ?port ?country ?source WHERE {
    GRAPH ?claim { ?port rel:opensTo ?country }
    ?claim prov:hadPrimarySource ?source ; kg:status "actual" .
  }
`);

const store = new Store(new Parser({ format: "N-Quads" }).parse(readFileSync("out/xinjiang.nq", "utf8")));
console.log(`n3 reads ${store.size} statements. Its answer:`);
const short = (term: { readonly value: string }): string =>
  term.value.replace(/^.*\/(?:entity|source)\//, "");
for (const said of store.getQuads(null, "https://xinjiang-graph.invalid/relation/opensTo", null, null)) {
  const [source] = store.getObjects(said.graph, "http://www.w3.org/ns/prov#hadPrimarySource", null);
  console.log(short(said.subject), "opens to", short(said.object), "according to", short(source));
}
