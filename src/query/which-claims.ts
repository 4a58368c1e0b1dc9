/**
 * Which claims of a graph are asked about, by what they say: relation, subject and object.
 */
import { claimsBeside, objectOf, relationOf, subjectOf } from "../graph/claim-layout.ts";
import type { ReadGraph } from "../graph/read-graph.ts";
import { type QueryOptions, queryOptions } from "./filter-options.ts";
import { entityNumber } from "./rows.ts";

/** Claims by relation and ends. Each may be one or several, of which any will do. */
export interface WhichClaims<R extends string = string, Id extends string = string> {
  readonly relation?: R | readonly R[];
  /** Ids. Claims of symmetric relations count whichever end an entity stands on. */
  readonly subject?: Id | readonly Id[];
  /** Ids likewise: of an indicator, for all its figures. */
  readonly object?: Id | readonly Id[];
}

/** What {@link WhichClaims} with a filter may hold. */
export const WHICH_OPTIONS: QueryOptions = whichOptions();

/** The same for a query with options of its own. */
export function whichOptions(...own: readonly string[]): QueryOptions {
  return queryOptions("relation", "subject", "object", ...own);
}

/**
 * The numbers of the claims between the ends asked for, ascending; `undefined` if none is. Cost: the claims of the
 * subjects, or of the objects where no subject is given.
 *
 * @throws NotFoundError `graph/unknown-entity`
 */
export function claimsBetween(
  read: ReadGraph,
  { subject, object }: Pick<WhichClaims, "subject" | "object">,
): readonly number[] | undefined {
  const [subjects, objects] = [entitiesOf(read, subject), entitiesOf(read, object)];
  const ends = subjects ?? objects;
  if (!ends) return undefined;
  const isBetween = (from: number, to: number): boolean =>
    (!subjects || subjects.has(from)) && (!objects || objects.has(to));
  const fits = (claim: number): boolean => {
    const [from, to] = [subjectOf(read, claim), objectOf(read, claim)];
    const relation = read.relationNames[relationOf(read, claim)] as string;
    return (
      isBetween(from, to) || (read.ontology.relations[relation]?.symmetric === true && isBetween(to, from))
    );
  };
  const beside = [...ends].flatMap((end) => [
    ...claimsBeside(read, end, "out"),
    ...claimsBeside(read, end, "in"),
  ]);
  return [...new Set(beside)].filter(fits).sort((a, b) => a - b);
}

function entitiesOf(read: ReadGraph, ids: string | readonly string[] | undefined): Set<number> | undefined {
  if (ids === undefined) return undefined;
  return new Set([ids].flat().map((id) => entityNumber(read, id)));
}
