/**
 * What a command is. Help, the manual, the checks of a command line and the tests are all made from the declarations.
 */
import type { OptionName, Options } from "./options.ts";
import type { Output } from "./output.ts";

/** A word of a command line that is no option. */
export interface Argument {
  /** As help shows it: `entity`. */
  readonly name: string;
  readonly help: string;
  /** `one` unless told otherwise. */
  readonly count?: "one" | "optional" | "some";
}

/** A command line understood. */
export interface Call {
  readonly arguments: readonly string[];
  readonly options: Options;
  readonly output: Output;
}

/** One command. */
export interface Command {
  readonly name: string;
  /** What it does, in one line without a full stop. */
  readonly summary: string;
  /** What it prints, and what else is good to know; paragraphs. */
  readonly about: readonly string[];
  readonly arguments: readonly Argument[];
  /** The options it takes beside those that every command takes. */
  readonly options: readonly OptionName[];
  /** The shape of what `--json` prints. */
  readonly json: string;
  /** The words of a command line that works as it stands. */
  readonly example: readonly string[];
  /** Does it, and gives the exit code. */
  run(call: Call): Promise<ExitCode>;
}

/** Done; the data are wrong or do not have what was asked for; the command line is wrong. */
export const EXIT = { done: 0, data: 1, usage: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
