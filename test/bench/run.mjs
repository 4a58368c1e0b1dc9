/**
 * The bench: every engine in a process of its own on the same records and questions, answers compared before any time
 * is shown. Run `npm install` in this folder first, then `npm run bench` at the root.
 *
 *   node test/bench/run.mjs [small|middle|large] [engine …]
 */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { SIZES } from "./synthetic.mjs";

const ENGINES = [
  "limit",
  "live",
  "delta",
  "frozen",
  "builder",
  "builderFrozen",
  "graphology",
  "graphologyDays",
  "sqlite",
  "n3",
  "oxigraph",
  "ladybug",
];
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const [size = "middle", ...chosen] = process.argv.slice(2);
if (!Object.hasOwn(SIZES, size)) throw new Error(`Sizes are ${Object.keys(SIZES).join(", ")}.`);
mkdirSync(here("out"), { recursive: true });
const library = here("out/library.mjs");
buildSync({
  entryPoints: [here("library-entry.ts")],
  bundle: true,
  format: "esm",
  platform: "node",
  minifySyntax: true,
  outfile: library,
});

const results = [];
for (const name of ["limit", ...(chosen.length > 0 ? chosen : ENGINES).filter((one) => one !== "limit")]) {
  const args = ["--expose-gc", "--max-old-space-size=8000", here("measure.mjs"), name, size, library];
  const run = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) {
    const reason =
      run.stderr
        .trim()
        .split("\n")
        .find((line) => /Error/.test(line)) ?? `exit ${run.status ?? run.signal}`;
    console.log(`${name}: not measured (${reason})`);
    continue;
  }
  const result = JSON.parse(run.stdout.trim().split("\n").at(-1));
  const differing = Object.keys(result.checks).filter(
    (label) => result.checks[label] !== (results[0] ?? result).checks[label.split(",")[0]],
  );
  if (differing.length > 0) throw new Error(`${name} answers differently: ${differing.join(", ")}`);
  results.push(result);
}

const { claims, entities } = SIZES[size];
console.log(
  `\n${claims} claims over ${entities} entities; ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`,
);
console.log(
  "Microseconds a question: median (min to max), and the ratios of medians and of minima to the limit's. All answers equal.\n",
);
const number = (value) => (value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0));
const [limit] = results;
for (const label of [...new Set(results.flatMap((result) => Object.keys(result.times)))]) {
  console.log(label);
  for (const { name, times } of results) {
    const time = times[label];
    if (!time) continue;
    const base = limit.times[label.split(",")[0]];
    console.log(
      `  ${name.padEnd(14)} ${number(time.median).padStart(9)} (${number(time.min)} to ${number(time.max)})  × ${number(time.median / base.median)} × ${number(time.min / base.min)}`,
    );
  }
}
console.log("\nbuilding, ms, and memory of what was built, bytes a claim");
for (const { name, buildMs, bytesPerClaim } of results)
  console.log(`  ${name.padEnd(14)} ${number(buildMs).padStart(9)} ${number(bytesPerClaim).padStart(9)}`);
