/**
 * The sections of a frozen graph that follow from its records: the days of claims, their order, and where ids are found.
 */
import { InvalidRecordError, show } from "../errors.ts";
import type { Ontology } from "../ontology/define.ts";
import { timeBehaviourOf } from "../ontology/ontology.ts";
import { groupByEnd, sortedByRelationAndStart } from "./claim-order.ts";
import { columnsOfRows, ROW, writeRow } from "./claim-rows.ts";
import { ClaimTimer } from "./claim-timer.ts";
import { allocateColumns } from "./column-store.ts";
import type { Sections } from "./frozen-format.ts";
import { FrozenRecords, type RecordSections } from "./frozen-records.ts";
import { type ClaimColumns, compareIds } from "./read-graph.ts";
import { hashTexts } from "./text-table.ts";

/**
 * All sections from those of the records. Linear in the claims.
 * @throws InvalidRecordError `record/duplicate-id`
 */
export function deriveSections(records: RecordSections, ontology: Ontology): Sections {
  const reader = new FrozenRecords(records, ontology);
  const columns = timesOf(records, reader);
  const { claimCount, entityCount } = reader;
  const idOf = (claim: number): string => reader.claimIds.at(claim);
  const sorted = sortedByRelationAndStart(columns, claimCount);
  const out = groupByEnd(sorted, columns.subject, entityCount, columns, idOf);
  const into = groupByEnd(sorted, columns.object, entityCount, columns, idOf);
  const entities = hashTexts(reader.entityIds);
  const claims = hashTexts(reader.claimIds);
  if (claims.twice !== undefined) {
    const id = idOf(claims.twice);
    const message = `The id ${show(id)} is used for two claims; ids are unique, so rename or merge them.`;
    throw new InvalidRecordError([{ code: "record/duplicate-id", severity: "error", id, message }]);
  }
  const rows = new Int32Array(claimCount * ROW);
  for (let claim = 0; claim < claimCount; claim++) writeRow(rows, columns, claim);
  const { reportedFirst } = columns;
  const statedFirst = sameOr(reportedFirst, columns.statedFirst);
  return {
    ...records,
    ...{ rows, reportedFirst, reportedSure: sameOr(reportedFirst, columns.reportedSure) },
    ...{ statedFirst, statedSure: sameOr(statedFirst, columns.statedSure) },
    outStarts: out.starts,
    outClaims: out.claims,
    inStarts: into.starts,
    inClaims: into.claims,
    ...bySource(reader),
    entitySlots: entities.slots,
    claimSlots: claims.slots,
    marks: Uint8Array.of(isNumberedById(reader) ? 1 : 0),
  };
}

/** The first array in place of an equal one: most sources have a certain day and say things on it. */
function sameOr(first: Int32Array, second: Int32Array): Int32Array {
  return first.every((day, i) => day === second[i]) ? first : second;
}

function timesOf(records: RecordSections, reader: FrozenRecords): ClaimColumns {
  const { ontology, claimCount } = reader;
  const empty = allocateColumns(claimCount);
  const { subject, object, relation, status } = columnsOfRows(records.rows as Int32Array, empty);
  const columns: ClaimColumns = { ...empty, subject, object, relation, status };
  const timer = new ClaimTimer(reader.attributes.sources);
  const relations = Object.values(ontology.relations);
  for (let claim = 0; claim < claimCount; claim++) {
    const definition = relations[relation[claim] as number];
    const behaviour =
      definition?.time === "measured"
        ? timeBehaviourOf(definition, reader.entity(object[claim] as number))
        : (definition?.time ?? "state");
    timer.write(columns, claim, reader.makeClaim(claim), behaviour);
  }
  return columns;
}

/** The claims of each source, ascending, each once. */
function bySource(reader: FrozenRecords): Pick<Sections, "sourceStarts" | "sourceClaims"> {
  const count = reader.frame.sourceIds.length;
  const last = new Int32Array(count);
  const visit = (act: (source: number, claim: number) => void): void => {
    last.fill(-1);
    for (let claim = 0; claim < reader.claimCount; claim++) {
      reader.forEachSourceOf(claim, (source) => {
        if (last[source] === claim) return;
        last[source] = claim;
        act(source, claim);
      });
    }
  };
  const sourceStarts = new Int32Array(count + 1);
  visit((source) => {
    sourceStarts[source + 1] = (sourceStarts[source + 1] as number) + 1;
  });
  for (let i = 0; i < count; i++)
    sourceStarts[i + 1] = (sourceStarts[i + 1] as number) + (sourceStarts[i] as number);
  const next = sourceStarts.slice();
  const sourceClaims = new Int32Array(sourceStarts[count] as number);
  visit((source, claim) => {
    const at = next[source] as number;
    sourceClaims[at] = claim;
    next[source] = at + 1;
  });
  return { sourceStarts, sourceClaims };
}

function isNumberedById(reader: FrozenRecords): boolean {
  let before = "";
  for (let claim = 0; claim < reader.claimCount; claim++) {
    const id = reader.claimIds.at(claim);
    if (compareIds(id, before) < 0) return false;
    before = id;
  }
  return true;
}
