/**
 * How a file of some format becomes records: one reader a format. A reader turns a text into records and keeps the way
 * back, so that a problem found later is shown at its line and column. It checks the format only; `validateRecords`
 * checks the records.
 */
import type { Issue } from "../errors.ts";
import type { Ontology } from "../ontology/define.ts";

/** A file's name (or address) and its text. */
export interface DatasetFile {
  readonly name: string;
  readonly text: string;
}

/** Where a value begins in its file. */
export interface Place {
  /** Name of the file; absent where one file was read alone. */
  readonly file?: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** Records of a file, each an object not yet checked, told apart by their sort. */
export interface PlacedRecords {
  /** What the file says the dataset is, not yet checked. */
  readonly dataset?: unknown;
  readonly sources: readonly object[];
  readonly entities: readonly object[];
  readonly claims: readonly object[];
  /**
   * Where the value under a JSON pointer of one of these records begins, or the nearest value around it that the file
   * has. Asked only where there is a problem, so it may cost a walk through the text.
   */
  place(record: object, path: string): Place;
}

/** Reads one format. */
export interface RecordReader {
  /** Name of the format, for the option `format`: `json-lines`. */
  readonly format: string;
  /** Ends of the file names that have it, lower case with the dot: `.jsonl`. The longest that fits a name decides. */
  readonly extensions: readonly string[];
  /**
   * The records of a text. Tells every problem of the format to `report` (the caller adds the file's name) and leaves
   * out what cannot be read; never throws for what is in the text.
   *
   * @param ontology for formats whose cells have no types of their own
   */
  read(file: DatasetFile, report: (issue: Issue) => void, ontology: Ontology): PlacedRecords;
  /**
   * All files of the format at once, for formats whose records lie in several: a claim in one table, its citations in
   * another. Issues and places then name the file.
   */
  readAll?(files: readonly DatasetFile[], report: (issue: Issue) => void, ontology: Ontology): PlacedRecords;
}
