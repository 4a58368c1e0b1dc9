/**
 * A claim in a line of text, and its time in a few words, for rows, tips and tables.
 */
import type { Selection, ShownClaim } from "../view.ts";

/** An entity's name; its id where the selection does not hold it. */
export function nameOf({ entities }: Pick<Selection, "entities">, id: string): string {
  return entities.get(id)?.label ?? id;
}

/** "Horgos Road Port opens to Kazakhstan". */
export function claimText(selection: Pick<Selection, "entities">, claim: ShownClaim): string {
  return `${nameOf(selection, claim.subject)} ${claim.label} ${nameOf(selection, claim.object)}`;
}

/** Its time as written, its certainty and its status, so far as they are not the usual ones. */
export function claimNote({ bounds, time, certainty, status }: ShownClaim): string {
  const said = bounds.attested ? `attested ${time.split(" ").join(", ")}` : time;
  const marks = [certainty === "possible" ? "possible" : "", status === "actual" ? "" : status];
  return [said, ...marks.filter((mark) => mark !== "")].join(" · ");
}
