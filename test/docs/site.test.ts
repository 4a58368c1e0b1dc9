/**
 * The site that `npm run docs` builds: complete, without a loose end, and without a request to anywhere else.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

vi.setConfig({ hookTimeout: 600_000 });

const root = fileURLToPath(new URL("../../", import.meta.url));
const site = mkdtempSync(join(tmpdir(), "site-"));
let build: ReturnType<typeof spawnSync>;
/** The pages by path. */
const pages = new Map<string, string>();

beforeAll(() => {
  build = spawnSync(process.execPath, ["node_modules/typedoc/bin/typedoc", "--out", site], {
    cwd: root,
    encoding: "utf8",
  });
  for (const name of readdirSync(site, { recursive: true, encoding: "utf8" }))
    if (name.endsWith(".html")) pages.set(join(site, name), readFileSync(join(site, name), "utf8"));
});
afterAll(() => rmSync(site, { recursive: true, force: true }));

const attributes = (html: string, tag: string, name: string): string[] =>
  Array.from(html.matchAll(new RegExp(`<${tag}\\b[^>]*? ${name}="([^"]*)"`, "g")), ([, value = ""]) => value);

describe("the documentation's site", () => {
  it("is built without a warning: every export documented, every type reached, every link led somewhere", () => {
    expect(`${build.stdout}${build.stderr}`).not.toMatch(/warning|error\]/);
    expect(build.status).toBe(0);
    expect(pages.size).toBeGreaterThan(200);
  });

  it("holds every page of docs", () => {
    const docs = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" });
    const missing = docs
      .filter((name) => name.endsWith(".md"))
      .map(
        (name) =>
          `docs_${name.replace(/\.md$/, "").replace(/\W/g, (sign) => (sign === "-" ? "-" : "_"))}.html`,
      )
      .filter((name) => !pages.has(join(site, "documents", name)));
    expect(missing).toEqual([]);
  });

  it("sorts all exports of the library into themes", () => {
    const page = pages.get(join(site, "modules", "xinjiang-graph.html")) ?? "";
    const themes = attributes(page, "h2", "id");
    expect(themes).toContain("find-and-ask");
    expect(themes).not.toContain("other");
  });

  it("loads nothing from anywhere else", () => {
    const loaded = [...pages.values()].flatMap((html) => [
      ...["script", "img", "iframe", "source"].flatMap((tag) => attributes(html, tag, "src")),
      ...attributes(html, "link", "href"),
    ]);
    expect(loaded.length).toBeGreaterThan(1000);
    expect(loaded.filter((address) => /^(\w+:)?\/\//.test(address))).toEqual([]);
    const styles = readdirSync(join(site, "assets")).filter((name) => name.endsWith(".css"));
    const text = styles.map((name) => readFileSync(join(site, "assets", name), "utf8")).join("\n");
    expect(text.match(/@import|url\(["']?(?!["']?data:)[^)]*\)/g) ?? []).toEqual([]);
  });

  it("has links that lead to a page, and to a place in it", () => {
    const broken = [...pages].flatMap(([path, html]) =>
      [...new Set(attributes(html, "a", "href"))]
        .filter((link) => {
          if (/^\w+:/.test(link)) return false;
          const [file = "", place] = link.split("#");
          const target = file === "" ? path : resolve(dirname(path), decodeURI(file));
          if (!existsSync(target)) return true;
          const id = decodeURIComponent(place ?? "");
          return id !== "" && pages.has(target) && !pages.get(target)?.includes(`id="${id}"`);
        })
        .map((link) => `${path.slice(site.length)} ${link}`),
    );
    expect(broken).toEqual([]);
  });
});
