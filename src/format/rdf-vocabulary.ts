/**
 * The RDF vocabulary of the exports: Web Annotation for citations, PROV-O for who said it, OWL-Time for when, SKOS-XL
 * for names, Dublin Core and schema.org for documents, and `kg:` for what none of them has.
 *
 * @see https://www.w3.org/TR/annotation-vocab/ https://www.w3.org/TR/prov-o/ https://www.w3.org/TR/owl-time/
 */

/** Prefixes of all that is fixed. JSON-LD adds `entity`, `claim`, `source` and `attr` for the dataset at hand. */
export const PREFIXES = {
  dc: "http://purl.org/dc/elements/1.1/",
  dcterms: "http://purl.org/dc/terms/",
  kg: "https://xinjiang-graph.invalid/vocabulary#",
  oa: "http://www.w3.org/ns/oa#",
  owl: "http://www.w3.org/2002/07/owl#",
  prov: "http://www.w3.org/ns/prov#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  schema: "https://schema.org/",
  skos: "http://www.w3.org/2004/02/skos/core#",
  skosxl: "http://www.w3.org/2008/05/skos-xl#",
  time: "http://www.w3.org/2006/time#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

/** What a predicate's values are: resources, texts (with or without a language), or literals of one datatype. */
export type ValueType = "iri" | "text" | "edtf" | "date" | "integer" | "offset" | "number" | "boolean";

/** Datatypes of the values that are neither resources nor texts. EDTF as the Library of Congress names it. */
export const DATATYPES: Readonly<Record<Exclude<ValueType, "iri" | "text">, string>> = {
  edtf: "http://id.loc.gov/datatypes/edtf",
  date: `${PREFIXES.xsd}date`,
  integer: `${PREFIXES.xsd}integer`,
  offset: `${PREFIXES.xsd}nonNegativeInteger`,
  // Not xsd:double: some readers of JSON-LD write doubles anew, with 16 digits, and 80.4 becomes 80.40000000000001.
  number: `${PREFIXES.xsd}decimal`,
  boolean: `${PREFIXES.xsd}boolean`,
};

/** Every fixed predicate with the type of its values. */
export const PREDICATES = {
  "rdf:type": "iri",
  "rdfs:label": "text",
  // entities
  "kg:kind": "text",
  "skos:altLabel": "text",
  "skosxl:altLabel": "iri",
  "skosxl:literalForm": "text",
  "kg:addedByEditors": "boolean",
  "schema:identifier": "iri",
  "schema:propertyID": "text",
  "schema:value": "text",
  // claims
  "kg:relation": "iri",
  "kg:relationName": "text",
  "kg:status": "text",
  "kg:inference": "text",
  "kg:scopePartner": "iri",
  "kg:scopePlace": "iri",
  "kg:scopeWithin": "iri",
  "kg:scopePart": "text",
  // times
  "time:hasTime": "iri",
  "time:hasBeginning": "iri",
  "time:hasEnd": "iri",
  "time:inXSDDate": "date",
  "kg:valid": "edtf",
  "kg:validAs": "text",
  "kg:attested": "edtf",
  "kg:earliest": "date",
  "kg:latest": "date",
  // quantities
  "kg:quantity": "iri",
  "kg:value": "number",
  "kg:valueAsWritten": "text",
  "schema:unitText": "text",
  "kg:comparator": "text",
  "kg:statedLow": "text",
  "kg:statedHigh": "text",
  "kg:asReported": "text",
  "kg:equivalent": "iri",
  // citations
  "oa:hasBody": "iri",
  "oa:hasTarget": "iri",
  "oa:motivatedBy": "iri",
  "oa:hasSource": "iri",
  "oa:hasSelector": "iri",
  "oa:start": "offset",
  "oa:end": "offset",
  "kg:offsetUnit": "text",
  "kg:passageLength": "integer",
  "kg:passageHash": "text",
  "kg:passageSha256": "text",
  "kg:voice": "text",
  "kg:stance": "text",
  "kg:stated": "edtf",
  "kg:readAs": "text",
  "kg:speakerDescription": "text",
  "prov:wasAttributedTo": "iri",
  "prov:hadPrimarySource": "iri",
  // sources
  "dcterms:title": "text",
  "kg:titleLanguage": "text",
  "kg:titleByEditors": "boolean",
  "dcterms:publisher": "iri",
  "schema:name": "text",
  "kg:owner": "text",
  "kg:publisherClass": "text",
  "kg:classifiedBy": "text",
  "kg:classifiedOn": "edtf",
  "kg:classNote": "text",
  "kg:host": "text",
  "dc:creator": "text",
  "dc:type": "text",
  "dc:language": "text",
  "kg:translatedFrom": "text",
  "schema:url": "iri",
  "dcterms:issued": "edtf",
  "kg:dateEvidence": "text",
  "kg:accessed": "edtf",
  "kg:held": "edtf",
  "kg:reprintOf": "iri",
  "prov:wasDerivedFrom": "iri",
  "kg:textLength": "integer",
  "kg:textSha256": "text",
  // the dataset
  "schema:version": "text",
  "schema:license": "text",
  "dcterms:description": "text",
  "kg:coversFrom": "edtf",
  "kg:coversTo": "edtf",
  "kg:covers": "text",
  "kg:silentOn": "text",
} as const satisfies Readonly<Record<string, ValueType>>;

export type Predicate = keyof typeof PREDICATES;

/** A compact IRI (`oa:start`) in full; a text without a known prefix as it is. */
export function expandIri(compact: string): string {
  const colon = compact.indexOf(":");
  const prefix = compact.slice(0, colon);
  return Object.hasOwn(PREFIXES, prefix) && !compact.startsWith("//", colon + 1)
    ? `${PREFIXES[prefix as keyof typeof PREFIXES]}${compact.slice(colon + 1)}`
    : compact;
}
