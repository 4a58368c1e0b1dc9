/**
 * Tells sources, entities and claims apart: a claim has a `relation`, an entity `names`, a source a `publisher`. Where a
 * record lacks all three, the file's name may tell: `claims.jsonl`, `entities/port.jsonl`.
 */
import { type Issue, show } from "../errors.ts";
import type { RecordSort } from "../model/record.ts";
import { isPlainObject } from "../model/shape.ts";

/** The list that a record belongs to, or `undefined` for what is no record, or where nothing tells its sort. */
export function sortOfRecord(record: unknown, fileName: string): RecordSort | undefined {
  if (!isPlainObject(record)) return undefined;
  if (Object.hasOwn(record, "relation")) return "claims";
  if (Object.hasOwn(record, "names")) return "entities";
  if (Object.hasOwn(record, "publisher")) return "sources";
  const [, folder] = /(?:^|[/\\])(sources|entities|claims)(?:[/\\][^/\\]*|\.[^/\\]*)$/.exec(fileName) ?? [];
  return folder as RecordSort | undefined;
}

/** Why a value is none of the three. */
export function unsortedIssue(value: unknown, place: Pick<Issue, "file" | "line" | "column">): Issue {
  if (!isPlainObject(value)) {
    const message = `Found ${show(value)}, expected a record (an object).`;
    return {
      code: "record/not-an-object",
      severity: "error",
      path: "",
      message,
      expected: "an object",
      received: show(value),
      ...place,
    };
  }
  const expected = 'a source (has "publisher"), an entity (has "names") or a claim (has "relation")';
  const has = (...fields: readonly string[]): boolean => fields.every((field) => Object.hasOwn(value, field));
  const advice = has("schema", "properties")
    ? 'For FollowTheMoney, say so with the format "follow-the-money".'
    : has("attributes", "nodes", "edges")
      ? "This is a graph in graphology's JSON: read it with fromGraphologyJson of xinjiang-graph/format/graphology-json, and write its records with writeDataset(folder, recordsOf(graph)), or export as jsonl."
      : "Add the field that is missing.";
  return {
    code: "record/unknown-sort",
    severity: "error",
    ...(typeof value.id === "string" && { id: value.id }),
    path: "",
    message: `Found a record with the fields ${show(Object.keys(value))}, expected ${expected}. ${advice}`,
    expected,
    received: show(value),
    ...place,
  };
}
