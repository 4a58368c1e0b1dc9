/**
 * What-if: what would be left of a graph if a source were withdrawn. The graph itself is never changed.
 */
import { notFound } from "../errors.ts";
import { claimsBeside } from "../graph/claim-layout.ts";
import { citationDays } from "../graph/claim-times.ts";
import { copyFrame, type KnowledgeGraph, type ReadableGraph } from "../graph/knowledge-graph.ts";
import {
  type AnyClaim,
  type AnyEntity,
  claimNumbers,
  compareIds,
  entityNumbers,
  type ReadGraph,
} from "../graph/read-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { Citation } from "../model/citation.ts";
import { type Name, nameIn } from "../model/entity.ts";
import type { Ontology } from "../ontology/define.ts";
import { assertKnownOptions } from "../query/known-options.ts";
import { boundsOf, parseValidTime } from "../time/valid-time.ts";
import { present } from "./present.ts";
import { repetitionsOf } from "./source-origin.ts";
import { type Support, supportOf } from "./support.ts";

/** What is withdrawn besides. */
export interface WithdrawOptions {
  /** Also withdraw the sources that reprint or repeat it, over any number of steps; they stay unless true. */
  readonly reprints?: boolean;
}

/** A claim that loses some of its citations. */
export interface WeakenedClaim {
  readonly claim: string;
  readonly before: Support;
  readonly after: Support;
  /** The attested days that only withdrawn citations stated; absent where there are none. */
  readonly attestedLost?: readonly string[];
}

/** A name that only a withdrawn source writes. */
export interface LostName {
  readonly entity: string;
  readonly name: Name;
}

/** What would come of a withdrawal. Ids in order. */
export interface Withdrawal<O extends Ontology, Ids extends string> {
  /** The sources withdrawn. */
  readonly sources: readonly string[];
  /** Claims without a citation left. */
  readonly falls: readonly string[];
  readonly weakens: readonly WeakenedClaim[];
  /** How many claims are untouched. */
  readonly stands: number;
  readonly names: readonly LostName[];
  /** Entities that only fallen claims joined; the graph keeps them. */
  readonly isolated: readonly string[];
  /**
   * A new graph without the fallen claims, the withdrawn citations, the days that only they attest, and the names that
   * only a withdrawn source writes. An entity left without any name keeps its first one, marked as the editors'. The
   * records of the sources stay, for the graph's attributes tell what there is to read.
   */
  toGraph(): KnowledgeGraph<O, Ids>;
}

/**
 * What would fall, weaken and stand without a source. Pure: nothing is changed, so that to restore is to go on with the
 * graph at hand. Cost: the claims of the sources and all names; `toGraph` costs a graph.
 *
 * @param source a source's id, or several
 * @throws NotFoundError `graph/unknown-source`; InvalidQueryError `query/unknown-option`
 * @example
 * const { weakens } = withdraw(graph, "cgtn-2024-11-01");
 * weakens.map(({ claim, before, after }) => [claim, before.documents, after.documents]);
 * // [["kashgar-in-xinjiang", 2, 1], …]
 */
export function withdraw<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  source: string | readonly string[],
  options: WithdrawOptions = {},
): Withdrawal<O, Ids> {
  assertKnownOptions(options, ["reprints"]);
  const read = readGraph(graph);
  const gone = withdrawnSources(read, source, options.reprints === true);
  const touched = [...new Set([...gone].flatMap((id) => Array.from(read.claimsOfSource(id))))]
    .map((number) => read.claim(number))
    .sort((a, b) => compareIds(a.id, b.id));
  const rest = new Map(touched.map((claim) => [claim.id, withoutSources(read, claim, gone)]));
  const falls = touched.filter((claim) => rest.get(claim.id) === undefined);
  const names = lostNames(read, gone);
  return {
    sources: [...gone].sort(compareIds),
    falls: falls.map((claim) => claim.id),
    weakens: touched.flatMap((claim) => {
      const left = rest.get(claim.id);
      return left ? [weakened(read, claim, left)] : [];
    }),
    stands: graph.size - touched.length,
    names,
    isolated: isolatedBy(read, falls),
    toGraph: () => graphWithout(graph, read, rest, names),
  };
}

