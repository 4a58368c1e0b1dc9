/**
 * Records out of JSON texts, each with its file and its offset there.
 */
import type { Issue } from "../errors.ts";
import type { RecordSort } from "../model/record.ts";
import { isPlainObject } from "../model/shape.ts";
import { placeUnder } from "./json-place.ts";
import type { PlacedText } from "./placed-text.ts";
import type { Place, PlacedRecords } from "./record-reader.ts";
import { sortOfRecord, unsortedIssue } from "./sort-records.ts";

/** Grows by {@link add}, value by value. */
export class JsonRecords implements PlacedRecords {
  readonly datasets: unknown[] = [];
  readonly sources: object[] = [];
  readonly entities: object[] = [];
  readonly claims: object[] = [];
  private readonly spots = new Map<unknown, { readonly file: PlacedText; readonly offset: number }>();

  constructor(readonly report: (issue: Issue) => void) {}

  /** Adds the value at an offset to a list, by default the one that it tells itself. What is no record is reported. */
  add(value: unknown, file: PlacedText, offset: number, sort?: RecordSort): void {
    const list = sort && isPlainObject(value) ? sort : sortOfRecord(value, file.name);
    if (list === undefined) return this.report(unsortedIssue(value, placeUnder(file, offset, "")));
    this[list].push(value as object);
    this.spots.set(value, { file, offset });
  }

  /** Takes the value at an offset as what the dataset says of itself. */
  describe(value: unknown, file: PlacedText, offset: number): void {
    this.datasets.push(value);
    this.spots.set(value, { file, offset });
  }

  place(record: unknown, path: string): Place {
    const { file, offset } = this.spots.get(record) as { file: PlacedText; offset: number };
    return placeUnder(file, offset, path);
  }
}
