#!/usr/bin/env node
/**
 * The command line `xinjiang-graph`: joins a run to this process.
 */
import { run } from "./cli/run.ts";

const { stdout, stderr, argv, env } = process;
stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever reads our output has seen enough: `| head -1`.
  if (error.code === "EPIPE") process.exit(0);
  stderr.write(`error: standard output cannot be written: ${error.message}\n`);
  process.exitCode = 1;
});
stderr.on("error", () => process.exit());
void run({ words: argv.slice(2), environment: env, data: stdout, talk: stderr }).then((exit) => {
  process.exitCode ??= exit;
});
