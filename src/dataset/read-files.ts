/**
 * From opened files to a parsed dataset: what loading in a browser and reading in Node share.
 */
import type { Issue } from "../errors.ts";
import type { Ontology } from "../ontology/define.ts";
import type { XinjiangOntology } from "../ontology/ontology.ts";
import type { Chunks, Progress } from "./chunks.ts";
import { type ParsedDataset, type ParseOptions, parseDataset } from "./parse-dataset.ts";
import { readText } from "./read-text.ts";
import type { DatasetFile } from "./record-reader.ts";

/** Options of what reads files. */
export interface LoadOptions<O extends Ontology = XinjiangOntology> extends ParseOptions<O> {
  /** Called after every chunk of every file. */
  readonly onProgress?: (progress: Progress) => void;
  /** Stops reading; what reads then throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/** A file about to be read. */
export interface OpenedFile {
  readonly name: string;
  readonly chunks: Chunks;
  /** Its length in bytes, where it is known. */
  readonly total?: number;
  /** What an error while reading means. */
  readonly explain?: (error: unknown) => Issue | undefined;
  /** Why a text that could be read is not what was asked for. */
  readonly refuse?: (text: string) => Issue | undefined;
}

/** Opens a file, or says why it cannot be opened. */
export type Opener = () => Promise<OpenedFile | Issue>;

/** How many files are read at once. */
const AT_ONCE = 6;

/** Reads files and parses them together. What cannot be read becomes an issue. */
export async function readFiles<O extends Ontology>(
  openers: readonly Opener[],
  options: LoadOptions<O>,
): Promise<ParsedDataset<O>> {
  const read: (DatasetFile | Issue)[] = [];
  for (let i = 0; i < openers.length; i += AT_ONCE) {
    const group = openers.slice(i, i + AT_ONCE);
    read.push(...(await Promise.all(group.map((open) => readFile(open, options)))));
  }
  const files = read.filter((one): one is DatasetFile => "text" in one);
  const issues = read.filter((one): one is Issue => "code" in one);
  const isEmpty = files.every(({ text }) => text.trim() === "");
  if (isEmpty) issues.push(...files.map(({ name }) => emptyIssue(name)));
  const parsed = parseDataset(isEmpty ? [] : files, options);
  return { ...parsed, issues: [...issues, ...parsed.issues] };
}

async function readFile(
  open: Opener,
  { signal, onProgress }: LoadOptions<Ontology>,
): Promise<DatasetFile | Issue> {
  const opened = await open();
  if (!("chunks" in opened)) return opened;
  const { name: file, chunks, total, explain, refuse } = opened;
  let read = 0;
  const onChunk = (bytes: number): void => {
    read = bytes;
    onProgress?.({ file, bytes, ...(total !== undefined && { total }) });
  };
  try {
    const text = await readText(file, chunks, { signal, onChunk });
    return ("text" in text && refuse?.(text.text)) || text;
  } catch (error) {
    if (signal?.aborted) throw error;
    return explain?.(error) ?? interruptedIssue(file, read);
  }
}

function emptyIssue(file: string): Issue {
  const message = "The file is empty, expected records. See whether it was written or fetched whole.";
  return { code: "file/empty", severity: "error", file, line: 1, column: 1, message, expected: "records" };
}

function interruptedIssue(file: string, bytes: number): Issue {
  const message = `Reading stopped after ${bytes} bytes; the connection or the disk failed. Try again.`;
  return { code: "file/interrupted", severity: "error", file, message };
}
