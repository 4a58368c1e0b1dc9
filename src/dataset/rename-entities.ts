/**
 * Records under other ids of entities: everywhere that a record names an entity.
 */
import { kindOfRecord } from "../graph/build.ts";
import { identifierPrefix } from "../identifier.ts";
import type { ClaimRecord } from "../model/claim.ts";
import type { EntityRecord } from "../model/entity.ts";
import type { DatasetRecords } from "../model/record.ts";
import type { AttributeDescriptors, Ontology } from "../ontology/define.ts";
import { findKind, findRelation } from "../ontology/ontology.ts";

/** The records with every id of an entity that `ids` has replaced by what it says. Records without one are not copied. */
export function renameEntities(
  records: DatasetRecords,
  ids: ReadonlyMap<string, string>,
  ontology: Ontology,
): DatasetRecords {
  if (ids.size === 0) return records;
  const rename = (id: string): string => ids.get(id) ?? id;
  const entity = (record: EntityRecord): EntityRecord => {
    const kind = kindOfRecord(record);
    const id = rename(record.id);
    return changed(record, {
      ...references(record, findKind(ontology, kind ?? "")?.attributes, rename),
      id,
      ...(identifierPrefix(id) !== kind && { kind }),
    });
  };
  const claim = (record: ClaimRecord): ClaimRecord => {
    const relation = findRelation(ontology, record.relation);
    const ends = [rename(record.subject), rename(record.object)];
    const [subject, object] = relation?.symmetric ? ends.sort() : ends;
    const { scope } = record;
    return changed(record, {
      ...references(record, relation?.attributes, rename),
      subject,
      object,
      ...(scope && { scope: changed(scope, mapped(scope, ["partner", "place", "within"], rename)) }),
      citations: changed(
        record.citations,
        record.citations.map((citation) => changed(citation, mapped(citation, ["speaker"], rename))),
      ),
    });
  };
  return { ...records, entities: records.entities.map(entity), claims: records.claims.map(claim) };
}

/** The attributes that refer to entities, renamed; an entity that a list then names twice, once. */
function references(
  record: Readonly<Record<string, unknown>>,
  attributes: AttributeDescriptors = {},
  rename: (id: string) => string,
): Readonly<Record<string, unknown>> {
  const names = Object.keys(attributes).filter((name) => attributes[name]?.type === "reference");
  const lists = Object.keys(attributes).filter(
    (name) => attributes[name]?.type === "references" && record[name] !== undefined,
  );
  const renamed = lists.map((name) => {
    const ids = record[name] as readonly string[];
    return [name, changed(ids, [...new Set(ids.map(rename))])];
  });
  return { ...mapped(record, names, rename), ...Object.fromEntries(renamed) };
}

function mapped(
  record: object,
  names: readonly string[],
  rename: (id: string) => string,
): Readonly<Record<string, unknown>> {
  const fields = record as Readonly<Record<string, unknown>>;
  const there = names.filter((name) => typeof fields[name] === "string");
  return Object.fromEntries(there.map((name) => [name, rename(fields[name] as string)]));
}

/** The original with other fields or items, or the original itself where they are the same. */
function changed<T extends object>(original: T, other: object): T {
  const fields = original as Readonly<Record<string, unknown>>;
  const differ = Object.entries(other).some(([name, value]) => fields[name] !== value);
  if (Array.isArray(original))
    return differ || original.length !== (other as T[]).length ? (other as T) : original;
  return differ ? { ...original, ...other } : original;
}
