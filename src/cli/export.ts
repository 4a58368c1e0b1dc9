/**
 * `export`: the graph, or a part of it, in a format of another tool.
 */
import { show } from "../errors.ts";
import { formatLossReport, type LossReport } from "../format/loss.ts";
import { ego } from "../query/ego.ts";
import { snapshot } from "../query/snapshot.ts";
import { type Call, type Command, EXIT } from "./command.ts";
import {
  EXPORT_FORMATS,
  type Exported,
  type ExportFormat,
  type ExportFormatDefinition,
  type FormatOptions,
  settingsOf,
} from "./export-formats.ts";
import type { Graph } from "./graph.ts";
import { openGraph } from "./open-graph.ts";
import { FILTER_OPTIONS, filterOf, type Options } from "./options.ts";
import type { Output } from "./output.ts";
import { UsageError } from "./usage-error.ts";

const FORMATS: Readonly<Record<ExportFormat, ExportFormatDefinition>> = EXPORT_FORMATS;
/** What each format takes beside the language. */
const SETTINGS = Object.entries(FORMATS).flatMap(([name, format]) => {
  const settings = settingsOf(format);
  return settings.length > 0 ? [`${name} takes ${settings.join(", ")}`] : [];
});
const STANDARD_OUTPUT = "-";
const GEPHI_LITE = "https://gephi.org/gephi-lite/";

export const exportGraph: Command = {
  name: "export",
  summary: "the graph, or a part of it, in a format of another tool",
  about: [
    "Prints the file, or writes it with --out; formats of several files need --out <folder>. Each file is written whole " +
      "or not at all. What the format cannot carry is counted on standard error; --loss lists it.",
    "jsonl replaces a dataset that is in the folder already, unless it has records whose ids are not among those " +
      "written: then nothing is written without --force.",
    `With --set: ${SETTINGS.join("; ")}.`,
    "Without a filter the whole graph is written, with claims of every status; with one, what passes it.",
  ],
  arguments: [],
  options: [
    ...(["data", "format", "out", "set", "around", "relation"] as const),
    ...FILTER_OPTIONS,
    ...(["lang", "force", "loss", "open-url"] as const),
  ],
  json: '{ "format", "files": [path], "loss": { "format", "losses": [{ "kind", "field", "reason", "count", "examples" }] }, "openUrl" }; only with --out',
  example: ["export", "--format", "mermaid", "--around", "port/biedieli"],
  async run(call) {
    const { options, output } = call;
    const { format, out, link, settings } = ordered(options);
    const made = await FORMATS[format].write(partOf(await openGraph(call), options), settings);
    const files = out === undefined ? [] : await write(out, made, call);
    if (out === undefined && "content" in made) output.file(made.content);
    for (const path of files) output.say(`wrote ${path}`);
    const loss = made.loss();
    sayLoss(loss, output, options);
    const value = { format, files, loss, ...(link !== undefined && { openUrl: link }) };
    if (output.json) await output.one([], value);
    else if (link !== undefined && out === undefined) output.say(link);
    else if (link !== undefined) output.text(`${link}\n`);
    if (FORMATS[format].gephiLite && link === undefined && output.talk.width !== undefined)
      output.say("Gephi Lite opens it from a public address; --open-url <address> prints the link");
    return EXIT.done;
  },
};

/** What is to be written, where to, and how; without `out` it is printed. */
interface Order {
  readonly format: ExportFormat;
  readonly out: string | undefined;
  /** Opens the file in Gephi Lite. */
  readonly link: string | undefined;
  readonly settings: FormatOptions;
}

/** @throws UsageError where the options do not go together */
function ordered(options: Options): Order {
  const { format, json } = options;
  const out = options.out === STANDARD_OUTPUT ? undefined : options.out;
  if (format === undefined)
    throw refusal(
      "usage/missing-option",
      `export needs --format <name>: ${Object.keys(FORMATS).join(", ")}.`,
    );
  if (out === undefined && FORMATS[format].files === "several")
    throw refusal("usage/missing-option", `${format} is several files; name a folder for them with --out.`);
  if (out === undefined && json)
    throw refusal(
      "usage/conflicting-options",
      "--json tells of a file that was written; name one with --out.",
    );
  return { format, out, link: linkFor(format, options), settings: givenSettings(options) };
}

function refusal(code: string, message: string): UsageError {
  return new UsageError(code, message, "export");
}

/** The link that opens the file at its public address in Gephi Lite. */
function linkFor(format: ExportFormat, { "open-url": address }: Options): string | undefined {
  if (address === undefined) return undefined;
  if (!FORMATS[format].gephiLite) {
    const opened = Object.entries(FORMATS).flatMap(([name, { gephiLite }]) => (gephiLite ? [name] : []));
    throw refusal("usage/conflicting-options", `--open-url goes with ${opened.join(" and ")} only.`);
  }
  if (!/^https?:\/\/[^\s/]/.test(address) || !URL.canParse(address))
    throw refusal(
      "usage/invalid-value",
      `Found --open-url ${show(address)}; expected an address, https://….`,
    );
  return `${GEPHI_LITE}?file=${encodeURIComponent(address)}`;
}

/** The options of the writer: those of `--set`, and the language. */
function givenSettings({ set = [], lang }: Options): FormatOptions {
  const settings = set.map((setting): [string, string] => {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(setting) ?? [];
    if (name !== undefined && value !== undefined) return [name, value];
    throw refusal("usage/invalid-value", `Found --set ${show(setting)}; expected name=value.`);
  });
  return Object.fromEntries(lang === undefined ? settings : [...settings, ["lang", lang]]);
}

/** The part of the graph that the options ask for; the graph itself where they ask for none. */
function partOf(graph: Graph, options: Options): Graph {
  const { around, relation } = options;
  const filter = { ...filterOf(options), ...(relation !== undefined && { relation }) };
  if (around !== undefined) return ego(graph, around, filter);
  return Object.keys(filter).length === 0 ? graph : snapshot(graph, filter).toGraph();
}

/** Writes what was made, and gives the paths. */
async function write(out: string, made: Exported, { options, output }: Call): Promise<string[]> {
  const { writeInto, writeRecords, writeWhole } = await import("./write-files.ts");
  if ("files" in made) return writeInto(out, made.files);
  const { force = false } = options;
  if ("records" in made) await writeRecords(out, made.records, { force, say: output.say });
  else await writeWhole(out, made.content);
  return [out];
}

function sayLoss(loss: LossReport, { say }: Output, options: Options): void {
  const report = formatLossReport(loss).split("\n");
  if (options.loss) for (const line of report) say(line);
  else say(`${report[0]}${report.length > 1 ? "; --loss lists them" : ""}`);
}
