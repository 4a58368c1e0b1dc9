import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KnowledgeGraphError } from "../../src/errors.ts";
import { DAY_MAX, DAY_MIN, type Day, formatDay } from "../../src/time/calendar.ts";
import { addDuration, parseDuration } from "../../src/time/duration.ts";
import { firstDay, parsePartialDate } from "../../src/time/partial-date.ts";

const on = (text: string): Day => firstDay(parsePartialDate(text));

describe("addDuration", () => {
  it.each([
    ["2024-05-21", "P2Y", 1, "2026-05-21"],
    ["2024-05-21", "P2Y", -1, "2022-05-21"],
    ["2024-05-21", "P1Y6M", 1, "2025-11-21"],
    ["2024-12-15", "P1M", 1, "2025-01-15"],
    ["2024-01-15", "P1M", -1, "2023-12-15"],
    ["2024-05-21", "P2W", 1, "2024-06-04"],
    ["2024-05-21", "P90D", 1, "2024-08-19"],
    ["2024-05-21", "P1Y1M1W1D", -1, "2023-04-13"],
    ["2024-05-21", "P0D", 1, "2024-05-21"],
    ["0001-01-01", "P2Y", -1, "-0001-01-01"],
  ] as const)("takes %s and %s with sign %i to %s", (from, duration, sign, to) => {
    expect(formatDay(addDuration(on(from), duration, sign))).toBe(to);
  });

  it("falls back to the last day of a shorter month, and then counts weeks and days", () => {
    expect(formatDay(addDuration(on("2024-02-29"), "P1Y"))).toBe("2025-02-28");
    expect(formatDay(addDuration(on("2024-03-31"), "P1M", -1))).toBe("2024-02-29");
    expect(formatDay(addDuration(on("2024-01-31"), "P1M1D"))).toBe("2024-03-01");
  });

  it("leaves what is unbounded unbounded, and never leaves 32 bits", () => {
    expect(addDuration(DAY_MIN, "P2Y")).toBe(DAY_MIN);
    expect(addDuration(DAY_MAX, "P2Y", -1)).toBe(DAY_MAX);
    expect(addDuration(DAY_MAX - 1, "P999999Y")).toBe(DAY_MAX);
    expect(addDuration(DAY_MIN + 1, "P999999D", -1)).toBe(DAY_MIN);
  });

  it("is undone by the opposite sign for weeks and days", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.nat(9999), fc.nat(9999), (day, weeks, days) => {
        const duration = `P${weeks}W${days}D`;
        expect(addDuration(addDuration(day, duration), duration, -1)).toBe(day);
      }),
    );
  });
});

describe("parseDuration", () => {
  it("reduces years to months and weeks to days", () => {
    expect(parseDuration("P1Y6M2W3D")).toEqual({ months: 18, days: 17 });
    expect(Object.isFrozen(parseDuration("P2Y"))).toBe(true);
  });

  it.each([
    "",
    "P",
    "2Y",
    "P2",
    "PT1H",
    "P1DT1H",
    "P1.5Y",
    "P1,5Y",
    "-P1Y",
    "P-1Y",
    "p1y",
    " P1Y",
    "P1Y ",
    "P1D1Y",
    "P1M1Y",
    "P1Y1Y",
    "P1234567D",
    "P１Y",
    "__proto__",
    "P1Y\n",
  ])("refuses %j", (text) => {
    expect(() => parseDuration(text)).toThrow(expect.objectContaining({ code: "time/unreadable-duration" }));
    expect(() => parseDuration(text)).toThrow(KnowledgeGraphError);
  });

  it("refuses what is not text, and a very long text, at once", () => {
    for (const value of [null, undefined, 2, {}, `P${"1".repeat(1_000_000)}D`]) {
      expect(() => parseDuration(value as string)).toThrow(
        expect.objectContaining({ code: "time/unreadable-duration" }),
      );
    }
  });
});
