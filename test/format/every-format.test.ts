import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadXinjiang } from "../../src/dataset/bundled.ts";
import { forEachField } from "../../src/format/omissions.ts";
import { buildGraph } from "../../src/graph/build.ts";
import { mentionedOnly } from "../../src/graph/mentioned.ts";
import { readGraph } from "../../src/graph/temporal-index.ts";
import type { DatasetRecords } from "../../src/model/record.ts";
import type { Ontology } from "../../src/ontology/define.ts";
import { ego } from "../../src/query/ego.ts";
import { townDataset, townOntology } from "../arbitrary-dataset.ts";
import { type Export, FORMATS, type Graph } from "./every-format.ts";
import { emptyGraph, hostileRecords, problemsOf, sampleGraph, sampleRecords } from "./sample.ts";
import { naughtyStrings } from "./second-readers.ts";

const names = Object.keys(FORMATS);
const write = (name: string, graph: Graph): Export => (FORMATS[name] as (graph: Graph) => Export)(graph);

describe("the samples", () => {
  it("are datasets that the library accepts", () => {
    expect(problemsOf(sampleRecords)).toEqual([]);
    expect(problemsOf(hostileRecords(naughtyStrings))).toEqual([]);
  });
});

describe.each(names)("%s", (name) => {
  it("gives the same bytes for the same records in any order", () => {
    const { sources, entities, claims } = sampleRecords;
    const turned = {
      ...sampleRecords,
      sources: [...sources].reverse(),
      entities: [...entities].reverse(),
      claims: [...claims].reverse(),
    };
    expect(write(name, sampleGraph(turned))).toEqual(write(name, sampleGraph()));
    expect(write(name, sampleGraph())).toEqual(write(name, sampleGraph()));
  });

  it("leaves the graph as it was", () => {
    const graph = sampleGraph();
    const before = JSON.stringify(graph.export());
    write(name, graph);
    expect(JSON.stringify(graph.export())).toBe(before);
  });

  it("takes an empty graph, and one without claims", () => {
    const { losses } = write(name, emptyGraph()).loss;
    expect(losses.filter(({ field }) => !field.startsWith("dataset."))).toEqual([]);
    const { text } = write(name, sampleGraph({ ...sampleRecords, claims: [] }));
    expect(text.length).toBeGreaterThan(0);
  });

  it("takes any graph of another ontology", () => {
    fc.assert(
      fc.property(townDataset, (records) => {
        const graph = buildGraph(structuredClone(records), townOntology as Ontology);
        expect(write(name, graph).text).toBe(write(name, graph).text);
      }),
      { numRuns: 30 },
    );
  });

  it("takes naughty strings in every field and reports no more than three examples of a loss", () => {
    const { loss } = write(name, sampleGraph(hostileRecords(naughtyStrings)));
    for (const { count, examples } of loss.losses) {
      expect(examples.length).toBe(Math.min(3, count));
    }
  });

  it("takes the bundled graph", () => {
    const graph = loadXinjiang() as unknown as Graph;
    expect(write(name, graph).text.length).toBeGreaterThan(1000);
  });

  it("holds the entities that a part only mentions, or tells of them in one loss", () => {
    const part = ego(loadXinjiang(), "port/biedieli") as unknown as Graph;
    const ids = mentionedOnly(readGraph(part)).map(([id]) => id);
    expect(ids.length).toBeGreaterThan(10);
    const { text, loss } = write(name, part);
    const told = loss.losses.find(({ field }) => field === "mentioned entities");
    if (!told) return expect(ids.filter((id) => !text.includes(id))).toEqual([]);
    expect(told.count).toBe(ids.length);
    const others = loss.losses.filter(({ field }) => field.startsWith("entity."));
    const named = others.flatMap(({ examples }) => examples.map(({ id }) => id));
    expect(named.filter((id) => ids.includes(id))).toEqual([]);
  });

  it("takes what users have put on the graph and reports what it cannot write", () => {
    const graph = sampleGraph();
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    const added = {
      community: 3,
      "naïve name": "x",
      nothing: null,
      bad: Number.NaN,
      made: new Date(0),
      cycle,
      mixed: [1, {}],
    };
    graph.mergeNodeAttributes("depot/a", added as never);
    graph.mergeEdgeAttributes("plain", added as never);
    const fields = write(name, graph).loss.losses.map(({ field }) => field);
    expect(fields).toContain("entity.bad");
    expect(fields).toContain("entity.made");
    expect(fields).toContain("claim.bad");
  });

  it("takes a node that somebody has added with nothing on it", () => {
    const graph = sampleGraph();
    graph.addNode("bare", {} as never);
    expect(write(name, graph)).not.toEqual(write(name, sampleGraph()));
  });

  it("changes or reports a loss for every field of every record that changes", () => {
    const base = write(name, sampleGraph());
    const reported = new Set(base.loss.losses.map(({ field }) => field));
    const silent = changes(sampleRecords)
      .filter(({ field, type }) => !reported.has(field) && !reported.has(type))
      .filter(({ records }) => write(name, sampleGraph(records)).text === base.text)
      .map(({ field, id }) => `${field} of ${id}`);
    expect(silent).toEqual([]);
  });
});

