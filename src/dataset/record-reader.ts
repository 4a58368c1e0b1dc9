/**
 * How files of some format become records: one reader a format. A reader turns texts into records and keeps the way
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
  /** Name of the file. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** Records of files, each an object not yet checked, told apart by their sort. */
export interface PlacedRecords {
  /** What the files say the dataset is, not yet checked. More than one is a problem, which is not the reader's. */
  readonly datasets: readonly unknown[];
  readonly sources: readonly object[];
  readonly entities: readonly object[];
  readonly claims: readonly object[];
  /**
   * Where the value under a JSON pointer of one of these records begins, or the nearest value around it that the file
   * has. Asked only where there is a problem, so it may cost a walk through the text.
   */
  place(record: unknown, path: string): Place;
  /** Of a table: the column that holds, or should hold, what a problem is about whose place was asked for. */
  column?(issue: Issue): string | undefined;
}

/** Reads one format. */
export interface RecordReader {
  /** Ends of the file names that have it, lower case with the dot: `.csv`. The longest that fits a name decides. */
  readonly extensions: readonly string[];
  /**
   * The records of all files of the format: they may lie in several, a claim in one table and its citations in another.
   * Tells every problem of the format to `report`, with file, line and column, and leaves out what cannot be read; never
   * throws for what is in the texts.
   *
   * @param ontology for formats whose cells have no types of their own
   */
  read(files: readonly DatasetFile[], report: (issue: Issue) => void, ontology: Ontology): PlacedRecords;
}
