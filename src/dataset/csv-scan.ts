/**
 * Delimited text by RFC 4180 as rows of cells, each with its offset. Own, because the published parsers tell no columns
 * and need Node's `Buffer`.
 */
import { type Issue, show } from "../errors.ts";

/** One row: its cells and where each begins in the text, its opening quotation mark included. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly offsets: readonly number[];
}

/** A problem at an offset of the text. */
export type ReportAt = (problem: Omit<Issue, "severity">, offset: number) => void;

/** What cells may be parted by. */
export const DELIMITERS = [",", ";", "\t"] as const;

/** A comma, a semicolon or a tab. */
export type Delimiter = (typeof DELIMITERS)[number];

/** The delimiter that stands most often in the first line, quoted cells aside; a comma where none does. */
export function delimiterOf(text: string): Delimiter {
  const header = (/^\s*([^\n]*)/.exec(text)?.[1] ?? "").replace(/"[^"]*"/g, "");
  const count = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.reduce((best, other) => (count(other) > count(best) ? other : best));
}

/**
 * The rows of a text, header first. Lines end at LF or CRLF outside quotation marks; rows without any text are passed
 * over. Linear.
 */
export function scanCsv(text: string, delimiter: Delimiter, report: ReportAt): CsvRow[] {
  const rows: CsvRow[] = [];
  const cellEnd = new RegExp(`[\\n${delimiter}]`, "g");
  let at = 0;
  while (at < text.length) {
    const cells: string[] = [];
    const offsets: number[] = [];
    let end = at;
    do {
      offsets.push(at);
      let quoted: string | undefined;
      if (text[at] === '"') {
        const close = closingQuote(text, at);
        if (close < 0) {
          report(unclosed(text, at), at);
          return rows;
        }
        quoted = text.slice(at + 1, close).replaceAll('""', '"');
        at = close + 1;
      }
      cellEnd.lastIndex = at;
      end = cellEnd.exec(text)?.index ?? text.length;
      const rest = text.slice(
        at,
        text[end] !== delimiter && text[end - 1] === "\r" ? Math.max(at, end - 1) : end,
      );
      const stray = rest === "" ? -1 : quoted === undefined ? rest.search(/["\r]/) : 0;
      if (stray >= 0) report(strayCharacter(rest.slice(stray)), at + stray);
      cells.push(quoted ?? rest);
      at = end + 1;
    } while (text[end] === delimiter);
    if (cells.some((cell) => cell !== "")) rows.push({ cells, offsets });
  }
  return rows;
}

/** Where the quotation mark at an offset is closed, or -1. */
function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function unclosed(text: string, at: number): Omit<Issue, "severity"> {
  return {
    code: "csv/unclosed-quote",
    message:
      "The quotation mark that opens this cell is never closed, so nothing from here on is read; close it, " +
      'and write quotation marks inside the cell twice ("").',
    expected: "a closing quotation mark",
    received: show(text.slice(at, at + 100)),
  };
}

function strayCharacter(rest: string): Omit<Issue, "severity"> {
  if (rest.startsWith("\r")) {
    return {
      code: "csv/stray-return",
      message:
        "Found a carriage return that ends no line; end lines with LF or CRLF, or put the cell in quotation marks.",
      expected: "LF or CRLF at the end of a line",
      received: show(rest),
    };
  }
  return {
    code: "csv/stray-quote",
    message: `Found ${show(rest)} where a cell goes on; put the whole cell in quotation marks and write those inside it twice ("").`,
    expected: "the whole cell in quotation marks, or none in it",
    received: show(rest),
  };
}
