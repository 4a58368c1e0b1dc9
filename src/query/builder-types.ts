/**
 * The builder as its callers see it: every method with what it takes from the kind one stands on and what row comes of
 * it. The machine behind it is `builder.ts`.
 */
import type { ClaimOf } from "../model/claim.ts";
import type { Ontology } from "../ontology/define.ts";
import type { Direction, KindAcross, KindOf, RelationOf, RelationsAt } from "../ontology/ontology.ts";
import type { Answer } from "./answer.ts";
import type { Clauses } from "./builder-clauses.ts";
import type { Grouping } from "./builder-groups.ts";
import type {
  ClaimTestsOf,
  EntityTestsOf,
  GroupKeyOf,
  Names,
  NoNames,
  OrderKeyOf,
  RowOf,
  StepOptions,
} from "./builder-rows.ts";
import type { Path } from "./paths.ts";
import type { Plan } from "./plan.ts";
import type { FreshName, Refusal, Walkable } from "./refusal.ts";
import type { ClaimRow } from "./rows.ts";

/** Whether steps stand in the query itself or in a branch of `repeat`, `optional` or `union`. */
export type Mode = "query" | "branch";

declare const state: unique symbol;

/** What types know of a query: never present at run time. */
export interface QueryState<K, L, P, N> {
  readonly kind: K;
  readonly last: L;
  readonly path: P;
  readonly names: N;
}

type Chain<
  M extends Mode,
  O extends Ontology,
  Ids extends string,
  K extends KindOf<O>,
  L extends RelationOf<O>,
  P extends readonly string[],
  N extends Names,
> = M extends "query" ? Query<O, Ids, K, L, P, N> : Branch<O, Ids, K, L, P, N>;

/** Any branch's result, for inference. */
type Ended = { readonly [state]?: QueryState<string, string, readonly string[], Names> };
type StateOf<B, F extends keyof QueryState<0, 0, 0, 0>> = B extends { readonly [state]?: infer S }
  ? NonNullable<S> extends Record<F, infer V>
    ? V
    : never
  : never;

/**
 * Steps. One stands on entities of kinds `K`, having last walked claims of the relations `L`; `P` are the relations of
 * the claims walked, one after another; `N` the kinds at the named steps.
 */
export interface Branch<
  O extends Ontology,
  Ids extends string,
  K extends KindOf<O>,
  L extends RelationOf<O>,
  P extends readonly string[],
  N extends Names,
  M extends Mode = "branch",
