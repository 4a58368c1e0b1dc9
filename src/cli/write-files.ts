/**
 * Writing what a command made: each file whole or not at all. Ctrl-C while files are written takes effect when the one
 * at work is whole; a second one at once.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { DatasetRecords } from "../model/record.ts";
import { writeDataset, writeFileAtomic } from "../node.ts";
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
    if (error.code !== "EEXIST") throw error;
  });
  const paths: string[] = [];
  for (const [name, content] of files) {
    const path = join(folder, name);
    await writeWhole(path, content);
    paths.push(path);
  }
  return paths;
}

/** Writes records as the folder of a dataset, in place of the one that was there. */
export async function writeRecords(folder: string, records: DatasetRecords): Promise<void> {
  await uninterrupted(() => writeDataset(folder, records));
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
