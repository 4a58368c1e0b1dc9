/**
 * Numbers of things in words.
 */
import type { DatasetRecords } from "../model/record.ts";

/** "1 problem", "2 problems". */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "1 source, 3 entities, 2 claims". */
export function countsOf({ sources, entities, claims }: DatasetRecords): string {
  return [
    counted(sources.length, "source", "sources"),
    counted(entities.length, "entity", "entities"),
    counted(claims.length, "claim", "claims"),
  ].join(", ");
}
