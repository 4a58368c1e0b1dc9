import { describe, expect, it } from "vitest";
import {
  boundsOf,
  boundsOfAttested,
  DAY_MAX,
  DAY_MIN,
  parseValidTime,
  type TimeBehaviour,
} from "xinjiang-graph";
import {
  type ClaimSpan,
  claimSpan,
  daysOf,
  firstSeen,
  reportedSpan,
} from "../../../examples/explorer/src/views/claim-span.ts";
import { bundledSelection } from "./selection.ts";

const day = (text: string): number => daysOf(text)[0];

/** A span by the library's own bounds of a time as written. */
function spanOf(time: string, behaviour: TimeBehaviour = "state", statedUntil?: string): ClaimSpan {
  const attested = behaviour === "state" && /^\d{4}-\d{2}-\d{2}( |$)/.test(time);
  const bounds = attested
    ? boundsOfAttested(time.split(" "))
    : boundsOf(parseValidTime(time), behaviour, statedUntil === undefined ? undefined : day(statedUntil));
  const shown = (end: number): number | undefined => (end === DAY_MIN || end === DAY_MAX ? undefined : end);
  return claimSpan({
    time,
    bounds: {
      ...{ earliestStart: shown(bounds.earliestStart), latestStart: shown(bounds.latestStart) },
      ...{ earliestEnd: shown(bounds.earliestEnd), latestEnd: shown(bounds.latestEnd) },
      ...{ attested: bounds.attested, vague: bounds.vague },
    },
  });
}

describe("claimSpan", () => {
  it("is all core where both ends are known to the day", () => {
    const span = spanOf("2023");
    expect(span.core).toEqual([day("2023-01-01"), day("2023-12-31")]);
    expect([span.from, span.to]).toEqual(span.core);
    expect([span.start, span.end]).toEqual(["bounded", "bounded"]);
  });

  it("has its core between latest start and earliest end of coarse ends", () => {
    const span = spanOf("2023-11/2024-03");
    expect([span.from, span.to]).toEqual([day("2023-11-01"), day("2024-03-31")]);
    expect(span.core).toEqual([day("2023-11-30"), day("2024-03-01")]);
  });

  it("has no core for an event on some day of a year", () => {
    const span = spanOf("2023", "event");
    expect(span.core).toBeUndefined();
    expect([span.from, span.to]).toEqual([day("2023-01-01"), day("2023-12-31")]);
  });

  it("is certain until an open end was last stated, and open after", () => {
    const span = spanOf("2023-11-01/..", "state", "2025-03-07");
    expect(span.core).toEqual([day("2023-11-01"), day("2025-03-07")]);
    expect([span.end, span.to]).toEqual(["open", Infinity]);
  });

  it("tells an unknown start from an open one", () => {
    const unknown = spanOf("/2024-05-21");
    expect([unknown.start, unknown.from]).toEqual(["unknown", -Infinity]);
    expect(unknown.core).toEqual([day("2024-05-21"), day("2024-05-21")]);
    const open = spanOf("../2024-05-21");
    expect([open.start, open.core]).toEqual(["open", [-Infinity, day("2024-05-21")]]);
  });

  it("keeps attested days and says nothing of before or after", () => {
    const span = spanOf("2024-03-07 2024-05-21 2025-03-07");
    expect(span.attested).toEqual(["2024-03-07", "2024-05-21", "2025-03-07"].map(day));
    expect([span.start, span.end]).toEqual(["unsaid", "unsaid"]);
    expect(span.core).toEqual([day("2024-03-07"), day("2025-03-07")]);
  });

  it("gives every claim of the bundled dataset a day to be sorted by", () => {
    const { claims } = bundledSelection();
    expect(claims.length).toBeGreaterThan(1000);
    const [first, last] = [day("1900"), day("2100")];
    expect(
      claims.filter((claim) => {
        const seen = firstSeen(claimSpan(claim));
        return !(seen > first && seen < last);
      }),
    ).toEqual([]);
  });
});

describe("reportedSpan", () => {
  it("has a day for each publication that one may know of", () => {
    const published = [daysOf("2024-03-07"), daysOf("2024-06-27"), daysOf("2025-03-07")];
    const span = reportedSpan({ reportedFrom: day("2024-03-07") }, published, day("2024-12-31"));
    expect(span.attested).toEqual([day("2024-03-07"), day("2024-06-27")]);
    expect(span.end).toBe("bounded");
  });
});
