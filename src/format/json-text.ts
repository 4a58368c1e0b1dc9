/**
 * JSON text of the data of an export, record by record on lines of their own: readable in a diff, and never whole in
 * memory.
 *
 * @module xinjiang-graph/format/json-text
 */
import { chunksOfLines } from "./lines.ts";

/** Objects are broken into lines so deep: `elements.nodes` of a document, not what stands inside a record. */
const DEEPEST = 2;

/**
 * The JSON text of an export's data in pieces of some 64 kB, a line for each record of its lists. `JSON.parse` of the whole
 * gives the data again.
 *
 * @example
 * [...jsonChunks({ nodes: [{ id: "a" }, { id: "b" }], links: [] })].join("");
 * // '{\n"nodes":[\n{"id":"a"},\n{"id":"b"}\n],\n"links":[]\n}\n'
 */
export function jsonChunks(data: object): Generator<string, void, void> {
  return chunksOfLines(linesOf(data, "", "", 0));
}

/** @param before what stands before the value on its first line, @param after what follows it on its last */
function* linesOf(
  value: unknown,
  before: string,
  after: string,
  depth: number,
): Generator<string, void, void> {
  if (Array.isArray(value) && value.length > 0) {
    yield `${before}[`;
    for (const [i, item] of value.entries()) {
      yield `${JSON.stringify(item) ?? "null"}${i < value.length - 1 ? "," : ""}`;
    }
    yield `]${after}`;
  } else if (isObject(value) && depth < DEEPEST) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    yield `${before}{`;
    for (const [i, [name, member]] of members.entries()) {
      const comma = i < members.length - 1 ? "," : "";
      yield* linesOf(member, `${JSON.stringify(name)}:`, comma, depth + 1);
    }
    yield `}${after}`;
  } else {
    yield `${before}${JSON.stringify(value)}${after}`;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
