/**
 * The numbers of all claims as columns, each read out of heads or tails when it is first asked for.
 */
import { Head, Tail, Trait } from "./claim-layout.ts";
import { allocateColumns, type BuildColumns } from "./column-store.ts";
import type { ClaimColumns, ClaimTables, ReportColumns } from "./read-graph.ts";

type Reader = (tables: ClaimTables, claim: number) => number;

const inHead =
  (place: number): Reader =>
  ({ heads }, claim) =>
    heads[claim * Head.size + place] as number;
const inTail =
  (place: number): Reader =>
  ({ tails }, claim) =>
    tails[claim * Tail.size + place] as number;
const traits = inHead(Head.traits);

const READERS: Readonly<Record<keyof BuildColumns, Reader>> = {
  subject: inTail(Tail.subject),
  object: inTail(Tail.object),
  relation: (tables, claim) => traits(tables, claim) >>> 16,
  status: (tables, claim) => (traits(tables, claim) >> 8) & 0xff,
  flags: (tables, claim) => traits(tables, claim) & 0xff & ~Trait.sharp,
  earliestStart: inHead(Head.earliestStart),
  latestStart: inTail(Tail.latestStart),
  earliestEnd: inTail(Tail.earliestEnd),
  latestEnd: inHead(Head.latestEnd),
};

/** The columns of tables; those of reports are made by `reports`. */
export function derivedColumns(
  tables: ClaimTables,
  claimCount: number,
  reports: () => ReportColumns,
): ClaimColumns {
  const columns = {};
  const define = (name: keyof ClaimColumns, make: () => ClaimColumns[keyof ClaimColumns]): void => {
    Object.defineProperty(columns, name, {
      configurable: true,
      enumerable: true,
      get() {
        const value = make();
        Object.defineProperty(columns, name, { value, enumerable: true });
        return value;
      },
    });
  };
  for (const name of Object.keys(READERS) as (keyof BuildColumns)[])
    define(name, () => readColumn(tables, claimCount, name));
  for (const name of ["reportedFirst", "reportedSure", "statedFirst", "statedSure", "spread"] as const)
    define(name, () => reports()[name]);
  return columns as ClaimColumns;
}

function readColumn(
  tables: ClaimTables,
  claimCount: number,
  name: keyof BuildColumns,
): BuildColumns[typeof name] {
  const ArrayOfColumn = EMPTY[name].constructor as new (size: number) => BuildColumns[typeof name];
  const column = new ArrayOfColumn(claimCount);
  const read = READERS[name];
  for (let claim = 0; claim < claimCount; claim++) column[claim] = read(tables, claim);
  return column;
}

const EMPTY = allocateColumns(0);
