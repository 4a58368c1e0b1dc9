import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type AnyNode, iterator, parse } from "@humanwhocodes/momoa";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bundledRecords } from "../../src/dataset/bundled.ts";
import { datasetFiles } from "../../src/dataset/canonical.ts";
import { offsetOf, parseJson } from "../../src/dataset/json-place.ts";
import { PlacedText } from "../../src/dataset/placed-text.ts";
import { DEEPEST, type JsonProblem } from "../../src/dataset/scan-json.ts";
import { pointer } from "../../src/model/shape.ts";

const problemsOf = (text: string): JsonProblem[] => {
  const found: JsonProblem[] = [];
  parseJson(text, { problem: (problem) => found.push(problem) });
  return found;
};
const isRefused = (text: string): boolean =>
  problemsOf(text).some(({ code }) => code === "file/not-json" || code === "file/too-deep");
const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const suites = process.env.SUITES_DIR;
if (!suites)
  console.warn("SKIPPED: the JSON parsing suite (set SUITES_DIR to the folder of third-party suites)");

describe.skipIf(!suites)("scanJson on the JSON parsing suite", () => {
  const folder = join(suites ?? "", "json-parsing");
  const files = suites ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  const textOf = (name: string): string =>
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(readFileSync(join(folder, name)));

  it("is the whole suite", () => {
    const count = (letter: string): number => files.filter((name) => name.startsWith(`${letter}_`)).length;
    expect([count("y"), count("n"), count("i")]).toEqual([95, 188, 35]);
  });

  it.each(files.filter((name) => name.startsWith("n_")))("refuses %s, with its place", (name) => {
    const text = textOf(name);
    const [problem, ...more] = problemsOf(text);
    expect(more).toEqual([]);
    expect(problem?.offset).toBeGreaterThanOrEqual(0);
    expect(problem?.offset).toBeLessThanOrEqual(text.length);
    expect(`${problem?.found} ${problem?.expected} ${problem?.advice}`).not.toContain("undefined");
    // What stands before the place could have gone on to be JSON: the place is the first that is wrong.
    expect(isRefused(text.slice(0, problem?.offset)) || parses(text.slice(0, problem?.offset))).toBe(true);
  });

  /** JSON, but a field stands there twice: which of them counts, RFC 8259 leaves open, so we ask. */
  const ASKED = ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"];

  it.each(files.filter((name) => name.startsWith("y_")))("accepts %s", (name) => {
    expect(problemsOf(textOf(name)).map(({ code }) => code)).toEqual(
      ASKED.includes(name) ? ["file/duplicate-key"] : [],
    );
  });

  /** What RFC 8259 leaves to the reader and `JSON.parse` accepts, but we do not take without a word. */
  const DOUBTFUL: Readonly<Record<string, string>> = {
    "i_number_double_huge_neg_exp.json": "file/changed-number",
    "i_number_huge_exp.json": "file/changed-number",
    "i_number_neg_int_huge_exp.json": "file/changed-number",
    "i_number_pos_double_huge_exp.json": "file/changed-number",
    "i_number_real_neg_overflow.json": "file/changed-number",
    "i_number_real_pos_overflow.json": "file/changed-number",
    "i_number_real_underflow.json": "file/changed-number",
    "i_number_too_big_neg_int.json": "file/changed-number",
    "i_number_very_big_negative_int.json": "file/changed-number",
    "i_structure_500_nested_arrays.json": "file/too-deep",
  };

  it.each(files.filter((name) => name.startsWith("i_")))(
    "decides on %s as listed or as JSON.parse does",
    (name) => {
      const text = textOf(name);
      const codes = problemsOf(text).map(({ code }) => code);
      expect(codes).toEqual(DOUBTFUL[name] ? [DOUBTFUL[name]] : parses(text) ? [] : ["file/not-json"]);
    },
  );
});

/** Text that is JSON, or nearly. */
const nearlyJson = fc
  .tuple(
    fc.oneof(
      fc.json(),
      fc.constantFrom(
        '{"a":[1,2.5e-3,null],"b":{"c":"\\u00e9\\n","d":true}}',
        '[{"id":"x"},{}]',
        "-0.10",
        '"\\\\"',
      ),
    ),
    fc.array(
      fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...'{}[],:"\\ \n\t-+.019eEtrufalsn\u0001\u00a0é😀', "")),
      {
        maxLength: 3,
      },
    ),
  )
  .map(([json, edits]) =>
    edits.reduce((text, [at, cut, put]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place + cut);
    }, json),
  );

