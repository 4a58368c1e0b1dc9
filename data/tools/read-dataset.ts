/**
 * Reads and validates the dataset in `data/`: records in the form that `assembleGraph` takes, problems with file, line
 * and column.
 */
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type ParsedDataset, parseDataset } from "../../src/dataset/parse-dataset.ts";
import type { Issue } from "../../src/errors.ts";
import { DATA, dataFiles, ROOT } from "./files.ts";

export type ReadDataset = ParsedDataset;

export function readDataset(): ReadDataset {
  const paths = [join(DATA, "dataset.json"), ...dataFiles()];
  const files = paths.map((path) => ({ name: relative(ROOT, path), text: readFileSync(path, "utf8") }));
  const parsed = parseDataset(files);
  return { ...parsed, issues: [...parsed.issues, ...orderIssues(parsed)] };
}

function orderIssues({ records, locate }: ReadDataset): Issue[] {
  return [records.sources, records.entities, records.claims].flatMap((list) =>
    list.flatMap((record, i) => {
      const before = list[i - 1];
      if (!before || before.id <= record.id || locate(before).file !== locate(record).file) return [];
      const message = `The record "${record.id}" stands after "${before.id}"; run npm run data:cite, which sorts.`;
      return [{ code: "file/unsorted", severity: "error" as const, ...locate(record), message }];
    }),
  );
}
