import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram, type Program, type RunOptions } from "./program.ts";

let program: Program;
beforeAll(async () => {
  program = await buildProgram();
  const mine = readFileSync(join(program.desk, "mine.jsonl"), "utf8");
  const put = (name: string, text: string | Uint8Array): void =>
    writeFileSync(join(program.desk, name), text);
  put("cut-off.jsonl", mine.slice(0, mine.length - 40));
  put("other-status.jsonl", mine.replace('"status":"actual"', '"status":"certain"'));
  put("dangling.jsonl", mine.replace('"object":"country/kazakhstan"', '"object":"country/kazakstan"'));
  put("wrong-ends.jsonl", mine.replace('"object":"country/kazakhstan"', '"object":"indicator/trucks"'));
  put("no-date.jsonl", mine.replace('"2026-01-15"],"status"', '"2026-13-15"],"status"'));
  put(
    "three.jsonl",
    mine.replaceAll('"status":"actual"', '"status":"sure"').replace('"lang":"zh-Hans"', '"lang":7'),
  );
  put("latin-1.jsonl", Buffer.from(mine.replace("Kazakhstan", "Kasachstan \u00e4"), "latin1"));
  put("empty.jsonl", "");
  put("page.json", "<!doctype html><p>Not here</p>");
  put(
    "judgements.jsonl",
    '{"left":"port/a","right":"port/b","judgement":"maybe","by":"x","on":"2026-01-01"}\n',
  );
  put("graph.json", '{"attributes":{},"options":{},"nodes":[],"edges":[]}');
  mkdirSync(join(program.desk, "nothing"));
  mkdirSync(join(program.desk, "other"));
  put(join("other", "notes.txt"), "notes\n");
  mkdirSync(join(program.desk, "bytes"));
  put(join("bytes", "register-2026-01-15.txt"), Buffer.from([0x54, 0xff, 0x54]));
  mkdirSync(join(program.desk, "changed"));
  const text = readFileSync(join(program.desk, "texts", "register-2026-01-15.txt"), "utf8");
  put(join("changed", "register-2026-01-15.txt"), text.replace("90,000", "80,000"));
}, 120_000);
afterAll(() => program.remove());

type Case = readonly [words: string, code: 1 | 2, says: RegExp | string, options?: RunOptions];

/** What is wrong with a command line. Words between spaces. */
const USAGE: readonly Case[] = [
  ["", 2, "error: Found no command; expected one of show, find, timeline"],
  ["sho port/horgos-road", 2, 'error: There is no command "sho"; did you mean show? [usage/unknown-command]'],
  ["frobnicate", 2, 'There is no command "frobnicate"; expected one of show, find'],
  ["help frobnicate", 2, 'There is no command "frobnicate"'],
  ["Show port/horgos-road", 2, "did you mean show? [usage/unknown-command]"],
  [
    "show",
    2,
    "error: show needs <id>: id of an entity, claim or source; find tells them. [usage/missing-argument]",
  ],
  ["show a b", 2, 'show has no use for "b"; it takes 1 argument. [usage/unexpected-argument]'],
  ["find", 2, "find needs <words>"],
  ["series region/xinjiang", 2, "series needs <indicator>: id of the indicator. [usage/missing-argument]"],
  ["path region/xinjiang", 2, "path needs <to>"],
  ["path a b c", 2, 'path has no use for "c"; it takes 2 arguments.'],
  ["conflicts a b", 2, "[usage/unexpected-argument]"],
  [
    "export out.gexf",
    2,
    'export has no use for "out.gexf"; it takes no arguments. [usage/unexpected-argument]',
  ],
  ["verify folder", 2, 'verify has no use for "folder"'],
  ["verify", 2, "verify needs --texts <folder>: the texts to look in. [usage/missing-option]"],
  ["export", 2, "export needs --format <name>: jsonl, csv, parquet"],
  [
    "export --format csv",
    2,
    "csv is several files; name a folder for them with --out. [usage/missing-option]",
  ],
  ["export --format csv --out -", 2, "csv is several files"],
  ["export --format gexf --json", 2, "[usage/conflicting-options]"],
  [
    "export --format csv --out o --open-url https://example.org/a",
    2,
    "--open-url goes with gexf and graphology-json only.",
  ],
  [
    "export --format gexf --open-url ftp://example.org/a",
    2,
    'Found --open-url "ftp://example.org/a"; expected an address',
  ],
  ["export --format gexf --open-url https://", 2, "[usage/invalid-value]"],
  ["export --format gexff", 2, 'Found --format "gexff"; did you mean gexf? [usage/invalid-value]'],
  [
    "export --format gexf --set attested",
    2,
    'Found --set "attested"; expected name=value. [usage/invalid-value]',
  ],
  [
    "export --format gexf --set atested=days",
    2,
    'error: "atested" is no option here; did you mean "attested"? [format/unknown-option]',
  ],
  ["export --format gexf --set attested=weeks", 2, 'expected "span" or "days". [format/invalid-option]'],
  ["export --format graphology-json --lang zh", 2, "this export takes none. [format/unknown-option]"],
  ["show --jsn a", 2, 'show has no option "--jsn"; did you mean --json? [usage/unknown-option]'],
  ["show --format gexf a", 2, 'show has no option "--format"; expected one of --data'],
  ["show -x a", 2, 'show has no option "-x"'],
  ["show a --data", 2, "error: --data needs a value: --data <path>. [usage/missing-value]"],
  ["show a --data --json", 2, "A value that begins with a dash is written --data=--json."],
  ["show a --data=", 2, "--data needs a value"],
  ["show a --json=yes", 2, "Found --json=yes; --json takes no value. [usage/unexpected-value]"],
  ["show a --at 2024 --at 2025", 2, "--at is given twice; give it once. [usage/repeated-option]"],
  [
    "show a --certainty sure",
    2,
    'Found --certainty "sure"; expected one of certain, possible. [usage/invalid-value]',
  ],
  ["show a --certainty posible", 2, "did you mean possible?"],
  ["timeline a --status plan", 2, "[usage/invalid-value]"],
  ["timeline a --direction sideways", 2, 'Found --direction "sideways"; expected one of out, in, both.'],
  ["find a --limit 0", 2, 'Found --limit "0"; expected a whole number from 1. [usage/invalid-value]'],
  ["find a --limit 1.5", 2, "expected a whole number from 1."],
  ["find a --limit many", 2, "expected a whole number from 1."],
  ["find a --limit=-3", 2, "expected a whole number from 1."],
  [
    "timeline region/xinjiang --at 2024-13",
    2,
    'error: --at: Found "2024-13"; expected a month from 01 to 12. Correct the month "13". [query/unreadable-date]',
  ],
  ["timeline region/xinjiang --at yesterday", 2, "[query/unreadable-date]"],
  ["timeline region/xinjiang --at 2024~", 2, "[query/indefinite-date]"],
  ["timeline region/xinjiang --during /2024", 2, "[query/unknown-end]"],
  ["timeline region/xinjiang --reported-by 2024/..", 2, "[query/indefinite-date]"],
  [
    "timeline region/xinjiang --reported-by 2024~",
    2,
    'error: --reported-by is "2024~", which has no definite last day',
  ],
  ["merge mine.jsonl --out -", 2, "name a folder for them with --out. [usage/invalid-value]"],
  [
    "series indicator/trade-value region/xinjiang",
    2,
    "No figures are stated of indicator/trade-value (indicator) on region/xinjiang (region); give them the other way round.",
  ],
  [
    "series port/horgos-road official/chen-weijun",
    2,
    "expected one of the kinds indicator. [usage/invalid-value]",
  ],
  ["merge mine.jsonl --prefer other", 2, "[merge/unknown-dataset]"],
];