describe("scanJson", () => {
  it("refuses what JSON.parse refuses, and nothing else", () => {
    fc.assert(
      fc.property(nearlyJson, (text) => {
        expect(isRefused(text)).toBe(!parses(text));
      }),
      { numRuns: 3000 },
    );
  });

  it("points at the first unit that no JSON could have there", () => {
    // Whatever goes on before it: the text up to it is the beginning of some JSON, which closing what is open completes.
    fc.assert(
      fc.property(nearlyJson, (text) => {
        const problem = problemsOf(text).find(({ code }) => code === "file/not-json");
        fc.pre(problem !== undefined);
        const before = text.slice(0, problem?.offset);
        const [again] = problemsOf(before).filter(({ code }) => code === "file/not-json");
        expect(again === undefined || again.offset === before.length || !before[again.offset]?.trim()).toBe(
          true,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("tells a repeated field wherever it stands, and no other", () => {
    const keyed = fc.array(fc.constantFrom("a", "b", "c", "d", "__proto__", "constructor", 'q"\\'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(keyed, { maxLength: 4 }), (objects) => {
        const text = JSON.stringify(objects.map((_, i) => `@${i}`)).replace(
          /"@(\d+)"/g,
          (_, i: string) =>
            `{${(objects[Number(i)] ?? []).map((key) => `${JSON.stringify(key)} : [{}]`).join(",")}}`,
        );
        const repeated = objects.reduce((sum, keys) => sum + keys.length - new Set(keys).size, 0);
        expect(problemsOf(text).map(({ code }) => code)).toEqual(Array(repeated).fill("file/duplicate-key"));
      }),
    );
  });

  it("tells a whole number that a double changes, and no other", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (whole) => {
        const read: number = JSON.parse(`${whole}`);
        const changed = BigInt(read) !== whole && String(read) !== String(whole);
        expect(problemsOf(`[${whole}]`).map(({ code }) => code)).toEqual(
          changed ? ["file/changed-number"] : [],
        );
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(problemsOf(JSON.stringify(number))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it(`goes ${DEEPEST} deep`, () => {
    const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
    expect(problemsOf(nested(DEEPEST))).toEqual([]);
    expect(problemsOf(nested(DEEPEST + 1)).map(({ code, offset }) => [code, offset])).toEqual([
      ["file/too-deep", DEEPEST],
    ]);
    expect(problemsOf(nested(1_000_000)).map(({ offset }) => offset)).toEqual([DEEPEST]);
  });

  it("does not slow down on long strings, numbers, white space and escapes", () => {
    const long = 3_000_000;
    for (const text of [
      `"${"x".repeat(long)}"`,
      `"${"\\n".repeat(long)}"`,
      `${" ".repeat(long)}1`,
      `[${"1,".repeat(long)}1]`,
    ])
      expect(problemsOf(text)).toEqual([]);
    expect(problemsOf(`1${"0".repeat(long)}`).map(({ code }) => code)).toEqual(["file/changed-number"]);
  });
});

/** Offsets of all values by their pointers, as another reader of JSON has them. */
function offsetsBySecondReader(text: string): Map<string, number> {
  const offsets = new Map<string, number>();
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
    const isValue = node.type !== "Member" && node.type !== "Element" && node.type !== "Document";
    if (isValue && !(parent?.type === "Member" && parent.name === node))
      offsets.set(own, node.loc.start.offset);
  }
  return offsets;
}

describe("offsetOf", () => {
  it("finds every value of every bundled record where a second reader has it", () => {
    const lines = datasetFiles(bundledRecords()).flatMap(({ text }) => text.split("\n").filter(Boolean));
    // The first file is one value over several lines.
    for (const line of lines.filter((one) => one.startsWith('{"id"'))) {
      for (const [path, offset] of offsetsBySecondReader(line)) expect(offsetOf(line, 0, path)).toBe(offset);
    }
  });

  it("finds every value of any JSON where a second reader has it", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        for (const [path, offset] of offsetsBySecondReader(text))
          expect(offsetOf(text, 0, path)).toBe(offset);
      }),
    );
  });

  it("finds the nearest value around one that is not there", () => {
    const text = '{"id":"x","citations":[{"source":"a"},{"source":"b"}]}';
    const at = (path: string): string => text.slice(offsetOf(text, 0, path));
    expect(at("/citations/1/speaker")).toBe('{"source":"b"}]}');
    expect(at("/citations/2/speaker")).toBe('[{"source":"a"},{"source":"b"}]}');
    expect(at("/none/at/all")).toBe(text);
  });

  it("takes the last of a field given twice, as JSON.parse does", () => {
    const text = '{"a":{"b":1},"a":{"c":2}}';
    expect(text.slice(offsetOf(text, 0, "/a/b"))).toBe('{"c":2}}');
  });
});

describe("PlacedText", () => {
  it("gives the line and column of every offset", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "\n", "\r\n", "é", "😀", "\u2028")), (parts) => {
        const text = parts.join("");
        const index = new PlacedText({ name: "x", text });
        for (let offset = 0; offset <= text.length; offset++) {
          const lines = text.slice(0, offset).split("\n");
          expect(index.place(offset)).toEqual({
            file: "x",
            line: lines.length,
            column: (lines.at(-1) ?? "").length + 1,
          });
        }
      }),
    );
  });
});
