/**
 * What rows are ordered and grouped by, and the ordering itself.
 */
import { InvalidQueryError } from "../errors.ts";
import type { AnyClaim, ReadGraph } from "../graph/read-graph.ts";
import { numberOf } from "../model/quantity.ts";
import { conversionFactor } from "../model/unit.ts";
import { type Day, formatDay } from "../time/partial-date.ts";
import { revisedBounds } from "./known.ts";
import type { OrderKey, PlanKey, Scalar } from "./plan.ts";
import type { RowTree } from "./row-tree.ts";

/** What keys are read from. */
export interface KeySource {
  readonly read: ReadGraph;
  readonly tree: RowTree;
  readonly names: readonly string[];
  /** Last days on which something may be known. */
  readonly reportedBy: Day;
  readonly statedBy: Day;
}

/** Reads a key of a row; `undefined` where it is not recorded or not a single value. */
export type KeyReader = (row: number) => Scalar | undefined;

/**
 * Compiles a key. Figures are read in the unit of the first one read; days of time as ISO text.
 * @throws InvalidQueryError `query/mixed-units` while reading, for figures that do not convert
 */
export function keyReader(source: KeySource, key: PlanKey): KeyReader {
  const { read, tree, names } = source;
  if ("claim" in key) {
    const valueAt = claimReader(source, key.claim);
    return (row) => {
      const claim = tree.claim(row);
      return claim < 0 ? undefined : valueAt(claim);
    };
  }
  const { attribute, step } = key;
  const name = step === undefined ? -1 : names.indexOf(step);
  return (row) => {
    const entity = step === undefined ? tree.entity(row) : tree.named(row, name);
    if (entity < 0) return undefined;
    return attribute === "id" ? read.entityId(entity) : asScalar(read.entity(entity)[attribute]);
  };
}

function claimReader(
  { read, reportedBy, statedBy }: KeySource,
  field: string,
): (claim: number) => Scalar | undefined {
  if (field === "quantity") return figureReader(read);
  if (field === "start" || field === "end") {
    return (claim) => {
      const bounds = revisedBounds(read, claim, reportedBy, statedBy);
      if (field === "start") return formatDay(bounds.attested ? bounds.latestStart : bounds.earliestStart);
      return formatDay(bounds.attested ? bounds.earliestEnd : bounds.latestEnd);
    };
  }
  return (claim) => asScalar(read.claim(claim)[field]);
}

function figureReader(read: ReadGraph): (claim: number) => number | undefined {
  let unit: string | undefined;
  return (number) => {
    const { quantity } = read.claim(number);
    if (!quantity) return undefined;
    unit ??= quantity.unit;
    return numberOf(quantity) * factorTo(read, read.claim(number), unit);
  };
}

/**
 * The factor that turns a claim's figure into a unit.
 * @throws InvalidQueryError `query/mixed-units`
 */
export function factorTo(read: ReadGraph, claim: AnyClaim, unit: string): number {
  const own = claim.quantity?.unit ?? "";
  const factor = conversionFactor(own, unit, read.ontology);
  if (factor !== undefined) return factor;
  throw new InvalidQueryError(
    "query/mixed-units",
    `One figure is in "${unit}", that of ${claim.id} in "${own}", and these do not convert; keep one unit with .whereClaim({ quantity: { unit: … } }) or group by what tells them apart.`,
  );
}

function asScalar(value: unknown): Scalar | undefined {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : undefined;
}

/** The rows by the first key, then the second, and so on; ties stay in their order, what is not recorded comes last. */
export function orderRows(source: KeySource, keys: readonly OrderKey[], rows: readonly number[]): number[] {
  const columns = keys.map((key) => {
    const valueAt = keyReader(source, key);
    return { values: rows.map(valueAt), sign: key.order === "descending" ? -1 : 1 };
  });
  const places = rows.map((_, place) => place);
  places.sort((a, b) => {
    for (const { values, sign } of columns) {
      const order = compareKeys(values[a], values[b], sign);
      if (order !== 0) return order;
    }
    return a - b;
  });
  return places.map((place) => rows[place] as number);
}

/**
 * Compares two keys: numbers by size, texts by code unit, yes after no; different types by the name of the type.
 * `undefined` comes last, whatever the sign.
 */
export function compareKeys(a: Scalar | undefined, b: Scalar | undefined, sign = 1): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  if (typeof a !== typeof b) return typeof a < typeof b ? -sign : sign;
  return a < b ? -sign : a > b ? sign : 0;
}
