/**
 * The rules of `data/assertions.json`: how many records there must be, and what each record of a kind should have.
 * A rule's exceptions are listed by id with a reason; an exception that is not needed is a problem too.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Issue } from "../../src/errors.ts";
import { kindOfRecord } from "../../src/graph/build.ts";
import type { ClaimRecord } from "../../src/model/claim.ts";
import { DATA } from "./files.ts";
import type { ReadDataset } from "./read-dataset.ts";

/** Least and most records of a group. */
type Range = readonly [least: number, most: number];

/** Every entity of `kind` should stand in a claim of one of `relations` (as subject, or as object with `side: "in"`). */
interface LinkRule {
  readonly id: string;
  readonly message: string;
  readonly kind: string;
  readonly relations?: readonly string[];
  readonly side?: "out" | "in";
  readonly exceptions: Readonly<Record<string, string>>;
}

interface Assertions {
  readonly counts: {
    readonly kind: Readonly<Record<string, Range>>;
    readonly relation: Readonly<Record<string, Range>>;
    readonly source: Readonly<Record<string, Range>>;
    readonly year: Readonly<Record<string, Range>>;
  };
  readonly rules: readonly LinkRule[];
}

const FILE = "data/assertions.json";

/** The dataset's counts by kind, relation, source and first year of the claim's time. */
export function countRecords({
  records,
}: Pick<ReadDataset, "records">): Record<keyof Assertions["counts"], Record<string, number>> {
  const tally = (keys: readonly string[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
    return counts;
  };
  const yearOf = (claim: ClaimRecord): string =>
    /-?\d{4}/.exec(claim.valid ?? claim.attested?.[0] ?? "")?.[0] ?? "unknown";
  return {
    kind: tally(records.entities.map((entity) => kindOfRecord(entity) ?? "unknown")),
    relation: tally(records.claims.map((claim) => claim.relation)),
    source: tally(
      records.claims.flatMap((claim) => [...new Set(claim.citations.map((citation) => citation.source))]),
    ),
    year: tally(records.claims.map(yearOf)),
  };
}

/** What the dataset breaks of the assertions. */
export function assertionIssues(data: ReadDataset): Issue[] {
  const assertions = JSON.parse(readFileSync(join(DATA, "assertions.json"), "utf8")) as Assertions;
  const issues: Issue[] = [];
  const counts = countRecords(data);
  for (const group of ["kind", "relation", "source", "year"] as const) {
    const ranges = assertions.counts[group];
    for (const name of new Set([...Object.keys(counts[group]), ...Object.keys(ranges)])) {
      const count = counts[group][name] ?? 0;
      const range = ranges[name];
      if (range && count >= range[0] && count <= range[1]) continue;
      const expected = range ? `${range[0]} to ${range[1]}` : "an entry for it";
      const message = `${count} records of the ${group} ${name}; expected ${expected}. Look why, then mend data or assertion.`;
      issues.push({
        code: "assertion/count",
        severity: "error",
        file: FILE,
        path: `/counts/${group}/${name}`,
        message,
        expected,
      });
    }
  }
  for (const rule of assertions.rules) issues.push(...ruleIssues(rule, data));
  return issues;
}

function ruleIssues(rule: LinkRule, { records, locate }: ReadDataset): Issue[] {
  const end = rule.side === "in" ? "object" : "subject";
  const linked = new Set<string>();
  for (const claim of records.claims) {
    if (rule.relations && !rule.relations.includes(claim.relation)) continue;
    linked.add(claim[end]);
    if (!rule.side) linked.add(claim.object);
  }
  const bare = records.entities.filter(
    (entity) => kindOfRecord(entity) === rule.kind && !linked.has(entity.id),
  );
  const issues: Issue[] = [];
  for (const entity of bare) {
    const { id } = entity;
    if (Object.hasOwn(rule.exceptions, id)) continue;
    const message = `${rule.message}; add the claim if a text bears it, or list the exception with its reason in ${FILE}.`;
    issues.push({ code: `assertion/${rule.id}`, severity: "error", id, message, ...locate(entity) });
  }
  for (const id of Object.keys(rule.exceptions)) {
    if (bare.some((entity) => entity.id === id)) continue;
    const message = `The exception for "${id}" is not needed (any more); take it out.`;
    issues.push({ code: `assertion/${rule.id}`, severity: "error", file: FILE, id, message });
  }
  return issues;
}
