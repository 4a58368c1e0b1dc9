/**
 * What commands print: data to standard output, as a table, as tabbed lines or as JSON, and talk to standard error.
 */
import { describeSetAside, type SetAside } from "../query/answer.ts";
import { type Field, fieldsText, tabbedFields } from "./fields.ts";
import type { Options } from "./options.ts";
import { safeJson, safeLines, safeText } from "./safe-text.ts";
import type { Screen, Tone } from "./screen.ts";
import { type Column, tabbedText, tableText } from "./table.ts";
import type { TextWidth } from "./text-width.ts";

/** Rows, how they are shown, and what was set aside. The rows are what `--json` prints. */
export interface Listing<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly setAside?: SetAside;
}

/** Where a command prints. */
export interface Output {
  /** Standard error, for progress. */
  readonly talk: Screen;
  /** Whether `--json` was given. */
  readonly json: boolean;
  readonly quiet: boolean;
  /** Prints rows, no more than `--limit` asks for, and says what was left out. */
  list<Row>(listing: Listing<Row>): Promise<void>;
  /** Prints one thing: its fields, or the value as JSON. */
  one(fields: readonly Field[], value: unknown): Promise<void>;
  /** Prints lines of text. */
  text(text: string): void;
  /** Prints what is in a file: exactly, but for what a terminal must not get. */
  file(content: string | Uint8Array | Iterable<string>): void;
  /** Says how many rows the limit left out and what was set aside, if anything. */
  sayLeftOut(rows: number, setAside?: SetAside): void;
  /** Says something on standard error, unless asked to be quiet. One line a text. */
  say(text: string, tone?: Tone): void;
}

/** Output on two streams. */
export function outputOn(data: Screen, talk: Screen, options: Options): Output {
  const { json = false, quiet = false, limit = Number.POSITIVE_INFINITY } = options;
  const say = (text: string, tone?: Tone): void => {
    if (!quiet) talk.write(`${talk.paint(safeText(text), tone)}\n`);
  };
  const sayLeftOut = (rows: number, setAside?: SetAside): void => {
    if (rows > 0) say(`${rows} more ${rows === 1 ? "row" : "rows"}; --limit tells how many are shown`);
    const aside = setAside && describeSetAside(setAside);
    if (aside) say(aside);
  };
  /** What a terminal is laid out with; string-width is not loaded where nothing is laid out. */
  const layout = async (
    tabbed: () => string,
    laidOut: (screenWidth: number, width: TextWidth) => string,
  ): Promise<string> =>
    data.width === undefined ? tabbed() : laidOut(data.width, (await import("string-width")).default);
  return {
    talk,
    json,
    quiet,
    say,
    sayLeftOut,
    text: (text) => data.write(safeLines(text)),
    file: (content) => {
      if (content instanceof Uint8Array) return data.write(content);
      for (const text of typeof content === "string" ? [content] : content) {
        data.write(data.width === undefined ? text : safeLines(text));
      }
    },
    async list({ columns, rows, setAside }) {
      const shown = rows.slice(0, limit);
      if (json)
        data.write(`${safeJson({ rows: shown, total: rows.length, ...(setAside && { setAside }) })}\n`);
      else {
        const laidOut = (room: number, width: TextWidth) => tableText(columns, shown, data, room, width);
        data.write(await layout(() => tabbedText(columns, shown), laidOut));
      }
      sayLeftOut(rows.length - shown.length, setAside);
    },
    async one(fields, value) {
      const laidOut = (room: number, width: TextWidth) => fieldsText(fields, data, room, width);
      data.write(json ? `${safeJson(value)}\n` : await layout(() => tabbedFields(fields), laidOut));
    },
  };
}
