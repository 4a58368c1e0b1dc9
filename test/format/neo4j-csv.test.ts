import { describe, expect, it } from "vitest";
import { loadXinjiang } from "../../src/dataset/bundled.ts";
import { toNeo4jCsv } from "../../src/format/neo4j-csv.ts";
import type { Graph } from "./every-format.ts";
import { emptyGraph, hostileRecords, sampleGraph, sampleRecords } from "./sample.ts";
import { hasPython, naughtyStrings, readWithPythonCsv } from "./second-readers.ts";

const TYPED = /^[\p{L}\p{N}_]+:(string|double|long|boolean|date|string\[\])$/u;

function rows(text: string): Record<string, string>[] {
  const [header = [], ...lines] = readWithPythonCsv(text);
  return lines.map((line) => Object.fromEntries(header.map((name, i) => [name, line[i] ?? ""])));
}

describe("toNeo4jCsv", () => {
  it("writes headers that the importer takes, each name once", () => {
    const graph = sampleGraph();
    graph.mergeNodeAttributes("depot/a", { "odd: name,\n": 1, odd__name__: 2 } as never);
    for (const source of [graph, loadXinjiang() as unknown as Graph]) {
      const { nodes, relationships } = toNeo4jCsv(source);
      const [id, label, ...nodeColumns] = nodes.slice(0, nodes.indexOf("\r\n")).split(",");
      expect([id, label]).toEqual(["id:ID(entity)", ":LABEL"]);
      const [start, end, type, ...edgeColumns] = relationships
        .slice(0, relationships.indexOf("\r\n"))
        .split(",");
      expect([start, end, type]).toEqual([":START_ID(entity)", ":END_ID(entity)", ":TYPE"]);
      for (const columns of [nodeColumns, edgeColumns]) {
        for (const column of columns) expect(column).toMatch(TYPED);
        const names = columns.map((column) => column.split(":")[0]);
        expect(new Set(names).size).toBe(names.length);
      }
    }
    expect(toNeo4jCsv(emptyGraph()).nodes).toBe("id:ID(entity),:LABEL\r\n");
  });

  it.skipIf(!hasPython)("gives kinds as labels, relations as types, lists as arrays", () => {
    const { nodes, relationships, loss } = toNeo4jCsv(sampleGraph());
    const node = rows(nodes).find((row) => row["id:ID(entity)"] === "depot/a");
    expect(node).toMatchObject({
      ":LABEL": "Depot",
      "partners:string[]": "depot/b;depot/c",
      "doors:long": "12",
    });
    expect(node?.["goods:string"]).toBe("tea|rice; dry|a\\|b");
    expect(loss.losses.map(({ field }) => field)).toContain("entity.goods");
    const edge = rows(relationships).find((row) => row["id:string"] === "plain");
    expect(edge).toMatchObject({
      ":START_ID(entity)": "depot/a",
      ":END_ID(entity)": "firm/x",
      ":TYPE": "STORES_FOR",
      "earliestStart:date": "2023-01-01",
      "sources:string[]": "s1;s2",
      "citationCount:long": "2",
    });
    expect(rows(relationships).find((row) => row["id:string"] === "year-9999")?.["latestEnd:date"]).toBe(
      "+10000-12-31",
    );
  });

  it.skipIf(!hasPython)("keeps every row and every naughty string", () => {
    const { nodes, relationships } = toNeo4jCsv(sampleGraph());
    expect(rows(nodes).length).toBe(sampleRecords.entities.length);
    expect(rows(relationships).length).toBe(sampleRecords.claims.length);
    const hostile = toNeo4jCsv(sampleGraph(hostileRecords(naughtyStrings)));
    const inferred = new Set(rows(hostile.relationships).map((row) => row["inferred:string"]));
    for (const text of naughtyStrings) expect(inferred.has(text), JSON.stringify(text)).toBe(true);
  });
});
