/**
 * How an ontology is written: one object per kind, one per relation, plain data throughout, so that it can be
 * serialised, compared and extended. Types, record schemas, table headers and labels all derive from it.
 */
import { OntologyError } from "../errors.ts";
import type { TimeBehaviour } from "../time/valid-time.ts";

/** What values an attribute takes. `reference` is the id of another entity, of the kinds listed in `kinds`. */
export interface AttributeDescriptor {
  readonly type:
    | "text"
    | "number"
    | "integer"
    | "boolean"
    | "list"
    | "longitude"
    | "latitude"
    | "reference"
    | "references";
  readonly description: string;
  readonly required?: boolean;
  /** A closed list of accepted texts, for `text` and `list`. */
  readonly values?: readonly string[];
  /** Kinds that a `reference` may point to; any kind when absent. */
  readonly kinds?: readonly string[];
}

/** The attributes that a kind or a relation declares, by name. */
export type AttributeDescriptors = Readonly<Record<string, AttributeDescriptor>>;

/** One kind of entity. */
export interface KindDefinition {
  readonly label: string;
  readonly plural: string;
  readonly description: string;
  readonly attributes: AttributeDescriptors;
  readonly iri: string;
  /** Colour for drawings, as `#rrggbb`. */
  readonly color: string;
}

/** Subject kind to the object kinds it may have: exact pairs, not a product of two lists. */
export type Ends<K extends string = string> = Readonly<{ [Subject in K]?: readonly K[] }>;

/** One relation: what a claim says of its subject and its object. */
export interface RelationDefinition<K extends string = string> {
  /** Read from the subject: "opens to". */
  readonly label: string;
  /** The name and label read from the object: `reachedThrough`, "reached through". Equal to the relation's own if symmetric. */
  readonly inverse: string;
  readonly inverseLabel: string;
  readonly description: string;
  readonly between: Ends<K>;
  /** Stored once, read both ways. */
  readonly symmetric?: boolean;
  /** `measured`: taken from the object indicator's measure (a stock is a state, all else a period). */
  readonly time: TimeBehaviour | "measured";
  /** Whether a search for paths may pass through it. */
  readonly path: boolean;
  /** Whether a claim of it carries a figure. */
  readonly quantity: "required" | "optional" | "none";
  /**
   * What two claims must share, besides the subject and the scope, to speak of the same matter (`key`), and the field
   * that may then not differ at one time (`value`): the object, the time, the figure or an attribute. `upTo` names a
   * yes-or-no attribute that turns a number into "this or less": among the first five. Absent: claims of the relation
   * never contradict one another.
   */
  readonly functional?: {
    readonly key: readonly string[];
    readonly value: "object" | "valid" | "quantity" | (string & {});
    readonly upTo?: string;
  };
  readonly attributes: AttributeDescriptors;
  /** Sentence with `{subject}`, `{object}` and attribute names in braces; parts in [brackets] fall away when empty. */
  readonly template: string;
  /**
   * For a relation by which a person holds a post: the post as it reads after the person's name, in the manner of
   * `template`: `{role} of {object}`. An attribution names the posts held on the day of speaking.
   */
  readonly office?: string;
  /** What a citation denies that denies a claim, where that is not the claim itself, in the manner of `template`. */
  readonly denial?: string;
  readonly iri: string;
}

/** A unit of the ontology's own: `factor` (a decimal, or a fraction such as `1/15`) of the UCUM unit `of`. */
export interface UnitDefinition {
  readonly label: string;
  readonly factor: string;
  readonly of: string;
}

/** Declares everything a graph may hold. Plain data. */
export interface Ontology<
  Kinds extends Readonly<Record<string, KindDefinition>> = Readonly<Record<string, KindDefinition>>,
  Relations extends Readonly<Record<string, RelationDefinition>> = Readonly<
    Record<string, RelationDefinition>
  >,
> {
  readonly name: string;
  readonly iri: string;
  readonly kinds: Kinds;
  readonly relations: Relations;
  /** Units beside those of UCUM and ISO 4217, by their code. */
  readonly units?: Readonly<Record<string, UnitDefinition>>;
}

