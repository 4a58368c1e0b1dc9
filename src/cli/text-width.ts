/**
 * Texts by what they take up on a terminal: a Chinese character two columns, a combining accent none.
 */

/** How many columns of a terminal a text takes up. */
export type TextWidth = (text: string) => number;

/** A text in lines of a width, broken at spaces and beside wide letters; a longer word stays whole. */
export function wrap(text: string, room: number, width: TextWidth): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const piece of pieces(text, width)) {
    if (used > 0 && used + width(piece.trimEnd()) > room) {
      lines.push(line.trimEnd());
      line = "";
      used = 0;
    }
    line += piece;
    used += width(piece);
  }
  return [...lines, line.trimEnd()];
}

/** What is kept together: words with the spaces after them, and each wide letter by itself. */
function pieces(text: string, width: TextWidth): string[] {
  return (text.match(/\S+\s*|\s+/g) ?? []).flatMap((word) => {
    if (width(word) === word.length) return [word];
    const parts: string[] = [];
    let afterWide = true;
    for (const letter of letters(word)) {
      const wide = width(letter) > 1;
      if (wide || afterWide) parts.push(letter);
      else parts.push(`${parts.pop()}${letter}`);
      afterWide = wide && /\S/.test(letter);
    }
    return parts;
  });
}

const segmenter = new Intl.Segmenter();

/** What a reader takes for single letters. */
function letters(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
