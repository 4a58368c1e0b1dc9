/**
 * Where the fields of records stand in their tables: the way back from a JSON pointer to a cell.
 */
import type { Issue } from "../errors.ts";
import type { Headings } from "./csv-headings.ts";
import type { CsvRow } from "./csv-scan.ts";
import type { CsvTable } from "./csv-table.ts";
import type { Place } from "./record-reader.ts";

/** A row, and in it the column or the beginning of the pointers of what it holds. */
export interface Spot {
  readonly table: CsvTable;
  readonly row: CsvRow;
  readonly column?: number;
  /** What stands before a pointer into the part of a row. */
  readonly under?: string;
}

/** The row of a record, and those of its names and citations, each in order. */
export interface Origin extends Spot {
  readonly names?: readonly Spot[];
  readonly citations?: readonly Spot[];
}

/** Grows while tables are read. */
export class CsvPlaces {
  private readonly origins = new Map<unknown, Origin>();
  /** Of what has been asked for, the columns by place and pointer. */
  private readonly columns = new Map<string, string>();

  constructor(private readonly known: Headings) {}

  set(record: object, origin: Origin): void {
    this.origins.set(record, origin);
  }

  /** The cell of the value under a pointer, the nearest there is, or the beginning of the row. */
  place(record: unknown, pointer: string): Place {
    const origin = this.origins.get(record) as Origin;
    const [, list, i, rest = ""] = /^\/(names|citations)\/(\d+)(.*)$/.exec(pointer) ?? [];
    const part = list === undefined ? undefined : origin[list as "names" | "citations"]?.[Number(i)];
    const [spot, inner] = part ? [part, rest] : [origin, pointer];
    const place = placeIn(spot, inner);
    const column = this.columnOf(spot, inner);
    if (column !== undefined) this.columns.set(keyOf(place, pointer), column);
    return place;
  }

  /** The column that holds, or should hold, what a problem is about, if its place was asked for here. */
  column({ file = "", line = 0, column = 0, path = "" }: Issue): string | undefined {
    return this.columns.get(keyOf({ file, line, column }, path));
  }

  private columnOf({ table, under = "" }: Spot, pointer: string): string | undefined {
    const filled = `${under}${pointer}`.slice(1).replaceAll("/", ".");
    const exact = [...this.known.tables[table.name]].find(([, { path }]) => path === filled);
    return exact?.[0];
  }
}

function keyOf({ file, line, column }: Place, pointer: string): string {
  return JSON.stringify([file, line, column, pointer]);
}

function placeIn({ table, row, column, under = "" }: Spot, pointer: string): Place {
  const at = column ?? nearestColumn(table, row, `${under}${pointer}`);
  return table.place(row.offsets[at] ?? row.offsets[0] ?? 0);
}

/** The column that fills a pointer, or what is around it, or what is in it; one with a text goes first. */
function nearestColumn({ headings }: CsvTable, { cells }: CsvRow, pointer: string): number {
  let best = 0;
  let most = 0;
  headings.forEach((heading, i) => {
    if (heading?.path === undefined) return;
    const filled = `/${heading.path.replaceAll(".", "/")}`;
    const close =
      filled === pointer
        ? 3
        : pointer.startsWith(`${filled}/`)
          ? 2
          : filled.startsWith(`${pointer}/`)
            ? 1
            : 0;
    const score = close && 2 * close + (cells[i] ? 1 : 0);
    if (score > most) [best, most] = [i, score];
  });
  return best;
}
