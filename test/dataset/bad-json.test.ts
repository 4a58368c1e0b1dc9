import { describe, expect, it } from "vitest";
import { parseDataset } from "../../src/dataset/parse-dataset.ts";
import type { Issue } from "../../src/errors.ts";
import { BAD_JSON } from "../specs/bad-inputs/json.ts";
import { MUTATED_RECORDS } from "../specs/bad-inputs/mutated-records.ts";

/** What the tables say of a problem, as one line. */
const lines = (problems: readonly Pick<Issue, "code" | "file" | "line" | "column" | "path">[]): string[] =>
  problems
    .map(({ code, file, line, column, path }) => `${file}:${line}:${column} ${path ?? "-"} ${code}`)
    .sort();

describe.each([
  ["by hand", BAD_JSON],
  ["made of real records", MUTATED_RECORDS],
])("bad inputs %s", (_, inputs) => {
  it.each(inputs.map((input) => [input.name, input] as const))("%s", (_name, { files, problems }) => {
    const { issues } = parseDataset(files);
    expect(lines(issues)).toEqual(lines(problems));
    for (const { message, expected, received = "" } of issues) {
      expect(message).toMatch(/\S [\s\S]*[.?)"]$/);
      expect(expected).toBeTruthy();
      expect(received.length).toBeLessThanOrEqual(80);
    }
  });
});

describe("the tables", () => {
  it("hold four hundred inputs, no two alike", () => {
    const inputs = [...BAD_JSON, ...MUTATED_RECORDS].map(({ files }) => JSON.stringify(files));
    expect(new Set(inputs).size).toBe(inputs.length);
    expect(inputs.length).toBeGreaterThan(400);
  });
});
