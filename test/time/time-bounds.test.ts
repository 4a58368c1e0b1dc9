import { describe, expect, it } from "vitest";
import { DAY_MAX, DAY_MIN, formatDay } from "../../src/time/calendar.ts";
import { firstDay, parsePartialDate } from "../../src/time/partial-date.ts";
import { boundsOfAttested, describeBounds } from "../../src/time/time-bounds.ts";
import { boundsOf, parseValidTime, type TimeBehaviour } from "../../src/time/valid-time.ts";

describe("boundsOfAttested", () => {
  const certainDays = (...dates: readonly string[]): readonly string[] => {
    const bounds = boundsOfAttested(dates);
    expect(bounds).toMatchObject({
      earliestStart: DAY_MIN,
      latestEnd: DAY_MAX,
      attested: true,
      instant: false,
    });
    return [formatDay(bounds.latestStart), formatDay(bounds.earliestEnd)];
  };

  it("starts no later than the first and ends no earlier than the last attested day", () => {
    expect(certainDays("2024-05-21")).toEqual(["2024-05-21", "2024-05-21"]);
    expect(certainDays("2024-05-21", "2025-09-29")).toEqual(["2024-05-21", "2025-09-29"]);
  });

  it("takes the dates in any order", () => {
    expect(certainDays("2025-09-29", "2024-03-07", "2024-05-21")).toEqual(["2024-03-07", "2025-09-29"]);
  });

  it("takes a coarse date for some day of it", () => {
    expect(certainDays("2024-05")).toEqual(["2024-05-31", "2024-05-01"]);
    expect(certainDays("2024-05", "2024-08")).toEqual(["2024-05-31", "2024-08-01"]);
    expect(certainDays("2024", "2024-08-09")).toEqual(["2024-08-09", "2024-08-09"]);
  });

  it("widens an approximate date towards the certain days and is vague for any qualifier", () => {
    expect(certainDays("2024-05~", "2024-08")).toEqual(["2024-06-30", "2024-08-01"]);
    expect(boundsOfAttested(["2024-05-21", "2024-08?"]).vague).toBe(true);
    expect(boundsOfAttested(["2024-05-21", "2024-08"]).vague).toBe(false);
  });

  it("refuses an empty list, intervals and unreadable dates, each by code", () => {
    expect(() => boundsOfAttested([])).toThrow(expect.objectContaining({ code: "time/no-attested-date" }));
    expect(() => boundsOfAttested(["2023/2024"])).toThrow(
      expect.objectContaining({ code: "time/interval-not-date" }),
    );
    expect(() => boundsOfAttested(["2024-05-21", "soon"])).toThrow(
      expect.objectContaining({ code: "time/unreadable-date" }),
    );
  });

  it("takes a hundred thousand dates", () => {
    expect(boundsOfAttested(new Array(100_000).fill("2024-05-21")).earliestEnd).toBe(
      firstDay(parsePartialDate("2024-05-21")),
    );
  });

  it("returns a frozen value", () => {
    expect(Object.isFrozen(boundsOfAttested(["2024"]))).toBe(true);
  });
});

describe("describeBounds", () => {
  it.each<readonly [text: string, behaviour: TimeBehaviour, statedUntil: string | undefined, words: string]>([
    ["2023", "state", undefined, "2023-01-01 to 2023-12-31"],
    ["2023-11-05", "state", undefined, "on 2023-11-05"],
    ["2023-11-05", "event", undefined, "on 2023-11-05"],
    ["2023", "event", undefined, "between 2023-01-01 and 2023-12-31"],
    [
      "2023-11/2024-03",
      "state",
      undefined,
      "starts between 2023-11-01 and 2023-11-30, ends between 2024-03-01 and 2024-03-31",
    ],
    ["2023-11-01/..", "state", "2024-05-21", "starts on 2023-11-01, no end given, held until 2024-05-21"],
    ["2023-11-01/..", "state", undefined, "starts on 2023-11-01, no end given"],
    ["2023-11-01/", "state", undefined, "starts on 2023-11-01, end unknown"],
    ["/2024-05-21", "state", undefined, "start unknown, ends on 2024-05-21"],
    ["../2024-05-21", "state", undefined, "no start given, ends on 2024-05-21"],
    ["/..", "state", undefined, "start unknown, no end given"],
    ["2023?", "state", undefined, "2023-01-01 to 2023-12-31 (approximate or doubtful)"],
  ])("says of %s as %s, stated until %s: %s", (text, behaviour, statedUntil, words) => {
    const stated = statedUntil === undefined ? undefined : firstDay(parsePartialDate(statedUntil));
    expect(describeBounds(boundsOf(parseValidTime(text), behaviour, stated))).toBe(words);
  });

  it("says on which days an attested state was seen", () => {
    expect(describeBounds(boundsOfAttested(["2024-05-21"]))).toBe("seen on 2024-05-21");
    expect(describeBounds(boundsOfAttested(["2024-05-21", "2025-09-29"]))).toBe(
      "seen from 2024-05-21 to 2025-09-29",
    );
    expect(describeBounds(boundsOfAttested(["2024-05"]))).toBe("seen between 2024-05-01 and 2024-05-31");
  });
});
