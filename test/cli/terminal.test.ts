import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import stringWidth from "string-width";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram, type Program } from "./program.ts";

let program: Program;
beforeAll(async () => {
  program = await buildProgram();
}, 120_000);
afterAll(() => program.remove());

const ESCAPE = "\u001b";
/** What colours are made of. */
const COLOURS = new RegExp(`${ESCAPE}\\[\\d+m`, "g");
const hasScript = spawnSync("script", ["--version"]).status === 0;

const linesOf = (text: string): string[] =>
  text
    .replace(COLOURS, "")
    .replace(/\r?\n$/, "")
    .split(/\r?\n/);

describe.skipIf(!hasScript)("on a terminal (needs the program script)", () => {
  it.each([120, 80, 60, 40])("%s columns wide, every table fits", async (columns) => {
    for (const words of [
      ["find", "霍尔果斯"],
      ["find", "xinjiang"],
      ["timeline", "region/horgos", "--certainty", "possible"],
      ["series", "region/xinjiang", "indicator/trade-value"],
      ["path", "official/zhao-zhijiang", "country/kyrgyzstan"],
      ["check", "xinjiang-trade-growth-2023"],
    ]) {
      const { stdout, code } = await program.onTerminal([...words, "--quiet"], columns);
      expect(code).toBe(0);
      const wide = linesOf(stdout).filter((line) => stringWidth(line) > columns && line.includes("  ", 2));
      expect(wide).toEqual([]);
    }
  });

  it("keeps columns under one another whatever the script", async () => {
    const { stdout } = await program.onTerminal(["find", "霍尔果斯", "--quiet"], 160);
    const [header, ...rows] = linesOf(stdout);
    const at = stringWidth((header as string).slice(0, (header as string).indexOf("match")));
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      const match = /(whole|beginning|inside)$/.exec(row);
      expect(stringWidth(row.slice(0, match?.index))).toBe(at);
    }
  });

  it("keeps every hedge and figure where the terminal is narrow", async () => {
    const { stdout } = await program.onTerminal(
      ["series", "region/xinjiang", "indicator/trade-value", "--at", "2023"],
      30,
    );
    const text = linesOf(stdout).join(" ").replace(/\s+/g, " ");
    expect(text).toContain("over 357 billion CNY (over 49.6 billion USD).");
    expect(text).toContain("xinjiang-trade-value-2023-over-357bn");
  });

  it("has colours, unless NO_COLOR, --no-color, a dumb terminal or FORCE_COLOR=0 say otherwise", async () => {
    const words = ["timeline", "official/chen-weijun", "--certainty", "possible", "--at", "2025"];
    const shown = async (more: string[], env = {}) =>
      (await program.onTerminal([...words, ...more], 80, env)).stdout;
    expect(await shown([])).toContain(`${ESCAPE}[33mpossible`);
    for (const plain of [
      shown(["--no-color"]),
      shown([], { NO_COLOR: "1" }),
      shown([], { TERM: "dumb" }),
      shown([], { FORCE_COLOR: "0" }),
      shown(["--no-color"], { FORCE_COLOR: "1" }),
    ]) {
      expect(await plain).not.toContain(ESCAPE);
      expect(await plain).toContain("possible");
    }
    expect(await shown([], { NO_COLOR: "1", FORCE_COLOR: "1" })).toContain(ESCAPE);
    expect(await shown([], { NO_COLOR: "" })).toContain(ESCAPE);
  });

  it("shows errors in colour and help without", async () => {
    expect((await program.onTerminal(["show"], 80)).stdout).toContain(
      `${ESCAPE}[31merror:${ESCAPE}[0m show needs`,
    );
    expect((await program.onTerminal(["--help"], 80)).stdout).not.toContain(ESCAPE);
  });
});

describe("without a terminal", () => {
  it("prints tabs and whole cells, no header and no colours", async () => {
    const { stdout } = await program.run(["find", "horgos"]);
    expect(stdout).not.toContain(ESCAPE);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.every((line) => line.split("\t").length === 4)).toBe(true);
    expect(lines[0]).toMatch(/^region\/horgos\t/);
    expect(stdout).not.toContain("…");
  });

  it("has colours if FORCE_COLOR asks for them", async () => {
    const { stderr } = await program.run(["show"], { env: { FORCE_COLOR: "1" } });
    expect(stderr).toContain(`${ESCAPE}[31merror:`);
  });
});

describe("texts of data", () => {
  const names: readonly string[] = [
    `${ESCAPE}[2J${ESCAPE}]0;title\u0007`,
    "\u009b31mred",
    "turned \u202eround\u202c \u2066isolated\u2069",
    "two\nlines\tand\ra\u2028b",
    "\u0000\u0008\u007f",
  ];
  const reserved = ["--data", "hostile.jsonl"];

  beforeAll(() => {
    const entities = names.map((value, i) => ({
      id: `port/p${i}`,
      names: [{ value: `x ${value}`, lang: "en" }],
    }));
    const source = readFileSync(join(program.desk, "mine.jsonl"), "utf8").split("\n")[0];
    const lines = [source, ...entities.map((entity) => JSON.stringify(entity)), ""];
    writeFileSync(join(program.desk, "hostile.jsonl"), lines.join("\n"));
  });

  /** What may not reach a terminal, line ends and tabs aside. */
  const DANGEROUS = /[^\P{Cc}\n\r\t]|[\p{Bidi_Control}\u2028\u2029]/u;

  it("have no effect on a terminal", async () => {
    for (const words of [
      ["find", "x"],
      ["show", "port/p0"],
      ["show", "port/p2"],
      ["export", "--format", "csv", "--out", "o"],
    ]) {
      const { stdout, code } = await program.onTerminal([...words, ...reserved, "--no-color"], 200);
      expect(code).toBe(0);
      expect(stdout).not.toMatch(DANGEROUS);
    }
  });

  it("are shown by their codes, one line a row", async () => {
    const { stdout } = await program.run(["find", "x", ...reserved]);
    expect(stdout).not.toMatch(DANGEROUS);
    expect(stdout.trimEnd().split("\n")).toHaveLength(names.length);
    expect(stdout).toContain("\\u001b[2J");
    expect(stdout).toContain("two\\u000alines\\u0009and");
  });

  it("are whole in JSON", async () => {
    const { stdout } = await program.run(["find", "x", ...reserved, "--json"]);
    expect(stdout).not.toMatch(DANGEROUS);
    const { rows } = JSON.parse(stdout) as { rows: { entity: { id: string }; name: { value: string } }[] };
    const found = new Map(rows.map(({ entity, name }) => [entity.id, name.value]));
    names.forEach((value, i) => {
      expect(found.get(`port/p${i}`)).toBe(`x ${value}`);
    });
  });

  it("do nothing in errors, whether they come from the data or the command line", async () => {
    writeFileSync(join(program.desk, `bad${ESCAPE}[2J.jsonl`), `{"id":"port/\\u009b","names":"\u202e"}\n`);
    for (const words of [
      ["show", `${ESCAPE}[2J\u202e`],
      ["find", "x", "--kind", "\u009b2J", `--${ESCAPE}[2J`],
      [`${ESCAPE}c`],
      ["validate", `bad${ESCAPE}[2J.jsonl`],
      ["find", "x", "--data", `${ESCAPE}[2J`],
    ]) {
      const { stdout, stderr, code } = await program.run(words);
      expect(code).toBeGreaterThan(0);
      expect(stdout + stderr).not.toMatch(DANGEROUS);
    }
  });
});
