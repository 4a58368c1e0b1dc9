/**
 * From records known to be valid to a graph. The bundled dataset and a user's own take the same path; the bundled one
 * comes here directly, because the build of the package has made the checks.
 */
import { MultiDirectedGraph } from "graphology";
import { identifierPrefix } from "../identifier.ts";
import type { ClaimRecord } from "../model/claim.ts";
import { type EntityRecord, nameIn } from "../model/entity.ts";
import type { DatasetInfo, DatasetRecords } from "../model/record.ts";
import type { Source } from "../model/source.ts";
import type { Ontology } from "../ontology/define.ts";
import { findRelation } from "../ontology/ontology.ts";
import type { GraphAttributes, KnowledgeGraph } from "./knowledge-graph.ts";

const UNNAMED: DatasetInfo = Object.freeze({ name: "unnamed", version: "0.0.0", license: "unstated" });

/** The kind of an entity record: stated, or the prefix of its id. */
export function kindOfRecord(record: Pick<EntityRecord, "id" | "kind">): string | undefined {
  return record.kind ?? identifierPrefix(record.id);
}

/**
 * Builds the graph of records already known to be valid and used nowhere else: they become the attributes themselves.
 *
 * @param labels the entities' labels in their order, where they are known; made from the names otherwise
 */
export function buildGraph<O extends Ontology>(
  records: DatasetRecords,
  ontology: O,
  labels?: readonly string[],
): KnowledgeGraph<O> {
  const graph = new MultiDirectedGraph<object, object, GraphAttributes<O>>();
  const sources: Record<string, Source> = Object.create(null);
  for (const source of records.sources) sources[source.id] = source;
  graph.replaceAttributes({ ontology, sources, dataset: records.dataset ?? UNNAMED });
  let next = 0;
  for (const entity of records.entities as Mutable<EntityRecord>[]) {
    entity.kind = kindOfRecord(entity) as string;
    entity.label = labels?.[next++] ?? nameIn(entity);
    graph.addNode(entity.id, entity);
  }
  for (const claim of records.claims as Mutable<ClaimRecord>[]) {
    claim.label = findRelation(ontology, claim.relation)?.label ?? claim.relation;
    graph.addDirectedEdgeWithKey(claim.id, claim.subject, claim.object, claim);
  }
  return graph as unknown as KnowledgeGraph<O>;
}

type Mutable<T> = { -readonly [Field in keyof T]: T[Field] };
