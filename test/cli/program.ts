/**
 * The real program, built once for a test file, run as a child process in a folder of its own with a small dataset.
 */
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What a run printed and how it ended. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
}

/** The program and its folder. */
export interface Program {
  /** The file that Node runs. */
  readonly file: string;
  /** Where it runs: `mine.jsonl` and `texts/` lie there. */
  readonly desk: string;
  run(words: readonly string[], options?: RunOptions): Promise<Ended>;
  /** Runs it on a terminal of so many columns; everything it prints comes as `stdout`. */
  onTerminal(
    words: readonly string[],
    columns: number,
    env?: Readonly<Record<string, string>>,
  ): Promise<Ended>;
  remove(): void;
}

/** Builds the program. */
export async function buildProgram(external: readonly string[] = []): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), "xinjiang-graph-"));
  const desk = join(folder, "desk");
  cpSync(fileURLToPath(new URL("desk", import.meta.url)), desk, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: ["src/cli.ts"],
    ...{ bundle: true, splitting: true, format: "esm", platform: "node", target: "es2022" },
    outdir: join(folder, "dist"),
    outExtension: { ".js": ".mjs" },
    external: [...external],
    logLevel: "error",
  });
  const file = join(folder, "dist", "cli.mjs");
  return {
    file,
    desk,
    run: (words, options) => ended(process.execPath, [file, ...words], desk, options),
    onTerminal: (words, columns, env = {}) => {
      const line = [process.execPath, file, ...words].map((word) => `'${word.replaceAll("'", "'\\''")}'`);
      const command = `stty cols ${columns} rows 40; exec ${line.join(" ")}`;
      return ended("script", ["-qefc", command, "/dev/null"], desk, { env: { TERM: "xterm", ...env } });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function ended(
  command: string,
  words: readonly string[],
  cwd: string,
  { env = {}, input = "" }: RunOptions = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const { PATH = "", NODE_V8_COVERAGE = "" } = process.env;
    const child = spawn(command, words, {
      cwd,
      env: { PATH, ...(NODE_V8_COVERAGE && { NODE_V8_COVERAGE }), ...env },
    });
    const texts: [stdout: string, stderr: string] = ["", ""];
    [child.stdout, child.stderr].forEach((stream, i) => {
      stream.setEncoding("utf8").on("data", (text: string) => {
        texts[i] += text;
      });
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ stdout: texts[0], stderr: texts[1], code }));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}
