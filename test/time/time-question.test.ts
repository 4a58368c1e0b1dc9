import { describe, expect, it } from "vitest";
import { InvalidQueryError } from "../../src/errors.ts";
import { firstDay, parsePartialDate } from "../../src/time/partial-date.ts";
import type { Certainty } from "../../src/time/time-answer.ts";
import { answerTime, compileTimeClause, type TimeClause } from "../../src/time/time-question.ts";
import { boundsOf, boundsOfAttested, parseValidTime, type TimeBehaviour } from "../../src/time/valid-time.ts";

/** The answer for a claim of this valid time; for an open end, last stated on the given day. */
function ask(clause: TimeClause, text: string, behaviour: TimeBehaviour, statedUntil?: string): Certainty {
  const stated = statedUntil === undefined ? undefined : firstDay(parsePartialDate(statedUntil));
  return answerTime(compileTimeClause(clause), boundsOf(parseValidTime(text), behaviour, stated));
}

describe("what a written time means", () => {
  it("lets a state of 2023 hold on every day of 2023 and on no other", () => {
    expect(ask({ at: "2023-01-01" }, "2023", "state")).toBe("certain");
    expect(ask({ at: "2023-12-31" }, "2023", "state")).toBe("certain");
    expect(ask({ at: "2023", throughout: true }, "2023", "state")).toBe("certain");
    expect(ask({ at: "2022-12-31" }, "2023", "state")).toBe("no");
    expect(ask({ at: "2024-01-01" }, "2023", "state")).toBe("no");
  });

  it("lets a state of 2023-11/2024-03 begin on some day of November and end on some day of March", () => {
    const times = [
      ["2023-10-31", "no"],
      ["2023-11-01", "possible"],
      ["2023-11-30", "certain"],
      ["2023-11", "certain"],
      ["2024-01", "certain"],
      ["2024-03-01", "certain"],
      ["2024-03-02", "possible"],
      ["2024-03-31", "possible"],
      ["2024-04-01", "no"],
    ] as const;
    for (const [at, answer] of times) expect(ask({ at }, "2023-11/2024-03", "state"), at).toBe(answer);
    expect(ask({ startedIn: "2023-11" }, "2023-11/2024-03", "state")).toBe("certain");
    expect(ask({ startedIn: "2023-11-05" }, "2023-11/2024-03", "state")).toBe("possible");
    expect(ask({ at: "2023-11", throughout: true }, "2023-11/2024-03", "state")).toBe("possible");
  });

  it("lets an event of 2023 be possible on any day of it and certain in the year as a whole", () => {
    expect(ask({ at: "2023-05-05" }, "2023", "event")).toBe("possible");
    expect(ask({ at: "2023-05" }, "2023", "event")).toBe("possible");
    expect(ask({ at: "2023" }, "2023", "event")).toBe("certain");
    expect(ask({ during: "2023" }, "2023", "event")).toBe("certain");
    expect(ask({ at: "2024" }, "2023", "event")).toBe("no");
    expect(ask({ at: "2023", throughout: true }, "2023", "event")).toBe("no");
  });

  it("lets a period of 2023 be measured over exactly that window", () => {
    expect(ask({ at: "2023", throughout: true }, "2023", "period")).toBe("certain");
    expect(ask({ during: "2023" }, "2023", "period")).toBe("certain");
    expect(ask({ during: "2023-01/2023-11" }, "2023", "period")).toBe("no");
    expect(ask({ startedIn: "2023-01-01" }, "2023", "period")).toBe("certain");
  });

  it("lets a state of 2023-11-01/.. be certain until it was last stated and possible after", () => {
    const day = (at: string): Certainty => ask({ at }, "2023-11-01/..", "state", "2024-05-21");
    expect(["2023-10-31", "2023-11-01", "2024-05-21", "2024-05-22", "2030"].map(day)).toEqual([
      "no",
      "certain",
      "certain",
      "possible",
      "possible",
    ]);
  });

  it("lets a state with an unknown start or end be possible on that side, never certain", () => {
    expect(ask({ at: "1950" }, "/2024", "state")).toBe("possible");
    expect(ask({ at: "2023-12-31" }, "/2024", "state")).toBe("possible");
    expect(ask({ at: "2025" }, "/2024", "state")).toBe("no");
    expect(ask({ at: "2022" }, "2023/", "state", "2024-05-21")).toBe("no");
    expect(ask({ at: "2024-05-21" }, "2023/", "state", "2024-05-21")).toBe("possible");
    expect(ask({ at: "2050" }, "2023/", "state", "2024-05-21")).toBe("possible");
  });

  it("lets an attested state be certain between its attested days and possible outside", () => {
    const bounds = boundsOfAttested(["2024-05-21", "2025-09-29"]);
    const answer = (clause: TimeClause): Certainty => answerTime(compileTimeClause(clause), bounds);
    expect(answer({ at: "2024-05-21/2025-09-29", throughout: true })).toBe("certain");
    expect(answer({ at: "2024-12" })).toBe("certain");
    expect(answer({ at: "2024-05-20" })).toBe("possible");
    expect(answer({ at: "1950" })).toBe("possible");
    expect(answer({ at: "1950", attestedWithin: "P2Y" })).toBe("no");
    expect(answer({ at: "2022-05-21", attestedWithin: "P2Y" })).toBe("possible");
    expect(answer({ at: "2022-05-20", attestedWithin: "P2Y" })).toBe("no");
    expect(answer({ at: "2027-09-29", attestedWithin: "P2Y" })).toBe("possible");
    expect(answer({ at: "2027-09-30", attestedWithin: "P2Y" })).toBe("no");
  });

  it("lets approximate and doubtful times never be certain, and approximate ones reach one unit further", () => {
    for (const text of ["2023~", "2023?", "2023%"])
      expect(ask({ at: "2023" }, text, "state")).toBe("possible");
    expect(["2023~", "2023?", "2023%"].map((text) => ask({ at: "2024" }, text, "state"))).toEqual([
      "possible",
      "no",
      "possible",
    ]);
    expect(ask({ at: "2025" }, "2023~", "state")).toBe("no");
  });
});

