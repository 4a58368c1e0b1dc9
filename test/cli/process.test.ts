import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundledRecords } from "../../src/dataset/bundled.ts";
import { datasetFiles } from "../../src/dataset/canonical.ts";
import { buildProgram, type Program } from "./program.ts";

let program: Program;
beforeAll(async () => {
  program = await buildProgram();
}, 120_000);
afterAll(() => program.remove());

const quote = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;
/** The program in a line of a shell. */
const shell = (line: string) => {
  const command = line.replaceAll("PROGRAM", `${quote(process.execPath)} ${quote(program.file)}`);
  return spawnSync("bash", ["-c", command], { cwd: program.desk, encoding: "utf8" });
};

describe("a closed pipe", () => {
  it.each([
    "timeline region/xinjiang --status any",
    "export --format gexf --quiet",
    "show region/xinjiang --json --quiet",
  ])("ends %s quietly with 0", (line) => {
    const { stdout, stderr } = shell(`PROGRAM ${line} | head -1; echo "\${PIPESTATUS[0]}"`);
    expect(stdout.split("\n").at(-2)).toBe("0");
    expect(stdout.split("\n")).toHaveLength(3);
    expect(stderr.replace(/^\d+ claims? .*\n/, "")).toBe("");
  });

  it("of standard error does not matter", () => {
    const { stdout } = shell(`(PROGRAM find horgos 2>&1 >&3 | true) 3>&1; echo done`);
    expect(stdout).toContain("region/horgos");
  });
});

describe.skipIf(!existsSync("/dev/full"))("a full disk (needs /dev/full)", () => {
  it("under standard output is an error", () => {
    const { stderr, status } = shell("PROGRAM find horgos > /dev/full");
    expect(stderr).toBe("error: standard output cannot be written: ENOSPC: no space left on device, write\n");
    expect(status).toBe(1);
  });
});

describe("a write that is broken off", () => {
  const OLD = "the old file\n";
  /** Starts an export into a folder of its own and ends it by a signal; gives what is found there afterwards. */
  const brokenOff = async (signal: NodeJS.Signals, moment: "while writing" | number) => {
    const folder = mkdtempSync(join(program.desk, "broken-"));
    const target = join(folder, "x.gexf");
    writeFileSync(target, OLD);
    const child = spawn(process.execPath, [program.file, "export", "--format", "gexf", "--out", target]);
    let sent = moment !== "while writing";
    const watcher = watch(folder, () => {
      // Once only: a second Ctrl-C does not wait for the file.
      if (!sent && readdirSync(folder).length > 1) sent = child.kill(signal);
    });
    const timer = typeof moment === "number" ? setTimeout(() => child.kill(signal), moment) : undefined;
    const [code, by] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
      child.on("close", (...ending) => resolve(ending));
    });
    clearTimeout(timer);
    watcher.close();
    const others = readdirSync(folder).filter((name) => name !== "x.gexf");
    return { text: readFileSync(target, "utf8"), others, code, by };
  };
  let whole: string;
  let takes: number;
  beforeAll(async () => {
    const before = performance.now();
    const { stdout } = await program.run(["export", "--format", "gexf"]);
    takes = performance.now() - before;
    whole = stdout;
  }, 120_000);

  it("by SIGKILL leaves the old file whole or the new one", async () => {
    const moments = Array.from({ length: 12 }, (_, i) =>
      i % 3 === 0 ? "while writing" : Math.random() * takes,
    );
    const ends = [];
    for (const moment of moments) ends.push(await brokenOff("SIGKILL", moment as number));
    for (const { text } of ends) expect([OLD, whole]).toContain(text);
    expect(ends.some(({ by }) => by === "SIGKILL")).toBe(true);
  });

  it("by Ctrl-C also leaves nothing else, and no stack", async () => {
    const [early, late] = [await brokenOff("SIGINT", takes / 5), await brokenOff("SIGINT", "while writing")];
    expect(early).toMatchObject({ text: OLD, others: [], by: "SIGINT" });
    expect([OLD, whole]).toContain(late.text);
    expect(late.others).toEqual([]);
    expect(late.code === 130 || late.code === 0).toBe(true);
  });
});

