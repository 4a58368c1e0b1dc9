/**
 * Rows as text. On a terminal: columns that fit its width, by what characters take up there, and below each row what
 * must not be cut: sentences with their hedges, ids of claims. Elsewhere: one line a row, cells between tabs, nothing
 * cut.
 */
import { safeText } from "./safe-text.ts";
import type { Screen, Tone } from "./screen.ts";
import { cut, type TextWidth, wrap } from "./text-width.ts";

/** One column of a table. */
export interface Column<Row> {
  readonly name: string;
  of(row: Row): string;
  tone?(row: Row): Tone | undefined;
  /** On a terminal, on lines of its own below the row, wrapped. */
  readonly below?: true;
  /** Cut only where cutting the others is not enough. */
  readonly keep?: true;
}

const GAP = "  ";
/** How narrow columns become before those to be kept are cut too. */
const NARROW = 6;

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
  const across = columns.filter(({ below }) => !below);
  const below = columns.filter((column) => column.below);
  const cells = rows.map((row) => across.map(({ of }) => safeText(of(row))));
  const names = across.map(({ name }) => name);
  const widths = fitted(
    across.map(({ keep = false }, i) => ({
      keep,
      width: [names, ...cells].reduce((most, line) => Math.max(most, width(line[i] as string)), 1),
    })),
    screenWidth - GAP.length * (across.length - 1),
  );
  const line = (texts: readonly string[], tone: (column: number) => Tone | undefined): string =>
    texts
      .map((text, i) => {
        const shown = cut(text, widths[i] as number, width);
        const room = i === texts.length - 1 ? 0 : (widths[i] as number) - width(shown);
        return `${paint(shown, tone(i))}${" ".repeat(room)}`;
      })
      .join(GAP);
  const lines = rows.flatMap((row, r) => [
    line(cells[r] as string[], (i) => across[i]?.tone?.(row)),
    ...below.flatMap(({ of, tone }) =>
      wrap(safeText(of(row)), screenWidth - GAP.length, width).map(
        (text) => `${GAP}${paint(text, tone?.(row))}`,
      ),
    ),
  ]);
  return `${[line(names, () => "strong"), ...lines].join("\n")}\n`;
}

interface WantedColumn {
  readonly width: number;
  readonly keep: boolean;
}

/** Widths that fit together: the widest is made narrower, those to be kept last; none gets below one. */
function fitted(columns: readonly WantedColumn[], room: number): number[] {
  const widths = columns.map(({ width }) => width);
  for (let over = widths.reduce((sum, width) => sum + width, 0) - room; over > 0; over--) {
    const others = widths.map((width, i) => (columns[i]?.keep || width <= NARROW ? 0 : width));
    const candidates = Math.max(...others) > 0 ? others : widths;
    const widest = candidates.indexOf(Math.max(...candidates));
    widths[widest] = Math.max((widths[widest] as number) - 1, 1);
  }
  return widths;
}
