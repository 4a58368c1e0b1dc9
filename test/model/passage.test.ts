import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fingerprint,
  formatHash,
  normalizePassage,
  normalizeWithOffsets,
  rollingHash,
  scanHashes,
} from "../../src/model/passage.ts";

const text = fc.string({ unit: "grapheme", maxLength: 60 });
const messy = fc
  .array(
    fc.oneof(
      text,
      fc.constantFrom(
        " ",
        "\u00a0",
        "\n",
        "\r\n",
        "\t",
        "\u00ad",
        "\u200b",
        "\ufeff",
        "e\u0301",
        "각",
        "가",
        "😀",
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

describe("normalizePassage", () => {
  it("drops soft hyphens and zero-width characters and makes every run of white space one space", () => {
    expect(normalizePassage("  357.33\u00a0billion \n\n yu\u00adan\u200b ")).toBe("357.33 billion yuan");
  });

  it("composes letters and marks, also with something invisible between them", () => {
    expect(normalizePassage("Cafe\u0301")).toBe("Café");
    expect(normalizePassage("Cafe\u200b\u0301")).toBe("Café");
  });

  it("changes nothing when done twice", () => {
    fc.assert(fc.property(messy, (raw) => normalizePassage(normalizePassage(raw)) === normalizePassage(raw)));
  });
});

describe("normalizeWithOffsets", () => {
  it("gives the same text as normalizePassage and offsets that never go back", () => {
    fc.assert(
      fc.property(messy, (raw) => {
        const { text: normalized, offsets } = normalizeWithOffsets(raw);
        expect(normalized).toBe(normalizePassage(raw));
        expect(offsets.length).toBe(normalized.length + 1);
        for (let i = 1; i < offsets.length; i++)
          expect(offsets[i]).toBeGreaterThanOrEqual(offsets[i - 1] as number);
      }),
    );
  });

  it("points at the raw place of a passage", () => {
    const raw = "\n Xinjiang\u00a0 saw  3,396 enterprises";
    const { text: normalized, offsets } = normalizeWithOffsets(raw);
    const at = normalized.indexOf("3,396");
    expect(raw.slice(offsets[at], (offsets[at] as number) + 5)).toBe("3,396");
  });
});

describe("fingerprint", () => {
  it("is SHA-256 of the normalised UTF-8, a rolling hash and the normalised length", async () => {
    const print = await fingerprint(" 霍尔果斯\u00a0口岸 ");
    expect(print).toEqual({
      length: 7,
      hash: formatHash(rollingHash("霍尔果斯 口岸")),
      sha256: createHash("sha256").update("霍尔果斯 口岸").digest("hex"),
    });
  });

  it("changes with any one character", async () => {
    const whole = "reached 435.11 billion yuan";
    const prints = await Promise.all(
      [...whole].map((_, i) => fingerprint(`${whole.slice(0, i)}#${whole.slice(i + 1)}`)),
    );
    const own = await fingerprint(whole);
    for (const print of prints) expect(print.sha256).not.toBe(own.sha256);
  });
});

describe("scanHashes", () => {
  it("finds exactly the windows whose hash is wanted, as hashing each window does", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 1, max: 12 }), (haystack, length) => {
        const windows = Array.from({ length: Math.max(0, haystack.length - length + 1) }, (_, i) =>
          rollingHash(haystack.slice(i, i + length)),
        );
        const wanted = new Set(windows.filter((_, i) => i % 3 === 0));
        const found: number[] = [];
        scanHashes(haystack, length, wanted, (offset) => found.push(offset));
        expect(found).toEqual([...windows.keys()].filter((i) => wanted.has(windows[i] as number)));
      }),
    );
  });
});
