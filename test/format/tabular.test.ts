import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  attributeTypes,
  fitCell,
  freeName,
  joinList,
  splitList,
  typeOfValues,
} from "../../src/format/tabular.ts";

describe("joinList", () => {
  it("is undone by splitList for every list with something in it", () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("|", "\\", "a", "\n") }));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (list) => {
        expect(splitList(joinList(list))).toEqual(list);
      }),
    );
  });
});

describe("attributeTypes", () => {
  const of = (type: "text" | "number" | "integer" | "list") => ({
    attributes: { a: { type, description: "" } },
  });

  it("keeps a type that all definitions share and widens others", () => {
    expect(attributeTypes([of("list"), of("list")]).get("a")).toBe("list");
    expect(attributeTypes([of("integer"), of("number")]).get("a")).toBe("number");
    expect(attributeTypes([of("number"), of("text")]).get("a")).toBe("text");
    expect(attributeTypes([of("list"), of("number"), of("list")]).get("a")).toBe("text");
  });
});

describe("typeOfValues", () => {
  it("finds the type that fits all plain values, and none for objects", () => {
    expect(typeOfValues([1, 2.5])).toBe("number");
    expect(typeOfValues([true, Number.NaN])).toBe("boolean");
    expect(typeOfValues([1, "a"])).toBe("text");
    expect(typeOfValues([["a"], ["b"]])).toBe("list");
    expect(typeOfValues([{}, null, Number.NaN, []])).toBeUndefined();
  });
});

describe("fitCell", () => {
  it("gives a text for whatever a text column may hold, and nothing for what does not fit", () => {
    expect(["a", 1, true, ["a", "b|c"]].map((value) => fitCell("text", value))).toEqual([
      "a",
      "1",
      "true",
      "a|b\\|c",
    ]);
    expect(fitCell("number", "1")).toBeUndefined();
    expect(fitCell("number", Number.POSITIVE_INFINITY)).toBeUndefined();
    expect(fitCell("integer", 1.5)).toBeUndefined();
    expect(fitCell("list", [])).toBeUndefined();
    expect(fitCell("list", ["a", 1])).toBeUndefined();
  });
});

describe("freeName", () => {
  it("puts attribute before a name until nobody has it", () => {
    const taken = new Set(["unit", "attributeUnit"]);
    expect(freeName("unit", taken)).toBe("attributeAttributeUnit");
    expect(freeName("share", taken)).toBe("share");
    expect(taken.has("share")).toBe(true);
  });
});
