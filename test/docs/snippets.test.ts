import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, describe, expect, it, vi } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(root, "test", "docs", ".snippets");

/** A fenced `ts` block and, where a `text` block follows it, what it must print. */
interface Snippet {
  readonly name: string;
  readonly code: string;
  readonly prints: string | undefined;
}

function snippetsOf(file: string): Snippet[] {
  const text = readFileSync(join(root, file), "utf8");
  const blocks = Array.from(text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm), ([, lang, body]) => ({
    lang,
    body: body as string,
  }));
  return blocks.flatMap(({ lang, body }, i) => {
    if (lang !== "ts") return [];
    const next = blocks[i + 1];
    const name = `${file.replace(/\W+/g, "-")}-${i}`;
    return [{ name, code: body, prints: next?.lang === "text" ? next.body : undefined }];
  });
}

const pages = [
  "README.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
const snippets = pages.flatMap(snippetsOf);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { name, code } of snippets) writeFileSync(join(folder, `${name}.ts`), `${code}\nexport {};\n`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the snippets of README and docs", () => {
  it("are there", () => {
    expect(snippets.length).toBeGreaterThan(8);
  });

  it("type-check", () => {
    const config = { extends: "../../../tsconfig.json", include: ["*.ts"] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const run = spawnSync(
      process.execPath,
      ["node_modules/typescript-7/bin/tsc", "--noEmit", "-p", join(folder, "tsconfig.json")],
      { cwd: root, encoding: "utf8" },
    );
    expect(run.stdout).toBe("");
  }, 60_000);

  it.each(snippets.map((snippet) => [snippet.name, snippet] as const))(
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
      if (snippet.prints !== undefined) expect(`${lines.join("\n")}\n`).toBe(snippet.prints);
    },
  );
});
