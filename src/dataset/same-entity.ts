/**
 * Entities that may be the same under two ids: by name, by a code of another register, by place. Only ever proposed, with
 * the reasons, for somebody to judge; entities of two kinds are never proposed.
 */

import { kindOfRecord } from "../graph/build.ts";
import { compareIds } from "../graph/read-graph.ts";
import type { EntityRecord } from "../model/entity.ts";
import type { AttributeDescriptors, Ontology } from "../ontology/define.ts";
import { findKind } from "../ontology/ontology.ts";
import { areApart, NOWHERE, type Sides } from "./merge-sides.ts";
import { NameWeights } from "./same-entity-names.ts";
import { cubesOf, distanceKm, type Point, placeOf } from "./same-entity-place.ts";

/** Two ids that may name the same. Plain data. */
export interface PossiblySame {
  /** The smaller id by code unit: neither is the better one. */
  readonly left: string;
  readonly right: string;
  /** From 0 to 1, to order by: no probability. */
  readonly score: number;
  /** What speaks for it, and what against. */
  readonly reasons: readonly string[];
}

/** Which pairs to propose. */
export interface SameEntityOptions {
  /** Least score of a proposal; 0.5 unless given. */
  readonly atLeast?: number;
  /** How near two places count as one, in kilometres; 5 unless given. */
  readonly withinKm?: number;
}

/** An entity as it is compared. */
interface Candidate {
  readonly number: number;
  readonly record: EntityRecord;
  readonly kind: string;
  readonly attributes: AttributeDescriptors;
  readonly sides: Sides;
  readonly place: Point | undefined;
  /** Codes of other registers, by register: identifiers, and attributes that tell the entities of the kind apart. */
  readonly codes: ReadonlyMap<string, string>;
}

/** What more entities than this share tells none of them apart: they are not compared for it. */
export const CROWD = 64;

/**
 * Pairs of entities of different datasets that may be the same, likeliest first, then by ids. Names, codes and nearness
 * speak for it, other codes, other values of a closed list and a great distance against it. Near-linear in the names: what
 * many share is not compared.
 *
 * @param sides the datasets of each entity: no pair that one dataset holds both of is proposed
 */
export function sameEntities(
  entities: readonly EntityRecord[],
  sides: readonly Sides[],
  ontology: Ontology,
  { atLeast = 0.5, withinKm = 5 }: SameEntityOptions = {},
): PossiblySame[] {
  if (!mayHavePairs(sides)) return [];
  const names = new NameWeights(entities.map((entity) => entity.names));
  const found: PossiblySame[] = [];
  for (const candidates of groupsBy(candidatesOf(entities, sides, ontology), ({ kind }) => [kind]).values()) {
    for (const [a, b] of pairsOf(candidates, names, withinKm)) {
      const proposal = compare(a, b, names, withinKm);
      if (proposal.score >= atLeast) found.push(proposal);
    }
  }
  return found.sort(byLikelihood);
}

/** Likeliest first, then by ids. */
export function byLikelihood(a: PossiblySame, b: PossiblySame): number {
  return b.score - a.score || compareIds(a.left, b.left) || compareIds(a.right, b.right);
}

/** Whether no dataset holds all. */
function mayHavePairs([first, ...others]: readonly Sides[]): boolean {
  return first !== undefined && [...first].every((side) => others.some((sides) => !sides.has(side)));
}

function candidatesOf(
  entities: readonly EntityRecord[],
  sides: readonly Sides[],
  ontology: Ontology,
): Candidate[] {
  const codes = codeAttributes(entities, ontology);
  return entities.map((record, number) => {
    const kind = kindOfRecord(record) ?? "";
    const attributes = findKind(ontology, kind)?.attributes ?? {};
    const own = (codes.get(kind) ?? []).flatMap((name): [string, string][] => {
      const value = record[name];
      return typeof value === "string" ? [[name, value]] : [];
    });
    const registers = Object.entries(record.identifiers ?? {}).map(([register, code]): [string, string] => [
      `identifiers/${register}`,
      code,
    ]);
    const place = placeOf(record, attributes);
    return {
      number,
      record,
      kind,
      attributes,
      place,
      sides: sides[number] ?? NOWHERE,
      codes: new Map([...registers, ...own]),
    };
  });
}

/** So many values make an attribute one that tells entities apart. */
const TELLING = 5;

