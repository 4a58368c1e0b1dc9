/**
 * Claims and their citations as RDF: the claim in a graph of its own, its time by OWL-Time, each citation a Web Annotation
 * whose target is the passage.
 */
import type { Citation } from "../model/citation.ts";
import type { Equivalent } from "../model/quantity.ts";
import { findRelation } from "../ontology/ontology.ts";
import { finiteValue } from "./claim-columns.ts";
import type { ClaimRow } from "./export-view.ts";
import { addAttributes, type RdfSheet } from "./rdf-attributes.ts";
import { absoluteIri } from "./rdf-terms.ts";
import { dayCell } from "./tabular.ts";

/** Fields of claims that the export writes otherwise than as attributes. */
export const CLAIM_FIELDS = [
  ...["id", "subject", "relation", "object", "label", "status", "inferred", "valid", "validAs", "attested"],
  ...["value", "unit", "comparator", "low", "high", "asReported", "equivalents"].map(
    (field) => `quantity.${field}`,
  ),
  ...["partner", "place", "within", "part"].map((field) => `scope.${field}`),
  ...["source", "start", "end", "length", "hash", "sha256"].map((field) => `citations.${field}`),
  ...["speaker", "speakerDescription", "voice", "stance", "stated", "readAs"].map(
    (field) => `citations.${field}`,
  ),
];

/** Says of the symmetric relations in use that they are. */
export function addRelations({ view, list }: RdfSheet): void {
  for (const name of new Set(view.claims.map(({ claim }) => claim.relation))) {
    const definition = findRelation(view.ontology, name);
    if (!definition?.symmetric) continue;
    list.add(absoluteIri(definition.iri), "rdf:type", absoluteIri("owl:SymmetricProperty"), name);
  }
}

/** Adds a claim: its statement in a graph of its own, and all that is known of it in the default graph. */
export function addClaim(sheet: RdfSheet, row: ClaimRow): void {
  const { view, iris, list } = sheet;
  const { id, claim } = row;
  const iri = iris.claim(id);
  const definition = findRelation(view.ontology, claim.relation);
  const relation = definition ? absoluteIri(definition.iri) : iris.attribute(claim.relation);
  list.addNamed(iri, iris.entity(row.subject), relation, iris.entity(row.object));
  list.add(iri, "rdf:type", absoluteIri("kg:Claim"), id);
  list.add(iri, "rdf:type", absoluteIri("prov:Entity"), id);
  list.add(iri, "rdfs:label", claim.label, id);
  list.add(iri, "kg:relation", relation, id);
  list.add(iri, "kg:relationName", claim.relation, id);
  list.add(iri, "kg:status", claim.status, id);
  list.add(iri, "kg:inference", claim.inferred, id);
  for (const field of ["Partner", "Place", "Within"] as const) {
    const entity = claim.scope?.[field.toLowerCase() as "partner" | "place" | "within"];
    if (entity !== undefined) list.add(iri, `kg:scope${field}`, iris.entity(entity), id);
  }
  list.add(iri, "kg:scopePart", claim.scope?.part, id);
  addTime(sheet, row, iri);
  addQuantity(sheet, row, iri);
  addAttributes(sheet, iri, id, "claim", claim, definition?.attributes ?? {}, CLAIM_FIELDS);
  claim.citations.forEach((citation, i) => {
    addCitation(sheet, iri, id, citation, i + 1);
  });
}

/**
 * The time of a claim: a `time:TemporalEntity` as written, its beginning and end instants known between `kg:earliest` and
 * `kg:latest`; `time:inXSDDate` where both are the same day. XML Schema 1.1 dates: year 0 is 1 BC.
 */
