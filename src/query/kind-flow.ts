/**
 * Which kinds a query may stand on after each step: what the types know at compile time, known again at run time, for
 * plans read from text and for callers without types.
 */
import { InvalidQueryError, notFound } from "../errors.ts";
import type { Ontology } from "../ontology/define.ts";
import type { Direction } from "../ontology/ontology.ts";

/** A set of kinds of one ontology. Equal sets are one object, so that what follows from each is worked out once. */
export interface KindSet {
  readonly kinds: readonly string[];
}

class Interned implements KindSet {
  readonly steps = {
    out: new Map<string, Interned>(),
    in: new Map<string, Interned>(),
    both: new Map(),
  } as const;

  constructor(
    readonly kinds: readonly string[],
    readonly family: Family,
  ) {}
}

/** All sets of kinds of one ontology that a query has met. */
interface Family {
  readonly ontology: Ontology;
  readonly sets: Map<string, Interned>;
  /** Sets of one kind. */
  readonly single: Map<string, Interned>;
  readonly all: Interned;
}

const families = new WeakMap<Ontology, Family>();

/** The set of these kinds, each once, in the ontology's order; of all kinds when none are given. */
export function kindSet(ontology: Ontology, kinds?: Iterable<string>): KindSet {
  const family = familyOf(ontology);
  if (!kinds) return family.all;
  const wanted = new Set(kinds);
  return intern(
    family,
    family.all.kinds.filter((kind) => wanted.has(kind)),
  );
}

/** The set of one kind, or of none where the ontology does not declare it. */
export function kindSetOf(ontology: Ontology, kind: string): KindSet {
  return familyOf(ontology).single.get(kind) ?? kindSet(ontology, []);
}

/** Whether the ontology declares a kind of this name. Unlike a look into the object, quick for any text. */
export function isKind(ontology: Ontology, name: string): boolean {
  return familyOf(ontology).single.has(name);
}

/** The kind of an id by its beginning (`port/horgos-road`), or every kind where that tells nothing. */
export function kindsOfId(ontology: Ontology, id: string): KindSet {
  const { single, all } = familyOf(ontology);
  return single.get(id.slice(0, Math.max(0, id.indexOf("/")))) ?? all;
}

function familyOf(ontology: Ontology): Family {
  let family = families.get(ontology);
  if (!family) {
    const names = Object.keys(ontology.kinds);
    const bare = { ontology, sets: new Map<string, Interned>(), single: new Map<string, Interned>() };
    family = bare as unknown as Family;
    Object.assign(bare, { all: intern(family, names) });
    for (const kind of names) bare.single.set(kind, intern(family, [kind]));
    families.set(ontology, family);
  }
  return family;
}

/** The kinds of either set. */
export function unionOf(a: KindSet, b: KindSet): KindSet {
  return a === b ? a : kindSet((a as Interned).family.ontology, [...a.kinds, ...b.kinds]);
}

/**
 * The kinds at the other end of a relation. Empty where the relation cannot be walked that way from any of the kinds.
 * @throws NotFoundError `graph/unknown-relation`
 */
export function kindsAcross(from: KindSet, relation: string, direction: Direction): KindSet {
  const { steps, family, kinds } = from as Interned;
  const known = steps[direction].get(relation);
  if (known) return known;
  const reached = intern(family, reach(family.ontology, kinds, relation, direction));
  steps[direction].set(relation, reached);
  return reached;
}

/**
 * The kinds at the other end of any of the relations.
 * @throws InvalidQueryError `query/illegal-step` for a relation that cannot be walked so; NotFoundError
 *   `graph/unknown-relation`
 */
export function kindsWalked(
  from: KindSet,
  relations: readonly string[] | undefined,
  direction: Direction,
): KindSet {
  const { ontology } = (from as Interned).family;
  let reached: KindSet | undefined;
  for (const relation of relations ?? Object.keys(ontology.relations)) {
    const across = kindsAcross(from, relation, direction);
    if (across.kinds.length === 0) {
      if (!relations) continue;
      throw new InvalidQueryError("query/illegal-step", describeIllegalStep(from, relation, direction));
    }
    reached = reached ? unionOf(reached, across) : across;
  }
  return reached ?? intern((from as Interned).family, []);
}

/** Why a relation cannot be walked from some kinds, and how it could be. */
export function describeIllegalStep(from: KindSet, relation: string, direction: Direction): string {
  const { between, symmetric } = (from as Interned).family.ontology.relations[relation] ?? { between: {} };
  const here = from.kinds.join(" or ") || "nowhere";
  const subjects = Object.keys(between).join(", ");
  const objects = [...new Set(Object.values(between).flatMap((list) => list ?? []))].join(", ");
  const ends = symmetric ? `it joins ${subjects}` : `it leads from ${subjects} to ${objects}`;
  if (direction === "both") return `"${relation}" does not touch ${here}: ${ends}.`;
  const turned = direction === "out" ? "in" : "out";
  const hint = kindsAcross(from, relation, turned).kinds.length > 0 ? `; use .${turned}("${relation}")` : "";
  return `"${relation}" does not lead ${direction === "out" ? "out of" : "into"} ${here}: ${ends}${hint}.`;
}

function reach(
  ontology: Ontology,
  kinds: readonly string[],
  relation: string,
  direction: Direction,
): readonly string[] {
  if (!Object.hasOwn(ontology.relations, relation)) {
    throw notFound("graph/unknown-relation", "relation", relation, Object.keys(ontology.relations));
  }
  const { between, symmetric } = ontology.relations[relation] as Ontology["relations"][string];
  const objects = kinds.flatMap((kind) => (Object.hasOwn(between, kind) ? (between[kind] ?? []) : []));
  const subjects = Object.keys(between).filter((subject) =>
    between[subject]?.some((object) => kinds.includes(object)),
  );
  const reached = new Set(
    symmetric || direction === "out" ? objects : direction === "in" ? subjects : [...objects, ...subjects],
  );
  return Object.keys(ontology.kinds).filter((kind) => reached.has(kind));
}

function intern(family: Family, kinds: readonly string[]): Interned {
  const key = kinds.join(" ");
  let set = family.sets.get(key);
  if (!set) {
    set = new Interned(Object.freeze([...kinds]), family);
    family.sets.set(key, set);
  }
  return set;
}
