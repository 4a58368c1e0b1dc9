/**
 * What one could know by one day and not yet by another.
 */
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { Citation } from "../model/citation.ts";
import type { ClaimOf } from "../model/claim.ts";
import type { Ontology } from "../ontology/define.ts";
import type { RelationOf } from "../ontology/ontology.ts";
import { type Answer, answer } from "./answer.ts";
import { selectClaims } from "./claims.ts";
import { type ClaimFilter, compileFilter, lastDayAsked } from "./filter.ts";
import { knownCitations } from "./known.ts";
import { type ClaimRow, claimRow, relationNumbers } from "./rows.ts";
import { WHICH_OPTIONS, type WhichClaims } from "./which-claims.ts";

/** A claim of which more was known by the later day. */
export interface ReportChange<C> extends ClaimRow<C> {
  /** `new`: not one citation had been published by the earlier day; `further`: the claim has gained citations. */
  readonly change: "new" | "further";
  /** The citations published between the two days. */
  readonly citations: readonly Citation[];
}

/**
 * The claims that gained citations between two days, by id: those first reported then and those reported again.
 *
 * @param earlier EDTF date; it stands for its last day
 * @param later EDTF date; likewise
 * @throws InvalidQueryError `query/indefinite-date` and those of the filter
 * @example
 * compareReports(graph, "2024-12-31", "2025-12-31", { relation: "opensTo" }).map((row) => [row.change, row.claim.id]);
 * // [["new", "horgos-road-port-opens-to-kazakhstan-2025-09-29"]]
 */
export function compareReports<
  O extends Ontology,
  Ids extends string,
  R extends RelationOf<O> = RelationOf<O>,
>(
  graph: ReadableGraph<O, Ids>,
  earlier: string,
  later: string,
  options: Omit<ClaimFilter, "reportedBy"> & WhichClaims<R, NoInfer<Ids>> = {},
): Answer<ReportChange<ClaimOf<O, R>>> {
  const read = readGraph(graph);
  const { relation, ...rest } = options;
  const compiled = compileFilter(read, { ...rest, reportedBy: later }, WHICH_OPTIONS);
  const before = lastDayAsked("earlier", earlier);
  const after = lastDayAsked("later", later);
  const rows: ReportChange<unknown>[] = [];
  for (const [number, level] of selectClaims(read, relationNumbers(read, relation), compiled, rest)) {
    const row = claimRow(read, number, level, compiled);
    const known = new Set(knownCitations(read, row.claim, before).map(([citation]) => citation));
    const citations = knownCitations(read, row.claim, after)
      .map(([citation]) => citation)
      .filter((citation) => !known.has(citation));
    if (citations.length > 0) rows.push({ ...row, change: known.size === 0 ? "new" : "further", citations });
  }
  return answer(rows, compiled.tally) as never;
}
