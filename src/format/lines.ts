/**
 * Lines into one text.
 */
import { FormatError } from "../errors.ts";

/** The longest text that every JavaScript engine holds, in UTF-16 units. */
const LONGEST = 0x1fffffe8;

/**
 * The lines joined, each followed by the ending.
 *
 * @throws FormatError `format/too-long` where the text would be longer than an engine can hold
 */
export function joinLines(lines: readonly string[], format: string, ending = "\n"): string {
  const length = lines.reduce((sum, line) => sum + line.length + ending.length, 0);
  if (length > LONGEST) {
    throw new FormatError(
      "format/too-long",
      `The graph gives ${length} characters of ${format}, more than the ${LONGEST} that a text can hold; ` +
        "export parts of it, such as one relation at a time.",
    );
  }
  return lines.length === 0 ? "" : `${lines.join(ending)}${ending}`;
}
