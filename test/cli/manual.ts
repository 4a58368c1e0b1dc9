/**
 * The page docs/command-line.md, written from the declarations of the commands, with what their examples print.
 *
 *     npx tsx test/cli/manual.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Command } from "../../src/cli/command.ts";
import { COMMANDS } from "../../src/cli/commands.ts";
import { EXPORT_FORMATS, settingsOf } from "../../src/cli/export-formats.ts";
import { commandText, optionHelp, optionText, usage } from "../../src/cli/help.ts";
import { COMMON_OPTIONS, type OptionName } from "../../src/cli/options.ts";
import { buildProgram, type Program } from "./program.ts";

/** Where the page stands. */
export const PAGE = fileURLToPath(new URL("../../docs/command-line.md", import.meta.url));

/** How many lines of an example's output the page shows. */
const SHOWN = 20;

/** The page, as it should be. */
export async function manual(program: Program): Promise<string> {
  const sections: string[] = [];
  for (const command of COMMANDS) sections.push(await section(command, program));
  const mine = readFileSync(join(program.desk, "mine.jsonl"), "utf8").trimEnd();
  return `# Command line

\`npx xinjiang-graph <command>\` asks the bundled dataset, or your own with \`--data\`, from a terminal or a script.
(This page is written from the program's own declarations by \`test/cli/manual.ts\`.)

${table(
  ["command", "what it gives"],
  COMMANDS.map(({ name, summary }) => [`[${name}](#${name})`, summary]),
)}

**Where things go.** Data go to standard output, all else (what was set aside, what was lost, progress) to standard error;
\`--quiet\` leaves only errors there. On a terminal rows are a table that fits it; sentences, ids of claims and
what finds no room stand below their row, so that no hedge is cut off. Elsewhere each row is one line, cells between tabs, nothing cut, no header: the columns are
those named below. \`--json\` prints one JSON value; a list is \`{ "rows", "total", "setAside" }\`.

**Certain and possible.** Rows are certain, and of status actual or ongoing, unless \`--certainty possible\` or \`--status\`
asks for more; what was set aside is counted.

**Texts of data** cannot act on your terminal: control characters and marks that turn writing around are shown as codes
such as \`\\u001b\`.

**Colours** are used on a terminal, not with \`NO_COLOR\`, \`--no-color\` or \`TERM=dumb\`; \`FORCE_COLOR\` asks for them
anywhere and goes before \`NO_COLOR\`.

${table(
  ["exit code", "means"],
  [
    [
      "0",
      "done. That sources differ (`conflicts`), that figures do not fit (`check`) or that a list is empty is an answer",
    ],
    [
      "1",
      "the data are wrong, or do not have what was named: an unknown id, no name found, no path, a passage missing, a file that cannot be read or written",
    ],
    ["2", "the command line is wrong: an unknown word or option, a date that cannot be read"],
    ["130", "ended by Ctrl-C"],
  ],
)}

A reader that closes the pipe (\`| head\`) ends the program quietly with 0. Errors are one line, \`error: … [code]\`, with the
codes of [errors.md](errors.md); problems of data one line each, \`file:line:column\` first. \`DEBUG=1\` adds the stack to an
error that the program did not foresee.

Every command takes these:

${table(["option", "what it does"], COMMON_OPTIONS.map(optionRow))}

The examples run in a folder with a text, \`texts/register-2026-01-15.txt\`, and a small dataset, \`mine.jsonl\`:

\`\`\`json
${mine}
\`\`\`

${sections.join("\n")}
## Formats

${table(
  ["--format", "what it writes", "files", "--set"],
  Object.entries(EXPORT_FORMATS).map(([name, format]) => [
    `\`${name}\``,
    format.summary,
    format.files,
    settingsOf(format)
      .map((setting) => `\`${setting}\``)
      .join(", "),
  ]),
)}
`;
}

async function section(command: Command, program: Program): Promise<string> {
  const { name, summary, about, arguments: args, options, json, example } = command;
  const { stdout, stderr, code } = await program.run(example);
  const lines = stdout
    .trimEnd()
    .split("\n")
    .filter((line) => line !== "");
  const rest = lines.length - SHOWN;
  const shown = [
    `$ ${commandText(example)}`,
    ...lines.slice(0, SHOWN).map((line) => line.replaceAll("\t", "  ")),
    ...(rest > 0 ? [`(${rest} more lines)`] : []),
    ...stderr
      .trimEnd()
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => `(standard error) ${line}`),
  ];
  if (code !== 0) throw new Error(`${commandText(example)} ended with ${code}: ${stderr}`);
  return `## ${name}

${summary.charAt(0).toUpperCase()}${summary.slice(1)}.

    ${usage(command)}

${table(
  ["argument or option", "what it is"],
  [...args.map(({ name: argument, help }): Row => [`\`${argument}\``, help]), ...options.map(optionRow)],
)}

${about.join("\n\n")}

\`--json\`: \`${json}\`

\`\`\`console
${shown.join("\n")}
\`\`\`
`;
}

type Row = readonly string[];

function optionRow(name: OptionName): Row {
  return [`\`${optionText(name)}\``, optionHelp(name)];
}

function table(header: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  void (async () => {
    const program = await buildProgram();
    writeFileSync(PAGE, await manual(program));
    program.remove();
  })();
}
