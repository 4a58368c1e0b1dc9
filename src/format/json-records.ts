/**
 * Records as plain JSON objects for drawing libraries: the columns of the tables, with names and citations whole.
 */
import { claimColumns } from "./claim-columns.ts";
import { entityColumns } from "./entity-columns.ts";
import type { ClaimRow, EntityRow, ExportView } from "./export-view.ts";
import type { LossTally } from "./loss.ts";
import { ALL, type Carries, fieldsOf, isRecord, noteOmissions } from "./omissions.ts";
import { type Cell, type Column, carriedBy } from "./tabular.ts";

/** Whatever JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** What every entity has that is written as JSON. */
export interface JsonEntity {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
}

/** What every claim has that is written as JSON; `subject` and `object` are ids. */
export interface JsonClaim {
  readonly id: string;
  readonly subject: string;
  readonly subjectLabel: string;
  readonly relation: string;
  /** The relation's label. */
  readonly label: string;
  readonly object: string;
  readonly objectLabel: string;
  readonly status: string;
  /** Whether every citation denies it. */
  readonly denied: boolean;
  /** Whether it reads the same both ways. */
  readonly symmetric: boolean;
}

/** What stands once for the whole graph: the dataset's own record and the sources. */
export interface JsonFrame {
  readonly dataset: Json;
  readonly sources: readonly Json[];
}

/** Writes the records of a view; every object is new at every call. */
export interface JsonRecords {
  entity(row: EntityRow): JsonObject & JsonEntity;
  claim(row: ClaimRow): JsonObject & JsonClaim;
  readonly graph: JsonFrame;
}

/**
 * The records of a view as flat objects under the names of {@link entityColumns} and {@link claimColumns}; absent
 * values have no key. `names`, `identifiers`, `citations` and `equivalents` are as the records have them. Reports what
 * remains: attributes that users have added and that are no plain values.
 *
 * @param taken names that a library gives to what is no attribute of the data
 */
export function jsonRecords(
  view: ExportView,
  tally: LossTally,
  taken: { readonly nodes?: readonly string[]; readonly edges?: readonly string[] } = {},
): JsonRecords {
  const nodes = entityColumns(view, taken.nodes).filter(({ name }) => !WHOLE.has(name));
  const edges = claimColumns(view, taken.edges).filter(({ name }) => !WHOLE.has(name));
  const whole = fieldsOf(["names", "identifiers", "citations", "quantity.equivalents"]);
  const also =
    (carries: Carries): Carries =>
    (path, value, record) =>
      carries(path, value, record) || whole(path, value, record);
  noteOmissions(view, tally, {
    entity: also(carriedBy(nodes)),
    claim: also(carriedBy(edges)),
    source: ALL,
    allSources: true,
    dataset: ALL,
  });
  return {
    entity: (row) => ({
      ...(cells(nodes, row) as JsonObject & JsonEntity),
      ...present({ names: row.entity.names, identifiers: row.entity.identifiers }),
    }),
    claim: (row) => ({
      ...(cells(edges, row) as JsonObject & JsonClaim),
      ...present({ equivalents: row.claim.quantity?.equivalents, citations: row.claim.citations }),
    }),
    graph: {
      dataset: plainCopy(view.dataset) ?? null,
      sources: view.sources.map((source) => plainCopy(source) ?? null),
    },
  };
}

/** Columns that would flatten what these objects hold whole. */
const WHOLE: ReadonlySet<string> = new Set(["names", "identifiers", "equivalents"]);

function cells<R>(columns: readonly Column<R>[], row: R): Record<string, Json> {
  const entries = columns.flatMap((column): [string, Json][] => {
    const cell: Cell = column.cell(row);
    if (cell === undefined) return [];
    return [[column.name, typeof cell === "object" ? [...cell] : cell]];
  });
  return Object.fromEntries(entries);
}

function present(fields: Readonly<Record<string, unknown>>): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, Json][] => {
      const copy = plainCopy(value);
      return copy === undefined ? [] : [[name, copy]];
    }),
  );
}

/** Deeper than any record, so that cycles end. */
const DEEPEST = 12;

/**
 * A deep copy of what JSON can hold. Absent and other values are left out of objects; in lists they become `null`.
 * `undefined` if nothing can be held.
 *
 * @param inOrder keys in code-unit order, so that equal records give equal text; as they come where order has a meaning
 */
export function plainCopy(value: unknown, inOrder = true, depth = 0): Json | undefined {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) return value.map((item) => plainCopy(item, inOrder, depth + 1) ?? null);
  if (!isRecord(value)) return undefined;
  const names = inOrder ? Object.keys(value).sort() : Object.keys(value);
  return Object.fromEntries(
    names.flatMap((name): [string, Json][] => {
      const copy = plainCopy(value[name], inOrder, depth + 1);
      return copy === undefined ? [] : [[name, copy]];
    }),
  );
}
