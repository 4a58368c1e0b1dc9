import { describe, expect, it } from "vitest";
import { nameIn } from "../../src/model/entity.ts";

describe("nameIn", () => {
  const names = [
    { value: "哈密", lang: "zh-Hans" },
    { value: "Hami", lang: "en" },
  ];

  it("prefers the language asked for, then English, then whatever comes first", () => {
    expect(nameIn({ id: "region/hami", names }, "zh")).toBe("哈密");
    expect(nameIn({ id: "region/hami", names }, "ru")).toBe("Hami");
    expect(nameIn({ id: "region/hami", names: names.slice(0, 1) })).toBe("哈密");
  });

  it("gives the id of an entity without names, be the list empty or absent", () => {
    expect(nameIn({ id: "region/hami", names: [] })).toBe("region/hami");
    expect(nameIn({ id: "region/hami" } as never)).toBe("region/hami");
  });
});
