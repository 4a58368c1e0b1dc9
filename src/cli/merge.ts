/**
 * `merge`: several datasets into one.
 */
import { bundledRecords } from "../dataset/bundled.ts";
import { STANDARD_INPUT } from "../dataset/node-read.ts";
import { InvalidRecordError } from "../errors.ts";
import type { Judgement } from "../merge.ts";
import type { DatasetRecords } from "../model/record.ts";
import { type Command, EXIT } from "./command.ts";
import type { Output } from "./output.ts";
import { readData } from "./read-data.ts";
import { UsageError } from "./usage-error.ts";

/** What the bundled dataset is called in the report and by `--prefer`. */
const BUNDLED = "bundled";

/** What a dataset that says nothing of itself is given beside its name. */
const UNSTATED = { version: "unstated", license: "unstated" };

export const merge: Command = {
  name: "merge",
  summary: "several datasets into one, with a report of what is new and what differs",
  about: [
    "Prints the report: what is new, what differs, with both values, and which entities may be the same. With --out, the " +
      "merged dataset is written as a folder of JSON Lines; without it nothing is written. All claims stay side by " +
      "side, and the order of the paths does not matter. A dataset may refer to entities and sources of the others.",
    "A dataset that is in the folder already is replaced, unless it has records whose ids the merged one lacks: then " +
      "nothing is written without --force.",
    "What a judgement joined cannot be taken apart in the merged folder: to take one back, keep the datasets and the " +
      "judgements, and merge again.",
    'A line of --judgements: {"left":"port/a","right":"port/b","judgement":"same","by":"A. Editor","on":"2026-11-21"}; ' +
      'with "different", the two are not proposed again.',
  ],
  arguments: [{ name: "path", help: "a folder, a file, or - for standard input", count: "some" }],
  options: ["bundled", "judgements", "prefer", "name", "out", "force"],
  json: '{ "datasets", "sources", "entities", "claims", "conflicts", "disagreements", "possiblySame", "possiblySameSources", "renamedClaims", "renamedEntities", "unusedJudgements" }',
  example: ["merge", "--bundled", "mine.jsonl", "--out", "merged"],
  async run({ arguments: paths, options, output }) {
    const { out, name, force = false } = options;
    if (out === "-")
      throw new UsageError(
        "usage/invalid-value",
        "A dataset is several files; name a folder for them with --out.",
        "merge",
      );
    const { formatMergeReport, mergeDatasets } = await import("../merge.ts");
    const datasets = options.bundled ? [bundledRecords()] : [];
    for (const path of paths) datasets.push(await readPart(path, output));
    const { prefer, judgements } = options;
    const { records: merged, report } = mergeDatasets(datasets, {
      names: [...(options.bundled ? [BUNDLED] : []), ...paths.map(nameOf)],
      ...(prefer !== undefined && { prefer: prefer.map(nameOf) }),
      ...(judgements !== undefined && { judgements: await readJudgements(judgements) }),
    });
    const records =
      name === undefined ? merged : { ...merged, dataset: { ...UNSTATED, ...merged.dataset, name } };
    if (output.json) await output.one([], report);
    else output.text(formatMergeReport(report));
    if (out === undefined) {
      output.say("nothing was written; --out <folder> writes the merged dataset");
    } else {
      const { writeRecords } = await import("./write-files.ts");
      await writeRecords(out, records, { force, say: output.say });
      output.say(`wrote ${out}`);
    }
    return EXIT.done;
  },
};

/** What the dataset of a path is called in the report. */
function nameOf(path: string): string {
  return path === "-" ? STANDARD_INPUT : path;
}

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
