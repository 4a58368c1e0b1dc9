/**
 * `verify`: whether the passages that are cited stand in texts that the user has.
 */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { CITATION_VERDICTS, type CitationCheck, verifyCitations } from "../evidence/verify.ts";
import { type Command, EXIT } from "./command.ts";
import { openGraph } from "./open-graph.ts";
import type { Tone } from "./screen.ts";
import type { Column } from "./table.ts";
import { UsageError } from "./usage-error.ts";

const TONES: Readonly<Record<CitationCheck["status"], Tone>> = {
  verified: "good",
  moved: "doubtful",
  ambiguous: "doubtful",
  missing: "bad",
  unverifiable: "faint",
};

const COLUMNS: readonly Column<CitationCheck>[] = [
  { name: "verdict", of: ({ status }) => status, tone: ({ status }) => TONES[status] },
  { name: "source", of: ({ source }) => source },
  { name: "claim", of: ({ claim }) => claim, keep: true },
  { name: "citation", of: ({ citation }) => String(citation) },
  {
    name: "place",
    of: ({ start, end, reason }) => reason ?? (start === undefined ? "" : `${start}-${end}`),
    tone: () => "faint",
  },
];

export const verify: Command = {
  name: "verify",
  summary: "whether the passages that are cited stand in texts that you have",
  about: [
    "Columns: verdict (verified, moved, ambiguous, missing, unverifiable), source, claim, which of its citations from 0, " +
      "and where the passage stands, in UTF-16 units. Line breaks, spaces and hyphens do not matter; one letter does. " +
      "Only sources whose text is in the folder are looked at.",
    "Exit code 1 where a passage is missing.",
  ],
  arguments: [],
  options: ["data", "texts", "limit"],
  json: '{ "rows": [{ "claim", "citation", "source", "status", "start", "end", "places", "reason" }], "total" }',
  example: ["verify", "--data", "mine.jsonl", "--texts", "texts"],
  async run(call) {
    const { options, output } = call;
    if (options.texts === undefined)
      throw new UsageError(
        "usage/missing-option",
        "verify needs --texts <folder>: the texts to look in.",
        "verify",
      );
    const texts = await readTexts(options.texts);
    const graph = await openGraph(call);
    const { sources } = graph.getAttributes();
    const known = [...texts.keys()].filter((id) => Object.hasOwn(sources, id));
    for (const id of texts.keys())
      if (!known.includes(id)) output.say(`${id}.txt: the dataset has no such source`);
    const { citations, totals } = await verifyCitations(graph, texts, { source: known });
    await output.list({ columns: COLUMNS, rows: citations });
    output.say(CITATION_VERDICTS.map((verdict) => `${totals[verdict]} ${verdict}`).join(", "));
    return totals.missing > 0 ? EXIT.data : EXIT.done;
  },
};

/** The texts of a folder by source id. */
async function readTexts(folder: string): Promise<ReadonlyMap<string, string>> {
  const { readTextFile } = await import("./read-file.ts");
  const names = (await readdir(folder)).filter((name) => name.endsWith(TEXT)).sort();
  const texts = new Map<string, string>();
  for (const name of names)
    texts.set(name.slice(0, -TEXT.length), (await readTextFile(join(folder, name))).text);
  return texts;
}

const TEXT = ".txt";
