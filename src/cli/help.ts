/**
 * Help, written from the declarations of commands and options.
 */
import type { Argument, Command } from "./command.ts";
import { COMMON_OPTIONS, type OptionName, optionNamed } from "./options.ts";
import { wrap } from "./text-width.ts";

/** How many columns help takes up, wherever it is printed. */
const WIDTH = 80;

/** Name of the program. */
export const PROGRAM = "xinjiang-graph";

/** What there is: help without a command. */
export function overview(commands: readonly Command[]): string {
  return [
    `${PROGRAM}: ask a graph of dated, sourced claims from the command line.`,
    "",
    `Usage: ${PROGRAM} <command> [arguments] [options]`,
    "",
    "Commands:",
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    "",
    `"${PROGRAM} help <command>" tells more. Data go to standard output, all else to standard error.`,
    "Exit codes: 0 done, 1 the data are wrong or do not have what was asked for, 2 the command line is wrong.",
    "",
  ].join("\n");
}

/** Help for one command. */
export function helpFor(command: Command): string {
  const { arguments: args } = command;
  return [
    ...lines(`${PROGRAM} ${command.name}: ${command.summary}.`, WIDTH),
    "",
    `Usage: ${usage(command)}`,
    ...(args.length > 0 ? ["", "Arguments:"] : []),
    ...columns(args.map((argument) => [argumentText(argument), argument.help])),
    "",
    "Options:",
    ...columns([...command.options, ...COMMON_OPTIONS].map((name) => [optionText(name), optionHelp(name)])),
    "",
    ...[...command.about, `With --json: ${command.json}`].flatMap((text) => lines(text, WIDTH)),
    "",
    `Example: ${commandText(command.example)}`,
    "",
  ].join("\n");
}

/** How a command is called: `xinjiang-graph show <id> [options]`. */
export function usage({ name, arguments: args }: Command): string {
  return [PROGRAM, name, ...args.map(argumentText), "[options]"].join(" ");
}

/** A command line as one types it. */
export function commandText(words: readonly string[]): string {
  return [PROGRAM, ...words.map((word) => (/^[\p{L}\p{N}/.:=_-]+$/u.test(word) ? word : `'${word}'`))].join(
    " ",
  );
}

/** An option as help shows it: `-o, --out <path>`. */
export function optionText(name: OptionName): string {
  const { short, takes } = optionNamed(name);
  return `${short ? `-${short}, ` : ""}--${name}${takes ? ` <${takes}>` : ""}`;
}

/** What an option does, with the values that it takes. */
export function optionHelp(name: OptionName): string {
  const { help, oneOf, many } = optionNamed(name);
  const values = oneOf ? `: ${oneOf.join(", ")}` : "";
  return `${help}${values}${many ? " (may be repeated)" : ""}`;
}

function argumentText({ name, count }: Argument): string {
  if (count === "optional") return `[${name}]`;
  return count === "some" ? `<${name}…>` : `<${name}>`;
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([first]) => first.length));
  return rows.flatMap(([first, second]) =>
    lines(second, WIDTH - width - 4).map((line, i) => `  ${(i === 0 ? first : "").padEnd(width)}  ${line}`),
  );
}

function lines(text: string, width: number): string[] {
  return wrap(text, width, ({ length }) => length);
}
