import { describe, expect, it } from "vitest";
import { InvalidRecordError } from "../../src/errors.ts";
import { assembleGraph } from "../../src/graph/assemble.ts";
import { validateRecords } from "../../src/graph/validate.ts";
import { xinjiangOntology } from "../../src/ontology/ontology.ts";

const source = {
  id: "s",
  title: "S",
  publisher: { name: "P", class: "other", classifiedBy: "n", classifiedOn: "2026" },
  genre: "g",
  language: "en",
  published: "2024-05-21",
  accessed: "2026",
} as const;
const print = { start: 0, end: 5, length: 5, hash: "00000000", sha256: "0".repeat(64) };
const citation = { source: "s", ...print, voice: "narrated", stance: "asserts" } as const;
const named = (id: string, rest: object = {}): object => ({
  id,
  names: [{ value: id, lang: "en" }],
  ...rest,
});
const entities = [
  named("port/a", { modes: ["road"] }),
  named("country/k"),
  named("region/x"),
  named("indicator/i", { measure: "stock" }),
];
const claim = {
  id: "c",
  subject: "port/a",
  relation: "opensTo",
  object: "country/k",
  valid: "2024",
  status: "actual",
  citations: [citation],
};

/** Codes and pointers of the problems of a dataset with these records put in. */
function problems(change: { sources?: unknown[]; entities?: unknown[]; claims?: unknown[] }): string[] {
  const records = { sources: [source], entities, claims: [claim], ...change };
  return validateRecords(records as never, xinjiangOntology).map((issue) =>
    `${issue.code} ${issue.path ?? ""}`.trim(),
  );
}

