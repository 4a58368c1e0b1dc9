/**
 * `npm run data:audit`: walks each document (`SOURCES_DIR` names their folder) and accounts for every number and every
 * capitalised name: cited by a claim that carries it, or left out for a reason of `data/exclusions.jsonl`. Exits 1 if
 * one is neither, or if an exclusion is not needed. Without `SOURCES_DIR` it says NOT AUDITED and exits 0; with one that
 * holds no document it exits 2.
 *
 * `--list` prints every number and name with what became of it; `--source <id>` looks at one document only.
 */
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { DatasetRecords } from "../../src/model/record.ts";
import { accountFor, type Item } from "./account.ts";
import { type ExclusionLine, readExclusions } from "./exclusions.ts";
import { documentPaths, readDocuments } from "./files.ts";
import { lowerCaseWords } from "./names.ts";
import { readDataset } from "./read-dataset.ts";

/** What an audit found. */
export interface AuditResult {
  readonly items: readonly Item[];
  /** Exclusions that are not needed or cannot be placed, sources without their document. */
  readonly problems: readonly string[];
  /** The documents read, by source id. */
  readonly documents: ReadonlyMap<string, string>;
}

/**
 * Audits the records of a dataset against the documents in `SOURCES_DIR`. `undefined` where there are none: that is no
 * success, nothing was audited.
 */
export function auditDataset(
  records: Pick<DatasetRecords, "sources" | "entities" | "claims">,
  exclusions: readonly ExclusionLine[],
): AuditResult | undefined {
  const documents = readDocuments(records.sources);
  if (!documents || documents.size === 0) return undefined;
  const ordinary = lowerCaseWords(documents.values());
  const items: Item[] = [];
  const problems: string[] = [];
  for (const source of records.sources) {
    const text = documents.get(source.id);
    if (text === undefined) {
      if (source.text) problems.push(`${source.id}: the document is not in SOURCES_DIR`);
      continue;
    }
    const account = accountFor(source, text, records, exclusions, ordinary);
    items.push(...account.items);
    problems.push(...account.problems);
  }
  for (const { line, exclusion } of exclusions) {
    if (records.sources.some((source) => source.id === exclusion.source)) continue;
    problems.push(`exclusions.jsonl:${line}: there is no source "${exclusion.source}"`);
  }
  return { items, problems, documents };
}

const LONGEST_CONTEXT = 60;

/** An item's surroundings on one line, at most 60 characters. */
export function contextOf(text: string, { start, end }: Pick<Item, "start" | "end">): string {
  const room = Math.max(0, LONGEST_CONTEXT - (end - start));
  const from = Math.max(0, start - Math.ceil(room / 2));
  return text
    .slice(from, from + LONGEST_CONTEXT)
    .replace(/\s+/g, " ")
    .trim();
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function printItem(item: Item, text: string, file: string): void {
  const fate =
    item.status === "cited"
      ? `cited by ${item.by.join(", ")}`
      : item.status === "left out"
        ? `left out because ${item.reason}`
        : `UNACCOUNTED FOR in "${contextOf(text, item)}"`;
  console.log(`${file}:${lineOf(text, item.start)} @${item.start} ${item.kind} "${item.text}": ${fate}`);
}

function printTable(items: readonly Item[], sources: readonly string[]): void {
  const count = (source: string, kind: Item["kind"]): string[] =>
    (["cited", "left out", "unaccounted"] as const).map((status) =>
      String(items.filter((i) => i.source === source && i.kind === kind && i.status === status).length),
    );
  const width = Math.max(...sources.map((source) => source.length));
  const row = (first: string, cells: readonly string[]): void =>
    console.log(`${first.padEnd(width)}${cells.map((cell) => cell.padStart(12)).join("")}`);
  row("", ["numbers", "", "", "names", "", ""]);
  row("", ["cited", "left out", "unaccounted", "cited", "left out", "unaccounted"]);
  for (const source of sources) row(source, [...count(source, "number"), ...count(source, "name")]);
}

function main(): number {
  const { values } = parseArgs({ options: { list: { type: "boolean" }, source: { type: "string" } } });
  const { records, issues } = readDataset();
  const errors = issues.filter((issue) => issue.severity === "error").length;
  if (errors > 0)
    console.warn(`${errors} records are not valid (npm run data:check); auditing what there is.`);
  const exclusions = readExclusions();
  const result = auditDataset(records, exclusions.lines);
  if (!result) {
    const folder = process.env.SOURCES_DIR;
    console.warn(
      folder
        ? `NOT AUDITED: SOURCES_DIR is ${folder}, which holds no index.json that names a document of the sources.`
        : "NOT AUDITED: set SOURCES_DIR to the folder that holds the documents and their index.json.",
    );
    return folder ? 2 : 0;
  }
  const wanted = (id: string): boolean => values.source === undefined || values.source === id;
  const sources = [...result.documents.keys()].filter(wanted);
  if (sources.length === 0) {
    console.error(
      `There is no document of "${values.source}"; there are ${[...result.documents.keys()].join(", ")}.`,
    );
    return 2;
  }
  const items = result.items.filter((item) => wanted(item.source));
  const paths = documentPaths(records.sources);
  for (const item of items) {
    if (!values.list && item.status !== "unaccounted") continue;
    printItem(
      item,
      result.documents.get(item.source) ?? "",
      basename(paths?.get(item.source) ?? item.source),
    );
  }
  const problems = [...exclusions.problems, ...result.problems];
  for (const problem of problems) console.error(problem);
  printTable(items, sources);
  const unaccounted = items.filter((item) => item.status === "unaccounted").length;
  console.log(
    `${items.length} numbers and names in ${sources.length} documents, ${unaccounted} unaccounted for, ${problems.length} problems with exclusions`,
  );
  return unaccounted > 0 || problems.length > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.exitCode = main();
