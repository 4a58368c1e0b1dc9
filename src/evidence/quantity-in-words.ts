/**
 * Figures as they read inside a sentence: hedge, digits as written, unit, and what the same sentence gave beside them.
 */
import type { Equivalent, Quantity } from "../model/quantity.ts";
import type { Ontology } from "../ontology/define.ts";
import type { Comparator } from "../ontology/vocabulary.ts";

const HEDGE_WORDS: Readonly<Record<Comparator, string>> = {
  "=": "",
  ">": "over ",
  ">=": "at least ",
  "<": "under ",
  "<=": "at most ",
  "~": "about ",
  nearly: "nearly ",
};

const SCALES: Readonly<Record<number, string>> = {
  3: "thousand",
  6: "million",
  9: "billion",
  12: "trillion",
};

/** UCUM codes that do not read as words or symbols by themselves. */
const UNIT_WORDS: Readonly<Record<string, string>> = {
  a: "years",
  mo: "months",
  wk: "weeks",
  d: "days",
  h: "hours",
  min: "minutes",
};

/**
 * A figure in words, with its hedge and unit; equivalents of the same sentence in parentheses. Where the wording
 * allows several readings, their bounds follow, with the reported words in quotation marks.
 *
 * @example
 * quantityInWords({ value: "357e9", unit: "CNY", comparator: ">", equivalents: [{ value: "49.6e9", unit: "USD" }] });
 * // "over 357 billion CNY (49.6 billion USD)"
 */
export function quantityInWords(quantity: Quantity, ontology?: Pick<Ontology, "units">): string {
  const beside = (quantity.equivalents ?? []).map((equivalent) => figure(equivalent, ontology));
  const equivalents = beside.length > 0 ? ` (${beside.join("; ")})` : "";
  return `${figure(quantity, ontology)}${equivalents}${readings(quantity, ontology)}`;
}

/**
 * A written value as people read it: grouped digits, "billion" for `e9`; a fraction stays as it is.
 *
 * @example
 * valueInWords("357.33e9"); // "357.33 billion"
 * valueInWords("25980000"); // "25,980,000"
 */
export function valueInWords(value: string): string {
  const [, sign = "", whole = "", fraction, exponent] = DECIMAL.exec(value) ?? [];
  if (whole === "") return value;
  const digits = fraction === undefined ? group(whole) : `${group(whole)}.${fraction}`;
  if (exponent === undefined || Number(exponent) === 0) return `${sign}${digits}`;
  const scale = SCALES[Number(exponent)];
  return scale ? `${sign}${digits} ${scale}` : `${sign}${digits} × 10^${Number(exponent)}`;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?(?:e(-?\d+))?$/;

function figure({ value, unit, comparator = "=" }: Equivalent, ontology?: Pick<Ontology, "units">): string {
  return `${HEDGE_WORDS[comparator]}${valueInWords(value)}${unitInWords(unit, value, ontology)}`;
}

function readings(quantity: Quantity, ontology?: Pick<Ontology, "units">): string {
  const { low, high, unit, asReported } = quantity;
  if (low === undefined && high === undefined) return "";
  const value = (text: string): string => `${valueInWords(text)}${unitInWords(unit, text, ontology)}`;
  const bounds =
    low !== undefined && high !== undefined
      ? `between ${value(low)} and ${value(high)}`
      : low !== undefined
        ? `${quantity.comparator === ">" ? "over" : "at least"} ${value(low)}`
        : `at most ${value(high ?? "")}`;
  return `, on any reading ${bounds}${asReported === undefined ? "" : ` (reported as "${asReported}")`}`;
}

function unitInWords(unit: string, value: string, ontology?: Pick<Ontology, "units">): string {
  if (unit === "1") return "";
  const declared = ontology?.units;
  if (declared && Object.hasOwn(declared, unit)) return ` ${declared[unit]?.label}`;
  const word = Object.hasOwn(UNIT_WORDS, unit) ? UNIT_WORDS[unit] : undefined;
  if (word) return ` ${value === "1" ? word.slice(0, -1) : word}`;
  const symbol = unit
    .replace(/^\{(.+)\}$/, "$1")
    .replace(/([a-z])2(?![0-9])/g, "$1²")
    .replace(/([a-z])3(?![0-9])/g, "$1³")
    .replaceAll(".", "·");
  return ` ${symbol}`;
}

function group(digits: string): string {
  return digits.length < 4 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, ",");
}
