/**
 * The rows that queries are made of, and how claims flatten into plain rows for tables and plots.
 */
import { notFound } from "../errors.ts";
import { Tail, traitsOf } from "../graph/claim-layout.ts";
import { findEntity } from "../graph/mentioned.ts";
import { type AnyClaim, claimNumbers, entityNumbers, type ReadGraph } from "../graph/read-graph.ts";
import { numberOf } from "../model/quantity.ts";
import { DAY_MAX, DAY_MIN, formatDay } from "../time/partial-date.ts";
import { ATTESTED, type Certainty } from "../time/time-question.ts";
import { CERTAINTIES, type ClaimJudge, type Level } from "./filter.ts";

/** One claim in an answer. `claim` is the graph's own record: a view, treat it as frozen. */
export interface ClaimRow<C = AnyClaim> {
  readonly claim: C;
  readonly certainty: Exclude<Certainty, "no">;
  /** For a claim that texts only attest on certain days: the last of them (EDTF day). */
  readonly lastAttested?: string;
}

/** A claim's row. */
export function claimRow(
  read: ReadGraph,
  claim: number,
  level: Level,
  filter?: Pick<ClaimJudge, "bounds">,
): ClaimRow {
  const certainty = CERTAINTIES[level] as Exclude<Certainty, "no">;
  const attested = lastAttested(read, claim, filter);
  return attested === undefined
    ? { claim: read.claim(claim), certainty }
    : { claim: read.claim(claim), certainty, lastAttested: attested };
}

/** The last day on which texts known under the filter attest a claim; `undefined` where its time is written. */
export function lastAttested(
  read: ReadGraph,
  claim: number,
  filter?: Pick<ClaimJudge, "bounds">,
): string | undefined {
  if ((traitsOf(read, claim) & ATTESTED) === 0) return undefined;
  const known = read.tails[claim * Tail.size + Tail.earliestEnd] as number;
  return formatDay(filter ? filter.bounds(claim).earliestEnd : known);
}

/**
 * The number of an entity.
 * @throws NotFoundError `graph/unknown-entity`, with the nearest id there is
 */
export function entityNumber(read: ReadGraph, id: string): number {
  const number = read.entityNumber(id);
  if (number >= 0) return number;
  throw notFound(
    "graph/unknown-entity",
    "entity",
    id,
    entityNumbers(read).map((number) => read.entityId(number)),
  );
}

/**
 * The number of a claim.
 * @throws NotFoundError `graph/unknown-claim`, with the nearest id there is
 */
export function claimNumber(read: ReadGraph, id: string): number {
  const number = read.claimNumber(id);
  if (number >= 0) return number;
  throw notFound(
    "graph/unknown-claim",
    "claim",
    id,
    claimNumbers(read).map((number) => read.claimId(number)),
  );
}

/**
 * The numbers of relations by name; a relation's inverse name is not one of them.
 * @throws NotFoundError `graph/unknown-relation`
 */
export function relationNumbers(
  read: ReadGraph,
  names: string | readonly string[] | undefined,
): readonly number[] | undefined {
  if (names === undefined) return undefined;
  if (typeof names === "string") return relationNumber(read, names);
  if (names.length === 1) return relationNumber(read, names[0] as string);
  return names.flatMap((name) => relationNumber(read, name));
}

function relationNumber(read: ReadGraph, name: string): readonly number[] {
  const numbers = read.relationNumbers.get(name);
  if (numbers) return numbers;
  throw notFound("graph/unknown-relation", "relation", name, read.relationNames);
}

/** A claim as one flat row of texts and numbers. Dates are ISO days, empty where unbounded. */
export interface FlatRow {
  readonly claim: string;
  readonly subject: string;
  readonly subjectLabel: string;
  readonly relation: string;
  readonly object: string;
  readonly objectLabel: string;
  readonly value: number | undefined;
  readonly unit: string | undefined;
  readonly comparator: string | undefined;
  readonly reported: string | undefined;
  readonly time: string;
  readonly attested: boolean;
  readonly earliestStart: string;
  readonly latestStart: string;
  readonly earliestEnd: string;
  readonly latestEnd: string;
  readonly status: string;
  readonly certainty: Certainty;
  /** Every citation known by then denies it. */
  readonly denied: boolean;
  readonly sources: string;
  readonly speakers: string;
}

/** The flat row of a claim. */
export function flatRow(read: ReadGraph, number: number, level: Level, filter: ClaimJudge): FlatRow {
  const claim = read.claim(number);
  const bounds = filter.bounds(number);
  const citations = filter.citations(number);
  const label = (id: string): string => entityLabel(read, id);
  return {
    claim: claim.id,
    subject: claim.subject,
    subjectLabel: label(claim.subject),
    relation: claim.relation,
    object: claim.object,
    objectLabel: label(claim.object),
    value: claim.quantity && numberOf(claim.quantity),
    unit: claim.quantity?.unit,
    comparator: claim.quantity && (claim.quantity.comparator ?? "="),
    reported: claim.quantity?.asReported,
    time: claim.valid ?? (claim.attested ?? []).join(" "),
    attested: claim.attested !== undefined,
    earliestStart: dayText(bounds.earliestStart),
    latestStart: dayText(bounds.latestStart),
    earliestEnd: dayText(bounds.earliestEnd),
    latestEnd: dayText(bounds.latestEnd),
    status: claim.status,
    certainty: CERTAINTIES[level] as Certainty,
    denied: citations.every((citation) => citation.stance === "denies"),
    sources: distinct(citations.map((citation) => citation.source)),
    speakers: distinct(citations.map((citation) => citation.speaker ?? citation.speakerDescription)),
  };
}

/** An entity's label, or its id where the graph does not hold it. */
export function entityLabel(read: ReadGraph, id: string): string {
  return findEntity(read, id)?.label ?? id;
}

function dayText(day: number): string {
  return day === DAY_MIN || day === DAY_MAX ? "" : formatDay(day);
}

function distinct(texts: readonly (string | undefined)[]): string {
  return [...new Set(texts.filter((text) => text !== undefined))].join(" ");
}
