import { describe, expect, it } from "vitest";
import { isAsShown, parseShown, showsLinesOf, showsValue } from "./shown-value.ts";

const shows = (comment: string, value: unknown): boolean => isAsShown(parseShown(comment), value);

describe("isAsShown", () => {
  it("takes a value for what is shown only if it is the same", () => {
    expect(shows('[["a", 1], {}]', [["a", 1], { b: undefined }])).toBe(true);
    expect(shows("1/15", 1 / 15)).toBe(true);
    expect(shows('"no": it was launched later', "no")).toBe(true);
    for (const [comment, value] of [
      ['["a"]', ["a", "b"]],
      ['["a", "b"]', ["a"]],
      ["{ a: 1 }", { a: 1, b: 2 }],
      ["{ a: 1, … }", { b: 2 }],
      ["-1", 1],
      ['"1"', 1],
      ["true", 1],
      ["[]", {}],
      ["undefined", null],
    ] as const)
      expect(shows(comment, value)).toBe(false);
  });

  it("takes … for whatever was left out", () => {
    expect(shows('["a", …, "c", …]', ["a", "b", "b", "c"])).toBe(true);
    expect(shows('["a", …, "c"]', ["a", "c", "d"])).toBe(false);
    expect(shows('{ a: …, "x…": 2, … }', { a: {}, xyz: 2, c: 3 })).toBe(true);
    expect(shows('"From … to …"', "From 1\n2 to 3")).toBe(true);
    expect(shows('"From … to …"', "from 1 to 2")).toBe(false);
  });

  it("joins texts that the lines of a comment break", () => {
    expect(shows('"one\n  two"', "one two")).toBe(true);
    expect(shows('"one  two"', "one two")).toBe(false);
  });

  it("refuses what is neither a value nor words", () => {
    for (const comment of ['["a"', '"a', '"a" b', "{ a }", "[1 2]"])
      expect(() => parseShown(comment)).toThrow(SyntaxError);
    expect(showsValue("words")).toBe(false);
  });
});

describe("showsLinesOf", () => {
  it("finds the lines shown in the text, in order", () => {
    const text = 'a {\n  "b" [c=1];\n  "d";\n}\n';
    expect(showsLinesOf('a {\n"b" […];\n}', text)).toBe(true);
    expect(showsLinesOf('"d";\n"b" […];', text)).toBe(false);
    expect(showsLinesOf('"b"', text)).toBe(false);
  });
});
