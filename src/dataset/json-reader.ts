/**
 * JSON in: JSON Lines or one value a file, told apart by the text, whatever the name.
 */
import { isPlainObject } from "../model/shape.ts";
import { jsonLines } from "./json-lines.ts";
import { JsonRecords } from "./json-records.ts";
import { addJsonValue, isWholeDataset } from "./json-value.ts";
import { PlacedText } from "./placed-text.ts";
import type { DatasetFile, RecordReader } from "./record-reader.ts";

const LINES: readonly string[] = [".jsonl", ".ndjson"];

/** A reader of JSON. With a form, every file has it; without, each file's text tells. */
export function jsonReader(form?: "lines" | "value"): RecordReader {
  return {
    extensions: [".json", ...LINES],
    read(files, report) {
      const records = new JsonRecords(report);
      for (const text of files) {
        const file = new PlacedText(text);
        if ((form ?? formOf(text)) === "value") addJsonValue(file, records);
        else for (const [value, offset] of jsonLines(file, report)) records.add(value, file, offset);
      }
      return records;
    },
  };
}

/** JSON Lines are several lines, the first of which is a record; one JSON value may be broken over several lines. */
function formOf({ name, text }: DatasetFile): "lines" | "value" {
  const isNamedLines = LINES.some((extension) => name.toLowerCase().replace(/\.gz$/, "").endsWith(extension));
  const body = text.trim();
  const feed = body.indexOf("\n");
  if (feed < 0) return isNamedLines && body === "" ? "lines" : "value";
  const first = parsed(body.slice(0, feed));
  if (isPlainObject(first) && !isWholeDataset(first)) return "lines";
  return isNamedLines && parsed(body) === undefined ? "lines" : "value";
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
