/**
 * The index of a live graph: the claims' times as columns of numbers and each entity's claims sorted by relation and
 * start. Built whole once, then mended where the graph was edited.
 */
import { KnowledgeGraphError } from "../errors.ts";
import type { Source } from "../model/source.ts";
import type { Ontology, RelationDefinition } from "../ontology/define.ts";
import { timeBehaviourOf } from "../ontology/ontology.ts";
import { CLAIM_STATUSES } from "../ontology/vocabulary.ts";
import type { TimeBehaviour } from "../time/valid-time.ts";
import { claimOrder, groupByEnd, sortedByRelationAndStart } from "./claim-order.ts";
import { dropRow, ROW, writeRow } from "./claim-rows.ts";
import { ClaimRuns } from "./claim-runs.ts";
import { ClaimTimer } from "./claim-timer.ts";
import { allocateColumns, growArray, growColumns } from "./column-store.ts";
import type { GraphEdits, GraphLike } from "./graph-edits.ts";
import { NameIndex } from "./name-index.ts";
import { type AnyClaim, type AnyEntity, type ClaimColumns, DROPPED, type Side } from "./read-graph.ts";
import { SourceIndex } from "./source-index.ts";

export class LiveIndex {
  readonly ontology: Ontology;
  sources: Readonly<Record<string, Source>>;
  readonly relationNames: readonly string[];
  columns: ClaimColumns;
  rows: Int32Array;
  readonly entityIds: string[] = [];
  readonly entities: AnyEntity[] = [];
  readonly claims: AnyClaim[] = [];
  readonly claimIds: string[] = [];
  readonly runs: Readonly<Record<Side, ClaimRuns>>;
  /** Entities that have been dropped; their numbers are not used again. */
  readonly droppedEntities = new Set<number>();
  droppedClaims = 0;
  /** Claims have been added in the order of their ids. */
  numberedById = true;
  private lastId = "";
  private readonly relations: readonly (RelationDefinition | undefined)[];
  private readonly relationNumbers: ReadonlyMap<string, number>;
  private readonly entityNumbers = new Map<string, number>();
  private claimNumbers: Map<string, number> | undefined;
  private behaviours: TimeBehaviour[] = [];
  private timer: ClaimTimer;
  private bySource: SourceIndex | undefined;
  private byName: NameIndex | undefined;

  constructor(graph: GraphLike) {
    this.ontology = graph.getAttribute("ontology");
    this.sources = graph.getAttribute("sources");
    if (!this.ontology?.relations || !this.sources) {
      throw new KnowledgeGraphError(
        "graph/not-a-knowledge-graph",
        "The graph has no ontology or sources among its attributes; make it with loadXinjiang() or assembleGraph().",
      );
    }
    this.timer = new ClaimTimer(this.sources);
    this.relationNames = Object.keys(this.ontology.relations);
    this.relations = this.relationNames.map((name) => this.ontology.relations[name]);
    this.relationNumbers = new Map(this.relationNames.map((name, number) => [name, number]));
    graph.forEachNode((id, attributes) => this.numberEntity(id, attributes as AnyEntity));
    this.columns = allocateColumns(graph.size);
    this.rows = new Int32Array(graph.size * ROW);
    graph.forEachEdge((id, attributes, subject, object) => {
      this.numberClaim(id, attributes as AnyClaim, subject, object);
    });
    const { columns } = this;
    const idOf = (claim: number): string => this.claimIds[claim] as string;
    const order = claimOrder(() => this.columns, idOf);
    const sorted = sortedByRelationAndStart(columns, this.claims.length);
    const runsBy = (end: Int32Array): ClaimRuns =>
      new ClaimRuns(
        groupByEnd(sorted, end, this.entities.length, columns, idOf),
        this.entities.length,
        order,
      );
    this.runs = { out: runsBy(columns.subject), in: runsBy(columns.object) };
  }

  /** Whether so much has been dropped that building anew is better than going on. */
  get worn(): boolean {
    return (
      this.droppedClaims > 1000 + (this.claims.length >> 2) ||
      this.droppedEntities.size > 1000 + (this.entities.length >> 2)
    );
  }

  entityNumber(id: string): number {
    return this.entityNumbers.get(id) ?? -1;
  }

  claimNumber(id: string): number {
    if (!this.claimNumbers) {
      this.claimNumbers = new Map();
      for (let claim = 0; claim < this.claimIds.length; claim++) {
        if (this.columns.relation[claim] !== DROPPED)
          this.claimNumbers.set(this.claimIds[claim] as string, claim);
      }
    }
    return this.claimNumbers.get(id) ?? -1;
  }

  claimsOfSource(source: string): Int32Array {
    const { relation } = this.columns;
    const isThere = (claim: number): boolean => relation[claim] !== DROPPED;
    if (!this.bySource) {
      const index = new SourceIndex();
      this.claims.forEach((claim, number) => {
        if (isThere(number)) index.add(number, claim);
      });
      this.bySource = index;
    }
    return this.bySource.get(source, this.droppedClaims > 0 ? isThere : undefined);
  }

  entitiesNamed(folded: string): readonly number[] {
    if (!this.byName) {
      const index = new NameIndex();
      this.entities.forEach((entity, number) => {
        if (!this.droppedEntities.has(number)) index.set(number, entity);
      });
      this.byName = index;
    }
    return this.byName.get(folded);
  }

