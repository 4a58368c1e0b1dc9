/**
 * The index beside a live graph: the claims' times as columns of numbers and each entity's claims sorted by relation
 * and start. Built when first asked, kept current by graphology's own events, gone with the graph.
 */
import type { AbstractGraph } from "graphology-types";
import { KnowledgeGraphError } from "../errors.ts";
import type { Source } from "../model/source.ts";
import type { Ontology } from "../ontology/define.ts";
import { timeBehaviourOf } from "../ontology/ontology.ts";
import { CLAIM_STATUSES } from "../ontology/vocabulary.ts";
import { DAY_MAX } from "../time/partial-date.ts";
import { ATTESTED, flagsOf, OPEN_END } from "../time/time-question.ts";
import { citationDays, claimBounds } from "./claim-times.ts";
import {
  type AnyClaim,
  type AnyEntity,
  type ClaimColumns,
  type ClaimRun,
  DENIED,
  REVISABLE,
  type ReadGraph,
  type Side,
} from "./read-graph.ts";

/** Any graphology graph, whatever its attributes: only its methods are used, never `instanceof`. */
// biome-ignore lint/suspicious/noExplicitAny: a graph of any attributes is meant
export type GraphLike = AbstractGraph<any, any, any>;

const indexes = new WeakMap<object, LiveIndex>();
const EMPTY = new Int32Array(0);

/**
 * The index of a graph, built on the first call and again after changes. Cost: linear in the claims when it must be
 * built, constant otherwise.
 *
 * @throws KnowledgeGraphError `graph/not-a-knowledge-graph` if the graph was not assembled by this library
 */
export function readGraph(graph: GraphLike): ReadGraph {
  let live = indexes.get(graph);
  if (!live) {
    live = new LiveIndex(graph);
    indexes.set(graph, live);
  }
  return live.current();
}

/** Remembers whether the graph has changed since the columns were built. */
class LiveIndex {
  private built: GraphIndex | undefined;
  private readonly graph: WeakRef<GraphLike>;

  constructor(graph: GraphLike) {
    this.graph = new WeakRef(graph);
    const stale = (): void => {
      this.built = undefined;
    };
    for (const event of CHANGES) graph.on(event, stale);
  }

  current(): ReadGraph {
    const graph = this.graph.deref();
    if (!this.built && graph) this.built = new GraphIndex(graph);
    return this.built as GraphIndex;
  }
}

const CHANGES = [
  "nodeAdded",
  "edgeAdded",
  "nodeDropped",
  "edgeDropped",
  "cleared",
  "edgesCleared",
  "attributesUpdated",
  "nodeAttributesUpdated",
  "edgeAttributesUpdated",
  "eachNodeAttributesUpdated",
  "eachEdgeAttributesUpdated",
] as const;

/** Columns and sorted runs of one state of a graph. */
class GraphIndex implements ReadGraph {
  readonly ontology: Ontology;
  readonly sources: Readonly<Record<string, Source>>;
  readonly relationNames: readonly string[];
  readonly columns: ClaimColumns;
  private readonly entityIds: string[] = [];
  private readonly entities: AnyEntity[] = [];
  private readonly entityNumbers = new Map<string, number>();
  private readonly claimIds: string[] = [];
  private readonly claims: AnyClaim[] = [];
  private readonly claimNumbers = new Map<string, number>();
  private readonly runs: Readonly<Record<Side, { readonly starts: Int32Array; readonly claims: Int32Array }>>;
  private bySource: Map<string, Int32Array> | undefined;

  constructor(graph: GraphLike) {
    this.ontology = graph.getAttribute("ontology");
    this.sources = graph.getAttribute("sources");
    if (!this.ontology?.relations || !this.sources) {
      throw new KnowledgeGraphError(
        "graph/not-a-knowledge-graph",
        "The graph has no ontology or sources among its attributes; make it with loadXinjiang() or assembleGraph().",
      );
    }
    this.relationNames = Object.keys(this.ontology.relations);
    graph.forEachNode((id, attributes) => {
      this.entityNumbers.set(id, this.entityIds.length);
      this.entityIds.push(id);
      this.entities.push(attributes);
    });
    this.columns = emptyColumns(graph.size);
    const relationNumbers = new Map(this.relationNames.map((name, number) => [name, number]));
    graph.forEachEdge((id, attributes, subject, object) => {
      const claim = this.claimIds.length;
      this.claimNumbers.set(id, claim);
      this.claimIds.push(id);
      this.claims.push(attributes as AnyClaim);
      this.columns.subject[claim] = this.entityNumber(subject);
      this.columns.object[claim] = this.entityNumber(object);
      this.columns.relation[claim] = relationNumbers.get(attributes.relation) ?? 0;
      this.columns.status[claim] = CLAIM_STATUSES.indexOf(attributes.status);
      this.times(claim);
    });
    this.runs = { out: this.sorted("subject"), in: this.sorted("object") };
  }

