/**
 * From a graph back to the records it was made of: to write them, to merge them, to make another graph.
 */
import { identifierPrefix } from "../identifier.ts";
import type { DatasetInfo, DatasetRecords } from "../model/record.ts";
import { recordShapes } from "../model/record.ts";
import type { ObjectShape } from "../model/shape.ts";
import type { Ontology } from "../ontology/define.ts";
import type { ReadableGraph } from "./knowledge-graph.ts";
import { mentionedOnly } from "./mentioned.ts";
import { claimNumbers, entityNumbers } from "./read-graph.ts";
import { readGraph } from "./temporal-index.ts";

/**
 * The records of a graph, live or frozen, as it is now: new objects, whose names, citations and other inner values are
 * the graph's own, so treat them as frozen. They hold what the format and the ontology declare; whatever else stands on
 * nodes and edges, such as the places that a layout gave them, is no part of the data. Of a part of a graph, the entities
 * that it only mentions come after those that are its nodes, so that the records are a whole dataset. `kind` is given only where the id
 * does not begin with it, `dataset` only where the graph has been told what it is of. Linear in the records.
 *
 * @throws KnowledgeGraphError `graph/not-a-knowledge-graph`
 * @example
 * recordsOf(graph).entities.find(({ id }) => id === "country/japan")?.iso3; // "JPN"
 */
export function recordsOf<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
): DatasetRecords {
  const read = readGraph(graph);
  const { kinds, relations } = recordShapes(read.ontology);
  const { dataset } = graph.getAttributes();
  const nodes = entityNumbers(read).map((number) => [read.entityId(number), read.entity(number)] as const);
  const entities = [...nodes, ...mentionedOnly(read)].map(([id, record]) => {
    const { kind, ...entity } = declared(record, kinds.get(record.kind));
    return { ...entity, id, ...(kind !== identifierPrefix(id) && { kind }) };
  });
  const claims = claimNumbers(read).map((number) => {
    const claim = read.claim(number);
    return { ...declared(claim, relations.get(claim.relation)), id: read.claimId(number) };
  });
  const records = { sources: Object.values(read.sources), entities, claims };
  return { ...(isNamed(dataset) && { dataset }), ...records } as unknown as DatasetRecords;
}

/** The fields of a record that its shape has; all but the label where its kind or relation is not known. */
function declared(record: object, shape: ObjectShape | undefined): Readonly<Record<string, unknown>> {
  const fields = Object.entries(record).filter(([name, value]) => {
    return value !== undefined && (shape ? Object.hasOwn(shape.fields, name) : name !== "label");
  });
  return Object.fromEntries(fields);
}

/** Whether this is more than what a graph says of itself that nobody has named. */
function isNamed(dataset: DatasetInfo | undefined): boolean {
  return dataset !== undefined && (dataset.name !== "unnamed" || dataset.version !== "0.0.0");
}
