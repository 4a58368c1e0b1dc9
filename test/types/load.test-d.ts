/**
 * A dataset of one's own keeps the types of its ontology on its way from files to a graph.
 */
import { describe, expectTypeOf, it } from "vitest";
import { findEntities, xinjiangOntology } from "xinjiang-graph";
import { graphFromDataset, loadDataset, parseDataset } from "xinjiang-graph/load";
import { readDataset } from "xinjiang-graph/node";
import { warehouseOntology as ontology } from "./warehouses.ts";

const file = { name: "mine.jsonl", text: "" };

describe("a dataset under an ontology of one's own", () => {
  it("makes a graph that knows its kinds and attributes, without saying the ontology again", async () => {
    for (const parsed of [
      parseDataset(file, { ontology }),
      await loadDataset("https://example.org/mine.jsonl", { ontology }),
      await readDataset("mine.jsonl", { ontology }),
    ]) {
      const [warehouse] = findEntities(graphFromDataset(parsed), { kind: "warehouse" });
      expectTypeOf(warehouse?.floors).toEqualTypeOf<number | undefined>();
    }
  });

  it("is the bundled one unless said otherwise", () => {
    const graph = graphFromDataset(parseDataset(file));
    expectTypeOf(graph.getAttribute("ontology")).toEqualTypeOf(xinjiangOntology);
    // @ts-expect-error the bundled ontology has no warehouses
    findEntities(graph, { kind: "warehouse" });
  });

  it("takes a format by its name only", () => {
    // @ts-expect-error no such format
    parseDataset(file, { format: "jsonlines" });
  });
});
