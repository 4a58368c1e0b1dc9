/**
 * Where the data files lie and how their lines are read: the one place that knows the layout of `data/`.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { jsonLines } from "../../src/dataset/json-lines.ts";
import { PlacedText } from "../../src/dataset/placed-text.ts";
import type { Issue } from "../../src/errors.ts";

export const DATA = fileURLToPath(new URL("..", import.meta.url));
export const ROOT = join(DATA, "..");

/** One line of a JSON Lines file, parsed. */
export interface DataLine {
  readonly file: string;
  readonly line: number;
  readonly record: Record<string, unknown>;
}

/** The data files in a fixed order: sources, entities by kind, claims by relation. */
export function dataFiles(): string[] {
  const inFolder = (folder: string): string[] =>
    readdirSync(join(DATA, folder))
      .filter((name) => name.endsWith(".jsonl"))
      .sort()
      .map((name) => join(DATA, folder, name));
  return [join(DATA, "sources.jsonl"), ...inFolder("entities"), ...inFolder("claims")];
}

/** Reads a JSON Lines file; lines that are not JSON objects become problems. */
export function readLines(path: string): { lines: DataLine[]; problems: Issue[] } {
  const file = relative(ROOT, path);
  const problems: Issue[] = [];
  const text = new PlacedText({ name: file, text: readFileSync(path, "utf8") });
  const values = [...jsonLines(text, (problem) => void problems.push(problem))];
  const lines = values.map(([value, offset]) => ({
    file,
    line: text.place(offset).line,
    record: value as Record<string, unknown>,
  }));
  return { lines, problems };
}

/**
 * The documents that citations count offsets in, by source id, from the folder named by `SOURCES_DIR`; `undefined`
 * where it is not set. Its `index.json` tells which file has which address.
 */
export function readDocuments(
  sources: readonly { readonly id?: unknown; readonly url?: unknown }[],
): Map<string, string> | undefined {
  const paths = documentPaths(sources);
  return paths && new Map(Array.from(paths, ([id, path]) => [id, readFileSync(path, "utf8")]));
}

/** Where those documents lie, by source id; `undefined` where `SOURCES_DIR` is not set. */
export function documentPaths(
  sources: readonly { readonly id?: unknown; readonly url?: unknown }[],
): Map<string, string> | undefined {
  const folder = process.env.SOURCES_DIR;
  if (!folder || !existsSync(join(folder, "index.json"))) return undefined;
  const index = JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as {
    file: string;
    url: string;
  }[];
  const paths = new Map<string, string>();
  for (const source of sources) {
    const entry = index.find((candidate) => candidate.url === source.url);
    if (entry) paths.set(String(source.id), join(folder, entry.file));
  }
  return paths;
}

/** SHA-256 without WebCrypto's promises, for scripts that hash many passages. */
export function sha256Sync(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
