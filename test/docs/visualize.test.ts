/** The pictures of docs/guide/visualize.md, drawn in Chromium. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, openBrowser, openPage, type Served, serve } from "../page.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const guide = readFileSync(join(root, "docs/guide/visualize.md"), "utf8");

/** The code under each heading of the page. */
const snippets = new Map(
  guide.split(/^## /m).flatMap((section): [string, string][] => {
    const [, code] = /^```ts browser\n([\s\S]*?)^```$/m.exec(section) ?? [];
    return code === undefined ? [] : [[section.split("\n")[0] as string, code]];
  }),
);

/** What must be there once a picture is drawn. */
const DRAWN: Readonly<Record<string, string>> = {
  sigma: "#place canvas.sigma-nodes",
  Cytoscape: "#place canvas[data-id=layer2-node]",
  d3: "#place svg path[stroke] ~ g text",
  Plot: "#place svg [aria-label=dot] use, #place svg [aria-label=dot] path",
  "A map": "#place svg [aria-label=geo][stroke] ~ [aria-label=dot] ~ [aria-label=text] text",
  "A map with d3-geo": "#place svg path[stroke] ~ text",
};

describe("the pictures of the guide", () => {
  it("are those known here, each in under ten lines beside its imports", () => {
    expect([...snippets.keys()]).toEqual(Object.keys(DRAWN));
    for (const code of snippets.values()) {
      const lines = code.split("\n").filter((line) => line !== "" && !line.startsWith("import "));
      expect(lines.length).toBeLessThan(10);
    }
  });
});

describe.skipIf(CHROMIUM === undefined)(
  "each picture, drawn in Chromium (skipped where there is none)",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "pictures-"));
    const pictures = join(root, "out/docs-pictures");
    let served: Served;
    let browser: Browser;
    beforeAll(async () => {
      for (const [name, code] of snippets) {
        const file = name.replaceAll(" ", "-");
        writeFileSync(join(folder, `${file}.ts`), code);
        const head = `<!doctype html><title>${name}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="place.css">`;
        const page = `${head}<div id="place"></div>`;
        writeFileSync(
          join(folder, `${file}.html`),
          `${page}<script type="module" src="${file}.js"></script>`,
        );
      }
      writeFileSync(join(folder, "place.css"), "#place { width: 640px; height: 480px }");
      await build({
        entryPoints: [...snippets.keys()].map((name) => join(folder, `${name.replaceAll(" ", "-")}.ts`)),
        ...{
          outdir: folder,
          bundle: true,
          splitting: true,
          format: "esm",
          target: "es2022",
          logLevel: "error",
        },
        nodePaths: [join(root, "node_modules")],
        alias: { "xinjiang-graph": join(root, "src/index.ts") },
        plugins: [
          {
            name: "subpaths",
            setup: ({ onResolve }) =>
              onResolve({ filter: /^xinjiang-graph\// }, ({ path }) => ({
                path: join(root, "src", `${path.slice("xinjiang-graph/".length)}.ts`),
              })),
          },
        ],
      });
      mkdirSync(pictures, { recursive: true });
      served = await serve({ "": folder });
      browser = await openBrowser();
    }, 120_000);
    afterAll(async () => {
      await browser?.close();
      served?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it.each(Object.entries(DRAWN))(
      "%s",
      async (name, drawn) => {
        const file = name.replaceAll(" ", "-");
        const { page, wrong } = await openPage(browser, `${served.address}${file}.html`);
        await page.waitForSelector(drawn, { state: "attached", timeout: 20_000 }).catch(() => undefined);
        expect(wrong).toEqual([]);
        expect(await page.locator(drawn).count()).toBeGreaterThan(0);
        await page.waitForTimeout(300);
        const picture = await page.screenshot({ path: join(pictures, `${file}.png`) });
        await page.locator("#place").evaluate((element) => element.remove());
        expect(picture.equals(await page.screenshot())).toBe(false);
        await page.close();
      },
      60_000,
    );
  },
);
