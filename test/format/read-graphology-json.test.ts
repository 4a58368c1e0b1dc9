import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { loadXinjiang } from "../../src/dataset/bundled.ts";
import { InvalidRecordError, type Issue } from "../../src/errors.ts";
import { fromGraphologyJson, toGraphologyJson } from "../../src/format/graphology-json.ts";
import { graphologyJsonSchema } from "../../src/format/graphology-json-schema.ts";
import { buildGraph } from "../../src/graph/build.ts";
import type { Ontology } from "../../src/ontology/define.ts";
import { xinjiangOntology } from "../../src/ontology/ontology.ts";
import { claims } from "../../src/query/claims.ts";
import { townDataset, townOntology } from "../arbitrary-dataset.ts";
import { damaged, graphologyCases } from "../specs/bad-inputs/readers.ts";
import type { Graph } from "./every-format.ts";
import { emptyGraph, hostileRecords, sampleGraph } from "./sample.ts";
import { asFile, hasPython, naughtyStrings } from "./second-readers.ts";

const bundled = loadXinjiang() as unknown as Graph;

/** The document of a graph, through its text. */
function document(graph: Graph): Record<string, unknown> {
  return JSON.parse(JSON.stringify(toGraphologyJson(graph).data));
}

/** The problems of a document; empty if it has none. */
function issuesOf(json: unknown, ontology?: Ontology): readonly Issue[] {
  try {
    fromGraphologyJson(json, ontology);
    return [];
  } catch (error) {
    if (error instanceof InvalidRecordError) return error.issues;
    throw error;
  }
}

