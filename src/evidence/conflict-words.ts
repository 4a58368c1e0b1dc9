/**
 * Why two claims are set side by side, in words: both figures as reported, with their sources and days, and what keeps
 * them apart. The older statement comes first.
 */
import { objectOf } from "../graph/claim-layout.ts";
import { compareIds } from "../graph/read-graph.ts";
import type { Comparator } from "../ontology/vocabulary.ts";
import { formatDay } from "../time/partial-date.ts";
import { computedInWords } from "./computed-in-words.ts";
import type { Classification, ConflictClass, DatedClaim, Outcome } from "./conflict-classes.ts";
import { type Comparison, otherEnd } from "./conflict-values.ts";
import { type Matter, valueField } from "./matters.ts";
import { figureInWords, sourcesInWords, type Telling, timeOfClaim, topicInWords } from "./saying.ts";
import { inWords } from "./time-in-words.ts";

/** A pair with all that is known of it. */
export interface Judged {
  readonly matter: Matter;
  readonly a: DatedClaim;
  readonly b: DatedClaim;
  readonly comparison: Comparison | undefined;
  readonly classification: Classification;
}

/**
 * The reason of a conflict: what it is about, who said what, and a sentence for each class.
 *
 * @example
 * compareClaims(graph, "xinjiang-trade-value-2023-357-3bn", "xinjiang-trade-value-2023-over-357bn")?.reason;
 * // "Imports and exports (total value) of Xinjiang. China Daily (2024-03-07): surpassed 357 billion yuan ($49.6
 * //  billion), in 2023; Chen Weijun, per State Council Information Office (stated 2024-05-21, published 2024-06-27):
 * //  357.3 billion yuan, in 2023. The first may be the second said less precisely."
 */
export function reasonOf(telling: Telling, judged: Judged): string {
  const { matter, a, b, classification } = judged;
  const inOrder = (a.stated - b.stated || compareIds(a.claim.id, b.claim.id)) <= 0;
  const [first, second] = inOrder ? [a, b] : [b, a];
  const place = (one: DatedClaim): string => (one === first ? "first" : "second");
  const objects = new Set([first.claim.object, second.claim.object]);
  const sayings = [first, second].map((one) => sayingOf(telling, matter, one, objects.size > 1));
  const verdicts = classification.classes.map((name) => VERDICTS[name](judged, place, telling));
  return `${matterInWords(telling, matter, objects)}. ${sayings.join("; ")}. ${verdicts.join(" ")}`;
}

function matterInWords(telling: Telling, matter: Matter, objects: ReadonlySet<string>): string {
  const { about, relation, scope } = matter;
  if (matter.functional.value === "quantity")
    return inWords(
      [...objects].map((object) => topicInWords(telling, { relation, subject: about, object, scope })),
    );
  const narrowed = [
    scope?.part,
    ...[scope?.partner, scope?.place, scope?.within].map((id) => id && telling.label(id)),
  ];
  const { key } = matter.functional;
  const [one] = matter.claims;
  const named = key.includes("object") && one ? ` ${telling.label(one.claim.object)}` : "";
  const fields = key.filter((field) => field !== "object" && field !== "scope");
  const shared = [...fields.map((field) => one && valueField(one.claim, field)), ...narrowed];
  const words = shared.filter((word) => word !== undefined && word !== "").join(", ");
  const label = telling.read.ontology.relations[relation]?.label ?? relation;
  return `${telling.label(about)} ${label}${named}${words === "" ? "" : ` (${words})`}`;
}

function sayingOf(telling: Telling, matter: Matter, one: DatedClaim, severalObjects: boolean): string {
  const { claim } = one;
  const value = valueSaid(telling, matter, one);
  const named =
    severalObjects && matter.functional.value === "quantity" ? ` (${telling.label(claim.object)})` : "";
  const status = one.actual ? "" : ` (${claim.status})`;
  const time = matter.functional.value === "valid" ? "" : `, ${timeOfClaim(claim)}`;
  return `${sourcesInWords(telling, claim)}: ${value}${named}${status}${time}`;
}

function valueSaid(telling: Telling, matter: Matter, one: DatedClaim): string {
  const { value, upTo } = matter.functional;
  if (value === "quantity") return figureInWords(telling, one.claim);
  if (value === "object") return telling.label(otherEnd(matter, one));
  if (value === "valid") return timeOfClaim(one.claim);
  const openEnded = upTo !== undefined && valueField(one.claim, upTo) === true;
  return `${value} ${String(valueField(one.claim, value))}${openEnded ? " or better" : ""}`;
}

