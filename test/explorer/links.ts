/** The whole state is in the address. */
import { describe, expect, it } from "vitest";
import { choose, type Explorer, shows } from "./harness.ts";

export function linkSuite(explorer: () => Explorer): void {
  describe("a link", () => {
    it("shows to whoever opens it what its maker saw", async () => {
      const first = await explorer().visit("view=figures");
      const { page } = first;
      await page.fill("#as-of-date", "2024-05-21");
      await page.press("#as-of-date", "Enter");
      await page.fill("#known-by-date", "2024-12");
      await page.press("#known-by-date", "Enter");
      await page.check('#filters input[name="kind"][value="port"]');
      await page.fill("#search", "horgos");
      await page.press("#search", "Enter");
      await choose(page, "theme", "dark");
      await choose(page, "layout", "timeline");
      await page.click("#timeline > header button");
      const shown = await shows(page, /^\d+ claims?/);
      await page.click("text=Copy a link to this view");
      const link = await page.inputValue("#link");
      expect(link).toContain("as-of=2024-05-21&known-by=2024-12&words=horgos&kind=port");
      const second = await explorer().visit(new URL(link).hash.slice(1));
      expect(await second.page.textContent("#status")).toBe(shown);
      expect(await second.page.getAttribute("html", "data-theme")).toBe("dark");
      expect(await second.page.isVisible("#timeline table")).toBe(true);
      expect(await second.page.inputValue("#known-by-date")).toBe("2024-12");
      expect(await second.page.isChecked('#filters input[value="port"]')).toBe(true);
      await first.close();
      await second.close();
    });

    it("goes back and forward through what was shown", async () => {
      const { page, close } = await explorer().visit("view=figures");
      const all = await shows(page, /claims/);
      await page.check('#filters input[name="kind"][value="country"]');
      const countries = await shows(page, /^96 claims/);
      await page.waitForURL(/kind=country/);
      await page.goBack();
      await shows(page, new RegExp(`^${all.slice(0, 5)}`));
      await page.goForward();
      expect(await shows(page, /^96 claims/)).toBe(countries);
      await close();
    });

    it("that cannot be read says why and leaves the rest as usual", async () => {
      const { page, errors, close } = await explorer().visit(
        "as-of=soon&kind=castle&claim=__proto__&nonsense=1&%E0%A4%A&view=figures",
      );
      const message = await page.textContent("#message");
      for (const part of ["as-of=soon", "kind=castle", "claim=__proto__", "nonsense=1"])
        expect(message).toContain(part);
      await shows(page, /^1,069 claims/);
      expect(errors).toEqual([]);
      await close();
    });
  });
}