describe("export", () => {
  it("writes the dataset that it reads again", async () => {
    expect(await program.run(["export", "--format", "jsonl", "--out", "copy", "--quiet"])).toEqual({
      stdout: "",
      stderr: "",
      code: 0,
    });
    for (const { name, text } of datasetFiles(bundledRecords()))
      expect(readFileSync(join(program.desk, "copy", name), "utf8")).toBe(text);
    const { stdout, stderr, code } = await program.run(["validate", "copy"]);
    expect([stdout, code]).toEqual(["", 0]);
    expect(stderr).toMatch(/copy: 5 sources, \d+ entities, \d+ claims, no problem/);
  });

  it.each([
    ["csv", ["claims.csv", "entities.csv", "sources.csv"]],
    ["neo4j-csv", ["nodes.csv", "relationships.csv"]],
    ["parquet", ["edges.parquet", "nodes.parquet"]],
  ])("writes %s as files of a folder and says which", async (format, names) => {
    const { stdout, stderr, code } = await program.run(["export", "--format", format, "--out", format]);
    expect([stdout, code]).toEqual(["", 0]);
    expect(readdirSync(join(program.desk, format))).toEqual(expect.arrayContaining(names));
    for (const name of names) expect(stderr).toContain(`wrote ${format}/${name}\n`);
    expect(stderr).toMatch(/lo(st|ss)/);
  });

  it.each([
    ["gexf", "<?xml"],
    ["graphml", "<?xml"],
    ["n-quads", "<"],
    ["mermaid", "%%"],
    ["dot", "digraph"],
    ["graphology-json", "{"],
    ["node-link", "{"],
    ["cytoscape", "{"],
    ["geojson", "{"],
    ["json-ld", "{"],
  ])("prints %s, the same as it writes, and counts what is lost", async (format, begins) => {
    const part = ["export", "--format", format, "--around", "port/biedieli"];
    const printed = await program.run(part);
    expect(printed.stdout.startsWith(begins)).toBe(true);
    if (begins === "{") JSON.parse(printed.stdout);
    expect(printed.stderr).toMatch(/kinds? of loss; --loss lists them|nothing was lost/);
    const written = await program.run([...part, "--out", "part", "--json", "--quiet"]);
    expect(JSON.parse(written.stdout)).toMatchObject({
      format,
      files: ["part"],
      loss: { losses: expect.any(Array) },
    });
    expect(readFileSync(join(program.desk, "part"), "utf8")).toBe(printed.stdout);
  });

  it("lists every loss on request", async () => {
    const { stderr } = await program.run(["export", "--format", "dot", "--loss"]);
    expect(stderr.split("\n").filter((line) => /^- .* because /.test(line)).length).toBeGreaterThan(20);
  });

  it("hands options to the format", async () => {
    const { stdout } = await program.run([
      "export",
      "--format",
      "mermaid",
      "--set",
      "direction=TB",
      "--lang",
      "zh-Hans",
      "--around",
      "port/biedieli",
    ]);
    expect(stdout).toContain("flowchart TB");
    expect(stdout).toContain("别迭里");
  });

  it("writes what passes a filter", async () => {
    const count = async (...filter: string[]) => {
      const { stdout } = await program.run(["export", "--format", "node-link", ...filter]);
      return (JSON.parse(stdout) as { links: { relation: string }[] }).links;
    };
    const all = await count();
    const ports = await count("--relation", "opensTo", "--certainty", "possible");
    expect(all.length).toBe(bundledRecords().claims.length);
    expect(new Set(ports.map(({ relation }) => relation))).toEqual(new Set(["opensTo"]));
    expect(ports.length).toBeLessThan(all.length);
  });

  it("prints the link that opens the file in Gephi Lite", async () => {
    const address = "https://example.org/a b?x=1&y=霍";
    const link = `https://gephi.org/gephi-lite/?file=${encodeURIComponent(address)}`;
    const words = ["export", "--format", "gexf", "--open-url", address];
    expect((await program.run([...words, "--out", "g.gexf", "--quiet"])).stdout).toBe(`${link}\n`);
    expect((await program.run(words)).stderr).toContain(`${link}\n`);
    // The hint is for people: a pipe does not get it.
    expect((await program.run(["export", "--format", "graphology-json"])).stderr).not.toContain("Gephi");
    expect((await program.run(["export", "--format", "dot"])).stderr).not.toContain("Gephi");
  });

  it("says which package Parquet needs where it is not installed", async () => {
    const bare = await buildProgram(["hyparquet-writer"]);
    const { stderr, code } = await bare.run(["export", "--format", "parquet", "--out", "p"]);
    bare.remove();
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: .*hyparquet-writer.* \[format\/missing-package\]\n$/);
  });
});

