import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PlainTime, readPlainTime } from "../../src/time/plain-time.ts";
import { boundsOf, safeParseValidTime } from "../../src/time/valid-time.ts";
import { validTime } from "../arbitrary-dataset.ts";

const read = (text: string): PlainTime | undefined => {
  const time = { firstStart: 0, lastStart: 0, firstEnd: 0, lastEnd: 0, interval: false, openEnd: false };
  return readPlainTime(text, time) ? time : undefined;
};

/** Anything that looks like a time, most of it none. */
const scribble = fc
  .array(fc.constantFrom("2023", "0000", "-", "11", "31", "02", "29", "/", "..", "~", "X", "1", "２"), {
    maxLength: 9,
  })
  .map((parts) => parts.join(""));

describe("readPlainTime", () => {
  it("reads what the whole parser reads, to the same days, or leaves it to it", () => {
    let plain = 0;
    fc.assert(
      fc.property(fc.oneof(validTime, scribble), (text) => {
        const time = read(text);
        if (!time) return;
        plain += 1;
        const parsed = safeParseValidTime(text);
        expect(parsed.ok).toBe(true);
        if (!parsed.ok) return;
        const period = boundsOf(parsed.value, "period");
        const { earliestStart, latestEnd, openEnd, vague } = period;
        expect([time.firstStart, time.lastEnd, time.openEnd, vague]).toEqual([
          earliestStart,
          latestEnd,
          openEnd,
          false,
        ]);
        if (!time.interval || time.openEnd) return;
        const state = boundsOf(parsed.value, "state");
        expect([time.lastStart, time.firstEnd]).toEqual([state.latestStart, state.earliestEnd]);
      }),
      { numRuns: 3000 },
    );
    expect(plain).toBeGreaterThan(500);
  });

  it.each([
    "2023-02-29",
    "2023-13",
    "2024/2023",
    "2024-05-21/2024",
    "2023~",
    "202X",
    "/2024",
    "2024/",
    "../2024",
    "2023-1-1",
    "20231101",
    "2023/2024/2025",
    "",
    " 2023",
  ])("leaves %j to the whole parser", (text) => {
    expect(read(text)).toBeUndefined();
  });
});
