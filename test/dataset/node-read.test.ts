import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { graphFromDataset, type Progress } from "xinjiang-graph/load";
import { readDataset } from "xinjiang-graph/node";
import { bundledRecords } from "../../src/dataset/bundled.ts";
import { buildNodeEntry, type NodeEntry } from "./node-entry.ts";

const data = fileURLToPath(new URL("../../data", import.meta.url));
const port = (id: string): string => `{"id":"port/${id}","names":[{"value":"${id}","lang":"en"}]}\n`;

let entry: NodeEntry;
let folder = "";
beforeAll(async () => {
  entry = await buildNodeEntry();
});
afterAll(() => entry.remove());
beforeEach(() => {
  folder = join(entry.folder, "work");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
});

/** Writes files by their paths in the folder. */
const put = (files: Readonly<Record<string, string | Uint8Array>>): void => {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, content);
  }
};
const idsIn = async (path = folder): Promise<string[]> => {
  const { records, issues } = await readDataset(path);
  expect(issues).toEqual([]);
  return records.entities.map(({ id }) => id).sort();
};
const issuesIn = async (path: string): Promise<object[]> => {
  const { records, issues } = await readDataset(path);
  expect(records).toEqual({ sources: [], entities: [], claims: [] });
  return issues.map(({ code, file }) => ({ code, file }));
};

