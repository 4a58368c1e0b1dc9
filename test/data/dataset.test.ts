import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDataset } from "../../data/tools/check.ts";
import { datasetModule, idsModule } from "../../data/tools/compile.ts";
import { withCounts } from "../../data/tools/datasheet.ts";
import { ROOT, readDocuments } from "../../data/tools/files.ts";
import { readDataset } from "../../data/tools/read-dataset.ts";
import { bundledRecords, loadXinjiang } from "../../src/dataset/bundled.ts";
import { packDataset, unpackDataset } from "../../src/dataset/compact.ts";
import { formatIssue } from "../../src/errors.ts";
import { verifyCitations } from "../../src/evidence/verify.ts";
import { boundsOfQuantity } from "../../src/model/quantity.ts";
import { xinjiangOntology } from "../../src/ontology/ontology.ts";
import { townDataset } from "../arbitrary-dataset.ts";

const data = readDataset();
const documents = readDocuments(data.records.sources);
if (!documents) console.warn("SKIPPED: citations against the documents (set SOURCES_DIR to their folder)");

describe("the files in data/", () => {
  it("have no problem: shapes, ends, sources, order, counts, rules, and citations where the documents are there", () => {
    expect(checkDataset(data).issues.map(formatIssue)).toEqual([]);
  });

  it("are what src/generated was made from", () => {
    const generated = (name: string): string => readFileSync(join(ROOT, "src", "generated", name), "utf8");
    expect(generated("ids.ts")).toBe(idsModule(data.records));
    expect(generated("dataset.ts")).toBe(datasetModule(data.records));
  });

  it("are what the datasheet counts", () => {
    const page = readFileSync(join(ROOT, "DATASHEET.md"), "utf8");
    expect(page).toBe(withCounts(page, data.records));
  });

  it("travel in the package unchanged", () => {
    expect(bundledRecords()).toEqual(data.records);
    fc.assert(
      fc.property(townDataset, (records) => {
        expect(unpackDataset(packDataset(records)).records).toEqual(JSON.parse(JSON.stringify(records)));
      }),
    );
  });

  it("hold no sentence of a source: passages are offsets and prints, reported words are short", () => {
    const { sources, entities, claims } = data.records;
    for (const record of [...sources, ...entities, ...claims])
      expect(JSON.stringify(record), record.id).not.toContain('"passage"');
    for (const { id, quantity, validAs } of claims) {
      for (const reported of [quantity?.asReported, validAs])
        expect((reported ?? "").length, id).toBeLessThanOrEqual(60);
    }
  });

  it("have figures whose bounds can be read", () => {
    for (const claim of data.records.claims) {
      if (claim.quantity) expect(boundsOfQuantity(claim.quantity).value, claim.id).not.toBeNaN();
    }
  });

  it("give every relation and kind of the ontology something to hold", () => {
    const used = new Set(data.records.claims.map((claim) => claim.relation));
    expect(Object.keys(xinjiangOntology.relations).filter((relation) => !used.has(relation))).toEqual([]);
  });
});

describe("citations of the bundled graph", () => {
  it.skipIf(!documents)("all verify against the documents", async () => {
    const { totals } = await verifyCitations(loadXinjiang(), documents as Map<string, string>);
    expect(totals).toMatchObject({ moved: 0, ambiguous: 0, missing: 0, unverifiable: 0 });
    expect(totals.verified).toBeGreaterThan(900);
  });

  it.skipIf(!documents)("fail exactly where one character of a document is changed", async () => {
    const graph = loadXinjiang();
    for (const [source, text] of documents as Map<string, string>) {
      for (const at of [0.21, 0.5, 0.83].map((part) => Math.floor(part * text.length))) {
        if (/\s/.test(text[at] as string)) continue;
        const changed = `${text.slice(0, at)}${text[at] === "#" ? "@" : "#"}${text.slice(at + 1)}`;
        const { citations } = await verifyCitations(graph, { [source]: changed }, { source });
        const failed = citations
          .filter((check) => check.status !== "verified")
          .map((check) => `${check.claim}/${check.citation}`);
        const covering = graph.mapEdges((id, claim) =>
          claim.citations.flatMap((citation, i) =>
            citation.source === source && (citation.start ?? 0) <= at && at < (citation.end ?? 0)
              ? [`${id}/${i}`]
              : [],
          ),
        );
        expect(failed.sort()).toEqual(covering.flat().sort());
      }
    }
  });
});
