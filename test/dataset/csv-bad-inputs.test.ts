import { describe, expect, it } from "vitest";
import { parseDataset } from "../../src/dataset/parse-dataset.ts";
import { csvCases, type MarkedCase } from "../specs/bad-inputs/csv.ts";
import { ftmCases } from "../specs/bad-inputs/ftm.ts";

const MARK = "«";

/** Lines and columns of the marks of a text, each counted without the marks before it. */
function markedPlaces(file: string, text: string): string[] {
  return text.split("\n").flatMap((line, i) => {
    const parts = line.replace("\uFEFF", "").split(MARK).slice(0, -1);
    return parts.map((_, k) => `${file}:${i + 1}:${parts.slice(0, k + 1).join("").length + 1}`);
  });
}

const files = ({ files }: MarkedCase) =>
  Object.entries(files).map(([name, text]) => ({ name, text: text.replaceAll(MARK, "") }));

describe.each([
  ["CSV", csvCases],
  ["FollowTheMoney", ftmCases],
])("bad %s", (_, cases) => {
  it("has no case twice", () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    expect(new Set(cases.map((one) => JSON.stringify(one.files))).size).toBe(cases.length);
  });

  it.each(cases)("is refused, and its place told: $name", (one) => {
    const places = Object.entries(one.files).flatMap(([name, text]) => markedPlaces(name, text));
    expect(places.length).toBe(one.expected.length);
    const expected = one.expected.flatMap((codes, i) =>
      codes.split(" ").map((code) => `${places[i]} ${code}`),
    );
    const found = parseDataset(files(one)).issues.filter(({ severity }) => severity === "error");
    expect(found.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`).sort()).toEqual(
      expected.sort(),
    );
    for (const issue of found) {
      expect(issue.message.length).toBeGreaterThan(20);
      expect(issue.message).not.toMatch(/\[object|TypeError/);
    }
  });
});
