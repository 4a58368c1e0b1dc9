/**
 * Records out of the entities of a FollowTheMoney file, as a mapping says.
 */
import { identifierPrefix } from "../identifier.ts";
import { pointer } from "../model/shape.ts";
import type { Source } from "../model/source.ts";
import type { Ontology, RelationDefinition } from "../ontology/define.ts";
import { findKind, findRelation } from "../ontology/ontology.ts";
import { type FtmEntity, type FtmFiles, fileDatasetOf, placeIn } from "./ftm-entities.ts";
import type { FtmClaimMapping, FtmEntityMapping, FtmMapping } from "./ftm-mapping.ts";
import { FtmValues, own, type Spot, type Value } from "./ftm-values.ts";
import type { Place, PlacedRecords } from "./record-reader.ts";

/** What records are made by. */
export interface FtmRules {
  readonly mapping: FtmMapping;
  /** Records of datasets as sources, by name. */
  readonly sources: Readonly<Record<string, Source>>;
  readonly ontology: Ontology;
}

type Fields = Record<string, unknown>;

/** Makes all records when it is made. */
export class FtmRecords implements PlacedRecords {
  readonly datasets = [];
  readonly sources: object[] = [];
  readonly entities: object[] = [];
  readonly claims: object[] = [];
  /** What each record, and each field of it, was made of. */
  private readonly spots = new Map<object, ReadonlyMap<string, Spot>>();
  /** Entities that stand for a claim and gave one. */
  private readonly claimed = new Set<FtmEntity>();
  /** Datasets that are cited, each with the entity of it that was seen last. */
  private readonly cited = new Map<string, FtmEntity>();
  private readonly values: FtmValues;

  constructor(
    private readonly files: FtmFiles,
    private readonly rules: FtmRules,
  ) {
    this.values = new FtmValues(files);
    const { entities, claims } = rules.mapping;
    const all = [...files.entities.values()];
    for (const entity of all) {
      const [kind, relation] = [own(entities, entity.schema), own(claims, entity.schema)];
      if (kind) this.addEntity(entity, kind);
      else if (relation) this.addClaims(entity, relation);
    }
    for (const [name, entity] of this.cited) this.addSource(name, entity);
    for (const entity of all) this.countUnread(entity);
    files.reportCounts();
  }

  place(record: object, path: string): Place {
    const spots = this.spots.get(record) as ReadonlyMap<string, Spot>;
    let at = path;
    while (at !== "" && !spots.has(at)) at = at.slice(0, at.lastIndexOf("/"));
    const spot = spots.get(at) as Spot;
    return placeIn(spot.entity, spot.path);
  }

  private addEntity(entity: FtmEntity, { kind, attributes = {}, always = {} }: FtmEntityMapping): void {
    const spots = spotsOf(entity);
    const { names, identifiers } = this.rules.mapping;
    const [source, ...more] = this.datasetsOf(entity);
    const named = this.namesOf(entity, names);
    named.forEach((value, i) => {
      spots.set(`/names/${i}`, value).set(`/names/${i}/source`, { entity, path: "/datasets/0" });
    });
    const codes = Object.entries(identifiers).flatMap(([property, register]): [string, string][] => {
      const code = this.values.first(entity, property);
      if (code) spots.set(pointer("/identifiers", register), code);
      return code ? [[register, code.text]] : [];
    });
    const record = {
      id: entity.id,
      ...(kind !== identifierPrefix(entity.id) && { kind }),
      ...(named.length > 0 && {
        names: named.map(({ text }) => ({ value: text, lang: "und", ...(more.length === 0 && { source }) })),
      }),
      ...(codes.length > 0 && { identifiers: Object.fromEntries(codes) }),
      ...always,
      ...this.values.attributes(entity, attributes, findKind(this.rules.ontology, kind), spots),
    };
    this.entities.push(record);
    this.spots.set(record, spots);
  }

  /** The names of an entity, that of its caption first. */
  private namesOf(entity: FtmEntity, properties: readonly string[]): Value[] {
    const values = properties.flatMap((property) => this.values.all(entity, property));
    const { caption } = entity;
    const captioned = values.find(({ text }) => text === caption);
    const first =
      captioned ??
      (caption !== undefined && values.length === 0
        ? { entity, path: "/caption", text: caption }
        : undefined);
    const ordered = first ? [first, ...values] : values;
    return ordered.filter(({ text }, i) => ordered.findIndex((other) => other.text === text) === i);
  }

  private addClaims(entity: FtmEntity, mapping: FtmClaimMapping): void {
    const definition = findRelation(this.rules.ontology, mapping.relation);
    const middles = mapping.through === undefined ? [entity] : this.through(entity, mapping.through);
    const subjects = this.ends(entity, mapping.subject);
    const pairs = middles.flatMap((middle) =>
      this.ends(middle, mapping.object).flatMap((object) =>
        subjects.map((subject) => ({ middle, subject, object })),
      ),
    );
    if (pairs.length === 0) return;
    const spots = spotsOf(entity);
    const time = this.timeOf(entity, definition, spots);
    if (!time) return;
    const attributes = this.values.attributes(entity, mapping.attributes ?? {}, definition, spots);
    const citations = this.datasetsOf(entity).map((source, i) => {
      spots.set(`/citations/${i}`, { entity, path: `/datasets/${i}` });
      return { source, voice: "narrated", stance: "asserts", readAs: "repository file" };
    });
    pairs.forEach(({ middle, subject, object }, i) => {
      const turned = definition?.symmetric && subject.text > object.text;
      const [from, to] = turned ? [object, subject] : [subject, object];
      const paths = new Map(spots).set("/subject", from).set("/object", to);
      const between = this.values.attributes(middle, mapping.throughAttributes ?? {}, definition, paths);
      if (!this.isComplete(entity, definition, { ...attributes, ...between })) return;
      const record = {
        id: pairs.length === 1 ? entity.id : `${entity.id}-${i + 1}`,
        subject: from.text,
        relation: mapping.relation,
        object: to.text,
        ...attributes,
        ...between,
        ...time,
        status: "actual",
        citations,
      };
      this.claims.push(record);
      this.claimed.add(entity);
      this.spots.set(record, paths);
    });
  }