describe("readDataset", () => {
  it("reads the folder data/, and leaves aside what is no part of the dataset there", async () => {
    const parsed = await readDataset(data);
    expect(parsed.issues).toEqual([]);
    expect(parsed.records.dataset).toEqual(bundledRecords().dataset);
    expect(graphFromDataset(parsed).size).toBe(bundledRecords().claims.length);
  });

  it("reads a flat folder: all files of a known format, others left aside", async () => {
    put({
      "a.jsonl": port("a"),
      "b.json": `[${port("b")}]`,
      "c.csv": "id,name\nport/c,C\n",
      "d.ndjson.gz": gzipSync(port("d")),
      "README.md": "# mine",
      "inner/e.jsonl": port("e"),
    });
    expect(await idsIn()).toEqual(["port/a", "port/b", "port/c", "port/d"]);
  });

  it("reads the folders entities and claims, packed files and links to files among them", async () => {
    put({
      "entities/port.jsonl": port("a"),
      "entities/more.json.gz": gzipSync(`[${port("b")}]`),
      "entities.jsonl": port("c"),
      "exclusions.jsonl": '{"no":"record"}',
      "elsewhere/d.jsonl": port("d"),
    });
    symlinkSync("../elsewhere/d.jsonl", join(folder, "entities", "d.jsonl"));
    expect(await idsIn()).toEqual(["port/a", "port/b", "port/c", "port/d"]);
  });

  it("reads one file, packed or not, whatever its size in chunks", async () => {
    const many = Array.from({ length: 5000 }, (_, i) => port(`ö${i}`)).join("");
    const packed = gzipSync(many);
    put({ "a.jsonl": many, "b.jsonl.gz": packed, "packed.jsonl": packed, "plain.jsonl.gz": many });
    for (const name of ["a.jsonl", "b.jsonl.gz", "packed.jsonl", "plain.jsonl.gz"])
      expect((await idsIn(join(folder, name))).length).toBe(5000);
  });

  it("reads the standard input", () => {
    const code = `const { records, issues } = await lib.readDataset("-");
      console.log(records.entities.length, issues.map(({ code, file, line, column }) => [code, file, line, column].join()).join());`;
    const script = entry.script("stdin.mjs", code);
    const answer = (input: string | Uint8Array): string =>
      spawnSync(process.execPath, [script], { input, encoding: "utf8" }).stdout.trim();
    expect(answer(port("a") + port("b"))).toBe("2");
    expect(answer(`[\n${port("a")}]`)).toBe("1");
    expect(answer(`${port("a")}oops`)).toBe("1 file/not-json,(standard input),2,1");
    expect(answer(gzipSync(port("a")))).toBe("1");
    expect(answer("")).toBe("0 file/empty,(standard input),1,1");
    expect(answer(Buffer.from([0xff, 0xfe, 0x5b, 0]))).toBe("0 file/utf-16,(standard input),1,1");
  });

  it("says what is wrong with a path", async () => {
    put({
      "ports.jsonl": port("a"),
      "empty/readme.md": "",
      "blank.jsonl": " \n\n",
    });
    const packed = gzipSync(port("a"));
    put({
      "cut.jsonl.gz": packed.subarray(0, 30),
      "junk.jsonl.gz": Buffer.concat([packed, packed.subarray(9)]),
    });
    symlinkSync("loop", join(folder, "loop"));
    symlinkSync("nowhere.jsonl", join(folder, "dangling.jsonl"));
    const cases: Readonly<Record<string, string>> = {
      "port.jsonl": "file/not-found",
      "ports.jsonl/x": "file/not-found",
      "dangling.jsonl": "file/not-found",
      empty: "file/empty-folder",
      loop: "file/link-loop",
      "blank.jsonl": "file/empty",
      "cut.jsonl.gz": "file/not-gzip",
      "junk.jsonl.gz": "file/not-gzip",
    };
    for (const [name, code] of Object.entries(cases)) {
      const file = join(folder, name);
      expect(await issuesIn(file)).toEqual([{ code, file }]);
    }
    const misspelt = await readDataset(join(folder, "port.jsonl"));
    expect(misspelt.issues[0]?.message).toContain('Did you mean "ports.jsonl"?');
    expect(() => graphFromDataset(misspelt)).toThrow(expect.objectContaining({ code: "file/not-found" }));
  });

  it("does not follow folders that lead back to themselves", async () => {
    for (const to of [".", "..", "../work"]) {
      put({ "sources.jsonl": "" });
      symlinkSync(to, join(folder, "entities"));
      expect(await issuesIn(folder)).toEqual([{ code: "file/link-loop", file: folder }]);
      rmSync(join(folder, "entities"));
    }
  });

  it("reads the other files where one cannot be read", async () => {
    put({
      "a.jsonl": port("a"),
      "b.jsonl": Buffer.from(port("\xe9"), "latin1"),
      "c.jsonl": `${port("c")}oops`,
    });
    symlinkSync("nowhere", join(folder, "d.jsonl"));
    const { records, issues } = await readDataset(folder);
    expect(records.entities.map(({ id }) => id)).toEqual(["port/a", "port/c"]);
    expect(issues.map(({ code, file, line, column }) => [code, file, line, column])).toEqual([
      ["file/not-utf8", join(folder, "b.jsonl"), 1, 13],
      ["file/not-found", join(folder, "d.jsonl"), undefined, undefined],
      ["file/not-json", join(folder, "c.jsonl"), 2, 1],
    ]);
  });

  it("says where it has no right to read", () => {
    put({ "a.jsonl": port("a"), "locked/a.jsonl": port("a") });
    chmodSync(join(folder, "a.jsonl"), 0);
    chmodSync(join(folder, "locked"), 0);
    const code = `for (const name of ["a.jsonl", "locked", "locked/a.jsonl"]) {
        const { issues } = await lib.readDataset(${JSON.stringify(`${folder}/`)} + name);
        console.log(issues.map(({ code }) => code).join());
      }`;
    // Root may read everything, so the child is nobody.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const { stdout } = spawnSync(process.execPath, [entry.script("nobody.mjs", code)], {
      encoding: "utf8",
      ...nobody,
    });
    chmodSync(join(folder, "locked"), 0o755);
    expect(stdout.trim().split("\n")).toEqual(Array(3).fill("file/unreadable"));
  });

  it("tells how far it has come, and stops when its signal says so", async () => {
    put({ "a.jsonl": port("a").repeat(5000) });
    const seen: Progress[] = [];
    await readDataset(join(folder, "a.jsonl"), { onProgress: (one) => seen.push(one) });
    const bytes = port("a").length * 5000;
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toEqual({ file: join(folder, "a.jsonl"), bytes, total: bytes });
    const reason = new Error("enough");
    await expect(readDataset(data, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
