import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FileContent, readDataset, writeDataset, writeFileAtomic } from "xinjiang-graph/node";
import { bundledRecords } from "../../src/dataset/bundled.ts";
import { datasetFiles } from "../../src/dataset/canonical.ts";
import type { KnowledgeGraphError } from "../../src/errors.ts";
import { buildNodeEntry, type NodeEntry } from "./node-entry.ts";

let entry: NodeEntry;
let folder = "";
let target = "";
beforeAll(async () => {
  entry = await buildNodeEntry();
});
afterAll(() => entry.remove());
beforeEach(() => {
  folder = join(entry.folder, "work");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  target = join(folder, "target.txt");
});

const here = (): string[] => readdirSync(folder).sort();
const failureOf = async (writing: Promise<unknown>): Promise<KnowledgeGraphError> => {
  const error = await writing.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Error);
  return error as KnowledgeGraphError;
};

/** Runs a script until it ends or is killed; the signal that ended it. */
async function run(
  script: string,
  args: readonly string[],
  killAfter?: number,
): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit") as Promise<[number | null, NodeJS.Signals | null]>;
  if (killAfter !== undefined) {
    await once(child.stdout, "data");
    await wait(killAfter);
    child.kill("SIGKILL");
  }
  return (await ended)[1];
}

describe("writeFileAtomic", () => {
  it.each<[string, FileContent, string]>([
    ["a text", "Kök\n", "Kök\n"],
    ["bytes", new Uint8Array([0x4b, 0xc3, 0xb6]), "Kö"],
    ["a buffer", new Uint8Array([0x4b, 0xc3, 0xb6]).buffer, "Kö"],
    ["nothing", "", ""],
    ["texts", ["a", "", "b"], "ab"],
    ["texts and bytes", ["a", new Uint8Array([0x62]), "c"], "abc"],
    ["a character in two chunks", ["\ud83d", "\ude00"], "😀"],
    [
      "a character on the border of two blocks",
      [`${"x".repeat(65_535)}\ud83d`, "\ude00y"],
      `${"x".repeat(65_535)}😀y`,
    ],
  ])("writes %s", async (_, content, text) => {
    await writeFileAtomic(target, content);
    expect(readFileSync(target, "utf8")).toBe(text);
    expect(here()).toEqual(["target.txt"]);
  });

  it.each([[5], [{ a: 1 }], [null], [undefined], [["a", 5]]])("refuses %j as content", async (content) => {
    const { code, message } = await failureOf(writeFileAtomic(target, content as unknown as FileContent));
    expect(code).toBe("file/not-content");
    expect(message).toContain("expected a text");
    expect(here()).toEqual([]);
  });

  it("writes what comes bit by bit", async () => {
    const content = async function* (): AsyncGenerator<string> {
      for (let i = 0; i < 3; i++) yield `${i}\n`;
    };
    await writeFileAtomic(target, content());
    expect(readFileSync(target, "utf8")).toBe("0\n1\n2\n");
  });

  it("keeps the old file's mode, and gives a new one that of the process", async () => {
    await writeFileAtomic(target, "old");
    expect(statSync(target).mode & 0o777).toBe(0o666 & ~process.umask());
    for (const mode of [0o600, 0o755, 0o666]) {
      chmodSync(target, mode);
      await writeFileAtomic(target, "new");
      expect(statSync(target).mode & 0o777).toBe(mode);
    }
  });

  it("leaves links links and writes what they lead to, there or not", async () => {
    mkdirSync(join(folder, "inner"));
    symlinkSync("inner/file.txt", target);
    symlinkSync("target.txt", join(folder, "second.txt"));
    for (const text of ["one", "two"]) {
      await writeFileAtomic(join(folder, "second.txt"), text);
      expect(readFileSync(join(folder, "inner", "file.txt"), "utf8")).toBe(text);
    }
    expect(lstatSync(target).isSymbolicLink()).toBe(true);
    expect(here()).toEqual(["inner", "second.txt", "target.txt"]);
    expect(readdirSync(join(folder, "inner"))).toEqual(["file.txt"]);
  });

  it("writes straight into what is no file", async () => {
    const script = entry.script("stdout.mjs", 'await lib.writeFileAtomic("/dev/stdout", ["to ", "a pipe"]);');
    const { stdout } = spawnSync("bash", ["-c", `"${process.execPath}" "${script}" | cat`], {
      encoding: "utf8",
    });
    expect(stdout).toBe("to a pipe");
    await writeFileAtomic("/dev/null", "nothing");
    expect(statSync("/dev/null").isFile()).toBe(false);
  });

  it("leaves the old file and nothing else where the content fails, at whatever chunk", async () => {
    writeFileSync(target, "old");
    for (let chunk = 0; chunk < 12; chunk++) {
      const failure = new Error(`at chunk ${chunk}`);
      const content = function* (): Generator<string> {
        for (let i = 0; ; i++) {
          if (i === chunk) throw failure;
          yield "x".repeat(40_000);
        }
      };
      expect(await failureOf(writeFileAtomic(target, content()))).toBe(failure);
      expect(readFileSync(target, "utf8")).toBe("old");
      expect(here()).toEqual(["target.txt"]);
      expect(await failureOf(writeFileAtomic(join(folder, "new.txt"), content()))).toBe(failure);
      expect(here()).toEqual(["target.txt"]);
    }
  });

  it("says what the system refused, and leaves all as it was", async () => {
    writeFileSync(target, "old");
    symlinkSync("round.txt", join(folder, "round.txt"));
    const cases: readonly (readonly [string, string, string])[] = [
      [folder, "EISDIR", "is a folder"],
      [join(folder, "none", "a.txt"), "ENOENT", "does not exist"],
      [join(target, "a.txt"), "ENOTDIR", "not a folder"],
      [join(folder, "round.txt"), "ELOOP", "circle"],
      [join(folder, "x".repeat(300)), "ENAMETOOLONG", "ENAMETOOLONG"],
      ["/dev/full", "ENOSPC", "disk is full"],
    ];
    for (const [path, code, words] of cases) {
      const error = await failureOf(writeFileAtomic(path, "new".repeat(9)));
      expect([error.code, (error.cause as NodeJS.ErrnoException).code]).toEqual(["file/not-written", code]);
      expect(error.message).toContain(words);
    }
    expect(readFileSync(target, "utf8")).toBe("old");
    expect(here()).toEqual(["round.txt", "target.txt"]);
  });

  it("refuses half a character, which no file in UTF-8 can hold", async () => {
    writeFileSync(target, "old");
    for (const content of ["\ud83d", "a\udc00b", ["x", "\ud83d", "y"]]) {
      expect((await failureOf(writeFileAtomic(target, content))).code).toBe("file/not-written");
      expect(readFileSync(target, "utf8")).toBe("old");
      expect(here()).toEqual(["target.txt"]);
    }
  });

  it("leaves the old file and nothing else where the file grows larger than allowed", () => {
    writeFileSync(target, "old");
    const code = `
      const big = (function* () { for (let i = 0; i < 100; i++) yield "x".repeat(100_000); })();
      await lib.writeFileAtomic(${JSON.stringify(target)}, big).catch((error) => console.log(error.code, error.cause.code));`;
    const command = `ulimit -f 2000; exec "${process.execPath}" "${entry.script("big.mjs", code)}"`;
    const { stdout } = spawnSync("bash", ["-c", command], { encoding: "utf8" });
    expect(stdout.trim()).toBe("file/not-written EFBIG");
    expect(readFileSync(target, "utf8")).toBe("old");
    expect(here()).toEqual(["target.txt"]);
  });

  it("leaves all as it was where the process may not write", () => {
    writeFileSync(target, "old");
    writeFileSync(join(folder, "locked.txt"), "old");
    chmodSync(join(folder, "locked.txt"), 0o444);
    mkdirSync(join(folder, "open"));
    chmodSync(join(folder, "open"), 0o777);
    writeFileSync(join(folder, "open", "locked.txt"), "old");
    chmodSync(join(folder, "open", "locked.txt"), 0o444);
    chmodSync(folder, 0o555);
    const code = `
      for (const name of ["target.txt", "new.txt", "locked.txt", "open/locked.txt"])
        await lib.writeFileAtomic(${JSON.stringify(`${folder}/`)} + name, "new").catch((error) => console.log(error.code, error.cause.code));`;
    // Root may write anywhere, so the child is nobody.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const { stdout } = spawnSync(process.execPath, [entry.script("nobody.mjs", code)], {
      encoding: "utf8",
      ...nobody,
    });
    chmodSync(folder, 0o755);
    expect(stdout.trim().split("\n")).toEqual(Array(4).fill("file/not-written EACCES"));
    expect(here()).toEqual(["locked.txt", "open", "target.txt"]);
    expect(readdirSync(join(folder, "open"))).toEqual(["locked.txt"]);
  });

  /** A generation: so many lines of its number. A file that holds part of one, or of two, is no whole one. */
  const LINES = 300_000;
  const generation = (): number => {
    const lines = readFileSync(target, "utf8").split("\n");
    expect(lines.length).toBe(LINES + 1);
    expect(new Set(lines.slice(0, -1)).size).toBe(1);
    return Number(lines[0]);
  };

  it("leaves the old file whole where the process is killed at any chunk of the new one", async () => {
    writeFileSync(target, "0\n".repeat(LINES));
    const script = entry.script(
      "kill-at.mjs",
      `const [target, at] = process.argv.slice(2);
       const content = (function* () {
         for (let i = 0; i < 10; i++) {
           if (i === Number(at)) process.kill(process.pid, "SIGKILL");
           yield "1\\n".repeat(${LINES / 10});
         }
       })();
       await lib.writeFileAtomic(target, content);`,
    );
    for (let chunk = 0; chunk < 10; chunk++) {
      expect(await run(script, [target, String(chunk)])).toBe("SIGKILL");
      expect(generation()).toBe(0);
    }
    expect(await run(script, [target, "10"])).toBe(null);
    expect(generation()).toBe(1);
  });

  it("leaves a whole file where the process is killed at any time", async () => {
    writeFileSync(target, "0\n".repeat(LINES));
    const script = entry.script(
      "loop.mjs",
      `const [target] = process.argv.slice(2);
       console.log("ready");
       for (let i = 1; ; i++) await lib.writeFileAtomic(target, [\`\${i}\\n\`.repeat(${LINES})]);`,
    );
    const seen = new Set<number>();
    for (let i = 0; i < 40; i++) {
      expect(await run(script, [target], Math.random() * 60)).toBe("SIGKILL");
      seen.add(generation());
    }
    expect(seen.size).toBeGreaterThan(1);
    // What a killed process was writing lies beside, under a name that says so.
    expect(here().filter((name) => !/^\.target\.txt\.[0-9a-f-]{36}\.tmp$/.test(name))).toEqual([
      "target.txt",
    ]);
  });
});

