/**
 * Writes files wholly or not at all: into a file beside the target, which takes its place when all of it is on the disk.
 */
import { randomUUID } from "node:crypto";
import { access, constants, open, readlink, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { KnowledgeGraphError, show } from "../errors.ts";

/** What is to be written: text (as UTF-8) or bytes, whole or in chunks. */
export type FileContent =
  | string
  | Uint8Array
  | ArrayBuffer
  | Iterable<string | Uint8Array>
  | AsyncIterable<string | Uint8Array>;

/**
 * Writes a file so that anyone who looks, at whatever moment, finds the whole old one or the whole new one; also after
 * the process was killed or the power failed. The old file's mode is kept (its owner is that of the process), a link
 * stays a link and its target is written. After a failure nothing else is left; a process that is killed may leave a
 * file `.<name>.<random>.tmp` beside the target. What is no file, such as `/dev/stdout` or a pipe, is written directly.
 *
 * @throws KnowledgeGraphError `file/not-written` with the system's error as `cause`, `file/not-content` for something else
 *   than text and bytes; whatever the content throws
 * @example
 * await writeFileAtomic(join(tmpdir(), "ports.txt"), ["Torugart\n", "Irkeshtam\n"]); // undefined
 */
export async function writeFileAtomic(path: string, content: FileContent): Promise<void> {
  const blocks = blocksOf(chunksIn(content));
  try {
    const old = await stat(path).catch(ifMissing);
    if (old && !old.isFile()) return await writeDirectly(path, blocks);
    const target = await targetOf(path);
    // A file that may not be written is not replaced either.
    if (old) await access(target, constants.W_OK);
    const beside = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
    try {
      await writeNew(beside, blocks, old?.mode);
      await rename(beside, target);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
    await syncFolder(dirname(target));
  } catch (error) {
    throw error instanceof ContentFailure ? error.reason : notWritten(path, error);
  }
}

/** Text is gathered until it is so long, in UTF-16 units: one write costs as much as thousands of letters. */
const BLOCK = 1 << 16;

/** Something that the content threw: not for us to explain. */
class ContentFailure {
  constructor(readonly reason: unknown) {}
}

/** Texts and bytes to write one after the other. */
type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

function chunksIn(content: FileContent): Chunks {
  if (typeof content === "string" || content instanceof Uint8Array) return [content];
  if (content instanceof ArrayBuffer) return [new Uint8Array(content)];
  if (Symbol.iterator in Object(content) || Symbol.asyncIterator in Object(content)) return content;
  throw notContent(content);
}

function notContent(found: unknown): KnowledgeGraphError {
  return new KnowledgeGraphError(
    "file/not-content",
    `Found ${show(found)} as the content of a file, expected a text, a Uint8Array, an ArrayBuffer, or texts and Uint8Arrays one after the other.`,
  );
}

/** The bytes of a content, in blocks that are worth a write. */
export async function* blocksOf(content: Chunks): AsyncGenerator<Uint8Array> {
  let text = "";
  try {
    for await (const chunk of content) {
      if (typeof chunk === "string") {
        text += chunk;
        if (text.length < BLOCK) continue;
        // Half a character at the end waits for the other half.
        const end = /[\ud800-\udbff]$/.test(text) ? text.length - 1 : text.length;
        yield bytesOf(text.slice(0, end));
        text = text.slice(end);
      } else {
        if (!(chunk instanceof Uint8Array)) throw notContent(chunk);
        if (text !== "") yield bytesOf(text);
        text = "";
        yield chunk;
      }
    }
  } catch (error) {
    throw new ContentFailure(error);
  }
  if (text !== "") yield bytesOf(text);
}

function bytesOf(text: string): Uint8Array {
  if (!/\p{Cs}/u.test(text)) return Buffer.from(text, "utf8");
  throw new KnowledgeGraphError(
    "file/not-written",
    "The text holds half a character, which no file in UTF-8 can; mend the record that has it.",
  );
}

/** The file that a path leads to, through links, whether it is there or not. */
async function targetOf(path: string): Promise<string> {
  const found = await realpath(path).catch(ifMissing);
  if (found !== undefined) return found;
  const link = await readlink(path).catch(() => undefined);
  return link === undefined ? resolve(path) : targetOf(resolve(dirname(path), link));
}

async function writeDirectly(path: string, blocks: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, "w");
  try {
    for await (const block of blocks) await file.writeFile(block);
  } finally {
    await file.close();
  }
}

/** Writes a file that must not be there yet, down to the disk. */
export async function writeNew(
  path: string,
  content: AsyncIterable<Uint8Array>,
  mode?: number,
): Promise<void> {
  const file = await open(path, "wx");
  try {
    // Later than `open`, for the process's mask cuts the mode there.
    if (mode !== undefined) await file.chmod(mode & 0o7777);
    for await (const block of content) await file.writeFile(block);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Brings the names in a folder down to the disk. Windows does so by itself, and cannot be asked. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** For what may be missing. */
export function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

/** The error of a path that cannot be written. */
export function notWritten(path: string, error: unknown): KnowledgeGraphError {
  if (error instanceof KnowledgeGraphError) return error;
  const { code = "" } = error as NodeJS.ErrnoException;
  const message = `${show(path)} was not written and is as it was: ${REASONS[code] ?? `the system answered ${code || String(error)}`}.`;
  return new KnowledgeGraphError("file/not-written", message, { path, cause: error });
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "you may not write there",
  EPERM: "you may not write there",
  EROFS: "the disk may only be read",
  ENOSPC: "the disk is full",
  EDQUOT: "your share of the disk is used up",
  EFBIG: "the file would be larger than allowed",
  EISDIR: "it is a folder; give the name of a file",
  ENOENT: "its folder does not exist; make it first",
  ENOTDIR: "a part of its path is a file, not a folder",
  ELOOP: "links lead round in a circle",
};
