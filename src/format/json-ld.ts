/**
 * JSON-LD 1.1 with its context inside: nothing is ever fetched.
 *
 * @see https://www.w3.org/TR/json-ld11/
 * @module xinjiang-graph/format/json-ld
 */
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import type { Ontology } from "../ontology/define.ts";
import type { LabelOptions } from "./export-view.ts";
import type { Json, JsonObject } from "./json-records.ts";
import type { LossReport } from "./loss.ts";
import { rdfDataset } from "./rdf-dataset.ts";
import type { Iris, Quad, RdfOptions, Term } from "./rdf-terms.ts";
import { DATATYPES, expandIri, PREDICATES, PREFIXES, type ValueType } from "./rdf-vocabulary.ts";

/** A document: its context and one node object a subject. */
export interface JsonLdDocument {
  readonly "@context": JsonObject;
  readonly "@graph": readonly JsonObject[];
}

/**
 * The graph as JSON-LD, the same quads as `toNQuads`. The context maps prefixes and says which values are IRIs, dates
 * and numbers; it is the same for every graph under one ontology and base. Numbers stand as texts with a datatype, so that
 * no reader rounds them. Record after record in order of id, a node object a subject, with `@graph` where a claim says
 * something. Linear in the records.
 *
 * @throws InvalidQueryError `format/unknown-option`, `format/invalid-option`; KnowledgeGraphError
 *   `graph/not-a-knowledge-graph`
 * @example
 * toJsonLd(graph).data["@graph"].find((node) => node["@id"] === "claim:biedieli-port-opens-to-kyrgyzstan");
 * // { "@id": "claim:biedieli-port-opens-to-kyrgyzstan", "@type": ["kg:Claim", "prov:Entity"], "kg:status": "actual", …,
 * //   "@graph": [{ "@id": "entity:port/biedieli", "https://…/opensTo": { "@id": "entity:country/kyrgyzstan" } }] }
 */
export function toJsonLd<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  options: RdfOptions & LabelOptions = {},
): { readonly data: JsonLdDocument; readonly loss: LossReport } {
  const { records, iris, tally } = rdfDataset(graph, "JSON-LD", options);
  const prefixes = prefixesOf(iris);
  const compact = compactor(prefixes);
  const nodes: JsonObject[] = [];
  for (const quads of records) nodes.push(...nodesOfRecord(quads, compact));
  return { data: { "@context": contextOf(prefixes), "@graph": nodes }, loss: tally.report() };
}

/** One node object a subject; what a claim says is the graph of its node. */
function nodesOfRecord(quads: readonly Quad[], compact: Compact): JsonObject[] {
  const described = nodesOf(
    quads.filter(({ graph }) => graph === undefined),
    compact,
  );
  const said = quads.filter(({ graph }) => graph !== undefined);
  return Array.from(described, ([subject, node]) => {
    const inner = said.filter(({ graph }) => graph === subject);
    return inner.length > 0 ? { ...node, "@graph": [...nodesOf(inner, compact).values()] } : node;
  });
}

type Compact = (iri: string) => string;

function prefixesOf(iris: Iris): Readonly<Record<string, string>> {
  return {
    ...PREFIXES,
    attr: iris.attribute(""),
    claim: iris.claim(""),
    entity: iris.entity(""),
    source: iris.source(""),
  };
}

function contextOf(prefixes: Readonly<Record<string, string>>): JsonObject {
  const types = Object.entries(PREDICATES).flatMap(([predicate, type]): [string, Json][] => {
    if (type === "text" || predicate === "rdf:type") return [];
    return [[predicate, { "@type": coercionOf(type) }]];
  });
  return { "@version": 1.1, ...prefixes, ...Object.fromEntries(types) };
}

function coercionOf(type: Exclude<ValueType, "text">): string {
  return type === "iri" ? "@id" : DATATYPES[type];
}

/** Shortens IRIs by the longest prefix that fits. */
function compactor(prefixes: Readonly<Record<string, string>>): Compact {
  const byLength = Object.entries(prefixes).sort(([, a], [, b]) => b.length - a.length);
  return (iri) => {
    const found = byLength.find(([, start]) => iri.startsWith(start) && iri.length > start.length);
    const rest = found && iri.slice(found[1].length);
    return found && !rest?.startsWith("//") ? `${found[0]}:${rest}` : iri;
  };
}

/** One node object a subject, by IRI, predicates in the order of the quads. */
function nodesOf(quads: readonly Quad[], compact: Compact): Map<string, Record<string, Json>> {
  const nodes = new Map<string, Map<string, Json[]>>();
  for (const { subject, predicate, object } of quads) {
    const properties = nodes.get(subject) ?? new Map<string, Json[]>();
    nodes.set(subject, properties);
    const key = predicate === TYPE ? "@type" : compact(predicate);
    const values = properties.get(key) ?? [];
    properties.set(key, values);
    values.push(jsonValue(key, object, compact));
  }
  return new Map(
    [...nodes].map(([subject, properties]) => {
      const entries = [...properties].map(([key, values]): [string, Json] => [
        key,
        values.length === 1 ? (values[0] as Json) : values,
      ]);
      return [subject, Object.fromEntries([["@id", compact(subject)], ...entries])];
    }),
  );
}

const TYPE = expandIri("rdf:type");

/** A value, bare where the context says its type. */
function jsonValue(key: string, object: Term, compact: Compact): Json {
  const coerced = Object.hasOwn(PREDICATES, key) ? PREDICATES[key as keyof typeof PREDICATES] : undefined;
  if ("iri" in object) {
    const iri = compact(object.iri);
    return key === "@type" || coerced === "iri" ? iri : { "@id": iri };
  }
  const { text, language, datatype } = object;
  if (language !== undefined) return { "@value": text, "@language": language };
  if (coerced === undefined || coerced === "text" || coerced === "iri") {
    return datatype === undefined ? text : { "@value": text, "@type": compact(datatype) };
  }
  if (datatype === DATATYPES[coerced]) return text;
  return datatype === undefined ? { "@value": text } : { "@value": text, "@type": compact(datatype) };
}
