/**
 * What has changed in a graph since its index was built, by graphology's own events: which entities and claims are to be
 * looked at again. An event costs one entry in a set; the work is done at the next question.
 */
import type { AbstractGraph, Attributes } from "graphology-types";

/** Any graphology graph, whatever its attributes: only its methods are used, never `instanceof`. */
export type GraphLike = AbstractGraph<Attributes, Attributes, Attributes>;

/** Fields that the index reads of a claim and of an entity; changes of others, such as colours, need no work. */
const OF_CLAIM = new Set(["id", "relation", "status", "valid", "attested", "citations"]);
const OF_GRAPH = new Set(["ontology", "sources"]);

/** What graphology tells of an update of attributes, as far as it is read here. */
interface Update {
  readonly type: string;
  readonly name?: unknown;
  readonly data?: object;
}

export class GraphEdits {
  /** Keys of the entities added, dropped or changed; true where names or the whole record may differ. */
  readonly entities = new Map<string, boolean>();
  /** Keys of the claims added, dropped or changed. */
  readonly claims = new Set<string>();
  /** Citations of a claim may have changed. */
  recited = false;
  /** The ontology or the sources may have changed. */
  frame = false;
  /** So much has changed that the index is better built anew. */
  everything = true;

  constructor(graph: GraphLike) {
    const all = (): void => this.forget();
    graph.on("nodeAdded", ({ key }) => this.everything || this.entities.set(key, true));
    graph.on("nodeDropped", ({ key }) => this.everything || this.entities.set(key, true));
    graph.on("edgeAdded", ({ key }) => this.everything || this.claims.add(key));
    graph.on("edgeDropped", ({ key }) => this.everything || this.claims.add(key));
    graph.on("nodeAttributesUpdated", (update) => this.entityUpdated(update.key, update));
    graph.on("edgeAttributesUpdated", (update) => this.claimUpdated(update.key, update));
    graph.on("attributesUpdated", (update) => {
      if (touches(update, (name) => OF_GRAPH.has(name))) this.frame = true;
    });
    graph.on("eachNodeAttributesUpdated", all);
    graph.on("eachEdgeAttributesUpdated", all);
    graph.on("edgesCleared", all);
    graph.on("cleared", all);
  }

  get none(): boolean {
    return !this.everything && !this.frame && this.claims.size === 0 && this.entities.size === 0;
  }

  /** Nothing has changed since now: the index is as the graph is. */
  reset(): void {
    this.entities.clear();
    this.claims.clear();
    this.recited = this.frame = this.everything = false;
  }

  /** Nothing more need be remembered until the index is built anew. */
  forget(): void {
    this.reset();
    this.everything = true;
  }

  private entityUpdated(key: string, update: Update): void {
    if (this.everything) return;
    const renamed = touches(update, (name) => name === "names");
    this.entities.set(key, renamed || this.entities.get(key) === true);
  }

  private claimUpdated(key: string, update: Update): void {
    if (this.everything || !touches(update, (name) => OF_CLAIM.has(name))) return;
    this.claims.add(key);
    if (touches(update, (name) => name === "citations")) this.recited = true;
  }
}

/** Whether an update may change one of the fields: a field set, removed or merged is known by name. */
function touches({ type, name, data }: Update, matters: (name: string) => boolean): boolean {
  if (type === "set" || type === "remove") return typeof name !== "string" || matters(name);
  return type !== "merge" || data === undefined || Object.keys(data).some(matters);
}
