/**
 * One engine beside the limit in one process, each answering a handful of questions in turn, and of every handful the
 * shortest time. On a busy machine these ratios hold where medians of processes that run one after another do not.
 *
 *   node test/bench/beside.mjs [small|middle|large] [engine …]
 *   ONLY=snapshot,topDegree node test/bench/beside.mjs
 */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { libraryEngine } from "./engines/library.mjs";
import { buildLimit, limitAnswers } from "./limit.mjs";
import { questions, SIZES, syntheticRecords } from "./synthetic.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const [size = "middle", ...engines] = process.argv.slice(2);
const SECONDS = Number(process.env.SECONDS ?? 1.5);
/** About as many questions of a kind as take a millisecond. */
const HANDFUL = { neighbours: 200, twoHop: 50, timeline: 20, source: 40 };
let used = 0;

if (engines.length === 1) await measure(engines[0]);
else {
  const { buildSync } = await import("esbuild");
  mkdirSync(here("out"), { recursive: true });
  const library = { entryPoints: [here("library-entry.ts")], outfile: here("out/library.mjs") };
  buildSync({ ...library, bundle: true, format: "esm", platform: "node", minifySyntax: true });
  for (const engine of engines.length > 1
    ? engines
    : ["live", "delta", "frozen", "builder", "builderFrozen"]) {
    const args = ["--max-old-space-size=8000", here("beside.mjs"), size, engine];
    const run = spawnSync(process.execPath, args, {
      encoding: "utf8",
      stdio: ["ignore", "inherit", "inherit"],
    });
    if (run.status !== 0) process.exit(1);
  }
}

async function measure(name) {
  const records = syntheticRecords(SIZES[size]);
  const asked = questions(records);
  const limit = buildLimit(records);
  const engine = await libraryEngine(name, here("out/library.mjs"));
  const store = await engine.build(records);
  console.log(`\n${name}, microseconds a question: the limit's, its own, ratio`);
  const wanted = ([kind]) => !process.env.ONLY || process.env.ONLY.split(",").includes(kind);
  for (const [kind, answer] of Object.entries(engine.answers).filter(wanted))
    compare(kind, kind, limit, store, answer, asked[kind]);
  for (const [kind, answer] of Object.entries(engine.rows ?? {}).filter(wanted))
    compare(`${kind}, whole rows`, kind, limit, store, answer, asked[kind]);
  if (used < 0) console.log(used);
}

function compare(label, kind, limit, store, answer, list) {
  const handfuls = [];
  const step = HANDFUL[kind] ?? 1;
  for (let i = 0; i < list.length; i += step) handfuls.push(list.slice(i, i + step));
  const best = [limitAnswers[kind], answer].map(() => new Float64Array(handfuls.length));
  // Rounds before the first mark count for nothing: code is compiled while it runs.
  for (const seconds of [SECONDS / 2, SECONDS]) {
    for (const times of best) times.fill(Infinity);
    const end = performance.now() + seconds * 1000;
    for (let round = 0; round < 4 || performance.now() < end; round++) {
      handfuls.forEach((handful, i) => {
        best[0][i] = Math.min(best[0][i], timed(limitAnswers[kind], limit, handful));
        best[1][i] = Math.min(best[1][i], timed(answer, store, handful));
      });
    }
  }
  const [base, own] = best.map((times) => (times.reduce((sum, ms) => sum + ms, 0) * 1000) / list.length);
  const number = (value) => value.toPrecision(3).padStart(9);
  console.log(`  ${label.padEnd(24)} ${number(base)} ${number(own)}  × ${(own / base).toFixed(2)}`);
}

function timed(answer, store, handful) {
  const start = performance.now();
  for (const question of handful) {
    const found = answer(store, question);
    used += typeof found === "number" ? found : found.length;
  }
  return performance.now() - start;
}
