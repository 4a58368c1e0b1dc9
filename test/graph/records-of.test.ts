import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bundledRecords, loadXinjiang } from "../../src/dataset/bundled.ts";
import { assembleGraph } from "../../src/graph/assemble.ts";
import { freeze } from "../../src/graph/freeze.ts";
import { recordsOf } from "../../src/graph/records-of.ts";
import { validateRecords } from "../../src/graph/validate.ts";
import { xinjiangOntology } from "../../src/ontology/ontology.ts";
import { townDataset, townOntology } from "../arbitrary-dataset.ts";

describe("recordsOf", () => {
  it("gives the bundled records back, of the live graph and of the frozen one", () => {
    const records = bundledRecords();
    expect(recordsOf(loadXinjiang())).toEqual(records);
    expect(recordsOf(freeze(loadXinjiang()))).toEqual(records);
  });

  it("gives back what any graph was made of", () => {
    fc.assert(
      fc.property(townDataset, (records) => {
        const graph = assembleGraph(records, townOntology);
        const plain = JSON.parse(JSON.stringify(records));
        expect(recordsOf(graph)).toEqual(plain);
        expect(recordsOf(freeze(graph))).toEqual(plain);
      }),
      { numRuns: 30 },
    );
  });

  it("leaves out what a layout or a drawing has put on nodes and edges", () => {
    const graph = loadXinjiang();
    graph.forEachNode((id) => graph.mergeNodeAttributes(id, { x: 1, y: 2, size: 3 } as object));
    graph.forEachEdge((id) => graph.mergeEdgeAttributes(id, { color: "#000000" } as object));
    const records = recordsOf(graph);
    expect(validateRecords(records, xinjiangOntology)).toEqual([]);
    expect(records).toEqual(bundledRecords());
  });

  it("gives the kind where the id does not begin with it, and changes with the graph", () => {
    const names = [{ value: "A", lang: "en" }];
    const graph = assembleGraph({ sources: [], claims: [], entities: [{ id: "a", kind: "port", names }] });
    expect(recordsOf(graph)).toEqual({
      sources: [],
      claims: [],
      entities: [{ id: "a", kind: "port", names }],
    });
    graph.dropNode("a");
    expect(recordsOf(graph).entities).toEqual([]);
  });
});
