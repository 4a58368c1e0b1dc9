import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MAX, DAY_MIN, dayFromYmd, daysInMonth, formatDay, ymdFromDay } from "../../src/time/calendar.ts";

const MILLISECONDS = 86_400_000;

/** The oracle: `Date` in UTC, which shares the calendar and keeps years 0 to 99 only when set one by one. */
function utcDay(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / MILLISECONDS;
}

describe("dayFromYmd", () => {
  it("counts days from the first of January 1970", () => {
    expect(dayFromYmd(1970, 1, 1)).toBe(0);
    expect(dayFromYmd(1969, 12, 31)).toBe(-1);
    expect(dayFromYmd(2024, 5, 21)).toBe(19864);
    expect(dayFromYmd(0, 3, 1)).toBe(-719468);
  });

  it("agrees with UTC dates for all years from -10000 to 10000", () => {
    const input = [
      fc.integer({ min: -10000, max: 10000 }),
      fc.integer({ min: 1, max: 12 }),
      fc.nat(27),
    ] as const;
    fc.assert(
      fc.property(...input, (year, month, index) => {
        expect(dayFromYmd(year, month, index + 1)).toBe(utcDay(year, month, index + 1));
      }),
    );
  });

  it("runs on into the next month where the day is beyond the month's end", () => {
    expect(formatDay(dayFromYmd(2023, 2, 29))).toBe("2023-03-01");
  });
});

describe("ymdFromDay", () => {
  it("takes every day of several leap cycles apart as UTC dates do", () => {
    for (let day = dayFromYmd(1880, 1, 1); day <= dayFromYmd(2110, 1, 1); day += 1) {
      const date = new Date(day * MILLISECONDS);
      const { year, month, day: dayOfMonth } = ymdFromDay(day);
      if (
        year !== date.getUTCFullYear() ||
        month !== date.getUTCMonth() + 1 ||
        dayOfMonth !== date.getUTCDate()
      ) {
        expect.fail(`day ${day} came out as ${year}-${month}-${dayOfMonth}`);
      }
    }
  });

  it("undoes dayFromYmd for all days that fit 32 bits", () => {
    fc.assert(
      fc.property(fc.integer({ min: DAY_MIN + 1, max: DAY_MAX - 1 }), (day) => {
        const { year, month, day: dayOfMonth } = ymdFromDay(day);
        expect(dayOfMonth).toBeGreaterThanOrEqual(1);
        expect(dayOfMonth).toBeLessThanOrEqual(daysInMonth(year, month));
        expect(dayFromYmd(year, month, dayOfMonth)).toBe(day);
      }),
    );
  });

  it("never gives a negative zero for year 0", () => {
    expect(Object.is(ymdFromDay(dayFromYmd(0, 6, 1)).year, 0)).toBe(true);
    expect(Object.is(ymdFromDay(dayFromYmd(0, 1, 1)).year, 0)).toBe(true);
  });
});

describe("daysInMonth", () => {
  it("knows the leap years of the Gregorian calendar, year 0 and years before it", () => {
    const leap = [2024, 2000, 0, -4, -400];
    const common = [2023, 1900, 2100, -1, -100];
    expect(leap.map((year) => daysInMonth(year, 2))).toEqual([29, 29, 29, 29, 29]);
    expect(common.map((year) => daysInMonth(year, 2))).toEqual([28, 28, 28, 28, 28]);
  });

  it("has no days for a month that does not exist", () => {
    expect([0, 13, -1, Number.NaN].map((month) => daysInMonth(2024, month))).toEqual([0, 0, 0, 0]);
  });
});

describe("formatDay", () => {
  it("writes years with four digits, a minus sign before year 0, and more digits where needed", () => {
    expect(formatDay(dayFromYmd(44, 3, 5))).toBe("0044-03-05");
    expect(formatDay(dayFromYmd(0, 1, 1))).toBe("0000-01-01");
    expect(formatDay(dayFromYmd(-44, 12, 31))).toBe("-0044-12-31");
    expect(formatDay(dayFromYmd(-10000, 1, 1))).toBe("-10000-01-01");
  });

  it("writes two dots where there is no bound", () => {
    expect([formatDay(DAY_MIN), formatDay(DAY_MAX)]).toEqual(["..", ".."]);
  });
});
