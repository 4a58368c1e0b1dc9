import { describe, expect, it } from "vitest";
import { loadXinjiang } from "../src/index.ts";
import { nearest } from "../src/nearest.ts";

const ids = loadXinjiang().nodes();

describe("the nearest word", () => {
  it("is the one with the fewest slips", () => {
    expect(nearest("port/horgos-raod", ids)).toBe("port/horgos-road");
    expect(nearest("official/chen-weijum", ids)).toBe("official/chen-weijun");
    expect(nearest("opnesTo", ["opensTo", "openTo"])).toBe("opensTo");
  });

  it("is the shortest that goes on, where only the beginning is written", () => {
    expect(nearest("official/chen", ids)).toBe("official/chen-weijun");
    expect(nearest("port/horgos", ids)).toMatch(/^port\/horgos-/);
    expect(nearest("indicator/trade", ids)).toMatch(/^indicator\/trade-/);
    expect(nearest("abc", ["abcdefghij"])).toBeUndefined();
  });

  it("is none where nothing is near", () => {
    expect(nearest("zzzzzzzz", ids)).toBeUndefined();
    expect(nearest("", ids)).toBeUndefined();
  });
});
