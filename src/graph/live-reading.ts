/**
 * The index of a live graph as it stands between two edits. A reading is replaced when the graph has changed, so what is
 * computed from one may be kept under it; its numbers go on meaning the same.
 */
import type { Source } from "../model/source.ts";
import type { Ontology } from "../ontology/define.ts";
import type { ClaimRuns } from "./claim-runs.ts";
import type { LiveIndex } from "./live-index.ts";
import {
  type AnyClaim,
  type AnyEntity,
  type ClaimColumns,
  type ClaimRun,
  DROPPED,
  type ReadGraph,
  type Side,
} from "./read-graph.ts";

export class LiveReading implements ReadGraph {
  readonly ontology: Ontology;
  readonly sources: Readonly<Record<string, Source>>;
  readonly relationNames: readonly string[];
  readonly entityCount: number;
  readonly claimCount: number;
  readonly columns: ClaimColumns;
  readonly rows: Int32Array;
  readonly numberedById: boolean;
  private readonly outRuns: ClaimRuns;
  private readonly inRuns: ClaimRuns;

  constructor(private readonly index: LiveIndex) {
    this.ontology = index.ontology;
    this.sources = index.sources;
    this.relationNames = index.relationNames;
    this.entityCount = index.entities.length;
    this.claimCount = index.claims.length;
    this.columns = index.columns;
    this.rows = index.rows;
    this.numberedById = index.numberedById;
    this.outRuns = index.runs.out;
    this.inRuns = index.runs.in;
  }

  hasEntity(entity: number): boolean {
    return entity >= 0 && entity < this.entityCount && !this.index.droppedEntities.has(entity);
  }

  hasClaim(claim: number): boolean {
    return claim >= 0 && claim < this.claimCount && this.columns.relation[claim] !== DROPPED;
  }

  entityNumber(id: string): number {
    return this.index.entityNumber(id);
  }

  entityId(entity: number): string {
    return this.index.entityIds[entity] as string;
  }

  entity(entity: number): AnyEntity {
    return this.index.entities[entity] as AnyEntity;
  }

  claimNumber(id: string): number {
    return this.index.claimNumber(id);
  }

  claimId(claim: number): string {
    return this.index.claimIds[claim] as string;
  }

  claim(claim: number): AnyClaim {
    return this.index.claims[claim] as AnyClaim;
  }

  run(entity: number, side: Side): ClaimRun {
    return (side === "out" ? this.outRuns : this.inRuns).run(entity);
  }

  claimsOfSource(source: string): Int32Array {
    return this.index.claimsOfSource(source);
  }

  entitiesNamed(folded: string): readonly number[] {
    return this.index.entitiesNamed(folded);
  }
}
