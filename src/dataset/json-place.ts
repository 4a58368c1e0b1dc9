/**
 * Where things stand in a JSON text: offsets of values, lines and columns of offsets. Asked only where there is a
 * problem.
 */
import type { Issue } from "../errors.ts";
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
export function jsonIssue({ code, found, expected, advice }: JsonProblem, place: Place): Issue {
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

/** The lines of a text, which end at line feeds. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.starts.push(at + 1);
  }

  /** Line and column of an offset. */
  place(offset: number): Place {
    let [line, beyond] = [0, this.starts.length];
    while (beyond - line > 1) {
      const middle = (line + beyond) >> 1;
      if ((this.starts[middle] as number) <= offset) line = middle;
      else beyond = middle;
    }
    return { line: line + 1, column: offset - (this.starts[line] as number) + 1 };
  }
}
