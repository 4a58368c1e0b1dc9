/**
 * `merge`: several datasets into one.
 */
import { bundledRecords } from "../dataset/bundled.ts";
import { InvalidRecordError } from "../errors.ts";
import type { Judgement } from "../merge.ts";
import type { DatasetRecords } from "../model/record.ts";
import { type Command, EXIT } from "./command.ts";
import type { Output } from "./output.ts";
import { readData } from "./read-data.ts";

/** What the bundled dataset is called in the report and by `--prefer`. */
const BUNDLED = "bundled";

export const merge: Command = {
  name: "merge",
  summary: "several datasets into one, with a report of what is new and what differs",
  about: [
    "Prints the report: what is new, what differs, with both values, and which entities may be the same. With --out, the " +
      "merged dataset is written as a folder of JSON Lines; without it nothing is written. All claims stay side by " +
      "side, and the order of the paths does not matter. A dataset may refer to entities and sources of the others.",
  ],
  arguments: [{ name: "path", help: "a folder, a file, or - for standard input", count: "some" }],
  options: ["bundled", "judgements", "prefer", "out"],
  json: '{ "datasets", "sources", "entities", "claims", "conflicts", "disagreements", "possiblySame", "possiblySameSources", "renamedClaims", "renamedEntities", "unusedJudgements" }',
  example: ["merge", "--bundled", "mine.jsonl", "--out", "merged"],
  async run({ arguments: paths, options, output }) {
    const { formatMergeReport, mergeDatasets } = await import("../merge.ts");
    const datasets = options.bundled ? [bundledRecords()] : [];
    for (const path of paths) datasets.push(await readPart(path, output));
    const { prefer, judgements } = options;
    const { records, report } = mergeDatasets(datasets, {
      names: options.bundled ? [BUNDLED, ...paths] : paths,
      ...(prefer !== undefined && { prefer }),
      ...(judgements !== undefined && { judgements: await readJudgements(judgements) }),
    });
    if (output.json) await output.one([], report);
    else output.text(formatMergeReport(report));
    if (options.out === undefined) {
      output.say("nothing was written; --out <folder> writes the merged dataset");
    } else {
      const { writeRecords } = await import("./write-files.ts");
      await writeRecords(options.out, records);
      output.say(`wrote ${options.out}`);
    }
    return EXIT.done;
  },
};

/** Records that may refer to those of the other datasets: whether these are there is seen when all are together. */
async function readPart(path: string, output: Output): Promise<DatasetRecords> {
  const { records, issues } = await readData(path, output);
  const own = issues.filter(({ severity, code }) => severity === "error" && !/\/dangling-/.test(code));
  if (own.length > 0) throw new InvalidRecordError(own);
  return records;
}

async function readJudgements(path: string): Promise<Judgement[]> {
  const { parseJudgements } = await import("../merge.ts");
  const { readTextFile } = await import("./read-file.ts");
  return parseJudgements(await readTextFile(path));
}
