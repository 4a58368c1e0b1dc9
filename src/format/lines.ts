/**
 * Text in pieces and as a whole: a writer gives lines, from which a file can be written piece by piece, so that a large
 * export never stands in memory at once, or one text be made.
 */
import { FormatError } from "../errors.ts";
import type { LossReport } from "./loss.ts";

/**
 * The pieces of one text, in order. What the format could not carry is the value that the generator returns when all
 * have been given.
 */
export type TextChunks = Generator<string, LossReport, void>;

/** A piece of one of several texts, such as the tables of a CSV export. */
export interface TableChunk<Table extends string> {
  readonly table: Table;
  readonly text: string;
}

/** The pieces of several texts, one text after the other; returns the loss report, as {@link TextChunks} does. */
export type TableChunks<Table extends string> = Generator<TableChunk<Table>, LossReport, void>;

/** Pieces are at least so long, in UTF-16 units, the last one aside: few enough to write, small enough to hold. */
const CHUNK = 1 << 16;

/** The longest text that every JavaScript engine holds, in UTF-16 units. */
const LONGEST = 0x1fffffe8;

/** Lines, each followed by the ending, in pieces. */
export function* chunksOfLines(lines: Iterable<string>, ending = "\n"): Generator<string, void, void> {
  let chunk = "";
  for (const line of lines) {
    chunk += line + ending;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}

/** The pieces of lines as pieces of one of several texts. */
export function* tableChunks<Table extends string>(
  table: Table,
  lines: Iterable<string>,
): Generator<TableChunk<Table>, void, void> {
  for (const text of chunksOfLines(lines, "")) yield { table, text };
}

/**
 * All pieces as one text, and what was lost.
 *
 * @throws FormatError `format/too-long` where the text would be longer than an engine can hold
 */
export function wholeText(chunks: TextChunks): { readonly text: string; readonly loss: LossReport } {
  const text = new LongText();
  for (;;) {
    const next = chunks.next();
    if (next.done) return { text: text.whole(), loss: next.value };
    text.add(next.value);
  }
}

/**
 * All texts, each under the name of its table, and what was lost. A table of no lines is the empty text.
 *
 * @throws FormatError `format/too-long` where one would be longer than an engine can hold
 */
export function wholeTables<Table extends string>(
  chunks: TableChunks<Table>,
  tables: readonly Table[],
): Readonly<Record<Table, string>> & { readonly loss: LossReport } {
  const texts = new Map(tables.map((table) => [table, new LongText()]));
  for (;;) {
    const next = chunks.next();
    if (!next.done) {
      texts.get(next.value.table)?.add(next.value.text);
      continue;
    }
    const whole = Array.from(texts, ([table, text]) => [table, text.whole()] as const);
    return { ...(Object.fromEntries(whole) as Record<Table, string>), loss: next.value };
  }
}

/**
 * Lines as one text, each followed by a line end: for diagrams, which nobody draws large.
 *
 * @throws FormatError `format/too-long`
 */
export function joinLines(lines: readonly string[]): string {
  const text = new LongText();
  for (const chunk of chunksOfLines(lines)) text.add(chunk);
  return text.whole();
}

/** A text put together from pieces. */
class LongText {
  private readonly pieces: string[] = [];
  private length = 0;

  add(piece: string): void {
    this.length += piece.length;
    if (this.length > LONGEST) {
      throw new FormatError(
        "format/too-long",
        `The graph gives more than the ${LONGEST} characters that a text can hold; write the pieces that the ` +
          "format's Chunks function gives to a file, or export parts of the graph, such as one relation at a time.",
      );
    }
    this.pieces.push(piece);
  }

  whole(): string {
    return this.pieces.join("");
  }
}
