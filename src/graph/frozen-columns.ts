/**
 * A frozen graph as JSON in columns: smaller than its records and quicker to read, for shipping where a binary file will
 * not do. Only what the records hold is in it; the rest is derived when it is opened.
 */
import { FormatError, show } from "../errors.ts";
import type { Ontology } from "../ontology/define.ts";
import { allocateColumns } from "./column-store.ts";
import { deriveSections } from "./frozen-derive.ts";
import { narrow } from "./frozen-format.ts";
import { type FrozenGraph, frozenOf, readingOf } from "./frozen-graph.ts";
import type { RecordSections } from "./frozen-records.ts";
import { TextTable, TextTableWriter } from "./text-table.ts";

/** Columns of numbers and texts; plain JSON. Ends, relations, times and the like are numbers of texts in lists. */
export interface FrozenColumns {
  readonly format: "xinjiang-graph columns";
  readonly version: 1;
  /** Two JSON texts: of what is needed to read the columns, and the attributes of the graph. */
  readonly frame: readonly string[];
  readonly entityIds: readonly string[];
  /** One JSON text an entity. */
  readonly entityRecords: readonly string[];
  readonly claimIds: readonly string[];
  readonly subject: readonly number[];
  readonly object: readonly number[];
  readonly relation: readonly number[];
  readonly status: readonly number[];
  /** 1 for the first of `texts`, 0 for none. */
  readonly valid: readonly number[];
  readonly texts: readonly string[];
  readonly rest: readonly number[];
  readonly rests: readonly string[];
  /** How many citations each claim has. */
  readonly citations: readonly number[];
  readonly citationSource: readonly number[];
  readonly citationRest: readonly number[];
}

/**
 * The columns of a frozen graph, new arrays.
 *
 * @throws FormatError `frozen/not-a-frozen-graph` for a live one; freeze it first
 */
export function toColumns(graph: FrozenGraph): FrozenColumns {
  const read = readingOf(graph);
  if (!read) {
    throw new FormatError(
      "frozen/not-a-frozen-graph",
      "Found a graph that is not frozen; hand toColumns what freeze() or openFrozen() returned.",
    );
  }
  const { sections, columns } = read;
  const texts = (bytes: keyof RecordSections, starts: keyof RecordSections): string[] => {
    const table = new TextTable(sections[bytes] as Uint8Array, sections[starts] as Uint32Array);
    return Array.from({ length: table.length }, (_, i) => table.at(i));
  };
  const { citationStarts } = sections;
  return {
    format: "xinjiang-graph columns",
    version: 1,
    frame: texts("frame", "frameStarts"),
    entityIds: texts("entityIds", "entityIdStarts"),
    entityRecords: texts("entityRecords", "entityRecordStarts"),
    claimIds: texts("claimIds", "claimIdStarts"),
    subject: Array.from(columns.subject),
    object: Array.from(columns.object),
    relation: Array.from(columns.relation),
    status: Array.from(columns.status),
    valid: Array.from(sections.valid),
    texts: texts("texts", "textStarts"),
    rest: Array.from(sections.rest),
    rests: texts("rests", "restStarts"),
    citations: Array.from(
      { length: sections.claimIdStarts.length - 1 },
      (_, i) => (citationStarts[i + 1] as number) - (citationStarts[i] as number),
    ),
    citationSource: Array.from(sections.citationSource),
    citationRest: Array.from(sections.citationRest),
  };
}

/**
 * The frozen graph of columns. Linear in the claims.
 *
 * @throws FormatError `frozen/not-a-frozen-graph`, `frozen/unknown-version`, `frozen/truncated` where columns do not
 *   fit one another, `frozen/other-ontology`
 */
export function fromColumns<O extends Ontology>(columns: FrozenColumns, ontology: O): FrozenGraph<O> {
  if (columns?.format !== "xinjiang-graph columns") {
    throw new FormatError(
      "frozen/not-a-frozen-graph",
      `Found the format ${show(columns?.format)}; expected the columns of a frozen graph as toColumns() makes them.`,
    );
  }
  if (columns.version !== 1) {
    throw new FormatError(
      "frozen/unknown-version",
      `Found version ${show(columns.version)} of the columns; this release reads version 1. Make them anew.`,
    );
  }
  checkColumns(columns);
  const citationStarts = new Int32Array(columns.citations.length + 1);
  columns.citations.forEach((count, i) => {
    citationStarts[i + 1] = (citationStarts[i] as number) + count;
  });
  const [frame, entityIds, entityRecords] = [columns.frame, columns.entityIds, columns.entityRecords].map(
    table,
  );
  const [claimIds, texts, rests] = [columns.claimIds, columns.texts, columns.rests].map(table);
  const records = {
    ...{ frame: frame?.bytes, frameStarts: frame?.starts },
    ...{ entityIds: entityIds?.bytes, entityIdStarts: entityIds?.starts },
    ...{ entityRecords: entityRecords?.bytes, entityRecordStarts: entityRecords?.starts },
    ...{ claimIds: claimIds?.bytes, claimIdStarts: claimIds?.starts },
    ...{ texts: texts?.bytes, textStarts: texts?.starts, rests: rests?.bytes, restStarts: rests?.starts },
    valid: narrow(columns.valid),
    rest: narrow(columns.rest),
    citationStarts: narrow(citationStarts),
    citationSource: narrow(columns.citationSource),
    citationRest: narrow(columns.citationRest),
  } as RecordSections;
  const { subject, object, relation, status } = columns;
  const built = allocateColumns(subject.length);
  built.subject.set(subject);
  built.object.set(object);
  built.relation.set(relation);
  built.status.set(status);
  return frozenOf(deriveSections(records, built, ontology), ontology);
}

function table(list: readonly string[]): { readonly bytes: Uint8Array; readonly starts: Uint32Array } {
  const writer = new TextTableWriter();
  for (const text of list) writer.add(text);
  return writer.finish();
}

/** Lengths must agree and numbers must name something: a wrong one would be read as another claim's. */
function checkColumns(columns: FrozenColumns): void {
  const claims = columns.claimIds.length;
  const cited = columns.citations.reduce((sum, count) => sum + count, 0);
  const wrong = (name: keyof FrozenColumns, length: number, below: number): string | undefined => {
    const column = columns[name] as readonly number[];
    const fits = column.length === length && column.every((n) => Number.isInteger(n) && n >= 0 && n < below);
    return fits ? undefined : name;
  };
  const sourceIds = (JSON.parse(columns.frame[0] as string) as { readonly sourceIds: readonly string[] })
    .sourceIds;
  const problem =
    wrong("subject", claims, columns.entityIds.length) ??
    wrong("object", claims, columns.entityIds.length) ??
    wrong("relation", claims, 0xffff) ??
    wrong("status", claims, 0xff) ??
    wrong("valid", claims, columns.texts.length + 1) ??
    wrong("rest", claims, columns.rests.length) ??
    wrong("citations", claims, Number.MAX_SAFE_INTEGER) ??
    wrong("citationSource", cited, sourceIds.length) ??
    wrong("citationRest", cited, columns.rests.length) ??
    (columns.entityRecords.length === columns.entityIds.length ? undefined : "entityRecords");
  if (problem === undefined) return;
  throw new FormatError(
    "frozen/truncated",
    `The column ${problem} does not fit the others in length or holds a number that names nothing; make the columns anew.`,
  );
}
