/**
 * The index of a live graph: its claims laid out by entity, relation and start. Built whole once, then mended where the
 * graph was edited.
 */
import { KnowledgeGraphError } from "../errors.ts";
import type { Source } from "../model/source.ts";
import type { Ontology, RelationDefinition } from "../ontology/define.ts";
import { timeBehaviourOf } from "../ontology/ontology.ts";
import { CLAIM_STATUSES } from "../ontology/vocabulary.ts";
import type { TimeBehaviour } from "../time/valid-time.ts";
import {
  claimsBeside,
  dropHead,
  Head,
  layOut,
  objectOf,
  Slot,
  subjectOf,
  Tail,
  writeClaim,
  writeSlot,
} from "./claim-layout.ts";
import { ClaimRuns } from "./claim-runs.ts";
import { ClaimTimer } from "./claim-timer.ts";
import {
  allocateColumns,
  allocateReports,
  type BuildColumns,
  growArray,
  growReports,
} from "./column-store.ts";
import type { GraphEdits, GraphLike } from "./graph-edits.ts";
import { entitiesByKind } from "./kind-index.ts";
import { type Mentioned, NONE_MENTIONED } from "./mentioned.ts";
import { NameIndex } from "./name-index.ts";
import {
  type AnyClaim,
  type AnyEntity,
  type ClaimLayout,
  type ClaimTables,
  DROPPED,
  numbersOf,
  type ReportColumns,
  type Side,
} from "./read-graph.ts";
import { SourceIndex } from "./source-index.ts";

export class LiveIndex {
  readonly ontology: Ontology;
  sources: Readonly<Record<string, Source>>;
  mentioned: Mentioned;
  readonly relationNames: readonly string[];
  readonly entityIds: string[] = [];
  readonly entities: AnyEntity[] = [];
  readonly claims: AnyClaim[] = [];
  readonly claimIds: string[] = [];
  private readonly runs: Readonly<Record<Side, ClaimRuns>>;
  private tables: ClaimTables;
  /** A claim that is being put in or exchanged, in columns of one row. */
  private readonly one = allocateColumns(1);
  private readonly slot = new Int32Array(Slot.size);
  private reportDays: ReportColumns | undefined;
  /** Entities that have been dropped; their numbers are not used again. */
  readonly droppedEntities = new Set<number>();
  droppedClaims = 0;
  /** So many claims have been added in the order of their ids; whatever comes after the first that was not. */
  numberedById = 0;
  private readonly relations: readonly (RelationDefinition | undefined)[];
  readonly relationNumbers: ReadonlyMap<string, readonly number[]>;
  private readonly entityNumbers = new Map<string, number>();
  private claimNumbers: Map<string, number> | undefined;
  private behaviours: TimeBehaviour[] = [];
  private timer: ClaimTimer;
  private bySource: SourceIndex | undefined;
  private byName: NameIndex | undefined;
  private byKind: ReadonlyMap<string, readonly number[]> | undefined;

  constructor(graph: GraphLike) {
    this.ontology = graph.getAttribute("ontology");
    this.sources = graph.getAttribute("sources");
    if (!this.ontology?.relations || !this.sources) {
      throw new KnowledgeGraphError(
        "graph/not-a-knowledge-graph",
        "The graph has no ontology or sources among its attributes; make it with loadXinjiang() or assembleGraph().",
      );
    }
    this.mentioned = graph.getAttribute("mentioned") ?? NONE_MENTIONED;
    this.timer = new ClaimTimer(this.sources);
    this.relationNames = Object.keys(this.ontology.relations);
    this.relations = this.relationNames.map((name) => this.ontology.relations[name]);
    this.relationNumbers = numbersOf(this.relationNames);
    graph.forEachNode((id, attributes) => this.numberEntity(id, attributes as AnyEntity));
    const layout = this.layOutClaims(graph);
    this.tables = { heads: layout.heads, tails: layout.tails };
    const idOf = (claim: number): string => this.claimIds[claim] as string;
    this.runs = { out: new ClaimRuns(layout.out, idOf), in: new ClaimRuns(layout.in, idOf) };
  }

  private layOutClaims(graph: GraphLike): ClaimLayout {
    const columns = allocateColumns(graph.size);
    graph.forEachEdge((id, attributes, subject, object) => {
      this.numberClaim(id, attributes as AnyClaim);
      const number = this.claims.length - 1;
      this.write(columns, number, number, this.entityNumber(subject), this.entityNumber(object));
    });
    const idOf = (claim: number): string => this.claimIds[claim] as string;
    return layOut(
      columns,
      this.claims.length,
      this.entities.length,
      this.numberedById === this.claims.length ? undefined : idOf,
    );
  }

  /** The layout as it is now. A view until the next edit. */
  get layout(): ClaimLayout {
    return { ...this.tables, out: this.runs.out.side, in: this.runs.in.side };
  }

