/**
 * `npm run data:compile`: writes `src/generated/`: the ids of the dataset as literal types (committed) and the
 * dataset itself as one JavaScript module (made anew at every build). Refuses to write if the data are not valid.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packDataset } from "../../src/dataset/compact.ts";
import { formatIssue } from "../../src/errors.ts";
import type { DatasetRecords } from "../../src/model/record.ts";
import { ROOT } from "./files.ts";
import { readDataset } from "./read-dataset.ts";

/** The module of literal ids. */
export function idsModule(records: DatasetRecords): string {
  const union = (ids: readonly string[]): string => ids.map((id) => `\n  | ${JSON.stringify(id)}`).join("");
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map((record) => record.id).sort();
  return `/** Made by \`npm run data:compile\` from \`data/\`; do not edit. */

/** Ids of the bundled entities. */
export type XinjiangEntityId =${union(ids(records.entities))};

/** Ids of the bundled sources. */
export type XinjiangSourceId =${union(ids(records.sources))};
`;
}

/** The module of the dataset: packed texts, which engines read faster than an object literal. */
export function datasetModule(dataset: DatasetRecords): string {
  const { records, names, citations } = packDataset(dataset);
  return `/** Made by \`npm run data:compile\` from \`data/\`; do not edit. */

export const PACKED_DATASET: Readonly<Record<"records" | "names" | "citations", string>> = {
  records: ${JSON.stringify(records)},
  names: ${JSON.stringify(names)},
  citations: ${JSON.stringify(citations)},
};
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { records, issues } = readDataset();
  if (issues.length > 0) {
    console.error(issues.map(formatIssue).join("\n"));
    console.error(`${issues.length} problems; nothing was compiled.`);
    process.exit(1);
  }
  const folder = join(ROOT, "src", "generated");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "ids.ts"), idsModule(records));
  writeFileSync(join(folder, "dataset.ts"), datasetModule(records));
  console.log(
    `compiled ${records.sources.length} sources, ${records.entities.length} entities, ${records.claims.length} claims`,
  );
}
