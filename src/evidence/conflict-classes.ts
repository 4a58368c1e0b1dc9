/**
 * What kind of disagreement there is between two claims of a matter, if any. Nothing here says which of the two is
 * right.
 */
import type { Day } from "../time/partial-date.ts";
import type { Certainty } from "../time/time-question.ts";
import type { Comparison } from "./conflict-values.ts";
import type { Figure } from "./figure.ts";
import { type Matter, type MatterClaim, meetingOf } from "./matters.ts";

/**
 * Kinds of disagreement, in the order in which a conflict lists them.
 * - `contradiction`: of one time, the two cannot both hold
 * - `superseded`: what they say cannot hold at one time, but the later claim speaks of a later day (or states a later
 *   plan), and the state may have changed between
 * - `rounding`: one is the other, said less precisely
 * - `definition`: comparable, but not the same indicator
 * - `forecast`: one was planned, expected or aimed at, the other is what came
 * - `compatible`: both may hold, but only because a hedge, an inexact date or another period leaves room
 */
export const CONFLICT_CLASSES = [
  "contradiction",
  "superseded",
  "rounding",
  "definition",
  "forecast",
  "compatible",
] as const;
/** One of {@link CONFLICT_CLASSES}. */
export type ConflictClass = (typeof CONFLICT_CLASSES)[number];

/** What came of a forecast; `open` where the claims do not settle it. */
export type Outcome = "met" | "missed" | "open";

/** The classes of a pair and what follows from them. */
export interface Classification {
  readonly classes: readonly ConflictClass[];
  /** How certain it is that both speak of one time. */
  readonly meeting: Exclude<Certainty, "no">;
  /** From the older to the newer claim, or from the forecast to what came. */
  readonly from?: "a" | "b";
  readonly outcome?: Outcome;
}

/** A matter's claim with the first day on which it was stated. */
export interface DatedClaim extends MatterClaim {
  readonly stated: Day;
}

/** The classes of two claims of a matter; `undefined` where they do not disagree. */
export function classify(
  matter: Matter,
  a: DatedClaim,
  b: DatedClaim,
  comparison: Comparison | undefined,
): Classification | undefined {
  const meeting = matter.functional.value === "valid" ? "certain" : meetingOf(a, b);
  if (meeting === "no") return undefined;
  const otherDefinition = matter.functional.value === "quantity" && a.claim.object !== b.claim.object;
  const definition = otherDefinition ? (["definition"] as const) : [];
  if (!comparison || comparison.same) {
    if (comparison && a.actual !== b.actual) return forecast(matter, a, b, comparison, meeting);
    return otherDefinition ? { classes: definition, meeting } : undefined;
  }
  if (a.actual !== b.actual) return forecast(matter, a, b, comparison, meeting);
  if (comparison.years) return { classes: [...definition, "compatible"], meeting };
  if (comparison.meets) {
    const room = comparison.coarser ? "rounding" : "compatible";
    return { classes: inOrder([...definition, room]), meeting };
  }
  const from = older(a, b, meeting);
  if (from) return { classes: inOrder(["superseded", ...definition]), meeting, from };
  if (otherDefinition) return { classes: definition, meeting };
  const oneTime = meeting === "certain" || timeText(a) === timeText(b);
  return { classes: [oneTime ? "contradiction" : "compatible"], meeting };
}

/** Which of two claims was overtaken by the other: of states that may have changed, and of plans. */
function older(a: DatedClaim, b: DatedClaim, meeting: Certainty): "a" | "b" | undefined {
  const [x, y] = a.actual ? [a.asOf, b.asOf] : [a.stated, b.stated];
  if (x === y || (a.actual && (meeting === "certain" || !mayChange(a, b)))) return undefined;
  return x < y ? "a" : "b";
}

/** An event does not change, and two windows are two figures. */
function mayChange(a: DatedClaim, b: DatedClaim): boolean {
  return a.timing !== "happens" && (a.timing !== "window" || b.timing !== "window");
}

function forecast(
  matter: Matter,
  a: DatedClaim,
  b: DatedClaim,
  comparison: Comparison,
  meeting: Exclude<Certainty, "no">,
): Classification {
  const [from, planned, actual] = a.actual ? (["b", b, a] as const) : (["a", a, b] as const);
  const open: Classification = { classes: ["forecast"], meeting, from, outcome: "open" };
  if (meeting !== "certain" || comparison.years) return open;
  const outcome = outcomeOf(matter, comparison, from);
  // A state that is to be reached within a year is not missed before the year is out.
  const stillTime = actual.timing === "holds" && actual.asOf < planned.bounds.latestEnd;
  const early = outcome === "missed" && stillTime && matter.functional.value !== "valid";
  return early ? open : { ...open, outcome };
}

function outcomeOf(matter: Matter, comparison: Comparison, from: "a" | "b"): Outcome {
  if (comparison.figures && matter.functional.value === "quantity") {
    const [x, y] = comparison.figures;
    return from === "a" ? figureOutcome(x, y) : figureOutcome(y, x);
  }
  if (comparison.same || comparison.coarser === from) return "met";
  return comparison.meets ? "open" : "missed";
}

/**
 * Whether a figure reaches the one that was forecast. A forecast of "over", "about" or simply so much is met by as
 * much or more; only one of "under" or "at most" is met by as much or less.
 */
function figureOutcome(forecast: Figure, actual: Figure): Outcome {
  const atMost = forecast.comparator === "<" || forecast.comparator === "<=";
  const bound = atMost ? -forecast.near.high : forecast.near.low;
  const excluded = atMost ? forecast.near.excludesHigh : forecast.near.excludesLow;
  const [low, high] = atMost ? [-actual.firm.high, -actual.firm.low] : [actual.firm.low, actual.firm.high];
  const excludesLow = atMost ? actual.firm.excludesHigh : actual.firm.excludesLow;
  const excludesHigh = atMost ? actual.firm.excludesLow : actual.firm.excludesHigh;
  if (low > bound || (low === bound && (!excluded || excludesLow))) return "met";
  return high < bound || (high === bound && (excluded || excludesHigh)) ? "missed" : "open";
}

function timeText({ claim }: MatterClaim): string {
  return claim.valid ?? (claim.attested ?? []).join(" ");
}

function inOrder(classes: readonly ConflictClass[]): readonly ConflictClass[] {
  return CONFLICT_CLASSES.filter((name) => classes.includes(name));
}
