/**
 * Graphology's read methods over numbered nodes and edges: the families that differ only in which edges or neighbours
 * they walk are made from one table, as in graphology itself. Directed graphs with parallel edges only, so that `in`
 * and `inbound` are the same, and nothing is undirected.
 */
import { InvalidArgumentsGraphError, NotFoundGraphError } from "graphology";
import { objectOf, Slot, subjectOf } from "./claim-layout.ts";
import type { ClaimSide, ReadGraph } from "./read-graph.ts";

/** A callback of graphology's, whatever it takes and gives. */
export type Callback = (...args: unknown[]) => unknown;
/** A method of a frozen graph, whatever it takes and gives: `FrozenGraph` has graphology's own types. */
export type Method = (this: { readonly [reading]: ReadGraph }, ...args: readonly unknown[]) => unknown;

/** Where a frozen graph keeps what its methods read. */
export const reading = Symbol("reading");

/** Which edges a family walks. */
const WAYS: readonly (readonly [prefix: string, out: boolean, into: boolean])[] = [
  ["", true, true],
  ["in", false, true],
  ["out", true, false],
  ["inbound", false, true],
  ["outbound", true, false],
  ["directed", true, true],
  ["undirected", false, false],
];

/** All methods by name. */
export function readMethods(): Readonly<Record<string, Method>> {
  const methods: Record<string, Method> = {};
  family(methods, "", NODES, (read) => upTo(read.entityCount));
  // Of a whole graph, without a list of numbers in between: half as long again otherwise.
  const forEach = methods.forEachNode as Method;
  methods.forEachNode = function (this, callback) {
    if (typeof callback !== "function") return forEach.call(this, callback);
    const read = this[reading];
    for (let node = 0; node < read.entityCount; node++) callback(read.entityId(node), read.entity(node));
    return undefined;
  };
  for (const [prefix, out, into] of WAYS) {
    family(methods, prefix, EDGES, (read, args, count) => edgesAsked(read, args, count, out, into));
    family(methods, prefix, NEIGHBORS, (read, [node]) =>
      neighborsOf(read, nodeNumber(read, node), out, into),
    );
    define(methods, named("are", prefix, "neighbors"), (read, [a, b]) =>
      neighborsOf(read, nodeNumber(read, a), out, into).includes(read.entityNumber(String(b))),
    );
    methods[named("", prefix, "degree")] = function (node) {
      const read = this[reading];
      const number = nodeNumber(read, node);
      return (into ? countOn(read.in, number) : 0) + (out ? countOn(read.out, number) : 0);
    };
    define(methods, `${named("", prefix, "degree")}WithoutSelfLoops`, (read, [node]) => {
      const number = nodeNumber(read, node);
      const loops = edgesOf(read, number, true, false).filter((edge) => objectOf(read, edge) === number);
      const count = (side: ClaimSide): number => countOn(side, number) - loops.length;
      return (into ? count(read.in) : 0) + (out ? count(read.out) : 0);
    });
  }
  return methods;
}

/** Adds a method that reads. */
export function define(
  methods: Record<string, Method>,
  name: string,
  run: (read: ReadGraph, args: readonly unknown[]) => unknown,
): void {
  methods[name] = function (this, ...args: readonly unknown[]) {
    return run(this[reading], args);
  } as Method;
}

/** What a family iterates over: the key of a number, and a callback called with all that belongs to it. */
interface Noun {
  readonly noun: string;
  readonly fields: readonly string[];
  key(read: ReadGraph, number: number): string;
  visit(read: ReadGraph, number: number, callback: Callback): unknown;
}

const nodeKey = (read: ReadGraph, node: number): string => read.entityId(node);
const visitNode = (read: ReadGraph, node: number, callback: Callback): unknown =>
  callback(read.entityId(node), read.entity(node));

const NODES: Noun = { noun: "node", fields: ["node", "attributes"], key: nodeKey, visit: visitNode };

