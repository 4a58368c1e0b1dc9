/**
 * `npm run data:check`: every record against the ontology and the others, every citation against the documents (where
 * `SOURCES_DIR` names their folder), every figure against its passage, the counts and rules of `data/assertions.json`.
 * Reports every problem with file, line and column; exits 1 if there is one.
 */

import { pathToFileURL } from "node:url";
import { formatIssue, type Issue } from "../../src/errors.ts";
import type { Citation } from "../../src/model/citation.ts";
import type { ClaimRecord } from "../../src/model/claim.ts";
import { formatHash, normalizePassage, rollingHash } from "../../src/model/passage.ts";
import { assertionIssues } from "./assertions.ts";
import { figuresOf, writes } from "./figures.ts";
import { readDocuments, sha256Sync } from "./files.ts";
import { type ReadDataset, readDataset } from "./read-dataset.ts";

/** What a check found, and whether the documents were there to check citations against. */
export interface CheckResult {
  readonly issues: readonly Issue[];
  readonly citations: number;
  readonly documents: number;
}

/** All problems of the dataset in `data/`. */
export function checkDataset(data: ReadDataset = readDataset()): CheckResult {
  const documents = readDocuments(data.records.sources);
  const issues = [...data.issues, ...(data.issues.length === 0 ? assertionIssues(data) : [])];
  let citations = 0;
  for (const claim of data.records.claims) {
    // Claims with problems are here too, so nothing is known of their form.
    const list: readonly unknown[] = Array.isArray(claim.citations) ? claim.citations : [];
    list.forEach((cited, i) => {
      citations += 1;
      const citation = Object(cited) as Citation;
      const text = documents?.get(citation.source);
      if (text === undefined) return;
      const passage = text.slice(citation.start, citation.end);
      const problem = passageProblem(passage, citation) ?? figureProblem(passage, claim);
      if (problem === undefined) return;
      const path = `/citations/${i}`;
      issues.push({ ...problem, severity: "error", id: claim.id, path, ...data.locate(claim, path) });
    });
  }
  return { issues, citations, documents: documents?.size ?? 0 };
}

type Problem = Pick<Issue, "code" | "message">;

function passageProblem(passage: string, citation: Citation): Problem | undefined {
  const text = normalizePassage(passage);
  const fits =
    text.length === citation.length &&
    formatHash(rollingHash(text)) === citation.hash &&
    sha256Sync(text) === citation.sha256;
  if (fits) return undefined;
  return {
    code: "citation/not-in-document",
    message: `The document ${String(citation.source)} does not hold the cited passage at ${String(citation.start)} to ${String(citation.end)}; cite it anew with npm run data:cite.`,
  };
}

function figureProblem(passage: string, claim: ClaimRecord): Problem | undefined {
  const missing = figuresOf(claim).filter((value) => !writes(passage, value));
  if (missing.length === 0) return undefined;
  return {
    code: "citation/figure-not-in-passage",
    message: `The passage does not write ${missing.join(", ")} in digits or words; cite the stretch that does or mend the figure.`,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { issues, citations, documents } = checkDataset();
  for (const issue of issues) console.error(formatIssue(issue));
  if (documents === 0)
    console.warn(
      `NOT CHECKED: ${citations} citations against the documents (set SOURCES_DIR to their folder).`,
    );
  const errors = issues.filter((issue) => issue.severity === "error").length;
  console.log(
    `${citations} citations, ${documents} documents, ${errors} errors, ${issues.length - errors} warnings`,
  );
  if (errors > 0) process.exit(1);
}
