/**
 * Writing what a command made: each file whole or not at all. Ctrl-C while files are written takes effect when the one
 * at work is whole; a second one at once.
 */
import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { notWritten } from "../dataset/node-write.ts";
import { KnowledgeGraphError, show } from "../errors.ts";
import { type DatasetRecords, RECORD_SORTS } from "../model/record.ts";
import { readDataset, writeDataset, writeFileAtomic } from "../node.ts";
import { counted, countsOf } from "./counts.ts";
import type { Content } from "./export-formats.ts";

/** What a shell expects of a program that Ctrl-C has ended. */
const INTERRUPTED = 130;

/** Writes a file in place of what was there. */
export async function writeWhole(path: string, content: Content): Promise<void> {
  await uninterrupted(() => writeFileAtomic(path, content));
}

/** Writes files into a folder, which is made where it is missing, and gives their paths. */
export async function writeInto(
  folder: string,
  files: Iterable<readonly [name: string, content: Content]>,
): Promise<string[]> {
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw notWritten(folder, error);
  });
  const paths: string[] = [];
  for (const [name, content] of files) {
    const path = join(folder, name);
    await writeWhole(path, content);
    paths.push(path);
  }
  return paths;
}

/**
 * Writes records as the folder of a dataset, in place of the one that was there.
 *
 * @throws KnowledgeGraphError `file/would-lose-records` without `force`
 */
export async function writeRecords(
  folder: string,
  records: DatasetRecords,
  { force, say }: { readonly force: boolean; readonly say: (text: string) => void },
): Promise<void> {
  const old = (await stat(folder).catch(() => undefined))?.isDirectory()
    ? await readDataset(folder)
    : undefined;
  if (old && !force) {
    const lost = idsLost(old.records, records);
    const unread = old.issues.find(({ code }) => code.startsWith("file/") && code !== "file/empty-folder");
    if (lost.length > 0 || unread) throw wouldLose(folder, lost);
  }
  await uninterrupted(() => writeDataset(folder, records));
  if (old) say(`replaced the dataset that was in ${folder}: ${countsOf(old.records)}`);
}

function idsLost(old: DatasetRecords, written: DatasetRecords): string[] {
  return RECORD_SORTS.flatMap((sort) => {
    const ids = new Set(written[sort].map(({ id }) => id));
    return old[sort].map(({ id }) => id).filter((id) => !ids.has(id));
  });
}

function wouldLose(folder: string, lost: readonly string[]): KnowledgeGraphError {
  const what =
    lost.length === 0
      ? "a dataset that cannot be read whole"
      : `a dataset of which ${counted(lost.length, "record", "records")} would be lost, ${lost.slice(0, 3).map(show).join(", ")}${lost.length > 3 ? " among them" : ""}`;
  const message = `${show(folder)} holds ${what}; nothing was written. Write to another folder, merge that dataset too, or replace it with --force.`;
  return new KnowledgeGraphError("file/would-lose-records", message, { path: folder });
}

async function uninterrupted(write: () => Promise<void>): Promise<void> {
  let interrupted = false;
  const note = (): void => {
    interrupted = true;
  };
  process.once("SIGINT", note);
  try {
    await write();
  } finally {
    process.off("SIGINT", note);
    if (interrupted) process.exit(INTERRUPTED);
  }
}
