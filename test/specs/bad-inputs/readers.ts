/**
 * Damaged documents of graphology JSON: what is changed in the document of the sample (nodes and edges in order of id:
 * 0 `depot/a`, 1 `depot/b`; edges 0 `across-the-antimeridian`, 1 `attested-often`, 9 `exact`, 16 `plain`), and the code and
 * place of the problem.
 */

/** A document with one thing wrong. */
export interface GraphologyCase {
  readonly name: string;
  /** Where the document is changed (a JSON pointer), and to what; `undefined` takes it out. */
  readonly at: string;
  readonly to: unknown;
  /** Every problem: code and JSON pointer. */
  readonly expected: readonly string[];
  /** Whether JSON Schema sees it too: form and values do show there, links and dates do not. */
  readonly schemaSees: boolean;
}

const row = (
  name: string,
  at: string,
  to: unknown,
  expected: string | readonly string[],
  schemaSees = true,
): GraphologyCase => ({
  name,
  at,
  to,
  expected: typeof expected === "string" ? [expected] : expected,
  schemaSees,
});

const LINKS = false;

export const graphologyCases: readonly GraphologyCase[] = [
  row("no document", "", null, "format/wrong-type "),
  row("a list", "", [], "format/wrong-type "),
  row("a number", "", 7, "format/wrong-type "),
  row("the text of a document", "", '{"nodes":[]}', "format/wrong-type "),
  row("no attributes", "/attributes", undefined, "format/wrong-type /attributes"),
  row("attributes that are a text", "/attributes", "none", "format/wrong-type /attributes"),
  row("no options", "/options", undefined, "format/wrong-options /options"),
  row("options that are a list", "/options", [], "format/wrong-options /options"),
  row("an undirected graph", "/options/type", "undirected", "format/wrong-options /options/type"),
  row("a mixed graph", "/options/type", "mixed", "format/wrong-options /options/type"),
  row("no parallel edges", "/options/multi", false, "format/wrong-options /options/multi"),
  row("multi as a text", "/options/multi", "true", "format/wrong-options /options/multi"),
  row("no loops", "/options/allowSelfLoops", false, "format/wrong-options /options/allowSelfLoops"),
  row("edges that are an object", "/edges", {}, "format/wrong-type /edges"),
  row("no edges", "/edges", undefined, "format/wrong-type /edges"),
  row("edges that are null", "/edges", null, "format/wrong-type /edges"),
  row("an edge that is null", "/edges/0", null, "format/wrong-type /edges/0"),
  row("an edge without key", "/edges/0/key", undefined, "format/wrong-type /edges/0/key"),
  row("an edge with a number as key", "/edges/0/key", 1, "format/wrong-type /edges/0/key"),
  row(
    "an edge with another key than its claim's id",
    "/edges/0/key",
    "other",
    "format/key-mismatch /edges/0/attributes/id",
    LINKS,
  ),
  row("an edge without source", "/edges/0/source", undefined, "format/wrong-type /edges/0/source"),
  row(
    "an edge with another source than its claim",
    "/edges/0/source",
    "depot/a",
    "format/key-mismatch /edges/0/attributes/subject",
    LINKS,
  ),
  row("an edge with null as target", "/edges/0/target", null, "format/wrong-type /edges/0/target"),
  row(
    "an edge with another target than its claim",
    "/edges/0/target",
    "depot/a",
    "format/key-mismatch /edges/0/attributes/object",
    LINKS,
  ),
  row("a node with a number as key", "/nodes/3/key", 3, "format/wrong-type /nodes/3/key"),
  row(
    "a node with another key than its entity's id",
    "/nodes/3/key",
    "depot/z",
    "format/key-mismatch /nodes/3/attributes/id",
    LINKS,
  ),
  row(
    "a node whose attributes are a list",
    "/nodes/3/attributes",
    [],
    "format/wrong-type /nodes/3/attributes",
  ),
  row(
    "an entity without id",
    "/nodes/3/attributes/id",
    undefined,
    "record/missing-field /nodes/3/attributes/id",
  ),
  row(
    "an entity with a number as id",
    "/nodes/3/attributes/id",
    3,
    "record/wrong-type /nodes/3/attributes/id",
  ),
  row(
    "an id with a space",
    "/nodes/3",
    { key: "depot/a b", attributes: { id: "depot/a b", kind: "depot", names: [{ value: "x", lang: "en" }] } },
    "record/invalid-id /nodes/3/attributes/id",
    LINKS,
  ),
  row(
    "a reserved id",
    "/nodes/3",
    { key: "__proto__", attributes: { id: "__proto__", kind: "depot", names: [{ value: "x", lang: "en" }] } },
    "record/invalid-id /nodes/3/attributes/id",
    LINKS,
  ),
  row(
    "an id twice",
    "/nodes/3",
    { key: "depot/a", attributes: { id: "depot/a", kind: "depot", names: [{ value: "x", lang: "en" }] } },
    "record/duplicate-id /nodes/3/attributes/id",
    LINKS,
  ),
  row("an unknown kind", "/nodes/3/attributes/kind", "barn", "record/unknown-kind /nodes/3/attributes/kind"),
  row(
    "a kind that JavaScript has",
    "/nodes/3/attributes/kind",
    "constructor",
    "record/unknown-kind /nodes/3/attributes/kind",
  ),
  row(
    "another kind than the id's",
    "/nodes/3/attributes/kind",
    "firm",
    "record/kind-mismatch /nodes/3/attributes/kind",
    LINKS,
  ),
  row("no names", "/nodes/3/attributes/names", undefined, "record/missing-field /nodes/3/attributes/names"),
  row("an empty list of names", "/nodes/3/attributes/names", [], "record/too-few /nodes/3/attributes/names"),
  row(
    "a name without language",
    "/nodes/3/attributes/names/0/lang",
    undefined,
    "record/missing-field /nodes/3/attributes/names/0/lang",
  ),
  row(
    "a name that is empty",
    "/nodes/3/attributes/names/0/value",
    "",
    "record/invalid-value /nodes/3/attributes/names/0/value",
  ),
  row(
    "a name with half a character",
    "/nodes/3/attributes/names/0/value",
    "\uD83D",
    "record/invalid-value /nodes/3/attributes/names/0/value",
    LINKS,
  ),
  row(
    "a name of an unknown source",
    "/nodes/0/attributes/names/0/source",
    "s9",
    "record/dangling-source /nodes/0/attributes/names/0/source",
    LINKS,
  ),
  row(
    "a number that is a text",
    "/nodes/0/attributes/doors",
    "12",
    "record/wrong-type /nodes/0/attributes/doors",
  ),
  row(
    "a whole number with a half",
    "/nodes/0/attributes/doors",
    1.5,
    "record/invalid-value /nodes/0/attributes/doors",
  ),
  row(
    "a longitude beyond 180",
    "/nodes/0/attributes/east",
    181,
    "record/invalid-value /nodes/0/attributes/east",
  ),
  row(
    "a truth that is a text",
    "/nodes/0/attributes/heated",
    "no",
    "record/wrong-type /nodes/0/attributes/heated",
  ),
  row(
    "a list that is a text",
    "/nodes/0/attributes/goods",
    "tea",
    "record/wrong-type /nodes/0/attributes/goods",
  ),
  row(
    "a hole in a list",
    "/nodes/0/attributes/goods/1",
    null,
    "record/wrong-type /nodes/0/attributes/goods/1",
  ),
  row(
    "a reference to nothing",
    "/nodes/0/attributes/parent",
    "depot/q",
    "record/dangling-entity /nodes/0/attributes/parent",
    LINKS,
  ),
  row(
    "an unknown relation",
    "/edges/16/attributes/relation",
    "storesFro",
    "record/unknown-relation /edges/16/attributes/relation",
  ),
  row(
    "an impossible date",
    "/edges/16/attributes/valid",
    "2023-13",
    "record/invalid-date /edges/16/attributes/valid",
    LINKS,
  ),
  row(
    "no time",
    "/edges/16/attributes/valid",
    undefined,
    "record/time-missing /edges/16/attributes/valid",
    LINKS,
  ),
  row(
    "two times",
    "/edges/1/attributes/valid",
    "2023",
    "record/time-doubled /edges/1/attributes/attested",
    LINKS,
  ),
  row(
    "a status that is none",
    "/edges/16/attributes/status",
    "certain",
    "record/invalid-value /edges/16/attributes/status",
  ),
  row("no citations", "/edges/16/attributes/citations", [], "record/too-few /edges/16/attributes/citations"),
  row(
    "a citation of nothing",
    "/edges/16/attributes/citations/1/source",
    "s3",
    "record/dangling-source /edges/16/attributes/citations/1/source",
    LINKS,
  ),
  row(
    "a voice that is none",
    "/edges/16/attributes/citations/1/voice",
    "shouted",
    "record/invalid-value /edges/16/attributes/citations/1/voice",
  ),
  row(
    "half a fingerprint",
    "/edges/16/attributes/citations/0/hash",
    undefined,
    "record/citation-incomplete /edges/16/attributes/citations/0",
    LINKS,
  ),
  row(
    "a passage that ends before it starts",
    "/edges/16/attributes/citations/0/end",
    3,
    "record/citation-range /edges/16/attributes/citations/0/end",
    LINKS,
  ),
  row(
    "a figure without unit",
    "/edges/9/attributes/quantity/unit",
    undefined,
    "record/missing-field /edges/9/attributes/quantity/unit",
  ),
  row(
    "a figure that is a number",
    "/edges/9/attributes/quantity/value",
    357.33e9,
    "record/wrong-type /edges/9/attributes/quantity/value",
  ),
  row(
    "no figure where one must be",
    "/edges/9/attributes/quantity",
    undefined,
    "record/missing-field /edges/9/attributes/quantity",
  ),
  row(
    "a scope of nothing",
    "/edges/16/attributes/scope/partner",
    "firm/y",
    "record/dangling-entity /edges/16/attributes/scope/partner",
    LINKS,
  ),
  row(
    "an end of the wrong kind",
    "/edges/0/attributes/relation",
    "opened",
    "record/wrong-ends /edges/0/attributes/subject",
    LINKS,
  ),
  row(
    "a source without title",
    "/attributes/sources/s1/title",
    undefined,
    "record/missing-field /attributes/sources/s1/title",
  ),
  row(
    "a source under another id",
    "/attributes/sources/s2/id",
    "s1",
    [
      "format/key-mismatch /attributes/sources/s2/id",
      "record/dangling-source /edges/16/attributes/citations/1/source",
      "record/duplicate-id /attributes/sources/s2/id",
    ],
    LINKS,
  ),
  row(
    "a source that is null",
    "/attributes/sources/uncited",
    null,
    "record/not-an-object /attributes/sources/uncited",
  ),
  row(
    "a source of a class that is none",
    "/attributes/sources/s1/publisher/class",
    "press",
    "record/invalid-value /attributes/sources/s1/publisher/class",
  ),
  row("a source from a field with a slash", "/attributes/sources/a~1b", { id: "a/b" }, [
    "record/missing-field /attributes/sources/a~1b/accessed",
    "record/missing-field /attributes/sources/a~1b/genre",
    "record/missing-field /attributes/sources/a~1b/language",
    "record/missing-field /attributes/sources/a~1b/published",
    "record/missing-field /attributes/sources/a~1b/publisher",
    "record/missing-field /attributes/sources/a~1b/title",
  ]),
  row(
    "attributes without id and kind",
    "/nodes/3/attributes",
    { x: 1, names: [{ value: "A", lang: "en" }] },
    "record/missing-field /nodes/3/attributes/id",
  ),
  row(
    "a key that graphology drops",
    "/nodes/3/attributes",
    JSON.parse(
      '{"id":"depot/isolated","kind":"depot","names":[{"value":"x","lang":"en"}],"__proto__":{"a":1}}',
    ),
    "record/unknown-field /nodes/3/attributes/__proto__",
    LINKS,
  ),
  row(
    "a dataset without licence",
    "/attributes/dataset/license",
    undefined,
    "record/missing-field /attributes/dataset/license",
  ),
  row("no ontology", "/attributes/ontology", undefined, "record/wrong-type /attributes/ontology"),
  row(
    "an ontology without relations",
    "/attributes/ontology/relations",
    undefined,
    "record/missing-field /attributes/ontology/relations",
  ),
  row(
    "an attribute of a type that is none",
    "/attributes/ontology/kinds/depot/attributes/area/type",
    "area",
    "record/invalid-value /attributes/ontology/kinds/depot/attributes/area/type",
    LINKS,
  ),
  row(
    "a relation to a kind that is not declared",
    "/attributes/ontology/relations/opened/between/firm",
    ["shop"],
    "ontology/unknown-kind /attributes/ontology",
    LINKS,
  ),
  row(
    "an inverse that is taken",
    "/attributes/ontology/relations/opened/inverse",
    "storedBy",
    "ontology/inverse-clash /attributes/ontology",
    LINKS,
  ),
  row(
    "a path that is a text",
    "/attributes/ontology/relations/opened/path",
    "yes",
    "record/wrong-type /attributes/ontology/relations/opened/path",
    LINKS,
  ),
];

/** A document with a value under a JSON pointer changed or, if `undefined`, taken out. The document itself is changed. */
export function damaged(document: unknown, { at, to }: Pick<GraphologyCase, "at" | "to">): unknown {
  if (at === "") return to;
  const steps = at
    .split("/")
    .slice(1)
    .map((step) => step.replace(/~1/g, "/").replace(/~0/g, "~"));
  const last = steps.pop() as string;
  const target = steps.reduce((inner, step) => (inner as Record<string, unknown>)[step], document) as Record<
    string,
    unknown
  >;
  if (to === undefined) delete target[last];
  else target[last] = to;
  return document;
}
