/**
 * The options of all commands, declared once: the parser checks against them, help and the manual are written from
 * them, and their types follow from them. A command names the ones it takes.
 */
import { CLAIM_STATUSES, type ClaimStatus } from "../ontology/vocabulary.ts";
import type { ClaimFilter } from "../query/claim-filter.ts";
import { EXPORT_FORMATS, type ExportFormat } from "./export-formats.ts";

/** One option. */
export interface OptionDefinition {
  /** What it does, in a few words without a full stop. */
  readonly help: string;
  /** What its value is called in help; absent where it takes none. */
  readonly takes?: string;
  /** The values that it takes, where they are a closed list. */
  readonly oneOf?: readonly string[];
  /** May be given several times. */
  readonly many?: true;
  /** The value is a whole number from 1. */
  readonly whole?: true;
  readonly short?: string;
}

const DATE = "date";

/** Every option by name. */
export const OPTIONS = {
  data: { takes: "path", help: "a dataset of your own: a folder, a file, or - for standard input" },
  at: { takes: DATE, help: "what holds on some day of this date (EDTF: 2024, 2024-05, 2022/2024)" },
  during: { takes: DATE, help: "what lies wholly within this date" },
  "reported-by": { takes: DATE, help: "only what had been published by this day" },
  certainty: {
    takes: "level",
    oneOf: ["certain", "possible"],
    help: "least certainty; possible adds what only may hold, marked",
  },
  status: {
    takes: "status",
    oneOf: [...CLAIM_STATUSES, "any"],
    many: true,
    help: "statuses that count; actual and ongoing unless given",
  },
  relation: { takes: "name", many: true, help: "only claims of this relation" },
  direction: {
    takes: "way",
    oneOf: ["out", "in", "both"],
    help: "claims of which the entity is the subject (out), the object (in) or either",
  },
  lang: { takes: "tag", help: "language of names, such as zh-Hans" },
  kind: { takes: "name", many: true, help: "only entities of this kind" },
  limit: { takes: "count", whole: true, help: "at most so many rows" },
  texts: { takes: "folder", help: "texts of sources, one <source id>.txt each" },
  bundled: { help: "the bundled dataset is one of those merged" },
  judgements: { takes: "file", help: "JSON Lines that say which ids name the same entity, and which do not" },
  prefer: {
    takes: "dataset",
    many: true,
    help: "a path, or bundled: its values stand where datasets differ",
  },
  name: { takes: "name", help: "what the merged dataset is called; the names of those merged unless given" },
  format: {
    takes: "name",
    oneOf: Object.keys(EXPORT_FORMATS) as readonly ExportFormat[],
    help: "the format to write",
  },
  out: { takes: "path", short: "o", help: "the file or folder to write; - for standard output" },
  force: { help: "replace the dataset in the folder --out although records of it would be lost" },
  set: { takes: "name=value", many: true, help: "an option of the format, such as flavour=spreadsheet" },
  around: { takes: "entity", help: "only this entity, its neighbours and the claims among them" },
  loss: { help: "list everything that the format cannot carry" },
  "open-url": {
    takes: "address",
    help: "print a link that opens the file at this public address in Gephi Lite",
  },
  json: { help: "one JSON value on standard output" },
  quiet: { short: "q", help: "say nothing on standard error but errors" },
  "no-color": { help: "no colours" },
  help: { short: "h", help: "help, also for one command" },
  version: { short: "V", help: "the version" },
} as const satisfies Readonly<Record<string, OptionDefinition>>;

export type OptionName = keyof typeof OPTIONS;

/** The options that every command takes. */
export const COMMON_OPTIONS = ["json", "quiet", "no-color", "help"] as const satisfies readonly OptionName[];

/** The options that say which claims count. */
export const FILTER_OPTIONS = [
  "at",
  "during",
  "reported-by",
  "certainty",
  "status",
] as const satisfies readonly OptionName[];

type Word<D> = D extends { readonly oneOf: readonly (infer W extends string)[] } ? W : string;
type OptionValue<D> = D extends { readonly takes: string }
  ? D extends { readonly whole: true }
    ? number
    : D extends { readonly many: true }
      ? readonly Word<D>[]
      : Word<D>
  : true;

/** The options given on a command line, by name. */
export type Options = { readonly [Name in OptionName]?: OptionValue<(typeof OPTIONS)[Name]> };

/** The definition of an option by its name. */
export function optionNamed(name: OptionName): OptionDefinition {
  return OPTIONS[name];
}

/** The filter that the options ask for. */
export function filterOf(options: Options): ClaimFilter {
  const { at, during, certainty, status } = options;
  return {
    ...(at !== undefined && { at }),
    ...(during !== undefined && { during }),
    ...(options["reported-by"] !== undefined && { reportedBy: options["reported-by"] }),
    ...(certainty !== undefined && { certainty }),
    ...(status !== undefined && {
      status: status.includes("any") ? "any" : (status as readonly ClaimStatus[]),
    }),
  };
}
