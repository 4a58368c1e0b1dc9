import { describe, expect, it } from "vitest";
import { joinLines } from "../../src/format/lines.ts";

describe("joinLines", () => {
  it("ends every line and gives nothing for no lines", () => {
    expect(joinLines(["a", "b"], "X")).toBe("a\nb\n");
    expect(joinLines([], "X")).toBe("");
  });

  it("refuses what no text can hold with a code instead of an engine's error", () => {
    const line = "x".repeat(1 << 20);
    expect(() => joinLines(new Array(600).fill(line), "X")).toThrow(
      expect.objectContaining({ code: "format/too-long" }),
    );
  });
});
