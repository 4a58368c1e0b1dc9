import { describe, expect, it } from "vitest";
import { csvChunks, toCsv } from "../../src/format/csv.ts";
import { gexfChunks, toGexf } from "../../src/format/gexf.ts";
import { graphmlChunks, toGraphml } from "../../src/format/graphml.ts";
import { chunksOfLines, joinLines, type TextChunks, wholeText } from "../../src/format/lines.ts";
import { nQuadsChunks, toNQuads } from "../../src/format/n-quads.ts";
import { neo4jCsvChunks, toNeo4jCsv } from "../../src/format/neo4j-csv.ts";
import { loadXinjiang } from "../../src/index.ts";

const LOSS = { format: "X", losses: [] };

/** The pieces and what the generator returns. */
function drain<Piece, Last>(chunks: Generator<Piece, Last, void>): { pieces: Piece[]; last: Last } {
  const pieces: Piece[] = [];
  for (let next = chunks.next(); ; next = chunks.next()) {
    if (next.done) return { pieces, last: next.value };
    pieces.push(next.value);
  }
}

describe("lines", () => {
  it("are ended each, and none give nothing", () => {
    expect(joinLines(["a", "b"])).toBe("a\nb\n");
    expect(joinLines([])).toBe("");
  });

  it("come in pieces of whole lines that are neither tiny nor the whole", () => {
    const lines = Array.from({ length: 50_000 }, (_, i) => `line ${i} 霍尔果斯`);
    const pieces = [...chunksOfLines(lines, "\r\n")];
    expect(pieces.join("")).toBe(lines.map((line) => `${line}\r\n`).join(""));
    expect(pieces.length).toBeGreaterThan(5);
    expect(pieces.length).toBeLessThan(50);
    expect(pieces.every((piece) => piece.endsWith("\r\n"))).toBe(true);
  });

  it("are refused with a code instead of an engine's error where no text can hold them", () => {
    const line = "x".repeat(1 << 20);
    function* endless(): TextChunks {
      for (let i = 0; i < 600; i++) yield line;
      return LOSS;
    }
    expect(() => wholeText(endless())).toThrow(expect.objectContaining({ code: "format/too-long" }));
  });
});

describe("an export in pieces", () => {
  const graph = loadXinjiang();
  const texts = {
    GEXF: [gexfChunks, toGexf],
    GraphML: [graphmlChunks, toGraphml],
    "N-Quads": [nQuadsChunks, toNQuads],
  } as const;

  it.each(Object.keys(texts) as (keyof typeof texts)[])("is the whole text of %s with its losses", (name) => {
    const [chunks, whole] = texts[name];
    const { pieces, last } = drain(chunks(graph));
    const { text, loss } = whole(graph);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join("")).toBe(text);
    expect(last).toEqual(loss);
  });

  it("is every table of CSV, one after the other", () => {
    const { pieces, last } = drain(csvChunks(graph));
    const { loss, ...tables } = toCsv(graph);
    for (const [name, text] of Object.entries(tables)) {
      const own = pieces.filter(({ table }) => table === name);
      expect(own.map((piece) => piece.text).join(""), name).toBe(text);
    }
    expect(last).toEqual(loss);
  });

  it("is both tables for Neo4j", () => {
    const { pieces, last } = drain(neo4jCsvChunks(graph));
    const { nodes, relationships, loss } = toNeo4jCsv(graph);
    const textOf = (name: string): string =>
      pieces
        .filter(({ table }) => table === name)
        .map(({ text }) => text)
        .join("");
    expect([textOf("nodes"), textOf("relationships")]).toEqual([nodes, relationships]);
    expect(last).toEqual(loss);
  });

  it("checks its options before the first piece is asked for", () => {
    expect(() => gexfChunks(graph, { attestd: "days" } as never)).toThrow(
      expect.objectContaining({ code: "format/unknown-option" }),
    );
  });
});
