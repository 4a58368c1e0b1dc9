/**
 * The bundled ontology and the types computed from any ontology: kinds, attributes, what a relation leads to.
 * Types of this library that depend on an ontology are computed here and nowhere else.
 */
import type { TimeBehaviour } from "../time/valid-time.ts";
import type { AttributeDescriptor, KindDefinition, Ontology, RelationDefinition } from "./define.ts";
import * as kinds from "./entity-kinds.ts";
import * as relations from "./relations.ts";

const { implementsPolicy, ...otherRelations } = relations;

const bundledRelations = byName({ ...otherRelations, implements: implementsPolicy });

/**
 * The type of the bundled ontology, with every kind and relation by name. An interface, so that what compilers write of
 * it, in messages and in declarations of others, is its name.
 */
export interface XinjiangOntology extends Ontology<typeof kinds, typeof bundledRelations> {}

/**
 * The ontology of the bundled dataset: ten kinds and the relations that its documents need. Frozen at its top levels.
 * Its checks, those of `defineOntology`, run in the tests and not at every import.
 */
export const xinjiangOntology: XinjiangOntology = Object.freeze({
  name: "xinjiang-graph",
  iri: "https://xinjiang-graph.invalid/ontology",
  kinds: Object.freeze(byName({ ...kinds })),
  relations: Object.freeze(bundledRelations),
  units: Object.freeze({
    mu: Object.freeze({ label: "mu", factor: "1/15", of: "ha" }),
    jin: Object.freeze({ label: "jin", factor: "0.5", of: "kg" }),
  }),
});

/** The same record by name: how a module's exports are ordered depends on the bundler, and rows go by this order. */
function byName<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
}

/** Names of the kinds of an ontology. */
export type KindOf<O extends Ontology> = keyof O["kinds"] & string;

/** Names of the relations of an ontology. */
export type RelationOf<O extends Ontology> = keyof O["relations"] & string;

/** The value that an attribute descriptor describes. */
export type AttributeValue<D extends AttributeDescriptor> = D["type"] extends "list" | "references"
  ? readonly TextValue<D>[]
  : D["type"] extends "text" | "reference"
    ? TextValue<D>
    : D["type"] extends "boolean"
      ? boolean
      : number;
type TextValue<D> = D extends { readonly values: readonly (infer V)[] } ? V : string;

/** The attributes that a kind or relation declares, required ones first; any, where it is not known what it declares. */
export type AttributesOf<A> = string extends keyof A
  ? { readonly [name: string]: unknown }
  : DeclaredAttributes<A>;
type DeclaredAttributes<A> = {
  readonly [N in keyof A as A[N] extends { readonly required: true }
    ? N
    : never]: A[N] extends AttributeDescriptor ? AttributeValue<A[N]> : never;
} & {
  readonly [N in keyof A as A[N] extends { readonly required: true }
    ? never
    : N]?: A[N] extends AttributeDescriptor ? AttributeValue<A[N]> : never;
};

/** Which end of a claim one stands on: `out` from the subject, `in` from the object, `both`. */
export type Direction = "out" | "in" | "both";

type Between<O extends Ontology, R extends RelationOf<O>> = O["relations"][R]["between"];
type ObjectsOf<B, K> = K extends keyof B
  ? B[K] extends readonly (infer V extends string)[]
    ? V
    : never
  : never;
type SubjectsOf<B, K> = {
  [S in keyof B]: B[S] extends readonly (infer V)[] ? (K extends V ? S : never) : never;
}[keyof B] &
  string;
type IsSymmetric<D> = D extends { readonly symmetric: true } ? true : false;

/** Kinds that a relation's subject may be. */
export type SubjectKind<O extends Ontology, R extends RelationOf<O>> = keyof Between<O, R> & string;

/** Kinds that a relation's object may be. */
export type ObjectKind<O extends Ontology, R extends RelationOf<O>> = ObjectsOf<
  Between<O, R>,
  SubjectKind<O, R>
>;

/**
 * The kinds at the other end of relation `R`, standing on kind `K` and looking in direction `D`; `never` where the
 * relation cannot leave `K` that way. A symmetric relation reads the same in all directions. Any kind, of an ontology of
 * which nothing is known.
 */
export type KindAcross<
  O extends Ontology,
  K extends KindOf<O>,
  R extends RelationOf<O>,
  D extends Direction,
> =
  string extends RelationOf<O>
    ? KindOf<O>
    : R extends RelationOf<O>
      ? IsSymmetric<O["relations"][R]> extends true
        ? ObjectsOf<Between<O, R>, K>
        : D extends "out"
          ? ObjectsOf<Between<O, R>, K>
          : D extends "in"
            ? SubjectsOf<Between<O, R>, K>
            : ObjectsOf<Between<O, R>, K> | SubjectsOf<Between<O, R>, K>
      : never;

/** The relations that can leave kind `K` in direction `D`. */
export type RelationsAt<O extends Ontology, K extends KindOf<O>, D extends Direction> = {
  [R in RelationOf<O>]: [KindAcross<O, K, R, D>] extends [never] ? never : R;
}[RelationOf<O>];

/**
 * The definition of a kind, found by own name only.
 * Returns `undefined` for an unknown name, `__proto__` included.
 */
export function findKind(ontology: Ontology, name: string): KindDefinition | undefined {
  return Object.hasOwn(ontology.kinds, name) ? ontology.kinds[name] : undefined;
}

/** The definition of a relation, found by own name only; `undefined` for an unknown name. */
export function findRelation(ontology: Ontology, name: string): RelationDefinition | undefined {
  return Object.hasOwn(ontology.relations, name) ? ontology.relations[name] : undefined;
}

/**
 * How time works for a claim of this relation with this object: the relation's own behaviour or, for a measured one,
 * what the object measures (a stock is a state, all else is measured over a period).
 */
export function timeBehaviourOf(relation: RelationDefinition, object: object | undefined): TimeBehaviour {
  if (relation.time !== "measured") return relation.time;
  return object && "measure" in object && object.measure === "stock" ? "state" : "period";
}
