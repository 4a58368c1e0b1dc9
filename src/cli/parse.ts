/**
 * From the words of a command line to a command, its arguments and options. What cannot be understood is refused with
 * what was probably meant.
 */
import { parseArgs } from "node:util";
import { show } from "../errors.ts";
import { nearest } from "../nearest.ts";
import type { Command } from "./command.ts";
import { COMMON_OPTIONS, OPTIONS, type OptionName, type Options, optionNamed } from "./options.ts";
import { UsageError } from "./usage-error.ts";

/** A command line understood; without a command where only help or the version is asked for. */
export interface CommandLine {
  readonly command?: Command;
  readonly arguments: readonly string[];
  readonly options: Options;
}

/**
 * Reads the words after the program's name. Options may stand anywhere; after `--` every word is an argument.
 *
 * @throws UsageError `usage/missing-command`, `usage/unknown-command`, `usage/unknown-option`, `usage/repeated-option`,
 *   `usage/missing-value`, `usage/unexpected-value`, `usage/invalid-value`, `usage/missing-argument`,
 *   `usage/unexpected-argument`
 */
export function parseCommandLine(words: readonly string[], commands: readonly Command[]): CommandLine {
  const { tokens } = parseArgs({
    args: [...words],
    options: PARSED,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const positionals = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
  const given = tokens.flatMap((token) => (token.kind === "option" ? [token] : []));
  const asksFor = (option: OptionName): boolean => given.some((one) => one.name === option);
  const isHelp = positionals[0] === "help";
  const [name, ...rest] = isHelp ? positionals.slice(1) : positionals;
  const command = name === undefined ? undefined : commandNamed(name, commands);
  if (isHelp || asksFor("help"))
    return { ...(command && { command }), arguments: [], options: { help: true } };
  if (asksFor("version")) return { arguments: [], options: { version: true } };
  if (!command) {
    const names = commands.map((one) => one.name).join(", ");
    throw new UsageError("usage/missing-command", `Found no command; expected one of ${names}.`);
  }
  const options = readOptions(given, command);
  checkArguments(rest, command);
  return { command, arguments: rest, options };
}

const PARSED = Object.fromEntries(
  (Object.keys(OPTIONS) as OptionName[]).map((name) => {
    const { takes, short } = optionNamed(name);
    return [name, { type: takes ? "string" : "boolean", ...(short && { short }) } as const];
  }),
);

function commandNamed(name: string, commands: readonly Command[]): Command {
  const command = commands.find((one) => one.name === name);
  if (command) return command;
  const names = commands.map((one) => one.name);
  throw new UsageError("usage/unknown-command", `There is no command ${show(name)}; ${advice(name, names)}`);
}

/** An option as it was given. */
interface GivenOption {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function readOptions(given: readonly GivenOption[], command: Command): Options {
  const allowed: readonly string[] = [...command.options, ...COMMON_OPTIONS];
  const options: Record<string, unknown> = {};
  for (const one of given) {
    const name = one.name as OptionName;
    if (!allowed.includes(name)) {
      const long = allowed.map((option) => `--${option}`);
      const problem = `${command.name} has no option ${show(one.rawName)}; ${advice(one.rawName, long)}`;
      throw new UsageError("usage/unknown-option", problem, command.name);
    }
    const { many } = optionNamed(name);
    const value = readValue(one, name, command);
    if (many) options[name] = [...((options[name] as unknown[] | undefined) ?? []), value];
    else if (Object.hasOwn(options, name))
      throw new UsageError(
        "usage/repeated-option",
        `${one.rawName} is given twice; give it once.`,
        command.name,
      );
    else options[name] = value;
  }
  return options as Options;
}

function readValue(given: GivenOption, name: OptionName, command: Command): string | number | true {
  const { takes, oneOf, whole } = optionNamed(name);
  const { rawName, value, inlineValue } = given;
  const refuse = (code: string, problem: string): UsageError => new UsageError(code, problem, command.name);
  if (!takes) {
    if (value === undefined) return true;
    throw refuse("usage/unexpected-value", `Found ${rawName}=${value}; ${rawName} takes no value.`);
  }
  if (value === undefined || value === "" || (!inlineValue && /^-./.test(value))) {
    const hint = value ? ` A value that begins with a dash is written ${rawName}=${value}.` : "";
    throw refuse("usage/missing-value", `${rawName} needs a value: ${rawName} <${takes}>.${hint}`);
  }
  if (oneOf && !oneOf.includes(value)) {
    throw refuse("usage/invalid-value", `Found ${rawName} ${show(value)}; ${advice(value, oneOf)}`);
  }
  if (!whole) return value;
  if (/^[1-9]\d{0,14}$/.test(value)) return Number(value);
  throw refuse("usage/invalid-value", `Found ${rawName} ${show(value)}; expected a whole number from 1.`);
}

function checkArguments(words: readonly string[], { name, arguments: expected }: Command): void {
  const missing = expected.find(({ count }, i) => count !== "optional" && !words[i]);
  if (missing) {
    const problem = `${name} needs <${missing.name}>: ${missing.help}.`;
    throw new UsageError("usage/missing-argument", problem, name);
  }
  if (expected.some(({ count }) => count === "some") || words.length <= expected.length) return;
  const problem = `${name} has no use for ${show(words[expected.length])}; it takes ${expected.length || "no"} ${expected.length === 1 ? "argument" : "arguments"}.`;
  throw new UsageError("usage/unexpected-argument", problem, name);
}

/** What was probably meant, or what there is. */
function advice(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near ? `did you mean ${near}?` : `expected one of ${known.join(", ")}.`;
}
