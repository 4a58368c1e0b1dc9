/** The answers against an oracle that enumerates every true time that the bounds allow. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MAX, DAY_MIN } from "../../src/time/calendar.ts";
import {
  ATTESTED,
  answerTime,
  answerTimeColumns,
  flagsOf,
  INSTANT,
  OPEN_END,
  TIME_TEST,
  type TimeQuestion,
  VAGUE,
} from "../../src/time/time-answer.ts";
import { boundsOf, boundsOfAttested, parseValidTime } from "../../src/time/valid-time.ts";

interface Case {
  readonly test: keyof typeof TIME_TEST;
  readonly window: readonly [a: number, b: number];
  readonly bounds: readonly [es: number, ls: number, ee: number, le: number];
  readonly instant: boolean;
}

const HOLDS: Record<keyof typeof TIME_TEST, (s: number, e: number, a: number, b: number) => boolean> = {
  someDay: (s, e, a, b) => range(a, b).some((day) => s <= day && day <= e),
  everyDay: (s, e, a, b) => range(a, b).every((day) => s <= day && day <= e),
  inside: (s, e, a, b) => range(s, e).every((day) => a <= day && day <= b),
  before: (s, e, a) => range(s, e).every((day) => day < a),
  after: (s, e, _a, b) => range(s, e).every((day) => day > b),
  startedIn: (s, _e, a, b) => range(a, b).includes(s),
};

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** Every pair of a first and a last day that the bounds allow. */
function worlds({ bounds: [es, ls, ee, le], instant }: Case): [number, number][] {
  return range(es, ls).flatMap((s) =>
    range(ee, le)
      .filter((e) => (instant ? s === e : s <= e))
      .map((e): [number, number] => [s, e]),
  );
}

/** 2 where the test holds in all worlds, 1 where in some, 0 where in none; undefined without worlds. */
function enumerate(one: Case): 0 | 1 | 2 | undefined {
  const all = worlds(one);
  if (all.length === 0) return undefined;
  const holding = all.filter(([s, e]) => HOLDS[one.test](s, e, ...one.window));
  return holding.length === all.length ? 2 : holding.length > 0 ? 1 : 0;
}

function questionOf(...parts: readonly Pick<Case, "test" | "window">[]): TimeQuestion {
  const tests = parts.flatMap(({ test, window }) => [TIME_TEST[test], ...window]);
  return { tests, attestedWithinMonths: -1, attestedWithinDays: 0 };
}

const answer = (one: Case, flags = 0): 0 | 1 | 2 =>
  answerTimeColumns(questionOf(one), ...one.bounds, flags | (one.instant ? INSTANT : 0));

const day = fc.integer({ min: 0, max: 12 });
const pair = fc.tuple(day, day).map(([x, y]): [number, number] => (x <= y ? [x, y] : [y, x]));
const testNames = Object.keys(TIME_TEST) as (keyof typeof TIME_TEST)[];
const cases: fc.Arbitrary<Case> = fc.record({
  test: fc.constantFrom(...testNames),
  window: pair,
  bounds: fc.tuple(pair, pair).map(([[es, ls], [ee, le]]): Case["bounds"] => [es, ls, ee, le]),
  instant: fc.boolean(),
});