describe("answerTime", () => {
  it("tells before from after, strictly", () => {
    expect(ask({ before: "2024" }, "2023", "state")).toBe("certain");
    expect(ask({ before: "2023-12-31" }, "2023", "state")).toBe("no");
    expect(ask({ after: "2022" }, "2023", "state")).toBe("certain");
    expect(ask({ after: "2023-06" }, "2023", "event")).toBe("possible");
    expect(ask({ before: "2030" }, "2023/..", "state")).toBe("possible");
  });

  it("takes the least certain of several parts", () => {
    expect(ask({ at: "2023", startedIn: "2023-01" }, "2023", "state")).toBe("certain");
    expect(ask({ at: "2023", startedIn: "2022" }, "2023", "state")).toBe("no");
    expect(ask({ during: "2023", before: "2023-06" }, "2023", "event")).toBe("possible");
  });

  it("lets throughout bear on at and overlaps only, whatever stands beside them", () => {
    expect(ask({ at: "2023-05", during: "2023", throughout: true }, "2023", "state")).toBe("certain");
    expect(ask({ at: "2023-05", startedIn: "2023", throughout: true }, "2023", "state")).toBe("certain");
  });

  it("understands questions without limit on one side", () => {
    expect(ask({ at: "2023-06/.." }, "2023", "state")).toBe("certain");
    expect(ask({ during: "2023/.." }, "2023-11/..", "state")).toBe("certain");
    expect(ask({ at: "2024/..", throughout: true }, "2023-11/..", "state", "2024-05-21")).toBe("possible");
    expect(ask({ at: "../2020", throughout: true }, "../2021", "state")).toBe("certain");
    expect(ask({ before: "../2020" }, "1900", "state")).toBe("no");
    expect(ask({ after: "2020/.." }, "2023", "state")).toBe("no");
  });

  it("counts attestedWithin from the outer days of a single coarse date, and only for attested states", () => {
    const bounds = boundsOfAttested(["2024-05"]);
    const at = (day: string): Certainty =>
      answerTime(compileTimeClause({ at: day, attestedWithin: "P10D" }), bounds);
    expect(["2024-04-20", "2024-04-21", "2024-05", "2024-06-10", "2024-06-11"].map(at)).toEqual([
      "no",
      "possible",
      "certain",
      "possible",
      "no",
    ]);
    expect(ask({ at: "2030", attestedWithin: "P1D" }, "2023/..", "state")).toBe("possible");
  });

  it("asks the same with at and overlaps", () => {
    for (const window of ["2022", "2023-05", "2023-11/2024-05", "2025/.."]) {
      for (const throughout of [true, false]) {
        const [at, overlaps] = [
          ask({ at: window, throughout }, "2023-03/..", "state", "2024"),
          ask({ overlaps: window, throughout }, "2023-03/..", "state", "2024"),
        ];
        expect(at).toBe(overlaps);
      }
    }
  });
});

