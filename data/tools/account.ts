/**
 * Accounts for the numbers and names of a document: each is cited by claims that carry it, left out for a stated
 * reason, or unaccounted for.
 */
import type { DatasetRecords } from "../../src/model/record.ts";
import type { Source } from "../../src/model/source.ts";
import { CitedDocument, type Unit } from "./cited-document.ts";
import type { ExclusionLine } from "./exclusions.ts";
import { numbersIn } from "./figures.ts";
import { LeftOut } from "./left-out.ts";
import { namesIn } from "./names.ts";

/** A number or a name of a document, and what became of it. A run of words may be several: part cited, part left out. */
export interface Item {
  readonly source: string;
  readonly kind: "number" | "name";
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly status: "cited" | "left out" | "unaccounted";
  /** Ids of the claims that cite it; "the source itself" where it is of its title, authors, publisher or date. */
  readonly by: readonly string[];
  readonly reason?: string;
}

/** The items of a document in order, and the exclusions that exclude nothing or what is cited anyway. */
export interface Account {
  readonly items: readonly Item[];
  readonly problems: readonly string[];
}

/**
 * Accounts for one document. `ordinary` are the words that begin sentences without being names (see `lowerCaseWords`).
 * Offsets are UTF-16.
 */
export function accountFor(
  source: Source,
  text: string,
  records: Pick<DatasetRecords, "entities" | "claims">,
  exclusions: readonly ExclusionLine[],
  ordinary: ReadonlySet<string>,
): Account {
  const document = new CitedDocument(source, text, records);
  const left = new LeftOut(source.id, text, exclusions);
  const items: Item[] = [];
  const settle = (kind: Item["kind"], units: readonly Unit[]): void => {
    const settled = units.map((unit): Item => {
      const line = unit.by.length > 0 ? undefined : left.excluding(unit);
      return {
        source: source.id,
        kind,
        text: text.slice(unit.start, unit.end),
        start: unit.start,
        end: unit.end,
        status: unit.by.length > 0 ? "cited" : line ? "left out" : "unaccounted",
        by: unit.by,
        ...(line && { reason: line.exclusion.reason }),
      };
    });
    items.push(...joinLike(settled, text));
  };
  for (const number of numbersIn(text)) {
    settle("number", [{ start: number.start, end: number.end, by: document.citingNumber(number) }]);
  }
  for (const run of namesIn(text, ordinary)) settle("name", document.citingName(run));
  items.sort((a, b) => a.start - b.start || a.end - b.end);
  return { items, problems: left.problems() };
}

/** Neighbours with the same fate as one item. */
function joinLike(items: readonly Item[], text: string): Item[] {
  const joined: Item[] = [];
  for (const item of items) {
    const before = joined.at(-1);
    if (!before || before.status !== item.status || before.reason !== item.reason) {
      joined.push(item);
      continue;
    }
    const by = [...new Set([...before.by, ...item.by])];
    joined[joined.length - 1] = { ...before, end: item.end, text: text.slice(before.start, item.end), by };
  }
  return joined;
}
