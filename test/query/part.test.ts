import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadXinjiang } from "../../src/dataset/bundled.ts";
import { datasetFiles } from "../../src/dataset/canonical.ts";
import { mergeDatasets } from "../../src/dataset/merge.ts";
import { parseDataset } from "../../src/dataset/parse-dataset.ts";
import { explain } from "../../src/evidence/explain.ts";
import { toCsv } from "../../src/format/csv.ts";
import { toGexf } from "../../src/format/gexf.ts";
import { fromGraphologyJson, toGraphologyJson } from "../../src/format/graphology-json.ts";
import { toNQuads } from "../../src/format/n-quads.ts";
import { assembleGraph } from "../../src/graph/assemble.ts";
import { freeze } from "../../src/graph/freeze.ts";
import type { KnowledgeGraph } from "../../src/graph/knowledge-graph.ts";
import { recordsOf } from "../../src/graph/records-of.ts";
import { validateRecords } from "../../src/graph/validate.ts";
import type { Ontology } from "../../src/ontology/define.ts";
import { claims } from "../../src/query/claims.ts";
import { ego } from "../../src/query/ego.ts";
import { snapshot } from "../../src/query/snapshot.ts";
import { townDataset, townOntology } from "../arbitrary-dataset.ts";

const whole = loadXinjiang();
const opens = snapshot(whole, { relation: "opensTo" }).toGraph();

/** What must hold of any part. */
function expectWhole(graph: KnowledgeGraph<Ontology>, ontology: Ontology): void {
  const records = recordsOf(graph);
  expect(validateRecords(records, ontology)).toEqual([]);
  const { data } = toGraphologyJson(graph);
  const again = fromGraphologyJson(JSON.parse(JSON.stringify(data)), ontology);
  expect(toGraphologyJson(again).data).toEqual(data);
  expect(recordsOf(freeze(graph))).toEqual(records);
}

describe("part of a graph", () => {
  it("mentions entities that are no nodes, and has their records", () => {
    const { mentioned } = opens.getAttributes();
    const ids = Object.keys(mentioned ?? {});
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => opens.hasNode(id))).toEqual([]);
    const records = recordsOf(opens);
    expect(records.entities.length).toBe(opens.order + ids.length);
    expect(parseDataset(datasetFiles(records)).issues).toEqual([]);
    expect(recordsOf(assembleGraph(mergeDatasets([records]).records)).claims).toHaveLength(opens.size);
  });

  it("names who spoke, and is asked by speaker", () => {
    const id = opens.findEdge((_, claim) => claim.citations.some(({ speaker }) => speaker !== undefined));
    const speaker = opens
      .getEdgeAttributes(id as string)
      .citations.find((citation) => citation.speaker !== undefined)?.speaker as string;
    expect(opens.hasNode(speaker)).toBe(false);
    const label = whole.getNodeAttribute(speaker, "label");
    expect(explain(opens, id as string).text).toContain(label);
    expect(claims(opens, { speaker, status: "any" }).map(({ claim }) => claim.id)).toContain(id);
  });

  it("is written whole by writers of records, and with a loss by those of pictures", () => {
    const [one] = Object.keys(opens.getAttributes().mentioned ?? {}) as [string];
    expect(toCsv(opens).entities).toContain(one);
    expect(toNQuads(opens).text).toContain(one);
    expect(toGexf(opens).text).not.toContain(`<node id="${one}"`);
    expect(toGexf(opens).loss.losses.map(({ field }) => field)).toContain("mentioned entities");
    expect(toGraphologyJson(opens).loss.losses).toEqual([]);
  });

  it("has nothing to mention once everything mentioned is a node", () => {
    expect(
      snapshot(whole, { status: "any", includeDenied: true, keepIsolated: true }).toGraph().getAttributes(),
    ).toEqual(whole.getAttributes());
    const copy = opens.copy();
    for (const [id, entity] of Object.entries(opens.getAttributes().mentioned ?? {}))
      copy.addNode(id, entity as never);
    expect(recordsOf(copy)).toEqual(recordsOf(opens));
  });

  it("is a whole dataset, whatever part of the bundled graph it is", () => {
    const relations = Object.keys(whole.getAttribute("ontology").relations);
    const options = fc.record(
      {
        relation: fc.subarray(relations, { minLength: 1 }),
        at: fc.constantFrom("2020", "2023-12-31", "2024"),
        reportedBy: fc.constantFrom("2024-06-01", "2024-12-31"),
        status: fc.constant("any"),
      },
      { requiredKeys: ["relation"] },
    );
    const center = fc.constantFrom(...whole.nodes().filter((id) => whole.degree(id) < 12));
    fc.assert(
      fc.property(options, center, fc.nat(2), fc.boolean(), (filter, id, depth, around) => {
        const part = around
          ? ego(whole, id as never, { depth, ...(filter as object) })
          : snapshot(whole, filter as object).toGraph();
        const ontology = whole.getAttribute("ontology");
        expectWhole(part as unknown as KnowledgeGraph<Ontology>, ontology);
        const smaller = snapshot(part, { at: "2024" }).toGraph();
        expectWhole(smaller as unknown as KnowledgeGraph<Ontology>, ontology);
      }),
      { numRuns: 25 },
    );
  });

  it("is a whole dataset, whatever the graph", () => {
    fc.assert(
      fc.property(
        townDataset,
        fc.constantFrom("livesIn", "counted", "bornIn"),
        fc.nat(2),
        (records, relation, depth) => {
          const graph = assembleGraph(records, townOntology);
          const filter = { status: "any", certainty: "possible" } as const;
          const parts = [
            snapshot(graph, { ...filter, relation: relation as "livesIn" }).toGraph(),
            ego(graph, "person/p", { ...filter, depth }),
          ];
          for (const part of parts) expectWhole(part as unknown as KnowledgeGraph<Ontology>, townOntology);
        },
      ),
      { numRuns: 60 },
    );
  });
});
