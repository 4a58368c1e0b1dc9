/**
 * What several tables say of one record, put together: names into entities, citations into claims.
 */
import { type Issue, show } from "../errors.ts";
import { splitList } from "../format/tabular.ts";
import { identifierPrefix } from "../identifier.ts";
import { nearest } from "../nearest.ts";
import type { CsvPlaces, Spot } from "./csv-places.ts";
import type { Fields, RowFields } from "./csv-table.ts";
import { groupBy } from "./group-by.ts";

/** A row read: its fields, where it stands, and how to tell of a problem in one of its columns. */
export interface ReadRow extends RowFields {
  readonly spot: Spot;
  reportAt(problem: Omit<Issue, "severity">, column: string): void;
}

/** Entities with the names of their own rows first, then those of the table of names, or else those of `names`. */
export function joinNames(
  entities: readonly ReadRow[],
  names: readonly ReadRow[],
  places: CsvPlaces,
): object[] {
  const byEntity = groupRows(names, "entity", idsOf(entities));
  return entities.map((row) => {
    const { kind, names: own = [], ...fields } = row.fields;
    const rows = take(byEntity, fields.id);
    const summary = (row.beside["@names"] ?? []) as readonly Fields[];
    if (rows.length > 0) checkSummary(row, summary, rows);
    const names = [...(own as Fields[]), ...(rows.length > 0 ? rows.map((name) => name.fields) : summary)];
    const record = {
      ...fields,
      ...(kind !== undefined && kind !== identifierPrefix(String(fields.id)) && { kind }),
      ...(names.length > 0 && { names }),
    };
    const spots = rows.length > 0 ? rows.map(({ spot }) => spot) : cellSpots(row.spot, "@names");
    places.set(record, { ...row.spot, names: [...cellSpots(row.spot, "names"), ...spots] });
    return record;
  });
}

/** Claims with the citation of their own row, those of rows that are equal but for it, then those of the table. */
export function joinCitations(
  claims: readonly ReadRow[],
  citations: readonly ReadRow[],
  places: CsvPlaces,
): object[] {
  const drafts = drawTogether(claims);
  const taken = idsOf(drafts.map(([row]) => row));
  for (const [{ fields }] of drafts) fields.id ??= freeId(fields, taken);
  const byClaim = groupRows(citations, "claim", taken);
  return drafts.map((draft) => {
    const [{ fields, spot }] = draft;
    const cited = draft.filter(({ beside }) => beside["@citation"] !== undefined);
    const rows = inOrder(take(byClaim, fields.id));
    const all = [...cited.map(({ beside }) => beside["@citation"]), ...rows.map((row) => row.fields)];
    if (all.length > 0) fields.citations = all;
    const spots = [
      ...cited.map((row) => ({ ...row.spot, under: "/@citation" })),
      ...rows.map((row) => row.spot),
    ];
    places.set(fields, { ...spot, citations: spots });
    return fields;
  });
}

/** The rows of one claim, which differ in the citation alone. */
type ClaimRows = [ReadRow, ...ReadRow[]];

function drawTogether(claims: readonly ReadRow[]): ClaimRows[] {
  const drafts: ClaimRows[] = [];
  const bySaying = new Map<string, ClaimRows>();
  for (const row of claims) {
    const saying = row.beside["@citation"] === undefined ? undefined : JSON.stringify(row.fields);
    const same = saying === undefined ? undefined : bySaying.get(saying);
    if (same) {
      same.push(row);
      continue;
    }
    const draft: ClaimRows = [row];
    drafts.push(draft);
    if (saying !== undefined) bySaying.set(saying, draft);
  }
  return drafts;
}

/** An id made of what a claim says, with a number after it where another claim has it. */
function freeId({ subject, relation, object, valid, attested }: Fields, taken: Set<string>): string {
  const time = Array.isArray(attested) ? attested.join("+") : valid;
  const base = [subject, relation, object, time].filter((part) => part !== undefined).join("-");
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  taken.add(id);
  return id;
}

/** The ids of rows that have one. */
function idsOf(rows: readonly ReadRow[]): Set<string> {
  return new Set(rows.flatMap(({ fields }) => (fields.id as string | undefined) ?? []));
}

/** How many unknown ids get a suggestion: each costs a walk over all ids. */
const SUGGESTIONS = 20;

/** Rows by what they belong to; those that belong to nothing are reported. */
function groupRows(
  rows: readonly ReadRow[],
  column: string,
  known: ReadonlySet<string>,
): Map<unknown, readonly ReadRow[]> {
  const idOf = ({ spot }: ReadRow): string => spot.table.cell(spot.row, column);
  const groups = groupBy<ReadRow, unknown>(rows, idOf);
  let suggested = 0;
  for (const row of rows) {
    const id = idOf(row);
    if (known.has(id)) continue;
    const near = suggested++ < SUGGESTIONS ? nearest(id, known) : undefined;
    row.reportAt(unknownRecord(column, id, near), column);
  }
  return groups;
}

/** Taken once, so that of two records with one id only the first gets them. */
function take(groups: Map<unknown, readonly ReadRow[]>, id: unknown): readonly ReadRow[] {
  const rows = groups.get(id) ?? [];
  groups.delete(id);
  return rows;
}

function inOrder(rows: readonly ReadRow[]): ReadRow[] {
  const numbers = new Map<ReadRow, number>();
  for (const row of rows) {
    const text = row.spot.table.cell(row.spot.row, "number");
    if (text !== "" && !/^\d{1,15}$/.test(text)) row.reportAt(invalidNumber(text), "number");
    numbers.set(row, /^\d{1,15}$/.test(text) ? Number(text) : 0);
  }
  return [...rows].sort((a, b) => (numbers.get(a) as number) - (numbers.get(b) as number));
}

/** The cells of a row that hold names, one spot a name. */
function cellSpots({ table, row }: Spot, path: string): Spot[] {
  return table.headings.flatMap((heading, column) => {
    const cell = row.cells[column];
    if (heading?.path !== path || !cell) return [];
    return splitList(cell).map(() => ({ table, row, column }));
  });
}

function checkSummary(row: ReadRow, summary: readonly Fields[], rows: readonly ReadRow[]): void {
  const written = (names: readonly Fields[]): string[] =>
    names.map(({ value, lang }) => [value, lang].filter((part) => part !== undefined).join("@"));
  const [short, long] = [written(summary), written(rows.map(({ fields }) => fields))];
  if (summary.length === 0 || JSON.stringify(short) === JSON.stringify(long)) return;
  row.reportAt(
    {
      code: "csv/contradiction",
      message: `The column "names" says ${show(short)}, the table of names says ${show(long)}; make them agree or leave one out.`,
      expected: show(long),
      received: show(short),
    },
    "names",
  );
}

function unknownRecord(what: string, id: string, near: string | undefined): Omit<Issue, "severity"> {
  const table = what === "claim" ? "claims" : "entities";
  return {
    code: "csv/unknown-record",
    message: `No row of the table ${table} has the id ${show(id)}${near ? `; did you mean "${near}"?` : "; add the row or mend the id."}`,
    expected: `the id of a row of ${table}`,
    received: show(id),
  };
}

function invalidNumber(text: string): Omit<Issue, "severity"> {
  return {
    code: "csv/invalid-number",
    message: `Found ${show(text)}, expected a whole number such as 1: the place of the citation among those of its claim.`,
    expected: "a whole number",
    received: show(text),
  };
}
