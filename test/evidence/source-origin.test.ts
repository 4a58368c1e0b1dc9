import { describe, expect, it } from "vitest";
import { originOf, repetitionsOf, type Sources } from "../../src/evidence/source-origin.ts";
import type { Source } from "../../src/model/source.ts";
import { SOURCES } from "./cited-records.ts";

function sourcesOf(links: Readonly<Record<string, Partial<Source>>>): Sources {
  const entries = Object.entries(links).map(([id, link]) => [id, { ...SOURCES[0], id, ...link }] as const);
  return Object.fromEntries(entries) as unknown as Sources;
}

describe("originOf", () => {
  it("follows reprints and repetitions to the end, through any number of steps", () => {
    const sources = sourcesOf({
      a: {},
      b: { reprintOf: "a" },
      c: { derivedFrom: "b" },
      d: { reprintOf: "c", derivedFrom: "z" },
    });
    expect(["a", "b", "c", "d"].map((id) => originOf(sources, id))).toEqual(["a", "a", "a", "a"]);
  });

  it("takes an original that the dataset does not hold for one, even an id like __proto__", () => {
    expect(originOf(sourcesOf({ a: { reprintOf: "elsewhere" } }), "a")).toBe("elsewhere");
    expect(originOf(sourcesOf({ a: { reprintOf: "__proto__" } }), "a")).toBe("__proto__");
  });

  it("ends in a ring at the least id of the ring, wherever it starts", () => {
    const ring = sourcesOf({
      a: { reprintOf: "c" },
      b: { reprintOf: "a" },
      c: { reprintOf: "b" },
      outer: { derivedFrom: "b" },
    });
    expect(["a", "b", "c", "outer"].map((id) => originOf(ring, id))).toEqual(["a", "a", "a", "a"]);
  });
});

describe("repetitionsOf", () => {
  it("finds what goes back to a source, not the source itself, in rings too", () => {
    const sources = sourcesOf({
      a: {},
      b: { reprintOf: "a" },
      c: { derivedFrom: "b" },
      d: {},
      x: { reprintOf: "y" },
      y: { reprintOf: "x" },
    });
    expect(repetitionsOf(sources, new Set(["a"]))).toEqual(["b", "c"]);
    expect(repetitionsOf(sources, new Set(["b"]))).toEqual(["c"]);
    expect(repetitionsOf(sources, new Set(["x"]))).toEqual(["y"]);
  });
});
