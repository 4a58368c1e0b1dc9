/**
 * `npm run data:datasheet`: writes the tables of DATASHEET.md that are counted from the data, between its two markers.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { kindOfRecord } from "../../src/graph/build.ts";
import type { ClaimRecord } from "../../src/model/claim.ts";
import type { DatasetRecords } from "../../src/model/record.ts";
import { countRecords } from "./assertions.ts";
import { ROOT } from "./files.ts";
import { readDataset } from "./read-dataset.ts";

const BEGIN = "<!-- counted from the data: begin -->";
const END = "<!-- counted from the data: end -->";

/** The page with its counted part made anew. */
export function withCounts(page: string, records: DatasetRecords): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error(`DATASHEET.md lacks the markers ${BEGIN} and ${END}.`);
  return `${before}${BEGIN}\n\n${counted(records)}\n${END}${after}`;
}

function counted(records: DatasetRecords): string {
  const counts = countRecords({ records });
  const sources = new Map(records.sources.map((source) => [source.id, source]));
  const classesOf = (claim: ClaimRecord): string[] => [
    ...new Set(claim.citations.map((citation) => sources.get(citation.source)?.publisher.class ?? "unknown")),
  ];
  const official = new Set(["state media", "party media", "government"]);
  const share = (test: (claim: ClaimRecord) => boolean): string => {
    const part = records.claims.filter(test).length;
    return `${part} of ${records.claims.length} (${((100 * part) / records.claims.length).toFixed(1)} %)`;
  };
  const documents = (claim: ClaimRecord): number =>
    new Set(claim.citations.map((citation) => citation.source)).size;
  const tally = (keys: readonly string[]): [string, number][] => {
    const found = new Map<string, number>();
    for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
    return [...found].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  };
  const label = new Map(records.entities.map((entity) => [entity.id, entity.names[0]?.value ?? entity.id]));
  const speakers = records.claims.flatMap((claim) => [
    ...new Set(
      claim.citations.map((c) =>
        c.speaker
          ? (label.get(c.speaker) as string)
          : c.speakerDescription
            ? "an unnamed speaker"
            : "the publication itself",
      ),
    ),
  ]);
  const entries = (record: Readonly<Record<string, number>>): [string, number][] =>
    Object.entries(record).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const citations = records.claims.reduce((sum, claim) => sum + claim.citations.length, 0);
  const shares = [
    `- Claims that rest on one document: ${share((claim) => documents(claim) === 1)}.`,
    `- Claims that rest on state or party media or the government alone: ${share((claim) => classesOf(claim).every((name) => official.has(name)))}.`,
    `- Claims marked as in part the editors' inference: ${share((claim) => claim.inferred !== undefined)}.`,
    `- Claims that are only denied: ${share((claim) => claim.citations.every((citation) => citation.stance === "denies"))}.`,
  ];
  return [
    `${records.claims.length} claims with ${citations} citations, ${records.entities.length} entities, ${records.sources.length} sources.`,
    shares.join("\n"),
    table(
      "Sources",
      ["source", "publisher", "class", "genre", "stated", "published", "claims"],
      records.sources.map((source) => [
        source.id,
        source.publisher.name,
        source.publisher.class,
        source.genre,
        source.held ?? source.published,
        source.published,
        String(counts.source[source.id] ?? 0),
      ]),
    ),
    table("Claims by publisher class", ["class", "claims"], tally(records.claims.flatMap(classesOf))),
    table("Claims by speaker", ["speaker", "claims"], tally(speakers)),
    table(
      "Claims by voice",
      ["voice", "citations"],
      tally(records.claims.flatMap((claim) => claim.citations.map((citation) => citation.voice))),
    ),
    table("Claims by status", ["status", "claims"], tally(records.claims.map((claim) => claim.status))),
    table(
      "Claims by first year of their time",
      ["year", "claims"],
      Object.entries(counts.year).sort(([a], [b]) => Number(a) - Number(b)),
    ),
    table("Claims by relation", ["relation", "claims"], entries(counts.relation)),
    table(
      "Entities by kind",
      ["kind", "entities"],
      tally(records.entities.map((entity) => kindOfRecord(entity) ?? "unknown")),
    ),
  ]
    .join("\n\n")
    .concat("\n");
}

function table(
  title: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
  return [`### ${title}`, "", line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const path = join(ROOT, "DATASHEET.md");
  writeFileSync(path, withCounts(readFileSync(path, "utf8"), readDataset().records));
}
