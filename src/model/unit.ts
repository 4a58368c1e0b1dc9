/**
 * Units: which figures may be set side by side, and by what factor. Units of UCUM with their metric multiples,
 * products and quotients, and the units that the ontology declares. A currency converts into nothing but itself:
 * rates change by the day and by the source.
 */
import type { Ontology, UnitDefinition } from "../ontology/define.ts";
import { readDecimal } from "./quantity.ts";

/** A unit in terms of base units: `factor` of what `dimension` spells, such as `g1.m-3` or `CNY1`. */
export interface UnitMeasure {
  readonly factor: number;
  readonly dimension: string;
}

type Terms = ReadonlyMap<string, number>;

interface Measured {
  readonly factor: number;
  readonly terms: Terms;
}

/** Atoms that take metric prefixes: factor and base units. Mass counts in grams, as in UCUM. */
const METRIC: Readonly<Record<string, readonly [factor: number, base: string]>> = {
  m: [1, "m"],
  g: [1, "g"],
  s: [1, "s"],
  t: [1e6, "g"],
  L: [1e-3, "m3"],
  l: [1e-3, "m3"],
  ar: [100, "m2"],
  W: [1000, "g1.m2.s-3"],
  J: [1000, "g1.m2.s-2"],
  A: [1, "A"],
  V: [1000, "g1.m2.s-3.A-1"],
  N: [1000, "g1.m1.s-2"],
  Pa: [1000, "g1.m-1.s-2"],
};

/** Atoms that take none. `ha` is UCUM's `har` as everybody writes it. */
const PLAIN: Readonly<Record<string, readonly [factor: number, base: string]>> = {
  "1": [1, ""],
  "%": [0.01, ""],
  "[ppth]": [1e-3, ""],
  "[ppm]": [1e-6, ""],
  ha: [1e4, "m2"],
  min: [60, "s"],
  h: [3600, "s"],
  d: [86400, "s"],
  wk: [604800, "s"],
  mo: [2629800, "s"],
  a: [31557600, "s"],
};

const PREFIXES: Readonly<Record<string, number>> = {
  ...{ da: 1e1, h: 1e2, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15 },
  ...{ d: 1e-1, c: 1e-2, m: 1e-3, u: 1e-6, n: 1e-9 },
};

const COMPONENT = /^([^\d./{}+-]+|1|\[[^\]]{1,20}\])([+-]?\d)?(\{[^}]*\})?$/;
const LONGEST = 64;

/**
 * The factor by which a figure in `from` becomes one in `to`; `undefined` where no factor is declared: other
 * dimensions, two currencies, a unit that is not known (it converts into itself only).
 *
 * @example
 * conversionFactor("mu", "ha", xinjiangOntology); // 1/15
 * conversionFactor("kW.h", "TW.h", xinjiangOntology); // 1e-9
 * conversionFactor("CNY", "USD", xinjiangOntology); // undefined
 */
export function conversionFactor(
  from: string,
  to: string,
  ontology?: Pick<Ontology, "units">,
): number | undefined {
  if (from === to) return 1;
  const source = readUnit(from, ontology);
  const target = readUnit(to, ontology);
  return source.dimension === target.dimension ? source.factor / target.factor : undefined;
}

/**
 * A unit in terms of base units. One that cannot be read, currencies among them, is a dimension of its own. What
 * stands in {braces} only names what is counted, as in UCUM.
 *
 * @see The Unified Code for Units of Measure, sections 2 and 3
 */
export function readUnit(unit: string, ontology?: Pick<Ontology, "units">): UnitMeasure {
  const units = ontology?.units ?? NONE;
  const known = cache.get(units) ?? new Map<string, UnitMeasure>();
  cache.set(units, known);
  let measure = known.get(unit);
  if (!measure) {
    const { factor, terms } = readTerms(unit, units);
    measure = Object.freeze({ factor, dimension: formatTerms(terms) });
    if (known.size < 10_000) known.set(unit, measure);
  }
  return measure;
}

const NONE: Readonly<Record<string, UnitDefinition>> = Object.freeze({});
const cache = new WeakMap<object, Map<string, UnitMeasure>>();

function readTerms(unit: string, declared: NonNullable<Ontology["units"]>, depth = 0): Measured {
  const opaque: Measured = { factor: 1, terms: new Map([[unit, 1]]) };
  if (unit.length > LONGEST || depth > 4) return opaque;
  let factor = 1;
  const terms = new Map<string, number>();
  for (const [, sign, component] of `.${unit}`.matchAll(/([./])([^./{]*(?:\{[^}]*\})?)/g)) {
    const part = readComponent(component ?? "", declared, depth);
    if (!part) return opaque;
    const power = sign === "/" ? -1 : 1;
    factor *= part.factor ** power;
    for (const [base, exponent] of part.terms) terms.set(base, (terms.get(base) ?? 0) + exponent * power);
  }
  return { factor, terms };
}

function readComponent(
  component: string,
  declared: NonNullable<Ontology["units"]>,
  depth: number,
): Measured | undefined {
  if (/^\{[^}]*\}$/.test(component)) return { factor: 1, terms: new Map() };
  const [, atom, power] = COMPONENT.exec(component) ?? [];
  if (atom === undefined) return undefined;
  const exponent = power === undefined ? 1 : Number(power);
  const measured = readAtom(atom, declared, depth);
  return {
    factor: measured.factor ** exponent,
    terms: new Map([...measured.terms].map(([base, own]) => [base, own * exponent])),
  };
}

function readAtom(atom: string, declared: NonNullable<Ontology["units"]>, depth: number): Measured {
  if (Object.hasOwn(declared, atom)) {
    const { factor, of } = declared[atom] as UnitDefinition;
    const whole = readTerms(of, declared, depth + 1);
    return { factor: whole.factor * (readDecimal(factor)?.value ?? 1), terms: whole.terms };
  }
  const exact = own(PLAIN, atom) ?? own(METRIC, atom);
  if (exact) return { factor: exact[0], terms: parseTerms(exact[1]) };
  for (const [prefix, scale] of Object.entries(PREFIXES)) {
    const metric = atom.startsWith(prefix) ? own(METRIC, atom.slice(prefix.length)) : undefined;
    if (metric) return { factor: metric[0] * scale, terms: parseTerms(metric[1]) };
  }
  return { factor: 1, terms: new Map([[atom, 1]]) };
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function parseTerms(text: string): Terms {
  const terms = new Map<string, number>();
  for (const [, base, exponent] of text.matchAll(/([A-Za-z]+)(-?\d)?/g))
    if (base) terms.set(base, Number(exponent ?? 1));
  return terms;
}

function formatTerms(terms: Terms): string {
  return [...terms]
    .filter(([, exponent]) => exponent !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([base, exponent]) => `${base}${exponent}`)
    .join(".");
}
