/**
 * The text of a stream of bytes, piece by piece or whole.
 */
import type { Issue } from "../errors.ts";
import { type Chunks, chunksOf } from "./chunks.ts";
import { PlacedText } from "./placed-text.ts";
import type { DatasetFile } from "./record-reader.ts";
import { unpacked } from "./unpacked.ts";
import { UnreadableText } from "./unreadable-text.ts";
import { Utf8Reader } from "./utf8-reader.ts";

/** What watches over reading. */
export interface Watch {
  readonly signal?: AbortSignal | undefined;
  /** Called after every chunk with the bytes so far, packed as they are; UTF-16 units of chunks that are text. */
  readonly onChunk?: (bytes: number) => void;
}

/**
 * The text of a stream, a piece for every chunk, unpacked where it is packed, without a byte order mark.
 *
 * @throws UnreadableText where the text ends before bytes that are not UTF-8, or not gzip where they begin as if
 */
export async function* piecesOf(chunks: Chunks, watch: Watch): AsyncGenerator<string> {
  const reader = new Utf8Reader();
  let begun = false;
  for await (const chunk of unpacked(counted(chunks, watch))) {
    const text = typeof chunk === "string" ? chunk : reader.read(chunk);
    yield begun ? text : text.replace(/^\ufeff/, "");
    begun ||= text !== "";
    if (reader.problem) break;
  }
  reader.end();
  if (reader.problem) throw reader.problem;
}

async function* counted(chunks: Chunks, { signal, onChunk }: Watch): AsyncGenerator<Uint8Array | string> {
  let bytes = 0;
  for await (const chunk of chunksOf(chunks, signal)) {
    bytes += chunk.length;
    onChunk?.(bytes);
    yield chunk;
  }
}

/** The whole text of a stream as a file, or the issue of a text that cannot be read. */
export async function readText(name: string, chunks: Chunks, watch: Watch): Promise<DatasetFile | Issue> {
  const pieces: string[] = [];
  try {
    for await (const piece of piecesOf(chunks, watch)) pieces.push(piece);
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    const text = pieces.join("");
    return error.issue(new PlacedText({ name, text }).place(text.length));
  }
  try {
    return { name, text: pieces.join("") };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = "The file is longer than a text can be; read it record by record with streamRecords.";
    return { code: "file/too-long", severity: "error", file: name, message };
  }
}
