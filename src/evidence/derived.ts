/**
 * Stated figures recomputed: growth, change, shares, sums and conversions set beside what the levels in the graph give,
 * with the tolerance that their own precision and hedges leave.
 */
import { objectOf } from "../graph/claim-layout.ts";
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import type { AnyClaim } from "../graph/read-graph.ts";
import { compareIds } from "../graph/read-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { HedgeConvention } from "../model/quantity.ts";
import type { Ontology } from "../ontology/define.ts";
import { type Answer, answer } from "../query/answer.ts";
import { selectClaims } from "../query/claims.ts";
import { type ClaimFilter, compileFilter } from "../query/filter.ts";
import { narrowedFilter } from "../query/narrowed-filter.ts";
import { claimNumber, entityNumber } from "../query/rows.ts";
import {
  type CheckContext,
  checkDerivation,
  type DerivedCheck,
  type FigureClaim,
} from "./derivation-check.ts";
import { derivationOf } from "./derivation-rules.ts";
import { checkEquivalents } from "./equivalents-check.ts";
import { figureContext } from "./figure.ts";
import { levelFinder } from "./levels.ts";
import { tellingOf } from "./saying.ts";

export type { DerivedCheck, DerivedInput, DerivedRange, DerivedStatus } from "./derivation-check.ts";
export type { DerivationRule } from "./derivation-rules.ts";

/** Which stated figures to check: those of claims that pass the filter. */
export interface DerivedOptions<Id extends string = string> extends ClaimFilter {
  /** Only figures of this entity. */
  readonly subject?: Id;
  /** Only figures on this indicator. */
  readonly indicator?: Id;
  /** Only the figures of this claim. */
  readonly claim?: string;
  /** How far hedges reach; the library's convention unless given. */
  readonly hedges?: HedgeConvention;
  /** Language of names in reasons, BCP 47. */
  readonly lang?: string;
}

/**
 * One check for each stated figure that its indicator declares to follow from others (`measure` growth, change or
 * share with `of`, `base`, `whole`, `wholeIndicator`; `sumOf`), and one for each equivalent in another unit or
 * currency; ordered by claim id. A level is looked for anywhere in the graph, whatever time, source or speaker the
 * filter asks for, but under the same `status`, `reportedBy` and `statedBy`; of several the most precise is used and
 * the others are listed. Growth over an interval `a/b` runs from the level of `a` to that of `b`.
 *
 * Nothing is corrected: a check that disagrees tells that figures do not fit together, not which of them is off.
 * Linear in the claims and the levels of each indicator.
 *
 * @throws NotFoundError `graph/unknown-entity`, `graph/unknown-claim`; InvalidQueryError of the filter and
 *   `query/unreadable-quantity`
 * @example
 * checkDerived(graph, { indicator: "indicator/gdp-average-annual-growth" })
 *   .map((check) => [check.status, check.stated?.value, check.computed?.value.toFixed(1)]);
 * // [["unstated basis", 6.1, "9.2"]]
 */
export function checkDerived<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  options: DerivedOptions<NoInfer<Ids>> = {},
): Answer<DerivedCheck> {
  const read = readGraph(graph);
  const { subject, indicator, claim, hedges, lang, ...filter } = options;
  const compiled = compileFilter(read, filter);
  for (const id of [subject, indicator]) if (id !== undefined) entityNumber(read, id);
  if (claim !== undefined) claimNumber(read, claim);

  const figures = figureContext(read.ontology, hedges);
  const levels = compileFilter(read, levelFilter(filter));
  const context: CheckContext = {
    telling: tellingOf(read, filter, lang),
    figures,
    findLevels: levelFinder(read, levels, figures),
  };
  const isWanted = (stating: AnyClaim): boolean =>
    stating.quantity !== undefined &&
    (claim === undefined || stating.id === claim) &&
    (subject === undefined || stating.subject === subject) &&
    (indicator === undefined || stating.object === indicator);
  const checks: DerivedCheck[] = [];
  const asked = narrowedFilter(compiled, (number) => isWanted(read.claim(number)));
  for (const [number] of selectClaims(read, undefined, asked, filter)) {
    const stating = read.claim(number);
    const object = read.entity(objectOf(read, number));
    const derivation = derivationOf(stating, object, compiled.bounds(number));
    if (derivation) checks.push(checkDerivation(context, stating as FigureClaim, object, derivation));
    checks.push(...checkEquivalents(context, stating as FigureClaim));
  }
  checks.sort((a, b) => compareIds(a.claim, b.claim) || compareIds(a.rule, b.rule));
  return answer(checks, compiled.tally);
}

/** Levels may be of any time, source and speaker; what one may know of, and which statuses count, stays. */
function levelFilter({ status, reportedBy, statedBy }: ClaimFilter): ClaimFilter {
  return {
    certainty: "possible",
    ...(status !== undefined && { status }),
    ...(reportedBy !== undefined && { reportedBy }),
    ...(statedBy !== undefined && { statedBy }),
  };
}
