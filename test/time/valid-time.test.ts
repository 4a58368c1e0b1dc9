import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KnowledgeGraphError } from "../../src/errors.ts";
import { type Day, formatDay } from "../../src/time/calendar.ts";
import { firstDay, lastDay, parsePartialDate } from "../../src/time/partial-date.ts";
import {
  boundsOf,
  formatValidTime,
  parseValidTime,
  safeParseValidTime,
  type TimeBehaviour,
} from "../../src/time/valid-time.ts";
import { dates, maskedDates } from "./arbitraries.ts";

describe("parseValidTime", () => {
  it.each([
    "2023",
    "2023-11-05~",
    "202X",
    "1964/2008",
    "2004-06/2006-08",
    "2004-02-01/2005-02-08",
    "2004-02-01/2005",
    "2023-11-01/..",
    "../2023",
    "/2024",
    "2023/",
    "/..",
    "../",
    "1984~/2004-06",
    "-1984?/2004%",
    "-1000/-0999",
    "0000/0000",
    "2024-05-21/2024-05-21",
    "2023/2023-06",
    "2024-05-21/2024-XX-XX",
    "198X/199X",
  ])("reads %s and gives it back", (text) => {
    expect(formatValidTime(parseValidTime(text))).toBe(text);
  });

  it("tells an open end from an unknown one", () => {
    expect(parseValidTime("2023/..")).toMatchObject({ kind: "interval", end: "open" });
    expect(parseValidTime("2023/")).toMatchObject({ kind: "interval", end: "unknown" });
    expect(parseValidTime("../2023")).toMatchObject({ start: "open" });
    expect(parseValidTime("/2023")).toMatchObject({ start: "unknown" });
  });

  it("returns a frozen value", () => {
    expect(Object.isFrozen(parseValidTime("2023"))).toBe(true);
    expect(Object.isFrozen(parseValidTime("2023/2024"))).toBe(true);
  });

  it.each([
    ["time/inverted-interval", "2024/2023"],
    ["time/inverted-interval", "2024-05-22/2024-05-21"],
    ["time/inverted-interval", "2024-06/2024-05-31"],
    ["time/inverted-interval", "0001/0000"],
    ["time/inverted-interval", "-1000/-2000"],
    ["time/inverted-interval", "203X/2029"],
    ["time/end-contains-start", "2024-05-21/2024"],
    ["time/end-contains-start", "2024-05-21/2024-05"],
    ["time/end-contains-start", "2004-06-11%/2004-06~"],
    ["time/empty-interval", "/"],
    ["time/empty-interval", "../.."],
    ["time/unreadable-interval", "2012/2013/2014"],
    ["time/unreadable-interval", "2012//2014"],
    ["time/unreadable-interval", "05/21/2024"],
    ["time/unreadable-date", "2012\\2013"],
    ["time/unreadable-date", "2012/P1Y"],
    ["time/unreadable-date", "2012/ 2013"],
    ["time/unreadable-date", "NONE/"],
    ["time/unreadable-date", "2012/..."],
    ["time/unreadable-date", "2012/__proto__"],
    ["time/unreadable-date", ".."],
    ["time/unsupported-season", "2003-22/2004"],
    ["time/unsupported-time-of-day", "2005/2006-01-01T10:10:10Z"],
    ["time/unsupported-level-2", "2004-06-11%/2004-%06"],
    ["time/unsupported-long-year", "Y-61000/-2000"],
    ["time/invalid-day", "2023-02-29/2024"],
    ["time/empty", ""],
  ])("refuses with %s: %j", (code, text) => {
    expect(safeParseValidTime(text)).toMatchObject({ ok: false, code });
    expect(() => parseValidTime(text)).toThrow(KnowledgeGraphError);
    expect(() => parseValidTime(text)).toThrow(expect.objectContaining({ code }));
  });

  it("refuses what is not text", () => {
    for (const value of [2023, null, undefined, {}, ["2023/2024"]]) {
      expect(safeParseValidTime(value as string)).toMatchObject({ ok: false, code: "time/unreadable-date" });
    }
  });

  it("answers at once on a text of a million characters", () => {
    for (const unit of ["2023/", "/", "2023", "../"]) {
      const started = performance.now();
      expect(safeParseValidTime(unit.repeat(1_000_000 / unit.length)).ok).toBe(false);
      expect(performance.now() - started).toBeLessThan(250);
    }
  });

  it("is undone by formatValidTime for every pair of ends that it accepts, and refuses what ends before it starts", () => {
    const ends = fc.oneof(dates, fc.constantFrom("", ".."));
    fc.assert(
      fc.property(ends, ends, (start, end) => {
        const text = `${start}/${end}`;
        const parsed = safeParseValidTime(text);
        if (parsed.ok) expect(formatValidTime(parsed.value)).toBe(text);
        if (start === "" || start === ".." || end === "" || end === "..") {
          expect(parsed.ok).toBe(start !== end);
        } else if (firstDay(parsePartialDate(start)) > lastDay(parsePartialDate(end))) {
          expect(parsed).toMatchObject({ ok: false, code: "time/inverted-interval" });
        }
      }),
    );
  });
});

