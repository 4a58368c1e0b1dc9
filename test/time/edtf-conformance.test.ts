/**
 * Against others: the lists of valid and invalid EDTF kept by unt-libraries/edtf-validate, and the days that the
 * `edtf` package finds. Both are oracles of development; neither is shipped.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstDay, formatDay, lastDay, parsePartialDate } from "../../src/time/partial-date.ts";
import { formatValidTime, safeParseValidTime } from "../../src/time/valid-time.ts";
import { maskedDates, plainDates } from "./arbitraries.ts";

const folder = process.env.SUITES_DIR;
const file = folder === undefined ? undefined : join(folder, "edtf.json");
const present = file !== undefined && existsSync(file);
if (!present) {
  console.warn(
    "Skipped: conformance with the EDTF lists of unt-libraries/edtf-validate. Set SUITES_DIR to the folder of edtf.json.",
  );
}
const lists: Readonly<Record<string, readonly string[]>> = present
  ? JSON.parse(readFileSync(file, "utf8"))
  : {};
const textsOf = (...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => {
    const texts = lists[name];
    if (texts === undefined || texts.length === 0) throw new Error(`no list ${name} in ${file}`);
    return texts;
  });

/** Valid EDTF of levels 0 and 1 that is refused on purpose. The first class that fits must give its code. */
const EXCLUDED: readonly (readonly [reason: string, pattern: RegExp, code: string])[] = [
  ["a claim holds on days, never at times of day", /T\d\d:/, "time/unsupported-time-of-day"],
  ["when spring begins depends on the place and the author", /\d{4}-2[1-4](?!\d)/, "time/unsupported-season"],
  ["nothing here is older than 9999 years", /^Y/, "time/unsupported-long-year"],
  ["it says nothing at all", /^\.\.\/\.\.$/, "time/empty-interval"],
];

/** Intervals of level 2 whose ends are dates of level 1: accepted on purpose. */
const ACCEPTED_LEVEL_2 = [
  "2004-06-XX/2004-07-03",
  "1984-11-12/1984-11-XX",
  "2000-12-XX/2012",
  "-2000-12-XX/2012",
  "2000-XX/2012",
  "2000-XX-XX/2012",
  "2000-XX-XX/2012",
  "2000/2000-XX-XX",
  "198X/199X",
  "198X/1999",
  "1987/199X",
];

describe("safeParseValidTime on the lists of edtf-validate", () => {
  it.skipIf(!present)(
    "accepts and gives back every valid text of levels 0 and 1 outside the named classes",
    () => {
      const texts = textsOf("Level0", "Level1", "L0_Intervals", "L1_Intervals");
      const excluded = new Map<string, number>();
      for (const text of texts) {
        const parsed = safeParseValidTime(text);
        const exclusion = EXCLUDED.find(([, pattern]) => pattern.test(text));
        if (exclusion === undefined) {
          expect(parsed, text).toMatchObject({ ok: true });
          if (parsed.ok) expect(formatValidTime(parsed.value)).toBe(text);
        } else {
          expect(parsed, text).toMatchObject({ ok: false, code: exclusion[2] });
          excluded.set(exclusion[2], (excluded.get(exclusion[2]) ?? 0) + 1);
        }
      }
      expect(Object.fromEntries(excluded)).toEqual({
        "time/unsupported-time-of-day": 9,
        "time/unsupported-season": 7,
        "time/unsupported-long-year": 2,
        "time/empty-interval": 1,
      });
    },
  );

  it.skipIf(!present)("refuses every invalid text", () => {
    const texts = textsOf("invalid_edtf_dates", "invalid_edtf_intervals", "invalid_edtf_datetimes");
    expect(texts.filter((text) => safeParseValidTime(text).ok)).toEqual([]);
  });

  it.skipIf(!present)("refuses level 2, but for unspecified digits in an interval", () => {
    const texts = textsOf("Level2", "L2_Intervals");
    expect(texts.filter((text) => safeParseValidTime(text).ok)).toEqual(ACCEPTED_LEVEL_2);
    for (const text of texts) {
      const parsed = safeParseValidTime(text);
      if (!parsed.ok) expect(parsed.code, text).toMatch(/^time\/unsupported-/);
    }
  });
});

interface Oracle {
  readonly min: number;
  readonly max: number;
}
// The package has no types; a name that is not a literal keeps the compiler from asking for them.
const packageName: string = "edtf";
const { default: edtf } = (await import(packageName)) as { readonly default: (text: string) => Oracle };
const utcDay = (milliseconds: number): number => Math.floor(milliseconds / 86_400_000);

describe("firstDay and lastDay beside the edtf package", () => {
  it("agree on dates with and without a qualifier", () => {
    // February of the year 0 has 29 days; the package ends its 28th on the 29th.
    const dates = plainDates.filter((text) => !text.startsWith("0000-02"));
    const qualified = fc
      .tuple(dates, fc.constantFrom("", "~", "?", "%"))
      .map(([text, qualifier]) => `${text}${qualifier}`);
    fc.assert(fc.property(qualified, agree), { numRuns: 500 });
  });

  it("agree on unspecified digits of years from 0 on", () => {
    // Before year 0 the package gives December before January and takes -000X for the years 0 to 9.
    // It also ends 0000-02-XX on the first of March.
    const positive = maskedDates.filter((text) => !text.startsWith("-") && !text.startsWith("0000-02"));
    fc.assert(fc.property(positive, agree), { numRuns: 500 });
  });
});

function agree(text: string): void {
  const date = parsePartialDate(text);
  const oracle = edtf(text);
  expect(formatDay(firstDay(date))).toBe(formatDay(utcDay(oracle.min)));
  expect(formatDay(lastDay(date))).toBe(formatDay(utcDay(oracle.max)));
}
