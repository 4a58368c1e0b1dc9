/**
 * Entities that the records of a graph name but that are no nodes of it. Part of a graph has them: who spoke in its
 * citations, what its figures are a share of. It keeps their records beside the sources, so that it stays whole without
 * drawing them.
 */
import type { AttributeDescriptors, Ontology } from "../ontology/define.ts";
import { findKind, findRelation } from "../ontology/ontology.ts";
import type { KnowledgeGraph } from "./knowledge-graph.ts";
import type { AnyClaim, AnyEntity, ReadGraph } from "./read-graph.ts";

/** Entities by id; no prototype. */
export type Mentioned = Readonly<Record<string, AnyEntity>>;

/** Nothing mentioned. */
export const NONE_MENTIONED: Mentioned = Object.freeze(Object.create(null));

/** The record of an entity, node or only mentioned; `undefined` where the graph holds none. */
export function findEntity(read: ReadGraph, id: string): AnyEntity | undefined {
  const number = read.entityNumber(id);
  if (number >= 0) return read.entity(number);
  return Object.hasOwn(read.mentioned, id) ? read.mentioned[id] : undefined;
}

/** The entities that are mentioned and no nodes, by id. */
export function mentionedOnly(read: ReadGraph): [id: string, entity: AnyEntity][] {
  return Object.entries(read.mentioned).filter(([id]) => read.entityNumber(id) < 0);
}

/**
 * Puts among the attributes of a part what its records, and the records so added, mention.
 *
 * @param find the record of an entity in the whole
 */
export function keepMentioned<O extends Ontology, Ids extends string>(
  part: KnowledgeGraph<O, Ids>,
  ontology: Ontology,
  find: (id: string) => AnyEntity | undefined,
): void {
  const mentioned: Record<string, AnyEntity> = Object.create(null);
  const pending = new Set<string>();
  const name = (ids: readonly unknown[]): void => {
    for (const id of ids) if (typeof id === "string" && !part.hasNode(id)) pending.add(id);
  };
  const nameAll = (entity: AnyEntity): void =>
    name(references(entity, findKind(ontology, entity.kind)?.attributes));
  part.forEachNode((_id, entity) => nameAll(entity as unknown as AnyEntity));
  part.forEachEdge((_id, attributes) => {
    const claim = attributes as unknown as AnyClaim;
    const { partner, place, within } = claim.scope ?? {};
    name(references(claim, findRelation(ontology, claim.relation)?.attributes));
    name([partner, place, within, ...claim.citations.map(({ speaker }) => speaker)]);
  });
  // A set is walked to the end of what is added on the way.
  for (const id of pending) {
    const entity = find(id);
    if (!entity) continue;
    mentioned[id] = entity;
    nameAll(entity);
  }
  if (Object.keys(mentioned).length > 0) part.setAttribute("mentioned", mentioned as never);
  else part.removeAttribute("mentioned");
}

/** The ids in the attributes that refer to entities. */
function references(
  record: Readonly<Record<string, unknown>>,
  attributes: AttributeDescriptors = {},
): unknown[] {
  return Object.entries(attributes).flatMap(([name, { type }]) => {
    if (!type.startsWith("reference") || !Object.hasOwn(record, name)) return [];
    return record[name];
  });
}
