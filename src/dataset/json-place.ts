/**
 * JSON texts by their offsets: problems, and where the value under a pointer begins.
 */
import type { Issue } from "../errors.ts";
import type { PlacedText } from "./placed-text.ts";
import type { Place } from "./record-reader.ts";
import { type JsonProblem, type JsonVisitor, scanEnd, scanJson } from "./scan-json.ts";

/**
 * The value of a JSON text; `undefined` where it has none, which a value of JSON never is. The visitor is told every
 * problem, also those that `JSON.parse` is silent about.
 */
export function parseJson(text: string, visitor: JsonVisitor): unknown {
  const end = scanJson(text, 0, visitor);
  const after = end === undefined ? undefined : scanEnd(text, end);
  if (after) visitor.problem?.(after);
  return end === undefined || after ? undefined : JSON.parse(text);
}

/** A problem of a JSON text as an issue at a place. */
export function jsonIssue(
  { code, found, expected, advice }: JsonProblem,
  place: Pick<Issue, "file" | "line" | "column">,
): Issue {
  const message = `Found ${found}, expected ${expected}. ${advice}`;
  return { code, severity: "error", message, expected, received: found, ...place };
}

/**
 * The offset of the value under a JSON pointer, in the value that begins at `from`; of the nearest value around it
 * where there is none. Of a key given twice, the last counts, as it does to `JSON.parse`.
 */
export function offsetOf(text: string, from: number, pointer: string): number {
  const wanted = pointer
    .split("/")
    .slice(1)
    .map((key) => key.replace(/~1/g, "/").replace(/~0/g, "~"));
  let nearest = from;
  scanJson(text, from, {
    value(offset, path) {
      if (path.every((step, depth) => String(step.at) === wanted[depth])) nearest = offset;
    },
  });
  return nearest;
}

/** The place of the value under a JSON pointer, in the value that begins at `from` or after white space there. */
export function placeUnder(file: PlacedText, from: number, pointer: string): Place {
  return file.place(offsetOf(file.text, from, pointer));
}
