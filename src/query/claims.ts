/**
 * The claims of an entity, of a source, or of the whole graph.
 */
import { headsOf, relationOf } from "../graph/claim-layout.ts";
import type { KindOfId, ReadableGraph } from "../graph/knowledge-graph.ts";
import { claimNumbers, compareClaims, type ReadGraph, type Side } from "../graph/read-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { ClaimOf } from "../model/claim.ts";
import type { Ontology } from "../ontology/define.ts";
import type { Direction, RelationOf, RelationsAt } from "../ontology/ontology.ts";
import { type Answer, answer } from "./answer.ts";
import { forEachClaimOf } from "./claim-walk.ts";
import { type ClaimFilter, type ClaimJudge, compileFilter, type Level } from "./filter.ts";
import { type QueryOptions, queryOptions } from "./filter-options.ts";
import { kept } from "./kept.ts";
import { type ClaimRow, claimRow, entityNumber, relationNumbers } from "./rows.ts";
import { claimsBetween, WHICH_OPTIONS, type WhichClaims } from "./which-claims.ts";

/** Which claims of an entity: its relations, the side it stands on, and the filter. */
export interface ClaimsOptions<R extends string = string, D extends Direction = Direction>
  extends ClaimFilter {
  /** One relation or several; all when absent. */
  readonly relation?: R | readonly R[];
  /** `out`: the entity is the subject; `in`: the object; `both` unless told otherwise. */
  readonly direction?: D;
}

/** What {@link ClaimsOptions} may hold. */
export const CLAIMS_OPTIONS: QueryOptions = queryOptions("relation", "direction");

/** A claim of an entity, seen from it. */
export interface EntityClaimRow<C> extends ClaimRow<C> {
  /** `out` where the entity is the claim's subject. A symmetric relation reads the same both ways. */
  readonly direction: Side;
  /** Id of the entity at the other end. */
  readonly other: string;
}

/**
 * The claims in which an entity is subject or object, ordered by relation, start and id.
 * Only certain ones with status `actual` or `ongoing` unless the filter says otherwise; `setAside` counts the rest.
 * Cost: the entity's own claims.
 *
 * @throws NotFoundError `graph/unknown-entity`, `graph/unknown-relation`; InvalidQueryError of the filter
 * @example
 * claimsOf(graph, "official/chen-weijun", { relation: "holdsOffice", at: "2024-05-21" }).map((row) => row.claim.role);
 * // ["executive vice chairman", "member"]
 */
export function claimsOf<
  O extends Ontology,
  Ids extends string,
  const Id extends Ids,
  D extends Direction = "both",
  R extends RelationsAt<O, KindOfId<O, Id>, D> = RelationsAt<O, KindOfId<O, Id>, D>,
>(
  graph: ReadableGraph<O, Ids>,
  id: Id,
  options: ClaimsOptions<R, D> = {},
): Answer<EntityClaimRow<ClaimOf<O, R & RelationOf<O>>>> {
  const read = readGraph(graph);
  const compiled = compileFilter(read, options, CLAIMS_OPTIONS);
  const rows: EntityClaimRow<unknown>[] = [];
  forEachClaimOf(
    read,
    entityNumber(read, id),
    options.direction ?? "both",
    relationNumbers(read, options.relation),
    compiled,
    (claim, level, side, other) => {
      rows.push({ ...claimRow(read, claim, level, compiled), direction: side, other: read.entityId(other) });
    },
  );
  return answer(rows, compiled.tally) as unknown as Answer<EntityClaimRow<ClaimOf<O, R & RelationOf<O>>>>;
}

/**
 * Every claim of the graph that passes the filter, ordered by id; `relation`, `subject` and `object` narrow it.
 * Cost: all claims, or those of the entities or the source where they are asked for.
 *
 * @throws NotFoundError `graph/unknown-entity`, `graph/unknown-relation`; InvalidQueryError of the filter
 * @example
 * claims(graph, { object: "indicator/trade-value" }).every((row) => row.claim.quantity); // true
 */
