/**
 * The graph of what holds under a filter: a mask over the claims first, a graphology graph on request.
 */
import { objectOf, relationOf, subjectOf } from "../graph/claim-layout.ts";
import { copyFrame, type KnowledgeGraph, type ReadableGraph } from "../graph/knowledge-graph.ts";
import { findEntity, keepMentioned } from "../graph/mentioned.ts";
import { type AnyClaim, type AnyEntity, entityNumbers, type ReadGraph } from "../graph/read-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import { nameIn } from "../model/entity.ts";
import type { Ontology } from "../ontology/define.ts";
import type { RelationOf } from "../ontology/ontology.ts";
import type { Certainty } from "../time/time-question.ts";
import type { SetAside } from "./answer.ts";
import type { AllLevels } from "./claim-scan.ts";
import { CERTAINTIES, type ClaimFilter, type CompiledFilter, compileFilter, lastDayAsked } from "./filter.ts";
import { asAttestedBy, knownCitations } from "./known.ts";
import { relationNumbers } from "./rows.ts";
import { claimsBetween, type WhichClaims, whichOptions } from "./which-claims.ts";

export interface SnapshotOptions<R extends string = string, Id extends string = string>
  extends ClaimFilter,
    WhichClaims<R, Id> {
  /** Keep entities that no claim of the snapshot touches; left out unless true. */
  readonly keepIsolated?: boolean;
}

/** What holds under a filter, without a copy of anything: ask it claim by claim, or make a graph of it. */
export interface Snapshot<O extends Ontology, Ids extends string> {
  /** How many claims hold. */
  readonly size: number;
  readonly setAside: SetAside;
  /** Whether a claim holds: certain, possible or no. `no` too for a claim that the graph does not have. */
  certainty(claim: string): Certainty;
  /** Ids of the claims that hold, in the graph's order. */
  claims(): readonly string[];
  /**
   * A new graph of the claims that hold and the entities they join; entities that they only mention, such as speakers,
   * are no nodes but stand in its attribute `mentioned`. Under `reportedBy` or `statedBy`, citations and
   * names not yet known are left out and an open end is no later than known.
   */
  toGraph(): KnowledgeGraph<O, Ids>;
}

/**
 * What holds under a filter, as one looks at the graph on a day (`at`), with what one could know by a day
 * (`reportedBy`). The mask is of the graph as it is now; later changes do not show in it. Cost: all claims, a few
 * numbers each; `toGraph` costs a graph.
 *
 * @throws NotFoundError `graph/unknown-entity`, `graph/unknown-relation`; InvalidQueryError of the filter
 * @example
 * const then = snapshot(graph, { at: "2023-12-31", reportedBy: "2024-03-31" });
 * then.claims(); // ["invitations-to-visit-xinjiang-2023", "xinjiang-trade-growth-2023", …]
 * then.toGraph().hasNode("region/xinjiang"); // true
 */
export function snapshot<O extends Ontology, Ids extends string, R extends RelationOf<O> = RelationOf<O>>(
  graph: ReadableGraph<O, Ids>,
  options: SnapshotOptions<R, NoInfer<Ids>> = {},
): Snapshot<O, Ids> {
  const read = readGraph(graph);
  const compiled = compileFilter(read, options, SNAPSHOT_OPTIONS);
  const relations = relationNumbers(read, options.relation);
  const between = claimsBetween(read, options);
  const { levels, held: size } = between
    ? levelsOf(read, between, relations, compiled)
    : compiled.levels(relations);
  const held = (): number[] => {
    const claims: number[] = [];
    for (let claim = 0; claim < levels.length; claim++) if (levels[claim] !== 0) claims.push(claim);
    return claims;
  };
  return {
    size,
    setAside: Object.freeze(compiled.tally),
    certainty: (id) => CERTAINTIES[levels[read.claimNumber(id)] ?? 0] as Certainty,
    claims: () => held().map((claim) => read.claimId(claim)),
    toGraph: () => {
      const keep = new Set(options.keepIsolated ? entityNumbers(read) : []);
      for (const claim of held()) keep.add(subjectOf(read, claim)).add(objectOf(read, claim));
      return partOf(graph, read, held(), keep, options);
    },
  };
}

/** The levels of some claims; 0 for the others. */
function levelsOf(
  read: ReadGraph,
  claims: readonly number[],
  relations: readonly number[] | undefined,
  filter: CompiledFilter,
): AllLevels {
  const levels = new Uint8Array(read.claimCount);
  let held = 0;
  for (const claim of claims) {
    if (relations && !relations.includes(relationOf(read, claim))) continue;
    const level = filter.judge(claim);
    levels[claim] = level;
    if (level > 0) held += 1;
  }
  return { levels, held };
}

const SNAPSHOT_OPTIONS = whichOptions("keepIsolated");

/** A graph of some claims and entities of another, as known under the filter. */
export function partOf<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  read: ReadGraph,
  held: readonly number[],
  keep: Iterable<number>,
  filter: ClaimFilter,
): KnowledgeGraph<O, Ids> {
  const copy = copyFrame(graph);
  const reportedBy = lastDayAsked("reportedBy", filter.reportedBy);
  const statedBy = lastDayAsked("statedBy", filter.statedBy);
  const asKnown = filter.reportedBy !== undefined || filter.statedBy !== undefined;
  const asThen = (entity: AnyEntity): AnyEntity =>
    asKnown ? knownEntity(read, entity, filter) : { ...entity };
  for (const entity of [...keep].sort((a, b) => a - b)) {
    copy.addNode(read.entityId(entity), asThen(read.entity(entity)) as never);
  }
  for (const number of held) {
    const claim = asAttestedBy(read.claim(number), Math.min(reportedBy, statedBy));
    const citations = asKnown
      ? knownCitations(read, claim, reportedBy, statedBy).map(([citation]) => citation)
      : claim.citations;
    const attributes: AnyClaim = { ...claim, citations };
    copy.addDirectedEdgeWithKey(claim.id, claim.subject, claim.object, attributes as never);
  }
  keepMentioned(copy, read.ontology, (id) => {
    const entity = findEntity(read, id);
    return entity && asThen(entity);
  });
  return copy;
}

/** An entity with the names known by then; its first name stays, so that it can be called something. */
function knownEntity(read: ReadGraph, entity: AnyEntity, filter: ClaimFilter): AnyEntity {
  const probe = (source: string): Pick<AnyClaim, "citations"> => ({
    citations: [{ source, voice: "narrated", stance: "asserts" }],
  });
  const reportedBy = lastDayAsked("reportedBy", filter.reportedBy);
  const statedBy = lastDayAsked("statedBy", filter.statedBy);
  const names = entity.names.filter(
    (name) =>
      name.source === undefined || knownCitations(read, probe(name.source), reportedBy, statedBy).length > 0,
  );
  const kept = { ...entity, names: names.length > 0 ? names : entity.names.slice(0, 1) };
  return { ...kept, label: nameIn(kept) };
}
