/**
 * A filter that looks at some claims only, so that what it sets aside was really asked about.
 */
import { relationOf } from "../graph/claim-layout.ts";
import type { ReadGraph } from "../graph/read-graph.ts";
import type { CompiledFilter } from "./filter.ts";

/** The filter, for claims that pass the test; others are neither found nor counted as set aside. */
export function narrowedFilter(
  read: ReadGraph,
  filter: CompiledFilter,
  test: (claim: number) => boolean,
): CompiledFilter {
  const judge: CompiledFilter["judge"] = (claim) => (test(claim) ? filter.judge(claim) : 0);
  return {
    tally: filter.tally,
    limited: filter.limited,
    judge,
    judgeAt: (_heads, _at, claim) => judge(claim),
    levels: (relations) =>
      Uint8Array.from({ length: read.claimCount }, (_, claim) => {
        if (!read.hasClaim(claim) || (relations && !relations.includes(relationOf(read, claim)))) return 0;
        return judge(claim);
      }),
    bounds: (claim) => filter.bounds(claim),
    citations: (claim) => filter.citations(claim),
  };
}