/** What the data do not have, or what is wrong with them. */
const DATA: readonly Case[] = [
  [
    "show port/horgos-rod",
    1,
    'The graph has no entity, claim or source "port/horgos-rod"; did you mean "port/horgos-road"? [graph/unknown-entity]',
  ],
  ["show __proto__", 1, "[graph/unknown-entity]"],
  ["show constructor", 1, "[graph/unknown-entity]"],
  ["timeline port/horgos-rod", 1, 'did you mean "port/horgos-road"? [graph/unknown-entity]'],
  ["timeline region/xinjiang --relation locatedin", 1, 'did you mean "locatedIn"? [graph/unknown-relation]'],
  ["series region/xinjiang indicator/trade-valu", 1, 'did you mean "indicator/trade-value"?'],
  ["path region/xinjiang nowhere", 1, "[graph/unknown-entity]"],
  ["explain xinjiang-trade-value-2032", 1, "[graph/unknown-claim]"],
  ["conflicts nothing", 1, "[graph/unknown-claim]"],
  ["check nothing", 1, "[graph/unknown-claim]"],
  ["export --format dot --around nowhere", 1, "[graph/unknown-entity]"],
  [
    "find a --data mien.jsonl",
    1,
    /mien\.jsonl: There is no such file or folder\. Did you mean "mine\.jsonl"\? \[file\/not-found\]\nerror: 1 problem/,
  ],
  ["find a --data nothing", 1, "[file/empty-folder]"],
  ["find a --data empty.jsonl", 1, "empty.jsonl:1:1: The file is empty"],
  ["find a --data page.json", 1, /page\.json:1:1.*\[file\/not-json\]/],
  ["find a --data cut-off.jsonl", 1, /cut-off\.jsonl:6:\d+: .*\[file\/not-json\]\n/],
  ["find a --data latin-1.jsonl", 1, /latin-1\.jsonl:2:58.*\[file\/not-utf8\]/],
  [
    "find a --data other-status.jsonl",
    1,
    /other-status\.jsonl:5:\d+ khorgos-highway-opens-to-kazakhstan-2026-01-15 \/status: Found "certain".*\[record\/invalid-value\]/,
  ],
  ["show a --data dangling.jsonl", 1, 'did you mean "country/kazakhstan"? [record/dangling-entity]'],
  ["export --format gexf --data wrong-ends.jsonl", 1, "[record/wrong-ends]"],
  ["check --data no-date.jsonl", 1, "[record/invalid-date]"],
  [
    "validate three.jsonl",
    1,
    /^(error\tthree\.jsonl:\d+:\d+ .*\n){3}three\.jsonl: 1 source, 3 entities, 2 claims, 3 problems\n$/,
  ],
  ["validate mine.jsonl three.jsonl", 1, /mine\.jsonl: .*, no problem\n/],
  ["validate -", 1, "(standard input):1:", { input: "{" }],
  ["find a --data -", 1, "(standard input):1:1", { input: "" }],
  ["merge mine.jsonl three.jsonl --out merged", 1, "error: 3 problems in the data"],
  ["merge mine.jsonl none.jsonl", 1, "[file/not-found]"],
  ["merge dangling.jsonl", 1, "[record/dangling-entity]"],
  [
    "merge mine.jsonl --judgements judgements.jsonl",
    1,
    /judgements\.jsonl:1:\d+ .*\[record\/invalid-value\]/,
  ],
  [
    "merge mine.jsonl --judgements none.jsonl",
    1,
    "error: no such file or directory: none.jsonl [file/not-found]",
  ],
  ["merge mine.jsonl --out other", 1, "[file/other-content]"],
  ["verify --texts none", 1, "error: no such file or directory: none [file/not-found]"],
  ["verify --texts bytes", 1, /bytes\/register-2026-01-15\.txt:1:2.*\[file\/not-utf8\]/],
  [
    "verify --data mine.jsonl --texts changed",
    1,
    "missing\tregister-2026-01-15\tkhorgos-highway-trucks-2025\t0\t\n",
  ],
  [
    "export --format gexf --out none/x.gexf",
    1,
    "its folder does not exist; make it first. [file/not-written]",
  ],
  ["export --format gexf --out other", 1, "it is a folder"],
  ["export --format csv --out mine.jsonl", 1, "mine.jsonl"],
  [
    "export --format csv --out none/x",
    1,
    '"none/x" was not written and is as it was: its folder does not exist; make it first. [file/not-written]',
  ],
  ["find atlantis", 1, "nothing found"],
  ["find a --kind prt", 1, 'The graph has no kind "prt"; did you mean "port"? [graph/unknown-kind]'],
  [
    "explain port/horgos-road",
    1,
    'is an entity and not a claim; "xinjiang-graph show port/horgos-road" tells',
  ],
  ["show Khorgos", 1, '"xinjiang-graph find" looks for names. [graph/unknown-entity]'],
  ["find a --data graph.json", 1, "read it with fromGraphologyJson"],
  ["validate - -q", 1, "(standard input):1:", { input: "hello\n" }],
];