describe("validateRecords", () => {
  it("finds nothing wrong with a right dataset", () => {
    expect(problems({})).toEqual([]);
  });

  it.each<[string, object, string[]]>([
    ["an unknown relation", { relation: "opensTwo" }, ["record/unknown-relation /relation"]],
    [
      "an unknown relation and what is wrong with the fields that all claims have",
      {
        relation: "opensTwo",
        subject: "port/b",
        object: "country/l",
        status: "real",
        valid: "soon",
        quantity: { value: "many", unit: "1" },
        stretch: "its own field",
        citations: [{ ...citation, voice: "sung", tune: "none" }],
      },
      [
        "record/unknown-relation /relation",
        "record/invalid-date /valid",
        "record/invalid-value /status",
        "record/invalid-value /citations/0/voice",
        "record/unknown-field /citations/0/tune",
        "record/invalid-value /quantity/value",
        "record/dangling-entity /subject",
        "record/dangling-entity /object",
      ],
    ],
    ["no relation", { relation: undefined }, ["record/unknown-relation /relation"]],
    ["a dangling object", { object: "country/l" }, ["record/dangling-entity /object"]],
    ["ends of the wrong kind", { object: "region/x" }, ["record/wrong-ends /object"]],
    ["a subject that the relation does not take", { subject: "region/x" }, ["record/wrong-ends /subject"]],
    ["no citation", { citations: [] }, ["record/too-few /citations"]],
    ["an interval that ends before it starts", { valid: "2024/2022" }, ["record/invalid-date /valid"]],
    ["a day that no calendar has", { valid: "2023-02-29" }, ["record/invalid-date /valid"]],
    ["no time at all", { valid: undefined }, ["record/time-missing /valid"]],
    ["two sorts of time", { attested: ["2024"] }, ["record/time-doubled /attested"]],
    ["an unknown status", { status: "real" }, ["record/invalid-value /status"]],
    ["an attribute that the relation does not have", { rolle: "x" }, ["record/unknown-field /rolle"]],
    [
      "a figure where the relation has none",
      { quantity: { value: "1", unit: "1" } },
      ["record/unknown-field /quantity"],
    ],
    [
      "a source that is not there",
      { citations: [{ ...citation, source: "t" }] },
      ["record/dangling-source /citations/0/source"],
    ],
    [
      "half a fingerprint",
      { citations: [{ ...citation, hash: undefined }] },
      ["record/citation-incomplete /citations/0"],
    ],
    [
      "a passage of no length",
      { citations: [{ ...citation, end: 0 }] },
      ["record/citation-range /citations/0/end"],
    ],
    [
      "a speaker who is no entity",
      { citations: [{ ...citation, speaker: "official/n" }] },
      ["record/dangling-entity /citations/0/speaker"],
    ],
    ["an id that JavaScript reserves", { id: "__proto__" }, ["record/invalid-id /id"]],
    ["half a character", { id: "\ud800" }, ["record/invalid-value /id"]],
  ])("names %s", (_what, change, expected) => {
    expect(problems({ claims: [{ ...claim, ...change }] })).toEqual(expected);
  });

  it.each<[string, unknown, string[]]>([
    ["an unknown kind, with the nearest one", named("prot/a"), ["record/unknown-kind /id"]],
    [
      "an unknown kind and what is wrong with the fields that all entities have",
      { id: "prot/a", names: [{ value: "a" }], depth: 7 },
      ["record/unknown-kind /id", "record/missing-field /names/0/lang"],
    ],
    ["an id that tells no kind", named("a"), ["record/unknown-kind /id"]],
    ["a kind that the id contradicts", named("port/b", { kind: "region" }), ["record/kind-mismatch /kind"]],
    ["a closed list broken", named("port/b", { modes: ["boat"] }), ["record/invalid-value /modes/0"]],
    ["a latitude beyond the pole", named("port/b", { lat: 91 }), ["record/invalid-value /lat"]],
    ["no name", { id: "port/b", names: [] }, ["record/too-few /names"]],
    [
      "a language that is none",
      { id: "port/b", names: [{ value: "b", lang: "english!" }] },
      ["record/invalid-value /names/0/lang"],
    ],
    ["no id", { names: [{ value: "b", lang: "en" }] }, ["record/missing-field /id"]],
    [
      "no id beside a kind",
      { kind: "port", names: [] },
      ["record/too-few /names", "record/missing-field /id"],
    ],
    ["a number for an id", { id: 7, names: [{ value: "b", lang: "en" }] }, ["record/wrong-type /id"]],
    ["no record at all", null, ["record/not-an-object"]],
    ["an indicator without its measure", named("indicator/j"), ["record/missing-field /measure"]],
    [
      "a reference of the wrong kind",
      named("indicator/j", { measure: "share", of: "port/a" }),
      ["record/wrong-reference-kind /of"],
    ],
    ["a duplicate id", named("country/k"), ["record/duplicate-id /id"]],
    [
      "an own __proto__ attribute",
      JSON.parse('{"id":"port/b","names":[{"value":"b","lang":"en"}],"__proto__":{"polluted":1}}'),
      ["record/unknown-field /__proto__"],
    ],
  ])("names in an entity %s", (_what, record, expected) => {
    expect(problems({ entities: [...entities, record] })).toEqual(expected);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it("does not call an entity missing whose kind is unknown", () => {
    const odd = { entities: [...entities, named("prot/a")], claims: [{ ...claim, subject: "prot/a" }] };
    expect(problems(odd)).toEqual(["record/unknown-kind /id"]);
  });

  it("says that an id is missing, not that it found nothing", () => {
    const [issue] = validateRecords(
      { sources: [], entities: [{ names: [] }], claims: [] } as never,
      xinjiangOntology,
    ).filter(({ path }) => path === "/id");
    expect(issue?.message).toBe('The field "id" is missing; expected an identifier without white space.');
  });

  it("wants a symmetric claim stored the smaller id first", () => {
    const borders = { ...claim, relation: "borders", subject: "region/x", object: "country/k" };
    expect(problems({ claims: [borders] })).toEqual(["record/symmetric-order /subject"]);
  });

  it("reports two hundred problems in one go, each with its record, and builds nothing", () => {
    const bad = Array.from({ length: 200 }, (_, i) => ({ ...claim, id: `c${i}`, object: `country/${i}` }));
    const assemble = (): unknown =>
      assembleGraph({ sources: [source], entities: entities as never, claims: bad as never });
    expect(assemble).toThrow(InvalidRecordError);
    try {
      assemble();
    } catch (error) {
      const { issues } = error as InvalidRecordError;
      expect(issues.length).toBe(200);
      expect(new Set(issues.map((issue) => issue.id)).size).toBe(200);
      for (const issue of issues)
        expect(issue).toMatchObject({ code: "record/dangling-entity", path: "/object", severity: "error" });
    }
  });

  it.each([undefined, null, 5, "records", [], {}, { sources: 1, entities: {}, claims: "x" }])(
    "answers %j with issues, not with a TypeError",
    (records) => {
      const issues = validateRecords(records as never, xinjiangOntology);
      expect(issues.length).toBeGreaterThan(0);
      for (const issue of issues) expect(issue.code).toMatch(/^record\//);
    },
  );

  it("suggests what was probably meant", () => {
    const [issue] = validateRecords(
      { sources: [source], entities: [named("prot/a")], claims: [] } as never,
      xinjiangOntology,
    );
    expect(issue?.message).toContain('did you mean "port"?');
  });
});
