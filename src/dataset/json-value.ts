/**
 * A dataset as one JSON value: `{ dataset, sources, entities, claims }`, of which any may be absent; a list of records of
 * any sort; a single record; or what the file `dataset.json` holds.
 */
import { type Issue, show } from "../errors.ts";
import { RECORD_SORTS, type RecordSort } from "../model/record.ts";
import { isPlainObject, pointer } from "../model/shape.ts";
import { nearest } from "../nearest.ts";
import { jsonIssue, parseJson } from "./json-place.ts";
import type { JsonRecords } from "./json-records.ts";
import type { PlacedText } from "./placed-text.ts";
import type { Place } from "./record-reader.ts";

const FIELDS: readonly string[] = ["dataset", ...RECORD_SORTS];

/** Whether a value holds lists of records, rather than being one. */
export function isWholeDataset(value: unknown): value is Readonly<Record<string, unknown>> {
  return isPlainObject(value) && FIELDS.some((field) => Object.hasOwn(value, field));
}

/** Adds what the value of a text holds. */
export function addJsonValue(file: PlacedText, records: JsonRecords): void {
  const { report } = records;
  const offsets = new Map<string, number>();
  const whole = parseJson(file.text, {
    problem: (problem) => report(jsonIssue(problem, file.place(problem.offset))),
    value: (offset, path) => {
      if (path.length > 2 || path[1]?.keys) return;
      offsets.set(
        path.reduce((outer, step) => pointer(outer, step.at), ""),
        offset,
      );
    },
  });
  const at = (path: string): number => offsets.get(path) ?? 0;
  const addAll = (list: readonly unknown[], path: string, sort?: RecordSort): void => {
    for (const [i, value] of list.entries()) records.add(value, file, at(pointer(path, i)), sort);
  };
  if (Array.isArray(whole)) addAll(whole, "");
  else if (isWholeDataset(whole)) {
    for (const [field, value] of Object.entries(whole)) {
      const path = pointer("", field);
      const sort = RECORD_SORTS.find((name) => name === field);
      if (field === "dataset") records.describe(value, file, at(path));
      else if (sort === undefined) report(unknownField(field, path, file.place(at(path))));
      else if (Array.isArray(value)) addAll(value, path, sort);
      else report(notAList(value, path, file.place(at(path))));
    }
  } else if (isPlainObject(whole) && Object.hasOwn(whole, "license")) records.describe(whole, file, at(""));
  else if (whole !== undefined) records.add(whole, file, at(""));
}

function unknownField(field: string, path: string, place: Place): Issue {
  const near = nearest(field, FIELDS);
  const message = `The field ${show(field)} is not one of a dataset${near ? `; did you mean "${near}"?` : "; take it out."}`;
  const expected = `one of ${FIELDS.join(", ")}`;
  return {
    ...{ code: "record/unknown-field", severity: "error", path, message },
    ...{ expected, received: show(field), ...place },
  };
}

function notAList(value: unknown, path: string, place: Place): Issue {
  const message = `Found ${show(value)} for ${path.slice(1)}, expected a list of records.`;
  const expected = "a list";
  return {
    ...{ code: "record/wrong-type", severity: "error", path, message },
    ...{ expected, received: show(value), ...place },
  };
}