function addTime({ view, list }: RdfSheet, { id, number, claim }: ClaimRow, iri: string): void {
  const time = `${iri}#time`;
  list.add(iri, "time:hasTime", time, id);
  list.add(time, "rdf:type", absoluteIri("time:TemporalEntity"), id);
  list.add(time, "kg:valid", claim.valid, id);
  list.add(time, "kg:validAs", claim.validAs, id);
  for (const day of claim.attested ?? []) list.add(time, "kg:attested", day, id);
  const columns = view.read.columns;
  const day = (bound: "earliestStart" | "latestStart" | "earliestEnd" | "latestEnd"): string | undefined =>
    dayCell(columns[bound][number] as number);
  const instant = (
    name: string,
    earliest: string | undefined,
    latest: string | undefined,
  ): string | undefined => {
    if (earliest === undefined && latest === undefined) return undefined;
    const moment = `${iri}#${name}`;
    list.add(moment, "rdf:type", absoluteIri("time:Instant"), id);
    list.add(moment, "kg:earliest", earliest, id);
    list.add(moment, "kg:latest", latest, id);
    if (earliest === latest) list.add(moment, "time:inXSDDate", earliest, id);
    return moment;
  };
  list.add(time, "time:hasBeginning", instant("beginning", day("earliestStart"), day("latestStart")), id);
  list.add(time, "time:hasEnd", instant("end", day("earliestEnd"), day("latestEnd")), id);
}

function addQuantity({ list }: RdfSheet, { id, claim: { quantity } }: ClaimRow, iri: string): void {
  if (!quantity) return;
  const figure = `${iri}#quantity`;
  const add = (subject: string, { value, unit, comparator = "=" }: Equivalent): void => {
    list.add(subject, "rdf:type", absoluteIri("schema:QuantitativeValue"), id);
    list.add(subject, "kg:value", finiteValue({ value, unit }), id);
    list.add(subject, "kg:valueAsWritten", value, id);
    list.add(subject, "schema:unitText", unit, id);
    list.add(subject, "kg:comparator", comparator, id);
  };
  list.add(iri, "kg:quantity", figure, id);
  add(figure, quantity);
  list.add(figure, "kg:statedLow", quantity.low, id);
  list.add(figure, "kg:statedHigh", quantity.high, id);
  list.add(figure, "kg:asReported", quantity.asReported, id);
  quantity.equivalents?.forEach((equivalent, i) => {
    const other = `${figure}-equivalent-${i + 1}`;
    list.add(figure, "kg:equivalent", other, id);
    add(other, equivalent);
  });
}

/**
 * A citation as `oa:Annotation`: body the claim, target the passage of the source. The selector counts UTF-16 units, as the
 * dataset does, and says so; Web Annotation counts code points, which is the same up to the first character beyond the
 * Basic Multilingual Plane.
 */
function addCitation(
  { iris, list }: RdfSheet,
  claim: string,
  id: string,
  citation: Citation,
  number: number,
): void {
  const { source, start, end, length, hash, sha256, speaker } = citation;
  const annotation = `${claim}#citation-${number}`;
  const passage = `${claim}#passage-${number}`;
  list.add(claim, "prov:hadPrimarySource", iris.source(source), id);
  list.add(annotation, "rdf:type", absoluteIri("oa:Annotation"), id);
  list.add(annotation, "oa:motivatedBy", absoluteIri("oa:describing"), id);
  list.add(annotation, "oa:hasBody", claim, id);
  list.add(annotation, "oa:hasTarget", passage, id);
  list.add(passage, "rdf:type", absoluteIri("oa:SpecificResource"), id);
  list.add(passage, "oa:hasSource", iris.source(source), id);
  list.add(passage, "kg:passageLength", length, id);
  list.add(passage, "kg:passageHash", hash, id);
  list.add(passage, "kg:passageSha256", sha256, id);
  if (start !== undefined || end !== undefined) {
    const selector = `${claim}#selector-${number}`;
    list.add(passage, "oa:hasSelector", selector, id);
    list.add(selector, "rdf:type", absoluteIri("oa:TextPositionSelector"), id);
    list.add(selector, "oa:start", start, id);
    list.add(selector, "oa:end", end, id);
    list.add(selector, "kg:offsetUnit", "UTF-16 code units", id);
  }
  if (speaker !== undefined) list.add(annotation, "prov:wasAttributedTo", iris.entity(speaker), id);
  list.add(annotation, "kg:speakerDescription", citation.speakerDescription, id);
  list.add(annotation, "kg:voice", citation.voice, id);
  list.add(annotation, "kg:stance", citation.stance, id);
  list.add(annotation, "kg:stated", citation.stated, id);
  list.add(annotation, "kg:readAs", citation.readAs, id);
}
