/**
 * `validate`: every problem of a dataset, with its place.
 */
import { STANDARD_INPUT } from "../dataset/node-read.ts";
import { formatIssue, type Issue } from "../errors.ts";
import { type Command, EXIT } from "./command.ts";
import { counted, countsOf } from "./counts.ts";
import { readData } from "./read-data.ts";
import type { Column } from "./table.ts";

const COLUMNS: readonly Column<Issue>[] = [
  {
    name: "severity",
    of: ({ severity }) => severity,
    tone: ({ severity }) => (severity === "error" ? "bad" : "doubtful"),
  },
  { name: "problem", of: formatIssue, below: true },
];

export const validate: Command = {
  name: "validate",
  summary: "every problem of a dataset with file, line and column",
  about: [
    "Columns: error or warning, then file:line:column, id and place in the record, what is wrong and what to do, and " +
      "the code of the problem. Each path is a dataset by itself.",
    "Exit code 1 where there is an error; warnings alone leave it 0.",
  ],
  arguments: [{ name: "path", help: "a folder, a file, or - for standard input", count: "some" }],
  options: ["limit"],
  json: '{ "rows": [{ "code", "severity", "message", "id", "path", "file", "line", "column", "expected", "received" }], "total" }',
  example: ["validate", "mine.jsonl"],
  async run({ arguments: paths, output }) {
    const issues: Issue[] = [];
    for (const path of paths) {
      const parsed = await readData(path, output);
      issues.push(...parsed.issues);
      const found = parsed.issues.length;
      const problems = found > 0 ? counted(found, "problem", "problems") : "no problem";
      output.say(`${path === "-" ? STANDARD_INPUT : path}: ${countsOf(parsed.records)}, ${problems}`);
    }
    await output.list({ columns: COLUMNS, rows: issues });
    return issues.some(({ severity }) => severity === "error") ? EXIT.data : EXIT.done;
  },
};
