/**
 * What a coverage question is about, and which claims speak of it.
 */
import { InvalidQueryError, NotFoundError } from "../errors.ts";
import { claimsBeside } from "../graph/claim-layout.ts";
import { claimNumbers, type ReadGraph } from "../graph/read-graph.ts";
import { findRelation } from "../ontology/ontology.ts";
import type { ClaimJudge } from "../query/filter.ts";
import { entityNumber, relationNumbers } from "../query/rows.ts";

/** What is asked about; whatever is absent is not narrowed. */
export interface AskedMatter<
  Id extends string = string,
  R extends string = string,
  I extends string = string,
> {
  /** The entity that the claims are about. */
  readonly subject?: Id;
  readonly relation?: R | readonly R[];
  /** The other end of the claims. */
  readonly object?: Id;
  /** The indicator of a figure: an object that makes the matter, so that without any claim on it one is outside. */
  readonly indicator?: I;
}

/** A matter in numbers of the graph. */
export interface CoverageMatter {
  readonly subject: number | undefined;
  readonly object: number | undefined;
  readonly relations: readonly number[] | undefined;
  readonly asked: AskedMatter;
}

/**
 * The matter in numbers, or in words why the graph cannot know of it: it does not hold the entity.
 *
 * @throws NotFoundError `graph/unknown-relation`: a relation that the ontology does not declare is a slip
 * @throws InvalidQueryError `query/doubled-object` for both an object and an indicator
 */
export function resolveMatter(read: ReadGraph, asked: AskedMatter): CoverageMatter | string {
  const { subject, object, indicator } = asked;
  if (object !== undefined && indicator !== undefined) {
    throw new InvalidQueryError(
      "query/doubled-object",
      "Found both object and indicator; expected one of them, for an indicator is the object of its claims.",
      { path: "/indicator" },
    );
  }
  const relations = relationNumbers(read, asked.relation);
  const ends = [subject, object ?? indicator].map((id) => (id === undefined ? undefined : find(read, id)));
  const unknown = ends.find((end) => typeof end === "string");
  if (typeof unknown === "string") return unknown;
  const [from, to] = ends as (number | undefined)[];
  return { subject: from, object: to, relations, asked };
}

/** Numbers of the claims on a matter, a claim of a symmetric relation from either end. Cost: an end's claims, or all. */
export function claimsOnMatter(read: ReadGraph, { subject, object, relations }: CoverageMatter): number[] {
  const { columns } = read;
  const fits = (claim: number, from: number | undefined, to: number | undefined): boolean =>
    (from === undefined || columns.subject[claim] === from) &&
    (to === undefined || columns.object[claim] === to);
  return candidates(read, subject ?? object).filter((claim) => {
    const relation = columns.relation[claim] as number;
    if (relations && !relations.includes(relation)) return false;
    if (fits(claim, subject, object)) return true;
    const { symmetric } = findRelation(read.ontology, read.relationNames[relation] ?? "") ?? {};
    return symmetric === true && fits(claim, object, subject);
  });
}

/** Why a matter is none of the graph's: no known claim has the relation, the indicator or the entity; else `undefined`. */
export function strangeMatter(
  read: ReadGraph,
  { subject, relations, object, asked }: CoverageMatter,
  known: ClaimJudge,
): string | undefined {
  const spoken = (claims: readonly number[]): boolean => claims.some((claim) => known.judge(claim) > 0);
  if (
    relations &&
    !spoken(claimsOnMatter(read, { subject: undefined, object: undefined, relations, asked }))
  ) {
    const names = relations.map((relation) => read.relationNames[relation]).join(" or ");
    return `No claim of the graph is of the relation ${names}.`;
  }
  if (asked.indicator !== undefined && !spoken(candidates(read, object)))
    return `No claim of the graph gives a figure on ${asked.indicator}.`;
  if (subject !== undefined && !spoken(candidates(read, subject)))
    return `No claim of the graph speaks of ${asked.subject}.`;
  return undefined;
}

/** The claims at either end of an entity, or all claims. */
function candidates(read: ReadGraph, entity: number | undefined): number[] {
  if (entity === undefined) return claimNumbers(read);
  const sides = (["out", "in"] as const).flatMap((side) => claimsBeside(read, entity, side));
  return [...new Set(sides)];
}

function find(read: ReadGraph, id: string): number | string {
  try {
    return entityNumber(read, id);
  } catch (error) {
    if (error instanceof NotFoundError) return error.message;
    throw error;
  }
}
