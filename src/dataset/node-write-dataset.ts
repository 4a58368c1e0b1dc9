/**
 * Writes a dataset as a folder, wholly or not at all: into a folder beside the target, which takes its place when all of
 * it is on the disk.
 */
import { randomUUID } from "node:crypto";
import { mkdir, readdir, realpath, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { KnowledgeGraphError, show } from "../errors.ts";
import type { DatasetRecords } from "../model/record.ts";
import { datasetFiles } from "./canonical.ts";
import { blocksOf, ifMissing, notWritten, syncFolder, writeNew } from "./node-write.ts";
import type { DatasetFile } from "./record-reader.ts";

/**
 * Writes records as a canonical folder: `dataset.json` where the records have it, `sources.jsonl`,
 * `entities/<kind>.jsonl`, `claims/<relation>.jsonl`. An old dataset there is replaced whole, so that files of kinds and
 * relations that are no more do not stay. A folder that holds anything else is refused, for that would be lost.
 *
 * A new folder appears in one step. An old one is replaced in two, since a system cannot exchange folders at once: it is
 * moved to `.<name>.<random>.old` and the new one takes its place. Whoever looks in that instant finds no folder, and if
 * the process is killed in it, the old dataset lies there, whole, beside the new one in `.<name>.<random>.tmp`. After a
 * failure that the process survives all is as it was.
 *
 * @throws KnowledgeGraphError `file/not-written`, `file/other-content`; InvalidRecordError as `datasetFiles`
 * @example
 * await writeDataset("no-such-folder/mine", bundledRecords());
 * // KnowledgeGraphError: "no-such-folder/mine" was not written and is as it was: its folder does not exist; make it first.
 */
export async function writeDataset(folder: string, records: DatasetRecords): Promise<void> {
  const files = datasetFiles(records);
  try {
    const target = (await realpath(folder).catch(ifMissing)) ?? resolve(folder);
    const old = await readdir(target, { recursive: true, withFileTypes: true }).catch(ifMissing);
    const others = (old ?? [])
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(target.length + 1))
      .filter((path) => !BELONGS.test(path));
    if (others.length > 0) throw otherContent(folder, others);
    await replaceFolder(target, files, old !== undefined);
  } catch (error) {
    throw notWritten(folder, error);
  }
}

/** What the folder of a dataset holds. */
const BELONGS = /^(?:dataset\.json|sources\.jsonl|(?:entities|claims)[/\\][^/\\]+\.jsonl)$/;

async function replaceFolder(target: string, files: readonly DatasetFile[], isThere: boolean): Promise<void> {
  const beside = join(dirname(target), `.${basename(target)}.${randomUUID()}`);
  const [fresh, aside] = [`${beside}.tmp`, `${beside}.old`];
  try {
    await writeFolder(fresh, files);
    if (isThere) await rename(target, aside);
    try {
      await rename(fresh, target);
    } catch (error) {
      if (isThere) await rename(aside, target);
      throw error;
    }
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
  await syncFolder(dirname(target));
  await rm(aside, { recursive: true, force: true });
}

async function writeFolder(folder: string, files: readonly DatasetFile[]): Promise<void> {
  await mkdir(folder);
  const folders = new Set([folder]);
  for (const { name, text } of files) {
    const path = join(folder, name);
    folders.add(dirname(path));
    await mkdir(dirname(path), { recursive: true });
    await writeNew(path, blocksOf([text]));
  }
  for (const path of folders) await syncFolder(path);
}

function otherContent(folder: string, others: readonly string[]): KnowledgeGraphError {
  const shown = others.slice(0, 5).map(show).join(", ");
  const more = others.length > 5 ? ` and ${others.length - 5} more` : "";
  const message = `${show(folder)} holds ${shown}${more} beside a dataset, which would be lost. Write to another folder, or move them.`;
  return new KnowledgeGraphError("file/other-content", message, { path: folder });
}
