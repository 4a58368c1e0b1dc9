/**
 * What queries read of a frozen graph: its sections as they lie in the buffer.
 */
import type { Source } from "../model/source.ts";
import type { Ontology } from "../ontology/define.ts";
import { CLAIM_STATUSES } from "../ontology/vocabulary.ts";
import { objectOf, subjectOf, traitsOf } from "./claim-layout.ts";
import { ClaimTimer } from "./claim-timer.ts";
import { allocateReports } from "./column-store.ts";
import { derivedColumns } from "./derived-columns.ts";
import type { Sections } from "./frozen-format.ts";
import { FrozenRecords } from "./frozen-records.ts";
import { entitiesByKind } from "./kind-index.ts";
import { type Mentioned, NONE_MENTIONED } from "./mentioned.ts";
import { NameIndex } from "./name-index.ts";
import { NumberCache, placesFor } from "./number-cache.ts";
import {
  type AnyClaim,
  type AnyEntity,
  type ClaimColumns,
  type ClaimSide,
  numbersOf,
  type ReadGraph,
  type ReportColumns,
  type ScanColumns,
} from "./read-graph.ts";
import { scanColumns } from "./scan-columns.ts";
import { SourceIndex } from "./source-index.ts";
import { findText } from "./text-table.ts";

export class FrozenReading implements ReadGraph {
  readonly relationNames: readonly string[];
  readonly relationNumbers: ReadonlyMap<string, readonly number[]>;
  readonly entityCount: number;
  readonly claimCount: number;
  readonly columns: ClaimColumns;
  readonly out: ClaimSide;
  readonly in: ClaimSide;
  readonly heads: Int32Array;
  readonly tails: Int32Array;
  readonly numberedById: number;
  private readonly records: FrozenRecords;
  private readonly claims: NumberCache<AnyClaim>;
  /** Numbers of the entities asked for so far: a look into a map is quicker than one into the slots. */
  private readonly known = new Map<string, number>();
  private bySource: SourceIndex | undefined;
  private byName: NameIndex | undefined;
  private byKind: ReadonlyMap<string, readonly number[]> | undefined;
  private reportDays: ReportColumns | undefined;
  private scanned: ScanColumns | undefined;

  /** @throws FormatError `frozen/other-ontology` */
  constructor(
    readonly sections: Sections,
    readonly ontology: Ontology,
  ) {
    this.records = new FrozenRecords(sections, ontology);
    this.relationNames = this.records.frame.relations;
    this.relationNumbers = numbersOf(this.relationNames);
    this.entityCount = this.records.entityCount;
    this.claimCount = this.records.claimCount;
    this.out = sideOf(sections.outSlots, sections.outStarts);
    this.in = sideOf(sections.inSlots, sections.inStarts);
    this.heads = sections.heads as Int32Array;
    this.tails = sections.tails as Int32Array;
    this.columns = derivedColumns(this, this.claimCount, () => this.reports);
    this.claims = new NumberCache(placesFor(this.claimCount, 1 << 18), (claim) => this.makeClaim(claim));
    this.numberedById = sections.marks[0] === 1 ? this.claimCount : 0;
  }

  get sources(): Readonly<Record<string, Source>> {
    return this.records.attributes.sources;
  }

  get mentioned(): Mentioned {
    return this.records.attributes.mentioned ?? NONE_MENTIONED;
  }

  /** Of the graph as a whole, ontology and sources included. */
  get attributes(): Readonly<Record<string, unknown>> {
    return { ...this.records.attributes, ontology: this.ontology };
  }

  hasEntity(entity: number): boolean {
    return entity >= 0 && entity < this.entityCount;
  }

  hasClaim(claim: number): boolean {
    return claim >= 0 && claim < this.claimCount;
  }

  entityNumber(id: string): number {
    let number = this.known.get(id);
    if (number === undefined) {
      number = findText(this.records.entityIds, this.sections.entitySlots as Uint32Array, id);
      if (number >= 0) this.known.set(id, number);
    }
    return number;
  }

  entityId(entity: number): string {
    return this.records.entityId(entity);
  }

  entity(entity: number): AnyEntity {
    return this.records.entity(entity);
  }

  claimNumber(id: string): number {
    return findText(this.records.claimIds, this.sections.claimSlots as Uint32Array, id);
  }

  claimId(claim: number): string {
    return this.records.claimId(claim);
  }

  claim(claim: number): AnyClaim {
    return this.claims.get(claim);
  }

  claimsOfSource(source: string): Int32Array {
    if (!this.bySource) {
      this.bySource = new SourceIndex();
      for (let claim = 0; claim < this.claimCount; claim++)
        this.bySource.add(claim, this.records.timed(claim).citations);
    }
    return this.bySource.get(source);
  }

  get scan(): ScanColumns {
    this.scanned ??= scanColumns(this, this.claimCount, this.relationNames.length);
    return this.scanned;
  }

  get reports(): ReportColumns {
    if (!this.reportDays) {
      const reports = allocateReports(this.claimCount);
      const timer = new ClaimTimer(this.sources);
      for (let claim = 0; claim < this.claimCount; claim++)
        timer.writeReports(reports, claim, this.records.timed(claim).citations);
      this.reportDays = reports;
    }
    return this.reportDays;
  }

  entitiesOfKind(kind: string): readonly number[] {
    this.byKind ??= entitiesByKind(this);
    return this.byKind.get(kind) ?? [];
  }

  entitiesNamed(folded: string): readonly number[] {
    if (!this.byName) {
      this.byName = new NameIndex();
      for (let entity = 0; entity < this.entityCount; entity++) this.byName.set(entity, this.entity(entity));
    }
    return this.byName.get(folded);
  }

  private makeClaim(claim: number): AnyClaim {
    const traits = traitsOf(this, claim);
    return {
      id: this.records.claimIds.at(claim),
      subject: this.entityId(subjectOf(this, claim)),
      relation: this.relationNames[traits >>> 16] as string,
      object: this.entityId(objectOf(this, claim)),
      status: CLAIM_STATUSES[(traits >> 8) & 0xff] as AnyClaim["status"],
      ...this.records.saying(claim),
    };
  }
}

function sideOf(slots: Sections["outSlots"], starts: Sections["outStarts"]): ClaimSide {
  return {
    slots: slots as Int32Array,
    starts: starts as Int32Array,
    ends: (starts as Int32Array).subarray(1),
  };
}