describe("compileTimeClause", () => {
  it("returns a frozen question", () => {
    const question = compileTimeClause({ at: "2023", after: "2020", attestedWithin: "P1Y" });
    expect(Object.isFrozen(question)).toBe(true);
    expect(Object.isFrozen(question.tests)).toBe(true);
    expect(question.tests).toHaveLength(6);
  });

  it("takes a part that is undefined for absent", () => {
    const clause = { at: "2023", during: undefined, throughout: undefined, attestedWithin: undefined };
    expect(compileTimeClause(clause as unknown as TimeClause)).toEqual(compileTimeClause({ at: "2023" }));
  });

  it.each<readonly [code: string, path: string | undefined, clause: unknown]>([
    ["query/empty-time-clause", undefined, {}],
    ["query/empty-time-clause", undefined, { attestedWithin: "P2Y" }],
    ["query/empty-time-clause", undefined, { at: undefined }],
    ["query/empty-time-clause", undefined, null],
    ["query/empty-time-clause", undefined, "2023"],
    ["query/empty-time-clause", undefined, undefined],
    ["query/unknown-time-option", "/on", { at: "2023", on: "2024" }],
    ["query/unknown-time-option", "/__proto__", JSON.parse('{"at":"2023","__proto__":"2024"}')],
    ["query/unknown-time-option", "/a~1b~0", { at: "2023", "a/b~": 1 }],
    ["query/unreadable-date", "/at", { at: "yesterday" }],
    ["query/unreadable-date", "/at", { at: "" }],
    ["query/unreadable-date", "/at", { at: 2023 }],
    ["query/unreadable-date", "/at", { at: null }],
    ["query/unreadable-date", "/at", { at: new Date(0) }],
    ["query/unreadable-date", "/during", { at: "2023", during: "2024/2023" }],
    ["query/unreadable-date", "/startedIn", { startedIn: "2024-22" }],
    ["query/unreadable-date", "/overlaps", { overlaps: "../.." }],
    ["query/indefinite-date", "/before", { before: "2023~" }],
    ["query/indefinite-date", "/at", { at: "2023?" }],
    ["query/indefinite-date", "/at", { at: "2020/2023%" }],
    ["query/indefinite-date", "/after", { after: "202X" }],
    ["query/indefinite-date", "/at", { at: "2023-XX" }],
    ["query/unknown-end", "/at", { at: "2023/" }],
    ["query/unknown-end", "/at", { at: "/2023" }],
    ["query/unknown-end", "/at", { at: "/.." }],
    ["query/invalid-throughout", "/throughout", { during: "2023", throughout: true }],
    ["query/invalid-throughout", "/throughout", { at: "2023", throughout: "yes" }],
    ["query/unreadable-duration", "/attestedWithin", { at: "2023", attestedWithin: "2 years" }],
    ["query/unreadable-duration", "/attestedWithin", { at: "2023", attestedWithin: "PT1H" }],
    ["query/unreadable-duration", "/attestedWithin", { at: "2023", attestedWithin: null }],
  ])("refuses with %s at %s: %j", (code, path, clause) => {
    const compile = (): unknown => compileTimeClause(clause as TimeClause);
    expect(compile).toThrow(InvalidQueryError);
    expect(compile).toThrow(expect.objectContaining({ code, path }));
  });

  it("keeps the date's own error as the cause", () => {
    expect(() => compileTimeClause({ at: "2023-02-29" })).toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ code: "time/invalid-day" }) }),
    );
  });
});
