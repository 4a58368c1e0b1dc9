/**
 * From when to when a graph's claims and their sources speak: of what lies outside, the graph cannot tell.
 */
import { citationDays } from "../graph/claim-times.ts";
import { claimNumbers, type ReadGraph } from "../graph/read-graph.ts";
import type { Citation } from "../model/citation.ts";
import type { ClaimJudge } from "../query/filter.ts";
import { DAY_MAX, DAY_MIN, type Day } from "../time/partial-date.ts";
import { TIME_TEST } from "../time/time-answer.ts";
import type { TimeQuestion } from "../time/time-question.ts";
import { boundsOf, parseValidTime } from "../time/valid-time.ts";

/** First and last day, both included; the first lies after the last where there is nothing. */
export interface DaySpan {
  readonly first: Day;
  readonly last: Day;
}

/** What one may know of: claims that pass the filter, and what was published and said by the days. */
export interface KnownPart {
  readonly filter: ClaimJudge;
  readonly reportedBy: Day;
  readonly statedBy: Day;
}

/**
 * The days from the earliest to the latest that a valid or attested time of a known claim writes, or on which a source
 * that one of them cites was published or held. Sides without a bound do not count, nor does what `~` adds: a date that
 * is only about right makes nothing known of the years around it. Linear in the claims.
 */
export function corpusSpan(read: ReadGraph, { filter, reportedBy, statedBy }: KnownPart): DaySpan {
  let first = DAY_MAX;
  let last = DAY_MIN;
  const take = (day: Day): void => {
    if (day === DAY_MIN || day === DAY_MAX) return;
    if (day < first) first = day;
    if (day > last) last = day;
  };
  const cited = new Set<string>();
  for (const claim of claimNumbers(read)) {
    if (filter.judge(claim) === 0) continue;
    const { valid, attested = [] } = read.claim(claim);
    for (const text of valid === undefined ? attested : [valid]) {
      const { earliestStart, latestEnd } = boundsOf(parseValidTime(text.replace(/[~?%]/g, "")), "period");
      if (valid === undefined && earliestStart > Math.min(reportedBy, statedBy)) continue;
      take(earliestStart);
      take(latestEnd);
    }
    for (const { source } of filter.citations(claim)) cited.add(source);
  }
  for (const source of cited) {
    const { reported, stated } = citationDays({ source } as Citation, read.sources[source]);
    if (reported.first > reportedBy || stated.first > statedBy) continue;
    take(reported.first);
    take(stated.first);
  }
  return { first, last };
}

/** Whether all that a question asks about lies before or after a span. */
export function liesOutside({ tests }: TimeQuestion, { first, last }: DaySpan): boolean {
  for (let i = 0; i < tests.length; i += 3) {
    const test = tests[i];
    const a = tests[i + 1] as Day;
    const b = tests[i + 2] as Day;
    const from = test === TIME_TEST.before ? DAY_MIN : test === TIME_TEST.after ? b + 1 : a;
    const to = test === TIME_TEST.before ? a - 1 : test === TIME_TEST.after ? DAY_MAX : b;
    if (to < first || from > last) return true;
  }
  return false;
}
