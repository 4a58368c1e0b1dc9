/**
 * Subpath `xinjiang-graph/merge`: merging datasets, into one or into a graph, and judgements on what is the same.
 *
 * @module xinjiang-graph/merge
 */
export { datasetFiles } from "./dataset/canonical.ts";
export { formatJudgements, type Judgement, parseJudgements } from "./dataset/judgements.ts";
export { type Merged, type MergeOptions, mergeDatasets } from "./dataset/merge.ts";
export type { RenamedClaim } from "./dataset/merge-claims.ts";
export type { ConflictingValue, MergeConflict, MergeSort } from "./dataset/merge-fields.ts";
export { type MergedGraph, mergeIntoGraph } from "./dataset/merge-graph.ts";
export {
  formatMergeReport,
  type MergeCounts,
  type MergeReport,
  type RenamedEntity,
} from "./dataset/merge-report.ts";
export { type FormerRecords, undoJudgements } from "./dataset/merge-undo.ts";
export type { DatasetFile } from "./dataset/record-reader.ts";
export type { PossiblySame, SameEntityOptions } from "./dataset/same-entity.ts";
export { recordsOf } from "./graph/records-of.ts";
