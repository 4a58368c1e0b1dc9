/**
 * The records of a frozen graph, made anew from its sections when asked for: of a claim, all but its ends, relation and
 * status, which its layout tells.
 */
import { FormatError } from "../errors.ts";
import type { Citation } from "../model/citation.ts";
import type { Source } from "../model/source.ts";
import type { Ontology } from "../ontology/define.ts";
import type { TimedCitation, TimedClaim } from "./claim-timer.ts";
import type { SectionName, Sections } from "./frozen-format.ts";
import type { Mentioned } from "./mentioned.ts";
import { NumberCache, placesFor } from "./number-cache.ts";
import type { AnyClaim, AnyEntity } from "./read-graph.ts";
import { TextTable } from "./text-table.ts";

/** The sections that hold the records; with ends, relations and statuses of claims, all others follow from them. */
export type RecordSections = Pick<
  Sections,
  | "frame"
  | "frameStarts"
  | "entityIds"
  | "entityIdStarts"
  | "entityRecords"
  | "entityRecordStarts"
  | "claimIds"
  | "claimIdStarts"
  | "valid"
  | "texts"
  | "textStarts"
  | "rest"
  | "rests"
  | "restStarts"
  | "citationStarts"
  | "citationSource"
  | "citationRest"
>;

/** What is needed to read the records. `sourceIds` are those that citations name by number. */
export interface FrozenFrame {
  readonly ontology: string;
  readonly relations: readonly string[];
  readonly sourceIds: readonly string[];
}

/** The attributes of the graph itself, without the ontology. */
export type FrozenAttributes = Readonly<Record<string, unknown>> & {
  readonly sources: Readonly<Record<string, Source>>;
  readonly mentioned?: Mentioned;
};

export class FrozenRecords {
  readonly frame: FrozenFrame;
  readonly entityIds: TextTable;
  readonly claimIds: TextTable;
  private readonly frameTexts: TextTable;
  private readonly entityRecords: TextTable;
  private readonly texts: TextTable;
  private readonly rests: TextTable;
  private readonly ids: NumberCache<string>;
  /** Entities are few beside claims: those asked for are kept. */
  private readonly keptIds: (string | undefined)[];
  private readonly keptEntities: (AnyEntity | undefined)[];
  private readonly parsedRests: NumberCache<object>;
  private parsedAttributes: FrozenAttributes | undefined;

  /** @throws FormatError `frozen/other-ontology` if the relations are not those of the ontology */
  constructor(
    private readonly sections: RecordSections,
    readonly ontology: Ontology,
  ) {
    const table = (bytes: SectionName, starts: SectionName): TextTable =>
      new TextTable(
        sections[bytes as keyof RecordSections] as Uint8Array,
        sections[starts as keyof RecordSections] as Uint32Array,
      );
    this.frameTexts = table("frame", "frameStarts");
    this.frame = JSON.parse(this.frameTexts.at(0));
    this.entityIds = table("entityIds", "entityIdStarts");
    this.claimIds = table("claimIds", "claimIdStarts");
    this.entityRecords = table("entityRecords", "entityRecordStarts");
    this.texts = table("texts", "textStarts");
    this.rests = table("rests", "restStarts");
    const { claimCount, entityCount } = this;
    this.ids = new NumberCache(placesFor(claimCount, 1 << 18), (claim) => this.claimIds.at(claim));
    this.keptIds = new Array(entityCount);
    this.keptEntities = new Array(entityCount);
    this.parsedRests = new NumberCache(placesFor(this.rests.length, 1 << 10), (rest) =>
      JSON.parse(this.rests.at(rest)),
    );
    const own = Object.keys(ontology.relations);
    const other = this.frame.relations.find((name, i) => own[i] !== name) ?? own[this.frame.relations.length];
    if (other !== undefined) {
      throw new FormatError(
        "frozen/other-ontology",
        `The graph was frozen under the ontology "${this.frame.ontology}", whose relations differ from those of "${ontology.name}" at "${other}"; open it with its own ontology.`,
      );
    }
  }

  /** Parsed at the first call: many questions need no source. */
  get attributes(): FrozenAttributes {
    if (!this.parsedAttributes) {
      const attributes: FrozenAttributes = JSON.parse(this.frameTexts.at(1));
      this.parsedAttributes = {
        ...attributes,
        sources: Object.assign(Object.create(null), attributes.sources),
      };
    }
    return this.parsedAttributes as FrozenAttributes;
  }

  get entityCount(): number {
    return this.entityIds.length;
  }

  get claimCount(): number {
    return this.claimIds.length;
  }

  entityId(entity: number): string {
    return this.keptIds[entity] ?? this.keepId(entity);
  }

  claimId(claim: number): string {
    return this.ids.get(claim);
  }

  entity(entity: number): AnyEntity {
    return this.keptEntities[entity] ?? this.keepEntity(entity);
  }

  /** What a claim says besides its ends, relation and status: a new object at every call. */
  saying(claim: number): Pick<AnyClaim, "label" | "valid" | "attested" | "citations"> {
    const { valid, rest } = this.sections;
    const time = valid[claim] as number;
    return {
      ...(time > 0 && { valid: this.texts.at(time - 1) }),
      ...(this.parsedRests.get(rest[claim] as number) as { readonly label: string }),
      citations: this.citations(claim),
    };
  }

  private keepId(entity: number): string {
    const id = this.entityIds.at(entity);
    this.keptIds[entity] = id;
    return id;
  }

  private keepEntity(entity: number): AnyEntity {
    const record: AnyEntity = { id: this.entityId(entity), ...JSON.parse(this.entityRecords.at(entity)) };
    this.keptEntities[entity] = record;
    return record;
  }

  /** What the days of a claim follow from, without its other fields. */
  timed(claim: number): TimedClaim {
    const { valid, rest, citationStarts, citationSource, citationRest } = this.sections;
    const time = valid[claim] as number;
    const { attested } = this.parsedRests.get(rest[claim] as number) as Pick<TimedClaim, "attested">;
    const citations: TimedCitation[] = [];
    const end = citationStarts[claim + 1] as number;
    for (let i = citationStarts[claim] as number; i < end; i++) {
      const { stated, stance } = this.parsedRests.get(citationRest[i] as number) as TimedCitation;
      citations.push({ source: this.frame.sourceIds[citationSource[i] as number] as string, stated, stance });
    }
    return { valid: time > 0 ? this.texts.at(time - 1) : undefined, attested, citations };
  }

  citations(claim: number): readonly Citation[] {
    const { citationStarts, citationSource, citationRest } = this.sections;
    const citations: Citation[] = [];
    const end = citationStarts[claim + 1] as number;
    for (let i = citationStarts[claim] as number; i < end; i++) {
      const source = this.frame.sourceIds[citationSource[i] as number] as string;
      const said = this.parsedRests.get(citationRest[i] as number) as Omit<Citation, "source">;
      citations.push({ source, ...said });
    }
    return citations;
  }
}
