/**
 * The text of a stream of bytes, piece by piece or whole.
 */
import type { Issue } from "../errors.ts";
import { type Chunks, chunksOf } from "./chunks.ts";
import { LineIndex } from "./json-place.ts";
import type { DatasetFile } from "./record-reader.ts";
import { NotUtf8, Utf8Reader } from "./utf8-reader.ts";

/** What watches over reading. */
export interface Watch {
  readonly signal?: AbortSignal | undefined;
  /** Called after every chunk with the bytes so far; UTF-16 units of chunks that are text. */
  readonly onChunk?: (bytes: number) => void;
}

/**
 * The text of a stream, a piece for every chunk, without a byte order mark.
 *
 * @throws NotUtf8 where the text ends before bytes that are not UTF-8
 */
export async function* piecesOf(chunks: Chunks, { signal, onChunk }: Watch): AsyncGenerator<string> {
  const reader = new Utf8Reader();
  let [bytes, begun] = [0, false];
  for await (const chunk of chunksOf(chunks, signal)) {
    const text = typeof chunk === "string" ? chunk : reader.read(chunk);
    bytes += chunk.length;
    onChunk?.(bytes);
    yield begun ? text : text.replace(/^\ufeff/, "");
    begun ||= text !== "";
    if (reader.problem) break;
  }
  reader.end();
  if (reader.problem) throw reader.problem;
}

/** The whole text of a stream as a file, or the issue of a text that cannot be read. */
export async function readText(name: string, chunks: Chunks, watch: Watch): Promise<DatasetFile | Issue> {
  const pieces: string[] = [];
  try {
    for await (const piece of piecesOf(chunks, watch)) pieces.push(piece);
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    const text = pieces.join("");
    return error.issue(name, new LineIndex(text).place(text.length));
  }
  try {
    return { name, text: pieces.join("") };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = "The file is longer than a text can be; read it record by record with streamRecords.";
    return { code: "file/too-long", severity: "error", file: name, message };
  }
}
