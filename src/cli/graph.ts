/**
 * The graph of commands, whose ontology is known at run time only.
 */
import type { KnowledgeGraph } from "../graph/knowledge-graph.ts";
import type { Ontology } from "../ontology/define.ts";

/** A graph of whatever ontology. */
export type Graph = KnowledgeGraph<Ontology>;
