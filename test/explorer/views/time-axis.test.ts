import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysOf } from "../../../examples/explorer/src/views/claim-span.ts";
import {
  pannedTime,
  timeScale,
  timeTicks,
  zoomedTime,
} from "../../../examples/explorer/src/views/time-axis.ts";

const axis = (first: string, last: string, width = 800) =>
  timeScale(daysOf(first)[0], daysOf(last)[1], 0, width);
const texts = (first: string, last: string, width?: number): string[] =>
  timeTicks(axis(first, last, width)).map(({ text }) => text);

describe("timeTicks", () => {
  it("names days, months, years and decades, whichever has room", () => {
    expect(texts("2024-05-18", "2024-05-24")).toContain("21 May");
    expect(texts("2024", "2024")).toEqual(expect.arrayContaining(["2024", "Apr", "Jul", "Oct"]));
    expect(texts("2015", "2025")).toEqual(expect.arrayContaining(["2016", "2018", "2024"]));
    expect(texts("1900", "2025")).toEqual(expect.arrayContaining(["1920", "1940", "2000"]));
  });

  it("says the year on an axis on which no year begins", () => {
    expect(texts("2024-02", "2024-06").join(" ")).toContain("2024");
  });

  it("puts each tick on the first day of what it names, within the axis", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 30_000 }),
        fc.integer({ min: 7, max: 60_000 }),
        (first, days) => {
          const scale = timeScale(first, first + days, 40, 900);
          const ticks = timeTicks(scale);
          return ticks.every(
            ({ day, x }) => Number.isInteger(day) && scale.dayAt(x + 1e-6) === day && x >= 40 && x <= 900,
          );
        },
      ),
    );
  });
});

describe("zoomedTime and pannedTime", () => {
  it("never leave their limits and never show less than a week", () => {
    const limits = [0, 10_000] as const;
    const step = fc.oneof(
      fc.record({
        zoom: fc.double({ min: 0.01, max: 100, noNaN: true }),
        x: fc.integer({ min: 0, max: 500 }),
      }),
      fc.record({ pan: fc.integer({ min: -3000, max: 3000 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let [first, last] = limits as readonly [number, number];
        for (const one of steps) {
          const scale = timeScale(first, last, 0, 500);
          [first, last] =
            "pan" in one ? pannedTime(scale, one.pan, limits) : zoomedTime(scale, one.zoom, one.x, limits);
          expect(first).toBeGreaterThanOrEqual(0);
          expect(last).toBeLessThanOrEqual(10_000);
          expect(last - first + 1).toBeGreaterThanOrEqual(7);
        }
      }),
    );
  });

  it("keep the day under the pointer where it is", () => {
    const scale = timeScale(0, 9999, 0, 1000);
    const [first, last] = zoomedTime(scale, 2, 250, [0, 9999]);
    expect(timeScale(first, last, 0, 1000).dayAt(250)).toBe(scale.dayAt(250));
  });
});
