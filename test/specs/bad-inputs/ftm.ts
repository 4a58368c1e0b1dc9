/**
 * Bad FollowTheMoney lines, marked as bad CSV is: `«` stands before each place of a problem.
 */
import type { MarkedCase } from "./csv.ts";

const row = (name: string, text: string, ...expected: string[]): MarkedCase => ({
  name,
  files: { "demo.ftm.json": text },
  expected,
});

const BODY = '"schema":"Company","properties":{"name":["A"]},"datasets":["d"],"last_seen":"2026-01-01"}';
const GOOD = `{"id":"good",${BODY}`;

export const ftmCases: readonly MarkedCase[] = [
  // the form of a line
  row("a line that breaks off", `${GOOD}\n{"id":"x",«`, "file/not-json"),
  row("a line that is no JSON", `${GOOD}\n«id: x\n${GOOD.replace("good", "other")}`, "file/not-json"),
  row("a comma after a line", `${GOOD}«,\n`, "file/not-json"),
  row("a key twice", `{"id":"x",«"id":"y",${BODY}`, "file/duplicate-key"),
  row("a line that is null", `${GOOD}\n«null`, "ftm/not-an-entity"),
  row("a line that is a list", `«[${GOOD}]`, "ftm/not-an-entity"),
  row("a line that is a number", "«17", "ftm/not-an-entity"),
  row("a line that is a text", `«"entity"`, "ftm/not-an-entity"),
  row("no id", `«{${BODY}`, "ftm/not-an-entity"),
  row("an id that is a number", `{"id":«17,${BODY}`, "ftm/not-an-entity"),
  row("an empty id", `{"id":«"",${BODY}`, "ftm/not-an-entity"),
  row("no schema", '«{"id":"x","properties":{}}', "ftm/not-an-entity"),
  row("a schema that is a list", '{"id":"x","schema":«["Company"],"properties":{}}', "ftm/not-an-entity"),
  row("no properties", '«{"id":"x","schema":"Company"}', "ftm/not-an-entity"),
  row("properties that are a list", '{"id":"x","schema":"Company","properties":«[]}', "ftm/not-an-entity"),
  row("neither id nor schema", '«{"properties":{}}', "ftm/not-an-entity ftm/not-an-entity"),
  row(
    "a property that is a text",
    `${GOOD}\n{"id":"x","schema":"Company","properties":{"name":["A"],"alias":«"B"},"datasets":["d"]}`,
    "ftm/not-a-list",
  ),
  row(
    "a property that is null",
    `${GOOD}\n{"id":"x","schema":"Company","properties":{"name":["A"],"alias":«null},"datasets":["d"]}`,
    "ftm/not-a-list",
  ),
  row(
    "a value that is a number",
    `${GOOD}\n{"id":"x","schema":"Company","properties":{"name":["A",«7]},"datasets":["d"]}`,
    "ftm/not-a-text",
  ),
  row(
    "a value that is empty",
    `${GOOD}\n{"id":"x","schema":"Company","properties":{"name":["A",«""]},"datasets":["d"]}`,
    "ftm/not-a-text",
  ),
  row(
    "an entity inside another",
    `${GOOD}\n{"id":"x","schema":"Company","properties":{"name":["A"],"alias":[«{"id":"y"}]},"datasets":["d"]}`,
    "ftm/nested-entity",
  ),
  row(
    "datasets that are a text",
    `${GOOD}\n{"id":"x","schema":"Company","properties":{"name":["A"]},"datasets":«"d","last_seen":"2026-01-01"}`,
    "ftm/not-a-list",
  ),
  row("an id twice", `${GOOD}\n{"id":«"good",${BODY}`, "ftm/duplicate-id"),
  row(
    "a dataset without a day",
    '{"id":"x","schema":"Company","properties":{"name":["A"]},"datasets":«[«"d"]}',
    "ftm/undated-dataset",
    "record/dangling-source",
  ),
  // what records cannot be
  row(
    "a name that is nowhere",
    '«{"id":"x","schema":"Company","properties":{},"datasets":["d"],"last_seen":"2026-01-01"}',
    "record/missing-field",
  ),
  row("an id with a space", `{"id":«"x y",${BODY}`, "record/invalid-id"),
  row("a reserved id", `{"id":«"__proto__",${BODY}`, "record/invalid-id"),
  row(
    "a dataset with a space",
    `${GOOD}\n{"id":"x","schema":"Company","properties":{"name":["A"]},"datasets":[«"d e"],"last_seen":"2026-01-01"}`,
    "record/invalid-id record/invalid-id",
  ),
  row(
    "a name with half a character",
    `${GOOD}\n{"id":"x","schema":"Company","properties":{"name":["A",«"\\ud83d"]},"datasets":["d"]}`,
    "record/invalid-value",
  ),
  row(
    "a month that no year has",
    `${GOOD}\n${GOOD.replace("good", "union")}\n{"id":"m","schema":"Membership","properties":{"member":["good"],"organization":["union"],"startDate":[«"2020-13"]},"datasets":["d"]}`,
    "record/invalid-date",
  ),
  row(
    "an end before the start",
    `${GOOD}\n${GOOD.replace("good", "union")}\n{"id":"m","schema":"Membership","properties":{"member":["good"],"organization":["union"],"endDate":["2019"],"startDate":[«"2020"]},"datasets":["d"]}`,
    "record/invalid-date",
  ),
  row(
    "a project as a member",
    `${GOOD}\n${GOOD.replace("good", "p").replace("Company", "Project")}\n{"id":"m","schema":"Membership","properties":{"member":["p"],"organization":[«"good"],"startDate":["2020"]},"datasets":["d"]}`,
    "record/wrong-ends",
  ),
  row(
    "problems in three lines at once",
    `{"id":«1,${BODY}\n{"id":"x",«x}\n{"id":«"a b",${BODY}`,
    "ftm/not-an-entity",
    "file/not-json",
    "record/invalid-id",
  ),
];
