/**
 * Graphology's own published specs, on graphs whose read methods are those of frozen graphs wherever the graph is one
 * that a frozen graph can be: directed edges only. The rest of each spec, writing above all, is graphology's.
 */
import Module, { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { layOut } from "../../src/graph/claim-layout.ts";
import { allocateColumns } from "../../src/graph/column-store.ts";
import { lookupMethods } from "../../src/graph/frozen-lookups.ts";
import { type Method, reading, readMethods } from "../../src/graph/frozen-methods.ts";
import type { ReadGraph } from "../../src/graph/read-graph.ts";

const require = createRequire(import.meta.url);
const graphology = require("graphology");

type AnyGraph = InstanceType<typeof graphology.Graph>;

/** What frozen methods read of a graph of graphology's, whatever its attributes. */
function readingOf(graph: AnyGraph, base: Record<string, (...args: unknown[]) => unknown>): ReadGraph {
  const call = (name: string, ...args: unknown[]): never => base[name]?.apply(graph, args) as never;
  const nodes: string[] = call("nodes");
  const edges: string[] = call("edges");
  const numbers = new Map(nodes.map((node, i) => [node, i]));
  const edgeNumbers = new Map(edges.map((edge, i) => [edge, i]));
  const columns = allocateColumns(edges.length);
  edges.forEach((edge, i) => {
    columns.subject[i] = numbers.get(call("source", edge)) as number;
    columns.object[i] = numbers.get(call("target", edge)) as number;
  });
  return {
    entityCount: nodes.length,
    claimCount: edges.length,
    ...layOut(columns, edges.length, nodes.length, undefined),
    attributes: call("getAttributes"),
    entityNumber: (node: string) => numbers.get(node) ?? -1,
    entityId: (node: number) => nodes[node],
    entity: (node: number) => call("getNodeAttributes", nodes[node]),
    claimNumber: (edge: string) => edgeNumbers.get(edge) ?? -1,
    claimId: (edge: number) => edges[edge],
    claim: (edge: number) => call("getEdgeAttributes", edges[edge]),
  } as unknown as ReadGraph;
}

const frozen: Readonly<Record<string, Method>> = { ...readMethods(), ...lookupMethods() };
/** Copies are of the class that is copied, and single edges between two nodes are for graphs without parallel edges. */
const OWN = /copy$|inspect|^toJSON|^toString|^edge$|^(un)?directedEdge$|EdgeAttributes?$|^export$/i;
let answered = 0;

/** A class of graphology's that answers as a frozen graph where it can. */
function freezing(Base: typeof graphology.Graph): typeof graphology.Graph {
  const base = Base.prototype;
  class Freezing extends Base {}
  for (const [name, method] of Object.entries(frozen)) {
    if (OWN.test(name)) continue;
    Object.defineProperty(Freezing.prototype, name, {
      configurable: true,
      writable: true,
      value: function (this: AnyGraph, ...args: unknown[]) {
        if (this.undirectedSize > 0 || this.type === "undirected") return base[name].apply(this, args);
        answered += 1;
        return method.apply({ [reading]: readingOf(this, base) }, args);
      },
    });
  }
  return Freezing;
}

type Specs = { readonly [name: string]: Specs | (() => void) };

/** The specs want one file of graphology's source that is not published; it holds one function. */
function loadSpecs(): Specs {
  const resolver = Module as unknown as { _resolveFilename: (request: string, ...rest: unknown[]) => string };
  const original = resolver._resolveFilename;
  const shim = require.resolve("./graphology-utils-shim.cjs");
  resolver._resolveFilename = (request, ...rest) =>
    request === "../../src/utils" ? shim : original.call(resolver, request, ...rest);
  try {
    const folder = require.resolve("graphology").replace(/dist.*$/, "specs/index.js");
    const Graph = Object.assign(freezing(graphology.Graph), graphology, { Graph: undefined });
    return require(folder).default(Graph, { ...graphology, Graph, default: Graph });
  } finally {
    resolver._resolveFilename = original;
  }
}

describe("graphology's specs", () => {
  const walk = (specs: Specs): void => {
    for (const [name, spec] of Object.entries(specs)) {
      if (typeof spec === "function") it(name, spec);
      else describe(name, () => walk(spec));
    }
  };
  walk(loadSpecs());

  it("were answered by frozen graphs' methods hundreds of times", () => {
    expect(answered).toBeGreaterThan(200);
  });
});
