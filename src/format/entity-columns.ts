/**
 * The columns of entities: the common fields, every attribute that some kind declares, and what users have added to the
 * nodes.
 */

import { compareIds } from "../graph/temporal-index.ts";
import type { EntityRow, ExportView } from "./export-view.ts";
import { attributeColumn, attributeTypes, type Column, typeOfValues } from "./tabular.ts";

/** A column of entities. */
export type EntityColumn = Column<EntityRow>;

/**
 * The columns of a view's entities: `id`, `kind`, `label`, `names` (`value@language`), `identifiers` (`register=code`),
 * then attributes in the order of the ontology, then others by name.
 *
 * @param taken names that the format uses itself; an attribute of such a name gets `attribute` before it
 */
export function entityColumns(view: ExportView, taken: Iterable<string> = []): EntityColumn[] {
  const names = new Set([...CORE, ...taken]);
  const columns: EntityColumn[] = [
    { name: "id", type: "text", carries: ["id"], cell: (row) => row.id },
    { name: "kind", type: "text", carries: ["kind"], cell: (row) => row.entity.kind },
    { name: "label", type: "text", carries: ["label"], cell: (row) => view.label(row.id) },
    {
      name: "names",
      type: "list",
      carries: ["names.value", "names.lang"],
      cell: ({ entity }) => orNone(entity.names?.map(({ value, lang }) => `${value}@${lang}`)),
    },
    {
      name: "identifiers",
      type: "list",
      carries: ["identifiers"],
      cell: ({ entity }) =>
        orNone(
          Object.entries(entity.identifiers ?? {})
            .sort(([a], [b]) => compareIds(a, b))
            .map(([register, code]) => `${escapeEquals(register)}=${code}`),
        ),
    },
  ];
  const declared = attributeTypes(Object.values(view.ontology.kinds));
  const recordOf = (row: EntityRow): EntityRow["entity"] => row.entity;
  for (const [name, type] of declared) columns.push(attributeColumn(name, type, names, recordOf));
  const known = new Set([...CORE, ...declared.keys()]);
  return [...columns, ...addedColumns(view.entities, known, names, recordOf)];
}

const CORE = ["id", "kind", "label", "names", "identifiers"] as const;

/** Columns for attributes that the ontology does not know, by name; none for those that no cell could hold. */
export function addedColumns<R>(
  rows: readonly R[],
  known: ReadonlySet<string>,
  taken: Set<string>,
  recordOf: (row: R) => Readonly<Record<string, unknown>>,
): Column<R>[] {
  const values = new Map<string, unknown[]>();
  for (const row of rows) {
    for (const [name, value] of Object.entries(recordOf(row))) {
      if (known.has(name)) continue;
      const seen = values.get(name);
      if (seen) seen.push(value);
      else values.set(name, [value]);
    }
  }
  return [...values.keys()].sort().flatMap((name) => {
    const type = typeOfValues(values.get(name) ?? []);
    return type === undefined ? [] : [attributeColumn(name, type, taken, recordOf)];
  });
}

/** So that the first `=` without a backslash before it parts register and code. */
function escapeEquals(register: string): string {
  return register.replace(/[\\=]/g, "\\$&");
}

function orNone(texts: readonly string[] | undefined): readonly string[] | undefined {
  return texts && texts.length > 0 ? texts : undefined;
}
