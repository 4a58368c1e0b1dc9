/**
 * Reading a user's dataset, with a progress bar where it takes long.
 */
import { formatIssue, InvalidRecordError } from "../errors.ts";
import type { ParsedDataset } from "../node.ts";
import type { Output } from "./output.ts";
import { progressBar } from "./progress.ts";

/** Reads a folder, a file or standard input (`-`), problems included. */
export async function readData(path: string, { talk, quiet }: Output): Promise<ParsedDataset> {
  const { readDataset } = await import("../node.ts");
  const bar = progressBar(quiet ? { ...talk, width: undefined } : talk);
  try {
    return await readDataset(path, { onProgress: bar.show });
  } finally {
    bar.clear();
  }
}

/**
 * Reads a dataset that is to be worked with; warnings are said.
 *
 * @throws InvalidRecordError with every error that was found
 */
export async function readChecked(path: string, output: Output): Promise<ParsedDataset> {
  const parsed = await readData(path, output);
  const errors = parsed.issues.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new InvalidRecordError(errors);
  for (const warning of parsed.issues) output.say(`warning: ${formatIssue(warning)}`, "doubtful");
  return parsed;
}
