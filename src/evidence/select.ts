/**
 * Choosing one figure among several, by a named policy. The choice is the caller's and is told as such: the answer
 * always carries the figures passed over and why, and a tie is reported, never broken in silence.
 */
import { InvalidQueryError, show } from "../errors.ts";
import type { IdOfKind, ReadableGraph } from "../graph/knowledge-graph.ts";
import type { AnyClaim, ReadGraph } from "../graph/read-graph.ts";
import { compareIds } from "../graph/read-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { ClaimOf } from "../model/claim.ts";
import type { Ontology } from "../ontology/define.ts";
import type { XinjiangOntology } from "../ontology/ontology.ts";
import type { PublisherClass } from "../ontology/vocabulary.ts";
import type { SetAside } from "../query/answer.ts";
import { lastDayAsked } from "../query/filter.ts";
import { knownCitations } from "../query/known.ts";
import { type SeriesOptions, type SeriesPoint, series } from "../query/series.ts";
import { type Day, formatDay } from "../time/partial-date.ts";
import { type FigureContext, figureContext, figureOf, spread } from "./figure.ts";

/** Names of the policies of the library. */
export const SELECTION_POLICIES = ["latest report", "most precise", "official statistics first"] as const;
/** One of {@link SELECTION_POLICIES}. */
export type SelectionPolicyName = (typeof SELECTION_POLICIES)[number];

/** A figure that may be chosen, with what policies go by. */
export interface Candidate<C = AnyClaim> extends SeriesPoint<C> {
  /** Latest day (ISO) on which a source that bears it was published, and on which it was said. */
  readonly lastReported: string;
  readonly lastStated: string;
  /** Classes of the publishers that bear it, and ids of its sources. */
  readonly publisherClasses: readonly PublisherClass[];
  readonly sources: readonly string[];
  /** How wide the figure is ordinarily meant, as a share of its size: 0 for an exact count. */
  readonly spread: number;
}

/** A policy of one's own: negative where the first is to be preferred, as `Array.prototype.sort` has it; 0 for a tie. */
export type PolicyFunction<C = AnyClaim> = (a: Candidate<C>, b: Candidate<C>) => number;

/** A policy, or several of which each settles what the ones before leave tied. */
export type SelectionPolicy<C = AnyClaim> =
  | SelectionPolicyName
  | PolicyFunction<C>
  | readonly (SelectionPolicyName | PolicyFunction<C>)[];

/** Which figures to choose from, and how. */
export interface SelectOptions<Subject extends string, Indicator extends string, C = AnyClaim>
  extends SeriesOptions<Subject, Indicator> {
  readonly policy: SelectionPolicy<C>;
  /** For "official statistics first": classes of publishers, the most preferred first; all others come after, alike. */
  readonly classes?: readonly PublisherClass[];
}

/** A figure that was not chosen, and why. */
export interface PassedOver<C = AnyClaim> {
  readonly point: Candidate<C>;
  readonly why: string;
}

/** One figure chosen, and all that were not. */
export interface Selection<C = AnyClaim> {
  /** `undefined` where there is nothing to choose from; see `setAside` for why. */
  readonly chosen: Candidate<C> | undefined;
  /** The policy in words. */
  readonly policy: string;
  /** In the order in which the policy prefers them. */
  readonly passedOver: readonly PassedOver<C>[];
  /** Those of them that the policy ranks as high as the chosen one, which then comes first by claim id only. */
  readonly tied: readonly Candidate<C>[];
  readonly setAside: SetAside;
}

/** Bodies that publish statistics by office, before those that repeat them. A convention, not a score of trust. */
const OFFICIAL_FIRST: readonly PublisherClass[] = ["government", "international organization", "open data"];

/**
 * Chooses one point of a series by a policy.
 * - `"latest report"`: published last; of one day, said last; then of the later time
 * - `"most precise"`: with the least room that digits and hedge leave, as a share of the figure
 * - `"official statistics first"`: from the publisher class that stands first in `classes`; government, international
 *   organizations and open data unless given
 * - your own function, or a list of policies of which the later settle the ties of the earlier
 *
 * Ask for one time (`at`, `during`): figures of several times are all candidates otherwise. Cost: the subject's claims.
 *
 * @throws InvalidQueryError `query/unknown-policy` and those of the filter; NotFoundError `graph/unknown-entity`
 * @example
 * const { chosen, passedOver } = select(graph, {
 *   subject: "region/xinjiang", indicator: "indicator/trade-value", at: "2023", policy: "most precise",
 * });
 * chosen?.value; // 357330000000
 * passedOver.map(({ point, why }) => `${point.claim.id}: ${why}`);
 * // ["xinjiang-trade-value-2023-357-3bn: less precise (within 0.028 %, chosen: 0.0028 %)", …]
 */
