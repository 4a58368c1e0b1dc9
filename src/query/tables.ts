/**
 * Claims as plain flat rows, for tables, plots and data frames.
 */
import type { ReadableGraph } from "../graph/knowledge-graph.ts";
import { readGraph } from "../graph/temporal-index.ts";
import type { Ontology } from "../ontology/define.ts";
import type { RelationOf } from "../ontology/ontology.ts";
import { type Answer, answer } from "./answer.ts";
import { selectClaims } from "./claims.ts";
import { type ClaimFilter, compileFilter } from "./filter.ts";
import { type FlatRow, flatRow, relationNumbers } from "./rows.ts";
import { WHICH_OPTIONS, type WhichClaims } from "./which-claims.ts";

export interface RowsOptions<R extends string = string, Id extends string = string>
  extends ClaimFilter,
    WhichClaims<R, Id> {}

/**
 * One flat row a claim, ordered by id: texts, numbers and ISO days only, fresh objects. All statuses and
 * denied claims are in it unless the filter says otherwise, for a table is to be complete. Cost: all claims, or
 * those of the entities or the source where they are asked for.
 *
 * @throws NotFoundError `graph/unknown-entity`, `graph/unknown-relation`; InvalidQueryError of the filter
 * @example
 * toRows(graph, { relation: "opensTo" }).map((row) => [row.subjectLabel, row.objectLabel, row.time]);
 * // [["China-Kyrgyzstan Biedieli Port", "Kyrgyzstan", "2024-05-21"], …]
 */
export function toRows<O extends Ontology, Ids extends string, R extends RelationOf<O> = RelationOf<O>>(
  graph: ReadableGraph<O, Ids>,
  options: RowsOptions<R, NoInfer<Ids>> = {},
): Answer<FlatRow> {
  const read = readGraph(graph);
  const { relation, status = "any", includeDenied = true, ...filter } = options;
  const compiled = compileFilter(read, { ...filter, status, includeDenied }, WHICH_OPTIONS);
  const rows = selectClaims(read, relationNumbers(read, relation), compiled, filter).map(([claim, level]) =>
    flatRow(read, claim, level, compiled),
  );
  return answer(rows, compiled.tally);
}
