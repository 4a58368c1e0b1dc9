/**
 * Texts that are no records.
 */
import { createReadStream } from "node:fs";
import { readText } from "../dataset/read-text.ts";
import type { DatasetFile } from "../dataset/record-reader.ts";
import { InvalidRecordError } from "../errors.ts";

/**
 * A file's text, without a byte order mark.
 *
 * @throws InvalidRecordError where it is not UTF-8, with the place; the system's error where it cannot be read
 */
export async function readTextFile(path: string): Promise<DatasetFile> {
  const read = await readText(path, createReadStream(path), {});
  if ("text" in read) return read;
  throw new InvalidRecordError([read]);
}
