/**
 * Delimited text by RFC 4180: commas, CRLF at the end of every line, quotation marks doubled inside quoted fields.
 */

/**
 * One record as a line with its CRLF. An `undefined` field is empty; an empty text is `""`, so that the two stay apart.
 *
 * @example
 * csvLine(["a", undefined, "", 'say "hi"\n']); // 'a,,"","say ""hi""\n"\r\n'
 */
export function csvLine(fields: readonly (string | undefined)[], quoteAll = false): string {
  return `${fields.map((field) => (field === undefined ? "" : quoteField(field, quoteAll))).join(",")}\r\n`;
}

/** A field, quoted where it must be: where it holds `,`, `"`, a line end or white space at an end, or is empty. */
function quoteField(text: string, always: boolean): string {
  return always || text === "" || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A text that no spreadsheet takes for a formula: an apostrophe before `=`, `+`, `-`, `@`, their full-width forms, or a
 * tab or line end, wherever a cell could begin: at the start, and after a line end, tab or semicolon, which a program with
 * other separators would split at. White space and quotation marks before the sign do not hide it. Plain numbers stay.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 * @example
 * guardFormula("=1+1\nx"); // "'=1+1\nx"
 * guardFormula("a\n=1+1"); // "a\n'=1+1"
 * guardFormula("-12.5"); // "-12.5"
 */
export function guardFormula(text: string): string {
  if (PLAIN_NUMBER.test(text)) return text;
  const guarded = text.replace(CELL_STARTS, (separator: string) => `${separator}'`);
  return /^[\t\r\n]/.test(text) ? `'${guarded}` : guarded;
}

const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A place where a cell could begin, if a formula sign follows before the next such place. */
const CELL_STARTS = /(?:^|[\n\r\t;])(?=(?:(?![\n\r\t;])[\s\p{Cc}\p{Cf}"])*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu;
