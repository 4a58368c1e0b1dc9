/**
 * Numbers that were worked out, not reported, in words: four significant digits, and no more than that is claimed.
 */
import type { Ontology } from "../ontology/define.ts";
import type { Comparator } from "../ontology/vocabulary.ts";
import { quantityInWords } from "./quantity-in-words.ts";

/**
 * A computed number with its unit.
 *
 * @example
 * computedInWords(19.5e9, "CNY", xinjiangOntology, ">"); // "over 19.5 billion CNY"
 * computedInWords(43.66252, "%", xinjiangOntology); // "43.66 %"
 */
export function computedInWords(
  value: number,
  unit: string,
  ontology: Ontology,
  comparator: Comparator = "=",
): string {
  if (!Number.isFinite(value))
    return value > 0 ? "without limit" : value < 0 ? "without lower limit" : "undefined";
  return quantityInWords({ value: decimalText(value), unit, comparator }, ontology);
}

/** A number as a quantity's value writes it: `19.5e9`, `43.66`. */
function decimalText(value: number): string {
  const size = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  const exponent = size >= 6 ? Math.min(Math.floor(size / 3) * 3, 12) : 0;
  const decimals = Math.min(Math.max(3 - (size - exponent), 0), 12);
  const digits = (value / 10 ** exponent).toFixed(decimals);
  const trimmed = digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
  return exponent === 0 ? trimmed : `${trimmed}e${exponent}`;
}
