/**
 * The records of a JSON Lines stream, one after another: no more than a chunk and a line are in memory at a time.
 */
import { InvalidRecordError, type Issue } from "../errors.ts";
import type { StreamedRecord } from "../graph/freeze.ts";
import { recordChecker } from "../graph/validate.ts";
import type { Ontology } from "../ontology/define.ts";
import type { Chunks, Progress } from "./chunks.ts";
import { jsonIssue, offsetOf, parseJson } from "./json-place.ts";
import { piecesOf } from "./read-text.ts";
import { sortOfRecord, unsortedIssue } from "./sort-records.ts";
import { UnreadableText } from "./unreadable-text.ts";

/** Options of {@link streamRecords}. */
export interface StreamOptions {
  /** The file's name or address, for issues and progress: `stream` unless given. */
  readonly name?: string;
  /** Checks every record for itself against this ontology; unchecked without. */
  readonly ontology?: Ontology;
  /** Bytes to come, packed as they are, if known: for `onProgress`. */
  readonly total?: number;
  /** Called after every chunk, and at the end with all records counted. */
  readonly onProgress?: (progress: Progress) => void;
  /** Stops reading before the next record; the stream then throws the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called with every problem as it is found. With it, the stream does not throw for what is in it. */
  readonly onIssue?: (issue: Issue) => void;
  /** How many issues the error at the end lists, 1000 unless given; it tells how many there are beyond. */
  readonly issueLimit?: number;
}

/**
 * The records of JSON Lines as they come, packed with gzip or not, told apart as `parseDataset` does; borders of chunks may
 * fall anywhere. A line with a problem is left out and the stream goes on; the problems are thrown when all records have
 * been given. What takes other records (ids that are given twice or missing, ends that do not fit) is not looked at:
 * `frozenFromRecords` does.
 *
 * @throws InvalidRecordError after the last record, with the problems of all lines; not where `onIssue` takes them. The
 *   reason of the signal, if it is aborted
 * @example
 * const file = new Blob(['{"id":"port/torugart","names":[{"value":"Torugart Port","lang":"en"}]}\n']);
 * const records = streamRecords(file.stream(), { ontology: xinjiangOntology });
 * const frozen = await frozenFromRecords(records, xinjiangOntology);
 * frozen.order; // 1
 */
export async function* streamRecords(
  chunks: Chunks,
  options: StreamOptions = {},
): AsyncGenerator<StreamedRecord> {
  const { name = "stream", total, onProgress, signal } = options;
  const log = new IssueLog(options);
  const check = options.ontology && recordChecker(options.ontology);
  const lines = new LineSplitter();
  let records = 0;
  let bytes = 0;
  const tell = (): void => {
    onProgress?.({ file: name, bytes, ...(total !== undefined && { total }), records });
  };
  const onChunk = (read: number): void => {
    bytes = read;
    tell();
  };
  const readAll = function* (texts: readonly string[]): Generator<StreamedRecord> {
    for (const [i, text] of texts.entries()) {
      const { record, issues } = readLine(text, name, check);
      const line = lines.count - texts.length + i + 1;
      for (const issue of issues) log.add({ ...issue, line, file: name });
      if (record === undefined || issues.length > 0) continue;
      signal?.throwIfAborted();
      records += 1;
      yield record;
    }
  };
  try {
    for await (const piece of piecesOf(chunks, { signal, onChunk })) yield* readAll(lines.push(piece));
    yield* readAll(lines.end());
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    log.add(error.issue({ file: name, ...lines.place() }));
  }
  tell();
  log.settle();
}

/** Joins pieces of text and cuts them at line feeds. */
class LineSplitter {
  /** Lines given so far. */
  count = 0;
  private rest = "";

  push(piece: string): readonly string[] {
    // A line may be longer than many pieces: it is joined once.
    if (!piece.includes("\n")) {
      this.rest += piece;
      return [];
    }
    const lines = (this.rest + piece).split("\n");
    this.rest = lines.pop() as string;
    this.count += lines.length;
    return lines;
  }

  end(): readonly string[] {
    this.count += 1;
    return [this.rest];
  }

  /** The place after all that was pushed. */
  place(): { readonly line: number; readonly column: number } {
    return { line: this.count + 1, column: this.rest.length + 1 };
  }
}

/** The record of a line, unless it is blank, and every problem of it. */
function readLine(
  text: string,
  name: string,
  check: ReturnType<typeof recordChecker> | undefined,
): { readonly record?: StreamedRecord; readonly issues: readonly Issue[] } {
  if (text.trim() === "") return { issues: [] };
  const at = (offset: number) => ({ line: 1, column: offset + 1 });
  const issues: Issue[] = [];
  const value = parseJson(text, {
    problem: (problem) => issues.push(jsonIssue(problem, at(problem.offset))),
  });
  if (value === undefined) return { issues };
  const list = sortOfRecord(value, name);
  if (list === undefined) return { issues: [...issues, unsortedIssue(value, at(offsetOf(text, 0, "")))] };
  for (const issue of check?.(value as object, list) ?? []) {
    issues.push({ ...issue, ...at(offsetOf(text, 0, issue.path ?? "")) });
  }
  return { record: value as StreamedRecord, issues };
}

/** Takes the problems of a stream: as many as wanted, and the number of the rest. */
class IssueLog {
  private readonly issues: Issue[] = [];
  private count = 0;

  constructor(private readonly options: StreamOptions) {}

  add(issue: Issue): void {
    if (this.options.onIssue) return this.options.onIssue(issue);
    this.count += 1;
    if (this.count <= (this.options.issueLimit ?? 1000)) this.issues.push(issue);
  }

  settle(): void {
    if (this.count === 0) return;
    const more = this.count - this.issues.length;
    if (more > 0) {
      const message = `There are ${more} more problems; mend these first, or take them all with "onIssue".`;
      this.issues.push({ code: "file/more-problems", severity: "error", message });
    }
    throw new InvalidRecordError(this.issues);
  }
}