describe("merge", () => {
  it("tells what is new and what may be the same, and writes what validates", async () => {
    const { stdout, code } = await program.run(["merge", "--bundled", "mine.jsonl", "--out", "merged"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^bundled with mine\.jsonl\nsources: 1 added\n/);
    expect(stdout).toContain("port/horgos-road | port/khorgos-highway");
    expect((await program.run(["validate", "merged"])).code).toBe(0);
    const again = await program.run(["merge", "merged", "mine.jsonl", "--out", "again"]);
    expect(again.stdout).not.toContain("added");
    for (const name of ["sources.jsonl", "entities/port.jsonl", "claims/opensTo.jsonl"])
      expect(readFileSync(join(program.desk, "again", name))).toEqual(
        readFileSync(join(program.desk, "merged", name)),
      );
  });

  it("writes nothing unless told where", async () => {
    const before = readdirSync(program.desk);
    const { stderr } = await program.run(["merge", "mine.jsonl"]);
    expect(stderr).toBe("nothing was written; --out <folder> writes the merged dataset\n");
    expect(readdirSync(program.desk)).toEqual(before);
  });

  it("heeds judgements", async () => {
    const judgement = {
      left: "port/horgos-road",
      right: "port/khorgos-highway",
      judgement: "same",
      by: "the reader",
      on: "2026-02-01",
    };
    writeFileSync(join(program.desk, "same.jsonl"), `${JSON.stringify(judgement)}\n`);
    const { stdout } = await program.run(["merge", "--bundled", "mine.jsonl", "--judgements", "same.jsonl"]);
    expect(stdout).toContain("port/khorgos-highway is now port/horgos-road");
  });
});

describe.skipIf(spawnSync("script", ["--version"]).status !== 0)(
  "a long reading (needs the program script)",
  () => {
    /** As many records as take a while to come. */
    const slowly = (words: string) => {
      const entity = '{"id":"port/p\'$i\'","names":[{"value":"P","lang":"en"}]}';
      const lines = `for i in $(seq 12); do echo '${entity}'; sleep 0.1; done`;
      const command = `${lines} | ${quote(process.execPath)} ${quote(program.file)} ${words} --data - > found.tsv`;
      return spawnSync("script", ["-qefc", command, "/dev/null"], { cwd: program.desk, encoding: "utf8" });
    };

    it("shows on a terminal how far it has come, and takes it away again", () => {
      const { stdout } = slowly("find P");
      expect(stdout).toMatch(/reading \d+\.\d MB of \(standard input\)/);
      expect(stdout.endsWith("\r\u001b[K")).toBe(true);
      expect(readFileSync(join(program.desk, "found.tsv"), "utf8").split("\n")).toHaveLength(13);
    });

    it("shows nothing where it is to be quiet", () => {
      expect(slowly("find P --quiet").stdout).toBe("");
    });
  },
);
