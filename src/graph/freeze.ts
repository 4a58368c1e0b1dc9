/**
 * Making frozen graphs: of a live graph, of records as they come, of columns.
 */
import { InvalidRecordError } from "../errors.ts";
import type { ClaimRecord } from "../model/claim.ts";
import type { EntityRecord } from "../model/entity.ts";
import type { DatasetInfo, DatasetRecords } from "../model/record.ts";
import type { Source } from "../model/source.ts";
import type { Ontology } from "../ontology/define.ts";
import { kindOfRecord } from "./build.ts";
import { FrozenBuilder } from "./frozen-builder.ts";
import { deriveSections } from "./frozen-derive.ts";
import { type FrozenGraph, frozenOf } from "./frozen-graph.ts";
import type { KnowledgeGraph } from "./knowledge-graph.ts";
import type { AnyClaim, AnyEntity } from "./read-graph.ts";

/**
 * A frozen copy of a graph as it is now; later changes of the live one do not show in it. Nodes, edges and attributes
 * that JSON can carry come back the same. Linear in the claims, about as long as building the graph took.
 *
 * @throws InvalidRecordError `record/unknown-relation`, `record/invalid-value` for a claim that its ontology does not
 *   allow
 * @example
 * const frozen = freeze(loadXinjiang());
 * frozen.size === loadXinjiang().size; // true
 */
export function freeze<O extends Ontology, Ids extends string>(
  graph: KnowledgeGraph<O, Ids>,
): FrozenGraph<O, Ids> {
  const { ontology, sources, ...attributes } = graph.getAttributes();
  const builder = new FrozenBuilder(ontology);
  graph.forEachNode((id, entity) => {
    builder.addEntity(id, entity as unknown as AnyEntity, undefined);
  });
  graph.forEachEdge((id, claim, subject, object) => {
    builder.addClaim(id, subject, object, claim as unknown as AnyClaim);
  });
  const records = builder.finish(attributes, sources);
  return frozenOf(deriveSections(records, builder.columns(), ontology), ontology) as FrozenGraph<O, Ids>;
}

/** One record of a stream, told apart by what only its sort has. */
export type StreamedRecord = Source | EntityRecord | ClaimRecord;

/**
 * A frozen graph of records, without a live one in between: of a whole dataset, or of a stream in which sources,
 * entities and claims may come in any order. Only what the graph cannot be without is checked: ids, ends and relations;
 * `validateRecords` checks the rest.
 *
 * @param dataset what the stream is a dataset of
 * @throws InvalidRecordError `record/duplicate-id`, `record/dangling-entity`, `record/unknown-relation`,
 *   `record/invalid-value`, `record/unknown-kind`
 */
export function frozenFromRecords<O extends Ontology>(
  records: DatasetRecords | Iterable<StreamedRecord>,
  ontology: O,
  dataset?: DatasetInfo,
): FrozenGraph<O>;
export function frozenFromRecords<O extends Ontology>(
  records: AsyncIterable<StreamedRecord>,
  ontology: O,
  dataset?: DatasetInfo,
): Promise<FrozenGraph<O>>;
export function frozenFromRecords<O extends Ontology>(
  records: DatasetRecords | Iterable<StreamedRecord> | AsyncIterable<StreamedRecord>,
  ontology: O,
  dataset?: DatasetInfo,
): FrozenGraph<O> | Promise<FrozenGraph<O>> {
  const builder = new FrozenBuilder(ontology);
  const finish = (info: DatasetInfo = UNNAMED): FrozenGraph<O> =>
    frozenOf(deriveSections(builder.finish({ dataset: info }), builder.columns(), ontology), ontology);
  if (Symbol.asyncIterator in records) {
    return (async () => {
      for await (const record of records) addRecord(builder, record, ontology);
      return finish(dataset);
    })();
  }
  if (Symbol.iterator in records) {
    for (const record of records) addRecord(builder, record, ontology);
    return finish(dataset);
  }
  for (const source of records.sources) addRecord(builder, source, ontology);
  for (const entity of records.entities) addRecord(builder, entity, ontology);
  for (const claim of records.claims) addRecord(builder, claim, ontology);
  return finish(dataset ?? records.dataset);
}

const UNNAMED: DatasetInfo = Object.freeze({ name: "unnamed", version: "0.0.0", license: "unstated" });

function addRecord(builder: FrozenBuilder, record: StreamedRecord, ontology: Ontology): void {
  if ("relation" in record) {
    const claim = record as unknown as AnyClaim;
    builder.addClaim(claim.id, claim.subject, claim.object, claim);
  } else if ("publisher" in record && !("names" in record)) {
    builder.addSource(record as Source);
  } else {
    const entity = record as EntityRecord;
    const kind = kindOfRecord(entity);
    if (kind === undefined || !Object.hasOwn(ontology.kinds, kind)) {
      const message = `The kind of "${entity.id}" is ${kind ?? "not given"}; expected one of ${Object.keys(ontology.kinds).join(", ")}.`;
      throw new InvalidRecordError([
        { code: "record/unknown-kind", severity: "error", id: entity.id, message },
      ]);
    }
    builder.addEntity(entity.id, entity as AnyEntity, kind);
  }
}
