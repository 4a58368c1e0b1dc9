/**
 * What the builder's rows hold and what its tests take, computed from the ontology for the kinds and relations at hand.
 */
import type { IdOfKind } from "../graph/knowledge-graph.ts";
import type { ClaimOf } from "../model/claim.ts";
import type { EntityOf } from "../model/entity.ts";
import type { Ontology } from "../ontology/define.ts";
import type { AttributesOf, KindOf, RelationOf } from "../ontology/ontology.ts";
import type { ClaimFilter } from "./filter.ts";
import type { ClaimTests, EntityTests, NameTest, NumberTest, QuantityTest, ScopeTest } from "./plan.ts";

/** The kinds at named steps; `undefined` among them where a row may lack the step. */
export type Names = Readonly<Record<string, string | undefined>>;

/** The names of a query that has none yet. */
export type NoNames = Readonly<Record<never, string>>;

/**
 * What counts at one step. A field given here stands before the query's own; if one of the time questions (`at`,
 * `during`, …) is given, none of the query's applies to the step.
 */
export interface StepOptions extends ClaimFilter {}

/** One way that the steps can be walked. Entities and claims are the graph's own records: views, treat them as frozen. */
export type RowOf<O extends Ontology, K extends KindOf<O>, P extends readonly string[], N extends Names> = {
  /** Of the entity stood on at the end. */
  readonly id: string;
  readonly entity: EntityOf<O, K>;
  /** The claims walked, in order. */
  readonly claims: { readonly [I in keyof P]: ClaimOf<O, P[I] & RelationOf<O>> };
  /** `certain` if every claim is. */
  readonly certainty: "certain" | "possible";
  /** Ids of the claims that make the row only possible; empty if it is certain. */
  readonly possibleBecause: readonly string[];
  /** Where claims are only attested on days: the earliest of their last attested days (EDTF day). */
  readonly lastAttested?: string;
} & { readonly [S in keyof N]: EntityOf<O, N[S] & KindOf<O>> | Extract<N[S], undefined> };

/** Tests of entities of the kinds `K`: see `EntityTests`. */
export type EntityTestsOf<O extends Ontology, K extends KindOf<O>, Ids extends string> =
  string extends KindOf<O> ? EntityTests : KnownEntityTests<O, K, Ids>;
type KnownEntityTests<O extends Ontology, K extends KindOf<O>, Ids extends string> = {
  readonly kind?: K | readonly K[];
  readonly id?: IdOfKind<Ids, K> | readonly IdOfKind<Ids, K>[];
  readonly names?: NameTest;
  readonly label?: TestOf<string>;
} & AttributeTests<{ readonly [One in K]: O["kinds"][One]["attributes"] }>;

/** Tests of claims of the relations `L`: see `ClaimTests`. */
export type ClaimTestsOf<O extends Ontology, L extends RelationOf<O>> =
  string extends RelationOf<O> ? ClaimTests : KnownClaimTests<O, L>;
type KnownClaimTests<O extends Ontology, L extends RelationOf<O>> = Pick<
  ClaimTests,
  "status" | "source" | "speaker" | "publisherClass" | "voice" | "stance"
> & {
  readonly quantity?: QuantityTest;
  readonly scope?: ScopeTest;
} & AttributeTests<{ readonly [One in L]: O["relations"][One]["attributes"] }>;

/** Any attribute of the given owners; a name that several declare takes what any of them does. */
type AttributeTests<Owners> = {
  readonly [A in AttributeNames<Owners>]?: TestOf<AttributeIn<Owners, A>>;
};
type AttributeNames<Owners> = { [One in keyof Owners]: keyof Owners[One] }[keyof Owners] & string;
type AttributeIn<Owners, A> = {
  [One in keyof Owners]: A extends keyof Owners[One]
    ? NonNullable<AttributesOf<Pick<Owners[One], A>>[A & keyof AttributesOf<Pick<Owners[One], A>>]>
    : never;
}[keyof Owners];

/** The tests that a value of type `V` can meet. */
type TestOf<V> =
  | { readonly known: boolean }
  | ListTest<Extract<V, readonly unknown[]>[number]>
  | EqualTest<Extract<V, string | boolean | number>>
  | (Extract<V, number> extends never ? never : NumberTest);
type ListTest<Item> = [Item] extends [never]
  ? never
  : { readonly contains: Item | readonly Item[] } | { readonly containsAny: readonly Item[] };
type EqualTest<V> = [V] extends [never] ? never : V | readonly V[] | { readonly not: V | readonly V[] };

/** Names of the attributes of kinds `K` that have one value. */
type ScalarNames<O extends Ontology, K extends KindOf<O>> =
  | "id"
  | "label"
  | "kind"
  | (string extends KindOf<O> ? string : ScalarsIn<{ readonly [One in K]: O["kinds"][One]["attributes"] }>);
type ScalarsIn<Owners> = {
  [A in AttributeNames<Owners>]: AttributeIn<Owners, A> extends readonly unknown[] ? never : A;
}[AttributeNames<Owners>];

type StepKey<O extends Ontology, N extends Names> = {
  [S in keyof N & string]: {
    readonly step: S;
    /** `id` when absent. */
    readonly attribute?: ScalarNames<O, N[S] & KindOf<O>>;
  };
}[keyof N & string];

type ClaimKey<O extends Ontology, L extends RelationOf<O>> = [L] extends [never]
  ? never
  : {
      readonly claim:
        | "quantity"
        | "start"
        | "end"
        | "status"
        | ScalarsIn<{ readonly [One in L]: O["relations"][One]["attributes"] }>;
    };

type KeyOf<O extends Ontology, K extends KindOf<O>, L extends RelationOf<O>, N extends Names> =
  | { readonly attribute: ScalarNames<O, K> }
  | StepKey<O, N>
  | ClaimKey<O, L>;

/** What rows can be ordered by: an attribute by its name, or a key with an order. */
export type OrderKeyOf<O extends Ontology, K extends KindOf<O>, L extends RelationOf<O>, N extends Names> =
  | ScalarNames<O, K>
  | (KeyOf<O, K, L, N> & { readonly order?: "ascending" | "descending" });

/** What rows can be grouped by: a named step or an attribute by its name (the step first), or a key. */
export type GroupKeyOf<O extends Ontology, K extends KindOf<O>, L extends RelationOf<O>, N extends Names> =
  | (keyof N & string)
  | ScalarNames<O, K>
  | KeyOf<O, K, L, N>;
