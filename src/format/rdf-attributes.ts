/**
 * What all RDF of a graph is written with, and the attributes of its records as statements.
 */
import type { AttributeDescriptor, AttributeDescriptors } from "../ontology/define.ts";
import type { ExportView } from "./export-view.ts";
import type { LossTally } from "./loss.ts";
import { type Carries, fieldsOf } from "./omissions.ts";
import type { Iris, QuadList } from "./rdf-terms.ts";
import type { ValueType } from "./rdf-vocabulary.ts";
import { fitCell } from "./tabular.ts";

/** What each record is written with. */
export interface RdfSheet {
  readonly view: ExportView;
  readonly iris: Iris;
  readonly list: QuadList;
  readonly tally: LossTally;
}

/** Carries the fields named, and every attribute that {@link addAttributes} can write. */
export function withAttributes(fields: readonly string[]): Carries {
  const known = isWhole(fieldsOf(fields));
  const inner = new Set(fields.map((field) => field.split(".")[0]));
  return (path, value, record) =>
    known(path, value, record) ||
    (!inner.has(path) && Object.hasOwn(record, path) && valuesOf(value).length > 0);
}

/** An empty list leaves no statement. */
export function isWhole(carries: Carries): Carries {
  return (path, value, record) =>
    !(Array.isArray(value) && value.length === 0) && carries(path, value, record);
}

/** The attributes of a record, those that the ontology declares and those that users have added, by their own names. */
export function addAttributes(
  { iris, list, tally }: RdfSheet,
  subject: string,
  id: string,
  record: "entity" | "claim",
  values: Readonly<Record<string, unknown>>,
  declared: AttributeDescriptors,
  fields: readonly string[],
): void {
  const core = new Set(fields.map((field) => field.split(".")[0]));
  for (const name of Object.keys(values).sort()) {
    if (core.has(name)) continue;
    const descriptor = Object.hasOwn(declared, name) ? declared[name] : undefined;
    const items = valuesOf(values[name]);
    for (const item of items) {
      const type = valueType(descriptor, item);
      const value = type === "iri" ? iris.entity(String(item)) : item;
      list.addAttribute(subject, iris.attribute(name), type, value, id);
    }
    if (items.length > 1) {
      const reason = "RDF keeps neither the order nor the repetitions of a list";
      tally.note("approximated", `${record}.${name}`, reason, id, values[name]);
    }
  }
}

/** The values that become statements: a scalar itself, the texts of a list; none of anything else. */
export function valuesOf(value: unknown): readonly (string | number | boolean)[] {
  if (typeof value === "number") return Number.isFinite(value) ? [value] : [];
  if (typeof value === "string" || typeof value === "boolean") return [value];
  return (fitCell("list", value) as readonly string[] | undefined) ?? [];
}

function valueType(descriptor: AttributeDescriptor | undefined, value: string | number | boolean): ValueType {
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") {
    return descriptor?.type === "integer" && Number.isInteger(value) ? "integer" : "number";
  }
  return descriptor?.type === "reference" || descriptor?.type === "references" ? "iri" : "text";
}
