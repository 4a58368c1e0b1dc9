/**
 * One run of the program: the command line is read, the command does its work, errors become lines and an exit code.
 */
import { version } from "../../package.json";
import { EXIT, type ExitCode } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { failureOf } from "./failure.ts";
import { helpFor, overview, PROGRAM } from "./help.ts";
import { outputOn } from "./output.ts";
import { parseCommandLine } from "./parse.ts";
import { safeText } from "./safe-text.ts";
import { type Environment, type ScreenStream, screenOf } from "./screen.ts";

/** What a run has to do with the world. */
export interface World {
  /** The words after the program's name. */
  readonly words: readonly string[];
  readonly environment: Environment;
  readonly data: ScreenStream;
  readonly talk: ScreenStream;
}

/** Does what the command line asks and gives the exit code; never throws. */
export async function run({ words, environment, data, talk }: World): Promise<ExitCode> {
  const noColor = words.includes("--no-color");
  const screens = [screenOf(data, environment, noColor), screenOf(talk, environment, noColor)] as const;
  try {
    const line = parseCommandLine(words, COMMANDS);
    const { command, options } = line;
    const output = outputOn(...screens, options);
    if (options.help) output.text(command ? helpFor(command) : overview(COMMANDS));
    else if (options.version) output.text(`${PROGRAM} ${version}\n`);
    else if (command) return await command.run({ ...line, output });
    return EXIT.done;
  } catch (error) {
    const { lines, exit } = failureOf(error, Boolean(environment.DEBUG));
    const [, screen] = screens;
    const head = /^error:/;
    for (const text of lines) {
      const line = safeText(text).replace(head, (word) => screen.paint(word, "bad"));
      screen.write(`${line}\n`);
    }
    return exit;
  }
}
