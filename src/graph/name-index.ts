/**
 * Entities by name: whole names in any language, however they are cased and composed.
 */
import type { AnyEntity } from "./read-graph.ts";

/** A name as it is compared: composed, lower case, inner spaces single. */
export function foldName(name: string): string {
  return name.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** Entity numbers by folded name. */
export class NameIndex {
  private readonly entities = new Map<string, number[]>();
  private readonly names: (readonly string[] | undefined)[] = [];

  /** Numbers of the entities that bear the name. A view. */
  get(folded: string): readonly number[] {
    return this.entities.get(folded) ?? NONE;
  }

  /** Takes down the names of an entity as they are now; of none once it is dropped. */
  set(number: number, entity: AnyEntity | undefined): void {
    for (const name of this.names[number] ?? NONE) {
      const left = (this.entities.get(name) ?? []).filter((other) => other !== number);
      if (left.length > 0) this.entities.set(name, left);
      else this.entities.delete(name);
    }
    const folded = [...new Set((entity?.names ?? []).map((name) => foldName(name.value)))];
    this.names[number] = folded;
    for (const name of folded) {
      const bearers = this.entities.get(name);
      if (bearers) bearers.push(number);
      else this.entities.set(name, [number]);
    }
  }
}

const NONE: readonly never[] = Object.freeze([]);
