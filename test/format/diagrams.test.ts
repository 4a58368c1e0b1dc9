import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { toDot } from "../../src/format/dot.ts";
import { toMermaid } from "../../src/format/mermaid.ts";
import { emptyGraph, hostileRecords, sampleGraph, sampleRecords } from "./sample.ts";
import { asFile, naughtyStrings } from "./second-readers.ts";

const order = sampleRecords.entities.length;

describe("toMermaid", () => {
  const LABEL = String.raw`"(?:[\p{L}\p{M}\p{N} .,:/_-]|#\d+;)*"`;
  const LINES: readonly RegExp[] = [
    new RegExp(`^%% ${LABEL}$`, "u"),
    /^flowchart (LR|RL|TB|BT)$/,
    new RegExp(`^  n\\d+\\[${LABEL}\\]:::kind\\w+$`, "u"),
    new RegExp(`^  n\\d+ (-->|---|-\\.->|-\\.-|--x)\\|${LABEL}\\| n\\d+$`, "u"),
    /^ {2}classDef kind\w+ fill:#[0-9a-f]{6},stroke:#[0-9a-f]{6},color:#ffffff$/,
  ];

  it("writes only lines that Mermaid cannot misread, whatever the texts hold", () => {
    for (const graph of [sampleGraph(), emptyGraph(), sampleGraph(hostileRecords(naughtyStrings))]) {
      const lines = toMermaid(graph).text.split("\n").slice(0, -1);
      expect(lines.filter((line) => !LINES.some((form) => form.test(line)))).toEqual([]);
      expect(lines.filter((line) => LINES[2]?.test(line)).length).toBe(graph.order);
      expect(lines.filter((line) => LINES[3]?.test(line)).length).toBe(graph.size);
    }
  });

  it("draws plans dotted, denials with a cross and symmetric relations without a head", () => {
    const { text } = toMermaid(sampleGraph(), { direction: "TB" });
    expect(text).toContain("flowchart TB\n");
    expect(text).toContain(`n${order - 1} -->|"opened #40;2023-11#41;"| n0`);
    expect(text).toMatch(/-\.->\|"stores for #40;0000#41;, planned"\|/);
    expect(text).toMatch(/--x\|"stores for #40;2023#41;"\|/);
    expect(text).toMatch(/ ---\|"stands next to #40;2023#41;"\|/);
    expect(text).toMatch(/"observed: #62; 400e9 CNY #40;2024#41;"/);
  });

  it("says when there are more arrows than Mermaid draws", () => {
    const many = Array.from({ length: 501 }, (_, i) => ({ ...sampleRecords.claims[1], id: `c${i}` }));
    const { loss } = toMermaid(
      sampleGraph({ ...sampleRecords, claims: many as typeof sampleRecords.claims }),
    );
    expect(loss.losses.find(({ field }) => field === "claim")?.count).toBe(1);
  });
});

describe("toDot", () => {
  const STRING = String.raw`"(?:[^"\\]|\\[\s\S])*"`;
  const ATTRIBUTES = String.raw`\[\w+=(?:${STRING}|\w+)(?:, \w+=(?:${STRING}|\w+))*\]`;
  const NODE = new RegExp(`^  (${STRING}) ${ATTRIBUTES};$`, "gmu");
  const EDGE = new RegExp(`^  ${STRING} -> ${STRING} ${ATTRIBUTES};$`, "gmu");

  it("keeps every text inside its quotation marks", () => {
    for (const graph of [sampleGraph(), sampleGraph(hostileRecords(naughtyStrings)), emptyGraph()]) {
      const { text } = toDot(graph);
      const left = text.replace(EDGE, "").replace(NODE, "");
      expect(text.match(EDGE)?.length ?? 0).toBe(graph.size);
      expect(text.match(NODE)?.length ?? 0).toBe(graph.order);
      expect(left.replace(new RegExp(STRING, "gu"), '""').replace(/\n+/g, "\n")).toBe(
        'digraph "" {\n  graph [charset="", comment=""];\n' +
          '  node [shape=box, style="", fillcolor="", fontcolor=""];\n}\n',
      );
    }
  });

  it("escapes what Graphviz reads in labels", () => {
    const { text } = toDot(sampleGraph());
    expect(text).toContain('label="Firm \\"Q\\" &amp; <Co>"');
    expect(text).toContain('"firm/it\'s_\\"quoted\\""');
  });

  const graphviz = spawnSync("dot", ["-V"]).status === 0;
  if (!graphviz) console.warn("Skipped: Graphviz (dot) is not installed here.");
  it.skipIf(!graphviz)("is read by Graphviz with every node and edge", () => {
    for (const graph of [sampleGraph(), sampleGraph(hostileRecords(naughtyStrings))]) {
      const run = spawnSync("dot", ["-Tplain", asFile(toDot(graph).text, "dot")], {
        encoding: "utf8",
      });
      expect(run.status).toBe(0);
      expect(run.stdout.match(/^node /gm)?.length).toBe(graph.order);
    }
  });

  it("reports all that a drawing has no room for", () => {
    const fields = toDot(sampleGraph()).loss.losses.map(({ field }) => field);
    expect(fields).toEqual(
      expect.arrayContaining(["claim.citations.sha256", "entity.names.value", "claim.scope.part"]),
    );
  });
});
