/**
 * Reads and validates the dataset in `data/`: records in the form that `assembleGraph` takes, problems with file, line
 * and column.
 */
import { type AnyNode, iterator, parse } from "@humanwhocodes/momoa";
import type { Issue } from "../../src/errors.ts";
import { validateRecords } from "../../src/graph/validate.ts";
import type { DatasetRecords } from "../../src/model/record.ts";
import { pointer } from "../../src/model/shape.ts";
import { xinjiangOntology } from "../../src/ontology/ontology.ts";
import { type DataLine, dataFiles, readDatasetInfo, readLines } from "./files.ts";

export interface ReadDataset {
  readonly records: DatasetRecords;
  readonly lines: readonly DataLine[];
  readonly issues: readonly Issue[];
}

export function readDataset(): ReadDataset {
  const lines: DataLine[] = [];
  const issues: Issue[] = [];
  for (const path of dataFiles()) {
    const file = readLines(path);
    lines.push(...file.lines);
    for (const { message, ...place } of file.problems) {
      issues.push({ code: "file/not-json", severity: "error", message: `The line ${message}`, ...place });
    }
    issues.push(...orderIssues(file.lines));
  }
  const within = (part: string): DataLine[] => lines.filter((line) => line.file.includes(part));
  const records = {
    dataset: readDatasetInfo(),
    sources: within("sources.jsonl").map((line) => line.record),
    entities: within("/entities/").map((line) => line.record),
    claims: within("/claims/").map((line) => line.record),
  } as unknown as DatasetRecords;
  const lineOf = new Map<unknown, DataLine>(lines.map((line) => [line.record, line]));
  const found = validateRecords(records, xinjiangOntology, {
    locate: (record) => {
      const line = lineOf.get(record);
      return line ? { file: line.file, line: line.line } : {};
    },
  });
  const byPlace = new Map(lines.map((line) => [`${line.file}:${line.line}`, line]));
  for (const issue of found) {
    const line = byPlace.get(`${issue.file}:${issue.line}`);
    issues.push(line ? { ...issue, column: columnOf(line.text, issue.path ?? "") } : issue);
  }
  return { records, lines, issues };
}

/** The column, from 1, at which the value under a JSON pointer (or the nearest thing that exists) begins. */
export function columnOf(text: string, path: string): number {
  const places = new Map<string, number>([["", 1]]);
  const paths = new Map<unknown, string>();
  for (const step of iterator(parse(text))) {
    if (step.phase !== "enter") continue;
    const node = step.node as AnyNode;
    const parent = step.parent as AnyNode | undefined;
    const outer = (parent && paths.get(parent)) ?? "";
    let own = outer;
    if (node.type === "Member")
      own = pointer(outer, node.name.type === "String" ? node.name.value : node.name.name);
    else if (node.type === "Element" && parent?.type === "Array")
      own = pointer(outer, parent.elements.indexOf(node));
    paths.set(node, own);
    if (!places.has(own)) places.set(own, node.loc.start.column);
  }
  for (let at = path; ; at = at.slice(0, Math.max(at.lastIndexOf("/"), 0))) {
    const column = places.get(at);
    if (column !== undefined) return column;
  }
}

function orderIssues(lines: readonly DataLine[]): Issue[] {
  return lines.flatMap((line, i) => {
    const before = lines[i - 1];
    if (!before || String(before.record.id) <= String(line.record.id)) return [];
    return [
      {
        code: "file/unsorted",
        severity: "error" as const,
        file: line.file,
        line: line.line,
        column: 1,
        message: `The record "${String(line.record.id)}" stands after "${String(before.record.id)}"; run npm run data:cite, which sorts.`,
      },
    ];
  });
}
