import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { safeText } from "../../src/cli/safe-text.ts";
import { type Column, tabbedText, tableText } from "../../src/cli/table.ts";
import { wrap } from "../../src/cli/text-width.ts";

/** Words in several scripts, wide, narrow, combining and from right to left. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "霍尔果斯",
        "Khorgos",
        "قورغاس",
        "Қорғас",
        "e\u0301",
        "👩‍👩‍👧‍👦",
        "ｶﾞ",
        "한국",
        "  ",
        "–",
        "",
      ),
      fc.string({ unit: "grapheme", maxLength: 12 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => safeText(parts.join(" ")));

describe("wrap", () => {
  it("loses nothing but spaces at the ends of lines", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (whole, room) => {
        expect(wrap(whole, room, stringWidth).join("").replace(/\s/g, "")).toBe(whole.replace(/\s/g, ""));
      }),
    );
  });

  it("fills lines with words, and with Chinese letter by letter", () => {
    expect(wrap("over 357 billion CNY", 11, stringWidth)).toEqual(["over 357", "billion CNY"]);
    expect(wrap("中哈霍尔果斯国际边境合作中心", 8, stringWidth)).toEqual([
      "中哈霍尔",
      "果斯国际",
      "边境合作",
      "中心",
    ]);
    expect(wrap("https://example.org/a/long/address x", 10, stringWidth)).toEqual([
      "https://example.org/a/long/address",
      "x",
    ]);
    expect(wrap("", 10, stringWidth)).toEqual([""]);
  });
});

describe("tableText", () => {
  interface Row {
    readonly a: string;
    readonly b: string;
    readonly c: string;
  }
  const columns: readonly Column<Row>[] = [
    { name: "a", of: ({ a }) => a, keep: true },
    { name: "b", of: ({ b }) => b },
    { name: "c", of: ({ c }) => c },
  ];
  const row = fc.record({ a: text, b: text, c: text });
  const plain = { paint: (shown: string) => shown };

  it("cuts nothing, however narrow the screen", () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 7, max: 90 }),
        (rows, room) => {
          const [, ...lines] = tableText(columns, rows, plain, room, stringWidth).split("\n");
          const letters = (texts: readonly string[]): string => texts.join("").replace(/\s/g, "");
          expect(letters(lines)).toBe(letters(rows.flatMap(({ a, b, c }) => [a, b, c])));
        },
      ),
    );
  });

  it("puts what finds no room below its row, and what is to be kept last", () => {
    const rows = [{ a: "port/horgos-road", b: "a rather long cell", c: "another one of these" }];
    const [, ...lines] = tableText(columns, rows, plain, 40, stringWidth).trimEnd().split("\n");
    expect(lines).toEqual(["port/horgos-road  a rather long cell", "  another one of these"]);
    const kept = [columns[1], { ...columns[2], keep: true }, columns[0]] as Column<Row>[];
    const [header, ...narrow] = tableText(kept, rows, plain, 40, stringWidth).trimEnd().split("\n");
    expect(header?.trimEnd()).toBe("b                   c");
    expect(narrow).toEqual(["a rather long cell  another one of these", "  port/horgos-road"]);
  });

  it("is one line a row without a terminal, whatever the cells hold", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ a: fc.string(), b: fc.string(), c: fc.string() })), (rows) => {
        const lines = tabbedText(columns, rows).split("\n").slice(0, -1);
        expect(lines).toHaveLength(rows.length);
        for (const line of lines) expect(line.split("\t")).toHaveLength(3);
      }),
    );
  });
});