/** Earliest start, latest start, earliest end, latest end, as text. */
function daysOf(text: string, behaviour: TimeBehaviour, statedUntil?: string): string {
  const stated: Day | undefined =
    statedUntil === undefined ? undefined : firstDay(parsePartialDate(statedUntil));
  const bounds = boundsOf(parseValidTime(text), behaviour, stated);
  return [bounds.earliestStart, bounds.latestStart, bounds.earliestEnd, bounds.latestEnd]
    .map(formatDay)
    .join(" ");
}

describe("boundsOf", () => {
  it.each([
    ["2023", "2023-01-01 2023-01-01 2023-12-31 2023-12-31"],
    ["2023-02", "2023-02-01 2023-02-01 2023-02-28 2023-02-28"],
    ["2023-11-05", "2023-11-05 2023-11-05 2023-11-05 2023-11-05"],
    ["202X", "2020-01-01 2029-01-01 2020-12-31 2029-12-31"],
    ["20XX", "2000-01-01 2099-01-01 2000-12-31 2099-12-31"],
    ["-000X", "-0009-01-01 -0001-01-01 -0009-12-31 -0001-12-31"],
    ["2023-XX", "2023-01-01 2023-12-01 2023-01-31 2023-12-31"],
    ["2023-11-XX", "2023-11-01 2023-11-30 2023-11-01 2023-11-30"],
    ["2023-XX-XX", "2023-01-01 2023-12-31 2023-01-01 2023-12-31"],
  ])("lets a state or period of %s fill the unit, whichever unit it is", (text, days) => {
    expect(daysOf(text, "state")).toBe(days);
    expect(daysOf(text, "period")).toBe(days);
  });

  it.each([
    ["2023", "2023-01-01 2023-12-31 2023-01-01 2023-12-31"],
    ["2023-11-05", "2023-11-05 2023-11-05 2023-11-05 2023-11-05"],
    ["202X", "2020-01-01 2029-12-31 2020-01-01 2029-12-31"],
  ])("lets an event of %s happen on one of its days", (text, days) => {
    expect(daysOf(text, "event")).toBe(days);
    expect(boundsOf(parseValidTime(text), "event").instant).toBe(true);
  });

  it("lets a state over an interval start on some day of its start and end on some day of its end", () => {
    expect(daysOf("2023-11/2024-03", "state")).toBe("2023-11-01 2023-11-30 2024-03-01 2024-03-31");
  });

  it.each([
    ["2024-06-26/2024-06-30", "2024-06-26 2024-06-26 2024-06-30 2024-06-30"],
    ["2023/2024-05-21", "2023-01-01 2024-05-21 2023-01-01 2024-05-21"],
    ["/2024-05-21", ".. 2024-05-21 .. 2024-05-21"],
  ])(
    "takes an event's interval %s as its extent only if both ends are days, else as where it lies",
    (text, days) => {
      expect(daysOf(text, "event")).toBe(days);
      expect(boundsOf(parseValidTime(text), "event").instant).toBe(false);
    },
  );

  it("lets a period over an interval run from the first to the last day", () => {
    expect(daysOf("2024-01/2024-04", "period")).toBe("2024-01-01 2024-01-01 2024-04-30 2024-04-30");
    expect(daysOf("202X/2035", "period")).toBe("2020-01-01 2029-01-01 2035-12-31 2035-12-31");
  });

  it("keeps an open start without bound and an unknown one unknown", () => {
    expect(daysOf("../2024", "state")).toBe(".. .. 2024-01-01 2024-12-31");
    expect(boundsOf(parseValidTime("../2024"), "state").latestStart).toBeLessThan(0);
    expect(boundsOf(parseValidTime("/2024"), "state").latestStart).toBeGreaterThan(0);
  });

  it("lets an open end lie no earlier than it was last stated, and says that it is open", () => {
    expect(daysOf("2023-11-01/..", "state")).toBe("2023-11-01 2023-11-01 2023-11-01 ..");
    expect(daysOf("2023-11-01/..", "state", "2024-05-21")).toBe("2023-11-01 2023-11-01 2024-05-21 ..");
    expect(daysOf("2025/..", "state", "2024-05-21")).toBe("2025-01-01 2025-12-31 2025-01-01 ..");
    expect(boundsOf(parseValidTime("2023-11-01/.."), "state").openEnd).toBe(true);
  });

  it("leaves an unknown end unknown, whenever it was stated", () => {
    expect(daysOf("2023/", "state", "2024-05-21")).toBe("2023-01-01 2023-12-31 2023-01-01 ..");
    expect(boundsOf(parseValidTime("2023/"), "state").openEnd).toBe(false);
  });

  it.each([
    ["2023~", "state", "2022-01-01 2024-01-01 2022-12-31 2024-12-31"],
    ["2023-02~", "state", "2023-01-01 2023-03-01 2023-01-31 2023-03-31"],
    ["2023-11-05%", "state", "2023-11-04 2023-11-06 2023-11-04 2023-11-06"],
    ["202X~", "state", "2010-01-01 2039-01-01 2010-12-31 2039-12-31"],
    ["20XX~", "event", "1900-01-01 2199-12-31 1900-01-01 2199-12-31"],
    ["2023-XX~", "state", "2022-12-01 2024-01-01 2022-12-31 2024-01-31"],
    ["2023~", "event", "2022-01-01 2024-12-31 2022-01-01 2024-12-31"],
    ["2023-11~/2024-03", "state", "2023-10-01 2023-12-31 2024-03-01 2024-03-31"],
    ["2023-11/2024-02%", "state", "2023-11-01 2023-11-30 2024-01-01 2024-03-31"],
    ["2023-11~/2024-03", "period", "2023-10-01 2023-12-01 2024-03-31 2024-03-31"],
    ["2023?", "state", "2023-01-01 2023-01-01 2023-12-31 2023-12-31"],
  ] as const)("widens %s by one unit where it is approximate, and is vague (%s)", (text, behaviour, days) => {
    expect(daysOf(text, behaviour)).toBe(days);
    expect(boundsOf(parseValidTime(text), behaviour).vague).toBe(true);
  });

  it("is not vague for unspecified digits and frozen in all cases", () => {
    expect(boundsOf(parseValidTime("202X"), "state").vague).toBe(false);
    for (const text of ["2023", "2023/..", "/2024~"]) {
      expect(Object.isFrozen(boundsOf(parseValidTime(text), "state"))).toBe(true);
    }
  });

  it("always leaves at least one possible time, with ordered ranges", () => {
    const ends = fc.oneof(dates, fc.constantFrom("", ".."));
    const times = fc.oneof(
      dates,
      fc.tuple(ends, ends).map((pair) => pair.join("/")),
    );
    const behaviours = fc.constantFrom<TimeBehaviour>("state", "event", "period");
    fc.assert(
      fc.property(
        times,
        behaviours,
        fc.option(fc.integer(), { nil: undefined }),
        (text, behaviour, stated) => {
          const parsed = safeParseValidTime(text);
          fc.pre(parsed.ok);
          const bounds = boundsOf(parsed.value, behaviour, stated);
          expect(bounds.earliestStart).toBeLessThanOrEqual(bounds.latestStart);
          expect(bounds.earliestEnd).toBeLessThanOrEqual(bounds.latestEnd);
          expect(bounds.earliestStart).toBeLessThanOrEqual(bounds.latestEnd);
        },
      ),
    );
  });

  it("encloses every way in which unspecified digits may be filled", () => {
    const fillings = fc.tuple(maskedDates, fc.nat(9), fc.nat(9)).map(([text, tens, ones]) => {
      const [head, tail] = text.match(/^(-?[0-9]{4})(-.*)$/)?.slice(1) ?? [text, ""];
      const year = head!.replace("XX", `${tens}${ones}`).replace("X", `${ones}`);
      const month = tail!.replace("-XX", `-0${1 + (tens % 9)}`).replace("-XX", `-0${1 + (ones % 9)}`);
      return [text, `${year}${month}`] as const;
    });
    fc.assert(
      fc.property(
        fillings,
        fc.constantFrom<TimeBehaviour>("state", "event", "period"),
        ([text, full], behaviour) => {
          fc.pre(!full.startsWith("-0000"));
          const wide = boundsOf(parseValidTime(text), behaviour);
          const narrow = boundsOf(parseValidTime(full), behaviour);
          expect(narrow.earliestStart).toBeGreaterThanOrEqual(wide.earliestStart);
          expect(narrow.latestStart).toBeLessThanOrEqual(wide.latestStart);
          expect(narrow.earliestEnd).toBeGreaterThanOrEqual(wide.earliestEnd);
          expect(narrow.latestEnd).toBeLessThanOrEqual(wide.latestEnd);
        },
      ),
    );
  });
});
