/**
 * The index of a live graph as it stands between two edits. A reading is replaced when the graph has changed, so what is
 * computed from one may be kept under it; its numbers go on meaning the same.
 */
import type { Source } from "../model/source.ts";
import type { Ontology } from "../ontology/define.ts";
import { derivedColumns } from "./derived-columns.ts";
import type { LiveIndex } from "./live-index.ts";
import type { Mentioned } from "./mentioned.ts";
import type {
  AnyClaim,
  AnyEntity,
  ClaimColumns,
  ClaimSide,
  ReadGraph,
  ReportColumns,
  ScanColumns,
} from "./read-graph.ts";
import { scanColumns } from "./scan-columns.ts";

export class LiveReading implements ReadGraph {
  readonly ontology: Ontology;
  readonly sources: Readonly<Record<string, Source>>;
  readonly mentioned: Mentioned;
  readonly relationNames: readonly string[];
  readonly relationNumbers: ReadonlyMap<string, readonly number[]>;
  readonly entityCount: number;
  readonly claimCount: number;
  readonly out: ClaimSide;
  readonly in: ClaimSide;
  readonly heads: Int32Array;
  readonly tails: Int32Array;
  readonly numberedById: number;
  private derived: ClaimColumns | undefined;
  private scanned: ScanColumns | undefined;
  private looks = 0;

  constructor(private readonly index: LiveIndex) {
    this.ontology = index.ontology;
    this.sources = index.sources;
    this.mentioned = index.mentioned;
    this.relationNames = index.relationNames;
    this.relationNumbers = index.relationNumbers;
    this.entityCount = index.entities.length;
    this.claimCount = index.claims.length;
    const layout = index.layout;
    this.out = layout.out;
    this.in = layout.in;
    this.heads = layout.heads;
    this.tails = layout.tails;
    this.numberedById = index.numberedById;
  }

  get columns(): ClaimColumns {
    this.derived ??= derivedColumns(this, this.claimCount, () => this.reports);
    return this.derived;
  }

  get scan(): ScanColumns | undefined {
    this.looks += 1;
    if (this.looks > 1) this.scanned ??= scanColumns(this, this.claimCount, this.relationNames.length);
    return this.scanned;
  }

  get reports(): ReportColumns {
    return this.index.reports;
  }

  hasEntity(entity: number): boolean {
    return entity >= 0 && entity < this.entityCount && !this.index.droppedEntities.has(entity);
  }

  hasClaim(claim: number): boolean {
    return claim >= 0 && claim < this.claimCount && this.index.hasClaim(claim);
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

  claimsOfSource(source: string): Int32Array {
    return this.index.claimsOfSource(source);
  }

  entitiesOfKind(kind: string): readonly number[] {
    return this.index.entitiesOfKind(kind);
  }

  entitiesNamed(folded: string): readonly number[] {
    return this.index.entitiesNamed(folded);
  }
}
