/**
 * Claims: the edges of the graph. A claim says that a subject stands in a relation to an object, when, and who said so.
 */
import type { Ontology } from "../ontology/define.ts";
import type { AttributesOf, ObjectKind, RelationOf, SubjectKind } from "../ontology/ontology.ts";
import type { ClaimStatus } from "../ontology/vocabulary.ts";
import type { Citation } from "./citation.ts";
import type { Quantity } from "./quantity.ts";

/** What a figure or statement is narrowed to. */
export interface Scope {
  /** Entity with whom: trade *with Central Asia*. */
  readonly partner?: string;
  /** Entity in which, where it is not the subject. */
  readonly place?: string;
  /** Entity within whose total. */
  readonly within?: string;
  /** Which part of the matter, in a few words of the editors. */
  readonly part?: string;
}

/** What every claim has. Exactly one of `valid` and `attested` is present. */
export interface ClaimCore {
  readonly id: string;
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  readonly quantity?: Quantity;
  readonly scope?: Scope;
  /** EDTF: when the claim says it holds. */
  readonly valid?: string;
  /** The relative words that `valid` was resolved from: "last year". */
  readonly validAs?: string;
  /** Days (EDTF) on which a text shows it; nothing is said of before or after. */
  readonly attested?: readonly string[];
  readonly status: ClaimStatus;
  /** Why, where the editors took a step that the text does not spell out. */
  readonly inferred?: string;
  readonly citations: readonly Citation[];
}

/** A claim as a file holds it: the core and the relation's own attributes, flat. */
export interface ClaimRecord extends ClaimCore {
  readonly [attribute: string]: unknown;
}

/** An edge's attributes: the record and `label`, the relation's label. */
export type ClaimOf<O extends Ontology, R extends RelationOf<O> = RelationOf<O>> =
  R extends RelationOf<O>
    ? ClaimCore & { readonly relation: R; readonly label: string } & AttributesOf<
          O["relations"][R]["attributes"]
        >
    : never;

/** The kinds that the ends of a claim of relation `R` may have. */
export interface ClaimEnds<O extends Ontology, R extends RelationOf<O>> {
  readonly subject: SubjectKind<O, R>;
  readonly object: ObjectKind<O, R>;
}
