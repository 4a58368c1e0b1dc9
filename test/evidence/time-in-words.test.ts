import { describe, expect, it } from "vitest";
import { dateInWords, inWords, timeInWords } from "../../src/evidence/time-in-words.ts";

describe("timeInWords", () => {
  it.each([
    ["2023", " in 2023"],
    ["2023-11", " in 2023-11"],
    ["2023-11-01", " on 2023-11-01"],
    ["2023~", " in about 2023"],
    ["2024-11-01?", " on 2024-11-01 (date in doubt)"],
    ["2024-11%", " in about 2024-11 (date in doubt)"],
    ["202X", " in a year of the 2020s"],
    ["19XX", " in a year of the 1900s"],
    ["2023-XX", " in a month of 2023"],
    ["2023-11-XX", " on a day of 2023-11"],
    ["-0044", " in -0044"],
    ["2022/2024", " from 2022 to 2024"],
    ["2023-11-01/..", " since 2023-11-01"],
    ["2023/", " from 2023 to an unknown end"],
    ["../2024", " until 2024"],
    ["/2024", " from an unknown start to 2024"],
  ])("puts %s into words", (valid, words) => {
    expect(timeInWords({ valid })).toBe(words);
  });

  it("says that days are only attested, and nothing where there is no time", () => {
    expect(timeInWords({ attested: ["2024-05-21"] })).toBe(", as attested on 2024-05-21");
    expect(timeInWords({ attested: ["2024", "2024-11-01?", "2025-03-07"] })).toBe(
      ", as attested in 2024, on 2024-11-01 (date in doubt) and on 2025-03-07",
    );
    expect(timeInWords({})).toBe("");
    expect(dateInWords("2022/2024")).toBe("2022/2024");
    expect(inWords(["a", "b"])).toBe("a and b");
  });
});
