/**
 * Readers that are none of ours: NetworkX and Python's csv, libxml2's RELAX NG. Each says loudly when it is absent.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

const script = (name: string): string => fileURLToPath(new URL(`readers/${name}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "format-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A graph as NetworkX read it. */
export interface ReadGraph {
  readonly directed: boolean;
  readonly nodes: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly edges: readonly {
    readonly source: string;
    readonly target: string;
    readonly key: string;
    readonly attributes: Readonly<Record<string, unknown>>;
  }[];
}

function python(args: readonly string[]): {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  const run = spawnSync("python3", args, {
    encoding: "utf8",
    maxBuffer: 1 << 30,
    env: { ...process.env, PYTHONIOENCODING: "utf-8", PYTHONDONTWRITEBYTECODE: "1" },
  });
  return { status: run.status, stdout: run.stdout ?? "", stderr: run.stderr ?? "" };
}

function available(what: string, check: () => boolean): boolean {
  const present = check();
  if (!present) console.warn(`Skipped: ${what} is not installed here.`);
  return present;
}

let files = 0;
/** A text as a file that is removed after the tests. */
export function asFile(text: string, ending: string): string {
  const path = join(folder, `${files++}.${ending}`);
  writeFileSync(path, text);
  return path;
}

export const hasPython = available("python3", () => python(["-c", "pass"]).status === 0);
export const hasNetworkx = available(
  "NetworkX (python3-networkx)",
  () => python(["-c", "import networkx"]).status === 0,
);

/** Reads a text with NetworkX. */
export function readWithNetworkx(
  kind: "gexf" | "graphml" | "node-link" | "cytoscape",
  text: string,
): ReadGraph {
  const run = python([script("networkx_read.py"), kind, asFile(text, kind)]);
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

/** The rows of a CSV text, header first, as Python reads them. */
export function readWithPythonCsv(text: string): string[][] {
  const run = python([script("csv_read.py"), asFile(text, "csv")]);
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

const suites = process.env.SUITES_DIR;

/** A file of the suites of others, or `undefined` with a warning. */
export function suiteFile(name: string): string | undefined {
  const path = suites === undefined ? undefined : join(suites, name);
  if (path !== undefined && existsSync(path)) return path;
  console.warn(`Skipped: ${name} is not in SUITES_DIR (${suites ?? "not set"}).`);
  return undefined;
}

/** Stand-ins where the list is absent. */
const FEW_NAUGHTY = [
  "<script>alert(1)</script>",
  "=1+1\nx",
  "]]>",
  "'\"`\\",
  "\u0000\u0001",
  "\u202Etest",
  "a;b|c,d",
  "田中さん",
];

/** The big list of naughty strings without the empty one and half characters, which no record may hold. */
export const naughtyStrings: readonly string[] = (() => {
  const path = suiteFile("naughty-strings.json");
  const all: string[] = path === undefined ? FEW_NAUGHTY : JSON.parse(readFileSync(path, "utf8"));
  return all.filter((text) => text !== "" && !/\p{Cs}/u.test(text));
})();

const schema = suiteFile("gexf-1.3/gexf.rng");
const xmllint = spawnSync("xmllint", ["--version"]).status === 0;
const wasm = canResolve("xmllint-wasm");
const libxml2 = hasPython && schema !== undefined && python([script("validate_rng.py"), schema]).status === 0;
export const canValidateGexf = schema !== undefined && (xmllint || libxml2 || wasm);
if (schema !== undefined && !canValidateGexf) {
  console.warn("Skipped: neither xmllint, libxml2 for python3 nor xmllint-wasm is installed here.");
}

/** What a validator finds wrong with GEXF texts by the format's RELAX NG; empty if nothing. */
export async function gexfProblems(texts: readonly string[]): Promise<string> {
  const path = schema as string;
  if (xmllint || libxml2) {
    const paths = texts.map((text) => asFile(text, "gexf"));
    const run = xmllint
      ? spawnSync("xmllint", ["--noout", "--relaxng", path, ...paths], { encoding: "utf8" })
      : python([script("validate_rng.py"), path, ...paths]);
    return run.status === 0 ? "" : `${run.stdout}${run.stderr}`.slice(0, 2000);
  }
  const { validateXML } = await import("xmllint-wasm" as string);
  const inner = ["dynamics.rng", "viz.rng"].map((fileName) => ({
    fileName,
    contents: readFileSync(join(path, "..", fileName), "utf8"),
  }));
  const result = await validateXML({
    xml: texts.map((contents, i) => ({ fileName: `${i}.gexf`, contents })),
    schema: [readFileSync(path, "utf8")],
    preload: inner,
    extension: "relaxng",
  });
  return result.errors.map((error: { readonly rawMessage: string }) => error.rawMessage).join("\n");
}

/** Whether an optional package can be imported. */
export function canResolve(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** Whether an optional package is here; says so if not. */
export function hasPackage(name: string): boolean {
  return available(`the package ${name}`, () => canResolve(name));
}
