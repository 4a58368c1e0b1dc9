/**
 * Answers to time questions: whether what is known of a claim's time makes the answer certain, possible or no. Works on
 * plain numbers, so that a scan over columns allocates nothing.
 */
import { DAY_MAX, DAY_MIN, type Day } from "./calendar.ts";
import { addMonthsAndDays } from "./duration.ts";
import type { TimeBounds } from "./time-bounds.ts";

/** `certain`: so however the unknown days fall. `possible`: so for some of them. `no`: for none. */
export type Certainty = "certain" | "possible" | "no";

/** What is asked of the claim's first day s and last day e with regard to the asked days a to b. */
export const TIME_TEST = Object.freeze({
  /** s ≤ b and e ≥ a: it holds on some day. */
  someDay: 0,
  /** s ≤ a and e ≥ b: it holds on every day. */
  everyDay: 1,
  /** s ≥ a and e ≤ b */
  inside: 2,
  /** e < a */
  before: 3,
  /** s > b */
  after: 4,
  /** a ≤ s ≤ b */
  startedIn: 5,
});

/** A question in plain numbers, frozen. All its tests must hold. */
export interface TimeQuestion {
  /** Three numbers for each test: its number in `TIME_TEST`, the first and the last day asked about. */
  readonly tests: readonly number[];
  /** How far outside its attested days an attested state is possible; -1 months for "without limit". */
  readonly attestedWithinMonths: number;
  readonly attestedWithinDays: number;
}

/** Bit for bounds written with `~`, `?` or `%`. */
export const VAGUE = 1;
/** Bit for what starts and ends on the same day. */
export const INSTANT = 2;
/** Bit for an end written `..`. */
export const OPEN_END = 4;
/** Bit for bounds that come from attested days. */
export const ATTESTED = 8;

/** The marks of bounds as bits, for a column beside their four days. */
export function flagsOf(bounds: TimeBounds): number {
  return (
    (bounds.vague ? VAGUE : 0) |
    (bounds.instant ? INSTANT : 0) |
    (bounds.openEnd ? OPEN_END : 0) |
    (bounds.attested ? ATTESTED : 0)
  );
}

/** The days of a question that only asks whether a time holds on some day from first to last; else `undefined`. */
export function onSomeDay(question: TimeQuestion): { readonly first: Day; readonly last: Day } | undefined {
  const [test, first, last] = question.tests;
  if (question.tests.length !== 3 || test !== TIME_TEST.someDay || question.attestedWithinMonths >= 0)
    return undefined;
  return { first: first as Day, last: last as Day };
}

const CERTAINTIES = ["no", "possible", "certain"] as const;

/**
 * How certain it is that a claim with these bounds meets the question. Of several tests the least answer counts;
 * vague bounds are never certain.
 *
 * @example
 * const bounds = boundsOf(parseValidTime("2023"), "event");
 * answerTime(compileTimeClause({ at: "2023-05" }), bounds); // "possible"
 * answerTime(compileTimeClause({ at: "2023" }), bounds); // "certain"
 */
export function answerTime(question: TimeQuestion, bounds: TimeBounds): Certainty {
  const { earliestStart, latestStart, earliestEnd, latestEnd } = bounds;
  return CERTAINTIES[
    answerTimeColumns(question, earliestStart, latestStart, earliestEnd, latestEnd, flagsOf(bounds))
  ];
}

/**
 * {@link answerTime} on numbers, for hot loops: 0 for no, 1 for possible, 2 for certain. The days are those of
 * {@link TimeBounds}, in its order; `flags` are those of {@link flagsOf}. Bounds that no time can meet (an earliest
 * start after the latest end) have no defined answer.
 */
export function answerTimeColumns(
  question: TimeQuestion,
  earliestStart: Day,
  latestStart: Day,
  earliestEnd: Day,
  latestEnd: Day,
  flags: number,
): 0 | 1 | 2 {
  let start = earliestStart;
  let end = latestEnd;
  if ((flags & ATTESTED) !== 0 && question.attestedWithinMonths >= 0) {
    const { attestedWithinMonths: months, attestedWithinDays: days } = question;
    // One coarse attested date has its latest start after its earliest end: count from its outer days.
    start = Math.max(start, addMonthsAndDays(Math.min(latestStart, earliestEnd), -months, -days));
    end = Math.min(end, addMonthsAndDays(Math.max(latestStart, earliestEnd), months, days));
  }
  // Since a time does not end before it starts, these are its latest possible start and earliest possible end.
  const lastStart = Math.min(latestStart, end);
  const firstEnd = Math.max(earliestEnd, start);
  const instant = (flags & INSTANT) !== 0;
  const { tests } = question;
  let answer: 0 | 1 | 2 = (flags & VAGUE) !== 0 ? 1 : 2;
  for (let index = 0; index < tests.length; index += 3) {
    const test = tests[index]!;
    const a = tests[index + 1]!;
    const b = tests[index + 2]!;
    const part = instant
      ? answerInstant(test, a, b, firstEnd, lastStart)
      : answerSpan(test, a, b, start, lastStart, firstEnd, end);
    if (part === 0) return 0;
    if (part === 1) answer = 1;
  }
  return answer;
}

/** For a single day somewhere from `first` to `last`, every test asks whether it lies in a range of days. */
function answerInstant(test: number, a: Day, b: Day, first: Day, last: Day): 0 | 1 | 2 {
  let low = a;
  let high = b;
  if (test === TIME_TEST.before) {
    low = DAY_MIN;
    high = a - 1;
  } else if (test === TIME_TEST.after) {
    low = b + 1;
    high = DAY_MAX;
  } else if (test === TIME_TEST.everyDay && a !== b) {
    return 0;
  }
  return degree(first >= low && last <= high, Math.max(first, low) <= Math.min(last, high));
}

/**
 * For a time from s to e, with s from `es` to `ls`, e from `ee` to `le`, and s ≤ e, where `ls` ≤ `le` and `ee` ≥ `es`.
 * Every s then has an e and every e an s, so a test is certain where it holds for the worst s and the worst e. It is
 * possible where it holds for the best s and the best e; where these would cross, as the latest start and the earliest
 * end may for `inside`, a pair between them does as well.
 */
function answerSpan(test: number, a: Day, b: Day, es: Day, ls: Day, ee: Day, le: Day): 0 | 1 | 2 {
  switch (test) {
    case TIME_TEST.someDay:
      return degree(ls <= b && ee >= a, es <= b && le >= a);
    case TIME_TEST.everyDay:
      return degree(ls <= a && ee >= b, es <= a && le >= b);
    case TIME_TEST.inside:
      return degree(es >= a && le <= b, ls >= a && ee <= b);
    case TIME_TEST.before:
      return degree(le < a, ee < a);
    case TIME_TEST.after:
      return degree(es > b, ls > b);
    default:
      return degree(es >= a && ls <= b, Math.max(es, a) <= Math.min(ls, b));
  }
}

function degree(certain: boolean, possible: boolean): 0 | 1 | 2 {
  return certain ? 2 : possible ? 1 : 0;
}
