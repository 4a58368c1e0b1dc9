/**
 * JSON Lines: one record a line, of any sort. Blank lines, a carriage return before the line feed and a last line
 * without one are all right.
 */
import { jsonIssue, parseJson } from "./json-place.ts";
import { PlacedJson } from "./placed-json.ts";
import type { RecordReader } from "./record-reader.ts";
import type { JsonProblem } from "./scan-json.ts";

/** The value of each line that has one, with the offset of its line; problems with theirs. */
export function* jsonLineValues(
  text: string,
  report: (problem: JsonProblem, offset: number) => void,
): Generator<readonly [value: unknown, offset: number], void, void> {
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(start, end);
    if (line.trim() !== "") {
      const from = start;
      const value = parseJson(line, { problem: (problem) => report(problem, from + problem.offset) });
      if (value !== undefined) yield [value, from];
    }
    start = end + 1;
  }
}

export const jsonLines = {
  format: "json-lines",
  extensions: [".jsonl", ".ndjson"],
  read(file, report) {
    const records = new PlacedJson(file, report);
    const values = jsonLineValues(file.text, (problem, offset) =>
      report(jsonIssue(problem, records.placeAt(offset))),
    );
    for (const [value, offset] of values) records.add(value, offset);
    return records;
  },
} as const satisfies RecordReader;
