/**
 * Conflicts: pairs of claims that say different things on one matter, each with the kinds of disagreement and a reason
 * in words. No claim is overwritten, dropped or preferred because another disagrees with it.
 */
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import type { ReadGraph } from "../graph/read-graph.ts";
import { compareIds } from "../graph/read-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { Scope } from "../model/claim.ts";
import type { HedgeConvention } from "../model/quantity.ts";
import type { Ontology } from "../ontology/define.ts";
import type { RelationOf } from "../ontology/ontology.ts";
import { type Answer, answer } from "../query/answer.ts";
import { selectClaims } from "../query/claims.ts";
import { type ClaimFilter, compileFilter } from "../query/filter.ts";
import { knownCitations } from "../query/known.ts";
import { claimNumber, entityNumber, relationNumbers } from "../query/rows.ts";
import { DAY_MAX } from "../time/partial-date.ts";
import { type ConflictClass, classify, type DatedClaim, type Outcome } from "./conflict-classes.ts";
import { compareValues } from "./conflict-values.ts";
import { reasonOf } from "./conflict-words.ts";
import { type FigureContext, figureContext } from "./figure.ts";
import { mayBeCompared, pairsOf } from "./matter-pairs.ts";
import { type Matter, type MatterClaim, mattersOf } from "./matters.ts";
import { type Telling, tellingOf } from "./saying.ts";

export { CONFLICT_CLASSES, type ConflictClass, type Outcome } from "./conflict-classes.ts";

/** Two claims that say different things on one matter. Plain data. */
export interface Conflict {
  /** Claim ids, `a` before `b` in code-unit order: neither is the better one. */
  readonly a: string;
  readonly b: string;
  /** Kinds of disagreement, in the order of {@link CONFLICT_CLASSES}. */
  readonly classes: readonly ConflictClass[];
  /** How certain it is that both speak of one time. */
  readonly certainty: "certain" | "possible";
  /** Of `superseded`: from the older claim to the newer. Of `forecast`: from the forecast to what came. */
  readonly direction?: { readonly from: string; readonly to: string };
  /** Of `forecast`. */
  readonly outcome?: Outcome;
  readonly relation: string;
  /** The entity that both are about. */
  readonly about: string;
  /** The objects: one indicator or two; for a relation that allows one object only, the two. */
  readonly objects: readonly string[];
  readonly scope?: Scope;
  /** Both claims as reported, with sources and days, and what keeps them apart. */
  readonly reason: string;
}

/** Which conflicts: those among the claims that pass the filter. */
export interface ConflictOptions<Id extends string = string, R extends string = string> extends ClaimFilter {
  /** Only matters about this entity. */
  readonly subject?: Id;
  readonly relation?: R | readonly R[];
  /** Only conflicts that this entity is an object of: an indicator. */
  readonly object?: Id;
  /** Only conflicts of this claim. */
  readonly claim?: string;
  /** How far hedges reach; the library's convention unless given. */
  readonly hedges?: HedgeConvention;
  /** Language of names in reasons, BCP 47. */
  readonly lang?: string;
}

/**
 * The pairs of claims that say different things on one matter, ordered by their ids. A matter is what the ontology
 * declares (`functional`): the same subject, relation, key and scope; for figures the same indicator, or indicators
 * that are `comparableTo` one another. Claims of every status take part unless the filter says otherwise, so that
 * forecasts meet what came of them; claims that are only denied do not.
 *
 * A pair is looked at where both speak of one window of time or surely of one day. States and figures that are only
 * attested on days are compared with what was said next before and after. Figures convert by declared factors only,
 * never from one currency to another. Symmetric, and near-linear in the claims and the conflicts.
 *
 * @throws NotFoundError `graph/unknown-entity`, `graph/unknown-relation`, `graph/unknown-claim`; InvalidQueryError of
 *   the filter and `query/unreadable-quantity`
 * @example
 * conflicts(graph, { subject: "region/xinjiang", object: "indicator/trade-value", at: "2023" })
 *   .map((conflict) => [conflict.a, conflict.b, conflict.classes]);
 * // [["xinjiang-trade-value-2023", "xinjiang-trade-value-2023-357-3bn", ["rounding"]], …]
 */
export function conflicts<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  options: ConflictOptions<NoInfer<Ids>, RelationOf<O>> = {},
): Answer<Conflict> {
  const read = readGraph(graph);
  const { subject, relation, object, claim, hedges, lang, ...filter } = options;
  const compiled = compileFilter(read, { status: "any", ...filter });
  const judge = new Judge(read, { hedges, lang, filter });
  const wanted = claim === undefined ? undefined : read.claim(claimNumber(read, claim));
  const relations = functionalRelations(read, relationNumbers(read, wanted?.relation ?? relation));
  const about = subject === undefined ? undefined : read.entityId(entityNumber(read, subject));
  if (object !== undefined) entityNumber(read, object);
  const claims = selectClaims(read, relations, compiled, filter).map(([number]) => number);
  const found = mattersOf(read, claims, compiled)
    .filter((matter) => about === undefined || matter.about === about)
    .filter((matter) => claim === undefined || matter.claims.some((one) => one.claim.id === claim))
    .flatMap((matter) => judge.matter(matter))
    .filter((conflict) => object === undefined || conflict.objects.includes(object))
    .filter((conflict) => claim === undefined || conflict.a === claim || conflict.b === claim);
  found.sort((x, y) => compareIds(x.a, y.a) || compareIds(x.b, y.b));
  return answer(distinct(found), compiled.tally);
}

