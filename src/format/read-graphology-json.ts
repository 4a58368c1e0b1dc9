/**
 * Reads what `toGraphologyJson` writes, whatever has been done to it since: every problem with its place.
 */
import { MultiDirectedGraph } from "graphology";
import { InvalidRecordError, type Issue, show } from "../errors.ts";
import { kindOfRecord } from "../graph/build.ts";
import type { GraphAttributes, KnowledgeGraph } from "../graph/knowledge-graph.ts";
import { validateRecords } from "../graph/validate.ts";
import { type EntityRecord, nameIn } from "../model/entity.ts";
import { DATASET_SHAPE, type DatasetRecords, recordShapes } from "../model/record.ts";
import { checkShape, isPlainObject, type ObjectShape, pointer } from "../model/shape.ts";
import type { Ontology } from "../ontology/define.ts";
import { findRelation } from "../ontology/ontology.ts";
import { readOntology } from "./read-ontology.ts";

/**
 * The graph of a document of graphology JSON: of one that `toGraphologyJson` wrote, the same graph again, with whatever
 * attributes users and other programs have added to nodes, edges and the graph. New objects throughout; nodes and edges in
 * the order of the document. Linear in it.
 *
 * @param json the parsed document: `JSON.parse` of the text
 * @param ontology what to check the records against; the document's own unless given
 * @throws InvalidRecordError with every problem, each `path` a JSON pointer into the document: `format/wrong-type`,
 *   `format/wrong-options`, `format/key-mismatch`, the codes of `validateRecords`, and those of `defineOntology` if the
 *   document's ontology contradicts itself
 * @example
 * const { data } = toGraphologyJson(loadXinjiang());
 * fromGraphologyJson(JSON.parse(JSON.stringify(data)), xinjiangOntology).size === loadXinjiang().size; // true
 */
export function fromGraphologyJson<O extends Ontology = Ontology>(
  json: unknown,
  ontology?: O,
): KnowledgeGraph<O> {
  const issues: Issue[] = [];
  const report = (issue: Issue): void => void issues.push(issue);
  const document = readDocument(json, report);
  const own =
    document && (ontology ?? readOntology(document.attributes.ontology, "/attributes/ontology", report));
  if (own) checkRecords(document, own, issues);
  if (issues.length > 0 || !own) throw new InvalidRecordError(issues);
  return graphOf(document, own) as unknown as KnowledgeGraph<O>;
}

type Attributes = Readonly<Record<string, unknown>>;

/** A node or an edge, and where its attributes stand in the document. */
interface Item {
  readonly path: string;
  readonly key: string;
  readonly attributes: Attributes;
  /** Of edges. */
  readonly source: string;
  readonly target: string;
}

interface Document {
  readonly attributes: Attributes;
  readonly sources: Attributes;
  readonly mentioned: Attributes;
  readonly nodes: readonly Item[];
  readonly edges: readonly Item[];
}

/** What of a document has the form of one; the rest is reported. */
function readDocument(json: unknown, report: (issue: Issue) => void): Document | undefined {
  if (!isPlainObject(json)) {
    const text = "a document, not its text: parse it with JSON.parse first";
    report(
      wrongType(
        json,
        typeof json === "string" ? text : "an object with attributes, options, nodes, edges",
        "",
      ),
    );
    return undefined;
  }
  checkOptions(json.options, report);
  const nodes = readItems(json.nodes, "/nodes", ["key"], report);
  const edges = readItems(json.edges, "/edges", ["key", "source", "target"], report);
  const { attributes } = json;
  if (!isPlainObject(attributes)) {
    report(wrongType(attributes, "an object with ontology, sources and dataset", "/attributes"));
    return undefined;
  }
  const byId = (records: unknown, name: string): Attributes => {
    if (isPlainObject(records)) return records;
    report(wrongType(records, `an object of ${name} by id`, `/attributes/${name}`));
    return {};
  };
  const sources = byId(attributes.sources, "sources");
  const mentioned = byId(attributes.mentioned ?? {}, "mentioned");
  return { attributes, sources, mentioned, nodes, edges };
}

/** The entries of a list that are objects with attributes. */
function readItems(
  list: unknown,
  path: string,
  fields: readonly string[],
  report: (issue: Issue) => void,
): Item[] {
  if (!Array.isArray(list)) {
    report(wrongType(list, "a list", path));
    return [];
  }
  return list.flatMap((item: unknown, i): Item[] => {
    const at = pointer(path, i);
    if (!isPlainObject(item)) {
      report(wrongType(item, `an object with ${fields.join(", ")} and attributes`, at));
      return [];
    }
    for (const field of fields) {
      if (typeof item[field] !== "string") report(wrongType(item[field], "a text", pointer(at, field)));
    }
    if (isPlainObject(item.attributes)) return [{ ...item, path: `${at}/attributes` } as unknown as Item];
    report(wrongType(item.attributes, "an object", `${at}/attributes`));
    return [];
  });
}

function wrongType(value: unknown, expected: string, path: string): Issue {
  const found = value === undefined ? "nothing" : show(value);
  return {
    code: "format/wrong-type",
    severity: "error",
    path,
    message: `Found ${found}${path && ` as ${path}`}, expected ${expected}.`,
    expected,
    received: found,
  };
}