function withdrawnSources(
  read: ReadGraph,
  source: string | readonly string[],
  reprints: boolean,
): Set<string> {
  const ids = new Set(typeof source === "string" ? [source] : source);
  for (const id of ids) {
    if (!Object.hasOwn(read.sources, id))
      throw notFound("graph/unknown-source", "source", id, Object.keys(read.sources));
  }
  return new Set([...ids, ...(reprints ? repetitionsOf(read.sources, ids) : [])]);
}

/** What is left of a claim; `undefined` if nothing is. */
function withoutSources(read: ReadGraph, claim: AnyClaim, gone: ReadonlySet<string>): AnyClaim | undefined {
  const citations = claim.citations.filter((citation) => !gone.has(citation.source));
  if (citations.length === 0) return undefined;
  if (claim.attested === undefined) return { ...claim, citations };
  const lost = claim.citations.filter((citation) => gone.has(citation.source));
  const days = claim.attested.filter((day) => !attests(read, lost, day) || attests(read, citations, day));
  return { ...claim, citations, attested: days.length > 0 ? days : claim.attested };
}

/** Whether one of the citations was stated on an attested day. */
function attests(read: ReadGraph, citations: readonly Citation[], day: string): boolean {
  const { earliestStart, latestEnd } = boundsOf(parseValidTime(day), "event");
  return citations.some((citation) => {
    const { first } = citationDays(citation, read.sources[citation.source]).stated;
    return first >= earliestStart && first <= latestEnd;
  });
}

function weakened(read: ReadGraph, claim: AnyClaim, left: AnyClaim): WeakenedClaim {
  const lost = (claim.attested ?? []).filter((day) => !left.attested?.includes(day));
  return {
    claim: claim.id,
    before: supportOf(claim.id, claim.citations, read.sources),
    after: supportOf(claim.id, left.citations, read.sources),
    ...present({ attestedLost: lost.length > 0 ? lost : undefined }),
  };
}

function lostNames(read: ReadGraph, gone: ReadonlySet<string>): LostName[] {
  const lost: LostName[] = [];
  for (const number of entityNumbers(read)) {
    const { names = [] } = read.entity(number);
    for (const name of names)
      if (name.source !== undefined && gone.has(name.source))
        lost.push({ entity: read.entityId(number), name });
  }
  return lost.sort((a, b) => compareIds(a.entity, b.entity));
}

function isolatedBy(read: ReadGraph, falls: readonly AnyClaim[]): string[] {
  const fallen = new Set(falls.map((claim) => read.claimNumber(claim.id)));
  const alone = (entity: string): boolean =>
    (["out", "in"] as const).every((side) =>
      claimsBeside(read, read.entityNumber(entity), side).every((claim) => fallen.has(claim)),
    );
  return [...new Set(falls.flatMap(({ subject, object }) => [subject, object]))]
    .filter(alone)
    .sort(compareIds);
}

function graphWithout<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  read: ReadGraph,
  rest: ReadonlyMap<string, AnyClaim | undefined>,
  names: readonly LostName[],
): KnowledgeGraph<O, Ids> {
  const copy = copyFrame(graph);
  const lost = new Map<string, Set<Name>>();
  for (const { entity, name } of names) lost.set(entity, (lost.get(entity) ?? new Set()).add(name));
  for (const number of entityNumbers(read)) {
    const id = read.entityId(number);
    copy.addNode(id, renamed(read.entity(number), lost.get(id)) as never);
  }
  for (const number of claimNumbers(read)) {
    const id = read.claimId(number);
    const claim = rest.has(id) ? rest.get(id) : read.claim(number);
    if (claim) copy.addDirectedEdgeWithKey(id, claim.subject, claim.object, { ...claim } as never);
  }
  return copy;
}

function renamed(entity: AnyEntity, lost: ReadonlySet<Name> | undefined): AnyEntity {
  if (!lost) return { ...entity };
  const left = entity.names.filter((name) => !lost.has(name));
  const names = left.length > 0 ? left : entity.names.slice(0, 1).map(asEditors);
  return { ...entity, names, label: nameIn({ id: entity.id, names }) };
}

/** A name that no source of the graph writes any more. */
function asEditors({ source: _source, ...name }: Name): Name {
  return { ...name, inferred: true };
}
