/**
 * Reads a dataset from this machine: a folder, a file or the standard input.
 */
import { createReadStream } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { type Issue, show } from "../errors.ts";
import { RECORD_SORTS } from "../model/record.ts";
import { nearest } from "../nearest.ts";
import type { Ontology } from "../ontology/define.ts";
import type { XinjiangOntology } from "../ontology/ontology.ts";
import type { ParsedDataset } from "./parse-dataset.ts";
import { type LoadOptions, type Opener, readFiles } from "./read-files.ts";
import { hasRecordName, RECORD_EXTENSIONS } from "./record-formats.ts";

/**
 * Reads the files of one dataset and parses them together. A folder is laid out as `data/` is, with folders `entities`
 * and `claims` (other files in it are left aside), or else all its own files of a known format are read. Files may be
 * packed with gzip. What cannot be read becomes an issue: `file/not-found`, `file/unreadable`, `file/link-loop`,
 * `file/empty-folder`, `file/interrupted`, and those of `loadDataset` for what is in a file.
 *
 * @param path a folder, a file, or `-` for the standard input
 * @throws the reason of the signal, if it is aborted
 * @example
 * const { records, issues } = await readDataset("data");
 * issues; // []
 * records.claims.length > 1000; // true
 */
export async function readDataset<O extends Ontology = XinjiangOntology>(
  path: string,
  options: LoadOptions<O> = {},
): Promise<ParsedDataset<O>> {
  return readFiles(await openersOf(path), options);
}

/** What the standard input is called where a file's name stands. */
export const STANDARD_INPUT = "(standard input)";

async function openersOf(path: string): Promise<Opener[]> {
  if (path === "-") return [async () => ({ name: STANDARD_INPUT, chunks: process.stdin })];
  try {
    if (!(await stat(path)).isDirectory()) return [fileOpener(path)];
    const files = await filesIn(path);
    if (files.length > 0) return files.map(fileOpener);
    const message = `The folder holds no file of records, expected names that end in ${RECORD_EXTENSIONS.join(", ")}.`;
    return [async () => issueOf("file/empty-folder", path, message)];
  } catch (error) {
    const issue = reasonOf(error, path) ?? issueOf("file/unreadable", path, "The path cannot be read.");
    const near = issue.code === "file/not-found" ? await nearestSibling(path) : undefined;
    const message = near ? `${issue.message} Did you mean ${show(near)}?` : issue.message;
    return [async () => ({ ...issue, message })];
  }
}

/** The files of a dataset in a folder, sorted by name. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder);
  entries.sort();
  const folders: string[] = [];
  for (const name of RECORD_SORTS) {
    const path = join(folder, name);
    if (entries.includes(name) && (await stat(path)).isDirectory()) folders.push(path);
  }
  const isRecords = (path: string): boolean => hasRecordName(basename(path));
  const own = entries.map((name) => join(folder, name)).filter(isRecords);
  if (folders.length === 0) return own;
  const inner: string[] = [];
  for (const path of folders) {
    await refuseLoop(path, folder);
    inner.push(...(await readdir(path)).sort().map((name) => join(path, name)));
  }
  const isPart = (path: string): boolean => /^(?:dataset|sources|entities|claims)\./.test(basename(path));
  return [...own.filter(isPart), ...inner.filter(isRecords)];
}

/** Refuses a folder that leads back to the one it stands in, or to one around that. */
async function refuseLoop(inner: string, outer: string): Promise<void> {
  const [from, to] = [await realpath(outer), await realpath(inner)];
  if (`${from}${sep}`.startsWith(`${to}${sep}`)) throw Object.assign(new Error(inner), { code: "ELOOP" });
}

function fileOpener(path: string): Opener {
  return async () => {
    const total = (await stat(path).catch(() => undefined))?.size;
    return {
      ...{ name: path, chunks: createReadStream(path), explain: (error: unknown) => reasonOf(error, path) },
      ...(total !== undefined && { total }),
    };
  };
}

/** What an error of the system means, where that can be told from its code. */
function reasonOf(error: unknown, path: string): Issue | undefined {
  const code = String((error as NodeJS.ErrnoException).code);
  if (code === "ENOENT" || code === "ENOTDIR")
    return issueOf("file/not-found", path, "There is no such file or folder.");
  if (code === "EACCES" || code === "EPERM") {
    return issueOf("file/unreadable", path, "You may not read this. Ask for the right to, or copy it.");
  }
  if (code === "ELOOP")
    return issueOf("file/link-loop", path, "Links lead round in a circle here. Take one out.");
  return undefined;
}

function issueOf(code: string, file: string, message: string): Issue {
  return { code, severity: "error", file, message };
}

async function nearestSibling(path: string): Promise<string | undefined> {
  const siblings: readonly string[] = await readdir(dirname(path)).catch(() => []);
  return nearest(basename(path), siblings);
}