const OPTIONS: Attributes = { type: "directed", multi: true, allowSelfLoops: true };

function checkOptions(options: unknown, report: (issue: Issue) => void): void {
  const found = isPlainObject(options) ? options : {};
  for (const [name, expected] of Object.entries(OPTIONS)) {
    if (found[name] === expected) continue;
    report({
      code: "format/wrong-options",
      severity: "error",
      path: isPlainObject(options) ? `/options/${name}` : "/options",
      message: `Found ${name}: ${show(found[name])}, expected ${show(expected)}: without it graphology refuses claims between the same ends.`,
      expected: show(expected),
      received: show(found[name]),
    });
    if (!isPlainObject(options)) return;
  }
}

function checkRecords(
  { attributes, sources, mentioned, nodes, edges }: Document,
  ontology: Ontology,
  issues: Issue[],
): void {
  const shapes = recordShapes(ontology);
  const paths = new Map<unknown, string>();
  const placed = <T>(record: T, path: string): T => {
    paths.set(record, path);
    return record;
  };
  if (attributes.dataset !== undefined) {
    checkShape(attributes.dataset, DATASET_SHAPE, "/attributes/dataset", (problem) =>
      issues.push({ severity: "error", ...problem }),
    );
  }
  const records = {
    sources: Object.entries(sources).map(([id, source]) => {
      const path = pointer("/attributes/sources", id);
      if (isPlainObject(source)) checkKey(id, source.id, `${path}/id`, issues);
      return placed(isPlainObject(source) ? { ...source } : source, path);
    }),
    entities: [...nodes, ...mentionedItems(mentioned)].map(({ path, key, attributes }) => {
      checkKey(key, attributes.id, `${path}/id`, issues);
      const kind = kindOfRecord({ ...attributes, id: String(attributes.id) } as unknown as EntityRecord);
      return placed(recordPart(attributes, shapes.kinds.get(kind ?? "")), path);
    }),
    claims: edges.map(({ path, key, source, target, attributes }) => {
      checkKey(key, attributes.id, `${path}/id`, issues);
      checkKey(source, attributes.subject, `${path}/subject`, issues);
      checkKey(target, attributes.object, `${path}/object`, issues);
      return placed(recordPart(attributes, shapes.relations.get(String(attributes.relation))), path);
    }),
  } as unknown as DatasetRecords;
  // The place of a record is the pointer to it: an issue has no other file.
  const locate = (record: unknown): { file: string } => ({ file: paths.get(record) ?? "" });
  for (const { file = "", ...problem } of validateRecords(records, ontology, { locate })) {
    issues.push({ ...problem, path: `${file}${problem.path ?? ""}` });
  }
}

/** Entities that are no nodes, as nodes are listed. */
function mentionedItems(mentioned: Attributes): Pick<Item, "path" | "key" | "attributes">[] {
  return Object.entries(mentioned).map(([key, entity]) => ({
    path: pointer("/attributes/mentioned", key),
    key,
    attributes: isPlainObject(entity) ? entity : {},
  }));
}

/** Reports that what graphology calls a node, an edge or an end is another one in the record. */
function checkKey(key: unknown, id: unknown, path: string, issues: Issue[]): void {
  if (typeof key !== "string" || typeof id !== "string" || key === id) return;
  issues.push({
    code: "format/key-mismatch",
    severity: "error",
    path,
    message: `The record says ${show(id)} where the graph says ${show(key)}; make them agree.`,
    expected: show(key),
    received: show(id),
  });
}

/** The fields of a record among attributes to which anything may have been added, but for a key that graphology drops. */
function recordPart(attributes: Attributes, shape: ObjectShape | undefined): object {
  const entries = Object.entries(attributes).filter(([name]) => name !== "label");
  return Object.fromEntries(
    shape ? entries.filter(([name]) => name === "__proto__" || Object.hasOwn(shape.fields, name)) : entries,
  );
}

function graphOf({ attributes, sources, mentioned, nodes, edges }: Document, ontology: Ontology): unknown {
  const graph = new MultiDirectedGraph<object, object, GraphAttributes & Attributes>();
  const copy = structuredClone({ attributes, sources, mentioned, nodes, edges });
  const byId = Object.assign(Object.create(null), copy.sources);
  const withLabel = (attributes: unknown): object => {
    const entity = attributes as EntityRecord;
    return { label: nameIn(entity), kind: kindOfRecord(entity), ...entity };
  };
  graph.replaceAttributes({ ...copy.attributes, ontology, sources: byId } as unknown as GraphAttributes &
    Attributes);
  if (copy.attributes.mentioned !== undefined) {
    const mentioned: Record<string, object> = Object.create(null);
    for (const [id, entity] of Object.entries(copy.mentioned)) mentioned[id] = withLabel(entity);
    graph.setAttribute("mentioned", mentioned as GraphAttributes["mentioned"]);
  }
  for (const { key, attributes } of copy.nodes) graph.addNode(key, withLabel(attributes));
  for (const { key, source, target, attributes } of copy.edges) {
    const label = findRelation(ontology, String(attributes.relation))?.label;
    graph.addDirectedEdgeWithKey(key, source, target, { label, ...attributes });
  }
  return graph;
}
