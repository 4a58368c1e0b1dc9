/**
 * Figures that one sentence gives twice: in two units, of which one must be the other by a declared factor; or in two
 * currencies, which imply a rate. The rate is told and never compared: it belongs to that document and its day.
 */
import type { Equivalent } from "../model/quantity.ts";
import { conversionFactor } from "../model/unit.ts";
import { computedInWords } from "./computed-in-words.ts";
import {
  type CheckContext,
  type DerivedCheck,
  type FigureClaim,
  rangeOf,
  statedInWords,
  working,
} from "./derivation-check.ts";
import { figureIn, figureOf, rangesMeet } from "./figure.ts";
import { quantityInWords } from "./quantity-in-words.ts";

/** The checks of a claim's equivalents: one for each that converts, or that is in another currency. */
export function checkEquivalents(context: CheckContext, claim: FigureClaim): DerivedCheck[] {
  return (claim.quantity.equivalents ?? []).flatMap((equivalent) => {
    const { ontology } = context.figures;
    if (conversionFactor(claim.quantity.unit, equivalent.unit, ontology) !== undefined)
      return [checkConversion(context, claim, equivalent)];
    return isCurrency(claim.quantity.unit) && isCurrency(equivalent.unit)
      ? [impliedRate(context, claim, equivalent)]
      : [];
  });
}

/** Three capital letters, as ISO 4217 has them. */
function isCurrency(unit: string): boolean {
  return /^[A-Z]{3}$/.test(unit);
}

/** The stated equivalent beside the figure converted: both bear the same hedge, so their digits are compared first. */
function checkConversion(context: CheckContext, claim: FigureClaim, equivalent: Equivalent): DerivedCheck {
  const { telling, figures } = context;
  const { unit } = equivalent;
  const stated = figureOf(equivalent, figures);
  const converted = figureIn(claim.quantity, unit, figures) ?? stated;
  const byDigits = rangesMeet(converted.digits, stated.digits);
  const agrees = byDigits || rangesMeet(working(converted), working(stated));
  const conversion = `${quantityInWords({ ...claim.quantity, equivalents: [] }, figures.ontology)} is ${computedInWords(converted.value, unit, figures.ontology, converted.comparator)}`;
  const verdict = agrees
    ? `It agrees with ${quantityInWords(equivalent, figures.ontology)}.`
    : `It does not agree with ${quantityInWords(equivalent, figures.ontology)}.`;
  return {
    claim: claim.id,
    rule: "conversion",
    status: agrees ? "agrees" : "disagrees",
    unit,
    stated: rangeOf(stated.value, working(stated)),
    computed: rangeOf(converted.value, working(converted)),
    ...(agrees && { within: byDigits ? "digits" : "hedges" }),
    inputs: [{ role: "figure", claim: claim.id, alternatives: [] }],
    missing: [],
    reason: `${statedInWords(telling, claim)} By the declared factor, ${conversion}. ${verdict}`,
  };
}

function impliedRate(context: CheckContext, claim: FigureClaim, equivalent: Equivalent): DerivedCheck {
  const { telling, figures } = context;
  const unit = `${claim.quantity.unit}/${equivalent.unit}`;
  const [figure, other] = [figureOf(claim.quantity, figures), figureOf(equivalent, figures)];
  const base = { claim: claim.id, rule: "implied rate", unit, missing: [] } as const;
  const saying = statedInWords(telling, claim);
  if (!(figure.digits.low > 0 && other.digits.low > 0)) {
    const reason = `${saying} It implies no rate: a figure is not above nought.`;
    return { ...base, status: "not computable", inputs: [], reason };
  }
  const value = figure.value / other.value;
  return {
    ...base,
    status: "implied",
    computed: {
      value,
      low: figure.digits.low / other.digits.high,
      high: figure.digits.high / other.digits.low,
    },
    inputs: [{ role: "figure", claim: claim.id, alternatives: [] }],
    reason: `${saying} The two currencies imply ${computedInWords(value, claim.quantity.unit, figures.ontology)} for one ${equivalent.unit}. Such a rate holds for this document only and is not compared with others.`,
  };
}
