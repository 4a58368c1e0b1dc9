/**
 * Sources that may be the same document under two ids: by address, by text, by title and day.
 */

import { foldName } from "../graph/name-index.ts";
import type { Source } from "../model/source.ts";
import { groupBy } from "./group-by.ts";
import { areApart, NOWHERE, type Sides } from "./merge-sides.ts";
import { byLikelihood, CROWD, type PossiblySame } from "./same-entity.ts";

/** What two descriptions of one document have in common, how much it tells, and in words. */
const MARKS: readonly {
  readonly score: number;
  readonly of: (source: Source) => string | undefined;
  readonly reason: (source: Source) => string;
}[] = [
  { score: 1, of: ({ text }) => text?.sha256, reason: () => "the same text" },
  {
    score: 0.95,
    of: ({ url }) => (url === undefined ? undefined : addressOf(url)),
    reason: ({ url = "" }) => `the same address ${addressOf(url)}`,
  },
  {
    score: 0.8,
    of: ({ title, published }) => `${published} ${foldName(title)}`,
    reason: ({ title, published }) =>
      `both are called ${JSON.stringify(title)} and were published ${published}`,
  },
];

/** An address without what does not tell documents apart: scheme, `www.`, fragment, a slash at the end. */
export function addressOf(url: string): string {
  const [, host = "", rest = ""] = /^https?:\/\/(?:www\.)?([^/?#]*)([^#]*)/i.exec(url) ?? [];
  return host.toLowerCase() + rest.replace(/\/$/, "");
}

/**
 * Pairs of sources of different datasets that may be one document, likeliest first, then by ids.
 *
 * @param sides the datasets of each source
 */
export function sameSources(sources: readonly Source[], sides: readonly Sides[]): PossiblySame[] {
  const found = new Map<string, PossiblySame>();
  for (const { score, of, reason } of MARKS) {
    for (const marked of sharing(sources, of)) {
      for (const [i, a] of marked.entries()) {
        for (const b of marked.slice(i + 1)) {
          if (!areApart(sides[a] ?? NOWHERE, sides[b] ?? NOWHERE)) continue;
          const [one, other] = [sources[a] as Source, sources[b] as Source];
          const [left, right] = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
          const key = JSON.stringify([left, right]);
          const before = found.get(key) ?? { left, right, score, reasons: [] };
          found.set(key, { ...before, reasons: [...before.reasons, reason(one)] });
        }
      }
    }
  }
  return [...found.values()].sort(byLikelihood);
}

/** Sources that share a mark, by their places in the list; what a crowd shares tells none of them apart. */
function sharing(
  sources: readonly Source[],
  markOf: (source: Source) => string | undefined,
): readonly (readonly number[])[] {
  const groups = groupBy(sources.keys(), (i) => markOf(sources[i] as Source));
  groups.delete(undefined);
  return [...groups.values()].filter(({ length }) => length <= CROWD);
}
