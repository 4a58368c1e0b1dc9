/**
 * One thing as text: a line for each of its fields. On a terminal the values stand in one column and are wrapped;
 * elsewhere name and value stand on one line with a tab between.
 */
import { safeText } from "./safe-text.ts";
import type { Screen } from "./screen.ts";
import { type TextWidth, wrap } from "./text-width.ts";

/** The name of a field and its value. Several of one name follow one another. */
export type Field = readonly [name: string, value: string];

/** Fields between tabs. */
export function tabbedFields(fields: readonly Field[]): string {
  return fields.map(([name, value]) => `${safeText(name)}\t${safeText(value)}\n`).join("");
}

/** Fields for a terminal of some width; a name that the line before has too is not repeated. */
export function fieldsText(
  fields: readonly Field[],
  { paint }: Pick<Screen, "paint">,
  screenWidth: number,
  width: TextWidth,
): string {
  const names = fields.map(([name]) => safeText(name));
  const margin = Math.max(0, ...names.map(width)) + 2;
  return fields
    .flatMap(([, value], i) => {
      const name = names[i] as string;
      const lines = wrap(safeText(value), Math.max(screenWidth - margin, 1), width);
      return lines.map((line, l) => {
        const shown = l === 0 && name !== names[i - 1] ? name : "";
        return `${paint(shown, "strong")}${" ".repeat(margin - width(shown))}${line}\n`;
      });
    })
    .join("");
}
