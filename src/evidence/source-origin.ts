/**
 * Where the words of a source come from: the document at the end of its chain of reprints and repetitions.
 */
import type { Source } from "../model/source.ts";

/** What sources know of one another. */
export type Sources = Readonly<Record<string, Source>>;

/**
 * The id of the document that a source goes back to through `reprintOf`, else `derivedFrom`; its own id if it repeats
 * none. An original that the dataset does not hold is one all the same. In a ring of sources that repeat one another it
 * is the least id of the ring.
 */
export function originOf(sources: Sources, id: string): string {
  const path = new Set<string>();
  for (let at = id; ; ) {
    if (path.has(at)) {
      const ids = [...path];
      return ids.slice(ids.indexOf(at)).sort()[0] as string;
    }
    path.add(at);
    const next = repeatedBy(sources, at);
    if (next === undefined) return at;
    at = next;
  }
}

/** The ids of the sources that reprint or repeat one of the given ones, over any number of steps; not the given ones. */
export function repetitionsOf(sources: Sources, ids: ReadonlySet<string>): string[] {
  const reaches = (id: string): boolean => {
    const seen = new Set<string>([id]);
    for (let at = repeatedBy(sources, id); at !== undefined && !seen.has(at); at = repeatedBy(sources, at)) {
      if (ids.has(at)) return true;
      seen.add(at);
    }
    return false;
  };
  return Object.keys(sources).filter((id) => !ids.has(id) && reaches(id));
}

/** A source by id, found by own name only. */
export function findSource(sources: Sources, id: string): Source | undefined {
  return Object.hasOwn(sources, id) ? sources[id] : undefined;
}

function repeatedBy(sources: Sources, id: string): string | undefined {
  const source = findSource(sources, id);
  return source?.reprintOf ?? source?.derivedFrom;
}
