/**
 * A query as data: where it begins, its steps one after another, what counts throughout. Plain JSON, so that it can be
 * kept, sent and run elsewhere; the builder only ever appends to it.
 */
import { InvalidQueryError } from "../errors.ts";
import type { Direction } from "../ontology/ontology.ts";
import type { ClaimStatus, PublisherClass, Stance, Voice } from "../ontology/vocabulary.ts";
import type { ClaimFilter } from "./filter.ts";

/** Version of the plan's form. A reader refuses any other by name. */
export const PLAN_VERSION = 1;

/** A whole query. Frozen throughout where the library made it. */
export interface Plan {
  readonly version: typeof PLAN_VERSION;
  /** The entities it begins from; `{}` for all. */
  readonly from: EntityTests;
  readonly steps: readonly PlanStep[];
  /** Which claims count at every step that does not say otherwise. */
  readonly filter?: ClaimFilter;
  /** How the rows are gathered into groups, if they are. */
  readonly group?: PlanGroup;
}

/** One step of a plan: to other entities, a test, a name, a branch, or the order of rows. */
export type PlanStep =
  | WalkStep
  | { readonly step: "where"; readonly entity: EntityTests }
  | { readonly step: "whereClaim"; readonly claim: ClaimTests }
  | { readonly step: "as"; readonly name: string }
  | RepeatStep
  | { readonly step: "optional"; readonly steps: readonly PlanStep[] }
  | { readonly step: "union"; readonly branches: readonly (readonly PlanStep[])[] }
  | { readonly step: "distinct"; readonly by?: readonly string[] }
  | { readonly step: "orderBy"; readonly keys: readonly OrderKey[] }
  | { readonly step: "limit"; readonly count: number; readonly offset?: number };

/** To the other end of the claims of some relations. */
export interface WalkStep {
  readonly step: "walk";
  readonly direction: Direction;
  /** All relations when absent. */
  readonly relations?: readonly string[];
  /** What counts at this step: see `StepOptions` for how it joins the plan's own filter. */
  readonly filter?: ClaimFilter;
}

/** The same steps again, `min` to `max` times. */
export interface RepeatStep {
  readonly step: "repeat";
  readonly steps: readonly PlanStep[];
  readonly min: number;
  readonly max: number;
}

/** A value that an attribute may have. */
export type Scalar = string | number | boolean;

/**
 * What an attribute is to be: a value, one of several, or a test. A list attribute is tested by `contains` (all of the
 * values) or `containsAny`. An attribute that is not recorded meets no test but `{ known: false }`.
 */
export type ValueTest =
  | Scalar
  | readonly Scalar[]
  | { readonly not: Scalar | readonly Scalar[] }
  | { readonly known: boolean }
  | NumberTest
  | { readonly contains: Scalar | readonly Scalar[] }
  | { readonly containsAny: readonly Scalar[] };

/** Bounds for a number; all that are given must hold. */
export interface NumberTest {
  readonly above?: number;
  readonly atLeast?: number;
  readonly below?: number;
  readonly atMost?: number;
}

/**
 * A name or alias in any language. A text is the whole name; case and Unicode composition never matter. Under
 * `reportedBy`, names that only later sources write do not count.
 */
export type NameTest =
  | string
  | {
      readonly is?: string;
      readonly startsWith?: string;
      readonly contains?: string;
      /** Only names in this language or a variety of it: `zh` finds `zh-Hans`. */
      readonly lang?: string;
    };

/** Tests of an entity, all of which must hold: its kind, id, names, and any attribute that its kind declares. */
export interface EntityTests {
  readonly kind?: string | readonly string[];
  readonly id?: string | readonly string[];
  readonly names?: NameTest;
  readonly label?: ValueTest;
  readonly [attribute: string]: ValueTest | NameTest | undefined;
}

/** What a figure is compared with, in which unit; claims in units that do not convert are set aside. */
export interface QuantityTest extends NumberTest {
  readonly equals?: number;
  readonly unit: string;
}

/** What a claim's scope is to be: `none`, or equal to this in the fields given. */
export type ScopeTest =
  | "none"
  | {
      readonly partner?: string;
      readonly place?: string;
      readonly within?: string;
      readonly part?: string;
    };

/**
 * Tests of a claim, all of which must hold; those of source, speaker, publisher class, voice and stance by one and the
 * same citation. Other names are attributes that the relation declares.
 */
export interface ClaimTests {
  readonly status?: ClaimStatus | readonly ClaimStatus[];
  readonly source?: string | readonly string[];
  readonly speaker?: string | readonly string[];
  readonly publisherClass?: PublisherClass | readonly PublisherClass[];
  readonly voice?: Voice | readonly Voice[];
  readonly stance?: Stance | readonly Stance[];
  /** Answered by the figure's bounds: certain, possible or no. */
  readonly quantity?: QuantityTest;
  readonly scope?: ScopeTest;
  readonly [attribute: string]: ValueTest | QuantityTest | ScopeTest | undefined;
}

/** Something to order or group by. */
export type PlanKey =
  /** An attribute of the entity stood on, or of the one at a named step; `id` and `label` among them. */
  | { readonly attribute: string; readonly step?: string }
  /** `quantity`, `start`, `end`, `status`, or an attribute of the last claim walked. */
  | { readonly claim: string };

/** A key with the way it orders, ascending unless told otherwise. */
export type OrderKey = PlanKey & { readonly order?: "ascending" | "descending" };

/** How rows are gathered into groups. */
export interface PlanGroup {
  /** A key whose attribute is `id` gives the group's entity beside its key. */
  readonly by: PlanKey;
  readonly measure: "count" | "sum" | "min" | "max";
  /** For `count`: the different claims (`claims`), or the different entities of a named step; rows when absent. */
  readonly of?: string;
  /** By measure, the greatest first; by key when absent. */
  readonly order?: "ascending" | "descending";
  readonly limit?: number;
}

/** Words of a row that no named step may take. */
export const ROW_WORDS: readonly string[] = [
  "id",
  "entity",
  "claims",
  "certainty",
  "possibleBecause",
  "lastAttested",
  "constructor",
  "prototype",
];

/** Why a name will not do for a step; `undefined` if it will. */
export function stepNameProblem(name: unknown): string | undefined {
  if (typeof name !== "string" || !/^[a-z][A-Za-z0-9]{0,63}$/.test(name))
    return "is not camelCase letters and digits";
  return ROW_WORDS.includes(name) ? "is a word that rows use themselves" : undefined;
}

/** So deep no plan goes; what does, holds itself. */
const DEEPEST_DATA = 400;

/**
 * A deep copy of JSON data, frozen; fields that are `undefined` are left out.
 * @throws InvalidQueryError `plan/too-deep` for data without end
 */
export function frozenCopy<T>(value: T, depth = 0): T {
  if (typeof value !== "object" || value === null) return value;
  if (depth > DEEPEST_DATA) {
    throw new InvalidQueryError(
      "plan/too-deep",
      "The data of a plan hold themselves, or are nested without end.",
    );
  }
  if (Array.isArray(value)) return Object.freeze(value.map((one) => frozenCopy(one, depth + 1))) as T;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.freeze(
    Object.fromEntries(entries.map(([key, inner]) => [key, frozenCopy(inner, depth + 1)])),
  ) as T;
}
