/**
 * Where a query stands at one point: on which kinds, after which claims, with which names. Known from the plan alone.
 */
import { isPlainObject } from "../model/shape.ts";
import type { Ontology } from "../ontology/define.ts";
import type { Direction } from "../ontology/ontology.ts";
import { type KindSet, kindSet, kindSetOf, kindsAcross, kindsOfId, unionOf } from "./kind-flow.ts";

/** What is known at one point of a plan. */
export interface Standing {
  readonly ontology: Ontology;
  readonly kinds: KindSet;
  /** Relations of the claims last walked; none at the beginning. */
  readonly last: readonly string[];
  /** Kinds at the named steps. */
  readonly names: ReadonlyMap<string, KindSet>;
}

/** The kinds that a beginning may stand on. */
export function startKinds(ontology: Ontology, from: unknown): KindSet {
  if (!isPlainObject(from)) return kindSet(ontology);
  const { kind, id } = from;
  if (typeof kind === "string") return kindSetOf(ontology, kind);
  if (Array.isArray(kind)) return kindSet(ontology, kind);
  if (typeof id === "string") return kindsOfId(ontology, id);
  if (!Array.isArray(id) || !id.every((one) => typeof one === "string")) return kindSet(ontology);
  return id.map((one) => kindsOfId(ontology, one)).reduce(unionOf, kindSet(ontology, []));
}

/** Where one stands after going several ways. */
export function joinStandings(ends: readonly Standing[], at: Standing): Standing {
  const names = new Map(at.names);
  for (const end of ends)
    for (const [name, kinds] of end.names) names.set(name, unionOf(names.get(name) ?? kinds, kinds));
  return {
    ontology: at.ontology,
    kinds: ends.map((end) => end.kinds).reduce(unionOf),
    last: wordsOf(...ends.map((end) => end.last)),
    names,
  };
}

/** The relations that a walk in a direction may use: those given, or all that leave the kinds so. */
export function relationsWalked(
  at: Standing,
  relations: readonly string[] | undefined,
  direction: Direction,
): readonly string[] {
  return (
    relations ??
    Object.keys(at.ontology.relations).filter(
      (relation) => kindsAcross(at.kinds, relation, direction).kinds.length > 0,
    )
  );
}

/** Words of several lists, each once. */
export function wordsOf(...lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())];
}
