/**
 * How the examples print: nothing of it is needed to use the library.
 */
import type { ClaimCore, SeriesPoint } from "xinjiang-graph";

export function heading(text: string): void {
  console.log(`\n${text}\n${"-".repeat(Math.min(text.length, 100))}`);
}

export function line(text: string): void {
  console.log(text);
}

/** Prints a paragraph in lines of a hundred characters. */
export function wrap(text: string): void {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 98) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`  ${word}`);
  }
  console.log(lines.join("\n"));
}

/** The sources of claims, each once. */
export function sourcesOf(claims: readonly Pick<ClaimCore, "citations">[]): string {
  return [...new Set(claims.flatMap((claim) => claim.citations.map((citation) => citation.source)))].join(
    ", ",
  );
}

/** What the words and digits allow, in billions. */
export function bounds(point: Pick<SeriesPoint<unknown>, "low" | "high">): string {
  const billions = (value: number): string => (Number.isFinite(value) ? String(value / 1e9) : "…");
  return `[${billions(point.low)} to ${billions(point.high)} bn]`;
}
