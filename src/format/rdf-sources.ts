/**
 * Sources and the dataset itself as RDF: Dublin Core and schema.org for documents, PROV-O for what repeats what.
 */
import type { Source } from "../model/source.ts";
import { type RdfSheet, valuesOf } from "./rdf-attributes.ts";
import { absoluteIri } from "./rdf-terms.ts";

/** Adds what the dataset says of itself. */
export function addDataset({ view, iris, list }: RdfSheet): void {
  const { dataset } = view;
  if (!dataset) return;
  const { name, version, license, title, description, coverage } = dataset;
  list.add(iris.base, "rdf:type", absoluteIri("schema:Dataset"), name);
  list.add(iris.base, "schema:name", name, name);
  list.add(iris.base, "schema:version", version, name);
  list.add(iris.base, "schema:license", license, name);
  list.add(iris.base, "dcterms:title", title, name);
  list.add(iris.base, "dcterms:description", description, name);
  list.add(iris.base, "kg:coversFrom", coverage?.from, name);
  list.add(iris.base, "kg:coversTo", coverage?.to, name);
  for (const matter of coverage?.covers ?? []) list.add(iris.base, "kg:covers", matter, name);
  for (const matter of coverage?.silentOn ?? []) list.add(iris.base, "kg:silentOn", matter, name);
}

/** Fields of sources with how each is written; those of the publisher on a resource of its own. */
export const SOURCE_FIELDS = [
  ["id", undefined],
  ["title", undefined],
  ["titleLang", "kg:titleLanguage"],
  ["titleByEditors", "kg:titleByEditors"],
  ["publisher.name", "schema:name"],
  ["publisher.owner", "kg:owner"],
  ["publisher.class", "kg:publisherClass"],
  ["publisher.classifiedBy", "kg:classifiedBy"],
  ["publisher.classifiedOn", "kg:classifiedOn"],
  ["publisher.classNote", "kg:classNote"],
  ["host", "kg:host"],
  ["authors", "dc:creator"],
  ["genre", "dc:type"],
  ["language", "dc:language"],
  ["translatedFrom", "kg:translatedFrom"],
  ["url", undefined],
  ["published", "dcterms:issued"],
  ["dateEvidence", "kg:dateEvidence"],
  ["accessed", "kg:accessed"],
  ["held", "kg:held"],
  ["reprintOf", undefined],
  ["derivedFrom", undefined],
  ["text.length", "kg:textLength"],
  ["text.sha256", "kg:textSha256"],
] as const;

/** Adds a source and its publisher. */
export function addSource({ iris, list, tally }: RdfSheet, source: Source): void {
  const { id, title, titleLang, url, reprintOf, derivedFrom } = source;
  const iri = iris.source(id);
  const publisher = `${iri}#publisher`;
  list.add(iri, "rdf:type", absoluteIri("schema:CreativeWork"), id);
  list.add(iri, "rdf:type", absoluteIri("prov:Entity"), id);
  list.add(iri, "dcterms:title", title, id, titleLang);
  list.add(iri, "dcterms:publisher", publisher, id);
  list.add(publisher, "rdf:type", absoluteIri("prov:Organization"), id);
  if (url !== undefined) {
    const address = absoluteIri(url);
    if (address !== url)
      tally.note("replaced", "source.url", "an IRI holds such characters only encoded", id, url);
    list.add(iri, "schema:url", address, id);
  }
  if (reprintOf !== undefined) list.add(iri, "kg:reprintOf", iris.source(reprintOf), id);
  if (derivedFrom !== undefined) list.add(iri, "prov:wasDerivedFrom", iris.source(derivedFrom), id);
  for (const [path, predicate] of SOURCE_FIELDS) {
    if (predicate === undefined) continue;
    const value = path
      .split(".")
      .reduce<unknown>((record, field) => (record as Record<string, unknown>)?.[field], source);
    const subject = path.startsWith("publisher.") ? publisher : iri;
    for (const item of valuesOf(value)) list.add(subject, predicate, item, id);
  }
}
