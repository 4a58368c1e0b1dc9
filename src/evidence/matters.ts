/**
 * Matters: the claims that speak of the same thing, so that what they say of it may be compared. What makes one matter
 * is declared in the ontology (`functional`) and, for figures, by the indicators (`comparableTo`), never here.
 */
import { objectOf } from "../graph/claim-layout.ts";
import type { AnyClaim, ReadGraph } from "../graph/read-graph.ts";
import type { Scope } from "../model/claim.ts";
import type { RelationDefinition } from "../ontology/define.ts";
import { timeBehaviourOf } from "../ontology/ontology.ts";
import type { ClaimJudge } from "../query/filter.ts";
import type { Day } from "../time/partial-date.ts";
import type { Certainty } from "../time/time-question.ts";
import type { TimeBounds } from "../time/valid-time.ts";
import { type Comparability, comparability } from "./comparability.ts";

/**
 * How a claim is in time. `window`: measured over exactly that time, so that another time is another figure. `seen`: a
 * measured figure of which a text only shows that it stood on a day; over what it is measured is not said. `holds`: a
 * state. `happens`: an event.
 */
export type Timing = "window" | "seen" | "holds" | "happens";

/** A claim as one of several on a matter. */
export interface MatterClaim {
  readonly number: number;
  readonly claim: AnyClaim;
  readonly bounds: TimeBounds;
  readonly timing: Timing;
  /** The last day of which it speaks for sure. */
  readonly asOf: Day;
  /** Claims of one series give the same thing at several times. */
  readonly series: string;
  /** Whether it tells what is or was, not what is planned, expected or aimed at. */
  readonly actual: boolean;
}

/** Claims of one relation about one entity that share the functional key and the scope. */
export interface Matter {
  readonly relation: string;
  readonly functional: NonNullable<RelationDefinition["functional"]>;
  /** The entity that they are about: the subject or, in a symmetric relation, the end that they share. */
  readonly about: string;
  readonly scope: Scope | undefined;
  readonly claims: readonly MatterClaim[];
  readonly comparable: Comparability["comparable"];
}

/** The matters of the given claims on which there are at least two. Linear in claims and entities. */
export function mattersOf(
  read: ReadGraph,
  numbers: Iterable<number>,
  filter: Pick<ClaimJudge, "bounds">,
): Matter[] {
  const { comparable, family } = comparability(read);
  const matters = new Map<string, Matter & { readonly claims: MatterClaim[] }>();
  for (const number of numbers) {
    const claim = read.claim(number);
    const relation = read.ontology.relations[claim.relation];
    const functional = relation?.functional;
    if (!relation || !functional || valueField(claim, functional.value) === undefined) continue;
    const one = matterClaim(read, number, relation, filter.bounds(number));
    for (const about of endsShared(claim, relation)) {
      const key = matterKey(claim, about, functional, family);
      const matter = matters.get(key);
      if (matter) matter.claims.push(one);
      else {
        const { scope } = claim;
        matters.set(key, { relation: claim.relation, functional, about, scope, comparable, claims: [one] });
      }
    }
  }
  return [...matters.values()].filter(({ claims }) => claims.length > 1);
}

/** The field of a claim that a functional relation does not let differ. */
export function valueField(claim: AnyClaim, value: string): unknown {
  return Object.hasOwn(claim, value) ? claim[value] : undefined;
}

/** Whether two claims of a matter speak of one time: of the same window, or of some day in common. */
export function meetingOf(a: MatterClaim, b: MatterClaim): Certainty {
  const [x, y] = [daysOf(a.bounds), daysOf(b.bounds)];
  const sure = !a.bounds.vague && !b.bounds.vague;
  if (a.timing === "window" && b.timing === "window") {
    const meet =
      x.firstStart <= y.lastStart &&
      y.firstStart <= x.lastStart &&
      x.firstEnd <= y.lastEnd &&
      y.firstEnd <= x.lastEnd;
    if (!meet) return "no";
    return sure && isDefinite(a.bounds) && isDefinite(b.bounds) ? "certain" : "possible";
  }
  if (x.firstStart > y.lastEnd || y.firstStart > x.lastEnd) return "no";
  if (!sure || isMeasured(a) || isMeasured(b)) return "possible";
  return x.lastStart <= y.firstEnd && y.lastStart <= x.firstEnd ? "certain" : "possible";
}

/** The four days of bounds in order: no latest start beyond the latest end, no earliest end before the start. */
export function daysOf({ earliestStart, latestStart, earliestEnd, latestEnd }: TimeBounds): {
  readonly firstStart: Day;
  readonly lastStart: Day;
  readonly firstEnd: Day;
  readonly lastEnd: Day;
} {
  return {
    firstStart: earliestStart,
    lastStart: Math.min(latestStart, latestEnd),
    firstEnd: Math.max(earliestEnd, earliestStart),
    lastEnd: latestEnd,
  };
}

function isMeasured({ timing }: MatterClaim): boolean {
  return timing === "window" || timing === "seen";
}

function isDefinite({ earliestStart, latestStart, earliestEnd, latestEnd }: TimeBounds): boolean {
  return earliestStart === latestStart && earliestEnd === latestEnd;
}

function matterClaim(
  read: ReadGraph,
  number: number,
  relation: RelationDefinition,
  bounds: TimeBounds,
): MatterClaim {
  const claim = read.claim(number);
  const behaviour = timeBehaviourOf(relation, read.entity(objectOf(read, number)));
  const unmeasured = behaviour === "event" ? "happens" : "holds";
  const actual = claim.status === "actual" || claim.status === "ongoing";
  const object = relation.functional?.key.includes("object") ? claim.object : "";
  return {
    number,
    claim,
    bounds,
    timing: behaviour !== "period" ? unmeasured : bounds.attested ? "seen" : "window",
    asOf: daysOf(bounds).firstEnd,
    series: JSON.stringify([object, actual ? "actual" : claim.status]),
    actual,
  };
}

/** A symmetric relation that allows one object only allows it to either end. */
function endsShared(claim: AnyClaim, relation: RelationDefinition): readonly string[] {
  const both = relation.symmetric === true && relation.functional?.value === "object";
  return both && claim.subject !== claim.object ? [claim.subject, claim.object] : [claim.subject];
}

function matterKey(
  claim: AnyClaim,
  about: string,
  functional: Matter["functional"],
  family: Comparability["family"],
): string {
  const { partner, place, within, part } = claim.scope ?? {};
  const fields = functional.key
    .filter((field) => field !== "scope")
    .map((field) =>
      field === "object" && functional.value === "quantity"
        ? family(claim.object)
        : (valueField(claim, field) ?? null),
    );
  return JSON.stringify([claim.relation, about, partner, place, within, part, fields]);
}
