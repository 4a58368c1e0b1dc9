/**
 * Groups of rows as the builder's callers see them.
 */
import type { EntityOf } from "../model/entity.ts";
import type { Ontology } from "../ontology/define.ts";
import type { KindOf } from "../ontology/ontology.ts";
import type { Answer } from "./answer.ts";
import type { Names } from "./builder-rows.ts";
import type { Plan, Scalar } from "./plan.ts";

/** One group. `Entity` is the entity grouped by, if it was one. */
export interface GroupRow<Entity> {
  /** The id, attribute or claim's value grouped by; `undefined` where it is not recorded. */
  readonly key: Scalar | undefined;
  readonly entity: Entity;
  readonly certainty: "certain" | "possible";
  /** Ids of the claims that make it only possible. */
  readonly possibleBecause: readonly string[];
}

/** How many rows, claims or entities a group has. */
export interface CountRow<Entity> extends GroupRow<Entity> {
  readonly count: number;
  /** How many of them are certain. */
  readonly certain: number;
}

/** A sum or an extreme of figures, in the unit of the group's first claim. */
export interface FigureRow<Entity> extends GroupRow<Entity> {
  readonly value: number;
  /** The least and the greatest it may be, by the figures' hedges and digits; infinite where they set no bound. */
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  /** Ids of the claims it rests on: all that are summed, or those that give the extreme. */
  readonly claims: readonly string[];
}

/** Rows gathered by a key, before it is said what is wanted of them. */
export interface Grouping<O extends Ontology, K extends KindOf<O>, N extends Names, G> {
  /** Rows; or different `claims`, or different entities of a named step. */
  count(of?: "claims" | (keyof N & string)): Groups<CountRow<GroupEntity<O, K, N, G>>>;
  /**
   * The sum of the last claims' figures, each claim once. Refused where they are not figures of one thing.
   * @throws InvalidQueryError when the query runs: `query/mixed-units`, `query/mixed-periods`, `query/mixed-scopes`,
   *   `query/mixed-indicators`, `query/not-additive` (growth, shares, rates), `query/rival-figures` (two claims on the
   *   same matter), `query/no-quantity`
   */
  sum(): Groups<FigureRow<GroupEntity<O, K, N, G>>>;
  /** The least of the last claims' figures. @throws InvalidQueryError `query/mixed-units`, `query/mixed-indicators` */
  min(): Groups<FigureRow<GroupEntity<O, K, N, G>>>;
  /** The greatest of the last claims' figures; otherwise as `min`. */
  max(): Groups<FigureRow<GroupEntity<O, K, N, G>>>;
}

/** Groups, ordered by key unless told otherwise. Immutable. */
export interface Groups<Row> extends Iterable<Row> {
  /**
   * Orders the groups by what was measured, figures in one unit; ties by key.
   * @throws InvalidQueryError `query/mixed-units` when asked, where the units of groups do not convert
   */
  orderByMeasure(order?: "ascending" | "descending"): Groups<Row>;
  /** The first groups only. */
  limit(count: number): Groups<Row>;
  /** Runs the query: the groups, and what was set aside. */
  toArray(): Answer<Row>;
  /** The query as frozen JSON data: see `parsePlan` and `evaluate`. */
  plan(): Plan;
}

/** The entity that a group is of: where one groups by no key, an id or a named step; else `undefined`. */
type GroupEntity<O extends Ontology, K extends KindOf<O>, N extends Names, G> = [G] extends [keyof N]
  ? EntityOf<O, N[G] & KindOf<O>> | Extract<N[G], undefined>
  : G extends "id" | { readonly attribute: "id" }
    ? EntityOf<O, K>
    : G extends { readonly step: infer S extends keyof N; readonly attribute?: "id" }
      ? EntityOf<O, N[S] & KindOf<O>> | Extract<N[S], undefined>
      : G extends { readonly step: keyof N; readonly attribute: string } | string | object
        ? undefined
        : EntityOf<O, K>;