const NEIGHBORS: Noun = {
  noun: "neighbor",
  fields: ["neighbor", "attributes"],
  key: nodeKey,
  visit: visitNode,
};

const EDGES: Noun = {
  noun: "edge",
  fields: ["edge", "attributes", "source", "target", "sourceAttributes", "targetAttributes", "undirected"],
  key: (read, edge) => read.claimId(edge),
  visit: visitEdge,
};

/** Calls back with an edge as graphology does. */
export function visitEdge(read: ReadGraph, edge: number, callback: Callback): unknown {
  const [source, target] = [subjectOf(read, edge), objectOf(read, edge)];
  return callback(
    read.claimId(edge),
    read.claim(edge),
    read.entityId(source),
    read.entityId(target),
    read.entity(source),
    read.entity(target),
    false,
  );
}

/** The list, callbacks and iterator of one family: `edges`, `forEachEdge`, `mapEdges` … `edgeEntries`. */
function family(
  methods: Record<string, Method>,
  prefix: string,
  { noun, fields, key, visit }: Noun,
  select: (read: ReadGraph, args: readonly unknown[], count: number) => ArrayLike<number>,
): void {
  const plural = `${noun}s`;
  const keys = (read: ReadGraph, numbers: ArrayLike<number>): string[] =>
    Array.from(numbers, (number) => key(read, number));
  /** A method whose last arguments are a callback and what follows it. */
  const called = (
    name: string,
    run: (
      read: ReadGraph,
      numbers: ArrayLike<number>,
      callback: Callback,
      rest: readonly unknown[],
    ) => unknown,
  ): void => {
    define(methods, name, (read, args) => {
      let at = 0;
      while (at < args.length && typeof args[at] !== "function") at += 1;
      if (at === args.length)
        throw new InvalidArgumentsGraphError(`Graph.${name}: expected a function as callback.`);
      return run(
        read,
        select(read, args, at),
        args[at] as Callback,
        args.length > at + 1 ? args.slice(at + 1) : NOTHING,
      );
    });
  };
  const first = (
    read: ReadGraph,
    numbers: ArrayLike<number>,
    callback: Callback,
    wanted: boolean,
  ): number => {
    for (let i = 0; i < numbers.length; i++)
      if (Boolean(visit(read, numbers[i] as number, callback)) === wanted) return numbers[i] as number;
    return -1;
  };
  define(methods, named("", prefix, plural), (read, args) => keys(read, select(read, args, args.length)));
  called(named("forEach", prefix, noun), (read, numbers, callback) => {
    const count = numbers.length;
    for (let i = 0; i < count; i++) visit(read, numbers[i] as number, callback);
  });
  called(named("map", prefix, plural), (read, numbers, callback) =>
    Array.from(numbers, (number) => visit(read, number, callback)),
  );
  called(named("filter", prefix, plural), (read, numbers, callback) =>
    keys(
      read,
      Array.from(numbers).filter((number) => visit(read, number, callback)),
    ),
  );
  called(named("find", prefix, noun), (read, numbers, callback) => {
    const found = first(read, numbers, callback, true);
    return found < 0 ? undefined : key(read, found);
  });
  called(named("some", prefix, noun), (read, numbers, callback) => first(read, numbers, callback, true) >= 0);
  called(
    named("every", prefix, noun),
    (read, numbers, callback) => first(read, numbers, callback, false) < 0,
  );
  const reduce = named("reduce", prefix, plural);
  called(reduce, (read, numbers, callback, rest) => {
    if (rest.length === 0) {
      throw new InvalidArgumentsGraphError(
        `Graph.${reduce}: missing initial value. You must provide it because the callback takes more than one argument.`,
      );
    }
    let [sum] = rest;
    for (let i = 0; i < numbers.length; i++)
      sum = visit(read, numbers[i] as number, (...args) => callback(sum, ...args));
    return sum;
  });
  define(methods, named("", prefix, `${noun}Entries`), function* (read, args) {
    const numbers = select(read, args, args.length);
    for (let i = 0; i < numbers.length; i++) {
      yield visit(read, numbers[i] as number, (...values) =>
        Object.fromEntries(fields.map((field, at) => [field, values[at]])),
      );
    }
  });
}

