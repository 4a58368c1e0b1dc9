/**
 * Import and load of the bundled dataset, cold, from the built package, beside importing graphology itself: each in
 * fresh processes, interleaved. Prints minima and medians; exits 1 if the median ratio is above 2.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROUNDS = Number(process.env.ROUNDS ?? 25);
const root = fileURLToPath(new URL("../../", import.meta.url));
const timed = (code) =>
  `const t = process.hrtime.bigint(); ${code}; console.log(Number(process.hrtime.bigint() - t) / 1e6);`;
const scripts = {
  "import graphology": timed('await import("graphology")'),
  "import xinjiang-graph and loadXinjiang()": timed(
    'const x = await import("xinjiang-graph/data"); x.loadXinjiang()',
  ),
};

const times = Object.fromEntries(Object.keys(scripts).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, code] of Object.entries(scripts)) {
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
      cwd: root,
      encoding: "utf8",
    });
    if (run.status !== 0) throw new Error(run.stderr);
    times[name].push(Number(run.stdout));
  }
}
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
for (const [name, list] of Object.entries(times)) {
  console.log(
    `${name}: min ${Math.min(...list).toFixed(1)} ms, median ${median(list).toFixed(1)} ms, max ${Math.max(...list).toFixed(1)} ms`,
  );
}
const [base, own] = Object.values(times).map(median);
console.log(`ratio of medians ${(own / base).toFixed(2)} (at most 2 wanted)`);
process.exit(own / base > 2 ? 1 : 0);