describe("answerTimeColumns", () => {
  it.each(testNames)("agrees with every world for all bounds and windows of six days: %s", (test) => {
    const pairs = range(0, 5).flatMap((x) => range(x, 5).map((y) => [x, y] as const));
    for (const [es, ls] of pairs) {
      for (const [ee, le] of pairs) {
        for (const instant of [false, true]) {
          for (const window of pairs) {
            const one: Case = { test, window, bounds: [es, ls, ee, le], instant };
            const expected = enumerate(one);
            if (expected !== undefined && answer(one) !== expected) {
              expect.fail(`${JSON.stringify(one)}: ${answer(one)} instead of ${expected}`);
            }
          }
        }
      }
    }
  });

  it("agrees with every world for random bounds and windows of thirteen days", () => {
    fc.assert(
      fc.property(cases, (one) => {
        const expected = enumerate(one);
        fc.pre(expected !== undefined);
        expect(answer(one)).toBe(expected);
      }),
      { numRuns: 5000 },
    );
  });

  it("treats the unbounded days as the outermost of all", () => {
    const outermost = (value: number): number => (value === 0 ? DAY_MIN : value === 12 ? DAY_MAX : value);
    fc.assert(
      fc.property(cases, (one) => {
        const expected = enumerate(one);
        fc.pre(expected !== undefined);
        const [es, ls, ee, le] = one.bounds;
        const [a, b] = one.window;
        const far: Case = {
          ...one,
          bounds: [outermost(es), outermost(ls), outermost(ee), outermost(le)],
          window: [outermost(a), outermost(b)],
        };
        expect(answer(far)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives the least answer of several tests", () => {
    fc.assert(
      fc.property(cases, fc.array(cases, { minLength: 1, maxLength: 3 }), (one, others) => {
        fc.pre(enumerate(one) !== undefined);
        const all = [one, ...others].map((other) => ({ ...other, bounds: one.bounds, instant: one.instant }));
        const together = answerTimeColumns(questionOf(...all), ...one.bounds, one.instant ? INSTANT : 0);
        expect(together).toBe(Math.min(...all.map((other) => answer(other))));
      }),
    );
  });

  it("turns certain into possible, and nothing else, for vague bounds", () => {
    fc.assert(
      fc.property(cases, (one) => {
        fc.pre(enumerate(one) !== undefined);
        expect(answer(one, VAGUE)).toBe(Math.min(1, answer(one)));
      }),
    );
  });

  it("is certain on no day or on some, so that throughout is never more certain than at", () => {
    fc.assert(
      fc.property(cases, (one) => {
        fc.pre(enumerate(one) !== undefined);
        expect(answer({ ...one, test: "everyDay" })).toBeLessThanOrEqual(answer({ ...one, test: "someDay" }));
        expect(answer({ ...one, test: "inside" })).toBeLessThanOrEqual(answer({ ...one, test: "someDay" }));
      }),
    );
  });

  it("takes attestedWithin for bounds that end so many days outside, for attested bounds alone", () => {
    fc.assert(
      fc.property(cases, fc.nat(4), (one, days) => {
        const [first, last] = [one.bounds[0], one.bounds[1]];
        const question: TimeQuestion = {
          ...questionOf(one),
          attestedWithinMonths: 0,
          attestedWithinDays: days,
        };
        const limited = answerTimeColumns(question, DAY_MIN, first, last, DAY_MAX, ATTESTED);
        const spelled: Case = { ...one, bounds: [first - days, first, last, last + days], instant: false };
        expect(limited).toBe(answer(spelled));
        expect(limited).toBe(enumerate(spelled));
        expect(answerTimeColumns(question, DAY_MIN, first, last, DAY_MAX, 0)).toBe(
          answer({ ...one, bounds: [DAY_MIN, first, last, DAY_MAX], instant: false }),
        );
      }),
    );
  });
});

describe("flagsOf", () => {
  it("holds one bit for each mark", () => {
    expect([VAGUE, INSTANT, OPEN_END, ATTESTED]).toEqual([1, 2, 4, 8]);
    expect(flagsOf(boundsOf(parseValidTime("2023"), "state"))).toBe(0);
    expect(flagsOf(boundsOf(parseValidTime("2023~"), "event"))).toBe(VAGUE | INSTANT);
    expect(flagsOf(boundsOf(parseValidTime("2023?/.."), "state"))).toBe(VAGUE | OPEN_END);
    expect(flagsOf(boundsOfAttested(["2024"]))).toBe(ATTESTED);
  });
});

describe("answerTime", () => {
  it("names what answerTimeColumns counts", () => {
    const bounds = boundsOf(parseValidTime("2023"), "event");
    const ask = (a: number, b: number): string =>
      answerTime(questionOf({ test: "someDay", window: [a, b] }), bounds);
    const { earliestStart: first, latestEnd: last } = bounds;
    expect([ask(first, last), ask(first, first), ask(last + 1, last + 2)]).toEqual([
      "certain",
      "possible",
      "no",
    ]);
  });
});
