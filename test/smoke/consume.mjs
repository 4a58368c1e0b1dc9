/**
 * Uses the packed package as strangers do: from ESM, CommonJS and TypeScript under two module resolutions, in Deno and
 * Bun where these can be installed. Installs into a temporary folder.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "consume-"));
const run = (command, args, options = {}) =>
  execFileSync(command, args, { cwd: folder, encoding: "utf8", ...options });
const subpaths = Object.keys(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).exports).filter(
  (path) => !path.endsWith(".json"),
);
let failed = 0;

const USE = `
const graph = loadXinjiang();
const across = neighbors(graph, "port/horgos-road", "opensTo").map((row) => row.entity.label);
if (graph.size < 900 || across.join() !== "Kazakhstan") throw new Error("wrong answer: " + graph.size + " " + across);
if (!toGexf(graph).text.startsWith("<?xml")) throw new Error("no GEXF");
if (bundledRecords().sources.length !== 5) throw new Error("no records");
console.log("ok");
`;
const ESM = `import { loadXinjiang, neighbors } from "xinjiang-graph";
import { bundledRecords } from "xinjiang-graph/data";
import { toGexf } from "xinjiang-graph/format/gexf";
${USE}`;
const CJS = `const { loadXinjiang, neighbors } = require("xinjiang-graph");
const { bundledRecords } = require("xinjiang-graph/data");
const { toGexf } = require("xinjiang-graph/format/gexf");
${USE}`;
const TS = `import { ego, findEntities, freeze, loadXinjiang, neighbors, query, snapshot } from "xinjiang-graph";
import { recordSchemas } from "xinjiang-graph/schema";
const iso: string | undefined = neighbors(loadXinjiang(), "port/horgos-road", "opensTo")[0]?.entity.iso2;
// @ts-expect-error no such port
neighbors(loadXinjiang(), "port/horgos-raod", "opensTo");
export const made = [iso, recordSchemas().source];
const graph = loadXinjiang();
export const rows = query(graph).from("port").as("port").out("opensTo").toArray();
export const derived = [ego(graph, "port/biedieli"), findEntities(graph, { kind: "port" }), freeze(graph), snapshot(graph)];
export function counted() {
  return query(graph).from("port").out("opensTo").groupBy("label").count();
}
`;

function step(name, work) {
  try {
    work();
    console.log(`ok: ${name}`);
  } catch (error) {
    failed += 1;
    console.error(`FAILED: ${name}\n${error.stdout ?? ""}${error.stderr ?? ""}${error.message}`);
  }
}

try {
  const [packed] = JSON.parse(
    run("npm", ["pack", "--json", "--pack-destination", folder], {
      cwd: root,
      stdio: ["ignore", "pipe", "ignore"],
    }),
  );
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "consumer", private: true, type: "module" }),
  );
  run("npm", ["install", "--no-audit", "--no-fund", `./${packed.filename}`], { stdio: "ignore" });
  writeFileSync(join(folder, "use.mjs"), ESM);
  writeFileSync(join(folder, "use.cjs"), CJS);
  const namespaces = subpaths.map(
    (path, i) => `export * as entry${i} from "xinjiang-graph${path.slice(1)}";\n`,
  );
  writeFileSync(join(folder, "use.ts"), TS + namespaces.join(""));
  copyFileSync(join(root, "examples/deno-bun.ts"), join(folder, "deno-bun.ts"));
  step("ESM in Node", () => run("node", ["use.mjs"]));
  step("CommonJS in Node", () => run("node", ["use.cjs"]));
  run("npm", ["install", "--no-audit", "--no-fund", "hyparquet-writer"], { stdio: "ignore" });
  step("every subpath in both module systems", () => {
    const paths = subpaths.map((path) => `xinjiang-graph${path.slice(1)}`);
    run("node", [
      "--input-type=module",
      "--eval",
      `for (const path of ${JSON.stringify(paths)}) await import(path);`,
    ]);
    run("node", [
      "--input-type=commonjs",
      "--eval",
      `for (const path of ${JSON.stringify(paths)}) require(path);`,
    ]);
  });
  step("a JSON Schema from its file", () => {
    run("node", [
      "--input-type=commonjs",
      "--eval",
      "require('xinjiang-graph/schemas/entity/port.json').properties.modes.items.enum.includes('road') || process.exit(1)",
    ]);
  });
  step("the command line", () => {
    const command = join(folder, "node_modules", ".bin", "xinjiang-graph");
    const shown = JSON.parse(run(command, ["show", "port/horgos-road", "--json"]));
    if (!JSON.stringify(shown).includes("霍尔果斯公路口岸")) throw new Error("no Chinese name");
    if (spawnSync(command, ["show", "port/horgos-raod"], { cwd: folder }).status !== 1)
      throw new Error("no exit code 1");
  });
  for (const [module, moduleResolution] of [
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ]) {
    const args = [
      // What a library that builds on this one exports must have a name: declarations are written, to nowhere kept.
      ...["--declaration", "--emitDeclarationOnly", "--outDir", `out-${moduleResolution}`],
      "--strict",
      "--skipLibCheck",
      "false",
      "--target",
      "es2022",
      "--lib",
      "es2022,dom",
    ];
    step(`types under ${moduleResolution}`, () =>
      run("node", [
        join(root, "node_modules/typescript/bin/tsc"),
        ...args,
        "--module",
        module,
        "--moduleResolution",
        moduleResolution,
        "use.ts",
      ]),
    );
  }
  for (const [runtime, args] of [
    ["deno", ["run", "-A", "--node-modules-dir=manual"]],
    ["bun", []],
  ]) {
    const install = spawnSync("npm", ["install", "--no-audit", "--no-fund", runtime], { cwd: folder });
    const binary = join(folder, "node_modules", ".bin", runtime);
    if (install.status !== 0 || spawnSync(binary, ["--version"]).status !== 0)
      console.warn(`SKIPPED: ${runtime} cannot be installed here`);
    else
      for (const file of ["use.mjs", "deno-bun.ts"])
        step(`${file} in ${runtime}`, () => run(binary, [...args, file]));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed > 0 ? 1 : 0);
