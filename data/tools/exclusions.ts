/**
 * `data/exclusions.jsonl`: the numbers and names of the documents that no claim cites, each with the reason why it is
 * left out. It holds tokens and offsets only, never sentences.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { show } from "../../src/errors.ts";
import { DATA } from "./files.ts";

/** Why a number or name may stay out of the data. */
export const REASONS = [
  "caption repeated",
  "courtesy",
  "number that only structures the speech",
  "ordinary word",
  "page furniture",
  "part of a name counted elsewhere",
  "photo credit",
  "pronoun or article use of one",
  "question without a premise",
  "repeated mention: bears nothing new",
  "rhetoric",
  "song, dish, film or series",
] as const;

export type Reason = (typeof REASONS)[number];

/** One line of the list: a token at one place (`start`), or wherever no claim cites it (`all`). */
export interface Exclusion {
  readonly source: string;
  /** The words as the document writes them, at most {@link LONGEST} characters. */
  readonly token: string;
  readonly start?: number;
  readonly all?: true;
  readonly reason: Reason;
  readonly note?: string;
}

/** Longest token: a name, never a sentence. */
export const LONGEST = 60;

export const EXCLUSIONS_FILE = join(DATA, "exclusions.jsonl");

/** An exclusion and the line it stands on, from 1. */
export interface ExclusionLine {
  readonly line: number;
  readonly exclusion: Exclusion;
}

/** Reads a list of exclusions. Lines that are none become problems; a file that is not there is an empty list. */
export function readExclusions(path: string = EXCLUSIONS_FILE): {
  readonly lines: readonly ExclusionLine[];
  readonly problems: readonly string[];
} {
  const lines: ExclusionLine[] = [];
  const problems: string[] = [];
  const seen = new Set<string>();
  const texts = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
  texts.forEach((text, i) => {
    if (text.trim() === "") return;
    const problem = problemOf(text, seen);
    if (problem === undefined) lines.push({ line: i + 1, exclusion: JSON.parse(text) as Exclusion });
    else problems.push(`exclusions.jsonl:${i + 1}: ${problem}`);
  });
  return { lines, problems };
}

const FIELDS = new Set(["source", "token", "start", "all", "reason", "note"]);

function problemOf(text: string, seen: Set<string>): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `is not JSON: ${(error as Error).message}`;
  }
  if (typeof value !== "object" || value === null) return `${show(value)} is not an object`;
  const { source, token, start, all, reason, note } = value as Record<string, unknown>;
  const unknown = Object.keys(value).find((field) => !FIELDS.has(field));
  if (unknown !== undefined)
    return `has the field ${show(unknown)}; an exclusion has ${[...FIELDS].join(", ")}`;
  if (typeof source !== "string") return "names no source";
  if (typeof token !== "string" || token.trim() === "") return "names no token";
  if (token.length > LONGEST)
    return `the token has ${token.length} characters; at most ${LONGEST} are kept of a document`;
  if (!(REASONS as readonly unknown[]).includes(reason))
    return `${show(reason)} is not a reason; use one of: ${REASONS.join("; ")}`;
  if (note !== undefined && typeof note !== "string") return `the note ${show(note)} is not text`;
  if ((start === undefined) === (all === undefined)) return `needs either "start" or "all": true`;
  if (start !== undefined && !(Number.isInteger(start) && (start as number) >= 0))
    return `the start ${show(start)} is not an offset`;
  if (all !== undefined && all !== true)
    return `"all" is ${show(all)}; it is true or left out, with "start" instead`;
  const key = JSON.stringify([source, token, start]);
  if (seen.has(key)) return `repeats the exclusion of ${show(token)}`;
  seen.add(key);
  return undefined;
}
