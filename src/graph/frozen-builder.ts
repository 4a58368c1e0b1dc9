/**
 * Makes the sections of a frozen graph out of records, one at a time, in any order.
 */
import { InvalidRecordError, type Issue, show } from "../errors.ts";
import { nameIn } from "../model/entity.ts";
import type { Source } from "../model/source.ts";
import type { Ontology } from "../ontology/define.ts";
import { CLAIM_STATUSES } from "../ontology/vocabulary.ts";
import { allocateColumns, type BuildColumns, growArray } from "./column-store.ts";
import { narrow } from "./frozen-format.ts";
import type { RecordSections } from "./frozen-records.ts";
import type { AnyClaim, AnyEntity } from "./read-graph.ts";
import { TextDictionary, TextTableWriter } from "./text-table.ts";

/** A list of numbers that grows, and gives its memory back with its numbers. */
class NumberList {
  private numbers = new Int32Array(64);
  length = 0;

  push(number: number): void {
    this.numbers = growArray(this.numbers, this.length + 1);
    this.numbers[this.length] = number;
    this.length += 1;
  }

  finish(): Int32Array {
    const numbers = this.numbers.subarray(0, this.length);
    this.numbers = new Int32Array(0);
    return numbers;
  }
}

export class FrozenBuilder {
  private readonly relationNames: readonly string[];
  private readonly relations: ReadonlyMap<string, number>;
  private readonly sources: Record<string, Source> = Object.create(null);
  private readonly entityNumbers = new Map<string, number>();
  /** The records as text; `undefined` for an entity that a claim has named and no record yet. */
  private readonly entityTexts: (string | undefined)[] = [];
  private readonly claimIds = new TextTableWriter();
  private readonly subject = new NumberList();
  private readonly object = new NumberList();
  private readonly relation = new NumberList();
  private readonly status = new NumberList();
  private readonly valid = new NumberList();
  private readonly rest = new NumberList();
  private readonly citationStarts = new NumberList();
  private readonly citationSource = new NumberList();
  private readonly citationRest = new NumberList();
  private readonly texts = new TextDictionary();
  private readonly rests = new TextDictionary();
  private readonly sourceNumbers = new Map<string, number>();
  private readonly issues: Issue[] = [];

  constructor(private readonly ontology: Ontology) {
    this.relationNames = Object.keys(ontology.relations);
    this.relations = new Map(this.relationNames.map((name, number) => [name, number]));
    this.citationStarts.push(0);
  }

  addSource(source: Source): void {
    this.sources[source.id] = source;
  }

  /** @param attributes the record; `kind` and `label` are added where it lacks them */
  addEntity(id: string, attributes: AnyEntity, kind: string | undefined): void {
    const number = this.entityNumber(id);
    if (this.entityTexts[number] !== undefined) this.report("duplicate-id", id, "is used for two entities");
    const { id: own, ...rest } = attributes;
    this.entityTexts[number] = JSON.stringify({
      ...(own !== id && { id: own }),
      ...rest,
      kind: attributes.kind ?? kind,
      label: attributes.label ?? nameIn(attributes),
    });
  }

  addClaim(key: string, from: string, to: string, attributes: AnyClaim): void {
    const { id, subject, relation, object, status, valid, citations, ...rest } = attributes;
    const kept: Record<string, unknown> = rest;
    this.claimIds.add(key);
    // What the sections cannot say as it is written is kept beside them, so that the record comes back the same.
    if (id !== key) kept.id = id;
    if (subject !== from) kept.subject = subject;
    if (object !== to) kept.object = object;
    const number = this.relations.get(relation) ?? -1;
    if (number < 0)
      this.report("unknown-relation", key, `has the relation ${show(relation)}, which is not declared`);
    const state = CLAIM_STATUSES.indexOf(status);
    if (state < 0) this.report("invalid-value", key, `has the status ${show(status)}`);
    this.subject.push(this.entityNumber(from));
    this.object.push(this.entityNumber(to));
    this.relation.push(Math.max(number, 0));
    this.status.push(Math.max(state, 0));
    this.valid.push(valid === undefined ? 0 : this.texts.number(valid) + 1);
    kept.label ??= this.ontology.relations[relation]?.label ?? relation;
    this.rest.push(this.rests.number(JSON.stringify(kept)));
    for (const { source, ...said } of citations) {
      this.citationSource.push(this.sourceNumber(source));
      this.citationRest.push(this.rests.number(JSON.stringify(said)));
    }
    this.citationStarts.push(this.citationSource.length);
  }

