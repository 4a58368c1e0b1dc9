/** Every other control: search, filters, what is chosen, tables, figures, downloads, theme. */
import { readFile } from "node:fs/promises";
import type { Download, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { FORMATS } from "../../examples/explorer/src/formats.ts";
import { AXIS } from "../../examples/explorer/src/views/timeline-draw.ts";
import { choose, type Explorer, PATIENCE_MS, shows, tableOf } from "./harness.ts";
import { syntheticJsonLines } from "./synthetic.ts";

export function controlSuite(explorer: () => Explorer): void {
  describe("search", () => {
    it("finds an entity by a name in another language, and chooses it by keyboard", async () => {
      const { page, close } = await explorer().visit("view=figures");
      await page.focus("#search");
      await page.keyboard.type("霍尔果斯公路");
      await page.waitForSelector('[role="option"]');
      expect(await page.getAttribute("#search", "aria-expanded")).toBe("true");
      await page.keyboard.press("ArrowDown");
      expect(await page.getAttribute("#search", "aria-activedescendant")).toBe("search-0");
      expect(await page.getAttribute("#search-0", "aria-selected")).toBe("true");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#details h2 >> text=Horgos Road Port");
      expect(await page.isVisible("#search-list")).toBe(false);
      expect(await page.textContent("#details")).toContain("霍尔果斯公路口岸");
      await close();
    });

    it("keeps only what touches entities so named when nothing in the list is chosen", async () => {
      const { page, close } = await explorer().visit("view=network&table=network");
      await page.fill("#search", "biedieli");
      await page.press("#search", "Enter");
      await shows(page, /^(?!1,069)\d+ claims?/);
      for (const [, from, to] of await tableOf(page, "network"))
        expect(`${from} ${to}`).toContain("Biedieli");
      await page.click("text=show all again");
      await shows(page, /^1,069 claims/);
      await close();
    });
  });

  describe("filters", () => {
    it.each([
      ["kind", "port", /^24 claims/],
      ["relation", "opensTo", /^2 claims/],
      ["status", "target", /^38 claims/],
      ["publisher", "party media", /^141 claims/],
    ])("by %s keep %s alone, as often as the dataset has it", async (group, value, expected) => {
      const { page, close } = await explorer().visit("view=figures");
      await page.$eval(`input[name="${group}"]`, (input) => {
        (input.closest("details") as HTMLDetailsElement).open = true;
      });
      await page.check(`input[name="${group}"][value="${value}"]`);
      await shows(page, expected);
      await page.click(`details:has(input[name="${group}"]) >> text=Untick all`);
      await shows(page, /^1,069 claims/);
      await close();
    });
  });

  describe("the panel", () => {
    it("explains a claim with source, speaker, post, days, support and conflicts", async () => {
      const { page, close } = await explorer().visit("view=figures&claim=xinjiang-trade-value-2023-357-3bn");
      const text = (await page.textContent("#details")) ?? "";
      for (const part of [
        ...["Claimed by State Council Information Office", "357.3 billion CNY", "Chen Weijun"],
        ...["then executive vice chairman", "2024-05-21", "2024-06-27", "Last year", "rounding"],
        ...["from 357,250,000,000 to 357,350,000,000 CNY", "1 citation in 1 document of 1 publisher"],
      ])
        expect(text).toContain(part);
      expect(await page.getAttribute("#details .citation a", "href")).toMatch(/^https?:/);
      await page.click("#details >> text=Show the other claim >> nth=0");
      await page.waitForURL(/claim=(?!xinjiang-trade-value-2023-357-3bn)/);
      await page.click('[aria-label="Choose nothing"]');
      await page.waitForSelector("#details >> text=Silent on");
      await close();
    });

    it("shows an entity's names by language and its claims, each after who made it", async () => {
      const { page, close } = await explorer().visit("view=figures&entity=port/biedieli");
      const text = (await page.textContent("#details")) ?? "";
      expect(text).toContain("Names");
      expect(text).toMatch(/State Council Information Office: .*Kyrgyzstan/);
      await page.click("#details .items button >> nth=0");
      await page.waitForSelector("#details >> text=Who said so");
      await close();
    });
  });

  describe("the views", () => {
    it("are chosen one by one, and each has a table whose rows choose", async () => {
      const { page, errors, close } = await explorer().visit("");
      for (const view of ["network", "map", "timeline", "figures"]) {
        await choose(page, "layout", view);
        await page.waitForFunction(
          (shown) =>
            document.querySelectorAll(".card:not([hidden])").length === 1 &&
            !document.getElementById(shown)?.hidden,
          view,
          { polling: 50 },
        );
        await page.click(`#${view} > header > button`);
        expect((await tableOf(page, view)).length).toBeGreaterThan(0);
        await page.click(`#${view} tbody button >> nth=0`);
        await page.waitForURL(/claim=|entity=/);
        await page.click('[aria-label="Choose nothing"]');
      }
      expect(errors).toEqual([]);
      await close();
    });

    it("draw a network whose entities or claims a pointer finds and a click chooses", async () => {
      const { page, errors, close } = await explorer().visit("view=network");
      await page.waitForFunction(() => document.querySelector("#network canvas") !== null, null, {
        polling: 100,
      });
      const box = (await (await page.waitForSelector("#network .view-stage")).boundingBox()) as {
        x: number;
        y: number;
        width: number;
        height: number;
      };
      let found = false;
      for (let step = 0; step < 200 && !found; step++) {
        // Along a line through the middle, where the crowd is.
        const [x, y] = [box.x + box.width * (0.3 + 0.002 * step), box.y + box.height / 2];
        await page.mouse.move(x, y);
        found = (await page.$("#network .view-stage.pointed")) !== null;
        if (found) await page.mouse.click(x, y);
      }
      expect(found).toBe(true);
      await page.waitForURL(/entity=|claim=/);
      await page.waitForSelector("#details.chosen");
      expect(errors).toEqual([]);
      await close();
    });

    it("say in the map's table what it counts, though it was never drawn, of whichever dataset", async () => {
      const { page, errors, close } = await explorer().visit("view=map&table=map");
      const located = async (): Promise<number> =>
        (await tableOf(page, "map")).filter(([, , longitude]) => longitude !== "none").length;
      const counted = async (): Promise<number> => {
        const caption = (await page.textContent("#map caption")) ?? "";
        const words =
          /^Map: (\d+) entities with coordinates, \d+ without; [1-9]\d* claims between two places/;
        return Number(words.exec(caption)?.[1]);
      };
      expect(await located()).toBe(33);
      expect(await counted()).toBe(33);
      await page.setInputFiles("#files", {
        name: "small.jsonl",
        mimeType: "application/jsonl",
        buffer: Buffer.from(syntheticJsonLines(80, 200)),
      });
      await shows(page, /^200 claims/);
      await expect.poll(counted, { timeout: PATIENCE_MS }).toBe(await located());
      expect(errors).toEqual([]);
      await close();
    });

    it.each([
      ["map", "#map .view-map", 300],
      ["timeline", "#timeline .view-scroller", AXIS],
    ] as const)("are zoomed by two fingers and scrolled by one: the %s", async (view, place, rows) => {
      const { page, errors, close } = await explorer().visit(`view=${view}`, { width: 360, height: 780 });
      const stage = page.locator(place);
      const fingers = await fingersOn(page);
      const picture = (): Promise<string> => stillPicture(page, `#${view} canvas`, rows);
      const scrolled = (): Promise<number> => stage.evaluate((element) => element.scrollTop + scrollY);
      const middle = async (): Promise<Finger> => {
        await stage.scrollIntoViewIfNeeded();
        const { x, y, width, height } = (await stage.boundingBox()) as { [side in Side]: number };
        return [x + width / 2, y + height / 2];
      };
      await page.waitForLoadState("networkidle");
      const before = await picture();

      const [x, y] = await middle();
      const start = await scrolled();
      await fingers((step) => [[x, y - step * 20]]);
      await expect.poll(scrolled, { timeout: PATIENCE_MS }).toBeGreaterThan(start + 50);
      expect(await picture()).toBe(before);

      const [left, top] = await middle();
      const then = await scrolled();
      await fingers((step) => [
        [left - 30 - step * 8, top - step * 6],
        [left + 30 + step * 8, top - step * 6],
      ]);
      expect(await picture()).not.toBe(before);
      expect(await scrolled()).toBe(then);

      await stage.press("0");
      expect(await picture()).toBe(before);
      expect(errors).toEqual([]);
      await close();
    });

    it("chart the figures of another indicator, which the panel of a figure asks for", async () => {
      const { page, close } = await explorer().visit(
        "view=figures&claim=xinjiang-ports-approved-by-state-council-2024",
      );
      await page.click("text=Chart these figures");
      await page.waitForURL(/indicator=indicator%2Fports-approved-by-state-council/);
      expect(await page.inputValue("#subject")).toBe("region/xinjiang");
      const other = await page.$eval(
        "#indicator option:nth-child(2)",
        (option) => (option as HTMLOptionElement).value,
      );
      await page.selectOption("#indicator", other);
      await page.waitForURL((url) => url.hash.includes(encodeURIComponent(other)));
      await close();
    });
  });

  describe("the theme", () => {
    it("follows the system until one is chosen", async () => {
      const { page, close } = await explorer().visit("view=figures", { colorScheme: "dark" });
      expect(await page.getAttribute("html", "data-theme")).toBe("dark");
      await choose(page, "theme", "light");
      await page.waitForSelector('html[data-theme="light"]');
      await close();
    });
  });

  describe("downloads", () => {
    it("carry the selection in every format, and say what the format lost", async () => {
      const { page, errors, close } = await explorer().visit("view=figures&kind=port");
      await shows(page, /^24 claims/);
      const saved = new Map<string, Download>();
      page.on("download", (download) => saved.set(download.suggestedFilename(), download));
      for (const [format, { label }] of Object.entries(FORMATS)) {
        await page.selectOption("#format", format);
        await page.click(".downloads button");
        await page.waitForSelector(".downloads button:not([disabled])");
        const told = await page.waitForSelector(".downloads .result >> text=/^24 claims in/");
        const [, names = "", loss] =
          /^24 claims in (.*?)\. (Nothing was lost\.|\d+ kinds? of loss:)/.exec(
            (await told.textContent()) ?? "",
          ) ?? [];
        expect(loss, label).toBeDefined();
        for (const name of names.split(", ")) {
          await expect.poll(() => saved.has(name), { timeout: PATIENCE_MS }).toBe(true);
          const text = await readFile(await (saved.get(name) as Download).path(), "utf8");
          expect(text.length, name).toBeGreaterThan(100);
        }
      }
      expect(errors).toEqual([]);
      await close();
    });
  });
}

type Finger = readonly [x: number, y: number];
type Side = "x" | "y" | "width" | "height";

/** Puts fingers down one after another, moves them in ten steps and lifts them. */
async function fingersOn(page: Page): Promise<(at: (step: number) => readonly Finger[]) => Promise<void>> {
  const debuggers = await page.context().newCDPSession(page);
  await debuggers.send("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: 2 });
  const send = async (
    type: "touchStart" | "touchMove" | "touchEnd",
    fingers: readonly Finger[],
  ): Promise<void> => {
    await debuggers.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: fingers.map(([x, y], id) => ({ x, y, id })),
    });
  };
  return async (at) => {
    for (let down = 1; down <= at(0).length; down++) await send("touchStart", at(0).slice(0, down));
    for (let step = 1; step <= 10; step++) await send("touchMove", at(step));
    await send("touchEnd", []);
  };
}

/** The upper rows of a canvas, once they are drawn and stay as they are. */
async function stillPicture(page: Page, canvas: string, rows: number): Promise<string> {
  const picture = (): Promise<string> =>
    page.$eval(
      canvas,
      (drawn, height) => {
        const copy = document.createElement("canvas");
        Object.assign(copy, { width: (drawn as HTMLCanvasElement).width, height });
        copy.getContext("2d")?.drawImage(drawn as HTMLCanvasElement, 0, 0);
        return copy.toDataURL();
      },
      rows,
    );
  let last = "";
  const stays = async (): Promise<boolean> => {
    const before = last;
    last = await picture();
    return last === before;
  };
  await expect.poll(stays, { timeout: PATIENCE_MS, interval: 300 }).toBe(true);
  return last;
}
