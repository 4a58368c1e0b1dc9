import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DocExample, docExamples, root } from "./doc-examples.ts";
import { isAsShown, parseShown, showsLinesOf, showsValue } from "./shown-value.ts";

/** Examples that cannot be run as they stand, with the reason. */
const NOT_RUN: Readonly<Record<string, string>> = {};

/** What became of a statement: nothing for a declaration. */
interface Outcome {
  readonly value?: unknown;
  readonly error?: Error;
}

const folder = join(root, "test", "docs", ".examples");
const examples = docExamples();
const runnable = examples.flatMap((example, i) =>
  example.module === undefined || Object.hasOwn(NOT_RUN, example.name)
    ? []
    : [{ ...example, module: example.module, file: `example-${i}.ts` }],
);

const given = `
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadXinjiang } from "../../../src/index.ts";
export const graph = loadXinjiang();
/** The text of a source of the bundled graph, \`<source id>.txt\`, from the folder of texts. */
export async function readFile(name: string, _encoding: "utf8"): Promise<string> {
  const folder = process.env.SOURCES_DIR ?? "";
  const index: { file: string; url: string }[] = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
  const { url } = graph.getAttribute("sources")[name.replace(/\\.txt$/, "")] ?? {};
  return readFileSync(join(folder, index.find((entry) => entry.url === url)?.file ?? name), "utf8");
}
export interface Outcome { value?: unknown; error?: unknown }
export async function outcomeOf(run: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { value: await run() };
  } catch (error) {
    return { error };
  }
}
`;

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "given.ts"), given);
  for (const { file, module } of runnable) writeFileSync(join(folder, file), module);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Compares a comment with what came of the statement before it; says how they differ. */
function difference(comment: string, { value, error }: Outcome): string | undefined {
  const [, thrown, message] = /^(\w+Error): ([\s\S]*)$/.exec(comment) ?? [];
  const right =
    thrown !== undefined
      ? error?.name === thrown &&
        isAsShown({ is: "text", pattern: message ?? "", wrapped: true }, error.message)
      : error === undefined &&
        (showsValue(comment)
          ? isAsShown(parseShown(comment), value)
          : typeof value !== "string" || showsLinesOf(comment, value));
  if (right) return undefined;
  const got =
    typeof value === "string" && !showsValue(comment) ? value.slice(0, 2000) : inspect(value, SHORT);
  return `says  ${comment}\ngives ${error ? String(error) : got}`;
}
const SHORT = { depth: 4, breakLength: 110, maxArrayLength: 12, maxStringLength: 1000 };

const isResult = (comment: string | undefined, outcome: Outcome): boolean =>
  comment !== undefined &&
  (showsValue(comment) || outcome.error !== undefined || typeof outcome.value === "string");

describe("the examples of doc comments", () => {
  it("are all run, but for those that say why not", () => {
    const left = examples.filter(({ module }) => module === undefined).map(({ name }) => name);
    expect(left.sort()).toEqual(Object.keys(NOT_RUN).sort());
    expect(runnable.length).toBeGreaterThan(80);
  });

  it("type-check", () => {
    const config = { extends: "../../../tsconfig.json", include: ["*.ts"] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const run = spawnSync(
      process.execPath,
      [
        "node_modules/typescript-7/bin/tsc",
        "--noEmit",
        "--pretty",
        "false",
        "-p",
        join(folder, "tsconfig.json"),
      ],
      { cwd: root, encoding: "utf8" },
    );
    const names = new Map(runnable.map(({ file, name }) => [file, name]));
    const errors = run.stdout
      .split("\n")
      // The library itself is checked elsewhere; lines that begin with a space go on about the error before.
      .filter((line) => /^(?!src\/)\S/.test(line))
      .map((line) => line.replace(/example-\d+\.ts/, (file) => `${file} (${names.get(file)})`));
    expect(errors).toEqual([]);
  });

  it.each(runnable.map((example) => [example.name, example] as const))(
    "%s gives what it shows",
    async (_name, { file, comments, uses }: DocExample & { readonly file: string }) => {
      if (uses.includes("readFile") && !process.env.SOURCES_DIR) {
        console.warn("SOURCES_DIR is not set: examples that read the texts are not run");
        return;
      }
      const path = pathToFileURL(join(folder, file)).href;
      const { shown }: { readonly shown: readonly Outcome[] } = await import(/* @vite-ignore */ path);
      const differences = shown.flatMap((outcome, i) => {
        const comment = comments[i];
        if (comment === undefined) return outcome.error ? [String(outcome.error)] : [];
        if (!("value" in outcome || "error" in outcome))
          return showsValue(comment) ? [`shows a value after a declaration: ${comment}`] : [];
        return difference(comment, outcome) ?? [];
      });
      expect(differences.join("\n\n")).toBe("");
      expect(shown.some((outcome, i) => isResult(comments[i], outcome))).toBe(true);
    },
  );
});
