/**
 * Graphology's other read methods: single nodes and edges, their attributes, pairs of neighbours, the whole.
 */
import {
  InvalidArgumentsGraphError,
  MultiDirectedGraph,
  NotFoundGraphError,
  UsageGraphError,
} from "graphology";
import { claimsBeside, objectOf, subjectOf } from "./claim-layout.ts";
import { type Callback, define, edgeNumber, type Method, nodeNumber } from "./frozen-methods.ts";
import type { ReadGraph } from "./read-graph.ts";

type Attributes = Readonly<Record<string, unknown>>;

/** All of these methods by name. */
export function lookupMethods(): Readonly<Record<string, Method>> {
  const methods: Record<string, Method> = {};
  const add = (name: string, run: (read: ReadGraph, args: readonly unknown[]) => unknown): void =>
    define(methods, name, run);
  add("hasNode", (read, [node]) => read.entityNumber(String(node)) >= 0);
  edgeLookups(add);
  attributeMethods(
    add,
    "",
    (read) => (read as ReadGraph & { readonly attributes: Attributes }).attributes,
    0,
  );
  attributeMethods(add, "Node", (read, [node]) => read.entity(nodeNumber(read, node)), 1);
  attributeMethods(add, "Source", (read, [edge]) => read.entity(endOf(read, edge, "subject")), 1);
  attributeMethods(add, "Target", (read, [edge]) => read.entity(endOf(read, edge, "object")), 1);
  attributeMethods(
    add,
    "Opposite",
    (read, [node, edge]) => read.entity(nodeNumber(read, opposite(read, node, edge))),
    2,
  );
  attributeMethods(add, "Edge", (read, [edge]) => read.claim(edgeNumber(read, edge)) as Attributes, 1);
  for (const name of ["DirectedEdge", "UndirectedEdge"].flatMap(attributeNames)) add(name, ofNoOneEdge(name));
  // With no undirected edges, the asymmetric walk is the whole one.
  for (const name of ["forEachAdjacencyEntry", "forEachAssymetricAdjacencyEntry"]) {
    add(name, (read, [callback]) => forEachAdjacency(read, callback as Callback, false));
    add(`${name}WithOrphans`, (read, [callback]) => forEachAdjacency(read, callback as Callback, true));
  }
  add("export", exported);
  add("toJSON", exported);
  add("toString", () => "[object Graph]");
  add("inspect", (read) => ({ order: read.entityCount, size: read.claimCount, implementation: "frozen" }));
  add("nullCopy", nullCopy);
  add("emptyCopy", emptyCopy);
  add("copy", (read) => {
    const copy = emptyCopy(read);
    for (let claim = 0; claim < read.claimCount; claim++) {
      const [from, to] = [subjectOf(read, claim), objectOf(read, claim)];
      copy.addDirectedEdgeWithKey(read.claimId(claim), read.entityId(from), read.entityId(to), {
        ...read.claim(claim),
      });
    }
    return copy;
  });
  return methods;
}

type Add = (name: string, run: (read: ReadGraph, args: readonly unknown[]) => unknown) => void;

function edgeLookups(add: Add): void {
  for (const name of ["hasEdge", "hasDirectedEdge"]) {
    add(name, (read, args) => {
      expectOneOrTwo(name, args);
      if (args.length < 2) return read.claimNumber(String(args[0])) >= 0;
      return edgesBetween(read, args[0], args[1]).length > 0;
    });
  }
  add("hasUndirectedEdge", (_read, args) => {
    expectOneOrTwo("hasUndirectedEdge", args);
    return false;
  });
  for (const name of ["edge", "directedEdge", "undirectedEdge"]) add(name, ofNoOneEdge(name));
  add("source", (read, [edge]) => read.entityId(endOf(read, edge, "subject")));
  add("target", (read, [edge]) => read.entityId(endOf(read, edge, "object")));
  add("extremities", (read, [edge]) => [
    read.entityId(endOf(read, edge, "subject")),
    read.entityId(endOf(read, edge, "object")),
  ]);
  add("opposite", (read, [node, edge]) => opposite(read, node, edge));
  add("hasExtremity", (read, [edge, node]) => {
    const number = read.entityNumber(String(node));
    return endOf(read, edge, "subject") === number || endOf(read, edge, "object") === number;
  });
  add("isDirected", (read, [edge]) => edgeNumber(read, edge) >= 0);
  add("isUndirected", (read, [edge]) => edgeNumber(read, edge) < 0);
  add("isSelfLoop", (read, [edge]) => endOf(read, edge, "subject") === endOf(read, edge, "object"));
}

