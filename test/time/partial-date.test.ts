import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KnowledgeGraphError } from "../../src/errors.ts";
import {
  firstDay,
  formatDay,
  formatPartialDate,
  lastDay,
  parsePartialDate,
  safeParsePartialDate,
} from "../../src/time/partial-date.ts";
import { dates } from "./arbitraries.ts";

/** The examples of the EDTF specification, and what days they leave open. */
const ACCEPTED: readonly (readonly [text: string, first: string, last: string])[] = [
  ["1985-04-12", "1985-04-12", "1985-04-12"],
  ["1985-04", "1985-04-01", "1985-04-30"],
  ["1985", "1985-01-01", "1985-12-31"],
  ["1984?", "1984-01-01", "1984-12-31"],
  ["2004-06~", "2004-06-01", "2004-06-30"],
  ["2004-06-11%", "2004-06-11", "2004-06-11"],
  ["201X", "2010-01-01", "2019-12-31"],
  ["20XX", "2000-01-01", "2099-12-31"],
  ["2004-XX", "2004-01-01", "2004-12-31"],
  ["1985-04-XX", "1985-04-01", "1985-04-30"],
  ["1985-XX-XX", "1985-01-01", "1985-12-31"],
  ["-1985", "-1985-01-01", "-1985-12-31"],
  ["-20XX", "-2099-01-01", "-2000-12-31"],
  ["-201X", "-2019-01-01", "-2010-12-31"],
  ["-2004-XX", "-2004-01-01", "-2004-12-31"],
  ["-1985-04-XX", "-1985-04-01", "-1985-04-30"],
  ["0000", "0000-01-01", "0000-12-31"],
  ["0000-02", "0000-02-01", "0000-02-29"],
  ["-0001", "-0001-01-01", "-0001-12-31"],
  ["000X", "0000-01-01", "0009-12-31"],
  ["-000X", "-0009-01-01", "-0001-12-31"],
  ["-00XX", "-0099-01-01", "-0001-12-31"],
  ["2024-02-29", "2024-02-29", "2024-02-29"],
  ["2024-02-XX", "2024-02-01", "2024-02-29"],
  ["9999-12-31", "9999-12-31", "9999-12-31"],
];

const REFUSED: readonly (readonly [code: string, ...texts: string[]])[] = [
  ["time/empty", ""],
  ["time/invalid-year", "-0000", "-0000-05", "-0000-05-01"],
  [
    "time/invalid-month",
    "2023-13",
    "2023-00",
    "2023-99",
    "2023-13-01",
    "2023-21-05",
    "2023-00-XX",
    "2023-42~",
  ],
  ["time/invalid-day", "2023-02-29", "1900-02-29", "2023-04-31", "2023-11-00", "2023-11-32", "2023-02-30?"],
  [
    "time/unsupported-season",
    "2001-21",
    "2001-24",
    "-2004-23",
    "2001-41",
    "2011-23~",
    "2001-21^southernHemisphere",
  ],
  [
    "time/unsupported-time-of-day",
    "1985-04-12T23:20:30",
    "1985-04-12T23:20:30Z",
    "1985-04-12T23:20:30-04",
    "1985-04-12T23:20:30+04:30",
    "2024-05-21T00:00:00.000Z",
    "2024-05-21 10:00",
    "-1985-04-12t23:20:30",
  ],
  ["time/unsupported-long-year", "Y170000002", "Y-170000002", "Y-17E7", "Y2006", "Y171010000S3"],
  ["time/unsupported-significant-digits", "1950S2", "-1859S5"],
  [
    "time/unsupported-level-2",
    "[1667,1668,1670..1672]",
    "{1960,1961-12}",
    "2004-06~-11",
    "2004?-06-11",
    "?2004-06~-10",
    "%2001",
    "2004-06~?",
    "156X-12-25",
    "15XX-12-25",
    "XXXX-12-XX",
    "1XXX-XX",
    "1XXX",
    "XXXX",
    "1984-1X",
    "1984-11-2X",
    "2023-XX-05",
    "202X-05",
  ],
  ["time/interval-not-date", "1964/2008", "2023-11-01/..", "../2023", "/2023", "2023/"],
  [
    "time/unreadable-date",
    "2023-5",
    "2023-5-1",
    "20230521",
    "2023-0521",
    "23-05-21",
    "21.05.2023",
    "05/21/2023",
    "12024",
    "+2006",
    "2023-11-05-01",
    "2023-",
    "2023--05",
    "--2023",
    "-",
    "..",
    "202x",
    "May 2023",
    "last year",
  ],
];

const HOSTILE = [
  " 2023",
  "2023 ",
  "2023\n",
  "\n2023",
  "2023\0",
  "２０２３",
  "2023\u201311",
  "2023‐11",
  "−0044",
  "\u202e3202",
  "\ufeff2023",
  "2023\u00ad",
  "__proto__",
  "constructor",
  "toString",
  "NaN",
  "Infinity",
  "0x7E7",
  "2e3",
  "😀",
  "'; drop table claims; --",
  "]]>",
  "null",
];

