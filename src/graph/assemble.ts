/**
 * From anybody's records to a graph: checked first, then built.
 */
import { InvalidRecordError } from "../errors.ts";
import type { DatasetRecords } from "../model/record.ts";
import type { Ontology } from "../ontology/define.ts";
import { type XinjiangOntology, xinjiangOntology } from "../ontology/ontology.ts";
import { buildGraph } from "./build.ts";
import type { KnowledgeGraph } from "./knowledge-graph.ts";
import { type ValidateOptions, validateRecords } from "./validate.ts";

/**
 * Checks records and builds their graph: a graphology `MultiDirectedGraph`, nodes keyed by entity id, edges keyed by
 * claim id. The records themselves become the attributes, shallowly copied with `kind` and `label` added; names,
 * citations and other inner objects are shared with the input, so treat them as frozen. Linear in the records. The
 * ontology is the bundled one unless another is given: extend it with `defineOntology`.
 *
 * @throws InvalidRecordError with every problem found (codes under `validateRecords`); nothing is built then
 * @example
 * const graph = assembleGraph({
 *   sources: [], claims: [],
 *   entities: [{ id: "port/alashankou", names: [{ value: "Alashankou Port", lang: "en" }] }],
 * });
 * graph.getNodeAttribute("port/alashankou", "label"); // "Alashankou Port"
 */
export function assembleGraph(records: DatasetRecords): KnowledgeGraph<XinjiangOntology>;
/** The same under an ontology of one's own. */
export function assembleGraph<O extends Ontology>(
  records: DatasetRecords,
  ontology: O,
  options?: ValidateOptions,
): KnowledgeGraph<O>;
export function assembleGraph(
  records: DatasetRecords,
  ontology: Ontology = xinjiangOntology,
  options: ValidateOptions = {},
): unknown {
  const issues = validateRecords(records, ontology, options);
  if (issues.length > 0) throw new InvalidRecordError(issues);
  const copies = {
    ...records,
    entities: records.entities.map((entity) => ({ ...entity })),
    claims: records.claims.map((claim) => ({ ...claim })),
  };
  return buildGraph(copies, ontology);
}
