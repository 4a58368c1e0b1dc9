/**
 * What every query reads: entities and claims by number, the times of claims as columns of day numbers, and for each
 * entity its claims sorted by relation and start. A live graph's index and a frozen graph both are one.
 */
import type { ClaimCore } from "../model/claim.ts";
import type { EntityCore } from "../model/entity.ts";
import type { Source } from "../model/source.ts";
import type { Ontology } from "../ontology/define.ts";

/** An entity as a query sees it, whatever its ontology. */
export type AnyEntity = EntityCore & {
  readonly kind: string;
  readonly label: string;
  readonly [name: string]: unknown;
};

/** A claim as a query sees it, whatever its ontology. */
export type AnyClaim = ClaimCore & { readonly label: string; readonly [name: string]: unknown };

/** One number a claim, by claim number. Days count from 1970-01-01; see `time/valid-time.ts` for the four bounds. */
export interface ClaimColumns extends ReportColumns {
  readonly subject: Int32Array;
  readonly object: Int32Array;
  /** Index into `relationNames`; {@link DROPPED} where the claim is no more. */
  readonly relation: Uint16Array;
  /** Index into `CLAIM_STATUSES`. */
  readonly status: Uint8Array;
  readonly earliestStart: Int32Array;
  readonly latestStart: Int32Array;
  readonly earliestEnd: Int32Array;
  readonly latestEnd: Int32Array;
  /** Bits of `time/time-question.ts` and {@link DENIED}, {@link REVISABLE}. */
  readonly flags: Uint8Array;
}

/** One number a claim: when it was published and said. */
export interface ReportColumns {
  /** First day on which a citation may have been published, and the day from which one certainly was. */
  readonly reportedFirst: Int32Array;
  readonly reportedSure: Int32Array;
  /** The same for when it was said. */
  readonly statedFirst: Int32Array;
  readonly statedSure: Int32Array;
  /** Whether the days of its citations together, as above, tell what one may know: see {@link Spread}. */
  readonly spread: Int32Array;
}

/** What a look at every claim reads, by claim number; see `scan-columns.ts`. */
export interface ScanColumns {
  /** What sort of claim it is: see `sortOf`. */
  readonly sorts: Int32Array;
  /** How many claims there are of each sort. */
  readonly counts: Int32Array;
  /** The claim certainly holds on some of the days from a to b if b has come to `sureFirst` and a not past `sureLast`. */
  readonly sureFirst: Int32Array;
  readonly sureLast: Int32Array;
  /** Numbers of the claims that may hold on days on which they do not certainly, ascending. */
  readonly blurred: Int32Array;
  /** For each of these, the first and the last day on which it may. */
  readonly blurredFirst: Int32Array;
  readonly blurredLast: Int32Array;
}

/** How the citations of a claim differ. */
export enum Spread {
  /** There is one. */
  one = 0,
  /** There are several, all of which deny the claim or none of which does. */
  agreed = 1,
  /** Some deny it, some do not. */
  divided = 2,
}

/** Every citation of the claim denies it. */
export const DENIED = 16;
/** The claim's bounds depend on which citations one may know of: they are worked out anew under a report date. */
export const REVISABLE = 32;
/** In the relation column: the claim has been dropped from the graph. */
export const DROPPED = 0xffff;

/** Code-unit order of ids: the same on every machine. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Which way one reads a claim from an entity. */
export type Side = "out" | "in";

/** The claims on one side: those of entity e from `slots[starts[e]]` up to `slots[ends[e]]`; see `claim-layout.ts`. */
export interface ClaimSide {
  readonly slots: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** All claims by number; see `claim-layout.ts`. */
export interface ClaimTables {
  readonly heads: Int32Array;
  readonly tails: Int32Array;
}

/** All claims by number, and by entity from either end, sorted by relation number, then earliest start, then id. */
export interface ClaimLayout extends ClaimTables {
  readonly out: ClaimSide;
  readonly in: ClaimSide;
}

export interface ReadGraph extends ClaimLayout {
  readonly ontology: Ontology;
  readonly sources: Readonly<Record<string, Source>>;
  /** Entities that the records of a part name but that are no nodes of it; see `mentioned.ts`. */
  readonly mentioned: Readonly<Record<string, AnyEntity>>;
  readonly relationNames: readonly string[];
  /** The number of each relation, as a list of one, which is what queries go through. */
  readonly relationNumbers: ReadonlyMap<string, readonly number[]>;
  /** One more than the greatest number of an entity; numbers of dropped entities are not used again. */
  readonly entityCount: number;
  /** One more than the greatest number of a claim. */
  readonly claimCount: number;
  /** Made whole when first asked for; to look at few claims, read the layout. */
  readonly columns: ClaimColumns;
  /**
   * What a look at every claim reads, where it is worth making: of a graph that is edited, from the second look between
   * two edits on, since making it takes as long as several looks without.
   */
  readonly scan: ScanColumns | undefined;
  /** When claims were published and said, by number; may be longer. Made when first asked for. */
  readonly reports: ReportColumns;
  /** Claims of numbers below this come in the order of their ids when they come in that of their numbers. */
  readonly numberedById: number;
  /** Whether the number is that of an entity of the graph: false once it is dropped. */
  hasEntity(entity: number): boolean;
  /** Whether the number is that of a claim of the graph: false once it is dropped. */
  hasClaim(claim: number): boolean;
  /** Number of an entity, or -1. */
  entityNumber(id: string): number;
  entityId(entity: number): string;
  entity(entity: number): AnyEntity;
  /** Number of a claim, or -1. */
  claimNumber(id: string): number;
  claimId(claim: number): string;
  claim(claim: number): AnyClaim;
  /** Numbers of the claims that cite a source, ascending. A view: do not write. */
  claimsOfSource(source: string): Int32Array;
  /** Numbers of the entities of a kind, ordered by id. A view: do not write. */
  entitiesOfKind(kind: string): readonly number[];
  /** Numbers of the entities that bear a name, folded by `foldName`. A view: do not write. */
  entitiesNamed(folded: string): readonly number[];
}

/** Order of two claims by id. */
export function compareClaims(read: ReadGraph, a: number, b: number): number {
  const { numberedById } = read;
  return a < numberedById && b < numberedById ? a - b : compareIds(read.claimId(a), read.claimId(b));
}

/** Each name's place among them, as a list of one. */
export function numbersOf(names: readonly string[]): ReadonlyMap<string, readonly number[]> {
  return new Map(names.map((name, number) => [name, Object.freeze([number])]));
}

/** The numbers of all entities. */
export function entityNumbers(read: ReadGraph): number[] {
  return numbersUpTo(read.entityCount, (number) => read.hasEntity(number));
}

/** The numbers of all claims. */
export function claimNumbers(read: ReadGraph): number[] {
  return numbersUpTo(read.claimCount, (number) => read.hasClaim(number));
}

function numbersUpTo(count: number, isThere: (number: number) => boolean): number[] {
  const numbers: number[] = [];
  for (let number = 0; number < count; number++) if (isThere(number)) numbers.push(number);
  return numbers;
}