interface Change {
  readonly type: string;
  readonly field: string;
  readonly id: string;
  readonly records: DatasetRecords;
}

/** Keys and kinds, of which a change makes another graph. */
const KEYS = new Set([
  ...["entity.id", "claim.id", "claim.subject", "claim.object", "claim.relation", "source.id"],
  ...["claim.citations.source", "entity.names.source"],
]);

/** The records with one field of one record changed, at most twice for each field. */
function changes(records: DatasetRecords): Change[] {
  const found: Change[] = [];
  const counts = new Map<string, number>();
  const lists = { entity: "entities", claim: "claims", source: "sources" } as const;
  for (const [type, list] of Object.entries(lists)) {
    records[list].forEach((record, i) => {
      forEachField(record, (path) => {
        const field = `${type}.${path}`;
        const seen = counts.get(field) ?? 0;
        if (KEYS.has(field) || seen >= 2) return;
        counts.set(field, seen + 1);
        const copy = structuredClone(records);
        changeField(copy[list][i] as never, path.split("."));
        found.push({ type, field, id: record.id, records: copy });
      });
    });
  }
  const dataset = records.dataset ?? { name: "", version: "", license: "" };
  forEachField(dataset, (path) => {
    const copy = structuredClone(records);
    changeField(copy.dataset as never, path.split("."));
    found.push({ type: "dataset", field: `dataset.${path}`, id: "", records: copy });
  });
  return found;
}

/** Changes the value at a path, of a list the last that has it. */
function changeField(record: Record<string, unknown>, path: readonly string[]): void {
  const [name = "", ...rest] = path;
  const value = record[name];
  if (rest.length === 0) record[name] = changed(name, value);
  else if (Array.isArray(value)) {
    const items: readonly Record<string, unknown>[] = value;
    changeField(items.filter((item) => item[rest[0] as string] !== undefined).at(-1) ?? {}, rest);
  } else changeField(value as Record<string, unknown>, rest);
}

const OTHERS: Readonly<Record<string, readonly string[]>> = {
  status: ["planned", "target"],
  voice: ["asked", "captioned"],
  stance: ["denies", "reports"],
  comparator: ["<=", ">="],
  class: ["academic", "other"],
};

function changed(name: string, value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value - 1;
  if (Array.isArray(value)) return [...value, name === "attested" ? "2030-01-01" : "another"];
  if (OTHERS[name]) return OTHERS[name]?.find((other) => other !== value);
  if (["valid", "stated", "held", "published", "accessed", "classifiedOn", "from", "to"].includes(name))
    return "1999-12";
  if (["value", "low", "high"].includes(name) && /^[\d./e]+$/.test(String(value))) return "77";
  return `${value}x`;
}
