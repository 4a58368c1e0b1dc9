/**
 * The formats that records are read from, and which of them a file has. A further format is one more reader in the list.
 */
import { FormatError, show } from "../errors.ts";
import { isPlainObject } from "../model/shape.ts";
import { nearest } from "../nearest.ts";
import { csvReader } from "./csv-tables.ts";
import { followTheMoneyReader } from "./follow-the-money.ts";
import { isWholeDataset, json } from "./json-file.ts";
import { jsonLines } from "./json-lines.ts";
import type { DatasetFile, RecordReader } from "./record-reader.ts";

/** The name of a format. */
export type RecordFormat = "json-lines" | "json" | "csv" | "follow-the-money";

const READERS: Readonly<Record<RecordFormat, RecordReader>> = {
  "json-lines": jsonLines,
  json,
  csv: csvReader(),
  "follow-the-money": followTheMoneyReader(),
};

/** Every end of a file's name that tells its format. */
export const RECORD_EXTENSIONS: readonly string[] = Object.values(READERS).flatMap(
  ({ extensions }) => extensions,
);

/**
 * The reader of a file: the one asked for, or told by the file's name, or by its text if the name tells nothing.
 * JSON and JSON Lines are told apart by the text, whatever the name. `undefined` where nothing tells.
 *
 * @throws FormatError `file/unknown-format` if the format asked for does not exist
 */
export function readerOf(file: DatasetFile, format?: RecordFormat | RecordReader): RecordReader | undefined {
  if (format !== undefined) return typeof format === "object" ? format : readerNamed(format);
  const named = readerByName(file.name);
  const looksLikeJson = named === undefined && /^\s*[[{]/.test(file.text);
  if (!looksLikeJson && named !== jsonLines && named !== json) return named;
  return jsonReaderOf(file.text, named === jsonLines);
}

/** Whether a file's name tells that it holds records. */
export function hasRecordName(name: string): boolean {
  return readerByName(name) !== undefined;
}

function readerNamed(format: string): RecordReader {
  if (Object.hasOwn(READERS, format)) return READERS[format as RecordFormat];
  const names = Object.keys(READERS);
  const near = typeof format === "string" ? nearest(format, names) : undefined;
  const advice = near ? `did you mean "${near}"?` : `expected one of ${names.join(", ")}.`;
  throw new FormatError("file/unknown-format", `${show(format)} is not a format of records; ${advice}`);
}

function readerByName(name: string): RecordReader | undefined {
  const plain = name.toLowerCase().replace(/\.gz$/, "");
  let best: RecordReader | undefined;
  let length = 0;
  for (const reader of Object.values(READERS)) {
    for (const extension of reader.extensions) {
      if (extension.length <= length || !plain.endsWith(extension)) continue;
      best = reader;
      length = extension.length;
    }
  }
  return best;
}

/** JSON Lines are several lines, the first of which is a record; one JSON value may be broken over several lines. */
function jsonReaderOf(text: string, namedLines: boolean): RecordReader {
  const body = text.trim();
  const feed = body.indexOf("\n");
  if (feed < 0) return namedLines && body === "" ? jsonLines : json;
  const first = parsed(body.slice(0, feed));
  if (isPlainObject(first) && !isWholeDataset(first)) return jsonLines;
  return namedLines && parsed(body) === undefined ? jsonLines : json;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
