/**
 * The numbers of one claim side by side: what a walk needs of every claim it comes upon lies in one line of the
 * processor's cache, where a column each would fetch seven.
 */
import { allocateColumns } from "./column-store.ts";
import { type ClaimColumns, DROPPED } from "./read-graph.ts";

/** How many numbers a claim's row has. The last is spare, so that rows do not straddle lines. */
export const ROW = 8;
/** Where in a row each number stands. */
export const SUBJECT = 0;
export const OBJECT = 1;
/** Relation in the upper 16 bits, then 8 of status, 8 of flags. */
export const TRAITS = 2;
export const EARLIEST_START = 3;
export const LATEST_START = 4;
export const EARLIEST_END = 5;
export const LATEST_END = 6;

/** Relation, status and flags in one number. */
export function traitsOf(relation: number, status: number, flags: number): number {
  return (relation << 16) | (status << 8) | flags;
}

/** Number of the entity that a claim is about. */
export function subjectOf(rows: Int32Array, claim: number): number {
  return rows[claim * ROW + SUBJECT] as number;
}

/** Number of the entity at the other end. */
export function objectOf(rows: Int32Array, claim: number): number {
  return rows[claim * ROW + OBJECT] as number;
}

/** Number of the relation. */
export function relationOf(rows: Int32Array, claim: number): number {
  return (rows[claim * ROW + TRAITS] as number) >>> 16;
}

/** Writes the row of a claim from its columns. */
export function writeRow(rows: Int32Array, columns: ClaimColumns, claim: number): void {
  const at = claim * ROW;
  rows[at + SUBJECT] = columns.subject[claim] as number;
  rows[at + OBJECT] = columns.object[claim] as number;
  rows[at + TRAITS] = traitsOf(
    columns.relation[claim] as number,
    columns.status[claim] as number,
    columns.flags[claim] as number,
  );
  rows[at + EARLIEST_START] = columns.earliestStart[claim] as number;
  rows[at + LATEST_START] = columns.latestStart[claim] as number;
  rows[at + EARLIEST_END] = columns.earliestEnd[claim] as number;
  rows[at + LATEST_END] = columns.latestEnd[claim] as number;
}

/** Marks the row of a claim that is no more. */
export function dropRow(rows: Int32Array, claim: number): void {
  rows[claim * ROW + TRAITS] = traitsOf(DROPPED, 0xff, 0);
}

type RowColumn = Exclude<keyof ClaimColumns, "reportedFirst" | "reportedSure" | "statedFirst" | "statedSure">;

const READERS: Readonly<Record<RowColumn, (rows: Int32Array, at: number) => number>> = {
  subject: (rows, at) => rows[at + SUBJECT] as number,
  object: (rows, at) => rows[at + OBJECT] as number,
  relation: (rows, at) => (rows[at + TRAITS] as number) >>> 16,
  status: (rows, at) => ((rows[at + TRAITS] as number) >> 8) & 0xff,
  flags: (rows, at) => (rows[at + TRAITS] as number) & 0xff,
  earliestStart: (rows, at) => rows[at + EARLIEST_START] as number,
  latestStart: (rows, at) => rows[at + LATEST_START] as number,
  earliestEnd: (rows, at) => rows[at + EARLIEST_END] as number,
  latestEnd: (rows, at) => rows[at + LATEST_END] as number,
};

/** Columns read out of rows, each when it is first asked for; those that rows do not hold are taken from `rest`. */
export function columnsOfRows(
  rows: Int32Array,
  rest: Pick<ClaimColumns, Exclude<keyof ClaimColumns, RowColumn>>,
): ClaimColumns {
  const columns = { ...rest } as { -readonly [Name in keyof ClaimColumns]: ClaimColumns[Name] };
  for (const [name, read] of Object.entries(READERS) as [RowColumn, (typeof READERS)[RowColumn]][]) {
    Object.defineProperty(columns, name, {
      configurable: true,
      enumerable: true,
      get: () => {
        const count = rows.length / ROW;
        const value = allocateColumn(name, count);
        for (let claim = 0; claim < count; claim++) value[claim] = read(rows, claim * ROW);
        Object.defineProperty(columns, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return columns;
}

function allocateColumn(name: RowColumn, size: number): ClaimColumns[RowColumn] {
  const ArrayOfColumn = EMPTY[name].constructor as new (size: number) => ClaimColumns[RowColumn];
  return new ArrayOfColumn(size);
}

const EMPTY = allocateColumns(0);