describe("parsePartialDate", () => {
  it.each(ACCEPTED)("accepts %s, from %s to %s", (text, first, last) => {
    const date = parsePartialDate(text);
    expect(formatDay(firstDay(date))).toBe(first);
    expect(formatDay(lastDay(date))).toBe(last);
    expect(formatPartialDate(date)).toBe(text);
  });

  it("keeps what is written: units, precision and qualifiers", () => {
    expect(parsePartialDate("2023-11-05")).toEqual({
      year: 2023,
      month: 11,
      day: 5,
      precision: "day",
      approximate: false,
      uncertain: false,
      unspecified: false,
    });
    expect(parsePartialDate("2023-11-XX")).toMatchObject({ month: 11, precision: "day", unspecified: true });
    expect(parsePartialDate("2023-11-XX")).not.toHaveProperty("day");
    expect(parsePartialDate("-202X")).toMatchObject({ year: -2029, precision: "decade", unspecified: true });
    expect(parsePartialDate("19XX")).toMatchObject({ year: 1900, precision: "century" });
    expect(parsePartialDate("2023~")).toMatchObject({ approximate: true, uncertain: false });
    expect(parsePartialDate("2023?")).toMatchObject({ approximate: false, uncertain: true });
    expect(parsePartialDate("2023%")).toMatchObject({ approximate: true, uncertain: true });
  });

  it("returns a frozen value", () => {
    expect(Object.isFrozen(parsePartialDate("2023"))).toBe(true);
  });

  it("accepts a qualifier after unspecified digits, which EDTF leaves to level 2", () => {
    expect(parsePartialDate("202X~")).toMatchObject({ year: 2020, approximate: true, unspecified: true });
  });

  it.each(REFUSED.flatMap(([code, ...texts]) => texts.map((text) => [code, text] as const)))(
    "refuses with %s: %j",
    (code, text) => {
      const parsed = safeParsePartialDate(text);
      expect(parsed).toMatchObject({ ok: false, code });
      expect(() => parsePartialDate(text)).toThrow(KnowledgeGraphError);
      expect(() => parsePartialDate(text)).toThrow(expect.objectContaining({ code }));
    },
  );

  it("says what was found, what was expected and what to do", () => {
    expect(safeParsePartialDate("2023-02-29")).toEqual({
      ok: false,
      code: "time/invalid-day",
      message: 'Found "2023-02-29"; expected a day from 01 to 28. Correct the day "29".',
    });
    expect(safeParsePartialDate("2024-22")).toMatchObject({
      message: expect.stringContaining("write the months as an interval"),
    });
  });

  it.each(HOSTILE)("refuses hostile text %j", (text) => {
    expect(safeParsePartialDate(text)).toMatchObject({ ok: false, code: "time/unreadable-date" });
  });

  it("refuses what is not text", () => {
    for (const value of [2023, null, undefined, {}, [], ["2023"], true, new Date(0), Symbol("2023"), 2023n]) {
      expect(safeParsePartialDate(value as string)).toMatchObject({
        ok: false,
        code: "time/unreadable-date",
      });
    }
  });

  it("answers at once on a text of a million characters, with a short message", () => {
    const long = 1_000_000;
    for (const unit of ["2", "X", "-", "~", "2023-", " ", "/", "[", "2023/", "Y", "\0"]) {
      const started = performance.now();
      const parsed = safeParsePartialDate(unit.repeat(long / unit.length));
      expect(performance.now() - started).toBeLessThan(250);
      expect(parsed.ok).toBe(false);
      expect(parsed.ok ? "" : parsed.message).toSatisfy((message: string) => message.length < 400);
    }
  });

  it("is undone by formatPartialDate for every date that is accepted", () => {
    fc.assert(
      fc.property(dates, (text) => {
        const date = parsePartialDate(text);
        expect(formatPartialDate(date)).toBe(text);
        expect(parsePartialDate(formatPartialDate(date))).toEqual(date);
        expect(firstDay(date)).toBeLessThanOrEqual(lastDay(date));
      }),
    );
  });

  it("never throws anything but its own error, and accepts no text it does not give back", () => {
    const alphabet = fc.string({ unit: fc.constantFrom(..."0129X-~?%/.TYS[ "), maxLength: 14 });
    fc.assert(
      fc.property(fc.oneof(alphabet, fc.string({ unit: "binary" })), (text) => {
        const parsed = safeParsePartialDate(text);
        if (parsed.ok) expect(formatPartialDate(parsed.value)).toBe(text);
        else expect(parsed.code).toMatch(/^time\//);
      }),
      { numRuns: 2000 },
    );
  });
});
