/**
 * Entities by kind, ordered by id: where queries begin.
 */
import { compareIds, type ReadGraph } from "./read-graph.ts";

/** Numbers of all entities by kind, each list ordered by id. Linear in the entities, besides sorting them. */
export function entitiesByKind(
  read: Pick<ReadGraph, "entityCount" | "hasEntity" | "entity" | "entityId">,
): ReadonlyMap<string, readonly number[]> {
  const kinds = new Map<string, number[]>();
  for (let entity = 0; entity < read.entityCount; entity++) {
    if (!read.hasEntity(entity)) continue;
    const { kind } = read.entity(entity);
    const list = kinds.get(kind);
    if (list) list.push(entity);
    else kinds.set(kind, [entity]);
  }
  for (const list of kinds.values()) list.sort((a, b) => compareIds(read.entityId(a), read.entityId(b)));
  return kinds;
}
