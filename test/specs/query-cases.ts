/**
 * The table of query cases as a specification: whatever holds a graph must answer every plan with the same rows.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  bundledRecords,
  type DatasetRecords,
  evaluate,
  type KnowledgeGraph,
  type Plan,
  parsePlan,
} from "../../src/index.ts";

/** One case of `query-cases.json`: a plan and its rows, or the code with which it is refused. */
export interface QueryCase {
  readonly name: string;
  readonly dataset: "fixture" | "bundled";
  readonly plan: Plan;
  readonly rows?: readonly object[];
  readonly refused?: string;
}

const text = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

/** All cases. */
export const queryCases: readonly QueryCase[] = JSON.parse(text("./query-cases.json"));

/** The records that a case is asked of. */
export function recordsOf(dataset: QueryCase["dataset"]): DatasetRecords {
  return dataset === "bundled" ? bundledRecords() : JSON.parse(text("./query-fixture.json"));
}

/** Runs every case on the graph that a loader makes of the records. */
export function queryCasesSpec(name: string, load: (records: DatasetRecords) => KnowledgeGraph): void {
  describe(`query cases on ${name}`, () => {
    const graphs = { fixture: load(recordsOf("fixture")), bundled: load(recordsOf("bundled")) };
    it.each(queryCases.map((one) => [one.name, one] as const))(
      "%s",
      (_, { dataset, plan, rows, refused }) => {
        const parsed = parsePlan(JSON.stringify(plan));
        if (refused === undefined) expect(plainRows(graphs[dataset], parsed)).toEqual(rows);
        else
          expect(() => evaluate(graphs[dataset], parsed)).toThrow(expect.objectContaining({ code: refused }));
      },
    );
  });
}

/** The rows of a plan as JSON: ids for entities and claims, so that an engine can be compared. */
export function plainRows(graph: KnowledgeGraph, plan: Plan): readonly object[] {
  return Array.from(evaluate(graph, plan), (row) => JSON.parse(JSON.stringify(row, plainer)));
}

/** Records become their ids; infinite numbers, which JSON lacks, their names. */
function plainer(this: unknown, key: string, value: unknown): unknown {
  if (value === Infinity || value === -Infinity) return String(value);
  if (key === "" || typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return "id" in value ? value.id : value;
}
