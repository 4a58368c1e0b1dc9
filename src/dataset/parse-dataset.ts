/**
 * From the texts of files to checked records: every problem of the format and of the records at once, each with file,
 * line, column and JSON pointer. No IO.
 */
import { FormatError, InvalidRecordError, type Issue, show } from "../errors.ts";
import { buildGraph } from "../graph/build.ts";
import type { KnowledgeGraph } from "../graph/knowledge-graph.ts";
import { type Locate, validateRecords } from "../graph/validate.ts";
import { DATASET_SHAPE, type DatasetInfo, type DatasetRecords } from "../model/record.ts";
import { checkShape } from "../model/shape.ts";
import type { Ontology } from "../ontology/define.ts";
import { type XinjiangOntology, xinjiangOntology } from "../ontology/ontology.ts";
import { RECORD_EXTENSIONS, type RecordFormat, readerOf } from "./record-formats.ts";
import type { DatasetFile, PlacedRecords, RecordReader } from "./record-reader.ts";

/** Options of {@link parseDataset}. */
export interface ParseOptions<O extends Ontology = XinjiangOntology> {
  /** What the records may hold: the bundled ontology unless given; extend it with `defineOntology`. */
  readonly ontology?: O;
  /** The format of all files, or a reader of one's own; told by each file's name and text unless given. */
  readonly format?: RecordFormat | RecordReader;
}

/** Records of files, and every problem in them. */
export interface ParsedDataset<O extends Ontology = XinjiangOntology> {
  /** All records that could be read, the wrong ones among them. */
  readonly records: DatasetRecords;
  /** Every problem, file by file, line by line. Without errors among them a graph can be built. */
  readonly issues: readonly Issue[];
  /** Where a record, or the value under a JSON pointer inside it, stands. */
  readonly locate: Locate;
  /** What the records were checked against. */
  readonly ontology: O;
}

/**
 * Reads the files of one dataset and checks all records against the ontology and one another. A file is JSON Lines (a
 * record of any sort a line), JSON (`{ dataset, sources, entities, claims }`, a list of records, one record), a CSV table
 * (see `csvReader`) or FollowTheMoney (see `followTheMoneyReader`). In JSON, claims, entities and sources are told apart
 * by `relation`, `names` and `publisher`. Never throws for what is in the texts.
 *
 * @throws FormatError `file/unknown-format` for a format that does not exist, `file/not-a-file` for something else than
 *   `{ name, text }`
 * @example
 * const text = '{"id":"port/torugart","names":[{"value":"Torugart Port","lang":"en"}]}\n{"id":"port/x",\n';
 * const { records, issues } = parseDataset({ name: "mine.jsonl", text });
 * records.entities.length; // 1
 * issues.map(formatIssue); // ['mine.jsonl:2:16: Found the end, expected a field name in double quotes. … [file/not-json]']
 */
export function parseDataset<O extends Ontology = XinjiangOntology>(
  files: DatasetFile | readonly DatasetFile[],
  options: ParseOptions<O> = {},
): ParsedDataset<O> {
  const { ontology = xinjiangOntology as unknown as O, format } = options;
  const list = (Array.isArray(files) ? files : [files]) as readonly DatasetFile[];
  const issues: Issue[] = [];
  const parts = readParts(list, format, ontology, issues);
  const locate = locator(parts);
  const records = {
    ...datasetInfo(parts, locate, issues),
    sources: parts.flatMap(({ sources }) => sources),
    entities: parts.flatMap(({ entities }) => entities),
    claims: parts.flatMap(({ claims }) => claims),
  } as unknown as DatasetRecords;
  const all = issues.concat(validateRecords(records, ontology, { locate }));
  const told = all.map((issue) => withColumn(issue, parts));
  return { records, issues: inReadingOrder(told, list), locate, ontology };
}

/**
 * The graph of a parsed dataset; further changes of either do not show in the other, inner objects aside.
 *
 * @throws InvalidRecordError with every problem, each with its place; nothing is built then
 * @example
 * const text = '{"id":"port/torugart","names":[{"value":"Torugart Port","lang":"en"}]}';
 * const own = graphFromDataset(parseDataset({ name: "mine.jsonl", text }));
 * own.getNodeAttribute("port/torugart", "label"); // "Torugart Port"
 */