/** `getNodeAttribute(node, name)`, `getNodeAttributes(node)`, `hasNodeAttribute(node, name)`, after so many arguments. */
function attributeMethods(
  add: Add,
  kind: string,
  attributesOf: (read: ReadGraph, args: readonly unknown[]) => Attributes,
  before: number,
): void {
  const [get, getAll, has] = attributeNames(kind) as [string, string, string];
  const checked = (name: string, read: ReadGraph, args: readonly unknown[], most: number): Attributes => {
    if (kind === "Edge" && args.length > most) ofNoOneEdge(name)();
    return attributesOf(read, args);
  };
  const own = (attributes: Attributes, name: unknown): unknown =>
    Object.hasOwn(attributes, String(name)) ? attributes[String(name)] : undefined;
  add(get, (read, args) => own(checked(get, read, args, 2), args[before]));
  add(getAll, (read, args) => checked(getAll, read, args, 1));
  add(has, (read, args) => own(checked(has, read, args, 2), args[before]) !== undefined);
}

function attributeNames(kind: string): readonly string[] {
  return [`get${kind}Attribute`, `get${kind}Attributes`, `has${kind}Attribute`];
}

function expectOneOrTwo(name: string, args: readonly unknown[]): void {
  if (args.length === 1 || args.length === 2) return;
  throw new InvalidArgumentsGraphError(
    `Graph.${name}: expected an edge, or a source and a target; found ${args.length} arguments.`,
  );
}

/** A method that means the one edge between two nodes, of which there may be many. */
function ofNoOneEdge(name: string): () => never {
  return () => {
    throw new UsageGraphError(
      `Graph.${name}: there may be several edges between two nodes; see #.edges(source, target), and ask by the edge's key.`,
    );
  };
}

function endOf(read: ReadGraph, edge: unknown, end: "subject" | "object"): number {
  return (end === "subject" ? subjectOf : objectOf)(read, edgeNumber(read, edge));
}

function opposite(read: ReadGraph, node: unknown, edge: unknown): string {
  const [source, target] = [endOf(read, edge, "subject"), endOf(read, edge, "object")];
  const number = nodeNumber(read, node);
  if (number === source) return read.entityId(target);
  if (number === target) return read.entityId(source);
  throw new NotFoundGraphError(`Graph.opposite: the node "${node}" is no end of the edge "${edge}".`);
}

function edgesBetween(read: ReadGraph, source: unknown, target: unknown): number[] {
  const [from, to] = [read.entityNumber(String(source)), read.entityNumber(String(target))];
  if (from < 0 || to < 0) return [];
  return claimsBeside(read, from, "out").filter((edge) => objectOf(read, edge) === to);
}

/** Each edge from its source; if `orphans`, nodes that no edge leaves too, with nothing beside them. */
function forEachAdjacency(read: ReadGraph, callback: Callback, orphans: boolean): void {
  for (let node = 0; node < read.entityCount; node++) {
    const [id, attributes] = [read.entityId(node), read.entity(node)];
    const claims = claimsBeside(read, node, "out");
    for (const claim of claims) {
      const other = objectOf(read, claim);
      const edge = [read.claimId(claim), read.claim(claim)];
      callback(id, read.entityId(other), attributes, read.entity(other), ...edge, false);
    }
    if (claims.length === 0 && orphans) callback(id, null, attributes, null, null, null, null);
  }
}

function exported(read: ReadGraph): object {
  const attributes = (read as ReadGraph & { readonly attributes: Attributes }).attributes;
  const nodes = Array.from({ length: read.entityCount }, (_, node) => ({
    key: read.entityId(node),
    attributes: { ...read.entity(node) },
  }));
  const edges = Array.from({ length: read.claimCount }, (_, claim) => ({
    key: read.claimId(claim),
    source: read.entityId(subjectOf(read, claim)),
    target: read.entityId(objectOf(read, claim)),
    attributes: { ...read.claim(claim) },
  }));
  return { options: { type: "directed", multi: true, allowSelfLoops: true }, attributes, nodes, edges };
}

function nullCopy(read: ReadGraph): MultiDirectedGraph {
  const copy = new MultiDirectedGraph();
  copy.replaceAttributes({ ...(read as ReadGraph & { readonly attributes: Attributes }).attributes });
  return copy;
}

function emptyCopy(read: ReadGraph): MultiDirectedGraph {
  const copy = nullCopy(read);
  for (let entity = 0; entity < read.entityCount; entity++)
    copy.addNode(read.entityId(entity), { ...read.entity(entity) });
  return copy;
}
