/**
 * Finding entities by kind, id or name, in any language that a name is recorded in.
 */
import { notFound } from "../errors.ts";

import { citationDays } from "../graph/claim-times.ts";
import type { IdOfKind, ReadableGraph } from "../graph/knowledge-graph.ts";
import { foldName } from "../graph/name-index.ts";
import { type AnyEntity, compareIds, entityNumbers, type ReadGraph } from "../graph/read-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { EntityOf, Name } from "../model/entity.ts";
import type { Ontology } from "../ontology/define.ts";
import type { KindOf } from "../ontology/ontology.ts";
import { DAY_MAX, type Day } from "../time/partial-date.ts";
import { lastDayAsked } from "./filter.ts";
import { assertKnownOptions } from "./known-options.ts";

/** What to find entities by; all given conditions must hold. */
export interface EntityFilter<K extends string, Id extends string> {
  readonly kind?: K | readonly K[];
  readonly id?: Id | readonly Id[];
  /** A name or alias in any recorded language, whole; case and Unicode composition do not matter. */
  readonly name?: string;
  /** Only names in this language or a variety of it: `zh` finds `zh-Hans`. */
  readonly lang?: string;
  /** Only names that a source published by this day writes, and those that no source is recorded for. */
  readonly reportedBy?: string;
}

/** An entity of kind `K`, its id typed so that the next query takes it as it is. */
export type FoundEntity<O extends Ontology, Ids extends string, K extends KindOf<O> = KindOf<O>> = EntityOf<
  O,
  K
> & {
  readonly id: IdOfKind<Ids, K>;
};

/**
 * The entities that meet the conditions, ordered by id. Rows are the graph's own attributes: views.
 * By name: one lookup; otherwise linear in the entities.
 *
 * @throws NotFoundError `graph/unknown-kind`; InvalidQueryError `query/indefinite-date`,
 *   `query/unknown-option`
 * @example
 * findEntities(graph, { name: "霍尔果斯公路口岸" }).map((port) => port.id); // ["port/horgos-road"]
 */
export function findEntities<O extends Ontology, Ids extends string, K extends KindOf<O> = KindOf<O>>(
  graph: ReadableGraph<O, Ids>,
  filter: EntityFilter<K, IdOfKind<NoInfer<Ids>, K>> = {},
): readonly FoundEntity<O, Ids, K>[] {
  assertKnownOptions(filter, ["kind", "id", "name", "lang", "reportedBy"]);
  const read = readGraph(graph);
  const kinds = asList(filter.kind);
  for (const kind of kinds ?? []) {
    if (!Object.hasOwn(read.ontology.kinds, kind))
      throw notFound("graph/unknown-kind", "kind", kind, Object.keys(read.ontology.kinds));
  }
  const until = lastDayAsked("reportedBy", filter.reportedBy);
  const wanted = filter.name === undefined ? undefined : foldName(filter.name);
  const found = candidates(read, asList(filter.id), wanted).filter(
    (entity) =>
      (!kinds || (kinds as readonly string[]).includes(entity.kind)) &&
      (wanted === undefined ||
        entity.names.some(
          (name) => foldName(name.value) === wanted && nameCounts(read, name, filter.lang, until),
        )),
  );
  return found.sort((a, b) => compareIds(a.id, b.id)) as unknown as readonly FoundEntity<O, Ids, K>[];
}

/** One entity found by a search, with the name that matched. */
export interface SearchHit<E> {
  readonly entity: E;
  readonly name: Name;
  /** How it matched: the whole name, its beginning, from one of its words on, anywhere, or its words in any order. */
  readonly match: (typeof MATCHES)[number];
}

const MATCHES = ["whole", "beginning", "word", "inside", "words"] as const;

/**
 * Entities with a name that holds the text, or words that begin as its words do, in any order; best match first, then
 * the shorter name, then by id; one hit an entity. Case and composition do not matter, and accents do not in names written in Latin letters. Linear in the names.
 *
 * @throws InvalidQueryError `query/indefinite-date`
 * @example
 * search(graph, "khorgos").map((hit) => hit.entity.id); // ["region/horgos", "port/horgos-railway", "port/horgos-road", …]
 */
export function search<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  text: string,
  options: { readonly lang?: string; readonly limit?: number; readonly reportedBy?: string } = {},
): readonly SearchHit<FoundEntity<O, Ids>>[] {
  assertKnownOptions(options, ["lang", "limit", "reportedBy"]);
  const read = readGraph(graph);
  const until = lastDayAsked("reportedBy", options.reportedBy);
  const wanted = foldLoosely(text);
  if (wanted === "") return [];
  const hits: { hit: SearchHit<AnyEntity>; rank: number }[] = [];
  for (const number of entityNumbers(read)) {
    const entity = read.entity(number);
    let best: { name: Name; rank: number } | undefined;
    for (const name of entity.names ?? []) {
      if (!nameCounts(read, name, options.lang, until)) continue;
      const rank = rankOf(foldLoosely(name.value), wanted);
      if (rank >= 0 && (!best || rank < best.rank)) best = { name, rank };
    }
    if (best)
      hits.push({ hit: { entity, name: best.name, match: MATCHES[best.rank] ?? "inside" }, rank: best.rank });
  }
  hits.sort(
    (a, b) =>
      a.rank - b.rank ||
      a.hit.name.value.length - b.hit.name.value.length ||
      compareIds(a.hit.entity.id, b.hit.entity.id),
  );
  return hits.slice(0, options.limit ?? hits.length).map(({ hit }) => hit) as never;
}

/** Also without accents: so that `Huoerguosi` finds `Huò'ěrguǒsī`. */
function foldLoosely(name: string): string {
  return foldName(name)
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .replace(/['’ʼ]/g, "")
    .normalize("NFC");
}

function candidates(
  read: ReadGraph,
  ids: readonly string[] | undefined,
  name: string | undefined,
): AnyEntity[] {
  if (ids)
    return ids
      .map((id) => read.entityNumber(id))
      .filter((number) => number >= 0)
      .map((number) => read.entity(number));
  const numbers = name === undefined ? entityNumbers(read) : read.entitiesNamed(name);
  return numbers.map((number) => read.entity(number));
}

function nameCounts(read: ReadGraph, name: Name, lang: string | undefined, until: Day): boolean {
  if (lang !== undefined && name.lang !== lang && !name.lang.startsWith(`${lang}-`)) return false;
  if (until === DAY_MAX || name.source === undefined) return true;
  const cited = { source: name.source, voice: "narrated", stance: "asserts" } as const;
  return citationDays(cited, read.sources[name.source]).reported.first <= until;
}

function rankOf(name: string, wanted: string): number {
  const at = name.indexOf(wanted);
  if (at < 0) return holdsWords(name, wanted) ? 4 : -1;
  if (name.length === wanted.length) return 0;
  if (at === 0) return 1;
  return name.split(NO_WORD).some((word) => word.startsWith(wanted)) ? 2 : 3;
}

/** Whether each word of the text begins some word of the name. */
function holdsWords(name: string, wanted: string): boolean {
  const words = name.split(NO_WORD);
  const asked = wanted.split(NO_WORD).filter((word) => word !== "");
  return asked.length > 1 && asked.every((word) => words.some((one) => one.startsWith(word)));
}

const NO_WORD = /[^\p{L}\p{N}]+/u;

function asList<T extends string>(value: T | readonly T[] | undefined): readonly T[] | undefined {
  if (value === undefined) return undefined;
  return typeof value === "string" ? [value] : value;
}
