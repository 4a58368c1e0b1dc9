/**
 * A filter that looks at some claims only, so that what it sets aside was really asked about.
 */
import type { ClaimJudge } from "./filter.ts";

/** The filter, for claims that pass the test; others are neither found nor counted as set aside. */
export function narrowedFilter(filter: ClaimJudge, test: (claim: number) => boolean): ClaimJudge {
  const judge: ClaimJudge["judge"] = (claim) => (test(claim) ? filter.judge(claim) : 0);
  return {
    tally: filter.tally,
    limited: filter.limited,
    judge,
    judgeAt: (_heads, _at, claim) => judge(claim),
    bounds: (claim) => filter.bounds(claim),
    citations: (claim) => filter.citations(claim),
  };
}