  /** Brings the index to where the graph is. */
  follow(graph: GraphLike, edits: GraphEdits): void {
    if (edits.recited) this.bySource = undefined;
    for (const [id, renamed] of edits.entities) this.followEntity(graph, id, renamed);
    for (const id of edits.claims) this.followClaim(graph, id);
    for (const id of edits.entities.keys()) if (!graph.hasNode(id)) this.dropEntity(id);
    if (edits.frame) this.followSources(graph.getAttribute("sources"));
  }

  private followEntity(graph: GraphLike, id: string, renamed: boolean): void {
    if (!graph.hasNode(id)) return;
    const number = this.entityNumber(id);
    const entity = graph.getNodeAttributes(id) as AnyEntity;
    if (number < 0) {
      this.numberEntity(id, entity);
      this.runs.out.reserve(this.entities.length);
      this.runs.in.reserve(this.entities.length);
      this.byName?.set(this.entities.length - 1, entity);
      return;
    }
    this.entities[number] = entity;
    if (renamed) this.byName?.set(number, entity);
    const behaviour = measuredBehaviour(entity);
    if (behaviour === this.behaviours[number]) return;
    this.behaviours[number] = behaviour;
    const { claims, start, end } = this.runs.in.run(number);
    for (const claim of claims.slice(start, end)) this.retime(claim);
  }

  private followClaim(graph: GraphLike, id: string): void {
    const number = this.claimNumber(id);
    if (!graph.hasEdge(id)) {
      if (number < 0) return;
      this.detach(number);
      this.columns.relation[number] = DROPPED;
      dropRow(this.rows, number);
      this.claimNumbers?.delete(id);
      this.droppedClaims += 1;
      return;
    }
    const claim = graph.getEdgeAttributes(id) as AnyClaim;
    const [subject, object] = graph.extremities(id) as [string, string];
    if (number < 0) {
      const added = this.claims.length;
      this.columns = growColumns(this.columns, added + 1);
      this.rows = growArray(this.rows, this.columns.subject.length * ROW);
      this.numberClaim(id, claim, subject, object);
      this.claimNumbers?.set(id, added);
      this.bySource?.add(added, claim);
      this.attach(added);
      return;
    }
    if (this.claims[number] !== claim) this.bySource = undefined;
    this.detach(number);
    this.writeClaim(number, claim, subject, object);
    this.attach(number);
  }

  private dropEntity(id: string): void {
    const number = this.entityNumber(id);
    if (number < 0) return;
    this.entityNumbers.delete(id);
    this.droppedEntities.add(number);
    this.byName?.set(number, undefined);
  }

  /** Times anew the claims of every source that was added, removed or exchanged. */
  private followSources(sources: Readonly<Record<string, Source>>): void {
    const before = this.sources;
    this.sources = sources;
    this.timer = new ClaimTimer(sources);
    for (const id of new Set([...Object.keys(before), ...Object.keys(sources)])) {
      if (before[id] !== sources[id]) for (const claim of this.claimsOfSource(id)) this.retime(claim);
    }
  }

  private retime(claim: number): void {
    this.detach(claim);
    this.writeTimes(claim);
    this.attach(claim);
  }

  private detach(claim: number): void {
    this.runs.out.remove(this.columns.subject[claim] as number, claim);
    this.runs.in.remove(this.columns.object[claim] as number, claim);
  }

  private attach(claim: number): void {
    this.runs.out.insert(this.columns.subject[claim] as number, claim);
    this.runs.in.insert(this.columns.object[claim] as number, claim);
  }

  private numberEntity(id: string, entity: AnyEntity): void {
    this.entityNumbers.set(id, this.entities.length);
    this.entityIds.push(id);
    this.behaviours.push(measuredBehaviour(entity));
    this.entities.push(entity);
  }

  private numberClaim(id: string, claim: AnyClaim, subject: string, object: string): void {
    if (id < this.lastId) this.numberedById = false;
    this.lastId = id;
    this.claimIds.push(id);
    this.claims.push(claim);
    this.writeClaim(this.claims.length - 1, claim, subject, object);
  }

  private writeClaim(number: number, claim: AnyClaim, subject: string, object: string): void {
    const { columns } = this;
    this.claims[number] = claim;
    columns.subject[number] = this.entityNumber(subject);
    columns.object[number] = this.entityNumber(object);
    columns.relation[number] = this.relationNumbers.get(claim.relation) ?? 0;
    columns.status[number] = CLAIM_STATUSES.indexOf(claim.status);
    this.writeTimes(number);
  }

  private writeTimes(number: number): void {
    const { columns } = this;
    const time = this.relations[columns.relation[number] as number]?.time ?? "state";
    const behaviour =
      time === "measured" ? (this.behaviours[columns.object[number] as number] ?? "period") : time;
    this.timer.write(columns, number, this.claims[number] as AnyClaim, behaviour);
    writeRow(this.rows, columns, number);
  }
}

/** How claims measured on an entity are in time. */
function measuredBehaviour(entity: AnyEntity): TimeBehaviour {
  return timeBehaviourOf(MEASURED, entity);
}

const MEASURED = { time: "measured" } as RelationDefinition;
