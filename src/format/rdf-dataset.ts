/**
 * A graph as RDF quads, from which both N-Quads and JSON-LD are written.
 */
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import type { Ontology } from "../ontology/define.ts";
import { checkExportOptions } from "./export-options.ts";
import { type LabelOptions, recordView } from "./export-view.ts";
import { LossTally } from "./loss.ts";
import { fieldsOf, noteOmissions } from "./omissions.ts";
import { isWhole, type RdfSheet, withAttributes } from "./rdf-attributes.ts";
import { addClaim, addRelations, CLAIM_FIELDS } from "./rdf-claims.ts";
import { addEntity, ENTITY_FIELDS } from "./rdf-entities.ts";
import { addDataset, addSource, SOURCE_FIELDS } from "./rdf-sources.ts";
import { type Iris, irisOf, type Quad, QuadList, type RdfOptions } from "./rdf-terms.ts";

/** What the exports are written from. */
export interface RdfDataset {
  /** The quads of one record after the other, each once in its record; made as they are asked for. */
  readonly records: Iterable<readonly Quad[]>;
  readonly iris: Iris;
  /** Complete when all records have been asked for. */
  readonly tally: LossTally;
}

/**
 * The graph as quads. A claim is a resource of the default graph that says when, how much and on whose word; what it
 * claims stands as one statement in a graph that bears the claim's IRI, so that no source's word becomes a fact. No
 * blank nodes. Linear in the records.
 */
export function rdfDataset<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  format: string,
  options: RdfOptions & LabelOptions,
): RdfDataset {
  checkExportOptions(options, { lang: "text", base: "text" });
  const view = recordView(graph, options);
  const tally = new LossTally(format);
  const list = new QuadList(tally);
  const iris = irisOf(view.ontology.iri, options.base);
  const sheet: RdfSheet = { view, iris, list, tally };
  noteOmissions(view, tally, {
    entity: withAttributes(ENTITY_FIELDS),
    claim: withAttributes(CLAIM_FIELDS),
    source: isWhole(fieldsOf(SOURCE_FIELDS.map(([field]) => field))),
    allSources: true,
    dataset: isWhole(fieldsOf(["name", "version", "license", "title", "description", "coverage"])),
  });
  return { records: quadsByRecord(sheet), iris, tally };
}

function* quadsByRecord(sheet: RdfSheet): Generator<readonly Quad[], void, void> {
  const { view, list } = sheet;
  addDataset(sheet);
  addRelations(sheet);
  yield list.take();
  for (const row of view.entities) {
    addEntity(sheet, row);
    yield list.take();
  }
  for (const row of view.claims) {
    addClaim(sheet, row);
    yield list.take();
  }
  for (const source of view.sources) {
    addSource(sheet, source);
    yield list.take();
  }
}
