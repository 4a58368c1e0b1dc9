/**
 * The code that README and docs show: type-checked, run, and its output compared with what the page says.
 * `UPDATE_DOCS=1 npx vitest run test/docs/snippets.test.ts` writes the outputs into the pages instead.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, describe, expect, it, vi } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(root, "test", "docs", ".snippets");
const updating = process.env.UPDATE_DOCS === "1";

/**
 * A fenced `ts` block and, where a `text` block comes right after it, what it must print. A block that says more after
 * `ts` (```` ```ts browser ````) is only type-checked here.
 */
interface Snippet {
  readonly name: string;
  readonly page: string;
  readonly code: string;
  readonly runs: boolean;
  readonly prints: string | undefined;
  /** Where in the page the printed text begins. */
  readonly at: number;
}

function snippetsOf([page, text]: readonly [page: string, text: string]): Snippet[] {
  const blocks = text.matchAll(
    /^```ts(?: (\w+))?\n([\s\S]*?)^```\n(?:\n```text\n((?:(?!```)[\s\S])*)```$)?/gm,
  );
  return Array.from(blocks, ({ 0: all, 1: place, 2: code = "", 3: prints, index }, i) => ({
    name: `${page.replace(/\W+/g, "-")}-${i}`,
    page,
    code,
    runs: place === undefined,
    prints,
    at: index + all.length - "```".length - (prints?.length ?? 0),
  }));
}

const docs = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" });
const pages = docs.filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`);
const texts = new Map(
  ["README.md", "examples/README.md", ...pages.sort()].map((page) => [
    page,
    readFileSync(join(root, page), "utf8"),
  ]),
);
const snippets = [...texts].flatMap(snippetsOf);
const outputs = new Map<Snippet, string>();

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { name, code } of snippets) writeFileSync(join(folder, `${name}.ts`), `${code}\nexport {};\n`);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  for (const [page, text] of texts) {
    let filled = "";
    let from = 0;
    for (const snippet of snippets.filter((one) => one.page === page && outputs.has(one))) {
      filled += text.slice(from, snippet.at) + outputs.get(snippet);
      from = snippet.at + (snippet.prints?.length ?? 0);
    }
    filled += text.slice(from);
    if (filled !== text) writeFileSync(join(root, page), filled);
  }
});

describe("the snippets of README and docs", () => {
  it("are there", () => {
    expect(texts.size).toBeGreaterThan(10);
    expect(snippets.length).toBeGreaterThan(60);
    for (const [page, text] of texts) {
      const shown = text.match(/^```text$/gm)?.length ?? 0;
      const compared = snippets.filter((one) => one.page === page && one.runs && one.prints !== undefined);
      expect([page, compared.length]).toEqual([page, shown]);
    }
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
    // The library itself is checked elsewhere; lines that begin with a space go on about the error before.
    expect(run.stdout.split("\n").filter((line) => /^(?!src\/)\S/.test(line))).toEqual([]);
  });

  it.each(snippets.filter(({ runs }) => runs).map((snippet) => [snippet.name, snippet] as const))(
    "%s runs and prints what the page says",
    async (name, snippet) => {
      const lines: string[] = [];
      const log = vi.spyOn(console, "log").mockImplementation((...values: unknown[]) => {
        lines.push(
          values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join(" "),
        );
      });
      try {
        await import(/* @vite-ignore */ pathToFileURL(join(folder, `${name}.ts`)).href);
      } finally {
        log.mockRestore();
      }
      if (snippet.prints === undefined) return;
      const output = `${lines.join("\n")}\n`;
      if (updating) outputs.set(snippet, output);
      else expect(output).toBe(snippet.prints);
    },
  );
});
