/**
 * The nearest word to a misspelt one, for "did you mean".
 */

/** So many letters must be right before the rest of a word is guessed. */
const BEGINNING = 4;
/** So many slips of the finger a word may have and still be meant whole. */
const SLIPS = 2;

/**
 * The candidate that takes the fewest insertions, deletions and replacements, if no more than a third of the letters, or
 * two. Where it takes more than two, the shortest that goes on after the word stands before it: a beginning is oftener
 * meant.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let longer: string | undefined;
  let least = Math.max(SLIPS, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (candidate.length < (longer?.length ?? Infinity) && candidate.startsWith(word)) longer = candidate;
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const distance = editDistance(word, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return longer !== undefined && word.length >= BEGINNING && least > SLIPS ? longer : best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