/**
 * How two claims disagree, whichever way round they are given; `undefined` where they do not: they agree, speak of
 * different matters or times, or cannot be compared. Unlike {@link conflicts} it looks at these two alone, whatever
 * was said between them.
 *
 * @throws NotFoundError `graph/unknown-claim`
 * @example
 * compareClaims(graph, "xinjiang-trade-value-2023", "xinjiang-trade-value-2023-over-357bn")?.classes; // ["rounding"]
 */
export function compareClaims<O extends Ontology, Ids extends string>(
  graph: ReadableGraph<O, Ids>,
  a: string,
  b: string,
  options: { readonly hedges?: HedgeConvention; readonly lang?: string } = {},
): Conflict | undefined {
  const read = readGraph(graph);
  const numbers = [claimNumber(read, a), claimNumber(read, b)];
  if (a === b) return undefined;
  const compiled = compileFilter(read, { status: "any" });
  const judge = new Judge(read, { ...options, filter: {} });
  const asserted = numbers.filter((number) => compiled.judge(number) > 0);
  for (const matter of mattersOf(read, asserted, compiled)) {
    const [one, other] = matter.claims as [MatterClaim, MatterClaim];
    const conflict = mayBeCompared(matter, one, other) ? judge.pair(matter, one, other) : undefined;
    if (conflict) return conflict;
  }
  return undefined;
}

interface JudgeOptions {
  readonly hedges?: HedgeConvention | undefined;
  readonly lang?: string | undefined;
  readonly filter: ClaimFilter;
}

/** Holds what every pair is judged with. */
class Judge {
  private readonly context: FigureContext;
  private readonly telling: Telling;

  constructor(
    private readonly read: ReadGraph,
    options: JudgeOptions,
  ) {
    this.context = figureContext(read.ontology, options.hedges);
    this.telling = tellingOf(read, options.filter, options.lang);
  }

  matter(matter: Matter): Conflict[] {
    const differ = (a: MatterClaim, b: MatterClaim): boolean =>
      compareValues(this.read, matter, a, b, this.context)?.same === false;
    return pairsOf(matter, differ).flatMap(([a, b]) => this.pair(matter, a, b) ?? []);
  }

  pair(matter: Matter, one: MatterClaim, other: MatterClaim): Conflict | undefined {
    const [a, b] = (compareIds(one.claim.id, other.claim.id) < 0 ? [one, other] : [other, one]).map((claim) =>
      this.dated(claim),
    ) as [DatedClaim, DatedClaim];
    const comparison = compareValues(this.read, matter, a, b, this.context);
    const classification = classify(matter, a, b, comparison);
    if (!classification) return undefined;
    const { classes, meeting, from, outcome } = classification;
    const ids = [a.claim.id, b.claim.id] as const;
    const direction = from === "a" ? { from: ids[0], to: ids[1] } : { from: ids[1], to: ids[0] };
    return {
      a: ids[0],
      b: ids[1],
      classes,
      certainty: meeting,
      ...(from && { direction }),
      ...(outcome && { outcome }),
      relation: matter.relation,
      about: matter.about,
      objects: [...new Set([a.claim.object, b.claim.object])].sort(compareIds),
      ...(matter.scope && { scope: matter.scope }),
      reason: reasonOf(this.telling, { matter, a, b, comparison, classification }),
    };
  }

  private dated(claim: MatterClaim): DatedClaim {
    const { read, reportedBy, statedBy } = this.telling;
    const known = knownCitations(read, claim.claim, reportedBy, statedBy);
    return { ...claim, stated: Math.min(DAY_MAX, ...known.map(([, { stated }]) => stated.first)) };
  }
}

/** The relations asked for that declare when claims of theirs disagree. */
function functionalRelations(read: ReadGraph, asked: readonly number[] | undefined): readonly number[] {
  return read.relationNames.flatMap((name, number) =>
    read.ontology.relations[name]?.functional && (!asked || asked.includes(number)) ? [number] : [],
  );
}

/** A pair of a symmetric relation may share both ends: once is enough. */
function distinct(sorted: readonly Conflict[]): Conflict[] {
  return sorted.filter((conflict, i) => {
    const before = sorted[i - 1];
    return !before || before.a !== conflict.a || before.b !== conflict.b;
  });
}
