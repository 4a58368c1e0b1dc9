/** Datasets of one's own: good ones, wrong ones, and ones that mean harm. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { choose, type Explorer, shows, tableOf } from "./harness.ts";

const SOURCE = {
  ...{ id: "register", title: "Register", genre: "register", language: "en" },
  publisher: { name: "Office", class: "government", classifiedBy: "me", classifiedOn: "2026" },
  ...{ published: "2026-01-15", accessed: "2026-02-01" },
};
/** A surrogate without its other half, which no file in UTF-8 can hold. */
const LONE = /\p{Surrogate}/u;
const CITATIONS = [{ source: "register", readAs: "excerpt", voice: "narrated", stance: "asserts" }];
const entity = (id: string, name: string) => ({ id, names: [{ value: name, lang: "en" }] });
const lines = (...records: readonly object[]): Buffer =>
  Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join(""));
const file = (name: string, buffer: Buffer) => ({ name, mimeType: "application/jsonl", buffer });

export function fileSuite(explorer: () => Explorer): void {
  describe("a dataset of one's own", () => {
    it("is shown instead of the bundled one, with a way back", async () => {
      const { page, errors, elsewhere, close } = await explorer().visit("");
      const claim = {
        id: "c1",
        subject: "port/new",
        relation: "opensTo",
        object: "country/far",
        valid: "2025",
        status: "actual",
      };
      await page.setInputFiles(
        "#files",
        file(
          "mine.jsonl",
          lines(SOURCE, entity("port/new", "New Port"), entity("country/far", "Farland"), {
            ...claim,
            citations: CITATIONS,
          }),
        ),
      );
      await shows(page, /^1 claim, 2 entities/);
      expect(await page.textContent("#files-result")).toContain("Opened: 1 claim, 2 entities");
      await choose(page, "layout", "network");
      await page.click("#network > header > button");
      expect((await tableOf(page, "network"))[0]).toEqual([
        "opens to",
        "New Port",
        "Farland",
        "2025",
        "actual",
        "certain",
        "register",
      ]);
      await page.click("text=Back to the bundled dataset");
      await shows(page, /^1,069 claims/);
      expect(errors).toEqual([]);
      expect(elsewhere).toEqual([]);
      await close();
    });

    it("that is wrong is not shown: every problem is told with its file, line and column", async () => {
      const { page, errors, close } = await explorer().visit("view=figures");
      const wrong = Buffer.concat([
        lines(SOURCE, entity("port/new", "New Port")),
        Buffer.from(
          '{"id":"c1","subject":"port/new","relation":"opensTo","object":"country/nowhere","valid":"2025-13","status":"actual","citations":[]}\n',
        ),
        Buffer.from('{"id": oops}\n'),
      ]);
      await page.setInputFiles("#files", file("wrong.jsonl", wrong));
      await page.waitForSelector("#files-result table");
      const rows = await page.$$eval("#files-result tbody tr", (found) =>
        found.map((row) => row.textContent ?? ""),
      );
      expect(rows.length).toBeGreaterThanOrEqual(3);
      expect(
        rows.some((row) => /wrong\.jsonl:3:\d+/.test(row) && row.includes("record/dangling-entity")),
      ).toBe(true);
      expect(rows.some((row) => row.includes("2025-13"))).toBe(true);
      expect(rows.some((row) => /wrong\.jsonl:4:\d+/.test(row))).toBe(true);
      await shows(page, /^1,069 claims/);
      expect(errors).toEqual([]);
      await close();
    });

    const folder = process.env.SUITES_DIR;
    it.skipIf(!folder)(
      `with naughty strings for names fires nothing${folder ? "" : " (skipped: SUITES_DIR is not set)"}`,
      async () => {
        const naughty = (
          JSON.parse(readFileSync(join(folder as string, "naughty-strings.json"), "utf8")) as string[]
        )
          .filter((text) => !LONE.test(text))
          .filter((text) => text.trim() !== "");
        const records = naughty.flatMap((name, number) => [
          entity(`region/n${number}`, name),
          {
            ...{
              id: `c${number}`,
              subject: `region/n${number}`,
              relation: "locatedIn",
              object: "country/far",
            },
            ...{ valid: "2025", status: "actual", citations: CITATIONS },
          },
        ]);
        const hostile = {
          ...SOURCE,
          title: "<img src=x onerror=alert(1)>",
          url: "https://example.org/?%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        };
        const { page, errors, elsewhere, close } = await explorer().visit("");
        await page.setInputFiles(
          "#files",
          file("naughty.jsonl", lines(hostile, entity("country/far", "Farland"), ...records)),
        );
        await shows(page, new RegExp(`^${naughty.length.toLocaleString("en")} claims`));
        for (const view of ["network", "map", "timeline", "figures"])
          await page.click(`#${view} > header > button`);
        const names = (await tableOf(page, "network")).map((row) => row[1]);
        const script = naughty.find((text) => text.includes("<script>alert("));
        expect(names).toContain(script);
        await page.click("#network tbody button >> nth=0");
        await page.waitForSelector("#details .citation");
        await page.fill("#search", "<script>");
        await page.waitForSelector('[role="option"]');
        expect(
          await page.$$eval(
            "script",
            (scripts) => scripts.filter((one) => !(one as HTMLScriptElement).src).length,
          ),
        ).toBe(0);
        expect(await page.$$eval("img, iframe, object, embed", (found) => found.length)).toBe(0);
        expect(errors).toEqual([]);
        expect(elsewhere).toEqual([]);
        await close();
      },
    );
  });
}
