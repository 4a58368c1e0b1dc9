import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findText, hashTexts, TextDictionary, TextTable } from "../../src/graph/text-table.ts";

const text = fc.string({ unit: "grapheme", maxLength: 60 });

describe("TextDictionary", () => {
  it("numbers texts in the order in which they first come, and gives each back", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 300 }), (texts) => {
        const dictionary = new TextDictionary();
        const numbers = texts.map((one) => dictionary.number(one));
        const distinct = [...new Set(texts)];
        expect(numbers).toEqual(texts.map((one) => distinct.indexOf(one)));
        const { bytes, starts } = dictionary.finish();
        const table = new TextTable(bytes, starts);
        expect(Array.from({ length: table.length }, (_, i) => table.at(i))).toEqual(distinct);
      }),
    );
  });

  it("goes on finding texts while it grows", () => {
    const dictionary = new TextDictionary();
    const texts = Array.from({ length: 5000 }, (_, i) => `claim-${i}-ї`);
    for (const [i, one] of texts.entries()) expect(dictionary.number(one)).toBe(i);
    expect(texts.map((one) => dictionary.number(one))).toEqual([...texts.keys()]);
  });
});

describe("hashTexts", () => {
  it("finds every text of a table and no other, be it of one byte a letter or of more", () => {
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 100 }), text, (texts, other) => {
        const dictionary = new TextDictionary();
        for (const one of texts) dictionary.number(one);
        const { bytes, starts } = dictionary.finish();
        const table = new TextTable(bytes, starts);
        const { slots, twice } = hashTexts(table);
        expect(twice).toBeUndefined();
        expect(texts.map((one) => findText(table, slots, one))).toEqual([...texts.keys()]);
        expect(findText(table, slots, other)).toBe(texts.indexOf(other));
      }),
    );
  });
});
