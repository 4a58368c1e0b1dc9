/**
 * Records out of a JSON text, each with its offset in it.
 */
import type { Issue } from "../errors.ts";
import { isPlainObject } from "../model/shape.ts";
import { LineIndex, offsetOf } from "./json-place.ts";
import type { DatasetFile, Place, PlacedRecords } from "./record-reader.ts";
import { type RecordSort, sortOfRecord, unsortedIssue } from "./sort-records.ts";

/** Grows by {@link add}, value by value. */
export class PlacedJson implements PlacedRecords {
  dataset?: unknown;
  readonly sources: object[] = [];
  readonly entities: object[] = [];
  readonly claims: object[] = [];
  private readonly offsets = new Map<unknown, number>();
  private lines: LineIndex | undefined;

  constructor(
    private readonly file: DatasetFile,
    private readonly report: (issue: Issue) => void,
  ) {}

  /** Adds the value at an offset to a list, by default the one that it tells itself. What is no record is reported. */
  add(value: unknown, offset: number, sort?: RecordSort): void {
    const list = sort && isPlainObject(value) ? sort : sortOfRecord(value, this.file.name);
    if (list === undefined) return this.report(unsortedIssue(value, this.placeUnder(offset, "")));
    this[list].push(value as object);
    this.offsets.set(value, offset);
  }

  /** Takes the value at an offset as what the dataset says of itself. */
  describe(value: unknown, offset: number): void {
    this.dataset = value;
    this.offsets.set(value, offset);
  }

  place(record: unknown, path: string): Place {
    return this.placeUnder(this.offsets.get(record) ?? 0, path);
  }

  /** The place of the value under a pointer of the value that begins at an offset, or after white space there. */
  private placeUnder(offset: number, path: string): Place {
    return this.placeAt(offsetOf(this.file.text, offset, path));
  }

  placeAt(offset: number): Place {
    this.lines ??= new LineIndex(this.file.text);
    return this.lines.place(offset);
  }
}
