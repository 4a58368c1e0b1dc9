/**
 * The formats that records are read from, and which of them a file has. A further format is one more reader in the list.
 */
import { FormatError, show } from "../errors.ts";
import { nearest } from "../nearest.ts";
import { isCsvTable } from "./csv-table.ts";
import { csvReader } from "./csv-tables.ts";
import { followTheMoneyReader } from "./follow-the-money.ts";
import { jsonReader } from "./json-reader.ts";
import type { DatasetFile, RecordReader } from "./record-reader.ts";

/** The name of a format. */
export type RecordFormat = "json-lines" | "json" | "csv" | "follow-the-money";

const READERS: Readonly<Record<RecordFormat, RecordReader>> = {
  "json-lines": jsonReader("lines"),
  json: jsonReader("value"),
  csv: csvReader(),
  "follow-the-money": followTheMoneyReader(),
};

/** The readers of files whose format nobody has named. */
const JSON_READER = jsonReader();
const TELLING: readonly RecordReader[] = [JSON_READER, READERS.csv, READERS["follow-the-money"]];

/** Every end of a file's name that tells its format. */
export const RECORD_EXTENSIONS: readonly string[] = TELLING.flatMap(({ extensions }) => extensions);

/**
 * The reader of a file: the one asked for, or told by the file's name, or by its text if the name tells nothing.
 * `undefined` where nothing tells.
 *
 * @throws FormatError `file/unknown-format` if the format asked for does not exist
 */
export function readerOf(file: DatasetFile, format?: RecordFormat | RecordReader): RecordReader | undefined {
  if (format !== undefined) return typeof format === "object" ? format : readerNamed(format);
  const byText = /^\s*[[{]/.test(file.text) ? JSON_READER : isCsvTable(file.text) ? READERS.csv : undefined;
  return readerByName(file.name) ?? byText;
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
  for (const reader of TELLING) {
    for (const extension of reader.extensions) {
      if (extension.length <= length || !plain.endsWith(extension)) continue;
      best = reader;
      length = extension.length;
    }
  }
  return best;
}
