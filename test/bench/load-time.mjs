/**
 * Import and load of the bundled dataset, cold, from the built package, beside importing graphology itself: each in
 * fresh processes, interleaved. Prints minima, medians and maxima, and the ratios of medians. The aim is 2; what fails
 * the run is a ratio that shows a regression.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROUNDS = Number(process.env.ROUNDS ?? 25);
const root = fileURLToPath(new URL("../../", import.meta.url));
const timed = (code) =>
  `const t = process.hrtime.bigint(); ${code}; console.log(Number(process.hrtime.bigint() - t) / 1e6);`;
const BASE = "import graphology";
const CASES = [
  { name: BASE, code: 'await import("graphology")', limit: 1 },
  {
    name: "xinjiang-graph/data, loaded",
    code: '(await import("xinjiang-graph/data")).loadXinjiang()',
    limit: 3.2,
  },
  { name: "xinjiang-graph, loaded", code: '(await import("xinjiang-graph")).loadXinjiang()', limit: 4.5 },
];

const times = new Map(CASES.map(({ name }) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const { name, code } of CASES) {
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", timed(code)], {
      cwd: root,
      encoding: "utf8",
    });
    if (run.status !== 0) throw new Error(run.stderr);
    times.get(name).push(Number(run.stdout));
  }
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
let failed = false;
for (const { name, limit } of CASES) {
  const list = times.get(name);
  const ratio = median(list) / median(times.get(BASE));
  const spread = [Math.min(...list), median(list), Math.max(...list)].map((ms) => ms.toFixed(1)).join(" / ");
  console.log(
    `${name}: ${spread} ms (min / median / max), ${ratio.toFixed(2)} times graphology (at most ${limit})`,
  );
  failed ||= ratio > limit * 1.001;
}
process.exit(failed ? 1 : 0);
