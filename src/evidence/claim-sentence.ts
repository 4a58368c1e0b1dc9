/**
 * What a claim says, as one sentence made from the template of its relation. The words are the library's, the
 * proposition is its sources': a sentence of this kind is only ever shown after who said it.
 */

import { citationDays } from "../graph/claim-times.ts";
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import { findEntity } from "../graph/mentioned.ts";
import type { AnyClaim, ReadGraph } from "../graph/read-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { Citation } from "../model/citation.ts";
import { nameIn } from "../model/entity.ts";
import type { AttributeDescriptors, Ontology, RelationDefinition } from "../ontology/define.ts";
import { findRelation } from "../ontology/ontology.ts";
import { claimNumber } from "../query/rows.ts";
import { DAY_MAX, type Day } from "../time/partial-date.ts";
import { quantityInWords } from "./quantity-in-words.ts";
import { inWords, timeInWords } from "./time-in-words.ts";

/** How an entity is called in a sentence. */
export type Labels = (id: string) => string;

/** How a claim is worded. */
export interface SentenceOptions {
  /** Language of the names, BCP 47; the words around them are English. */
  readonly lang?: string;
}

/**
 * The sentence of a claim, without a full stop: the relation's template with names in it, then scope, time, status
 * where it is not `actual`, and figure. Attributes that the template does not name follow in parentheses, so that no
 * part of the claim goes unsaid. It tells what is claimed, not that it is so: put it after who said it, as `explain`
 * does.
 *
 * @throws NotFoundError `graph/unknown-claim`
 * @example
 * claimSentence(graph, "xinjiang-trade-value-2023-over-357bn");
 * // "Imports and exports (total value) of Xinjiang in 2023: over 357 billion CNY (over 49.6 billion USD)"
 */
export function claimSentence<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  claimId: string,
  options: SentenceOptions = {},
): string {
  const read = readGraph(graph);
  return sentenceOf(read, read.claim(claimNumber(read, claimId)), labelsIn(read, options.lang));
}

/** Names of entities in a language, from the sources that one may know of by the given days. */
export function labelsIn(
  read: ReadGraph,
  lang?: string,
  reportedBy: Day = DAY_MAX,
  statedBy: Day = DAY_MAX,
): Labels {
  return (id) => {
    const entity = findEntity(read, id);
    // A node that somebody has added bare is still called something.
    if (!entity?.names?.length) return id;
    const names = entity.names.filter((name) => {
      if (name.source === undefined) return true;
      const { reported, stated } = citationDays(
        { source: name.source } as Citation,
        read.sources[name.source],
      );
      return reported.first <= reportedBy && stated.first <= statedBy;
    });
    return nameIn({ id, names: names.length > 0 ? names : entity.names.slice(0, 1) }, lang);
  };
}

/** The sentence of a claim, or of what a denial of it denies. */
export function sentenceOf(
  read: ReadGraph,
  claim: AnyClaim,
  label: Labels,
  face: "template" | "denial" = "template",
): string {
  const relation = findRelation(read.ontology, claim.relation);
  const template = (face === "denial" ? relation?.denial : undefined) ?? relation?.template;
  const { text, used } = fillTemplate(
    template ?? `{subject} ${claim.relation} {object}`,
    claim,
    relation?.attributes ?? {},
    label,
  );
  const status = claim.status === "actual" ? "" : ` (${claim.status})`;
  const quantity = claim.quantity ? `: ${quantityInWords(claim.quantity, read.ontology)}` : "";
  return `${text}${others(claim, relation, used, label)}${scopeInWords(claim, label)}${timeInWords(claim)}${status}${quantity}`;
}

/**
 * Fills a template: `{name}` is replaced by a name or attribute, and a [part] falls away if one of its names has no
 * value. An attribute that is `true` has a value without words. What is put in is never read as a template again.
 */
export function fillTemplate(
  template: string,
  claim: AnyClaim,
  attributes: AttributeDescriptors,
  label: Labels,
): { readonly text: string; readonly used: ReadonlySet<string> } {
  const used = new Set<string>();
  const fill = (name: string): string | undefined => {
    used.add(name);
    if (name === "subject" || name === "object") return label(claim[name]);
    return Object.hasOwn(claim, name)
      ? attributeInWords(claim[name], attributes[name]?.type, label)
      : undefined;
  };
  const text = template.replace(
    /\[([^[\]]*)\]|\{([A-Za-z0-9]+)\}/g,
    (_whole, part?: string, name?: string) => {
      if (part === undefined) return fill(name ?? "") ?? "";
      let complete = true;
      const filled = part.replace(/\{([A-Za-z0-9]+)\}/g, (_braces, inner: string) => {
        const value = fill(inner);
        if (value === undefined) complete = false;
        return value ?? "";
      });
      return complete ? filled : "";
    },
  );
  return { text: text.trim(), used };
}

function attributeInWords(value: unknown, type: string | undefined, label: Labels): string | undefined {
  if (value === undefined || value === null || value === false) return undefined;
  if (value === true) return "";
  const word = (item: unknown): string =>
    type?.startsWith("reference") ? label(String(item)) : String(item);
  return Array.isArray(value) ? inWords(value.map(word)) : word(value);
}

/** The attributes that the template does not name: " (by: GDP growth; or better)". */
function others(
  claim: AnyClaim,
  relation: RelationDefinition | undefined,
  used: ReadonlySet<string>,
  label: Labels,
): string {
  const parts = Object.entries(relation?.attributes ?? {})
    .filter(([name]) => !used.has(name) && Object.hasOwn(claim, name))
    .flatMap(([name, { type }]) => {
      const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
      const value = attributeInWords(claim[name], type, label);
      return value === undefined ? [] : [value === "" ? words : `${words}: ${value}`];
    });
  return parts.length > 0 ? ` (${parts.join("; ")})` : "";
}

function scopeInWords({ scope }: AnyClaim, label: Labels): string {
  if (!scope) return "";
  const part = scope.part === undefined ? "" : ` (${scope.part})`;
  const partner = scope.partner === undefined ? "" : ` with ${label(scope.partner)}`;
  const place = scope.place === undefined ? "" : ` in ${label(scope.place)}`;
  const within = scope.within === undefined ? "" : ` within ${label(scope.within)}`;
  return `${part}${partner}${place}${within}`;
}
