/** The page without a bundler, in Chromium: only the built package and node_modules beside it, nothing from elsewhere. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, openBrowser, openPage, type Served, serve } from "../page.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

describe.skipIf(CHROMIUM === undefined)("examples/cdn in Chromium (skipped where there is none)", () => {
  const dist = mkdtempSync(join(tmpdir(), "dist-"));
  let served: Served;
  let browser: Browser;
  beforeAll(async () => {
    // As tsup.config.ts builds the entry.
    await build({
      ...{ entryPoints: [join(root, "src/index.ts")], outdir: dist, bundle: true, splitting: true },
      ...{ format: "esm", target: "es2022", platform: "neutral", mainFields: ["module", "main"] },
      ...{ external: ["graphology"], logLevel: "error" },
    });
    served = await serve({
      "examples/cdn/": join(root, "examples/cdn"),
      "dist/": dist,
      "node_modules/": join(root, "node_modules"),
    });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    served?.stop();
    rmSync(dist, { recursive: true, force: true });
  });

  it("lists answers and draws every figure, without a request to elsewhere", async () => {
    const { page, wrong } = await openPage(browser, `${served.address}examples/cdn/index.html`);
    await page.waitForSelector("circle", { timeout: 20_000 }).catch(() => undefined);
    expect(wrong).toEqual([]);
    const items = await page.locator("#claims li").allTextContents();
    expect(items.join("\n")).toMatch(/Horgos Road Port opens to Kazakhstan.* \(\S+\)/);
    expect(await page.locator("circle").count()).toBe(8);
    expect(await page.locator("#chart text").allTextContents()).toContain("2023: 357.33 billion CNY");
    await page.close();
  }, 60_000);
});
