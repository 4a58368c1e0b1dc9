/**
 * A file's text with the way from its offsets to lines and columns, which is found when first asked for: where there is a
 * problem.
 */
import type { DatasetFile, Place } from "./record-reader.ts";

/** A text whose lines end at line feeds, without the byte order mark that some editors begin it with. */
export class PlacedText {
  readonly name: string;
  readonly text: string;
  private starts: number[] | undefined;

  constructor({ name, text }: DatasetFile) {
    this.name = name;
    this.text = text.replace(/^\ufeff/, "");
  }

  /** File, line and column of an offset. */
  place(offset: number): Place {
    this.starts ??= lineStarts(this.text);
    let [line, beyond] = [0, this.starts.length];
    while (beyond - line > 1) {
      const middle = (line + beyond) >> 1;
      if ((this.starts[middle] as number) <= offset) line = middle;
      else beyond = middle;
    }
    return { file: this.name, line: line + 1, column: offset - (this.starts[line] as number) + 1 };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
