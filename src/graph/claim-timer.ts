/**
 * Writes the days of claims into columns. Sources and times are read once each, however many claims share them.
 */
import type { Citation } from "../model/citation.ts";
import type { Source } from "../model/source.ts";
import { DAY_MAX } from "../time/partial-date.ts";
import { ATTESTED, flagsOf, OPEN_END } from "../time/time-question.ts";
import type { TimeBehaviour, TimeBounds } from "../time/valid-time.ts";
import { type CitationDays, citationDays, claimBounds } from "./claim-times.ts";
import { type AnyClaim, type ClaimColumns, DENIED, REVISABLE } from "./read-graph.ts";

/** Reads the days of claims under one state of the sources. */
export class ClaimTimer {
  private readonly sourceDays = new Map<string, CitationDays>();
  private readonly bounds: Record<TimeBehaviour, Map<string, TimeBounds>> = {
    state: new Map(),
    event: new Map(),
    period: new Map(),
  };

  constructor(private readonly sources: Readonly<Record<string, Source>>) {}

  /** Writes the claim's bounds, flags and the days on which it was reported and said. */
  write(columns: ClaimColumns, number: number, claim: AnyClaim, behaviour: TimeBehaviour): void {
    const { citations } = claim;
    let [reportedFirst, reportedSure, statedFirst, statedSure] = [DAY_MAX, DAY_MAX, DAY_MAX, DAY_MAX];
    let denied = true;
    for (const citation of citations) {
      const { reported, stated } = this.daysOf(citation);
      if (reported.first < reportedFirst) reportedFirst = reported.first;
      if (reported.sure < reportedSure) reportedSure = reported.sure;
      if (stated.first < statedFirst) statedFirst = stated.first;
      if (stated.sure < statedSure) statedSure = stated.sure;
      if (citation.stance !== "denies") denied = false;
    }
    const bounds = this.boundsOf(claim, behaviour);
    columns.earliestStart[number] = bounds.earliestStart;
    columns.latestStart[number] = bounds.latestStart;
    columns.earliestEnd[number] = bounds.earliestEnd;
    columns.latestEnd[number] = bounds.latestEnd;
    const flags = flagsOf(bounds);
    const revisable =
      (flags & (OPEN_END | ATTESTED)) !== 0 && (citations.length > 1 || (claim.attested?.length ?? 0) > 1);
    columns.flags[number] = flags | (denied ? DENIED : 0) | (revisable ? REVISABLE : 0);
    columns.reportedFirst[number] = reportedFirst;
    columns.reportedSure[number] = reportedSure;
    columns.statedFirst[number] = statedFirst;
    columns.statedSure[number] = statedSure;
  }

  private daysOf(citation: Citation): CitationDays {
    const { source } = citation;
    if (citation.stated !== undefined) return citationDays(citation, this.sources[source]);
    let days = this.sourceDays.get(source);
    if (!days) {
      days = citationDays(citation, this.sources[source]);
      this.sourceDays.set(source, days);
    }
    return days;
  }

  /** Bounds that depend on the written time alone are shared; those of an open end are the claim's own. */
  private boundsOf(claim: AnyClaim, behaviour: TimeBehaviour): TimeBounds {
    const known = claim.valid === undefined ? undefined : this.bounds[behaviour].get(claim.valid);
    if (known) return known;
    const bounds = claimBounds(
      claim,
      behaviour,
      claim.citations.map((citation) => this.daysOf(citation)),
    );
    if (claim.valid !== undefined && !bounds.openEnd) this.bounds[behaviour].set(claim.valid, bounds);
    return bounds;
  }
}
