/**
 * Rows as text. On a terminal: columns that fit its width, by what characters take up there; what finds no room, and what
 * is long (sentences with their hedges, ids of claims), stands below its row. Elsewhere: one line a row, cells between
 * tabs. Nothing is ever cut.
 */
import { safeText } from "./safe-text.ts";
import type { Screen, Tone } from "./screen.ts";
import { type TextWidth, wrap } from "./text-width.ts";

/** One column of a table. */
export interface Column<Row> {
  readonly name: string;
  of(row: Row): string;
  tone?(row: Row): Tone | undefined;
  /** On a terminal, on lines of its own below the row, wrapped. */
  readonly below?: true;
  /** Goes below only where that of the others is not enough. */
  readonly keep?: true;
}

const GAP = "  ";

/** Rows between tabs, without a header. */
export function tabbedText<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return rows.map((row) => `${columns.map(({ of }) => safeText(of(row))).join("\t")}\n`).join("");
}

/** Rows as a table for a terminal of some width, with a header. */
export function tableText<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { paint }: Pick<Screen, "paint">,
  screenWidth: number,
  width: TextWidth,
): string {
  if (rows.length === 0) return "";
  const cells = new Map(columns.map((column) => [column, rows.map((row) => safeText(column.of(row)))]));
  const widthOf = (column: Column<Row>): number =>
    (cells.get(column) as string[]).reduce((most, cell) => Math.max(most, width(cell)), width(column.name));
  const beside = columns.filter(({ below }) => !below);
  const across = fitting(beside, widthOf, screenWidth);
  const moved = beside.filter((column) => !across.includes(column));
  const below = columns.filter((column) => column.below);
  const widths = across.map(widthOf);
  const line = (texts: readonly string[], tone: (column: number) => Tone | undefined): string =>
    texts
      .map((text, i) => {
        const room = i === texts.length - 1 ? 0 : (widths[i] as number) - width(text);
        return `${paint(text, tone(i))}${" ".repeat(room)}`;
      })
      .join(GAP);
  const wrapped = (text: string, tone: Tone | undefined): string[] =>
    text === "" ? [] : wrap(text, screenWidth - GAP.length, width).map((one) => `${GAP}${paint(one, tone)}`);
  const lines = rows.flatMap((row, r) => {
    const textOf = (column: Column<Row>): string => cells.get(column)?.[r] as string;
    const tones = moved.map(({ tone }) => tone?.(row));
    return [
      line(across.map(textOf), (i) => across[i]?.tone?.(row)),
      ...wrapped(moved.map(textOf).join(GAP).trimEnd(), tones.find(Boolean)),
      ...below.flatMap((column) => wrapped(textOf(column), column.tone?.(row))),
    ];
  });
  const header = across.map(({ name }) => name);
  return `${[line(header, () => "strong"), ...lines].join("\n")}\n`;
}

/** The columns that find room beside one another: the last gives way first, those to be kept after the others. */
function fitting<C extends { readonly keep?: true }>(
  columns: readonly C[],
  widthOf: (column: C) => number,
  room: number,
): readonly C[] {
  const widths = new Map(columns.map((column) => [column, widthOf(column)]));
  const needed = (some: readonly C[]): number =>
    some.reduce((sum, column) => sum + (widths.get(column) as number) + GAP.length, -GAP.length);
  let left = columns;
  while (left.length > 1 && needed(left) > room) {
    const others = left.slice(1).reverse();
    const last = others.find((column) => !column.keep) ?? others[0];
    left = left.filter((column) => column !== last);
  }
  return left;
}