> {
  readonly [state]?: QueryState<K, L, P, N>;

  /**
   * Walks claims whose subject one stands on, to their objects. One row a claim, ordered by relation, start and id.
   * @param relation one, several, or every one that leaves here when absent
   * @throws InvalidQueryError `query/illegal-step`; NotFoundError `graph/unknown-relation`
   * @example
   * query(graph).from("port/biedieli").out("opensTo").toArray().map((row) => row.entity.label);
   * // ["Kyrgyzstan"]
   */
  out<const R extends RelationOf<O> = RelationsAt<O, K, "out">>(
    relation?: Walkable<O, K, R, "out"> | readonly Walkable<O, K, R, "out">[],
    options?: StepOptions,
  ): Walked<M, O, Ids, K, R, "out", P, N>;

  /** Walks claims whose object one stands on, to their subjects; otherwise as `out`. */
  in<const R extends RelationOf<O> = RelationsAt<O, K, "in">>(
    relation?: Walkable<O, K, R, "in"> | readonly Walkable<O, K, R, "in">[],
    options?: StepOptions,
  ): Walked<M, O, Ids, K, R, "in", P, N>;

  /** Walks claims from either end to the other; otherwise as `out`. */
  both<const R extends RelationOf<O> = RelationsAt<O, K, "both">>(
    relation?: Walkable<O, K, R, "both"> | readonly Walkable<O, K, R, "both">[],
    options?: StepOptions,
  ): Walked<M, O, Ids, K, R, "both", P, N>;

  /**
   * Keeps the rows whose entity meets all the tests. What is not recorded meets none but `{ known: false }`.
   * @throws InvalidQueryError `plan/unknown-attribute`, `plan/unknown-test`, `plan/invalid-value`, `plan/function`
   * @example
   * query(graph).from("port").where({ modes: { contains: "rail" } }).count(); // 2
   */
  where(tests: EntityTestsOf<O, K, Ids>): Chain<M, O, Ids, K, L, P, N>;

  /** Keeps the rows that stand on one of these kinds, and narrows the type to them. */
  ofKind<const K2 extends K>(kind: K2 | readonly K2[]): Chain<M, O, Ids, K2, L, P, N>;

  /**
   * Keeps the rows whose last claim meets all the tests. A figure is compared by its bounds: where they leave it open,
   * the row is only possible. Statuses asked for right after a step replace that step's own default.
   * @throws InvalidQueryError as `where`
   * @example
   * query(graph).from("region/xinjiang").out("observed")
   *   .whereClaim({ quantity: { above: 300e9, unit: "CNY" } }).ids();
   * // ["indicator/gdp", "indicator/central-government-transfer-payments", "indicator/trade-value"]
   */
  whereClaim(
    tests: [L] extends [never]
      ? Refusal<"no claim has been walked yet: begin with .out, .in or .both">
      : ClaimTestsOf<O, L>,
  ): Chain<M, O, Ids, K, L, P, N>;

  /**
   * Names the entity stood on: it is in each row under this name.
   * @throws InvalidQueryError `plan/invalid-name`
   */
  as<const S extends string>(
    name: FreshName<S, keyof N>,
  ): Chain<M, O, Ids, K, L, P, N & { readonly [Name in S]: K }>;

  /**
   * Walks the same steps `min` to `max` times; rows of fewer passes come first. A pass never ends where the repeat
   * began or an earlier pass ended, so cycles end too. The steps must lead back to kinds that they can begin from, and
   * may not name any.
   * @throws InvalidQueryError `plan/invalid-range`, `plan/illegal-step`, `plan/invalid-name`
   * @example
   * query(graph).from("region/horgos").repeat((place) => place.out("locatedIn").ofKind("region"), 1, 3).ids();
   * // ["region/northern-xinjiang", "region/xinjiang", "region/northwest-china"]
   */
  repeat<B extends Ended, const Min extends number>(
    steps: (from: Branch<O, Ids, K, never, [], NoNames>) => Returning<B, K>,
    min: Min,
    max: number,
  ): Chain<
    M,
    O,
    Ids,
    (Min extends 0 ? K : StateOf<B, "kind">) & KindOf<O>,
    (L | StateOf<B, "last">) & RelationOf<O>,
    [...P, ...(StateOf<B, "path">[number] & string)[]],
    N
  >;

  /**
   * Looks aside: adds the claims and names of the steps to each row, once for every way they can be walked, and once
   * without them where they cannot. One stands where one stood before.
   */
  optional<B extends Ended>(
    steps: (from: Branch<O, Ids, K, L, [], N>) => B,
  ): Chain<
    M,
    O,
    Ids,
    K,
    L,
    [...P, ...(StateOf<B, "path">[number] & string)[]],
    N & { readonly [S in keyof StateOf<B, "names">]: StateOf<B, "names">[S] | undefined }
  >;

  /** Goes several ways: the rows of the first branch, then those of the second, and so on, duplicates kept. */
  union<const B extends readonly Ended[]>(
    ...branches: { [I in keyof B]: (from: Branch<O, Ids, K, L, [], N>) => B[I] }
  ): Chain<
    M,
    O,
    Ids,
    StateOf<B[number], "kind"> & KindOf<O>,
    StateOf<B[number], "last"> & RelationOf<O>,
    [...P, ...(StateOf<B[number], "path">[number] & string)[]],
    N & UnionNames<B[number]>
  >;
}

type Walked<
  M extends Mode,
  O extends Ontology,
  Ids extends string,
  K extends KindOf<O>,
  R extends RelationOf<O>,
  D extends Direction,
  P extends readonly string[],
  N extends Names,
> = Chain<M, O, Ids, KindAcross<O, K, R, D> & KindOf<O>, R, [...P, R], N>;

/** A branch of `repeat`: it comes back to kinds it can begin from and names nothing. */
type Returning<B, K> = [StateOf<B, "kind">] extends [K]
  ? [keyof StateOf<B, "names">] extends [never]
    ? B
    : Refusal<"steps that are repeated may not be named: use .as after .repeat">
  : Refusal<`the steps lead to ${Exclude<StateOf<B, "kind">, K> & string}, where they cannot begin again: walk once before .repeat, or end it with .ofKind`>;

