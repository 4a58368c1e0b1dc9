/**
 * What queries read of a frozen graph: its sections as they lie in the buffer.
 */
import type { Source } from "../model/source.ts";
import type { Ontology } from "../ontology/define.ts";
import { columnsOfRows } from "./claim-rows.ts";
import type { Sections } from "./frozen-format.ts";
import { FrozenRecords } from "./frozen-records.ts";
import { NameIndex } from "./name-index.ts";
import type { AnyClaim, AnyEntity, ClaimColumns, ClaimRun, ReadGraph, Side } from "./read-graph.ts";
import { findText } from "./text-table.ts";

export class FrozenReading implements ReadGraph {
  readonly relationNames: readonly string[];
  readonly entityCount: number;
  readonly claimCount: number;
  readonly columns: ClaimColumns;
  readonly rows: Int32Array;
  readonly numberedById: boolean;
  private readonly records: FrozenRecords;
  private readonly outStarts: Int32Array;
  private readonly outClaims: Int32Array;
  private readonly inStarts: Int32Array;
  private readonly inClaims: Int32Array;
  /** Numbers of the entities asked for so far: a look into a map is quicker than one into the slots. */
  private readonly known = new Map<string, number>();
  private sourceNumbers: ReadonlyMap<string, number> | undefined;
  private byName: NameIndex | undefined;

  /** @throws FormatError `frozen/other-ontology` */
  constructor(
    readonly sections: Sections,
    readonly ontology: Ontology,
  ) {
    this.records = new FrozenRecords(sections, ontology);
    this.relationNames = this.records.frame.relations;
    this.entityCount = this.records.entityCount;
    this.claimCount = this.records.claimCount;
    this.rows = sections.rows as Int32Array;
    const { reportedFirst, reportedSure, statedFirst, statedSure } = sections as unknown as ClaimColumns;
    this.columns = columnsOfRows(this.rows, { reportedFirst, reportedSure, statedFirst, statedSure });
    this.numberedById = sections.marks[0] === 1;
    this.outStarts = sections.outStarts as Int32Array;
    this.outClaims = sections.outClaims as Int32Array;
    this.inStarts = sections.inStarts as Int32Array;
    this.inClaims = sections.inClaims as Int32Array;
  }

  get sources(): Readonly<Record<string, Source>> {
    return this.records.attributes.sources;
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
    return this.records.claim(claim);
  }

  run(entity: number, side: Side): ClaimRun {
    return side === "out"
      ? {
          claims: this.outClaims,
          start: this.outStarts[entity] as number,
          end: this.outStarts[entity + 1] as number,
        }
      : {
          claims: this.inClaims,
          start: this.inStarts[entity] as number,
          end: this.inStarts[entity + 1] as number,
        };
  }

  claimsOfSource(source: string): Int32Array {
    this.sourceNumbers ??= new Map(this.records.frame.sourceIds.map((id, number) => [id, number]));
    const number = this.sourceNumbers.get(source) ?? -1;
    const { sourceStarts, sourceClaims } = this.sections;
    return number < 0
      ? new Int32Array(0)
      : (sourceClaims as Int32Array).subarray(sourceStarts[number], sourceStarts[number + 1]);
  }

  entitiesNamed(folded: string): readonly number[] {
    if (!this.byName) {
      this.byName = new NameIndex();
      for (let entity = 0; entity < this.entityCount; entity++) this.byName.set(entity, this.entity(entity));
    }
    return this.byName.get(folded);
  }
}
