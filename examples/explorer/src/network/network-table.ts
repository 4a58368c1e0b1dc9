/** The network as a table: one row a claim. */
import { count } from "../element.ts";
import type { Actions, Selection } from "../view.ts";
import { makeTable } from "../views/table.ts";

/** A browser lays a longer table out for seconds, and nobody reads it to the end. */
const LONGEST = 1000;

export function networkTable(selection: Selection | undefined, actions: Actions): HTMLTableElement {
  const claims = selection?.claims ?? [];
  const all = claims.length <= LONGEST;
  const name = (id: string): string => selection?.entities.get(id)?.label ?? id;
  const entity = (id: string) => ({ text: name(id), choose: () => actions.chooseEntity(id) });
  return makeTable(
    `Network: ${all ? count(claims.length, "claim") : `the first ${LONGEST} of ${count(claims.length, "claim")}; narrow the selection to see the others`}`,
    ["Claim", "From", "To", "Time", "Status", "Certainty", "Sources"],
    claims
      .slice(0, LONGEST)
      .map((claim) => [
        { text: claim.label, choose: () => actions.chooseClaim(claim.id) },
        entity(claim.subject),
        entity(claim.object),
        claim.time,
        claim.status,
        claim.certainty,
        claim.sources.join(", "),
      ]),
  );
}
