/** One engine in a process of its own: builds, answers the first questions for the check, then all of them by the clock. */
import { createHash } from "node:crypto";
import { libraryEngine } from "./engines/library.mjs";
import { questions, SIZES, syntheticRecords } from "./synthetic.mjs";

const [name, size, library] = process.argv.slice(2);
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const CHECKED = 25;
/** A slow engine answers as many questions a round as it can in this time, at least three. */
const ROUND_MS = 1500;
/** How long each question is asked before the clock counts. */
const WARM_MS = 800;

const engine = ["live", "delta", "frozen", "builder", "builderFrozen"].includes(name)
  ? await libraryEngine(name, library)
  : (await import(`./engines/${name}.mjs`)).engine;
const records = syntheticRecords(SIZES[size]);
const asked = questions(records);
const before = heap();
const started = performance.now();
const store = await engine.build(records);
const buildMs = performance.now() - started;
const bytesPerClaim = (heap() - before) / records.claims.length;

const result = { name, size, buildMs, bytesPerClaim, checks: {}, times: {} };
for (const [kind, answer] of Object.entries(engine.answers)) measure(kind, kind, answer);
for (const [kind, answer] of Object.entries(engine.rows ?? {})) measure(`${kind}, whole rows`, kind, answer);
console.log(JSON.stringify(result));

function measure(label, kind, answer) {
  const list = asked[kind];
  result.checks[label] = digest(
    list.slice(0, CHECKED).map((question) => canonical(kind, answer(store, question))),
  );
  const rounds = [];
  let used = 0;
  // Until the engine's code is compiled and settled, rounds count for nothing.
  const warm = performance.now() + WARM_MS;
  for (const question of list) {
    answer(store, question);
    if (performance.now() > warm) break;
  }
  for (let round = 0; round < ROUNDS || performance.now() < warm; round++) {
    const start = performance.now();
    let done = 0;
    for (const question of list) {
      const found = answer(store, question);
      used += typeof found === "number" ? found : found.length;
      done += 1;
      if (done >= 3 && performance.now() - start > ROUND_MS) break;
    }
    rounds.push(((performance.now() - start) * 1000) / done);
  }
  rounds.splice(0, rounds.length - ROUNDS);
  rounds.sort((a, b) => a - b);
  result.times[label] = { min: rounds[0], median: rounds[rounds.length >> 1], max: rounds.at(-1), used };
}

/** Sets are compared as sets, what has an order in its order. */
function canonical(kind, answer) {
  return kind === "neighbours" || kind === "twoHop" ? [...answer].sort() : answer;
}

function digest(value) {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);
}

function heap() {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