/** Names that records use themselves, so that no attribute may take them. `type` would break drawing libraries. */
const RESERVED_ATTRIBUTES = new Set(
  (
    "id kind names label identifiers relation subject object valid validAs attested status quantity scope citations " +
    "inferred type source target key attributes hidden zIndex x y size color __proto__ prototype constructor"
  ).split(" "),
);

/** A kind with the literal types of its attributes. */
export type TypedKind<A> = Omit<KindDefinition, "attributes"> & { readonly attributes: A };

/**
 * One kind, checked where it is written. Returns the object itself; the literal types of its attributes are kept.
 */
export function defineKind<const A extends AttributeDescriptors>(kind: TypedKind<A>): TypedKind<A> {
  return kind;
}

/** What {@link defineRelation} keeps of a relation in types: its ends, its attributes, whether it is symmetric. */
export type TypedRelation<B, A, S extends boolean> = Omit<
  RelationDefinition,
  "between" | "attributes" | "symmetric"
> & { readonly between: B; readonly attributes: A; readonly symmetric: S };

/** One relation, checked where it is written. `attributes` and `symmetric` may be left out. */
export function defineRelation<
  const B extends Ends,
  const A extends AttributeDescriptors = Record<never, AttributeDescriptor>,
  const S extends boolean = false,
>(
  relation: Omit<RelationDefinition, "between" | "attributes" | "symmetric"> & {
    readonly between: B;
    readonly attributes?: A;
    readonly symmetric?: S;
  },
): TypedRelation<B, A, S> {
  return {
    ...relation,
    attributes: relation.attributes ?? ({} as A),
    symmetric: (relation.symmetric ?? false) as S,
  };
}

/**
 * Checks an ontology and returns it deeply frozen, with its literal types.
 * To extend the bundled one, spread it: its kinds and relations keep their types beside your own.
 *
 * @throws OntologyError `ontology/unknown-kind`, `ontology/reserved-attribute`, `ontology/inverse-clash`,
 *   `ontology/functional-key`, `ontology/asymmetric-ends`, `ontology/bad-name`, `ontology/bad-unit`: the first contradiction found.
 * @example
 * const warehouse = defineKind({
 *   label: "warehouse", plural: "warehouses", description: "A building for goods",
 *   attributes: { area: { type: "number", description: "Floor area in square metres" } },
 *   iri: "https://example.org/Warehouse", color: "#7a5c3e",
 * });
 * const storesFor = defineRelation({
 *   label: "stores for", inverse: "storesIn", inverseLabel: "stores in", description: "A warehouse holds goods of a firm",
 *   between: { warehouse: ["organization"] }, time: "state", path: true, quantity: "none",
 *   template: "{subject} stores for {object}", iri: "https://example.org/storesFor",
 * });
 * const mine = defineOntology({
 *   ...xinjiangOntology,
 *   name: "warehouses",
 *   kinds: { ...xinjiangOntology.kinds, warehouse },
 *   relations: { ...xinjiangOntology.relations, storesFor },
 * });
 * mine.relations.storesFor.between; // { warehouse: ["organization"] }
 */
export function defineOntology<
  const Kinds extends Readonly<Record<string, KindDefinition>>,
  const Relations extends Readonly<Record<string, RelationDefinition<keyof Kinds & string>>>,
>(definition: {
  readonly name: string;
  readonly iri: string;
  readonly kinds: Kinds;
  readonly relations: Relations;
  readonly units?: Readonly<Record<string, UnitDefinition>>;
}): Ontology<Kinds, Relations> {
  checkOntology(definition);
  const { name, iri, kinds, relations, units } = definition;
  return deepFreeze({ name, iri, kinds, relations, ...(units && { units }) });
}

