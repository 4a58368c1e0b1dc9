/**
 * Time questions: what a query asks of the time of claims, checked and read once into the plain numbers that
 * {@link answerTime} works on.
 */
import { InvalidQueryError, KnowledgeGraphError, show } from "../errors.ts";
import { DAY_MAX, DAY_MIN, type Day } from "./calendar.ts";
import { type CalendarDuration, parseDuration } from "./duration.ts";
import { firstDay, lastDay } from "./partial-date.ts";
import { TIME_TEST, type TimeQuestion } from "./time-answer.ts";
import { isVague } from "./time-bounds.ts";
import { type IntervalEnd, safeParseValidTime } from "./valid-time.ts";

export {
  ATTESTED,
  answerTime,
  answerTimeColumns,
  type Certainty,
  flagsOf,
  INSTANT,
  OPEN_END,
  onSomeDay,
  type TimeQuestion,
  VAGUE,
} from "./time-answer.ts";
export { describeBounds } from "./time-bounds.ts";

/**
 * What is asked of a claim's time: at least one of the first six, each an EDTF date or interval. Dates are asked in
 * full knowledge, so they bear no `~ ? % X`; an end may be open (`2023/..`), but not unknown. With several, all must
 * hold, and the least certain answer counts.
 */
export interface TimeClause {
  /** It holds on some day of this. */
  readonly at?: string;
  /** The same as `at`, for those who think of intervals. */
  readonly overlaps?: string;
  /** It starts and ends within this. */
  readonly during?: string;
  /** It ends before the first day of this. */
  readonly before?: string;
  /** It starts after the last day of this. */
  readonly after?: string;
  /** It starts on some day of this. */
  readonly startedIn?: string;
  /** With `at` or `overlaps`: on every day of it, not only on some. */
  readonly throughout?: boolean;
  /** How far before and after its attested days an attested state is possible: `P2Y`. Without limit when absent. */
  readonly attestedWithin?: string;
}

/** How each part of a clause is tested; `at` and `overlaps` change with `throughout`. */
const TESTS = {
  at: TIME_TEST.someDay,
  overlaps: TIME_TEST.someDay,
  during: TIME_TEST.inside,
  before: TIME_TEST.before,
  after: TIME_TEST.after,
  startedIn: TIME_TEST.startedIn,
} as const;

type TestName = keyof typeof TESTS;

const TEST_NAMES = Object.keys(TESTS) as readonly TestName[];
const KNOWN: ReadonlySet<string> = new Set([...TEST_NAMES, "throughout", "attestedWithin"]);

/**
 * Reads a clause into a {@link TimeQuestion}, frozen. A coarse date asks about all its days: `at: "2023"` is about
 * 2023-01-01 to 2023-12-31.
 *
 * @throws InvalidQueryError with the part in `path`: `query/empty-time-clause`, `query/unknown-time-option`,
 * `query/unreadable-date` (the date's own error is the `cause`), `query/indefinite-date` (`~ ? % X`),
 * `query/unknown-end`, `query/invalid-throughout`, `query/unreadable-duration`
 * @example
 * const question = compileTimeClause({ at: "2023-11" });
 * answerTime(question, boundsOf(parseValidTime("2023-11-01/2024-03"), "state")); // "certain"
 * answerTime(question, boundsOf(parseValidTime("2023?"), "state")); // "possible"
 */
export function compileTimeClause(clause: TimeClause): TimeQuestion {
  checkOptions(clause);
  const tests: number[] = [];
  for (const name of TEST_NAMES) {
    const text = clause[name];
    if (text === undefined) continue;
    const [first, last] = readWindow(text, name);
    const test = TESTS[name];
    const everyDay = clause.throughout === true && test === TIME_TEST.someDay;
    tests.push(everyDay ? TIME_TEST.everyDay : test, first, last);
  }
  const within = readWithin(clause.attestedWithin);
  return Object.freeze({
    tests: Object.freeze(tests),
    attestedWithinMonths: within?.months ?? -1,
    attestedWithinDays: within?.days ?? 0,
  });
}

function checkOptions(clause: TimeClause): void {
  if (
    typeof clause !== "object" ||
    clause === null ||
    TEST_NAMES.every((name) => clause[name] === undefined)
  ) {
    throw new InvalidQueryError(
      "query/empty-time-clause",
      `Found ${show(clause)}; expected an object with one or more of ${TEST_NAMES.join(", ")}. ` +
        'Say what is asked of the time, such as { at: "2024-05" }.',
    );
  }
  for (const key of Object.keys(clause)) {
    if (KNOWN.has(key)) continue;
    throw new InvalidQueryError(
      "query/unknown-time-option",
      `Found ${show(key)}; expected one of ${[...KNOWN].join(", ")}. Correct the name or leave it out.`,
      { path: `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}` },
    );
  }
  const { throughout } = clause;
  if (throughout === undefined || throughout === false) return;
  if (throughout !== true || (clause.at === undefined && clause.overlaps === undefined)) {
    throw new InvalidQueryError(
      "query/invalid-throughout",
      `Found throughout: ${show(throughout)}; expected true or false, and true only beside at or overlaps. ` +
        "Add the days that are to be covered with at.",
      { path: "/throughout" },
    );
  }
}

function readWindow(text: string, name: TestName): readonly [first: Day, last: Day] {
  const path = `/${name}`;
  const parsed = safeParseValidTime(text);
  if (!parsed.ok) {
    const cause = new KnowledgeGraphError(parsed.code, parsed.message);
    throw new InvalidQueryError("query/unreadable-date", `${name}: ${parsed.message}`, { path, cause });
  }
  const valid = parsed.value;
  const [start, end] = valid.kind === "date" ? [valid.date, valid.date] : [valid.start, valid.end];
  if (start === "unknown" || end === "unknown") {
    throw new InvalidQueryError(
      "query/unknown-end",
      `Found ${name}: ${show(text)}; expected an interval whose ends are dates or "..". ` +
        'Write ".." for a side without limit.',
      { path },
    );
  }
  if (!isDefinite(start) || !isDefinite(end)) {
    throw new InvalidQueryError(
      "query/indefinite-date",
      `Found ${name}: ${show(text)}; expected a date without ~, ?, % and X. ` +
        "Write the days that are asked about, such as 2020/2029 for the 2020s.",
      { path },
    );
  }
  return [start === "open" ? DAY_MIN : firstDay(start), end === "open" ? DAY_MAX : lastDay(end)];
}

function isDefinite(end: Exclude<IntervalEnd, "unknown">): boolean {
  return end === "open" || !(isVague(end) || end.unspecified);
}

function readWithin(text: string | undefined): CalendarDuration | undefined {
  if (text === undefined) return undefined;
  try {
    return parseDuration(text);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new InvalidQueryError("query/unreadable-duration", `attestedWithin: ${message}`, {
      path: "/attestedWithin",
      cause,
    });
  }
}
