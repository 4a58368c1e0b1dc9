/**
 * Whether a graph can answer at all: what is attested, what is known not to be, on what it is silent, and what lies
 * outside it. "Not in the dataset" is a value here, apart from "not so".
 */
import type { IdOfKind, ReadableGraph } from "../graph/knowledge-graph.ts";
import type { AnyClaim, ReadGraph } from "../graph/read-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { ClaimOf } from "../model/claim.ts";
import type { DatasetInfo } from "../model/record.ts";
import type { Ontology } from "../ontology/define.ts";
import type { RelationOf } from "../ontology/ontology.ts";
import type { SetAside } from "../query/answer.ts";
import { type ClaimFilter, type ClaimJudge, compileFilter, lastDayAsked } from "../query/filter.ts";
import { readTime } from "../query/filter-options.ts";
import { assertKnownOptions } from "../query/known-options.ts";
import { formatDay } from "../time/partial-date.ts";
import type { TimeQuestion } from "../time/time-question.ts";
import { corpusSpan, liesOutside } from "./corpus-span.ts";
import { type AskedMatter, resolveMatter, strangeMatter } from "./coverage-matter.ts";
import { type CoverageValue, type CoveredClaim, conclude, judgeClaims, NOTHING } from "./coverage-verdict.ts";
import { present } from "./present.ts";

export { COVERAGE_VALUES, type CoverageValue, type CoveredClaim } from "./coverage-verdict.ts";

/** What is asked: a matter, a time, and which claims count. */
export type CoverageOptions<
  Id extends string = string,
  R extends string = string,
  I extends string = string,
> = AskedMatter<Id, R, I> & Omit<ClaimFilter, "certainty" | "includeDenied">;

/** Whether and how the graph can answer. */
export interface Coverage<C = AnyClaim> {
  readonly value: CoverageValue;
  /** Why, in words. */
  readonly reason: string;
  /** The claims that the value rests on: those that hold, may hold, are denied or exclude it; the certain ones first. */
  readonly claims: readonly CoveredClaim<C>[];
  /** Claims on the matter that speak of other times. */
  readonly otherTimes: readonly CoveredClaim<C>[];
  /** Claims on the matter that were not asked for, such as plans, or not known by then. */
  readonly setAside: SetAside;
  /** First and last ISO day of which a known claim or source speaks; `..` if there is none. */
  readonly corpus: { readonly from: string; readonly to: string };
  /** What the dataset itself says that it covers and is silent on. */
  readonly declared?: NonNullable<DatasetInfo["coverage"]>;
}

/**
 * What the graph has on a matter at a time, as a value. An id that it does not hold is `outside`, no error. Figures of
 * other periods do not make a figure's absence known: that is `silent`; a state or event with a time of its own that
 * excludes the one asked for is `no`. A state that was attested once is `possible` on other days that the corpus speaks
 * of, and `outside` beyond them. Statuses are `actual` and `ongoing` unless asked for otherwise. Cost: all claims.
 *
 * @throws NotFoundError `graph/unknown-relation`; InvalidQueryError `query/doubled-object` and those of the filter
 * @example
 * const asked = { subject: "region/xinjiang", indicator: "indicator/trade-value" } as const;
 * coverage(graph, { ...asked, at: "2023" }).value; // "attested"
 * coverage(graph, { ...asked, at: "1900" }).value; // "outside"
 * coverage(graph, { ...asked, at: "2021" }).value; // "silent"
 * const launch = { subject: "region/xinjiang-ftz", relation: "milestoneIn", object: "region/urumqi" } as const;
 * coverage(graph, { ...launch, at: "2019" }).value; // "no": it was launched on 2023-11-01
 */
export function coverage<O extends Ontology, Ids extends string, R extends RelationOf<O> = RelationOf<O>>(
  graph: ReadableGraph<O, Ids>,
  options: CoverageOptions<NoInfer<Ids>, R, IdOfKind<NoInfer<Ids>, "indicator">> = {},
): Coverage<ClaimOf<O, R>> {
  const { subject, relation, object, indicator, ...filter } = options;
  assertKnownOptions(filter, FILTER_OPTIONS);
  const read = readGraph(graph);
  const { time, rest } = splitTime(filter);
  const known = {
    filter: compileFilter(read, { ...rest, certainty: "possible", includeDenied: true }),
    reportedBy: lastDayAsked("reportedBy", filter.reportedBy),
    statedBy: lastDayAsked("statedBy", filter.statedBy),
  };
  const span = corpusSpan(read, known);
  const matter = resolveMatter(read, present({ subject, relation, object, indicator }));
  const compiled = compileFilter(read, { ...rest, certainty: "possible", includeDenied: true });
  const found = typeof matter === "string" ? NOTHING : judgeClaims(read, matter, compiled, time);
  const outsideTime = time && liesOutside(time, span);
  const strange = typeof matter === "string" ? matter : strangeMatter(read, matter, anyStatus(read, filter));
  const corpus = { from: dayText(span.first, span), to: dayText(span.last, span) };
  const [value, claims, reason] = conclude(found, { strange, outsideTime, corpus, setAside: compiled.tally });
  return {
    ...{ value, reason, claims, otherTimes: value === "no" ? [] : found.excluded },
    ...{ setAside: Object.freeze({ ...compiled.tally }), corpus },
    ...present({ declared: graph.getAttributes().dataset.coverage }),
  } as unknown as Coverage<ClaimOf<O, R>>;
}

const FILTER_OPTIONS: readonly string[] = Object.freeze(
  (
    "at during before after overlaps startedIn throughout attestedWithin " +
    "status reportedBy statedBy source speaker publisherClass voice"
  ).split(" "),
);

/** The time asked for, and the other conditions. */
function splitTime(filter: ClaimFilter): {
  readonly time: TimeQuestion | undefined;
  readonly rest: ClaimFilter;
} {
  const { at, during, before, after, overlaps, startedIn, throughout, attestedWithin, ...rest } = filter;
  return { time: readTime(filter)?.question, rest };
}

/** What had been published and said by then, of any status. */
function anyStatus(read: ReadGraph, { reportedBy, statedBy }: ClaimFilter): ClaimJudge {
  return compileFilter(read, {
    ...present({ reportedBy, statedBy }),
    ...{ status: "any", certainty: "possible", includeDenied: true },
  });
}

function dayText(day: number, { first, last }: { readonly first: number; readonly last: number }): string {
  return first > last ? ".." : formatDay(day);
}
