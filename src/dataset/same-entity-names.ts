/**
 * How like two names are, whatever their language, script, case and spelling: the share of their words that they have in
 * common, each word weighted by how few entities bear it. So a word such as the one for "port" counts for little among
 * ports, without anybody having to list such words.
 */
import { foldName } from "../graph/name-index.ts";
import type { Name } from "../model/entity.ts";

/** Two names and how like they are: 1 for the same words, 0 for none in common. */
export interface NameMatch {
  readonly left: string;
  readonly right: string;
  readonly likeness: number;
}

interface NameWords {
  readonly value: string;
  readonly words: readonly string[];
  readonly weight: number;
}

/** Words that differ in one letter count so much of their weight, if they are long enough for that to tell anything. */
const NEARLY = 0.8;
const LONG = 5;

/** The names of some entities, with what their words weigh among them. */
export class NameWeights {
  private readonly names: readonly (readonly NameWords[])[];
  private readonly weights = new Map<string, number>();

  constructor(names: readonly (readonly Name[])[]) {
    const words = names.map((some) => distinct(some.map(({ value }) => ({ value, words: wordsOf(value) }))));
    const bearers = new Map<string, number>();
    for (const some of words) {
      for (const word of new Set(some.flatMap((name) => name.words)))
        bearers.set(word, (bearers.get(word) ?? 0) + 1);
    }
    for (const [word, count] of bearers) this.weights.set(word, Math.log(1 + names.length / count));
    this.names = words.map((some) =>
      some.map((name) => ({
        ...name,
        weight: name.words.reduce((sum, word) => sum + this.weightOf(word), 0),
      })),
    );
  }

  /** Under which entities with a like name are found: whole names, words, and long words less one letter. */
  keys(entity: number): ReadonlySet<string> {
    const keys = new Set<string>();
    for (const { words } of this.names[entity] ?? []) {
      keys.add(words.join(" "));
      for (const word of words) {
        keys.add(word);
        if (word.length >= LONG)
          for (let i = 0; i < word.length; i++) keys.add(word.slice(0, i) + word.slice(i + 1));
      }
    }
    return keys;
  }

  /** The two names of two entities that are most alike. */
  match(left: number, right: number): NameMatch | undefined {
    let best: NameMatch | undefined;
    for (const one of this.names[left] ?? []) {
      for (const other of this.names[right] ?? []) {
        const likeness = this.likeness(one, other);
        if (likeness > (best?.likeness ?? 0)) best = { left: one.value, right: other.value, likeness };
      }
    }
    return best;
  }

  private likeness(a: NameWords, b: NameWords): number {
    const rest = b.words.filter((word) => !a.words.includes(word));
    let common = 0;
    for (const word of a.words) {
      if (b.words.includes(word)) {
        common += this.weightOf(word);
        continue;
      }
      const near = word.length < LONG ? -1 : rest.findIndex((other) => differInOneLetter(word, other));
      if (near < 0) continue;
      const [other = ""] = rest.splice(near, 1);
      common += (NEARLY * (this.weightOf(word) + this.weightOf(other))) / 2;
    }
    return common === 0 ? 0 : common / (a.weight + b.weight - common);
  }

  private weightOf(word: string): number {
    return this.weights.get(word) ?? 0;
  }
}

const WORD = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;

/** The words of a name, each once, in code-unit order. Chinese, which has no spaces, in pairs of characters. */
function wordsOf(name: string): readonly string[] {
  const folded = foldName(name.normalize("NFKC"))
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .replace(/['’‘ʼʻ`´]/g, "")
    .normalize("NFC");
  const words = folded.match(WORD) ?? [folded];
  return [...new Set(words.flatMap((word) => (/^\p{Script=Han}/u.test(word) ? pairs(word) : [word])))].sort();
}

function pairs(word: string): readonly string[] {
  const characters = Array.from(word);
  if (characters.length < 3) return [word];
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}

/** Names of the same words once. */
function distinct(names: readonly Omit<NameWords, "weight">[]): readonly Omit<NameWords, "weight">[] {
  const byWords = new Map<string, Omit<NameWords, "weight">>();
  for (const name of names) {
    const key = name.words.join(" ");
    if (!byWords.has(key)) byWords.set(key, name);
  }
  return [...byWords.values()];
}

/** Whether one letter put in, taken out or replaced makes one word the other. */
function differInOneLetter(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  return endA - start <= 1 && endB - start <= 1;
}