  get entityCount(): number {
    return this.entityIds.length;
  }

  get claimCount(): number {
    return this.claimIds.length;
  }

  entityNumber(id: string): number {
    return this.entityNumbers.get(id) ?? -1;
  }

  entityId(entity: number): string {
    return this.entityIds[entity] as string;
  }

  entity(entity: number): AnyEntity {
    return this.entities[entity] as AnyEntity;
  }

  claimNumber(id: string): number {
    return this.claimNumbers.get(id) ?? -1;
  }

  claimId(claim: number): string {
    return this.claimIds[claim] as string;
  }

  claim(claim: number): AnyClaim {
    return this.claims[claim] as AnyClaim;
  }

  run(entity: number, side: Side): ClaimRun {
    const { starts, claims } = this.runs[side];
    return { claims, start: starts[entity] ?? 0, end: starts[entity + 1] ?? 0 };
  }

  claimsOfSource(source: string): Int32Array {
    this.bySource ??= groupBySource(this.claims);
    return this.bySource.get(source) ?? EMPTY;
  }

  private times(number: number): void {
    const claim = this.claim(number);
    const { columns } = this;
    const relation = this.ontology.relations[claim.relation];
    const days = claim.citations.map((citation) => citationDays(citation, this.sources[citation.source]));
    const behaviour = relation
      ? timeBehaviourOf(relation, this.entities[columns.object[number] ?? -1])
      : "state";
    const bounds = claimBounds(claim, behaviour, days);
    columns.earliestStart[number] = bounds.earliestStart;
    columns.latestStart[number] = bounds.latestStart;
    columns.earliestEnd[number] = bounds.earliestEnd;
    columns.latestEnd[number] = bounds.latestEnd;
    const flags = flagsOf(bounds);
    const revisable =
      (flags & (OPEN_END | ATTESTED)) !== 0 && (days.length > 1 || (claim.attested?.length ?? 0) > 1);
    const denied = claim.citations.every((citation) => citation.stance === "denies");
    columns.flags[number] = flags | (denied ? DENIED : 0) | (revisable ? REVISABLE : 0);
    columns.reportedFirst[number] = least(days.map((day) => day.reported.first));
    columns.reportedSure[number] = least(days.map((day) => day.reported.sure));
    columns.statedFirst[number] = least(days.map((day) => day.stated.first));
    columns.statedSure[number] = least(days.map((day) => day.stated.sure));
  }

  /** Counting sort by entity, then each entity's run by relation, start and id. */
  private sorted(end: "subject" | "object"): { readonly starts: Int32Array; readonly claims: Int32Array } {
    const ends = this.columns[end];
    const starts = new Int32Array(this.entityCount + 1);
    for (const entity of ends) starts[entity + 1] = (starts[entity + 1] ?? 0) + 1;
    for (let i = 0; i < this.entityCount; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
    const next = starts.slice();
    const claims = new Int32Array(this.claimCount);
    ends.forEach((entity, claim) => {
      const at = next[entity] ?? 0;
      claims[at] = claim;
      next[entity] = at + 1;
    });
    const { relation, earliestStart } = this.columns;
    const order = (a: number, b: number): number =>
      (relation[a] ?? 0) - (relation[b] ?? 0) ||
      (earliestStart[a] ?? 0) - (earliestStart[b] ?? 0) ||
      compareIds(this.claimId(a), this.claimId(b));
    for (let i = 0; i < this.entityCount; i++) claims.subarray(starts[i], starts[i + 1]).sort(order);
    return { starts, claims };
  }
}

/** Code-unit order of ids: the same on every machine. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function emptyColumns(size: number): ClaimColumns {
  const days = (): Int32Array => new Int32Array(size);
  return {
    subject: days(),
    object: days(),
    relation: new Uint16Array(size),
    status: new Uint8Array(size),
    earliestStart: days(),
    latestStart: days(),
    earliestEnd: days(),
    latestEnd: days(),
    flags: new Uint8Array(size),
    reportedFirst: days(),
    reportedSure: days(),
    statedFirst: days(),
    statedSure: days(),
  };
}

function groupBySource(claims: readonly AnyClaim[]): Map<string, Int32Array> {
  const groups = new Map<string, number[]>();
  claims.forEach((claim, number) => {
    for (const source of new Set(claim.citations.map((citation) => citation.source))) {
      const group = groups.get(source);
      if (group) group.push(number);
      else groups.set(source, [number]);
    }
  });
  return new Map([...groups].map(([source, numbers]) => [source, Int32Array.from(numbers)]));
}

function least(days: readonly number[]): number {
  return days.length > 0 ? Math.min(...days) : DAY_MAX;
}