describe("writeDataset", () => {
  const records = bundledRecords();
  const texts = (path: string): Map<string, string> =>
    new Map(datasetFiles(records).map(({ name }) => [name, readFileSync(join(path, name), "utf8")]));

  it("writes the canonical files, which read back as the same records", async () => {
    const path = join(folder, "mine");
    await writeDataset(path, records);
    expect(texts(path)).toEqual(new Map(datasetFiles(records).map(({ name, text }) => [name, text])));
    const parsed = await readDataset(path);
    expect(parsed.issues).toEqual([]);
    expect(datasetFiles(parsed.records)).toEqual(datasetFiles(records));
    expect(here()).toEqual(["mine"]);
  });

  it("replaces an old dataset whole: files of relations that are no more are gone", async () => {
    const path = join(folder, "mine");
    await writeDataset(path, records);
    await writeDataset(path, { ...records, claims: records.claims.slice(0, 1) });
    expect(readdirSync(join(path, "claims")).length).toBe(1);
    expect(here()).toEqual(["mine"]);
    const through = join(folder, "link");
    symlinkSync("mine", through);
    await writeDataset(through, records);
    expect(lstatSync(through).isSymbolicLink()).toBe(true);
    expect((await readDataset(path)).records.claims.length).toBe(records.claims.length);
  });

  it("refuses a folder with anything else in it, which would be lost", async () => {
    for (const name of ["notes.md", "claims/notes.md", "claims/old/observed.jsonl", "entities.csv"]) {
      const path = join(folder, "mine");
      rmSync(path, { recursive: true, force: true });
      mkdirSync(join(path, "claims", "old"), { recursive: true });
      writeFileSync(join(path, name), "mine");
      const error = await failureOf(writeDataset(path, records));
      expect(error.code).toBe("file/other-content");
      expect(error.message).toContain(name);
      expect(readFileSync(join(path, name), "utf8")).toBe("mine");
      expect(here()).toEqual(["mine"]);
    }
  });

  it("leaves all as it was where it fails", async () => {
    writeFileSync(join(folder, "file"), "mine");
    expect((await failureOf(writeDataset(join(folder, "file"), records))).code).toBe("file/not-written");
    expect((await failureOf(writeDataset(join(folder, "none", "x"), records))).code).toBe("file/not-written");
    const unnamable = { ...records, claims: [{ ...records.claims[0], relation: "../x" } as never] };
    expect((await failureOf(writeDataset(join(folder, "x"), unnamable))).code).toBe(
      "record/unknown-relation",
    );
    expect(here()).toEqual(["file"]);
    const path = join(folder, "mine");
    await writeDataset(path, records);
    const code = `
      const { records } = await lib.readDataset(${JSON.stringify(path)});
      await lib.writeDataset(${JSON.stringify(path)}, records).catch((error) => console.log(error.code, error.cause.code));`;
    const command = `ulimit -f 50; exec "${process.execPath}" "${entry.script("big-dataset.mjs", code)}"`;
    expect(spawnSync("bash", ["-c", command], { encoding: "utf8" }).stdout.trim()).toBe(
      "file/not-written EFBIG",
    );
    expect(texts(path)).toEqual(new Map(datasetFiles(records).map(({ name, text }) => [name, text])));
    expect(here()).toEqual(["file", "mine"]);
  });

  it("leaves a whole dataset where the process is killed at any time, under its name or, in one instant, beside it", async () => {
    const path = join(folder, "mine");
    await writeDataset(path, records);
    const script = entry.script(
      "loop-dataset.mjs",
      `const [folder] = process.argv.slice(2);
       const { records } = await lib.readDataset(folder);
       console.log("ready");
       for (let i = 1; ; i++)
         await lib.writeDataset(folder, { ...records, dataset: { ...records.dataset, version: String(i) } });`,
    );
    const canonical = new Map(datasetFiles(records).map(({ name, text }) => [name, text]));
    canonical.delete("dataset.json");
    for (let i = 0; i < 15; i++) {
      expect(await run(script, [path], Math.random() * 150)).toBe("SIGKILL");
      const [old] = here().filter((name) => name.endsWith(".old"));
      if (!existsSync(path)) expect(old).toBeDefined();
      const whole = existsSync(path) ? path : join(folder, old as string);
      const found = texts(whole);
      found.delete("dataset.json");
      expect(found).toEqual(canonical);
      for (const name of here()) if (name !== "mine") rmSync(join(folder, name), { recursive: true });
      if (!existsSync(path)) await writeDataset(path, records);
    }
  });
});
