import { expect, it } from "vitest";
import { assembleGraph } from "../../src/index.ts";
import { queryCases, queryCasesSpec } from "../specs/query-cases.ts";

queryCasesSpec("a live graph", (records) => assembleGraph(records));

it("there are at least sixty query cases, each with a name of its own", () => {
  expect(new Set(queryCases.map((one) => one.name)).size).toBe(queryCases.length);
  expect(queryCases.length).toBeGreaterThanOrEqual(60);
});