/** The checks of {@link defineOntology} alone. */
export function checkOntology({
  kinds,
  relations,
  units = {},
}: Pick<Ontology, "kinds" | "relations" | "units">): void {
  for (const [unit, { factor }] of Object.entries(units)) checkUnit(unit, factor);
  for (const [kind, { attributes }] of Object.entries(kinds)) {
    checkName("kind", kind);
    checkAttributes(`kind ${kind}`, attributes, kinds);
  }
  const inverses = new Map<string, string>();
  for (const [relation, definition] of Object.entries(relations)) {
    checkRelation(relation, definition, kinds);
    const own = Object.hasOwn(relations, definition.inverse) ? definition.inverse : undefined;
    const taken = definition.symmetric ? undefined : (inverses.get(definition.inverse) ?? own);
    if (taken !== undefined) {
      throw new OntologyError(
        "ontology/inverse-clash",
        `The inverse "${definition.inverse}" of ${relation} already names ${taken}; give each inverse a name of its own.`,
      );
    }
    inverses.set(definition.inverse, relation);
  }
}

function checkRelation(
  name: string,
  relation: RelationDefinition,
  kinds: Readonly<Record<string, unknown>>,
): void {
  checkName("relation", name);
  checkAttributes(`relation ${name}`, relation.attributes, kinds);
  for (const [subject, objects] of Object.entries(relation.between)) {
    for (const kind of [subject, ...(objects ?? [])]) {
      if (Object.hasOwn(kinds, kind)) continue;
      throw new OntologyError(
        "ontology/unknown-kind",
        `Relation ${name} names the kind "${kind}", which the ontology does not declare; declare it or take it out.`,
      );
    }
    if (!relation.symmetric) continue;
    const missing = (objects ?? []).find((object) => !relation.between[object]?.includes(subject));
    if (missing !== undefined) {
      throw new OntologyError(
        "ontology/asymmetric-ends",
        `Relation ${name} is symmetric but takes ${subject} to ${missing} and not back; list ${subject} under ${missing}.`,
      );
    }
  }
  const fields = new Set(["object", "valid", "scope", ...Object.keys(relation.attributes)]);
  const { key = [], value = "quantity", upTo } = relation.functional ?? {};
  if (relation.quantity !== "none") fields.add("quantity");
  const unknown = [...key, value, ...(upTo === undefined ? [] : [upTo])].find((field) => !fields.has(field));
  if (relation.functional && unknown !== undefined) {
    throw new OntologyError(
      "ontology/functional-key",
      `Relation ${name} is functional on "${unknown}", which is none of its fields (${[...fields].join(", ")}).`,
    );
  }
}

function checkAttributes(
  owner: string,
  attributes: AttributeDescriptors,
  kinds: Readonly<Record<string, unknown>>,
): void {
  for (const [name, descriptor] of Object.entries(attributes)) {
    checkName("attribute", name);
    if (RESERVED_ATTRIBUTES.has(name)) {
      throw new OntologyError(
        "ontology/reserved-attribute",
        `The ${owner} declares the attribute "${name}", which records or drawing libraries use themselves; choose another name.`,
      );
    }
    const unknown = descriptor.kinds?.find((kind) => !Object.hasOwn(kinds, kind));
    if (unknown !== undefined) {
      throw new OntologyError(
        "ontology/unknown-kind",
        `The attribute ${name} of ${owner} refers to the kind "${unknown}", which the ontology does not declare.`,
      );
    }
  }
}

function checkUnit(unit: string, factor: string): void {
  if (/^\d{1,15}(\.\d{1,15}|\/[1-9]\d{0,14})?$/.test(factor) && Number.parseFloat(factor) > 0) return;
  throw new OntologyError(
    "ontology/bad-unit",
    `The unit ${JSON.stringify(unit)} has the factor ${JSON.stringify(factor)}; give a decimal or fraction above 0 such as "0.5" or "1/15".`,
  );
}

function checkName(what: string, name: string): void {
  if (/^[a-z][A-Za-z0-9]*$/.test(name) && name !== "constructor") return;
  throw new OntologyError(
    "ontology/bad-name",
    `The ${what} name ${JSON.stringify(name)} is not camelCase ASCII letters and digits; rename it.`,
  );
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