  /** The entities that a property names, to read on there. */
  private through(entity: FtmEntity, property: string): FtmEntity[] {
    return this.values.required(entity, property).flatMap(({ text, path }) => {
      const middle = this.files.entities.get(text);
      if (!middle) this.countEnd(entity, property, path);
      return middle ?? [];
    });
  }

  /** The ids that a property names, of entities that become records. */
  private ends(entity: FtmEntity, property: string): Value[] {
    return this.values.required(entity, property).filter(({ text, path }) => {
      const end = this.files.entities.get(text);
      const mapped = end !== undefined && own(this.rules.mapping.entities, end.schema) !== undefined;
      if (!mapped) this.countEnd(entity, property, path);
      return mapped;
    });
  }

  private countEnd(entity: FtmEntity, property: string, path: string): void {
    const advice = "what it names has no line in the file, or the mapping has no kind for it.";
    this.files.count("ftm/unmapped-end", `${entity.schema}.${property}`, advice, entity, path);
  }

  private isComplete(
    entity: FtmEntity,
    definition: RelationDefinition | undefined,
    attributes: Fields,
  ): boolean {
    const missing = Object.entries(definition?.attributes ?? {}).find(
      ([name, { required }]) => required && attributes[name] === undefined,
    );
    if (missing === undefined) return true;
    const advice = `without ${missing[0]} it makes no claim.`;
    this.files.count("ftm/incomplete", entity.schema, advice, entity, "/properties");
    return false;
  }

  /** When a claim holds; `undefined`, and counted, where the file does not tell. */
  private timeOf(
    entity: FtmEntity,
    definition: RelationDefinition | undefined,
    spots: Map<string, Spot>,
  ): Fields | undefined {
    const names = this.rules.mapping.time;
    const [start, end] = [this.values.first(entity, names.start), this.values.first(entity, names.end)];
    const date = start || end ? undefined : this.values.first(entity, names.date);
    const day = ({ text }: Value): string => text.replace(/T.*$/, "");
    const isState = definition?.time === "state";
    const told = start ?? end ?? date;
    if (told) spots.set(date && isState ? "/attested" : "/valid", told);
    if (start && end) return { valid: day(start) === day(end) ? day(start) : `${day(start)}/${day(end)}` };
    if (start) return { valid: isState ? `${day(start)}/` : day(start) };
    if (end) return { valid: isState ? `/${day(end)}` : day(end) };
    if (date) return isState ? { attested: [day(date)] } : { valid: day(date) };
    if (isState && entity.seen !== undefined) return { attested: [entity.seen] };
    const advice = "it has no date, and nothing tells when it was seen.";
    this.files.count("ftm/undated", entity.schema, advice, entity);
    return undefined;
  }

  private datasetsOf(entity: FtmEntity): readonly string[] {
    const names = entity.datasets.length > 0 ? entity.datasets : [fileDatasetOf(entity)];
    for (const name of names) {
      const before = this.cited.get(name);
      if ((before?.seen ?? "") <= (entity.seen ?? "")) this.cited.set(name, entity);
    }
    if (names.length > 1) {
      const advice = "the entity is brought together from several: a claim cites each of them, a name none.";
      this.files.count("ftm/several-datasets", "Which dataset says what", advice, entity, "/datasets");
    }
    return names;
  }

  /** The source that a dataset is: the record given, or one that says what the file says, on the word of its latest entity. */
  private addSource(name: string, entity: FtmEntity): void {
    const given = own(this.rules.sources, name);
    const record = given ? { ...given, id: name } : sourceOf(name, entity.seen);
    if (!record) return this.files.refuseUndated(name, entity);
    this.sources.push(record);
    const path = `/datasets/${entity.datasets.indexOf(name)}`;
    this.spots.set(record, new Map([["", { entity, path }]]));
  }

  private countUnread(entity: FtmEntity): void {
    const { entities, claims } = this.rules.mapping;
    const { schema, read, properties } = entity;
    if (!own(entities, schema) && !own(claims, schema) && read.size === 0) {
      const advice = "the mapping names no kind and no relation for it.";
      return this.files.count("ftm/unmapped-schema", schema, advice, entity, "/schema");
    }
    // Of what gave no claim it is told already why.
    if (own(claims, schema) && !this.claimed.has(entity)) return;
    for (const [property, values] of Object.entries(properties)) {
      if (read.has(property) || values.length === 0) continue;
      const advice = "the mapping does not name it.";
      this.files.count(
        "ftm/unmapped-property",
        `${schema}.${property}`,
        advice,
        entity,
        pointer("/properties", property),
      );
    }
  }
}

/** Where a record and its id stand, to which its other fields are added. */
function spotsOf(entity: FtmEntity): Map<string, Spot> {
  return new Map([
    ["", { entity, path: "" }],
    ["/id", { entity, path: "/id" }],
  ]);
}

/** What a file tells of a dataset: its name, and that it was there on a day. */
function sourceOf(name: string, seen: string | undefined): Source | undefined {
  if (seen === undefined) return undefined;
  return {
    id: name,
    title: name,
    titleByEditors: true,
    publisher: { name, class: "open data", classifiedBy: "reader of FollowTheMoney", classifiedOn: seen },
    genre: "data set",
    language: "und",
    published: seen,
    accessed: seen,
  };
}