describe("fromGraphologyJson", () => {
  it.each([
    ["the sample", sampleGraph()],
    ["an empty graph", emptyGraph()],
    ["the bundled data", bundled],
  ])("gives the graph that was written: %s", (_, graph) => {
    const read = fromGraphologyJson(document(graph));
    expect([read.order, read.size]).toEqual([graph.order, graph.size]);
    graph.forEachNode((id, attributes) => expect(read.getNodeAttributes(id)).toEqual(attributes));
    graph.forEachEdge((id, attributes, source, target) => {
      expect(read.getEdgeAttributes(id)).toEqual(attributes);
      expect(read.extremities(id)).toEqual([source, target]);
    });
    expect(read.getAttributes()).toEqual(graph.getAttributes());
  });

  it("gives back any graph, whatever users have added to it", () => {
    const added = fc.dictionary(
      fc.constantFrom("community", "x", "size", "color", "constructor", "note"),
      fc.oneof(fc.integer(), fc.string({ unit: "grapheme" }), fc.boolean(), fc.constant([1, { a: "b" }])),
    );
    fc.assert(
      fc.property(townDataset, added, (records, attributes) => {
        const graph = buildGraph(structuredClone(records), townOntology) as unknown as Graph;
        graph.forEachNode((id) => graph.mergeNodeAttributes(id, attributes as never));
        graph.forEachEdge((id) => graph.mergeEdgeAttributes(id, attributes as never));
        graph.setAttribute("mine" as never, attributes as never);
        expect(toGraphologyJson(fromGraphologyJson(document(graph))).data).toEqual(
          toGraphologyJson(graph).data,
        );
      }),
      { numRuns: 50 },
    );
  });

  it("gives a graph that answers as the first one does, typed by the ontology handed in", () => {
    const read = fromGraphologyJson(document(bundled), xinjiangOntology);
    expect(claims(read, { at: "2024-05-21" }).length).toBe(claims(bundled, { at: "2024-05-21" }).length);
    expect(read.getNodeAttribute("port/alashankou", "label")).toBe("Alashankou Port");
    expect(read.getAttributes().ontology).toBe(xinjiangOntology);
  });

  it("keeps naughty strings and shares nothing with the document", () => {
    const records = hostileRecords(naughtyStrings);
    const json = document(sampleGraph(records));
    const read = fromGraphologyJson(json);
    expect(toGraphologyJson(read).data).toEqual(toGraphologyJson(sampleGraph(records)).data);
    (json.nodes as { attributes: { names: { value: string }[] } }[])[0]?.attributes.names.splice(0);
    expect(read.getNodeAttribute(read.nodes()[0] as string, "names" as never)).toHaveLength(2);
  });

  it("makes label and kind where another program has dropped them", () => {
    const json = document(sampleGraph());
    for (const { attributes } of json.nodes as { attributes: Record<string, unknown> }[]) {
      delete attributes.label;
      delete attributes.kind;
    }
    expect(toGraphologyJson(fromGraphologyJson(json)).data).toEqual(toGraphologyJson(sampleGraph()).data);
  });

  it.each(graphologyCases)("refuses $name", (damage) => {
    const found = issuesOf(damaged(document(sampleGraph()), damage));
    expect(found.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([...damage.expected].sort());
  });

  it("tells all problems at once", () => {
    const json = document(sampleGraph()) as {
      nodes: { key: string; attributes: object }[];
      options: unknown;
    };
    json.options = {};
    json.nodes[0] = { key: "depot/z", attributes: { ...json.nodes[0]?.attributes, doors: "many" } };
    const codes = issuesOf(json).map(({ code }) => code);
    expect(codes).toContain("format/wrong-options");
    expect(codes).toContain("format/key-mismatch");
    expect(codes).toContain("record/wrong-type");
  });
});

describe("graphologyJsonSchema", () => {
  const valid: [string, Graph, Ontology][] = [
    ["the sample", sampleGraph(), sampleGraph().getAttribute("ontology")],
    ["an empty graph", emptyGraph(), emptyGraph().getAttribute("ontology")],
    ["the bundled data", bundled, xinjiangOntology as unknown as Ontology],
  ];

  it.each(valid)("accepts what is written, as zod reads it: %s", (_, graph, ontology) => {
    const schema = z.fromJSONSchema(graphologyJsonSchema(ontology) as never);
    expect(schema.safeParse(document(graph)).error?.issues ?? []).toEqual([]);
  });

  it("refuses damaged documents", () => {
    const schema = z.fromJSONSchema(graphologyJsonSchema(sampleGraph().getAttribute("ontology")) as never);
    const refused = graphologyCases.filter(({ schemaSees }) => schemaSees);
    expect(refused.length).toBeGreaterThan(15);
    for (const damage of refused) {
      expect(schema.safeParse(damaged(document(sampleGraph()), damage)).success, damage.name).toBe(false);
    }
  });

  const hasJsonschema =
    hasPython && spawnSync("python3", ["-c", "from jsonschema import Draft202012Validator"]).status === 0;
  if (!hasJsonschema) console.warn("Skipped: jsonschema (python3-jsonschema) is not installed here.");

  /** Whether each document is valid, as Python's jsonschema reads the schema. */
  const python = (documents: readonly unknown[], ontology: Ontology): boolean[] => {
    const paths = [graphologyJsonSchema(ontology), documents].map((value) =>
      asFile(JSON.stringify(value), "json"),
    );
    const run = spawnSync("python3", ["-c", VALIDATE, ...paths], { encoding: "utf8" });
    if (run.status !== 0) throw new Error(run.stderr);
    return JSON.parse(run.stdout);
  };

  it.skipIf(!hasJsonschema).each(valid)(
    "accepts what is written, as Python's jsonschema reads it: %s",
    (_, graph, ontology) => {
      const json = document(graph) as { nodes: unknown[]; edges: unknown[] };
      // It takes a minute for the whole of the bundled data.
      const part = { ...json, nodes: json.nodes.slice(0, 100), edges: json.edges.slice(0, 100) };
      expect(python([part], ontology)).toEqual([true]);
    },
  );

  it.skipIf(!hasJsonschema)("refuses damaged documents, as Python's jsonschema reads it", () => {
    const refused = graphologyCases.filter(({ schemaSees }) => schemaSees);
    const documents = refused.map((damage) => damaged(document(sampleGraph()), damage));
    const answers = python(documents, sampleGraph().getAttribute("ontology"));
    expect(refused.filter((_, i) => answers[i]).map(({ name }) => name)).toEqual([]);
  });
});

const VALIDATE = `
import json, sys
from jsonschema import Draft202012Validator
schema, documents = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:])
Draft202012Validator.check_schema(schema)
print(json.dumps([Draft202012Validator(schema).is_valid(document) for document in documents]))
`;
