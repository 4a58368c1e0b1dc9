/**
 * RDF quads in memory, and how ids become IRIs.
 */
import { LONE_SURROGATES } from "./characters.ts";
import type { LossTally } from "./loss.ts";
import { DATATYPES, expandIri, PREDICATES, type Predicate, type ValueType } from "./rdf-vocabulary.ts";

/** An IRI or a literal; a literal without language and datatype is a plain text. */
export type Term =
  | { readonly iri: string }
  | { readonly text: string; readonly language?: string; readonly datatype?: string };

/** One statement; in the default graph if `graph` is absent. All IRIs in full. */
export interface Quad {
  readonly subject: string;
  readonly predicate: string;
  readonly object: Term;
  readonly graph?: string;
}

/** Options of the RDF exports. */
export interface RdfOptions {
  /**
   * What the IRIs of entities, claims and sources begin with, `entity/`, `claim/` or `source/` following; the
   * ontology's IRI and a slash unless given.
   */
  readonly base?: string;
}

/** The IRIs of one dataset. */
export interface Iris {
  readonly base: string;
  entity(id: string): string;
  claim(id: string): string;
  source(id: string): string;
  /** The predicate of an attribute that the ontology declares or a user has added. */
  attribute(name: string): string;
}

/** What IRIs of a dataset begin with. */
export function irisOf(ontologyIri: string, base: string | undefined): Iris {
  const ontology = absoluteIri(ontologyIri);
  const root = absoluteIri(base ?? `${ontology.replace(/[#/]$/, "")}/`);
  const attributes = /[#/]$/.test(ontology) ? ontology : `${ontology}#`;
  return {
    base: root,
    entity: (id) => `${root}entity/${encodePath(id)}`,
    claim: (id) => `${root}claim/${encodePath(id)}`,
    source: (id) => `${root}source/${encodePath(id)}`,
    attribute: (name) => `${attributes}${encode(name)}`,
  };
}

/**
 * A text as an absolute IRI: known prefixes expanded, characters that no IRI may hold percent-encoded, `urn:name:` before
 * what has no scheme.
 */
export function absoluteIri(text: string): string {
  const full = encodeForbidden(expandIri(text));
  return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(full) ? full : `urn:name:${full}`;
}

/** Percent-encodes what N-Quads forbids between `<` and `>`. */
function encodeForbidden(text: string): string {
  return text.replace(LONE_SURROGATES, "\uFFFD").replace(/[\s\p{Cc}<>"{}|\\^`]/gu, encodeURIComponent);
}

/** An id as the path of an IRI. Slashes stay; `.` and `..` are encoded, or a reader might resolve them. */
function encodePath(id: string): string {
  return id
    .split("/")
    .map((part) => (/^\.{1,2}$/.test(part) ? part.replaceAll(".", "%2E") : encode(part)))
    .join("/");
}

function encode(text: string): string {
  return encodeURIComponent(text.replace(LONE_SURROGATES, "\uFFFD"));
}

const LANGUAGE = /^[A-Za-z]+(?:-[A-Za-z0-9]+)*$/;

/** Collects the quads of a record, each once; texts that UTF-8 cannot hold are replaced and reported. */
export class QuadList {
  private quads = new Map<string, Quad>();

  constructor(private readonly tally: LossTally) {}

  /** What has been collected since the last taking. */
  take(): readonly Quad[] {
    const taken = [...this.quads.values()];
    this.quads = new Map();
    return taken;
  }

  /** A statement with a fixed predicate; nothing where the value is absent. `about` is the record's id, for the report. */
  add(
    subject: string,
    predicate: Predicate,
    value: string | number | boolean | undefined,
    about: string,
    language?: string,
  ): void {
    if (value === undefined) return;
    const object = this.term(PREDICATES[predicate], value, predicate, about, language);
    this.put({ subject, predicate: expandIri(predicate), object });
  }

  /** A statement with the predicate of an attribute. */
  addAttribute(
    subject: string,
    iri: string,
    type: ValueType,
    value: string | number | boolean,
    about: string,
  ): void {
    this.put({ subject, predicate: iri, object: this.term(type, value, iri, about) });
  }

  /** A statement in a graph of its own: not asserted, only said. */
  addNamed(graph: string, subject: string, predicate: string, object: string): void {
    this.put({ subject, predicate, object: { iri: object }, graph });
  }

  private put(quad: Quad): void {
    this.quads.set(JSON.stringify(quad), quad);
  }

  private term(
    type: ValueType,
    value: string | number | boolean,
    predicate: string,
    about: string,
    language?: string,
  ): Term {
    const text = String(value);
    if (type === "iri") return { iri: text };
    const safe = text.replace(LONE_SURROGATES, "\uFFFD");
    if (safe !== text) {
      const reason = "half a surrogate pair cannot be written in UTF-8; each became U+FFFD";
      this.tally.note("replaced", predicate, reason, about, text);
    }
    if (type === "integer" || type === "offset" || type === "number") {
      if (typeof value !== "number" || !Number.isFinite(value)) return { text: safe };
      const exact = type !== "number" && Number.isInteger(value);
      return { text: decimalText(value), datatype: exact ? DATATYPES[type] : DATATYPES.number };
    }
    if (type !== "text") return { text: safe, datatype: DATATYPES[type] };
    if (language === undefined) return { text: safe };
    if (LANGUAGE.test(language)) return { text: safe, language };
    this.tally.note("omitted", "entity.names.lang", "it is no language tag", about, language);
    return { text: safe };
  }
}

/** The shortest decimal that reads back as the same number, without the exponent that XML Schema forbids in decimals. */
function decimalText(value: number): string {
  const text = String(value);
  const [, sign = "", first = "", rest = "", exponent = "0"] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (first === "") return text;
  const point = Number(exponent) + 1;
  return point > 0
    ? `${sign}${(first + rest).padEnd(point, "0")}`
    : `${sign}0.${"0".repeat(-point)}${first}${rest}`;
}
