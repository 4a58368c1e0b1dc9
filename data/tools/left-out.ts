/**
 * The exclusions that bear on one document: which of its numbers and names they leave out, and which of them are not
 * needed.
 */
import type { ExclusionLine } from "./exclusions.ts";
import { holds, type Span } from "./names.ts";

/** The exclusions that bear on one document, and which of them were needed. */
export class LeftOut {
  private readonly places: { readonly line: ExclusionLine; readonly spans: readonly Span[] }[];
  private readonly needed = new Set<ExclusionLine>();
  private readonly misplaced: string[] = [];

  constructor(
    private readonly source: string,
    private readonly text: string,
    lines: readonly ExclusionLine[],
  ) {
    const own = lines.filter(({ exclusion }) => exclusion.source === source);
    // Those for one place come first, so that a rule for all places is needed only for the rest.
    const sorted = [...own.filter((l) => !l.exclusion.all), ...own.filter((l) => l.exclusion.all)];
    this.places = sorted.map((line) => ({ line, spans: this.spansOf(line) }));
  }

  /** The line that leaves a number or word out. Marks it as needed. */
  excluding(unit: Span): ExclusionLine | undefined {
    const place = this.places.find(({ spans }) => spans.some((span) => holds(span, unit)));
    if (place) this.needed.add(place.line);
    return place?.line;
  }

  /** The lines that were not needed or cannot be placed, in words. To be asked when the whole document is done. */
  problems(): string[] {
    const stale = this.places.filter(({ line, spans }) => spans.length > 0 && !this.needed.has(line));
    const messages = stale.map(({ line: { line, exclusion } }) => {
      const where = exclusion.all ? "everywhere" : `at ${exclusion.start}`;
      return `exclusions.jsonl:${line}: "${exclusion.token}" ${where} is cited anyway, left out by another line, or neither number nor name; take the line out`;
    });
    return [...this.misplaced, ...messages];
  }

  private spansOf({ line, exclusion }: ExclusionLine): Span[] {
    const { token, start } = exclusion;
    const starts = start === undefined ? allStarts(this.text, token) : [start];
    const spans = starts
      .map((at) => ({ start: at, end: at + token.length }))
      .filter((span) => this.text.slice(span.start, span.end) === token);
    if (spans.length === 0) {
      const where = start === undefined ? "" : ` at ${start}`;
      this.misplaced.push(
        `exclusions.jsonl:${line}: the document ${this.source} does not write "${token}"${where}`,
      );
    }
    return spans;
  }
}

function allStarts(text: string, token: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + 1)) starts.push(at);
  return starts;
}
