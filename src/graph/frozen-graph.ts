/**
 * A graph that can be read and never written, in a few arrays of numbers: a quarter of the memory of a live one, and a
 * file that opens without parsing. It has graphology's read interface, and every query helper takes it.
 */
import type { AbstractGraph } from "graphology-types";
import { KnowledgeGraphError } from "../errors.ts";
import type { ClaimOf } from "../model/claim.ts";
import type { EntityOf } from "../model/entity.ts";
import type { Ontology } from "../ontology/define.ts";
import { Slot } from "./claim-layout.ts";
import { openSections, packSections, type Sections } from "./frozen-format.ts";
import { lookupMethods } from "./frozen-lookups.ts";
import { type Method, reading, readMethods } from "./frozen-methods.ts";
import { FrozenReading } from "./frozen-reading.ts";
import type { GraphAttributes, Typed } from "./knowledge-graph.ts";
import { registerReading } from "./temporal-index.ts";

/**
 * A frozen graph under ontology `O`, knowing the ids `Ids`. Graphology's read methods answer as on a live graph, save
 * that the order of a node's edges and neighbours is by relation, start and id; its write methods throw
 * `graph/frozen`, and its events never fire. Attributes are made when asked for: do not rely on their identity.
 */
export type FrozenGraph<O extends Ontology = Ontology, Ids extends string = string> = AbstractGraph<
  EntityOf<O>,
  ClaimOf<O>,
  GraphAttributes<O>
> &
  Typed<O, Ids> & {
    /** The graph as one buffer, to be written to a file and opened by `openFrozen`. New at every call, a copy. */
    toBuffer(): ArrayBuffer;
  };

/**
 * Opens the buffer of a frozen graph as it is, without reading it through: an `ArrayBuffer`, or a view of one as Node's
 * `readFile` gives. The graph reads from it ever after, so do not write to it. Nothing is copied, but a view that begins
 * at no multiple of 8 bytes.
 *
 * @param ontology the one that the graph was frozen under
 * @throws FormatError `frozen/not-a-frozen-graph`, `frozen/unknown-version`, `frozen/truncated`, `frozen/other-ontology`
 * @example
 * const buffer = freeze(loadXinjiang()).toBuffer(); // or of a file
 * const graph = openFrozen(buffer, xinjiangOntology);
 * neighbors(graph, "port/biedieli", "opensTo").map((row) => row.id); // ["country/kyrgyzstan"]
 */
export function openFrozen<O extends Ontology>(
  buffer: ArrayBuffer | Uint8Array,
  ontology: O,
): FrozenGraph<O> {
  return frozenOf(openSections(buffer), ontology);
}

/** A frozen graph of sections where they lie. */
export function frozenOf<O extends Ontology>(sections: Sections, ontology: O): FrozenGraph<O> {
  completeMethods();
  return new Frozen(new FrozenReading(sections, ontology)) as unknown as FrozenGraph<O>;
}

/** What is read of a frozen graph, or `undefined` for any other graph. */
export function readingOf(graph: object): FrozenReading | undefined {
  return graph instanceof Frozen ? graph[reading] : undefined;
}

class Frozen {
  readonly [reading]: FrozenReading;
  readonly multi = true;
  readonly type = "directed";
  readonly allowSelfLoops = true;
  readonly implementation = "frozen";
  readonly undirectedSize = 0;
  readonly undirectedSelfLoopCount = 0;

  constructor(read: FrozenReading) {
    this[reading] = read;
    registerReading(this, read);
  }

  get order(): number {
    return this[reading].entityCount;
  }

  get size(): number {
    return this[reading].claimCount;
  }

  get directedSize(): number {
    return this.size;
  }

  get selfLoopCount(): number {
    const { out, entityCount } = this[reading];
    let count = 0;
    for (let entity = 0; entity < entityCount; entity++) {
      for (let at = out.starts[entity] as number; at < (out.ends[entity] as number); at += Slot.size)
        if (out.slots[at + Slot.other] === entity) count += 1;
    }
    return count;
  }

  get directedSelfLoopCount(): number {
    return this.selfLoopCount;
  }

  toBuffer(): ArrayBuffer {
    return packSections(this[reading].sections);
  }
}

const NOTHING_HAPPENS = [
  ...["on", "once", "off", "addListener", "removeListener", "prependListener", "prependOnceListener"],
  ...["removeAllListeners", "setMaxListeners"],
];

const VERBS = ["add", "merge", "update", "drop", "set", "remove", "replace"];
const EDGE_NOUNS = ["", "Directed", "Undirected"].flatMap((kind) => [`${kind}Edge`, `${kind}EdgeWithKey`]);
const ATTRIBUTE_NOUNS = [
  "",
  "Node",
  "Source",
  "Target",
  "Opposite",
  "Edge",
  "DirectedEdge",
  "UndirectedEdge",
];

/** Names of the methods by which graphology's graphs are written. */
export const WRITE_METHODS: readonly string[] = [
  ...["clear", "clearEdges", "import", "updateEachNodeAttributes", "updateEachEdgeAttributes"],
  ...VERBS.slice(0, 4).flatMap((verb) => ["Node", ...EDGE_NOUNS].map((noun) => `${verb}${noun}`)),
  ...VERBS.flatMap((verb) =>
    ATTRIBUTE_NOUNS.flatMap((noun) => [`${verb}${noun}Attribute`, `${verb}${noun}Attributes`]),
  ),
];

let complete = false;

/** Gives frozen graphs their methods, when there is a first one: made from tables, they would make every import slower. */
function completeMethods(): void {
  if (complete) return;
  complete = true;
  const methods: Record<string, Method | (() => unknown)> = { ...readMethods(), ...lookupMethods() };
  for (const name of WRITE_METHODS) {
    methods[name] = () => {
      throw new KnowledgeGraphError(
        "graph/frozen",
        `${name} was called on a frozen graph, which is never written; make a live one with copy().`,
      );
    };
  }
  for (const name of NOTHING_HAPPENS) {
    methods[name] = function (this: unknown) {
      return this;
    };
  }
  methods.emit = () => false;
  methods.listenerCount = () => 0;
  methods.getMaxListeners = () => 0;
  for (const name of ["listeners", "rawListeners", "eventNames"]) methods[name] = () => [];
  for (const [name, value] of Object.entries(methods))
    Object.defineProperty(Frozen.prototype, name, { value, configurable: true, writable: true });
}
