import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatJudgements, type Judgement, parseJudgements } from "../../src/dataset/judgements.ts";
import { mergeDatasets } from "../../src/dataset/merge.ts";
import { InvalidRecordError, type Issue } from "../../src/errors.ts";

const judged = (
  left: string,
  judgement: "same" | "different",
  right: string,
  by = "A. Editor",
): Judgement => ({
  ...{ left, right, judgement, by, on: "2026-11-21" },
});
const parse = (text: string): Judgement[] => parseJudgements({ name: "judgements.jsonl", text });
const issuesOf = (text: string): readonly Issue[] => {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof InvalidRecordError) return error.issues;
    throw error;
  }
  return [];
};

describe("a file of judgements", () => {
  it("comes back the same, sorted, each judgement once", () => {
    const id = fc.constantFrom("port/a", "port/b", "port/c", "d", "霍尔果斯");
    const judgement = fc
      .record({
        left: id,
        right: id,
        by: fc.string({ minLength: 1, unit: "grapheme" }),
        on: fc.constantFrom("2026", "2026-11-21"),
      })
      .filter(({ left, right }) => left !== right)
      .map((one): Judgement => ({ ...one, judgement: "different" }));
    fc.assert(
      fc.property(fc.array(judgement), (some) => {
        const text = formatJudgements(some);
        expect(formatJudgements(parse(text))).toBe(text);
        expect(formatJudgements([...some, ...some].reverse())).toBe(text);
        expect(new Set(parse(text).map((one) => formatJudgements([one])))).toEqual(
          new Set(some.map((one) => formatJudgements([one]))),
        );
      }),
    );
  });

  it("keeps naughty strings as they are", () => {
    const folder = process.env.SUITES_DIR;
    if (!folder) return console.warn("SUITES_DIR is not set: naughty strings are not run");
    const strings: string[] = JSON.parse(readFileSync(join(folder, "naughty-strings.json"), "utf8"));
    expect(strings.length).toBeGreaterThan(500);
    const whole = strings.filter((text) => text !== "" && !/\p{Cs}/u.test(text));
    const some = whole.map((reason, i) => ({
      ...judged("a", "different", `b${String(i).padStart(4, "0")}`),
      reason,
    }));
    expect(parse(formatJudgements(some))).toEqual(some);
  });

  it("is refused with every problem at its line and column", () => {
    const text = [
      '{"left":"port/a","right":"port/b","judgement":"same","by":"x","on":"2026"}',
      '{"left":"port/a",',
      '{"left":"__proto__","right":"port/b","judgement":"equal","by":"x","on":"today"}',
      "[]",
      '{"left":"port/a","right":"port/a","judgement":"same","by":"x","on":"2026"}',
    ].join("\n");
    expect(issuesOf(text).map(({ code, line, path }) => [code, line, path])).toEqual([
      ["file/not-json", 2, undefined],
      ["record/invalid-id", 3, "/left"],
      ["record/invalid-value", 3, "/judgement"],
      ["record/invalid-date", 3, "/on"],
      ["record/wrong-type", 4, ""],
      ["merge/judged-itself", 5, "/right"],
    ]);
    expect(issuesOf(text).every(({ file }) => file === "judgements.jsonl")).toBe(true);
  });

  it("is refused where judgements contradict one another, with the chain", () => {
    const text = formatJudgements([
      judged("port/a", "same", "port/b", "Ann"),
      judged("port/c", "same", "port/b", "Ben"),
      judged("port/x", "same", "port/y"),
      judged("port/c", "different", "port/a", "Cem"),
    ]);
    const [issue, ...others] = issuesOf(text);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: "merge/contradictory-judgements", line: 2 });
    expect(issue?.message).toBe(
      "port/c and port/a are judged different (Cem, 2026-11-21) and, one after the other, the same: " +
        "port/c = port/b (Ben, 2026-11-21), port/a = port/b (Ann, 2026-11-21). Take one of these judgements back.",
    );
  });
});

describe("judgements in a merge", () => {
  const entity = (id: string): object => ({ id, names: [{ value: id, lang: "en" }] });
  const data = {
    sources: [],
    claims: [],
    entities: ["port/a", "port/b", "port/c", "region/r"].map(entity),
  } as never;

  it("lead from one id to another to the first of all, whoever is left or right", () => {
    const judgements = [judged("port/c", "same", "port/b"), judged("port/b", "same", "port/a")];
    const { records, report } = mergeDatasets([data], { judgements });
    expect(records.entities.map(({ id, names }) => [id, names.length])).toEqual([
      ["port/a", 3],
      ["region/r", 1],
    ]);
    expect(report.renamedEntities).toEqual([
      { from: "port/b", to: "port/a" },
      { from: "port/c", to: "port/a" },
    ]);
  });

  it("wait for ids that no dataset has", () => {
    const judgements = [judged("port/0", "same", "port/b"), judged("port/0", "same", "port/c")];
    const { records, report } = mergeDatasets([data], { judgements });
    expect(records.entities.map(({ id }) => id)).toEqual(["port/a", "port/b", "region/r"]);
    expect(report.unusedJudgements).toEqual(judgements);
  });

  it("cannot make one of two kinds", () => {
    expect(() => mergeDatasets([data], { judgements: [judged("port/a", "same", "region/r")] })).toThrow(
      "Judged the same, but of different kinds: port/a is a port, region/r is a region. Take a judgement back.",
    );
  });

  it("that contradict one another are refused before anything is merged", () => {
    const judgements = [judged("port/a", "same", "port/b"), judged("port/b", "different", "port/a")];
    expect(() => mergeDatasets([data], { judgements })).toThrow(
      expect.objectContaining({ code: "merge/contradictory-judgements" }),
    );
  });
});
