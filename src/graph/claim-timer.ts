/**
 * Writes the days of claims into columns. Sources are read once each, however many claims share them.
 */
import type { Citation } from "../model/citation.ts";
import type { Source } from "../model/source.ts";
import { DAY_MAX, DAY_MIN, type Day } from "../time/partial-date.ts";
import { type PlainTime, readPlainTime } from "../time/plain-time.ts";
import { ATTESTED, flagsOf, INSTANT, OPEN_END } from "../time/time-question.ts";
import type { TimeBehaviour } from "../time/valid-time.ts";
import { type CitationDays, citationDays, claimBounds } from "./claim-times.ts";
import type { BuildColumns } from "./column-store.ts";
import { DENIED, REVISABLE, type ReportColumns, Spread } from "./read-graph.ts";

/** What of a claim its days follow from. */
export interface TimedClaim {
  readonly valid?: string | undefined;
  readonly attested?: readonly string[] | undefined;
  readonly citations: readonly TimedCitation[];
}

/** What of a citation they follow from. */
export interface TimedCitation extends Pick<Citation, "source" | "stance"> {
  readonly stated?: string | undefined;
}

/** Reads the days of claims under one state of the sources. */
export class ClaimTimer {
  private readonly sourceDays = new Map<string, CitationDays>();
  private readonly plain: PlainTime = {
    firstStart: 0,
    lastStart: 0,
    firstEnd: 0,
    lastEnd: 0,
    interval: false,
    openEnd: false,
  };

  constructor(private readonly sources: Readonly<Record<string, Source>>) {}

  /** Writes the claim's bounds and flags. */
  write(columns: BuildColumns, row: number, claim: TimedClaim, behaviour: TimeBehaviour): void {
    const { citations } = claim;
    const flags =
      this.writePlain(columns, row, claim, behaviour) ?? this.writeBounds(columns, row, claim, behaviour);
    const revisable =
      (flags & (OPEN_END | ATTESTED)) !== 0 && (citations.length > 1 || (claim.attested?.length ?? 0) > 1);
    const denied = citations.every((citation) => citation.stance === "denies");
    columns.flags[row] = flags | (denied ? DENIED : 0) | (revisable ? REVISABLE : 0);
  }

  /** Writes the days on which a claim was published and said. */
  writeReports(columns: ReportColumns, claim: number, citations: readonly TimedCitation[]): void {
    let [reportedFirst, reportedSure, statedFirst, statedSure] = [DAY_MAX, DAY_MAX, DAY_MAX, DAY_MAX];
    let denials = 0;
    for (const citation of citations) {
      if (citation.stance === "denies") denials += 1;
      const { reported, stated } = this.daysOf(citation);
      if (reported.first < reportedFirst) reportedFirst = reported.first;
      if (reported.sure < reportedSure) reportedSure = reported.sure;
      if (stated.first < statedFirst) statedFirst = stated.first;
      if (stated.sure < statedSure) statedSure = stated.sure;
    }
    columns.reportedFirst[claim] = reportedFirst;
    columns.reportedSure[claim] = reportedSure;
    columns.statedFirst[claim] = statedFirst;
    columns.statedSure[claim] = statedSure;
    const divided = denials > 0 && denials < citations.length;
    columns.spread[claim] = divided ? Spread.divided : citations.length > 1 ? Spread.agreed : Spread.one;
  }

  private daysOf(citation: TimedCitation): CitationDays {
    const { source } = citation;
    if (citation.stated !== undefined) return citationDays(citation, this.sources[source]);
    let days = this.sourceDays.get(source);
    if (!days) {
      days = citationDays(citation, this.sources[source]);
      this.sourceDays.set(source, days);
    }
    return days;
  }

  /** Writes what `boundsOf` gives for a plain time, without its objects; `undefined` for any other time. */
  private writePlain(
    columns: BuildColumns,
    row: number,
    claim: TimedClaim,
    behaviour: TimeBehaviour,
  ): number | undefined {
    const { plain } = this;
    if (claim.valid === undefined || !readPlainTime(claim.valid, plain)) return undefined;
    const instant = behaviour === "event";
    if (instant && plain.interval) return undefined;
    // A period, and a single date of a state, lasts from its very first to its very last day.
    const whole = behaviour === "period" || (behaviour === "state" && !plain.interval);
    const { firstStart, openEnd } = plain;
    columns.earliestStart[row] = firstStart;
    columns.latestStart[row] = whole ? firstStart : plain.lastStart;
    columns.earliestEnd[row] = openEnd
      ? Math.max(this.statedUntil(claim), firstStart)
      : whole
        ? plain.lastEnd
        : plain.firstEnd;
    columns.latestEnd[row] = plain.lastEnd;
    return (instant ? INSTANT : 0) | (openEnd ? OPEN_END : 0);
  }

  private writeBounds(
    columns: BuildColumns,
    row: number,
    claim: TimedClaim,
    behaviour: TimeBehaviour,
  ): number {
    const days = claim.citations.map((citation) => this.daysOf(citation));
    const bounds = claimBounds(claim, behaviour, days);
    columns.earliestStart[row] = bounds.earliestStart;
    columns.latestStart[row] = bounds.latestStart;
    columns.earliestEnd[row] = bounds.earliestEnd;
    columns.latestEnd[row] = bounds.latestEnd;
    return flagsOf(bounds);
  }

  /** The latest day on which a citation stated the claim. */
  private statedUntil(claim: TimedClaim): Day {
    let until = DAY_MIN;
    for (const citation of claim.citations) {
      const { first } = this.daysOf(citation).stated;
      if (first < DAY_MAX && first > until) until = first;
    }
    return until;
  }
}