/** Names of some branches are there or not; a name of several stands for any of their kinds. */
type UnionNames<B> = {
  readonly [S in AllKeys<StateOf<B, "names">>]: B extends unknown
    ? S extends keyof StateOf<B, "names">
      ? StateOf<B, "names">[S]
      : undefined
    : never;
};
type AllKeys<T> = T extends unknown ? keyof T : never;

/** A query: steps, what counts throughout, and the results. Immutable; each method gives a new one. */
export interface Query<
  O extends Ontology,
  Ids extends string,
  K extends KindOf<O>,
  L extends RelationOf<O>,
  P extends readonly string[],
  N extends Names,
> extends Branch<O, Ids, K, L, P, N, "query">,
    Clauses<Query<O, Ids, K, L, P, N>>,
    Iterable<RowOf<O, K, P, N>> {
  /**
   * Keeps one row of those that stand on the same entity, with the same named entities (or only the named ones given):
   * the first of the most certain, in the place of the first.
   */
  distinct(...by: (keyof N & string)[]): Query<O, Ids, K, L, P, N>;
  /** Orders the rows, first by the first key; what is not recorded comes last, and ties stay in their order. */
  orderBy(...keys: OrderKeyOf<O, K, L, N>[]): Query<O, Ids, K, L, P, N>;
  /** Keeps the first rows, after leaving out `offset` of them. @throws InvalidQueryError `plan/invalid-range` */
  limit(count: number, offset?: number): Query<O, Ids, K, L, P, N>;
  /**
   * Gathers the rows by the entity stood on, a named step's entity, an attribute, or something of the last claim.
   * @example
   * query(graph).from("port").out("opensTo").groupBy("label").count().toArray();
   * // [{ key: "Kazakhstan", count: 1, certain: 1, … }, { key: "Kyrgyzstan", count: 1, certain: 1, … }]
   */
  groupBy<const G extends GroupKeyOf<O, K, L, N> = { readonly attribute: "id" }>(
    by?: G,
  ): Grouping<O, K, N, G>;

  /** All rows, with the counts of what was set aside. Cost: the claims of the entities on the way. */
  toArray(): Answer<RowOf<O, K, P, N>>;
  /** The first row. */
  first(): RowOf<O, K, P, N> | undefined;
  /** How many rows there are. */
  count(): number;
  /** Ids of the entities that the rows stand on, each once, in the order of the rows. */
  ids(): readonly string[];
  /** The claims that each row walked, as paths. */
  paths(): Answer<Path<ClaimOf<O, P[number] & RelationOf<O>>>>;
  /** Every claim that some row rests on, once, ordered by id, with its own certainty. */
  claims(): Answer<ClaimRow<ClaimOf<O, P[number] & RelationOf<O>>>>;
  /** The query as frozen JSON data: see `parsePlan` and `evaluate`. */
  plan(): Plan;
}

/** A query before its beginning. */
export interface QueryStart<O extends Ontology, Ids extends string> {
  /**
   * Begins from all entities of a kind or several, ordered by id; from an id or several, in their order; or from the
   * entities that meet tests. A word that is both is a kind.
   * @throws NotFoundError `graph/unknown-entity` when the query runs
   * @example
   * query(graph).from({ kind: "port", modes: { contains: "rail" } }).ids(); // ["port/alashankou", …]
   */
  from<const K extends KindOf<O> = KindOf<O>>(
    tests: { readonly kind?: K | readonly K[] } & Omit<EntityTestsOf<O, NoInfer<K>, Ids>, "kind">,
  ): Query<O, Ids, K, never, [], NoNames>;
  /** The same, from a kind or an id, or several of either. */
  from<const F extends KindOf<O> | Ids>(
    start: F | readonly F[],
  ): Query<O, Ids, KindFrom<O, F>, never, [], NoNames>;
}

/** The kinds that a beginning stands on: a kind itself, or the one that an id begins with. */
export type KindFrom<O extends Ontology, F extends string> =
  F extends KindOf<O>
    ? F
    : F extends `${infer Prefix}/${string}`
      ? Prefix extends KindOf<O>
        ? Prefix
        : KindOf<O>
      : KindOf<O>;
