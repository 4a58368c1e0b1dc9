/**
 * Entities as RDF: their kind, names by SKOS-XL with who writes them, codes in other registers, attributes.
 */
import { compareIds } from "../graph/temporal-index.ts";
import { findKind } from "../ontology/ontology.ts";
import type { EntityRow } from "./export-view.ts";
import { addAttributes, type RdfSheet } from "./rdf-attributes.ts";
import { absoluteIri } from "./rdf-terms.ts";

/** Fields of entities that the export writes otherwise than as attributes. */
export const ENTITY_FIELDS = [
  ...["id", "kind", "label", "names.value", "names.lang", "names.source", "names.inferred", "identifiers"],
];

/** Adds an entity. */
export function addEntity(sheet: RdfSheet, { id, entity }: EntityRow): void {
  const { view, iris, list } = sheet;
  const iri = iris.entity(id);
  const definition = findKind(view.ontology, entity.kind);
  const label = view.label(id);
  const { kind, names = [], identifiers = {} } = entity;
  if (definition) list.add(iri, "rdf:type", absoluteIri(definition.iri), id);
  list.add(iri, "kg:kind", kind, id);
  list.add(iri, "rdfs:label", label, id, names.find(({ value }) => value === label)?.lang);
  names.forEach(({ value, lang, source, inferred }, i) => {
    const name = `${iri}#name-${i + 1}`;
    list.add(iri, "skos:altLabel", value, id, lang);
    list.add(iri, "skosxl:altLabel", name, id);
    list.add(name, "rdf:type", absoluteIri("skosxl:Label"), id);
    list.add(name, "skosxl:literalForm", value, id, lang);
    if (source !== undefined) list.add(name, "prov:hadPrimarySource", iris.source(source), id);
    list.add(name, "kg:addedByEditors", inferred, id);
  });
  const registers = Object.entries(identifiers).sort(([a], [b]) => compareIds(a, b));
  registers.forEach(([register, code], i) => {
    const identifier = `${iri}#identifier-${i + 1}`;
    list.add(iri, "schema:identifier", identifier, id);
    list.add(identifier, "rdf:type", absoluteIri("schema:PropertyValue"), id);
    list.add(identifier, "schema:propertyID", register, id);
    list.add(identifier, "schema:value", code, id);
  });
  addAttributes(sheet, iri, id, "entity", entity, definition?.attributes ?? {}, ENTITY_FIELDS);
}