export function graphFromDataset<O extends Ontology>(parsed: ParsedDataset<O>): KnowledgeGraph<O> {
  const { records, issues, ontology } = parsed;
  if (issues.some((issue) => issue.severity === "error")) throw new InvalidRecordError(issues);
  const copies = {
    ...records,
    entities: records.entities.map((entity) => ({ ...entity })),
    claims: records.claims.map((claim) => ({ ...claim })),
  };
  return buildGraph(copies, ontology);
}

/** Reads the files, those of one format together. */
function readParts(
  files: readonly DatasetFile[],
  format: ParseOptions["format"],
  ontology: Ontology,
  issues: Issue[],
): PlacedRecords[] {
  const groups = new Map<RecordReader, DatasetFile[]>();
  for (const file of files) {
    assertFile(file);
    const reader = readerOf(file, format);
    if (reader) groups.set(reader, [...(groups.get(reader) ?? []), file]);
    else issues.push(unknownFormat(file.name));
  }
  const report = (issue: Issue): void => void issues.push(issue);
  return Array.from(groups, ([reader, some]) => reader.read(some, report, ontology));
}

function assertFile(file: DatasetFile): void {
  if (typeof file?.name === "string" && typeof file.text === "string") return;
  const message = `Found ${show(file)}, expected a file: { name: "mine.jsonl", text: "…" }.`;
  throw new FormatError("file/not-a-file", message);
}

function unknownFormat(file: string): Issue {
  const expected = `a name that ends in ${RECORD_EXTENSIONS.join(", ")}`;
  const message = `Neither the name nor the text tells the file's format, expected ${expected}, or a text that begins as JSON or with the names of columns. Name it so, or say which format it has with the option "format".`;
  return { code: "file/unknown-format", severity: "error", file, line: 1, column: 1, message, expected };
}

/** Finds the place of a record; the table of records is made when the first is asked for. */
function locator(parts: readonly PlacedRecords[]): Locate {
  let partOf: Map<unknown, PlacedRecords> | undefined;
  return (record, path = "") => {
    partOf ??= new Map(
      parts.flatMap((part) => {
        const { datasets, sources, entities, claims } = part;
        return [...datasets, ...sources, ...entities, ...claims].map((one) => [one, part] as const);
      }),
    );
    return partOf.get(record)?.place(record, path) ?? {};
  };
}

/** What the first file that says so says the dataset is. A second one that says so is a problem. */
function datasetInfo(
  parts: readonly PlacedRecords[],
  locate: Locate,
  issues: Issue[],
): { readonly dataset?: DatasetInfo } {
  const [first, ...others] = parts.flatMap(({ datasets }) => datasets);
  if (first === undefined) return {};
  checkShape(first, DATASET_SHAPE, "", (problem) =>
    issues.push({ severity: "error", ...problem, ...locate(first, problem.path) }),
  );
  for (const other of others) {
    const { file, line } = locate(first);
    issues.push({
      code: "file/second-dataset",
      severity: "error",
      message: `${file}:${line} says already what the dataset is; take one of the two out, or merge two datasets.`,
      expected: "one description of the dataset",
      received: show(other),
      ...locate(other),
    });
  }
  return { dataset: first as DatasetInfo };
}

/** Names the column of a table, which who made it knows better than the pointer. */
function withColumn(issue: Issue, parts: readonly PlacedRecords[]): Issue {
  const column = parts.map((part) => part.column?.(issue)).find((name) => name !== undefined);
  if (column === undefined) return issue;
  return { ...issue, message: `Column ${show(column)}: ${issue.message}` };
}

/** By file, line and column, so that a person can mend them from top to bottom. */
function inReadingOrder(issues: readonly Issue[], files: readonly DatasetFile[]): Issue[] {
  const place = new Map(files.map((file, i) => [file.name, i]));
  const rank = (issue: Issue): number => place.get(issue.file ?? "") ?? files.length;
  return [...issues].sort(
    (a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}
