/**
 * From records to graph. The bundled dataset and a user's own take the same path; only the checks are left out where
 * the build has already made them.
 */
import { MultiDirectedGraph } from "graphology";
import { InvalidRecordError } from "../errors.ts";
import type { ClaimRecord } from "../model/claim.ts";
import { type EntityRecord, nameIn } from "../model/entity.ts";
import type { DatasetInfo, DatasetRecords } from "../model/record.ts";
import type { Source } from "../model/source.ts";
import type { Ontology } from "../ontology/define.ts";
import { findRelation, type XinjiangOntology, xinjiangOntology } from "../ontology/ontology.ts";
import type { GraphAttributes, KnowledgeGraph } from "./knowledge-graph.ts";
import { kindOfRecord, type ValidateOptions, validateRecords } from "./validate.ts";

const UNNAMED: DatasetInfo = Object.freeze({ name: "unnamed", version: "0.0.0", license: "unstated" });

/**
 * Checks records and builds their graph: a graphology `MultiDirectedGraph`, nodes keyed by entity id, edges keyed by
 * claim id. The records themselves become the attributes, shallowly copied with `kind` and `label` added; names,
 * citations and other inner objects are shared with the input, so treat them as frozen. Linear in the records.
 *
 * @param ontology the bundled one unless given; extend it with `defineOntology`
 * @throws InvalidRecordError with every problem found (codes under `validateRecords`); nothing is built then
 * @example
 * const graph = assembleGraph({
 *   sources: [], claims: [],
 *   entities: [{ id: "port/alashankou", names: [{ value: "Alashankou Port", lang: "en" }] }],
 * });
 * graph.getNodeAttribute("port/alashankou", "label"); // "Alashankou Port"
 */
export function assembleGraph(records: DatasetRecords): KnowledgeGraph<XinjiangOntology>;
export function assembleGraph<O extends Ontology>(
  records: DatasetRecords,
  ontology: O,
  options?: ValidateOptions,
): KnowledgeGraph<O>;
export function assembleGraph(
  records: DatasetRecords,
  ontology: Ontology = xinjiangOntology,
  options: ValidateOptions = {},
): unknown {
  const issues = validateRecords(records, ontology, options);
  if (issues.length > 0) throw new InvalidRecordError(issues);
  const copies = {
    ...records,
    entities: records.entities.map((entity) => ({ ...entity })),
    claims: records.claims.map((claim) => ({ ...claim })),
  };
  return buildGraph(copies, ontology);
}

/**
 * Builds the graph of records already known to be valid and used nowhere else: they become the attributes themselves.
 */
export function buildGraph<O extends Ontology>(records: DatasetRecords, ontology: O): KnowledgeGraph<O> {
  const graph = new MultiDirectedGraph<object, object, GraphAttributes<O>>();
  const sources: Record<string, Source> = Object.create(null);
  for (const source of records.sources) sources[source.id] = source;
  graph.replaceAttributes({ ontology, sources, dataset: records.dataset ?? UNNAMED });
  for (const entity of records.entities as Mutable<EntityRecord>[]) {
    entity.kind = kindOfRecord(entity) as string;
    entity.label = nameIn(entity);
    graph.addNode(entity.id, entity);
  }
  for (const claim of records.claims as Mutable<ClaimRecord>[]) {
    claim.label = findRelation(ontology, claim.relation)?.label ?? claim.relation;
    graph.addDirectedEdgeWithKey(claim.id, claim.subject, claim.object, claim);
  }
  return graph as unknown as KnowledgeGraph<O>;
}

type Mutable<T> = { -readonly [Field in keyof T]: T[Field] };