/** `forEach`, `in`, `edge`: forEachInEdge; ``, `in`, `edges`: inEdges. */
function named(verb: string, prefix: string, noun: string): string {
  const words = [verb, prefix, noun].filter((word) => word !== "");
  return words.map((word, i) => (i === 0 ? word : word[0]?.toUpperCase() + word.slice(1))).join("");
}

/** Number of a node. */
export function nodeNumber(read: ReadGraph, node: unknown): number {
  const number = read.entityNumber(String(node));
  if (number >= 0) return number;
  throw new NotFoundGraphError(`The frozen graph has no node "${String(node)}".`);
}

/** Number of an edge. */
export function edgeNumber(read: ReadGraph, edge: unknown): number {
  const number = read.claimNumber(String(edge));
  if (number >= 0) return number;
  throw new NotFoundGraphError(`The frozen graph has no edge "${String(edge)}".`);
}

function upTo(count: number): Int32Array {
  const numbers = new Int32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = i;
  return numbers;
}

const NOTHING: readonly unknown[] = Object.freeze([]);

/** Of all nodes, of one, or between two: so many arguments count. */
function edgesAsked(
  read: ReadGraph,
  args: readonly unknown[],
  count: number,
  out: boolean,
  into: boolean,
): ArrayLike<number> {
  if (count === 0) return out || into ? upTo(read.claimCount) : [];
  const node = nodeNumber(read, args[0]);
  const edges = edgesOf(read, node, out, into);
  if (count === 1) return edges;
  const other = nodeNumber(read, args[1]);
  return edges.filter(
    (edge) => (subjectOf(read, edge) === node ? objectOf(read, edge) : subjectOf(read, edge)) === other,
  );
}

/** Edges of a node, those that come in first, a self-loop once. */
function edgesOf(read: ReadGraph, node: number, out: boolean, into: boolean): number[] {
  const edges: number[] = [];
  if (into) addEdges(edges, read.in, node, -1);
  if (out) addEdges(edges, read.out, node, into ? node : -1);
  return edges;
}

function addEdges(edges: number[], { slots, starts, ends }: ClaimSide, node: number, without: number): void {
  const end = ends[node] as number;
  for (let at = starts[node] as number; at < end; at += Slot.size)
    if (slots[at + Slot.other] !== without) edges.push(slots[at + Slot.claim] as number);
}

function countOn({ starts, ends }: ClaimSide, node: number): number {
  return ((ends[node] as number) - (starts[node] as number)) / Slot.size;
}

/** For each node, the last walk that came upon it. Read and written within one call, so that callbacks may nest. */
let marks = new Int32Array(0);
let walk = 0;

/** Neighbours of a node, each once, itself too where it has a self-loop. */
function neighborsOf(read: ReadGraph, node: number, out: boolean, into: boolean): number[] {
  if (marks.length < read.entityCount || walk === 2 ** 31 - 1) {
    marks = new Int32Array(Math.max(read.entityCount, marks.length));
    walk = 0;
  }
  walk += 1;
  const found: number[] = [];
  if (into) addNeighbors(found, read.in, node);
  if (out) addNeighbors(found, read.out, node);
  return found;
}

function addNeighbors(found: number[], { slots, starts, ends }: ClaimSide, node: number): void {
  const end = ends[node] as number;
  for (let at = starts[node] as number; at < end; at += Slot.size) {
    const other = slots[at + Slot.other] as number;
    if (marks[other] === walk) continue;
    marks[other] = walk;
    found.push(other);
  }
}
