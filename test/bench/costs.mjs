/**
 * What building, adding, opening and graphology's own methods cost beside graphology itself.
 *
 *   node --expose-gc test/bench/costs.mjs [small|middle|large]
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { buildSync } from "esbuild";
import { questions, random, SIZES, syntheticOntology, syntheticRecords } from "./synthetic.mjs";

const require = createRequire(new URL("../../package.json", import.meta.url));
const { MultiDirectedGraph } = require("graphology");
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
buildSync({
  entryPoints: [here("library-entry.ts")],
  bundle: true,
  format: "esm",
  platform: "node",
  minifySyntax: true,
  outfile: here("out/library.mjs"),
});
const L = await import(here("out/library.mjs"));
const ontology = syntheticOntology(L);
const [size = "middle"] = process.argv.slice(2);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const records = syntheticRecords(SIZES[size]);
const [question] = questions(records).neighbours;

const copies = () => ({
  sources: records.sources,
  entities: records.entities.map((entity) => ({ ...entity, label: entity.names[0].value })),
  claims: records.claims.map((claim) => ({ ...claim, label: claim.relation })),
});

function raw({ entities, claims }) {
  const graph = new MultiDirectedGraph();
  for (const entity of entities) graph.addNode(entity.id, entity);
  for (const claim of claims) graph.addDirectedEdgeWithKey(claim.id, claim.subject, claim.object, claim);
  return graph;
}

function indexed(own) {
  const graph = L.buildGraph(own, ontology);
  L.readGraph(graph);
  return graph;
}

/** Rounds of both, in turn; the ratio of medians of the second to the first. */
function compare(title, first, second, prepare = () => undefined) {
  const times = [[], []];
  for (let round = 0; round <= ROUNDS; round++) {
    [first, second].forEach((run, i) => {
      const given = prepare();
      globalThis.gc?.();
      const start = performance.now();
      run(given);
      if (round > 0) times[i].push(performance.now() - start);
    });
  }
  const middle = (list) => list.sort((a, b) => a - b)[list.length >> 1];
  const [a, b] = times.map(middle);
  const span = (list) => `${list[0].toFixed(2)} to ${list.at(-1).toFixed(2)}`;
  const least = times[1][0] / times[0][0];
  console.log(
    `${title}: ${a.toFixed(2)} ms (${span(times[0])}), ${b.toFixed(2)} ms (${span(times[1])}), × ${(b / a).toFixed(2)}, of minima × ${least.toFixed(2)}`,
  );
}

compare("building: graphology, the library with its index", raw, indexed, copies);

const next = random(3);
const added = Array.from({ length: 10_000 }, (_, i) => {
  const claim = records.claims[Math.floor(next() * records.claims.length)];
  return { ...claim, id: `added${i}`, label: claim.relation };
});
const add = (graph) => {
  for (const claim of added) graph.addDirectedEdgeWithKey(claim.id, claim.subject, claim.object, claim);
};
const [bare, live] = [raw(copies()), indexed(copies())];
const remove = () => {
  for (const graph of [bare, live]) for (const { id } of added) if (graph.hasEdge(id)) graph.dropEdge(id);
  L.readGraph(live);
};
compare(
  "adding 10,000 claims: graphology, the library",
  () => add(bare),
  () => add(live),
  remove,
);
compare(
  "the same, and then asking",
  () => add(bare),
  () => [add(live), L.readGraph(live)],
  remove,
);
remove();

const folder = mkdtempSync(join(tmpdir(), "bench-"));
const path = (name) => join(folder, name);
const frozen = L.freeze(live);
writeFileSync(path("graph.bin"), new Uint8Array(frozen.toBuffer()));
const json = JSON.stringify(live.export());
const columns = JSON.stringify(L.toColumns(frozen));
writeFileSync(path("graph.json"), json);
writeFileSync(path("columns.json"), columns);
const ask = (graph) =>
  L.neighborIds(graph, question.id, question.relation, { direction: "out", at: question.at });
const bytes = (name) => {
  const { buffer, byteOffset, byteLength } = readFileSync(path(name));
  return buffer.slice(byteOffset, byteOffset + byteLength);
};
const fromJson = () => {
  const graph = new MultiDirectedGraph();
  graph.import(JSON.parse(readFileSync(path("graph.json"), "utf8")));
  return graph.outEdges(question.id);
};
const binary = () => ask(L.openFrozen(bytes("graph.bin"), ontology));
compare("to the first answer: reading the file, the frozen graph of it", () => bytes("graph.bin"), binary);
compare("to the first answer: the frozen graph, JSON to graphology", binary, fromJson);
const shipped = () => ask(L.fromColumns(JSON.parse(readFileSync(path("columns.json"), "utf8")), ontology));
compare("to the first answer: columnar JSON, JSON to graphology", shipped, fromJson);
console.log(
  `bytes a claim: binary ${per(frozen.toBuffer().byteLength)}, columns ${per(columns.length)}, graphology JSON ${per(json.length)}`,
);
console.log(
  `gzip: columns × ${(gzipSync(columns).length / gzipSync(json).length).toFixed(2)} of graphology JSON`,
);
rmSync(folder, { recursive: true });

let used = 0;
const count = () => {
  used += 1;
};
const ids = questions(records)
  .timeline.slice(0, 300)
  .map(({ id }) => id);
const edges = records.claims.slice(0, 3000).map(({ id }) => id);
const calls = {
  forEachNeighbor: (graph) => {
    for (const id of ids) graph.forEachNeighbor(id, count);
  },
  forEachOutNeighbor: (graph) => {
    for (const id of ids) graph.forEachOutNeighbor(id, count);
  },
  neighbors: (graph) => {
    for (const id of ids) used += graph.neighbors(id).length;
  },
  degree: (graph) => {
    for (const id of ids) used += graph.degree(id);
  },
  edges: (graph) => {
    for (const id of ids) used += graph.edges(id).length;
  },
  forEachEdge: (graph) => {
    for (const id of ids) graph.forEachEdge(id, count);
  },
  forEachNode: (graph) => graph.forEachNode(count),
  source: (graph) => {
    for (const id of edges) used += graph.source(id).length;
  },
  getEdgeAttribute: (graph) => {
    for (const id of edges) used += graph.getEdgeAttribute(id, "status").length;
  },
};
// The first walk over a frozen graph makes the attributes that later walks find.
for (const [name, call] of Object.entries(calls)) {
  const fresh = L.openFrozen(frozen.toBuffer(), ontology);
  const start = performance.now();
  call(fresh);
  const first = performance.now() - start;
  compare(
    `${name}: graphology, frozen (first walk ${first.toFixed(2)} ms)`,
    () => call(live),
    () => call(frozen),
  );
}
console.log(`results used: ${used}`);

function per(total) {
  return (total / records.claims.length).toFixed(1);
}
