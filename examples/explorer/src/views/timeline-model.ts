/**
 * What a timeline shows of a selection: a span for each claim, the rows, the days of the axis and the days asked about.
 */
import { DAY_MAX, DAY_MIN, type Day } from "xinjiang-graph";
import type { AnyGraph, Selection, ShownClaim } from "../view.ts";
import { type ClaimSpan, claimSpan, daysOf, firstSeen, reportedSpan } from "./claim-span.ts";
import { claimText, nameOf } from "./claim-text.ts";
import type { DayLine } from "./timeline-draw.ts";
import { type Grouping, type GroupRow, type TimelineRow, timelineRows } from "./timeline-rows.ts";

/** By which of its times a claim is placed: when it holds, or when it was published. */
export type TimeKind = "valid" | "reported";

export interface TimelineModel {
  readonly spans: readonly ClaimSpan[];
  readonly rows: readonly TimelineRow[];
}

/** Cost: the claims, sorted; spans of valid time are worked out once for each claim. */
export function timelineModel(selection: Selection, grouping: Grouping, time: TimeKind): TimelineModel {
  const spans = time === "valid" ? selection.claims.map(validSpan) : reportedSpans(selection);
  const named = (group: string): string => groupText(selection, grouping, group);
  const days = spans.map(firstSeen);
  return { spans, rows: timelineRows(selection.claims, days, grouping, named, selection.chosen?.entity) };
}

const known = new WeakMap<ShownClaim, ClaimSpan>();

function validSpan(claim: ShownClaim): ClaimSpan {
  let span = known.get(claim);
  if (!span) {
    span = claimSpan(claim);
    known.set(claim, span);
  }
  return span;
}

function reportedSpans({ graph, claims, knownBy }: Selection): ClaimSpan[] {
  const published = publicationDays(graph);
  const until = knownBy === undefined ? undefined : daysOf(knownBy)[1];
  return claims.map((claim) => {
    const days = claim.sources.flatMap((id) => {
      const range = published.get(id);
      return range ? [range] : [];
    });
    return reportedSpan(claim, days, until);
  });
}

function publicationDays(graph: AnyGraph): Map<string, readonly [first: Day, last: Day]> {
  const sources = Object.values(graph.getAttribute("sources"));
  return new Map(sources.map((source) => [source.id, daysOf(source.published)]));
}

/** The days of an axis: those shown at first, and those to which one may go. */
export interface AxisDays {
  readonly usual: readonly [first: Day, last: Day];
  readonly limits: readonly [first: Day, last: Day];
}

/** The share of claims that the axis leaves out at first on each side, so that a few old ones do not squeeze the rest. */
const FEW = 0.03;

/**
 * The axis for all claims of a dataset, whatever is selected, so that it stays where it is while one filters. Cost: the
 * claims, sorted.
 */
export function axisDays(graph: AnyGraph, time: TimeKind): AxisDays {
  const days = time === "valid" ? validDays(graph) : [...publicationDays(graph).values()];
  const firsts = Float64Array.from(days, ([first]) => first).sort();
  const lasts = Float64Array.from(days, ([, last]) => last).sort();
  const between = (leftOut: number): readonly [first: Day, last: Day] => {
    const first = firsts[Math.floor(firsts.length * leftOut)] ?? 0;
    const last = lasts[Math.ceil(lasts.length * (1 - leftOut)) - 1] ?? first;
    const margin = Math.max(15, Math.round((last - first) * 0.04));
    return [first - margin, last + margin];
  };
  return { usual: between(FEW), limits: between(0) };
}

/** The first and last day that each claim names. */
function validDays(graph: AnyGraph): (readonly [first: Day, last: Day])[] {
  const read = new Map<string, readonly Day[]>();
  const daysIn = (text: string): readonly Day[] => {
    const known = read.get(text) ?? daysOf(text).filter((day) => day !== DAY_MIN && day !== DAY_MAX);
    read.set(text, known);
    return known;
  };
  return graph.mapEdges((_id, { valid, attested = [] }) => {
    const days = (valid === undefined ? attested : [valid]).flatMap(daysIn);
    return [Math.min(...days), Math.max(...days)];
  });
}

/** The name of a group: of its relation, as the ontology has it, or of its entity. */
export function groupText(selection: Selection, grouping: Grouping, group: string): string {
  if (grouping === "nothing") return "others";
  if (grouping === "subject") return nameOf(selection, group);
  const { relations } = selection.graph.getAttribute("ontology");
  return (Object.hasOwn(relations, group) ? relations[group]?.label : undefined) ?? group;
}

/** A heading's text. */
export function headingText(selection: Selection, grouping: Grouping, { group, foremost }: GroupRow): string {
  return foremost ? nameOf(selection, group) : groupText(selection, grouping, group);
}

/** A claim's row says what its heading does not. */
export function rowText(selection: Selection, grouping: Grouping, claim: ShownClaim): string {
  const { entity } = selection.chosen ?? {};
  if (grouping === "nothing" || claim.subject === entity || claim.object === entity) {
    return claimText(selection, claim);
  }
  return grouping === "relation"
    ? `${nameOf(selection, claim.subject)} → ${nameOf(selection, claim.object)}`
    : `${claim.label} ${nameOf(selection, claim.object)}`;
}

/** The days asked about, as lines. */
export function dayLines({ asOf, knownBy }: Pick<Selection, "asOf" | "knownBy">): DayLine[] {
  const line = (text: string, day: string, dashed: boolean): DayLine => {
    const [first, last] = daysOf(day);
    return { text: `${text} ${day}`, first, last, dashed };
  };
  return [
    ...(asOf === undefined ? [] : [line("as of", asOf, false)]),
    ...(knownBy === undefined ? [] : [line("known by", knownBy, true)]),
  ];
}
