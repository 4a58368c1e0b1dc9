/**
 * What is lost when a graph becomes one table of entities and one of claims, whatever the format: what belongs to each
 * citation apart, and the records of sources.
 */
import type { ClaimColumn } from "./claim-columns.ts";
import type { EntityColumn } from "./entity-columns.ts";
import type { ExportView } from "./export-view.ts";
import type { LossTally } from "./loss.ts";
import { type Carried, fieldsOf, noteOmissions } from "./omissions.ts";
import { carriedBy } from "./tabular.ts";

/**
 * Reports what the columns do not hold. Of sources they hold the ids, the publishers and their classes, as far as a
 * claim cites them; `carried` adds what the format holds besides.
 */
export function noteFlattening(
  view: ExportView,
  tally: LossTally,
  entityColumns: readonly EntityColumn[],
  claimColumns: readonly ClaimColumn[],
  carried: Carried = {},
): void {
  const names = new Set(claimColumns.map(({ name }) => name));
  const sources = [
    ...(names.has("sources") ? ["id"] : []),
    ...(names.has("publishers") ? ["publisher.name"] : []),
    ...(names.has("publisherClasses") ? ["publisher.class"] : []),
  ];
  noteOmissions(view, tally, {
    entity: carriedBy(entityColumns),
    claim: carriedBy(claimColumns),
    source: fieldsOf(sources),
    ...carried,
  });
  noteMergedCitations(view, tally);
}

function noteMergedCitations(view: ExportView, tally: LossTally): void {
  const reason = "several citations stand as lists, and which value belongs to which citation is not told";
  for (const { id, claim } of view.claims) {
    if (claim.citations.length < 2) continue;
    const sources = claim.citations.map(({ source }) => source);
    tally.note("approximated", "claim.citations", reason, id, sources);
  }
}
