/**
 * What every writer walks: the entities and claims of a graph in order of id, so that the same records give the same
 * bytes in whatever order they were added.
 */
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import { findEntity, mentionedOnly } from "../graph/mentioned.ts";
import {
  type AnyClaim,
  type AnyEntity,
  claimNumbers,
  entityNumbers,
  type ReadGraph,
} from "../graph/read-graph.ts";
import { compareIds, readGraph } from "../graph/temporal-index.ts";
import { type EntityCore, nameIn } from "../model/entity.ts";
import type { DatasetInfo } from "../model/record.ts";
import type { Source } from "../model/source.ts";
import type { Ontology } from "../ontology/define.ts";

/** How labels are written: an option of every export that shows them. */
export interface LabelOptions {
  /** Language of entities' labels (BCP 47), where a name in it is known; each node's own `label` when absent. */
  readonly lang?: string;
}

/** An entity with the key of its node. */
export interface EntityRow {
  readonly id: string;
  readonly entity: AnyEntity;
}

/** A claim with the key of its edge, its number in the index and the ids of its ends. */
export interface ClaimRow {
  readonly id: string;
  readonly number: number;
  readonly claim: AnyClaim;
  readonly subject: string;
  readonly object: string;
}

/** A graph as an export sees it. The records are the graph's own: treat them as frozen. */
export interface ExportView {
  readonly read: ReadGraph;
  readonly ontology: Ontology;
  readonly entities: readonly EntityRow[];
  /** Entities that the records name but that are no nodes: those of a part of a graph. */
  readonly mentioned: readonly EntityRow[];
  readonly claims: readonly ClaimRow[];
  readonly sources: readonly Source[];
  /** Absent only where somebody took it off the graph. */
  readonly dataset: DatasetInfo | undefined;
  /** What stands among the graph's own attributes besides the ontology, the sources and the dataset. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** The label of an entity, in the language asked for; the id where there is none. */
  label(id: string): string;
}

/**
 * The view of a graph, everything in code-unit order of ids.
 *
 * @throws KnowledgeGraphError `graph/not-a-knowledge-graph`
 */
export function exportView<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  { lang }: LabelOptions = {},
): ExportView {
  const read = readGraph(graph);
  const { ontology, sources, dataset, mentioned, ...attributes } = graph.getAttributes();
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => compareIds(a.id, b.id);
  return {
    read,
    ontology,
    dataset,
    attributes,
    entities: entityNumbers(read)
      .map((number) => ({ id: read.entityId(number), entity: read.entity(number) }))
      .sort(byId),
    mentioned: mentionedOnly(read)
      .map(([id, entity]) => ({ id, entity }))
      .sort(byId),
    claims: claimNumbers(read)
      .map((number) => ({
        id: read.claimId(number),
        number,
        claim: read.claim(number),
        subject: read.entityId(read.columns.subject[number] as number),
        object: read.entityId(read.columns.object[number] as number),
      }))
      .sort(byId),
    sources: Object.values(sources).sort(byId),
    label: (id) => {
      const entity = findEntity(read, id);
      return entity ? labelOf(id, entity, lang) : id;
    },
  };
}

/** The same for writers of records rather than pictures: entities that are only mentioned are among the others. */
export function recordView<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  options?: LabelOptions,
): ExportView {
  const view = exportView(graph, options);
  const entities = [...view.entities, ...view.mentioned].sort((a, b) => compareIds(a.id, b.id));
  return { ...view, entities, mentioned: [] };
}

function labelOf(
  id: string,
  entity: EntityCore & { readonly label?: string },
  lang: string | undefined,
): string {
  const label = typeof entity.label === "string" ? entity.label : undefined;
  if (lang === undefined && label !== undefined) return label;
  return (entity.names?.length ?? 0) > 0 ? nameIn(entity, lang) : (label ?? id);
}
