/**
 * A claim in a few words, for drawings that have room for one line on an arrow.
 */

import type { Quantity } from "../model/quantity.ts";
import { writtenTime } from "./claim-columns.ts";
import type { ClaimRow } from "./export-view.ts";

/** Fields of a claim that its caption shows as they are written. */
export const CAPTION_FIELDS = [
  ...["label", "status", "valid", "attested", "quantity.value", "quantity.unit", "quantity.comparator"],
] as const;

/**
 * The relation's label, the figure as written, the time as written, and the status unless it is `actual`.
 *
 * @example
 * const { claims } = exportView(graph);
 * claims.filter(({ id }) => id === "xinjiang-trade-value-2023-over-357bn").map(claimCaption);
 * // ["observed: > 357e9 CNY (2023)"]
 */
export function claimCaption(row: ClaimRow): string {
  const { label, relation, quantity, status } = row.claim;
  const figure = quantity && figureText(quantity);
  const time = writtenTime(row);
  return [
    label ?? relation,
    ...(figure ? [`: ${figure}`] : []),
    ...(time ? [` (${time})`] : []),
    ...(status === "actual" ? [] : [`, ${status}`]),
  ].join("");
}

/** The digits as written, with the hedge unless it is `=` and the unit unless it is a plain count. */
function figureText({ comparator = "=", value, unit }: Quantity): string {
  return [...(comparator === "=" ? [] : [comparator]), value, ...(unit === "1" ? [] : [unit])].join(" ");
}

/** Whether a claim is about what is, not about a plan, an expectation or a target. */
export function isFact(row: ClaimRow): boolean {
  return row.claim.status === "actual" || row.claim.status === "ongoing";
}
