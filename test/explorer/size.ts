/** Size: 50,000 claims over 10,000 entities stay at hand. What a step of a slider costs is told, not demanded. */
import { describe, expect, it } from "vitest";
import { type Explorer, PATIENCE_MS, shows } from "./harness.ts";
import { syntheticJsonLines } from "./synthetic.ts";

const STEPS = 21;

export function sizeSuite(explorer: () => Explorer): void {
  describe("50,000 claims over 10,000 entities", () => {
    it("are opened, laid out and stepped through by both sliders", { timeout: PATIENCE_MS * 6 }, async () => {
      const { page, errors, screenshot, close } = await explorer().visit("", { width: 1600, height: 1000 });
      await page.setInputFiles("#files", {
        name: "synthetic.jsonl",
        mimeType: "application/jsonl",
        buffer: Buffer.from(syntheticJsonLines(10_000, 50_000)),
      });
      await shows(page, /^50,000 claims/);
      await page.waitForFunction(
        () => document.querySelector("#network .view-note")?.textContent === "",
        null,
        { polling: 200 },
      );
      const debuggers = await page.context().newCDPSession(page);
      // Time of the page's own thread, which no other work of the machine lengthens.
      await debuggers.send("Performance.enable", { timeDomain: "threadTicks" });
      const busy = async (): Promise<number> => {
        const { metrics } = await debuggers.send("Performance.getMetrics");
        return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
      };
      // Of all claims, two thousand fall away at each publication; on a day in the middle, some thousands hold.
      for (const [slider, hash] of [
        ["known-by", ""],
        ["as-of", "as-of=2015-06-01"],
      ] as const) {
        await page.evaluate((next) => {
          location.hash = next;
        }, hash);
        await shows(page, hash === "" ? /^50,000 claims/ : /^[2-9],\d+ claims/);
        const costs: number[] = [];
        const seen = new Set<string>();
        for (let step = 0; step < STEPS; step++) {
          const before = await busy();
          const status = await page.evaluate(async (id) => {
            const input = document.querySelector(`#${id}-slider`) as HTMLInputElement;
            input.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", bubbles: true }));
            for (let frame = 0; frame < 2; frame++) await new Promise((done) => requestAnimationFrame(done));
            return document.querySelector("#status")?.textContent ?? "";
          }, slider);
          costs.push((await busy()) - before);
          seen.add(status);
        }
        await screenshot(`synthetic-${slider}-1600-light`);
        costs.sort((a, b) => a - b);
        const [median, most] = [costs[STEPS >> 1], costs.at(-1)].map((cost) => (cost ?? 0).toFixed(1));
        console.log(
          `A step of "${slider}" over 50,000 claims: median ${median} ms of the page's thread, at most ${most} ms.`,
        );
        expect(seen.size).toBeGreaterThan(3);
      }
      expect(errors).toEqual([]);
      await close();
    });
  });
}
