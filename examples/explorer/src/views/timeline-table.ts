/**
 * The timeline as a table: the same claims in the same order, with their times as written.
 */
import { count } from "../element.ts";
import type { Actions, Selection } from "../view.ts";
import { claimText } from "./claim-text.ts";
import { makeTable } from "./table.ts";

/** `order`: the claims' numbers in the selection. */
export function timelineTable(
  selection: Selection | undefined,
  order: readonly number[],
  placedBy: string,
  actions: Actions,
): HTMLTableElement {
  const rows = order.flatMap((index) => {
    const claim = selection?.claims[index];
    if (!selection || !claim) return [];
    const { id, time, bounds, certainty, status, sources } = claim;
    const name = { text: claimText(selection, claim), choose: () => actions.chooseClaim(id) };
    return [[name, time, bounds.attested ? "attested" : "valid", certainty, status, sources.join(", ")]];
  });
  const columns = ["Claim", "Time", "The time is", "Certainty", "Status", "Sources"];
  return makeTable(`Timeline: ${count(rows.length, "claim")} by ${placedBy}`, columns, rows);
}