const groups: readonly (readonly [name: string, cases: readonly Case[]])[] = [
  ["a wrong command line", USAGE],
  ["what the data lack", DATA],
];

describe.each(groups)("%s", (_name, cases) => {
  it.each(cases.map((one) => [one[0], one] as const))(
    "xinjiang-graph %s",
    async (line, [, code, says, options]) => {
      const ended = await program.run(line === "" ? [] : line.split(" "), options);
      expect(ended.code).toBe(code);
      const text = ended.stdout + ended.stderr;
      if (typeof says === "string") expect(text).toContain(says);
      else expect(text).toMatch(says);
      expect(text).not.toMatch(/^\s+at |node:internal|TypeError|undefined/m);
      if (code === 2) expect(ended.stdout).toBe("");
    },
  );
});

describe("errors of every sort", () => {
  it("are at least forty of each case and all different", () => {
    const lines = [...USAGE, ...DATA].map(([words]) => words);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.length).toBeGreaterThanOrEqual(80);
  });

  it("are told even where everything else is to be quiet", async () => {
    const { stderr } = await program.run(["show", "nowhere", "--quiet"]);
    expect(stderr).toMatch(/^error: /);
  });

  it("point to the help of the command where the command line is wrong", async () => {
    const { stderr } = await program.run(["show"]);
    expect(stderr).toMatch(/\nRun "xinjiang-graph help show" for more\.\n$/);
  });

  it("of the program itself take one line, and DEBUG shows the stack", async () => {
    // Something that the program relies on is broken before it starts.
    const broken =
      "data:text/javascript,JSON.stringify = () => { throw new TypeError('broken on purpose'); }";
    const env = { NODE_OPTIONS: `--import="${broken}"` };
    const short = await program.run(["find", "horgos", "--json"], { env });
    expect(short).toEqual({
      stdout: "",
      stderr: "error: broken on purpose\nThis is a fault of the program; DEBUG=1 shows where.\n",
      code: 1,
    });
    const long = await program.run(["find", "horgos", "--json"], { env: { ...env, DEBUG: "1" } });
    expect(long.stderr).toMatch(/^error: broken on purpose\n\s+at /);
  });

  it("leave nothing written", async () => {
    const merged = await program.run(["validate", "merged"]);
    expect(merged.stdout).toContain("[file/not-found]");
    expect(readFileSync(join(program.desk, "other", "notes.txt"), "utf8")).toBe("notes\n");
  });
});
