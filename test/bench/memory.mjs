/**
 * Memory of a whole process that loads a dataset and answers a question: the greatest resident set, each case in a
 * process of its own, from records made on the way and from a file of JSON Lines read as a stream.
 *
 *   node test/bench/memory.mjs [small|middle|large]
 */
import { spawnSync } from "node:child_process";
import { closeSync, createReadStream, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { SIZES, syntheticOntology, syntheticStream } from "./synthetic.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const CASES = [
  "nothing loaded",
  "frozen, made on the way",
  "frozen, of a file",
  "live, made on the way",
  "live, of a file",
];
const [size = "large", measured, file] = process.argv.slice(2);

if (measured === undefined) await measureAll();
else console.log(JSON.stringify(await measure()));

/** Writes the file, then runs every case. */
async function measureAll() {
  const { buildSync } = await import("esbuild");
  mkdirSync(here("out"), { recursive: true });
  const library = { entryPoints: [here("library-entry.ts")], outfile: here("out/library.mjs") };
  buildSync({ ...library, bundle: true, format: "esm", platform: "node", minifySyntax: true });
  const folder = mkdtempSync(join(tmpdir(), "memory-"));
  const path = join(folder, "records.jsonl");
  const out = openSync(path, "w");
  let lines = [];
  for (const [, record] of syntheticStream(SIZES[size])) {
    lines.push(JSON.stringify(record));
    if (lines.length < 10_000) continue;
    writeSync(out, `${lines.join("\n")}\n`);
    lines = [];
  }
  writeSync(out, `${lines.join("\n")}\n`);
  closeSync(out);
  const { claims, entities } = SIZES[size];
  console.log(`${claims} claims over ${entities} entities; Node ${process.version}`);
  for (const name of CASES) {
    const args = ["--max-old-space-size=8000", here("memory.mjs"), size, name, path];
    const run = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (run.status !== 0) throw new Error(run.stderr);
    const { peak, seconds, answer } = JSON.parse(run.stdout);
    console.log(`${name}: ${peak} MB at most, ${seconds} s to the first answer (${answer})`);
  }
  rmSync(folder, { recursive: true });
}

async function measure() {
  const L = await import(here("out/library.mjs"));
  const ontology = syntheticOntology(L);
  const start = performance.now();
  const graph = await load(L, ontology);
  const answer = graph ? L.snapshot(graph, { at: "2015-06-01" }).size : 0;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  return { peak: Math.round(process.resourceUsage().maxRSS / 1024), seconds, answer };
}

async function load(L, ontology) {
  if (measured === "nothing loaded") return undefined;
  const records = measured.endsWith("file") ? readRecords() : madeRecords();
  if (measured.startsWith("frozen")) return L.frozenFromRecords(records, ontology);
  const lists = { sources: [], entities: [], claims: [] };
  for await (const record of records) lists[listOf(record)].push(record);
  const graph = L.buildGraph(lists, ontology);
  L.readGraph(graph);
  return graph;
}

function* madeRecords() {
  for (const [, record] of syntheticStream(SIZES[size])) yield record;
}

async function* readRecords() {
  for await (const line of createInterface({ input: createReadStream(file) }))
    if (line) yield JSON.parse(line);
}

function listOf(record) {
  if ("relation" in record) return "claims";
  return "publisher" in record ? "sources" : "entities";
}