type Verdict = (judged: Judged, place: (one: DatedClaim) => string, telling: Telling) => string;

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  met: "what came reaches it",
  missed: "what came does not reach it",
  open: "these claims do not settle whether it came about",
};

const VERDICTS: Readonly<Record<ConflictClass, Verdict>> = {
  contradiction: ({ classification }) =>
    classification.meeting === "certain"
      ? "They speak of one time, of which the two cannot both hold."
      : "The two cannot both hold of one time, and they give their times alike, though not exactly.",
  superseded: ({ a, b, classification }, place) => {
    const [older, newer] = classification.from === "a" ? [a, b] : [b, a];
    const dayOf = (one: DatedClaim): string => formatDay(one.actual ? one.asOf : one.stated);
    return older.actual
      ? `The two cannot both hold of one day, but the ${place(older)} tells of ${dayOf(older)} and the ${place(newer)} of ${dayOf(newer)}: the state may have changed between.`
      : `The ${place(newer)}, of ${dayOf(newer)}, takes the place of the ${place(older)}, of ${dayOf(older)}.`;
  },
  rounding: ({ a, b, comparison }, place) => {
    const [coarse, fine] = comparison?.coarser === "a" ? [a, b] : [b, a];
    return `The ${place(coarse)} may be the ${place(fine)} said less precisely.`;
  },
  definition: ({ a, b }, _place, { read, label }) => {
    const define = ({ claim, number }: DatedClaim): string => {
      const { definition } = read.entity(objectOf(read, number));
      return typeof definition === "string" ? `${label(claim.object)}: ${definition}` : label(claim.object);
    };
    return `They count by different definitions (${[define(a), define(b)].sort(compareIds).join("; ")}).`;
  },
  forecast: ({ a, b, classification }, place) => {
    const planned = a.actual ? b : a;
    const { status } = planned.claim;
    const was = status === "target" ? "was a target" : `was ${status}`;
    return `The ${place(planned)} ${was}; ${OUTCOMES[classification.outcome ?? "open"]}.`;
  },
  compatible: (judged, place, telling) => {
    const { matter, comparison } = judged;
    if (comparison?.years) return stretchesInWords(judged, place, telling);
    if (comparison?.meets === false)
      return "The two cannot both hold of one time, but whether they speak of one is not certain.";
    const hedges = hedgesOf(judged);
    return matter.functional.value === "quantity" && hedges.length > 0
      ? `Both may hold, but only because ${inWords(hedges)} leave${hedges.length > 1 ? "" : "s"} room.`
      : "Both may hold, but only because neither is exact.";
  },
};

const HEDGES: Readonly<Record<Comparator, string>> = {
  "=": "the wording",
  ">": '"over"',
  ">=": '"at least"',
  "<": '"under"',
  "<=": '"at most"',
  "~": '"about"',
  nearly: '"nearly"',
};

function hedgesOf({ comparison }: Judged): string[] {
  const hedged = (comparison?.figures ?? []).filter((figure) => figure.hedged);
  return [...new Set(hedged.map(({ comparator }) => HEDGES[comparator]))].sort(compareIds);
}

/** How amounts for different stretches of time compare. */
function stretchesInWords(
  { a, b, comparison }: Judged,
  place: (one: DatedClaim) => string,
  { read }: Telling,
): string {
  const stretches = [a, b].map((one, i) => ({
    one,
    years: comparison?.years?.[i],
    figure: comparison?.figures?.[i],
  }));
  const inOrder = stretches.sort((x, y) => compareIds(place(x.one), place(y.one)));
  if (inOrder.some(({ years }) => years === undefined)) {
    const unsaid = inOrder.filter(({ years }) => years === undefined).map(({ one }) => place(one));
    return `Both may hold: over what time the ${unsaid.join(" and the ")} is counted is not said.`;
  }
  const parts = inOrder.map(({ one, years = 1, figure }) => {
    const stretch = Math.round(years * 100) / 100;
    const yearly = computedInWords(
      figure?.value ?? 0,
      figure?.unit ?? "1",
      read.ontology,
      figure?.comparator,
    );
    return `the ${place(one)} is for ${stretch} ${stretch === 1 ? "year" : "years"}, ${yearly} a year`;
  });
  return `Both may hold: they are for different stretches of time (${parts.join("; ")}).`;
}
