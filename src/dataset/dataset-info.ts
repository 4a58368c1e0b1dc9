/**
 * What a dataset says of itself, checked.
 */
import type { Issue } from "../errors.ts";
import { DATASET_SHAPE } from "../model/record.ts";
import { checkShape } from "../model/shape.ts";

/** Every problem of a value as a `DatasetInfo`. */
export function datasetInfoIssues(info: unknown): Issue[] {
  const issues: Issue[] = [];
  checkShape(info, DATASET_SHAPE, "", (problem) => issues.push({ severity: "error", ...problem }));
  return issues;
}
