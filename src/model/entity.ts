/**
 * Entities: the nodes of the graph, with names in several languages.
 */
import type { Ontology } from "../ontology/define.ts";
import type { AttributesOf, KindOf } from "../ontology/ontology.ts";

/** One name of an entity. */
export interface Name {
  readonly value: string;
  /** BCP 47: `en`, `zh-Hans`, `zh-Latn` (pinyin), `ug`, `kk`, `ky`, `ru`. */
  readonly lang: string;
  /** Id of the source that writes it. */
  readonly source?: string;
  /** True where the editors added it and no source of the dataset writes it. */
  readonly inferred?: boolean;
}

/** What every entity has. */
export interface EntityCore {
  readonly id: string;
  readonly names: readonly Name[];
  /** Codes in other registers: `geonames`, `iso3166-2`, `gb2260`, `iata` … */
  readonly identifiers?: Readonly<Record<string, string>>;
}

/** An entity as a file holds it. `kind` may be left out where the id begins with it: `port/horgos-road`. */
export interface EntityRecord extends EntityCore {
  readonly kind?: string;
  readonly [attribute: string]: unknown;
}

/** A node's attributes: the record, its kind, and `label`, the first name in English or else the first name. */
export type EntityOf<O extends Ontology, K extends KindOf<O> = KindOf<O>> =
  K extends KindOf<O>
    ? EntityCore & { readonly kind: K; readonly label: string } & AttributesOf<O["kinds"][K]["attributes"]>
    : never;

/**
 * The name to show for an entity: the first in `lang` (or a language that begins with it), else the first in English,
 * else the first.
 *
 * @example
 * nameIn({ id: "region/hami", names: [{ value: "Hami", lang: "en" }, { value: "哈密", lang: "zh-Hans" }] }, "zh"); // "哈密"
 */
export function nameIn(entity: EntityCore, lang = "en"): string {
  // A node that somebody has added to a graph may have no names, whatever its type says.
  const names: readonly Partial<Name>[] = entity.names ?? [];
  const speaks = (wanted: string) => (name: Partial<Name>) =>
    name.lang === wanted || name.lang?.startsWith(`${wanted}-`);
  const name = names.find(speaks(lang)) ?? names.find(speaks("en")) ?? names[0];
  return name?.value ?? entity.id;
}
