/** Both sliders against dates that were checked by hand in the data. */
import { describe, expect, it } from "vitest";
import { type Explorer, shows, tableOf } from "./harness.ts";

/** Milestones on 2023-11-01: the launch on that very day; what happened some day of the month; what happened by a later day. */
const MILESTONES = [
  ["China (Xinjiang) Pilot Free Trade Zone", "Urumqi", "2023-11-01", "certain"],
  ["China (Xinjiang) Pilot Free Trade Zone", "Xinjiang", "2023-11", "possible"],
  ["China (Xinjiang) Pilot Free Trade Zone", "Xinjiang", "2023-11", "possible"],
  ["China (Xinjiang) Pilot Free Trade Zone", "Xinjiang", "/2024-05-21", "possible"],
];

export function dateSuite(explorer: () => Explorer): void {
  describe("the two days", () => {
    const milestones = "relation=milestoneIn&view=network&table=network";

    it("shows on 2023-11-01 the free trade zone's launch as certain, the month's other milestones as possible", async () => {
      const { page, close } = await explorer().visit(`as-of=2023-11-01&${milestones}`);
      expect(await shows(page, /^9 claims/)).toContain("8 of them only possibly so");
      const rows = (await tableOf(page, "network")).map(([, from, to, time, , certainty]) => [
        from,
        to,
        time,
        certainty,
      ]);
      expect(rows.filter(([from]) => from?.includes("Free Trade Zone")).sort()).toEqual(
        [...MILESTONES].sort(),
      );
      await close();
    });

    it("shows none of that month's milestones a day earlier, and only certain ones when asked", async () => {
      const { page, close } = await explorer().visit(`as-of=2023-10-31&${milestones}`);
      await shows(page, /^6 claims, 6 of them only possibly so/);
      const times = (await tableOf(page, "network")).map((row) => row[3]);
      expect(times.some((time) => time?.startsWith("2023-11"))).toBe(false);
      await page.uncheck("#possible");
      await shows(page, /^0 claims, 0 entities/);
      await close();
    });

    it("knows of 18 ports approved by the State Council by the end of 2024 and of 19 by the end of 2025", async () => {
      const figures =
        "indicator=indicator%2Fports-approved-by-state-council&of=region%2Fxinjiang&view=figures&table=figures";
      const { page, close } = await explorer().visit(`known-by=2024-12-31&${figures}`);
      await shows(page, /claims/);
      const known = async (): Promise<string> =>
        (await tableOf(page, "figures")).map((row) => row.join(" ")).join("\n");
      const early = await known();
      expect(early).toMatch(/\b18\b/);
      expect(early).not.toMatch(/\b19\b/);
      await page.fill("#known-by-date", "2025-12-31");
      await page.press("#known-by-date", "Enter");
      await page.waitForFunction(() => document.querySelectorAll("#figures tbody tr").length === 2, null, {
        polling: 50,
      });
      const later = await known();
      expect(later).toMatch(/\b18\b/);
      expect(later).toMatch(/\b19\b/);
      await close();
    });

    it("knows nothing of what the press conference said before it was published", async () => {
      const { page, close } = await explorer().visit("known-by=2024-06-26&view=timeline&table=timeline");
      // The only source until then is the interview of 2024-03-07, with its 79 claims, one of which it only denies.
      await shows(page, /^78 claims, \d+ entities/);
      await close();
    });

    it("moves by a month with an arrow key and by a year with Shift", async () => {
      const { page, close } = await explorer().visit("as-of=2023-11-30&view=figures");
      const day = (): Promise<string> => page.inputValue("#as-of-date");
      const becomes = (expected: string) =>
        page.waitForFunction(
          (value) => (document.querySelector("#as-of-date") as HTMLInputElement).value === value,
          expected,
          { polling: 50 },
        );
      await page.focus("#as-of-slider");
      await page.keyboard.press("ArrowRight");
      await becomes("2023-12-30");
      await page.keyboard.press("Shift+ArrowLeft");
      await becomes("2022-12-30");
      expect(await page.getAttribute("#as-of-slider", "aria-valuetext")).toBe("2022-12-30");
      await page.click("#filters >> text=Clear >> nth=0");
      await becomes("");
      expect(await day()).toBe("");
      await close();
    });

    it("says what is wrong with a date that is none, and keeps the selection", async () => {
      const { page, close } = await explorer().visit("as-of=2023-11-01&view=figures");
      const before = await shows(page, /claims/);
      await page.fill("#as-of-date", "2023-13");
      await page.press("#as-of-date", "Enter");
      await page.waitForFunction(() => document.querySelector("#as-of-problem")?.textContent !== "", null, {
        polling: 50,
      });
      expect(await page.textContent("#as-of-problem")).toContain("a month from 01 to 12");
      expect(await page.textContent("#status")).toBe(before);
      await close();
    });
  });
}
