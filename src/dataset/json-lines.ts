/**
 * JSON Lines: one value a line. Blank lines, a carriage return before the line feed and a last line without one are all
 * right.
 */
import type { Issue } from "../errors.ts";
import { jsonIssue, parseJson } from "./json-place.ts";
import type { PlacedText } from "./placed-text.ts";

/** The value of each line that has one, with the offset of its line. Problems are reported. */
export function* jsonLines(
  file: PlacedText,
  report: (issue: Issue) => void,
): Generator<readonly [value: unknown, offset: number], void, void> {
  const { text } = file;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(start, end);
    if (line.trim() !== "") {
      const from = start;
      const value = parseJson(line, {
        problem: (problem) => report(jsonIssue(problem, file.place(from + problem.offset))),
      });
      if (value !== undefined) yield [value, from];
    }
    start = end + 1;
  }
}
