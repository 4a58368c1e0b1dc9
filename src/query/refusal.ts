/**
 * Type errors that read as sentences: where a step is illegal, its parameter's type is a {@link Refusal} that says why.
 */
import type { Ontology } from "../ontology/define.ts";
import type { Direction, KindAcross, KindOf, RelationOf } from "../ontology/ontology.ts";

declare const refused: unique symbol;

/** A type that no value has. The compiler's message shows its sentence. */
export interface Refusal<Sentence extends string> {
  readonly [refused]: Sentence;
}

/** `R` where it can be walked in direction `D` from one of the kinds `K`; else a sentence. Distributed over `R`. */
export type Walkable<O extends Ontology, K extends KindOf<O>, R, D extends Direction> =
  R extends RelationOf<O>
    ? [KindAcross<O, K, R, D>] extends [never]
      ? Refusal<IllegalStep<O, K, R, D>>
      : R
    : never;

type IllegalStep<
  O extends Ontology,
  K extends KindOf<O>,
  R extends RelationOf<O>,
  D extends Direction,
> = D extends "both"
  ? `"${R}" does not touch ${K}: see the relation's "between" in the ontology`
  : D extends "out"
    ? [KindAcross<O, K, R, "in">] extends [never]
      ? `"${R}" does not leave ${K}, nor come in there: see the relation's "between" in the ontology`
      : `"${R}" does not leave ${K}, it comes in there: use .in("${R}")`
    : [KindAcross<O, K, R, "out">] extends [never]
      ? `"${R}" does not come in at ${K}, nor leave there: see the relation's "between" in the ontology`
      : `"${R}" does not come in at ${K}, it leaves there: use .out("${R}")`;

/** A name for a step, refused where rows use it themselves or another step has it. */
export type FreshName<N extends string, Taken> = N extends RowWord
  ? Refusal<`"${N}" is a word that rows use themselves: choose another name`>
  : N extends Taken
    ? Refusal<`"${N}" already names a step of this query: choose another name`>
    : N;

type RowWord =
  | "id"
  | "entity"
  | "claims"
  | "certainty"
  | "possibleBecause"
  | "lastAttested"
  | "constructor"
  | "prototype";
