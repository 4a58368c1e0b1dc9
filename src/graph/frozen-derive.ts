/**
 * The sections of a frozen graph that follow from its records: the days of claims, their order, and where ids are found.
 */
import { InvalidRecordError, show } from "../errors.ts";
import type { Ontology } from "../ontology/define.ts";
import { timeBehaviourOf } from "../ontology/ontology.ts";
import { layOut } from "./claim-layout.ts";
import { ClaimTimer } from "./claim-timer.ts";
import type { BuildColumns } from "./column-store.ts";
import type { Sections } from "./frozen-format.ts";
import { FrozenRecords, type RecordSections } from "./frozen-records.ts";
import { compareIds } from "./read-graph.ts";
import { hashTexts } from "./text-table.ts";

/**
 * All sections from those of the records and the ends, relations and statuses of claims. Linear in the claims.
 *
 * @param columns the rest of them is written here
 * @throws InvalidRecordError `record/duplicate-id`
 */
export function deriveSections(records: RecordSections, columns: BuildColumns, ontology: Ontology): Sections {
  const reader = new FrozenRecords(records, ontology);
  const { claimCount, entityCount } = reader;
  const idOf = (claim: number): string => reader.claimIds.at(claim);
  const entities = hashTexts(reader.entityIds);
  const claims = hashTexts(reader.claimIds);
  if (claims.twice !== undefined) {
    const id = idOf(claims.twice);
    const message = `The id ${show(id)} is used for two claims; ids are unique, so rename or merge them.`;
    throw new InvalidRecordError([{ code: "record/duplicate-id", severity: "error", id, message }]);
  }
  writeTimes(columns, reader);
  const numberedById = isNumberedById(reader);
  const layout = layOut(columns, claimCount, entityCount, numberedById ? undefined : idOf);
  return {
    ...records,
    heads: layout.heads,
    tails: layout.tails,
    outSlots: layout.out.slots,
    outStarts: layout.out.starts,
    inSlots: layout.in.slots,
    inStarts: layout.in.starts,
    entitySlots: entities.slots,
    claimSlots: claims.slots,
    marks: Uint8Array.of(numberedById ? 1 : 0),
  };
}

function writeTimes(columns: BuildColumns, reader: FrozenRecords): void {
  const { ontology, claimCount } = reader;
  const timer = new ClaimTimer(reader.attributes.sources);
  const relations = Object.values(ontology.relations);
  for (let claim = 0; claim < claimCount; claim++) {
    const definition = relations[columns.relation[claim] as number];
    const behaviour =
      definition?.time === "measured"
        ? timeBehaviourOf(definition, reader.entity(columns.object[claim] as number))
        : (definition?.time ?? "state");
    timer.write(columns, claim, reader.timed(claim), behaviour);
  }
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