/** By kind, the free texts of which hardly any two entities have the same: codes such as ISO 3166-1's, definitions. */
function codeAttributes(
  entities: readonly EntityRecord[],
  ontology: Ontology,
): ReadonlyMap<string, readonly string[]> {
  const bearers = new Map<string, Map<string, Map<string, number>>>();
  for (const [kind, { attributes }] of Object.entries(ontology.kinds)) {
    const free = Object.entries(attributes).filter(([, { type, values }]) => type === "text" && !values);
    bearers.set(kind, new Map(free.map(([name]) => [name, new Map()])));
  }
  for (const entity of entities) {
    for (const [name, values] of bearers.get(kindOfRecord(entity) ?? "") ?? []) {
      const value = entity[name];
      if (typeof value === "string") values.set(value, (values.get(value) ?? 0) + 1);
    }
  }
  return new Map(
    Array.from(bearers, ([kind, attributes]) => [
      kind,
      [...attributes]
        .filter(([, values]) => values.size >= TELLING && [...values.values()].every((count) => count <= 2))
        .map(([name]) => name),
    ]),
  );
}

/** Each pair of different datasets that has something in common, once. */
function* pairsOf(
  candidates: readonly Candidate[],
  names: NameWeights,
  withinKm: number,
): Generator<readonly [Candidate, Candidate]> {
  const blocks = [
    groupsBy(candidates, ({ number }) => names.keys(number)),
    groupsBy(candidates, ({ codes }) => Array.from(codes, ([register, code]) => `${register} ${code}`)),
    groupsBy(candidates, ({ place }) => (place ? cubesOf(place, withinKm) : [])),
  ].flatMap((groups) => [...groups.values()]);
  const seen = new Set<string>();
  for (const block of blocks) {
    if (block.length > CROWD) continue;
    for (const [i, a] of block.entries()) {
      for (let j = i + 1; j < block.length; j++) {
        const b = block[j] as Candidate;
        const pair = `${a.number},${b.number}`;
        if (!areApart(a.sides, b.sides) || seen.has(pair)) continue;
        seen.add(pair);
        yield [a, b];
      }
    }
  }
}

/** Candidates under each of their keys. */
function groupsBy(
  candidates: readonly Candidate[],
  keysOf: (candidate: Candidate) => Iterable<string>,
): ReadonlyMap<string, readonly Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    for (const key of keysOf(candidate)) {
      const group = groups.get(key);
      if (group) group.push(candidate);
      else groups.set(key, [candidate]);
    }
  }
  return groups;
}

/** How much each thing speaks for two entities being one, if nothing else does; and what is left of that if one speaks against it. */
const WEIGHTS = {
  name: 0.9,
  code: 0.98,
  sameSpot: 0.7,
  near: 0.5,
  otherCode: 0.3,
  otherValue: 0.6,
  far: 0.6,
};
/** Places so many times farther apart than what counts as near speak against it. */
const FAR = 20;

function compare(one: Candidate, other: Candidate, names: NameWeights, withinKm: number): PossiblySame {
  const [a, b] = compareIds(one.record.id, other.record.id) < 0 ? [one, other] : [other, one];
  let doubt = 1;
  let left = 1;
  const reasons: string[] = [];
  const speaks = (weight: number, reason: string): void => {
    doubt *= 1 - weight;
    reasons.push(reason);
  };
  const contradicts = (weight: number, reason: string): void => {
    left *= weight;
    reasons.push(reason);
  };
  const name = names.match(a.number, b.number);
  if (name) speaks(WEIGHTS.name * name.likeness, nameReason(name.left, name.right, name.likeness));
  for (const [register, code] of a.codes) {
    const its = b.codes.get(register);
    if (its === code) speaks(WEIGHTS.code, `${register} of both is ${JSON.stringify(code)}`);
    else if (its !== undefined && register.startsWith("identifiers/"))
      contradicts(
        WEIGHTS.otherCode,
        `${register} differ: ${JSON.stringify(code)} and ${JSON.stringify(its)}`,
      );
  }
  if (a.place && b.place) {
    const km = distanceKm(a.place, b.place);
    const apart = `${km < 10 ? km.toFixed(1) : Math.round(km)} km apart`;
    const { sameSpot, near, far } = WEIGHTS;
    if (km <= withinKm) speaks(sameSpot - ((sameSpot - near) * km) / withinKm, apart);
    else if (km > FAR * withinKm) contradicts(far, apart);
  }
  for (const [field, { values }] of Object.entries(a.attributes)) {
    const [its, others] = [listOf(a.record[field]), listOf(b.record[field])];
    if (!values || its.length === 0 || others.length === 0 || its.some((value) => others.includes(value)))
      continue;
    contradicts(WEIGHTS.otherValue, `${field} differ: ${its.join(", ")} and ${others.join(", ")}`);
  }
  const score = Math.round((1 - doubt) * left * 1000) / 1000;
  return { left: a.record.id, right: b.record.id, score, reasons };
}

function nameReason(left: string, right: string, likeness: number): string {
  if (left === right) return `both are called ${JSON.stringify(left)}`;
  const [one, other] = [JSON.stringify(left), JSON.stringify(right)];
  return likeness === 1 ? `${one} and ${other} are the same name` : `${one} is like ${other}`;
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}