export function select<O extends Ontology = XinjiangOntology, Ids extends string = string>(
  graph: ReadableGraph<O, Ids>,
  options: SelectOptions<NoInfer<Ids>, IdOfKind<NoInfer<Ids>, "indicator">, ClaimOf<O>>,
): Selection<ClaimOf<O>> {
  const { policy, classes = OFFICIAL_FIRST, ...wanted } = options;
  const steps = (Array.isArray(policy) ? policy : [policy]).map((one) => stepOf(one, classes));
  const points = series(graph, wanted as SeriesOptions<Ids, IdOfKind<Ids, "indicator">>);
  const read = readGraph(graph);
  const days = [
    lastDayAsked("reportedBy", wanted.reportedBy),
    lastDayAsked("statedBy", wanted.statedBy),
  ] as const;
  const context = figureContext(read.ontology, wanted.hedges);
  const ranked = points
    .map((point) => candidate(read, point as unknown as SeriesPoint<AnyClaim>, days, context))
    .sort((a, b) => compareBy(steps, a, b) || compareIds(a.claim.id, b.claim.id));
  const [chosen, ...rest] = ranked;
  const passedOver =
    chosen === undefined ? [] : rest.map((point) => ({ point, why: whyNot(steps, chosen, point) }));
  return {
    chosen,
    policy: steps.map(({ name }) => name).join(", then "),
    passedOver,
    tied: chosen === undefined ? [] : rest.filter((point) => compareBy(steps, chosen, point) === 0),
    setAside: points.setAside,
  } as unknown as Selection<ClaimOf<O>>;
}

/** One policy: its order, and why a figure comes after the chosen one. */
interface Step {
  readonly name: string;
  readonly compare: PolicyFunction;
  readonly why: (chosen: Candidate, other: Candidate) => string;
}

function stepOf(policy: unknown, classes: readonly PublisherClass[]): Step {
  if (typeof policy === "function")
    return {
      name: "the caller's own policy",
      compare: policy as PolicyFunction,
      why: () => "ranked lower by the caller's own policy",
    };
  switch (policy) {
    case "latest report":
      return LATEST_REPORT;
    case "most precise":
      return MOST_PRECISE;
    case "official statistics first":
      return officialFirst(classes);
    default:
      throw new InvalidQueryError(
        "query/unknown-policy",
        `${show(policy)} is no policy; expected ${SELECTION_POLICIES.join(", ")}, a function of two candidates, or a list of these.`,
        { path: "/policy" },
      );
  }
}

const LATEST_REPORT: Step = {
  name: "latest report",
  compare: (a, b) =>
    compareIds(b.lastReported, a.lastReported) ||
    compareIds(b.lastStated, a.lastStated) ||
    compareIds(b.to, a.to),
  why: (chosen, other) => {
    if (other.lastReported !== chosen.lastReported)
      return `reported earlier (${other.lastReported}, chosen: ${chosen.lastReported})`;
    if (other.lastStated !== chosen.lastStated)
      return `reported on the same day, but stated earlier (${other.lastStated}, chosen: ${chosen.lastStated})`;
    return `reported as late, but of an earlier time (${other.time}, chosen: ${chosen.time})`;
  },
};

const MOST_PRECISE: Step = {
  name: "most precise",
  compare: (a, b) => a.spread - b.spread,
  why: (chosen, other) => `less precise (within ${percent(other.spread)}, chosen: ${percent(chosen.spread)})`,
};

function officialFirst(classes: readonly PublisherClass[]): Step {
  const rank = ({ publisherClasses }: Candidate): number =>
    Math.min(
      ...publisherClasses.map((one) => (classes.includes(one) ? classes.indexOf(one) : classes.length)),
      classes.length,
    );
  return {
    name: `official statistics first (${classes.join(", ")})`,
    compare: (a, b) => rank(a) - rank(b),
    why: (chosen, other) =>
      `from ${other.publisherClasses.join(", ")} (chosen: ${chosen.publisherClasses.join(", ")})`,
  };
}

function compareBy(steps: readonly Step[], a: Candidate, b: Candidate): number {
  for (const { compare } of steps) {
    const order = compare(a, b);
    if (order !== 0 && !Number.isNaN(order)) return order;
  }
  return 0;
}

function whyNot(steps: readonly Step[], chosen: Candidate, other: Candidate): string {
  const deciding = steps.find(
    ({ compare }) => compareBy([{ compare, name: "", why: () => "" }], chosen, other) !== 0,
  );
  return deciding?.why(chosen, other) ?? "tied with the chosen one, which comes first by claim id only";
}

function candidate(
  read: ReadGraph,
  point: SeriesPoint<AnyClaim>,
  [reportedBy, statedBy]: readonly [Day, Day],
  context: FigureContext,
): Candidate {
  const known = knownCitations(read, point.claim, reportedBy, statedBy).filter(
    ([{ stance }]) => stance !== "denies",
  );
  const latest = (days: readonly Day[]): string => (days.length > 0 ? formatDay(Math.max(...days)) : "");
  const sources = [...new Set(known.map(([{ source }]) => source))].sort(compareIds);
  const { quantity } = point.claim;
  return {
    ...point,
    lastReported: latest(known.map(([, { reported }]) => reported.first)),
    lastStated: latest(known.map(([, { stated }]) => stated.first)),
    publisherClasses: [...new Set(sources.flatMap((id) => read.sources[id]?.publisher.class ?? []))],
    sources,
    spread: quantity ? spread(figureOf(quantity, context)) : Number.POSITIVE_INFINITY,
  };
}

function percent(share: number): string {
  return share === 0 ? "0 %: exact" : `${Number((share * 100).toPrecision(2))} %`;
}
