/**
 * How a bad input is written: its files, with a mark before each value that is wrong, and the code of each problem. The
 * places are those of the marks, counted here and nowhere in the library.
 */

/** Stands before a value that is wrong; no input has it otherwise. */
export const MARK = "§";

export interface BadInput {
  readonly name: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Every problem that must be reported, and no other. */
  readonly problems: readonly Problem[];
}

export interface Problem {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** JSON pointer into the record; absent for problems of the text. */
  readonly path?: string;
}

/** A code, or a code and the pointer. */
type Expected = string | readonly [code: string, path: string];

/** Marked texts by file name, and what is wrong at each mark, in order. A mark may stand for several problems. */
export function badInput(
  name: string,
  marked: Readonly<Record<string, string>>,
  ...expected: readonly (Expected | readonly Expected[])[]
): BadInput {
  const places = Object.entries(marked).flatMap(([file, text]) => {
    const parts = text.split(MARK).slice(0, -1);
    return parts.map((_, i) => {
      const before = parts.slice(0, i + 1).join("");
      const lines = before.replace(/^\ufeff/, "").split("\n");
      return { file, line: lines.length, column: (lines.at(-1) as string).length + 1 };
    });
  });
  if (places.length !== expected.length)
    throw new Error(`${name}: ${places.length} marks, ${expected.length} problems`);
  const files = Object.entries(marked).map(([file, text]) => ({
    name: file,
    text: text.replaceAll(MARK, ""),
  }));
  const problems = places.flatMap((place, i) => {
    const at = expected[i] as Expected | readonly Expected[];
    const list = (isOne(at) ? [at] : at) as readonly Expected[];
    return list.map((one) =>
      typeof one === "string" ? { code: one, ...place } : { code: one[0], path: one[1], ...place },
    );
  });
  return { name, files, problems };
}

/** A pair of texts of which the first is a code and the second a pointer, or a code alone. */
function isOne(expected: Expected | readonly Expected[]): expected is Expected {
  if (typeof expected === "string") return true;
  const [, second] = expected;
  return typeof second === "string" && (second === "" || second.startsWith("/"));
}
