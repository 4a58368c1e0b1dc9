/**
 * The columns of claims: what is claimed, when, how much, on whose word, and every attribute that some relation
 * declares.
 */
import { DENIED } from "../graph/read-graph.ts";
import type { Citation } from "../model/citation.ts";
import { type Quantity, readDecimal } from "../model/quantity.ts";
import type { Source } from "../model/source.ts";
import { findRelation } from "../ontology/ontology.ts";
import { DAY_MAX } from "../time/partial-date.ts";
import { addedColumns } from "./entity-columns.ts";
import type { ClaimRow, ExportView } from "./export-view.ts";
import { attributeColumn, attributeTypes, type Cell, type Column, dayCell, distinctCell } from "./tabular.ts";

/** A column of claims. */
export type ClaimColumn = Column<ClaimRow>;

/**
 * The columns of a view's claims.
 *
 * - what: `id`, `subject`, `subjectLabel`, `relation`, `label` (the relation's), `object`, `objectLabel`, `status`,
 *   `denied` (every citation denies it), `symmetric` (it reads the same both ways)
 * - when: `valid` and `attested` as written, `validAs`, and the four bounds as ISO days, empty where there is none
 * - how much: `value` (number), `valueAsWritten`, `unit`, `comparator`, `statedLow`, `statedHigh`, `asReported`,
 *   `equivalents`
 * - narrowed to: `scopePartner`, `scopePlace`, `scopeWithin`, `scopePart`; then the relations' attributes
 * - on whose word: `inferred`, `sources`, `publishers`, `publisherClasses`, `speakers` (ids), `unnamedSpeakers`,
 *   `voices`, `stances`, `statedOn`, `readAs`, `citationCount`, `denialCount`, `firstReported`, `firstStated`
 * - what users have added to the edges, by name
 *
 * @param taken names that the format uses itself; an attribute of such a name gets `attribute` before it
 */
export function claimColumns(view: ExportView, taken: Iterable<string> = []): ClaimColumn[] {
  const fixed = [whatColumns, whenColumns, quantityColumns, scopeColumns].flatMap((make) => make(view));
  const evidence = evidenceColumns(view);
  const core = [...fixed, ...evidence].map(({ name }) => name);
  const names = new Set([...core, ...taken]);
  const declared = attributeTypes(Object.values(view.ontology.relations));
  const recordOf = (row: ClaimRow): ClaimRow["claim"] => row.claim;
  const attributes = [...declared].map(([name, type]) => attributeColumn(name, type, names, recordOf));
  const known = new Set([...RECORD_FIELDS, ...declared.keys()]);
  return [...fixed, ...attributes, ...evidence, ...addedColumns(view.claims, known, names, recordOf)];
}

/** Fields of a claim's record that columns of their own carry. */
const RECORD_FIELDS = [
  ...["id", "subject", "relation", "object", "label", "quantity", "scope", "valid", "validAs", "attested"],
  ...["status", "inferred", "citations"],
] as const;

function column(
  name: string,
  type: ClaimColumn["type"],
  carries: readonly string[],
  cell: (row: ClaimRow) => Cell,
): ClaimColumn {
  return { name, type, carries, cell };
}

function whatColumns(view: ExportView): ClaimColumn[] {
  const symmetric = (relation: string): boolean => findRelation(view.ontology, relation)?.symmetric === true;
  return [
    column("id", "text", ["id"], (row) => row.id),
    column("subject", "text", ["subject"], (row) => row.subject),
    column("subjectLabel", "text", [], (row) => view.label(row.subject)),
    column("relation", "text", ["relation"], ({ claim }) => claim.relation),
    column("label", "text", ["label"], ({ claim }) => claim.label),
    column("object", "text", ["object"], (row) => row.object),
    column("objectLabel", "text", [], (row) => view.label(row.object)),
    column("status", "text", ["status"], ({ claim }) => claim.status),
    column("denied", "boolean", [], (row) => isDenied(view, row)),
    column("symmetric", "boolean", [], ({ claim }) => symmetric(claim.relation)),
  ];
}

/** Whether every citation of a claim denies it. */
export function isDenied(view: ExportView, row: ClaimRow): boolean {
  return ((view.read.columns.flags[row.number] as number) & DENIED) !== 0;
}

