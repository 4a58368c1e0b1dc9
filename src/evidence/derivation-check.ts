/**
 * One stated figure beside the one worked out from levels: interval arithmetic on the bounds of the levels, first by
 * their written digits, then with their hedges.
 */
import type { AnyClaim, AnyEntity } from "../graph/read-graph.ts";
import type { Quantity } from "../model/quantity.ts";
import { conversionFactor } from "../model/unit.ts";
import { computedInWords } from "./computed-in-words.ts";
import type { Derivation, DerivationRule, NoDerivation } from "./derivation-rules.ts";
import { type Figure, type FigureContext, figureIn, figureOf, type Range, rangesMeet } from "./figure.ts";
import { type FindLevels, isActual, type LevelRequest } from "./levels.ts";
import { figureInWords, sourcesInWords, type Telling, topicInWords } from "./saying.ts";

/**
 * `agrees` and `disagrees` say how the stated figure stands to the computed one, not which of the figures is right.
 * `unstated basis`: they differ, but the text does not say in which prices or against what the growth is counted, so
 * that nothing follows. `not computable`: a level or a word is missing. `implied`: nothing is stated to compare with.
 */
export type DerivedStatus = "agrees" | "disagrees" | "unstated basis" | "not computable" | "implied";

/** A number and its bounds; ±Infinity where a hedge leaves a side open. */
export interface DerivedRange {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A level that went into a computation. */
export interface DerivedInput {
  /** "part", "whole", "earlier level", "later level". */
  readonly role: string;
  readonly claim: string;
  /** Other claims that give this level, less precisely or as precisely, and were passed over. */
  readonly alternatives: readonly string[];
}

/** A stated figure beside the one worked out. Plain data. */
export interface DerivedCheck {
  /** Id of the claim that states the figure. */
  readonly claim: string;
  readonly rule: DerivationRule;
  readonly status: DerivedStatus;
  /** Unit of `stated` and `computed`. */
  readonly unit: string;
  readonly stated?: DerivedRange;
  readonly computed?: DerivedRange;
  /** What the agreement needs: the written digits alone, or the room that the hedges leave. */
  readonly within?: "digits" | "hedges";
  readonly inputs: readonly DerivedInput[];
  /** The levels that no claim gives, in words. */
  readonly missing: readonly string[];
  /** Of growth and shares that disagree: the level that the stated figure would need beside the other. */
  readonly needed?: { readonly role: string; readonly value: number; readonly unit: string };
  /** What would explain a difference: the editors' inference, not in any source. */
  readonly inference?: string;
  readonly reason: string;
}

/** What checks are made with. */
export interface CheckContext {
  readonly telling: Telling;
  readonly figures: FigureContext;
  readonly findLevels: FindLevels;
}

/** A claim that states a figure. */
export type FigureClaim = AnyClaim & { readonly quantity: Quantity };

/** Works a claim's figure out from levels and sets the two side by side. */
export function checkDerivation(
  context: CheckContext,
  claim: FigureClaim,
  indicator: AnyEntity,
  derivation: Derivation | NoDerivation,
): DerivedCheck {
  const { unit } = claim.quantity;
  const figure = figureOf(claim.quantity, context.figures);
  const stated = rangeOf(figure.value, working(figure));
  const base = { claim: claim.id, rule: derivation.rule, unit, stated, inputs: [], missing: [] };
  const saying = statedInWords(context.telling, claim);
  const not = (problem: string, rest: Partial<DerivedCheck> = {}): DerivedCheck => ({
    ...{ ...base, ...rest, status: "not computable" },
    reason: `${saying} It cannot be worked out: ${problem}.`,
  });
  if ("problem" in derivation) return not(derivation.problem);

  const { inputs, missing, levels } = gather(context, claim, derivation);
  if (missing.length > 0) return not(`no claim gives ${missing.join(" or ")}`, { inputs, missing });
  const scaled = inUnit(levels, derivation, unit, context.figures);
  if (!scaled) return not("the units do not convert into one another", { inputs });
  const computed = evaluate(derivation, scaled, working);
  const byDigits = evaluate(derivation, scaled, ({ digits }) => digits);
  if (!computed || !byDigits) return not("a level is not above nought", { inputs });

  const result = { ...base, inputs, computed: rangeOf(computed.value, computed) };
  const words = computationInWords(context, derivation, levels, computed.value, unit);
  const tell = (verdict: string): string => `${saying} ${words}. ${verdict}`;
  if (indicator.basis === "real") {
    const reason = tell("The figure is in constant prices, in which these levels are not.");
    return { ...result, status: "not computable", reason };
  }
  const within = rangesMeet(byDigits, figure.digits)
    ? "digits"
    : rangesMeet(computed, working(figure))
      ? "hedges"
      : undefined;
  if (within) return { ...result, status: "agrees", within, reason: tell(AGREEMENT[within]) };
  if (derivation.rule !== "share" && derivation.rule !== "sum" && isUnstated(indicator)) {
    const inference = likelyReason(figure, computed);
    return { ...result, status: "unstated basis", inference, reason: tell(UNSTATED) };
  }
  const needed = neededLevel(derivation, scaled, figure.value);
  const verdict = "They do not agree, whatever rounding there may be.";
  if (!needed) return { ...result, status: "disagrees", reason: tell(verdict) };
  const amount = computedInWords(needed.value, needed.unit, context.figures.ontology);
  const reason = tell(`${verdict} The stated figure would need ${amount} as ${needed.role}.`);
  return { ...result, status: "disagrees", needed, reason };
}

/** The level that the stated figure would need, the other as it is. */
function neededLevel(
  { needs, levels }: Derivation,
  { figures, factor }: Scaled,
  stated: number,
): NonNullable<DerivedCheck["needed"]> | undefined {
  const [request, figure] = needs ? [levels[needs.level], figures[needs.level]] : [];
  if (!needs || !request || !figure) return undefined;
  const value = needs.from(
    figures.map((level) => level.value),
    stated / factor,
  );
  return Number.isFinite(value) ? { role: request.role, value, unit: figure.unit } : undefined;
}

const AGREEMENT = {
  digits: "They agree by their written digits.",
  hedges: "They agree within the room that hedges and rounding leave.",
};

const UNSTATED =
  "They differ, but in which prices, or against what, the stated figure is counted is not said: the computed one stands beside it and proves nothing against it.";

/** Growth of which the prices or the base are said to be unstated: a difference then has no meaning yet. */
function isUnstated({ basis, base, measure }: AnyEntity): boolean {
  return basis === "unstated" || base === "unstated" || (measure === "growth" && base === undefined);
}

function likelyReason(stated: Figure, computed: Range): string {
  return working(stated).high < computed.low
    ? "Editors' inference: growth of this kind is ordinarily given in constant prices, which makes it less than growth worked out from levels in the prices of each year."
    : "Editors' inference: the growth may be in other prices, or against an earlier level that has been revised.";
}

/** A range as plain data. */
export function rangeOf(value: number, { low, high }: Range): DerivedRange {
  return { value, low, high };
}

/** The range that counts: "about" and "nearly" as far as they ordinarily reach, all else as far as the words allow. */
export function working({ comparator, near, firm }: Figure): Range {
  return comparator === "~" || comparator === "nearly" ? near : firm;
}

/** Who stated what figure, of what. */
export function statedInWords(telling: Telling, claim: AnyClaim): string {
  return `${sourcesInWords(telling, claim)}: ${topicInWords(telling, claim)}: ${figureInWords(telling, claim)}.`;
}

interface Gathered {
  readonly inputs: readonly DerivedInput[];
  readonly missing: readonly string[];
  readonly levels: readonly FigureClaim[];
}

/** The most precise claim for each level. */
function gather(context: CheckContext, claim: AnyClaim, derivation: Derivation): Gathered {
  const inputs: DerivedInput[] = [];
  const missing: string[] = [];
  const levels: FigureClaim[] = [];
  for (const request of derivation.levels) {
    const [first, ...others] = context.findLevels(request, isActual(claim));
    if (first) {
      levels.push(first as FigureClaim);
      inputs.push({ role: request.role, claim: first.id, alternatives: others.map(({ id }) => id) });
    } else missing.push(levelInWords(context.telling, request));
  }
  return { inputs, missing, levels };
}

function levelInWords(telling: Telling, { time, indicator, ...rest }: LevelRequest): string {
  return `${topicInWords(telling, { ...rest, object: indicator })} ${time.text}`;
}

/** Levels in one unit, and the factor that brings the result into the stated unit. */
interface Scaled {
  readonly figures: readonly Figure[];
  readonly factor: number;
}

function inUnit(
  levels: readonly FigureClaim[],
  derivation: Derivation,
  unit: string,
  context: FigureContext,
): Scaled | undefined {
  const common = derivation.ratio ? (levels[0]?.quantity.unit ?? unit) : unit;
  const factor = derivation.ratio ? conversionFactor("1", unit, context.ontology) : 1;
  const figures = levels.flatMap(({ quantity }) => {
    const readings = [quantity, ...(quantity.equivalents ?? [])].map((one) => figureIn(one, common, context));
    return readings.find((figure) => figure !== undefined) ?? [];
  });
  return factor === undefined || figures.length < levels.length ? undefined : { figures, factor };
}

/** Interval arithmetic: each level at the end that makes the result least, then greatest. */
function evaluate(
  { positive, rising, compute }: Derivation,
  { figures, factor }: Scaled,
  rangeOfLevel: (figure: Figure) => Range,
): (Range & { readonly value: number }) | undefined {
  if (positive && figures.some(({ value }) => !(value > 0))) return undefined;
  const ranges = figures
    .map(rangeOfLevel)
    .map(({ low, high }) => ({ low: positive ? Math.max(low, 0) : low, high }));
  const ends = (least: boolean): number[] =>
    ranges.map(({ low, high }, i) => (rising[i] === least ? low : high));
  const [low, high] = [compute(ends(true)) * factor, compute(ends(false)) * factor];
  return {
    value: compute(figures.map(({ value }) => value)) * factor,
    low: Number.isNaN(low) ? Number.NEGATIVE_INFINITY : low,
    high: Number.isNaN(high) ? Number.POSITIVE_INFINITY : high,
    excludesLow: false,
    excludesHigh: false,
  };
}

/** What the levels give, and from what: "By the levels it is 43.66 %: 189.98 billion yuan of 435.11 billion yuan." */
function computationInWords(
  { telling, figures }: CheckContext,
  derivation: Derivation,
  levels: readonly FigureClaim[],
  value: number,
  unit: string,
): string {
  const from = derivation.words.replace(/\{([0-9]+)\}/g, (_braces, level: string) =>
    figureInWords(telling, levels[Number(level)] as FigureClaim),
  );
  return `By the levels it is ${computedInWords(value, unit, figures.ontology)}: ${from}`;
}
