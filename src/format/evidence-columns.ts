/**
 * The columns of what two tables of entities and claims cannot hold: names and citations apart, sources, the dataset.
 */
import type { Citation } from "../model/citation.ts";
import type { Name } from "../model/entity.ts";
import type { DatasetInfo } from "../model/record.ts";
import type { Source } from "../model/source.ts";
import type { ExportView } from "./export-view.ts";
import { type Column, type ColumnType, fitCell } from "./tabular.ts";

/** A name and the entity that bears it. */
export interface NameRow {
  readonly id: string;
  readonly name: Name;
}

/** A citation, the claim that it bears and its place among the claim's citations, from 1. */
export interface CitationRow {
  readonly id: string;
  readonly number: number;
  readonly citation: Citation;
}

/** Every name of every entity, in order of entity; a record's own order is kept. */
export function nameRows(view: ExportView): NameRow[] {
  return view.entities.flatMap(({ id, entity }) => (entity.names ?? []).map((name) => ({ id, name })));
}

/** Every citation of every claim, in order of claim; a record's own order is kept. */
export function citationRows(view: ExportView): CitationRow[] {
  return view.claims.flatMap(({ id, claim }) =>
    claim.citations.map((citation, i) => ({ id, number: i + 1, citation })),
  );
}

/** `entity`, `value`, `lang`, `source`, `inferred`. */
export const NAME_COLUMNS: readonly Column<NameRow>[] = [
  column("entity", "text", (row) => row.id),
  ...fields<NameRow>(
    (row) => row.name,
    [
      ["value", "text"],
      ["lang", "text"],
      ["source", "text"],
      ["inferred", "boolean"],
    ],
  ),
];

/** `claim`, `number` (from 1), then the citation's fields as a record has them. */
export const CITATION_COLUMNS: readonly Column<CitationRow>[] = [
  column("claim", "text", (row) => row.id),
  column("number", "integer", (row) => row.number),
  ...fields<CitationRow>(
    (row) => row.citation,
    [
      ["source", "text"],
      ["start", "integer"],
      ["end", "integer"],
      ["length", "integer"],
      ["hash", "text"],
      ["sha256", "text"],
      ["speaker", "text"],
      ["speakerDescription", "text"],
      ["voice", "text"],
      ["stance", "text"],
      ["stated", "text"],
      ["readAs", "text"],
    ],
  ),
];

/** The source's fields as a record has them; those of the publisher and the text with their names before them. */
export const SOURCE_COLUMNS: readonly Column<Source>[] = [
  ...fields<Source>(
    (source) => source,
    [
      ["id", "text"],
      ["title", "text"],
      ["titleLang", "text"],
      ["titleByEditors", "boolean"],
    ],
  ),
  ...fields<Source>(
    (source) => source.publisher,
    [
      ["name", "text"],
      ["owner", "text"],
      ["class", "text"],
      ["classifiedBy", "text"],
      ["classifiedOn", "text"],
      ["classNote", "text"],
    ],
    "publisher",
  ),
  ...fields<Source>(
    (source) => source,
    [
      ["host", "text"],
      ["authors", "list"],
      ["genre", "text"],
      ["language", "text"],
      ["translatedFrom", "text"],
      ["url", "text"],
      ["published", "text"],
      ["dateEvidence", "text"],
      ["accessed", "text"],
      ["held", "text"],
      ["reprintOf", "text"],
      ["derivedFrom", "text"],
    ],
  ),
  ...fields<Source>(
    (source) => source.text,
    [
      ["length", "integer"],
      ["sha256", "text"],
    ],
    "text",
  ),
];

/** What the dataset says of itself; its coverage as `coverageFrom`, `coverageTo`, `coverageCovers`, `coverageSilentOn`. */
export const DATASET_COLUMNS: readonly Column<DatasetInfo>[] = [
  ...fields<DatasetInfo>(
    (dataset) => dataset,
    [
      ["name", "text"],
      ["version", "text"],
      ["license", "text"],
      ["title", "text"],
      ["description", "text"],
    ],
  ),
  ...fields<DatasetInfo>(
    (dataset) => dataset.coverage,
    [
      ["from", "text"],
      ["to", "text"],
      ["covers", "list"],
      ["silentOn", "list"],
    ],
    "coverage",
  ),
];

function column<R>(name: string, type: ColumnType, cell: Column<R>["cell"]): Column<R> {
  return { name, type, carries: [], cell };
}

/** One column for each field of an object; with `of`, names and paths begin with it: `publisherName`, `publisher.name`. */
function fields<R>(
  objectOf: (row: R) => object | undefined,
  named: readonly (readonly [field: string, type: ColumnType])[],
  of?: string,
): Column<R>[] {
  return named.map(([field, type]) => {
    const path = of === undefined ? field : `${of}.${field}`;
    return {
      name: of === undefined ? field : `${of}${field.charAt(0).toUpperCase()}${field.slice(1)}`,
      type,
      attribute: path,
      carries: [path],
      cell: (row) => fitCell(type, (objectOf(row) as Readonly<Record<string, unknown>> | undefined)?.[field]),
    };
  });
}