  /** When claims were published and said. */
  get reports(): ReportColumns {
    if (!this.reportDays) {
      const reports = allocateReports(this.claims.length);
      this.claims.forEach((claim, number) => {
        this.timer.writeReports(reports, number, claim.citations);
      });
      this.reportDays = reports;
    }
    return this.reportDays;
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
        if (this.hasClaim(claim)) this.claimNumbers.set(this.claimIds[claim] as string, claim);
      }
    }
    return this.claimNumbers.get(id) ?? -1;
  }

  /** Whether a claim of this number has not been dropped. */
  hasClaim(claim: number): boolean {
    return (this.tables.heads[claim * Head.size + Head.traits] as number) >>> 16 !== DROPPED;
  }

  claimsOfSource(source: string): Int32Array {
    const isThere = (claim: number): boolean => this.hasClaim(claim);
    if (!this.bySource) {
      const index = new SourceIndex();
      this.claims.forEach((claim, number) => {
        if (isThere(number)) index.add(number, claim.citations);
      });
      this.bySource = index;
    }
    return this.bySource.get(source, this.droppedClaims > 0 ? isThere : undefined);
  }

  entitiesOfKind(kind: string): readonly number[] {
    this.byKind ??= entitiesByKind({
      entityCount: this.entities.length,
      hasEntity: (entity) => !this.droppedEntities.has(entity),
      entity: (entity) => this.entities[entity] as AnyEntity,
      entityId: (entity) => this.entityIds[entity] as string,
    });
    return this.byKind.get(kind) ?? [];
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
    if (edits.entities.size > 0) this.byKind = undefined;
    if (edits.recited) this.bySource = undefined;
    for (const [id, renamed] of edits.entities) this.followEntity(graph, id, renamed);
    for (const id of edits.claims) this.followClaim(graph, id);
    for (const id of edits.entities.keys()) if (!graph.hasNode(id)) this.dropEntity(id);
    if (!edits.frame) return;
    this.mentioned = graph.getAttribute("mentioned") ?? NONE_MENTIONED;
    this.followSources(graph.getAttribute("sources"));
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
    for (const claim of claimsBeside(this.layout, number, "in")) this.retime(claim);
  }

  private followClaim(graph: GraphLike, id: string): void {
    const number = this.claimNumber(id);
    if (!graph.hasEdge(id)) {
      if (number < 0) return;
      this.detach(number);
      dropHead(this.tables.heads, number);
      this.claimNumbers?.delete(id);
      this.droppedClaims += 1;
      return;
    }
    const claim = graph.getEdgeAttributes(id) as AnyClaim;
    const [subject, object] = graph.extremities(id) as [string, string];
    const ends = [this.entityNumber(subject), this.entityNumber(object)] as const;
    if (number < 0) {
      const added = this.claims.length;
      const { heads, tails } = this.tables;
      this.tables = {
        heads: growArray(heads, (added + 1) * Head.size),
        tails: growArray(tails, (added + 1) * Tail.size),
      };
      this.numberClaim(id, claim);
      this.claimNumbers?.set(id, added);
      this.bySource?.add(added, claim.citations);
      this.attach(added, ...ends);
      return;
    }
    if (this.claims[number] !== claim) this.bySource = undefined;
    this.claims[number] = claim;
    this.detach(number);
    this.attach(number, ...ends);
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
    const [subject, object] = [subjectOf(this.tables, claim), objectOf(this.tables, claim)];
    this.detach(claim);
    this.attach(claim, subject, object);
  }

  /** Takes a claim out of the runs of its ends. */
  private detach(claim: number): void {
    const { heads } = this.tables;
    const traits = heads[claim * Head.size + Head.traits] as number;
    const earliestStart = heads[claim * Head.size + Head.earliestStart] as number;
    this.runs.out.remove(subjectOf(this.tables, claim), claim, traits, earliestStart);
    this.runs.in.remove(objectOf(this.tables, claim), claim, traits, earliestStart);
  }

  /** Puts a claim as its record is now into the runs of its ends. */
  private attach(claim: number, subject: number, object: number): void {
    const { one, slot, tables } = this;
    this.write(one, 0, claim, subject, object);
    writeClaim(tables, claim, one, 0);
    writeSlot(slot, 0, tables.heads, claim, object);
    this.runs.out.insert(subject, slot);
    writeSlot(slot, 0, tables.heads, claim, subject);
    this.runs.in.insert(object, slot);
    if (!this.reportDays) return;
    this.reportDays = growReports(this.reportDays, claim + 1);
    this.timer.writeReports(this.reportDays, claim, (this.claims[claim] as AnyClaim).citations);
  }

  private numberEntity(id: string, entity: AnyEntity): void {
    this.entityNumbers.set(id, this.entities.length);
    this.entityIds.push(id);
    this.behaviours.push(measuredBehaviour(entity));
    this.entities.push(entity);
  }

  private numberClaim(id: string, claim: AnyClaim): void {
    const number = this.claims.length;
    if (this.numberedById === number && !(id < (this.claimIds[number - 1] ?? ""))) this.numberedById += 1;
    this.claimIds.push(id);
    this.claims.push(claim);
  }

  /** Writes what the record of a claim says into a row of columns. */
  private write(columns: BuildColumns, row: number, number: number, subject: number, object: number): void {
    const claim = this.claims[number] as AnyClaim;
    const relation = this.relationNumbers.get(claim.relation)?.[0] ?? 0;
    columns.subject[row] = subject;
    columns.object[row] = object;
    columns.relation[row] = relation;
    columns.status[row] = CLAIM_STATUSES.indexOf(claim.status);
    const time = this.relations[relation]?.time ?? "state";
    this.timer.write(columns, row, claim, time === "measured" ? (this.behaviours[object] ?? "period") : time);
  }
}

/** How claims measured on an entity are in time. */
function measuredBehaviour(entity: AnyEntity): TimeBehaviour {
  return timeBehaviourOf(MEASURED, entity);
}

const MEASURED = { time: "measured" } as RelationDefinition;
