/**
 * `npm run data:cite`: turns the `passage` that an editor copied into a citation into offsets and a fingerprint, and
 * takes the words out again. Needs `SOURCES_DIR`. Files come out sorted by id, one record a line.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { recordLines } from "../../src/dataset/canonical.ts";
import { formatHash, normalizePassage, rollingHash } from "../../src/model/passage.ts";
import { DATA, type DataLine, dataFiles, readDocuments, readLines, sha256Sync } from "./files.ts";

type DataRecord = DataLine["record"] & { readonly id: string };

interface Draft {
  source: string;
  passage?: string;
  /** Which occurrence of the passage is meant, from 1; 1 when absent. */
  occurrence?: number;
  [field: string]: unknown;
}

const sources = readLines(join(DATA, "sources.jsonl")).lines.map((line) => line.record);
const documents = readDocuments(sources);
if (!documents) {
  console.error(
    "data:cite needs the documents: set SOURCES_DIR to the folder that holds them and their index.json.",
  );
  process.exit(2);
}

const problems: string[] = [];
const rewritten = new Map<string, string>();
let cited = 0;
for (const path of dataFiles()) {
  const { lines, problems: unreadable } = readLines(path);
  for (const problem of unreadable)
    problems.push(`${problem.file}:${problem.line}:${problem.column}: ${problem.message}`);
  if (unreadable.length > 0) continue;
  for (const line of lines) citeLine(line);
  rewritten.set(path, recordLines(lines.map((line) => line.record as DataRecord)));
}
for (const [id, text] of documents) {
  const source = sources.find((candidate) => candidate.id === id);
  if (source) source.text = { length: text.length, sha256: sha256Sync(normalizePassage(text)) };
}
if (problems.length > 0) {
  console.error(problems.join("\n"));
  console.error(`${problems.length} problems; nothing was written.`);
  process.exit(1);
}
rewritten.set(join(DATA, "sources.jsonl"), recordLines(sources as DataRecord[]));
for (const [path, text] of rewritten) writeFileSync(path, text);
console.log(`${cited} passages turned into fingerprints; ${rewritten.size} files sorted.`);

function citeLine(line: DataLine): void {
  const citations = (line.record.citations ?? []) as Draft[];
  for (const [i, citation] of citations.entries()) {
    if (citation.passage === undefined) continue;
    const place = `${line.file}:${line.line}: ${String(line.record.id)} /citations/${i}`;
    const text = documents?.get(citation.source);
    if (text === undefined) {
      problems.push(`${place}: no document for the source "${citation.source}"`);
      continue;
    }
    const starts = occurrences(text, citation.passage);
    const wanted = citation.occurrence ?? 1;
    const start = starts[wanted - 1];
    if (start === undefined || (starts.length > 1 && citation.occurrence === undefined)) {
      problems.push(
        `${place}: the passage occurs ${starts.length} times; give its occurrence (from 1) or more words`,
      );
      continue;
    }
    const normalized = normalizePassage(citation.passage);
    const { source, passage, occurrence, ...rest } = citation;
    citations[i] = {
      source,
      start,
      end: start + passage.length,
      length: normalized.length,
      hash: formatHash(rollingHash(normalized)),
      sha256: sha256Sync(normalized),
      ...rest,
    };
    cited += 1;
  }
}

function occurrences(text: string, passage: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + 1)) starts.push(at);
  return starts;
}
