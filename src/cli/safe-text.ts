/**
 * Texts of data on their way to a terminal: what could move the cursor, clear the screen or turn the writing around is
 * shown as its code and does nothing.
 */

/** Control characters, line and paragraph separators, halves of surrogate pairs, and what turns writing around. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]/gu;

/** A text on one line without effect on a terminal: an escape character is shown as `\u001b`. Letters stay as they are. */
export function safeText(text: string): string {
  return text.replace(UNSAFE, escaped);
}

/** Lines of text without effect on a terminal; line ends and tabs stay. */
export function safeLines(text: string): string {
  return text.replace(UNSAFE, (unit) => (/[\t\r\n]/.test(unit) ? unit : escaped(unit)));
}

/** A value as JSON without effect on a terminal. It parses to the same value; an infinite number becomes `null`. */
export function safeJson(value: unknown): string {
  return safeLines(JSON.stringify(value, null, 2));
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
