/**
 * The six tables that hold everything: entities and claims for most uses; names, citations, sources and the dataset for
 * the rest. CSV and Parquet write the same columns, and the reader of CSV goes by them.
 */
import type { DatasetInfo } from "../model/record.ts";
import { claimColumns } from "./claim-columns.ts";
import { entityColumns } from "./entity-columns.ts";
import {
  CITATION_COLUMNS,
  citationRows,
  DATASET_COLUMNS,
  NAME_COLUMNS,
  nameRows,
  SOURCE_COLUMNS,
} from "./evidence-columns.ts";
import type { ExportView } from "./export-view.ts";
import type { LossTally } from "./loss.ts";
import { type Carries, fieldsOf, noteOmissions } from "./omissions.ts";
import { type Column, carriedBy } from "./tabular.ts";

/** The tables, in the order in which they are written. */
export const TABLE_NAMES = ["entities", "claims", "names", "citations", "sources", "dataset"] as const;

/** The name of a table. */
export type TableName = (typeof TABLE_NAMES)[number];

/** What a row has at least: the id of its record, or of the record that it belongs to. */
export interface TableRow {
  readonly id: string;
}

/** Columns and rows. */
export interface Table {
  /** What a row is of, as loss reports name it: `claim.citations`. */
  readonly of: string;
  readonly columns: readonly Column<TableRow>[];
  readonly rows: readonly TableRow[];
}

/**
 * The tables of a view; those of an empty graph have the columns that its ontology gives to every graph.
 *
 * @param taken names that the format uses itself in the tables of entities and claims
 */
export function exportTables(
  view: ExportView,
  taken: { readonly entities?: readonly string[]; readonly claims?: readonly string[] } = {},
): Readonly<Record<TableName, Table>> {
  return {
    entities: { of: "entity", columns: entityColumns(view, taken.entities), rows: view.entities },
    claims: { of: "claim", columns: claimColumns(view, taken.claims), rows: view.claims },
    names: { of: "entity.names", columns: NAME_COLUMNS, rows: nameRows(view) },
    citations: { of: "claim.citations", columns: CITATION_COLUMNS, rows: citationRows(view) },
    sources: { of: "source", columns: SOURCE_COLUMNS, rows: view.sources },
    dataset: {
      of: "dataset",
      columns: DATASET_COLUMNS as readonly Column<DatasetInfo & TableRow>[],
      rows: view.dataset ? [{ ...view.dataset, id: view.dataset.name }] : [],
    },
  };
}

/** Reports what of a view's records none of its tables holds. */
export function noteUntabled(
  view: ExportView,
  tally: LossTally,
  { entities, claims, names, citations, sources, dataset }: Readonly<Record<TableName, Table>>,
): void {
  noteOmissions(view, tally, {
    entity: either(carriedBy(entities.columns), fieldsOf(prefixed("names", names))),
    claim: either(carriedBy(claims.columns), fieldsOf(prefixed("citations", citations))),
    source: carriedBy(sources.columns),
    allSources: true,
    dataset: carriedBy(dataset.columns),
  });
}

function prefixed(of: string, { columns }: Table): string[] {
  return columns.flatMap(({ carries }) => carries.map((path) => `${of}.${path}`));
}

function either(a: Carries, b: Carries): Carries {
  return (path, value, record) => a(path, value, record) || b(path, value, record);
}