/** A claim's time as it is written: `valid`, or the attested days with a space between them. */
export function writtenTime({ claim }: ClaimRow): string {
  return claim.valid ?? (claim.attested ?? []).join(" ");
}

function whenColumns({ read }: ExportView): ClaimColumn[] {
  const bounds = ["earliestStart", "latestStart", "earliestEnd", "latestEnd"] as const;
  return [
    column("valid", "text", ["valid"], ({ claim }) => claim.valid),
    column("validAs", "text", ["validAs"], ({ claim }) => claim.validAs),
    column("attested", "list", ["attested"], ({ claim }) => listOrNone(claim.attested)),
    ...bounds.map((bound) =>
      column(bound, "date", [], ({ number }) => dayCell(read.columns[bound][number] as number)),
    ),
  ];
}

/** The number of a quantity; `undefined` where it is too large for a number or cannot be read. */
export function finiteValue(quantity: Quantity | undefined): number | undefined {
  const value = quantity && readDecimal(quantity.value)?.value;
  return Number.isFinite(value) ? value : undefined;
}

function quantityColumns(): ClaimColumn[] {
  const text = (name: string, field: keyof Quantity & string): ClaimColumn =>
    column(name, "text", [`quantity.${field}`], ({ claim }) => claim.quantity?.[field] as string | undefined);
  return [
    column("value", "number", [], ({ claim }) => finiteValue(claim.quantity)),
    text("valueAsWritten", "value"),
    text("unit", "unit"),
    column(
      "comparator",
      "text",
      ["quantity.comparator"],
      ({ claim }) => claim.quantity && (claim.quantity.comparator ?? "="),
    ),
    text("statedLow", "low"),
    text("statedHigh", "high"),
    text("asReported", "asReported"),
    column(
      "equivalents",
      "list",
      ["value", "unit", "comparator"].map((field) => `quantity.equivalents.${field}`),
      ({ claim }) =>
        listOrNone(
          claim.quantity?.equivalents?.map(
            ({ comparator = "=", value, unit }) => `${comparator} ${value} ${unit}`,
          ),
        ),
    ),
  ];
}

function scopeColumns(): ClaimColumn[] {
  return (["partner", "place", "within", "part"] as const).map((field) =>
    column(
      `scope${field.charAt(0).toUpperCase()}${field.slice(1)}`,
      "text",
      [`scope.${field}`],
      ({ claim }) => claim.scope?.[field],
    ),
  );
}

function evidenceColumns({ read }: ExportView): ClaimColumn[] {
  const source = (citation: Citation): Source | undefined => read.sources[citation.source];
  const list = (name: string, field: string, of: (citation: Citation) => string | undefined): ClaimColumn =>
    column(name, "list", [`citations.${field}`], ({ claim }) => distinctCell(claim.citations.map(of)));
  const firstDay = (name: string, days: Int32Array): ClaimColumn =>
    column(name, "date", [], ({ number }) => {
      const day = days[number] as number;
      return day === DAY_MAX ? undefined : dayCell(day);
    });
  return [
    column("inferred", "text", ["inferred"], ({ claim }) => claim.inferred),
    list("sources", "source", (citation) => citation.source),
    list("publishers", "publisher", (citation) => source(citation)?.publisher.name),
    list("publisherClasses", "publisherClass", (citation) => source(citation)?.publisher.class),
    list("speakers", "speaker", (citation) => citation.speaker),
    list("unnamedSpeakers", "speakerDescription", (citation) => citation.speakerDescription),
    list("voices", "voice", (citation) => citation.voice),
    list("stances", "stance", (citation) => citation.stance),
    list("statedOn", "stated", (citation) => citation.stated),
    list("readAs", "readAs", (citation) => citation.readAs),
    column("citationCount", "integer", [], ({ claim }) => claim.citations.length),
    column(
      "denialCount",
      "integer",
      [],
      ({ claim }) => claim.citations.filter(({ stance }) => stance === "denies").length,
    ),
    firstDay("firstReported", read.columns.reportedFirst),
    firstDay("firstStated", read.columns.statedFirst),
  ];
}

function listOrNone(texts: readonly string[] | undefined): readonly string[] | undefined {
  return texts && texts.length > 0 ? texts : undefined;
}
