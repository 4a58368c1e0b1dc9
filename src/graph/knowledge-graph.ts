/**
 * The type of a knowledge graph: a graphology `MultiDirectedGraph` whose nodes are entities and whose edges are claims.
 * An edge's key is its claim's id. Attributes are the records themselves; treat them as frozen.
 */
import type { MultiDirectedGraph } from "graphology";
import type { ClaimOf } from "../model/claim.ts";
import type { EntityCore, EntityOf } from "../model/entity.ts";
import type { DatasetInfo } from "../model/record.ts";
import type { Source } from "../model/source.ts";
import type { Ontology } from "../ontology/define.ts";
import type { KindOf, XinjiangOntology } from "../ontology/ontology.ts";

/** Attributes of the graph itself. */
export interface GraphAttributes<O extends Ontology = Ontology> {
  readonly ontology: O;
  /** Sources by id; no prototype. */
  readonly sources: Readonly<Record<string, Source>>;
  readonly dataset: DatasetInfo;
  /**
   * Of a part of a graph, such as `snapshot` and `ego` make: entities by id that its records name but that are no nodes
   * of it, as speakers and places of a scope may be. Absent where there are none.
   */
  readonly mentioned?: Readonly<
    Record<string, EntityCore & { readonly kind: string; readonly label: string }>
  >;
}

/** Carries the ontology and the ids through the type system; never present at run time. */
declare const typing: unique symbol;

/** What the type of a graph knows of it beside its attributes. */
export interface Typed<O extends Ontology, Ids extends string> {
  readonly [typing]?: { readonly ontology: O; readonly ids: Ids };
}

/**
 * A graph that can be asked: a live {@link KnowledgeGraph} or a frozen one. Every helper that only reads takes either.
 */
export interface ReadableGraph<O extends Ontology = XinjiangOntology, Ids extends string = string>
  extends Typed<O, Ids> {
  /** How many entities. */
  readonly order: number;
  /** How many claims. */
  readonly size: number;
  /** The ontology, the sources and the dataset's own record. */
  getAttributes(): GraphAttributes<O>;
  /** A new live graph with the same attributes and nothing in it. */
  nullCopy(): unknown;
}

/**
 * A graph of claims under ontology `O`. `Ids` are the ids it is known to hold: the bundled graph's are literal, so
 * that editors complete them and a misspelt one does not compile; any other graph takes every string.
 */
export type KnowledgeGraph<
  O extends Ontology = XinjiangOntology,
  Ids extends string = string,
> = MultiDirectedGraph<EntityOf<O>, ClaimOf<O>, GraphAttributes<O>> & Typed<O, Ids>;

/** The kind that an id begins with, where the id is known at compile time; else any kind. */
export type KindOfId<O extends Ontology, Id extends string> = string extends Id
  ? KindOf<O>
  : Id extends `${infer Prefix}/${string}`
    ? Prefix extends KindOf<O>
      ? Prefix
      : KindOf<O>
    : KindOf<O>;

/** The ids of kind `K` among `Ids`. */
export type IdOfKind<Ids extends string, K extends string> = string extends Ids
  ? string
  : Extract<Ids, `${K}/${string}`>;

/** A new graph without nodes or edges, with the graph's own attributes. */
export function copyFrame<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
): KnowledgeGraph<O, Ids> {
  return graph.nullCopy() as KnowledgeGraph<O, Ids>;
}
