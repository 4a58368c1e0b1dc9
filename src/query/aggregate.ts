/**
 * Rows gathered into groups, counted, or their figures summed and compared. A claim's figure counts once in a group,
 * however many rows rest on it, and figures that are not of one thing are never added.
 */
import { InvalidQueryError, show } from "../errors.ts";
import type { AnyEntity } from "../graph/read-graph.ts";
import { boundsOfQuantity } from "../model/quantity.ts";
import { conversionFactor } from "../model/unit.ts";
import { checkSameIndicator, checkSummable } from "./comparable-figures.ts";
import { compareKeys, factorTo, keyReader } from "./order-rows.ts";
import type { PlanGroup, PlanKey, Scalar } from "./plan.ts";
import { doubtfulClaims, type Found } from "./tree-rows.ts";

/** One group, whatever was measured. */
export interface AnyGroup {
  readonly key: Scalar | undefined;
  readonly entity: AnyEntity | undefined;
  readonly certainty: "certain" | "possible";
  readonly possibleBecause: readonly string[];
  readonly count?: number;
  readonly certain?: number;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly unit?: string;
  readonly claims?: readonly string[];
}

/**
 * The groups of rows, ordered by key or by what was measured.
 * @throws InvalidQueryError as told at `Grouping` in `builder-groups.ts`
 */
export function groupRows(found: Found, group: PlanGroup): AnyGroup[] {
  const keyOf = keyReader(found, group.by);
  const members = new Map<Scalar | undefined, number[]>();
  for (const row of found.rows) {
    const key = keyOf(row);
    const rows = members.get(key);
    if (rows) rows.push(row);
    else members.set(key, [row]);
  }
  const groups = [...members].map(([key, rows]): AnyGroup => {
    const entity = groupEntity(found, group.by, key);
    return group.measure === "count"
      ? { key, entity, ...countOf(found, rows, group.of) }
      : { key, entity, ...figureOf(found, rows, group.measure) };
  });
  groups.sort((a, b) => compareKeys(a.key, b.key));
  const ordered = group.order ? byMeasure(found, groups, group.order === "descending" ? -1 : 1) : groups;
  return ordered.slice(0, group.limit ?? ordered.length);
}

/**
 * Groups by count or figure, figures in the unit of the first group; ties stay in their order.
 * @throws InvalidQueryError `query/mixed-units` for groups whose units do not convert
 */
function byMeasure({ read }: Found, groups: readonly AnyGroup[], sign: number): AnyGroup[] {
  const [first] = groups;
  const measures = new Map(
    groups.map((group) => {
      const factor = conversionFactor(group.unit ?? "1", first?.unit ?? "1", read.ontology);
      if (factor !== undefined) return [group, group.count ?? (group.value as number) * factor];
      const pair = `${show(first?.key)} is in ${first?.unit} and ${show(group.key)} in ${group.unit}`;
      throw new InvalidQueryError(
        "query/mixed-units",
        `Groups are ordered by figures whose units do not convert: ${pair}; keep one unit with .whereClaim({ quantity: { unit: … } }), or leave out .orderByMeasure.`,
      );
    }),
  );
  return [...groups].sort((a, b) => compareKeys(measures.get(a), measures.get(b), sign));
}

function groupEntity({ read }: Found, by: PlanKey, key: Scalar | undefined): AnyEntity | undefined {
  if ("claim" in by || by.attribute !== "id" || key === undefined) return undefined;
  return read.entity(read.entityNumber(String(key)));
}

type Measured = Omit<AnyGroup, "key" | "entity">;

function countOf(found: Found, rows: readonly number[], of: string | undefined): Measured {
  const { tree, names } = found;
  const name = of === undefined ? -1 : names.indexOf(of);
  const thingOf = (row: number): number =>
    of === undefined ? row : of === "claims" ? tree.claim(row) : tree.named(row, name);
  const best = new Map<number, number>();
  for (const row of rows) {
    const thing = thingOf(row);
    if (thing < 0) continue;
    const other = best.get(thing);
    if (other === undefined || tree.level(row) > tree.level(other)) best.set(thing, row);
  }
  const counted = [...best.values()];
  const certain = counted.filter((row) => tree.level(row) === 2).length;
  return { ...certaintyOf(found, counted), count: counted.length, certain };
}

interface Figure {
  readonly claim: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly row: number;
}

function figureOf(found: Found, rows: readonly number[], measure: "sum" | "min" | "max"): Measured {
  const { read, tree } = found;
  const best = new Map<number, number>();
  for (const row of rows) {
    const claim = tree.claim(row);
    const other = best.get(claim);
    if (other === undefined || tree.level(row) > tree.level(other)) best.set(claim, row);
  }
  const claims = [...best.keys()];
  const unit = claims[0] === undefined || claims[0] < 0 ? undefined : read.claim(claims[0]).quantity?.unit;
  const figures = [...best].map(([claim, row]): Figure => {
    const record = claim < 0 ? undefined : read.claim(claim);
    if (!record?.quantity || unit === undefined) throw noQuantity(record?.id);
    const factor = factorTo(read, record, unit);
    const { value, low, high } = boundsOfQuantity(record.quantity);
    return { claim: record.id, value: value * factor, low: low * factor, high: high * factor, row };
  });
  if (measure === "sum") checkSummable(read, claims);
  else checkSameIndicator(read, claims);
  const { chosen, ...measured } = measure === "sum" ? sumOf(figures) : extremeOf(figures, measure);
  const from = chosen.map((figure) => figure.row);
  return {
    ...certaintyOf(found, measure === "sum" ? from : [...best.values()]),
    ...measured,
    unit: unit as string,
    claims: chosen.map((figure) => figure.claim).sort(),
  };
}

type Total = Pick<Figure, "value" | "low" | "high"> & { readonly chosen: readonly Figure[] };

function sumOf(figures: readonly Figure[]): Total {
  const total = (field: "value" | "low" | "high"): number =>
    figures.reduce((sum, figure) => sum + figure[field], 0);
  return { value: total("value"), low: total("low"), high: total("high"), chosen: figures };
}

/** The extreme by value; its bounds are those that the extreme of all figures has. */
function extremeOf(figures: readonly Figure[], measure: "min" | "max"): Total {
  const pick = Math[measure];
  const of = (field: "value" | "low" | "high"): number => {
    let extreme = measure === "min" ? Infinity : -Infinity;
    for (const figure of figures) extreme = pick(extreme, figure[field]);
    return extreme;
  };
  const value = of("value");
  return {
    value,
    low: of("low"),
    high: of("high"),
    chosen: figures.filter((figure) => figure.value === value),
  };
}

function certaintyOf(found: Found, rows: readonly number[]): Pick<AnyGroup, "certainty" | "possibleBecause"> {
  const because = new Set(
    rows.flatMap((row) => (found.tree.level(row) === 2 ? [] : doubtfulClaims(found, row))),
  );
  return { certainty: because.size === 0 ? "certain" : "possible", possibleBecause: [...because] };
}

function noQuantity(claim: string | undefined): InvalidQueryError {
  return new InvalidQueryError(
    "query/no-quantity",
    `${claim === undefined ? "A row has no claim" : `The claim ${claim} has no figure`}; walk to figures, or keep those with one by .whereClaim({ quantity: { unit: … } }).`,
  );
}
