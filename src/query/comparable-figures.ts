/**
 * Whether figures are of one thing, so that they may be added or set side by side.
 */

import { InvalidQueryError } from "../errors.ts";
import { objectOf } from "../graph/claim-layout.ts";
import type { ReadGraph } from "../graph/read-graph.ts";
import { revisedBounds } from "./known.ts";

/** Measures whose figures do not add up. */
const NOT_ADDITIVE: ReadonlySet<unknown> = new Set(["growth", "share", "rate"]);

/**
 * Refuses figures that do not add up to anything.
 * @throws InvalidQueryError `query/mixed-indicators`, `query/not-additive`, `query/mixed-periods`,
 *   `query/mixed-scopes`, `query/rival-figures`
 */
export function checkSummable(read: ReadGraph, claims: readonly number[]): void {
  checkSameIndicator(read, claims);
  const matters = new Map<string, string>();
  let first: { readonly id: string; readonly period: string; readonly scope: string } | undefined;
  for (const number of claims) {
    const { id, relation, subject, object, scope } = read.claim(number);
    const definition = read.ontology.relations[relation];
    const measure = read.entity(objectOf(read, number)).measure;
    if (definition?.time === "measured" && NOT_ADDITIVE.has(measure)) {
      throw refusal("query/not-additive", `${object} is a ${measure}, and figures of it do not add up`);
    }
    const here = { id, period: periodOf(read, number), scope: JSON.stringify(scopeParts(scope)) };
    first ??= here;
    if (here.period !== first.period) throw mixed("query/mixed-periods", first.id, id);
    if (here.scope !== first.scope) throw mixed("query/mixed-scopes", first.id, id);
    const matter = JSON.stringify([relation, subject, object]);
    const rival = matters.get(matter);
    if (rival !== undefined && definition?.functional?.value === "quantity") {
      throw refusal(
        "query/rival-figures",
        `${rival} and ${id} give two figures for one matter; choose one by .whereClaim({ source: … }), or see what \`select\` would choose`,
      );
    }
    matters.set(matter, id);
  }
}

/**
 * Refuses figures of different indicators.
 * @throws InvalidQueryError `query/mixed-indicators`
 */
export function checkSameIndicator(read: ReadGraph, claims: readonly number[]): void {
  let first: { readonly object: string; readonly id: string } | undefined;
  for (const number of claims) {
    const { relation, object, id } = read.claim(number);
    if (read.ontology.relations[relation]?.time !== "measured") continue;
    first ??= { object, id };
    if (object !== first.object) {
      throw refusal(
        "query/mixed-indicators",
        `${first.id} is of ${first.object} and ${id} of ${object}; group by the indicator`,
      );
    }
  }
}

function periodOf(read: ReadGraph, claim: number): string {
  const { earliestStart, latestStart, earliestEnd, latestEnd } = revisedBounds(read, claim);
  return [earliestStart, latestStart, earliestEnd, latestEnd].join(" ");
}

function scopeParts(scope: object | undefined): readonly unknown[] {
  return Object.entries(scope ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}

function mixed(
  code: "query/mixed-periods" | "query/mixed-scopes",
  first: string,
  second: string,
): InvalidQueryError {
  const [what, remedy] =
    code === "query/mixed-periods"
      ? ["periods", 'group by { claim: "start" } or ask with .during']
      : ["scopes", "keep one by .whereClaim({ scope: … })"];
  return refusal(code, `${first} and ${second} have different ${what}; ${remedy}`);
}

function refusal(code: string, text: string): InvalidQueryError {
  return new InvalidQueryError(code, `${text}.`);
}
