/** For everyone: by keyboard alone, in both themes, on a telephone and on a wide screen; and from nowhere else. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { type Explorer, shows } from "./harness.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe found that is serious or critical, as lines. */
interface AxeRun {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

const STATES: readonly (readonly [name: string, hash: string])[] = [
  ["whole", ""],
  ["claim", "as-of=2023-11-01&claim=xinjiang-trade-value-2023-357-3bn"],
  ["entity", "entity=region%2Fxinjiang-ftz&known-by=2024-12-31"],
  ["tables", "table=network&table=map&table=timeline&table=figures&kind=port"],
];

export function accessSuite(explorer: () => Explorer): void {
  describe.each(["light", "dark"] as const)("in the %s theme", (colorScheme) => {
    it.each(STATES)("axe finds nothing serious: %s", async (name, hash) => {
      const { page, screenshot, close } = await explorer().visit(hash, {
        colorScheme,
        width: 1440,
        height: 1000,
      });
      await page.waitForFunction(
        () => document.querySelector("#network .view-note")?.textContent === "",
        null,
        { polling: 100 },
      );
      // Through the debugger, which the page's policy does not bind.
      const found = (await page.evaluate(
        `${axe}; axe.run(document, { resultTypes: ["violations"] })`,
      )) as AxeRun;
      const serious = found.violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
        );
      expect(serious).toEqual([]);
      await screenshot(`${name}-1440-${colorScheme}`);
      await close();
    });

    it.each([360, 1024, 1920])("the page fits %i px, chosen or not", async (width) => {
      const visit = await explorer().visit("", { colorScheme, width, height: width < 600 ? 780 : 1080 });
      const overflow = (): Promise<number> =>
        visit.page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
      await visit.page.waitForFunction(
        () => document.querySelector("#network .view-note")?.textContent === "",
        null,
        { polling: 100 },
      );
      expect(await overflow()).toBe(0);
      await visit.screenshot(`whole-${width}-${colorScheme}`);
      await visit.page.evaluate(() => {
        location.hash = "claim=xinjiang-trade-value-2023-357-3bn";
      });
      await visit.page.waitForSelector("#details.chosen");
      expect(await overflow()).toBe(0);
      await visit.screenshot(`claim-${width}-${colorScheme}`);
      await visit.close();
    });
  });

  describe("by keyboard alone", () => {
    it("one gets from the skip link to a claim in a table and to who said it", async () => {
      const { page, close } = await explorer().visit("view=network");
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("skip");
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
      const tabTo = async (test: string): Promise<void> => {
        for (let step = 0; step < 60; step++) {
          await page.keyboard.press("Tab");
          if (await page.evaluate((selector) => document.activeElement?.matches(selector), test)) return;
        }
        throw new Error(`No way by Tab to ${test}`);
      };
      await tabTo("#network > header button");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#network table");
      await tabTo("#network tbody button");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#details >> text=Who said so");
      expect(await page.evaluate(() => document.activeElement?.matches("#details h2"))).toBe(true);
      await page.keyboard.press("Shift+Tab");
      expect(await page.evaluate(() => document.activeElement?.matches("#details .close"))).toBe(true);
      await page.keyboard.press("Enter");
      await page.waitForSelector("#details >> text=Silent on");
      expect(await page.evaluate(() => document.activeElement?.matches("#network tbody button"))).toBe(true);
      const from = await page.evaluate(() => document.activeElement?.closest("tr")?.rowIndex ?? 0);
      await page.keyboard.press("ArrowDown");
      expect(await page.evaluate(() => document.activeElement?.closest("tr")?.rowIndex)).toBe(from + 1);
      await tabTo("#details a, #details button, #data button");
      await close();
    });
  });

  describe("the page", () => {
    it("says what it holds and what it is silent on, and that the map states no borders", async () => {
      const { page, close } = await explorer().visit("");
      const text = (await page.textContent("body")) ?? "";
      expect(text).toContain("it was said, not that it is so");
      expect(text).toContain("government, party media, and state media");
      expect(text).toContain("detention, policing and rights");
      expect(await page.textContent("#map")).toMatch(/borders/);
      await close();
    });

    it("asks nothing of any other origin, runs under its policy and works from any folder", async () => {
      const { page, errors, elsewhere, close } = await explorer().visit("");
      await shows(page, /^1,069 claims/);
      expect(elsewhere).toEqual([]);
      expect(errors).toEqual([]);
      const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', "content");
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain("unsafe");
      const addresses = await page.$$eval("[src], link[href]", (found) =>
        found.map((one) => one.getAttribute("src") ?? one.getAttribute("href") ?? ""),
      );
      expect(addresses.filter((address) => !address.startsWith("./"))).toEqual([]);
      await close();
    });
  });
}