export function claims<O extends Ontology, Ids extends string, R extends RelationOf<O> = RelationOf<O>>(
  graph: ReadableGraph<O, Ids>,
  options: ClaimFilter & WhichClaims<R, NoInfer<Ids>> = {},
): Answer<ClaimRow<ClaimOf<O, R>>> {
  const read = readGraph(graph);
  const { found, possible, filter } = passingClaims(read, options);
  const rows = found.map((claim) => claimRow(read, claim, possible.has(claim) ? 1 : 2, filter));
  return answer(rows, filter.tally) as unknown as Answer<ClaimRow<ClaimOf<O, R>>>;
}

/**
 * The ids of {@link claims} alone, in the same order.
 *
 * @throws NotFoundError `graph/unknown-entity`, `graph/unknown-relation`; InvalidQueryError of the filter
 */
export function claimIds<O extends Ontology, Ids extends string, R extends RelationOf<O> = RelationOf<O>>(
  graph: ReadableGraph<O, Ids>,
  options: ClaimFilter & WhichClaims<R, NoInfer<Ids>> = {},
): readonly string[] {
  const read = readGraph(graph);
  return passingClaims(read, options).found.map((claim) => read.claimId(claim));
}

/** Claims that pass a filter. */
interface Passing {
  /** In the order of their ids. */
  readonly found: number[];
  /** Those that only possibly do. */
  readonly possible: ReadonlySet<number>;
  readonly filter: ClaimJudge;
}

function passingClaims(read: ReadGraph, options: ClaimFilter & WhichClaims): Passing {
  const between = claimsBetween(read, options);
  const { source, speaker, voice, publisherClass, reportedBy, statedBy } = options;
  const ofSource = !between && typeof source === "string" ? read.claimsOfSource(source) : undefined;
  // Where the claims are looked up by their source, it need not be looked for in each of them again, unless one
  // citation is to be of the source and something more; a source without claims may be none, and is checked.
  const known =
    ofSource !== undefined &&
    ofSource.length > 0 &&
    !(speaker || voice || publisherClass || reportedBy || statedBy);
  const compiled = compileFilter(read, options, WHICH_OPTIONS, known);
  const relations = relationNumbers(read, options.relation);
  const asked = between ? Int32Array.from(between) : ofSource;
  const found: number[] = [];
  const possible = new Set<number>();
  const visit = (claim: number, level: Level): void => {
    found.push(claim);
    if (level === 1) possible.add(claim);
  };
  if (asked && relations) {
    const ofRelation = (claim: number): boolean => relations.includes(relationOf(read, claim));
    compiled.judgeEach(asked.filter(ofRelation), visit);
  } else if (asked) {
    compiled.judgeEach(asked, visit, ofSource && headsOfSource(read, source as string));
  } else {
    const { levels } = compiled.levels(relations);
    for (let claim = 0; claim < levels.length; claim++)
      if (levels[claim] !== 0) visit(claim, levels[claim] as Level);
  }
  return { found: inOrder(read, found), possible, filter: compiled };
}

/** Claims of a source lie far apart: what they are judged by is put end to end. */
const headsOfSource = kept((read, source: string) => headsOf(read, read.claimsOfSource(source)));

/** Claim numbers in the order of their ids: the array itself, sorted where its numbers are not. */
function inOrder(read: ReadGraph, claims: number[]): number[] {
  const last = claims.at(-1) ?? -1;
  return last < read.numberedById ? claims : claims.sort((a, b) => compareClaims(read, a, b));
}

/** Claim numbers that pass a filter, in order of id, with their levels. */
export function selectClaims(
  read: ReadGraph,
  relations: readonly number[] | undefined,
  filter: ClaimJudge,
  options: Pick<ClaimFilter & WhichClaims, "source" | "subject" | "object"> = {},
): [claim: number, level: Level][] {
  const { source } = options;
  const found: [number, Level][] = [];
  const visit = (claim: number): void => {
    if (relations && !relations.includes(relationOf(read, claim))) return;
    const level = filter.judge(claim);
    if (level > 0) found.push([claim, level]);
  };
  const between = claimsBetween(read, options);
  if (between) for (const claim of between) visit(claim);
  else if (typeof source === "string") for (const claim of read.claimsOfSource(source)) visit(claim);
  else for (const claim of claimNumbers(read)) visit(claim);
  return found.sort(([a], [b]) => compareClaims(read, a, b));
}
