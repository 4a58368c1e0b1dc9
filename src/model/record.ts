/**
 * Shapes of the records of a dataset under an ontology: one for sources, one for the entities of each kind, one for
 * the claims of each relation.
 */
import type {
  AttributeDescriptors,
  KindDefinition,
  Ontology,
  RelationDefinition,
} from "../ontology/define.ts";
import { CLAIM_STATUSES, COMPARATORS, PUBLISHER_CLASSES, STANCES, VOICES } from "../ontology/vocabulary.ts";
import type { ClaimRecord } from "./claim.ts";
import type { EntityRecord } from "./entity.ts";
import { type Field, type ObjectShape, type Shape, shapeOfAttribute } from "./shape.ts";
import type { Source } from "./source.ts";

/** What a dataset is, as `data/dataset.json` says it. */
export interface DatasetInfo {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly title?: string;
  readonly description?: string;
  /** What the corpus speaks of, and what it is silent on. */
  readonly coverage?: {
    readonly from: string;
    readonly to: string;
    readonly covers: readonly string[];
    readonly silentOn: readonly string[];
  };
}

/** The lists of a dataset. */
export const RECORD_SORTS = ["sources", "entities", "claims"] as const;

/** The list that a record stands in. */
export type RecordSort = (typeof RECORD_SORTS)[number];

/** The records of a dataset, in any order. */
export interface DatasetRecords {
  readonly dataset?: DatasetInfo;
  readonly sources: readonly Source[];
  readonly entities: readonly EntityRecord[];
  readonly claims: readonly ClaimRecord[];
}

const text: Shape = { type: "text" };
const flag: Shape = { type: "boolean" };
const id: Shape = { type: "text", format: "identifier" };
const edtf: Shape = { type: "text", format: "edtf" };
const language: Shape = { type: "text", format: "language" };
const decimal: Shape = { type: "text", format: "decimal" };
const unit: Shape = { type: "text", format: "unit" };
const offset: Shape = { type: "number", integer: true, min: 0, max: 2 ** 31 - 1 };
const oneOf = (values: readonly string[]): Shape => ({ type: "text", values });
const listOf = (of: Shape, atLeast = 0): Shape => ({ type: "list", of, atLeast });
const need = (shape: Shape): Field => ({ shape, required: true });
const may = (shape: Shape): Field => ({ shape });
const object = (fields: Readonly<Record<string, Field>>): ObjectShape => ({ type: "object", fields });

/** The shape of what a dataset says of itself. */
export const DATASET_SHAPE = object({
  name: need(text),
  version: need(text),
  license: need(text),
  title: may(text),
  description: may(text),
  coverage: may(
    object({
      from: need(edtf),
      to: need(edtf),
      covers: need(listOf(text)),
      silentOn: need(listOf(text)),
    }),
  ),
});

const PUBLISHER_SHAPE = object({
  name: need(text),
  owner: may(text),
  class: need(oneOf(PUBLISHER_CLASSES)),
  classifiedBy: need(text),
  classifiedOn: need(edtf),
  classNote: may(text),
});

export const SOURCE_SHAPE = object({
  id: need(id),
  title: need(text),
  titleLang: may(language),
  titleByEditors: may(flag),
  publisher: need(PUBLISHER_SHAPE),
  host: may(text),
  authors: may(listOf(text)),
  genre: need(text),
  language: need(language),
  translatedFrom: may(language),
  url: may({ type: "text", format: "url" }),
  published: need(edtf),
  dateEvidence: may(text),
  accessed: need(edtf),
  held: may(edtf),
  reprintOf: may(id),
  derivedFrom: may(id),
  text: may(object({ length: need(offset), sha256: need({ type: "text", format: "sha256" }) })),
});

export const CITATION_SHAPE = object({
  source: need(id),
  start: may(offset),
  end: may(offset),
  length: may(offset),
  hash: may({ type: "text", format: "hash" }),
  sha256: may({ type: "text", format: "sha256" }),
  speaker: may(id),
  speakerDescription: may(text),
  voice: need(oneOf(VOICES)),
  stance: need(oneOf(STANCES)),
  stated: may(edtf),
  readAs: may(oneOf(["excerpt", "repository file"])),
});

export const QUANTITY_SHAPE = object({
  value: need(decimal),
  unit: need(unit),
  comparator: may(oneOf(COMPARATORS)),
  low: may(decimal),
  high: may(decimal),
  asReported: may(text),
  equivalents: may(
    listOf(object({ value: need(decimal), unit: need(unit), comparator: may(oneOf(COMPARATORS)) })),
  ),
});

const NAME_SHAPE = object({ value: need(text), lang: need(language), source: may(id), inferred: may(flag) });

const ENTITY_FIELDS = {
  id: need(id),
  kind: may(text),
  names: need(listOf(NAME_SHAPE, 1)),
  identifiers: may({ type: "map", of: text }),
} satisfies Record<string, Field>;

const CLAIM_FIELDS = {
  id: need(id),
  subject: need(id),
  relation: need(text),
  object: need(id),
  scope: may(object({ partner: may(id), place: may(id), within: may(id), part: may(text) })),
  valid: may(edtf),
  validAs: may(text),
  attested: may(listOf({ type: "text", format: "date" }, 1)),
  status: need(oneOf(CLAIM_STATUSES)),
  inferred: may(text),
  citations: need(listOf(CITATION_SHAPE, 1)),
} satisfies Record<string, Field>;

/** The shape of entities of a kind: the common fields and the kind's own attributes. */
export function entityShape(kind: Pick<KindDefinition, "attributes">): ObjectShape {
  return object({ ...ENTITY_FIELDS, ...attributeFields(kind.attributes) });
}

/** The shape of claims of a relation: the common fields, the relation's own attributes, its figure if it has one. */
export function claimShape(relation: Pick<RelationDefinition, "attributes" | "quantity">): ObjectShape {
  const quantity =
    relation.quantity === "none"
      ? {}
      : { quantity: relation.quantity === "required" ? need(QUANTITY_SHAPE) : may(QUANTITY_SHAPE) };
  return object({ ...CLAIM_FIELDS, ...quantity, ...attributeFields(relation.attributes) });
}

/** The shapes of what entities of any kind and claims of any relation have, without what names the kind or relation. */
export const COMMON_SHAPES = {
  entity: without("kind", entityShape({ attributes: {} })),
  claim: without("relation", claimShape({ attributes: {}, quantity: "optional" })),
};

function without(name: string, { fields }: ObjectShape): ObjectShape {
  return object(Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name)));
}

/** The shapes of every kind and relation of an ontology, by name. Made once for an ontology. */
export function recordShapes(ontology: Ontology): {
  readonly kinds: ReadonlyMap<string, ObjectShape>;
  readonly relations: ReadonlyMap<string, ObjectShape>;
} {
  return {
    kinds: new Map(Object.entries(ontology.kinds).map(([name, kind]) => [name, entityShape(kind)])),
    relations: new Map(
      Object.entries(ontology.relations).map(([name, relation]) => [name, claimShape(relation)]),
    ),
  };
}

function attributeFields(attributes: AttributeDescriptors): Record<string, Field> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, descriptor]) => [
      name,
      {
        shape: shapeOfAttribute(descriptor),
        required: descriptor.required ?? false,
        description: descriptor.description,
      },
    ]),
  );
}