  /**
   * What has been added, once: what it was kept in is given back.
   *
   * @param attributes of the graph, besides ontology and sources
   * @throws InvalidRecordError `record/duplicate-id`, `record/dangling-entity`, `record/unknown-relation`, `record/invalid-value`
   */
  finish(attributes: object, sources: Readonly<Record<string, Source>> = this.sources): RecordSections {
    const entityIds = new TextTableWriter();
    const entityRecords = new TextTableWriter();
    for (const [id, number] of this.entityNumbers) {
      const text = this.entityTexts[number];
      if (text === undefined) this.report("dangling-entity", id, "is named by a claim and is no entity");
      entityIds.add(id);
      entityRecords.add(text ?? "{}");
    }
    if (this.issues.length > 0) throw new InvalidRecordError(this.issues);
    this.entityNumbers.clear();
    this.entityTexts.length = 0;
    const frame = new TextTableWriter();
    frame.add(
      JSON.stringify({
        ontology: this.ontology.name,
        relations: this.relationNames,
        sourceIds: [...this.sourceNumbers.keys()],
      }),
    );
    frame.add(JSON.stringify({ ...attributes, sources: { ...sources } }));
    const tables = {
      frame: frame.finish(),
      entityId: entityIds.finish(),
      entityRecord: entityRecords.finish(),
      claimId: this.claimIds.finish(),
      text: this.texts.finish(),
      rest: this.rests.finish(),
    };
    return {
      frame: tables.frame.bytes,
      frameStarts: tables.frame.starts,
      entityIds: tables.entityId.bytes,
      entityIdStarts: tables.entityId.starts,
      entityRecords: tables.entityRecord.bytes,
      entityRecordStarts: tables.entityRecord.starts,
      claimIds: tables.claimId.bytes,
      claimIdStarts: tables.claimId.starts,
      texts: tables.text.bytes,
      textStarts: tables.text.starts,
      rests: tables.rest.bytes,
      restStarts: tables.rest.starts,
      valid: narrow(this.valid.finish()),
      rest: narrow(this.rest.finish()),
      citationStarts: narrow(this.citationStarts.finish()),
      citationSource: narrow(this.citationSource.finish()),
      citationRest: narrow(this.citationRest.finish()),
    };
  }

  /** Ends, relations and statuses, once; all else zero. */
  columns(): BuildColumns {
    const columns = allocateColumns(this.subject.length);
    columns.subject.set(this.subject.finish());
    columns.object.set(this.object.finish());
    columns.relation.set(this.relation.finish());
    columns.status.set(this.status.finish());
    return columns;
  }

  private entityNumber(id: string): number {
    let number = this.entityNumbers.get(id);
    if (number === undefined) {
      number = this.entityNumbers.size;
      this.entityNumbers.set(id, number);
      this.entityTexts.push(undefined);
    }
    return number;
  }

  private sourceNumber(id: string): number {
    let number = this.sourceNumbers.get(id);
    if (number === undefined) {
      number = this.sourceNumbers.size;
      this.sourceNumbers.set(id, number);
    }
    return number;
  }

  private report(code: string, id: string, problem: string): void {
    const message = `${show(id)} ${problem}; mend the records and freeze them again.`;
    this.issues.push({ code: `record/${code}`, severity: "error", id, message });
  }
}
