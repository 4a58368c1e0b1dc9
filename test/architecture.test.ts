import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const src = fileURLToPath(new URL("../src", import.meta.url));

/** Floors of the house: a file imports only from its own floor or below. */
const FLOORS: Readonly<Record<string, number>> = {
  "": 7,
  time: 1,
  ontology: 2,
  model: 3,
  graph: 4,
  query: 5,
  engine: 5,
  evidence: 5,
  format: 5,
  generated: 3,
  dataset: 6,
  cli: 7,
};
const GROUND = new Set(["errors.ts", "identifier.ts", "nearest.ts"]);
/** Rooms of one floor that do not import one another; evidence may use queries. */
const ROOMS = ["query", "evidence", "format", "engine"];
const ALLOWED = new Set(["evidence>query"]);

const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
const imports = files.flatMap((file) =>
  Array.from(
    readFileSync(join(src, file), "utf8").matchAll(/^(?:import|export)[^;]*? from "(\.[^"]+)"/gm),
    (match) => ({
      file,
      target: relative(src, resolve(src, dirname(file), match[1] as string)),
    }),
  ),
);
const room = (file: string): string => (file.includes("/") ? (file.split("/")[0] as string) : "");
const floor = (file: string): number => (GROUND.has(file) ? 0 : (FLOORS[room(file)] ?? Number.NaN));

describe("the house", () => {
  it("knows every room", () => {
    expect([...new Set(files.map(room))].filter((name) => FLOORS[name] === undefined)).toEqual([]);
  });

  it("has imports that only lead down or along", () => {
    expect(imports.filter(({ file, target }) => floor(target) > floor(file))).toEqual([]);
  });

  it("keeps query, evidence, format and engine apart", () => {
    const across = imports.filter(({ file, target }) => {
      const [from, to] = [room(file), room(target)];
      return from !== to && ROOMS.includes(from) && ROOMS.includes(to) && !ALLOWED.has(`${from}>${to}`);
    });
    expect(across).toEqual([]);
  });

  it("has no inner index and no file named for nothing", () => {
    expect(
      files.filter((file) => /\/index\.ts$|(^|\/)(utils|helpers|common|misc|types)\.ts$/.test(file)),
    ).toEqual([]);
  });

  it("imports nothing of Node outside the entries that need it", () => {
    const node = files.filter((file) => /from "node:/.test(readFileSync(join(src, file), "utf8")));
    expect(node.filter((file) => !/^(dataset\/node[^/]*\.ts|cli\.ts|cli\/.*)$/.test(file))).toEqual([]);
  });

  it("loads zod in one file only", () => {
    expect(files.filter((file) => /from "zod"/.test(readFileSync(join(src, file), "utf8")))).toEqual([
      "model/schema.ts",
    ]);
  });

  it("keeps files short, tables of data aside", () => {
    const long = files.filter(
      (file) => !["ontology/relations.ts"].includes(file) && !file.startsWith("generated/"),
    );
    expect(long.filter((file) => readFileSync(join(src, file), "utf8").split("\n").length > 400)).toEqual([]);
  });

  it("names no particular kind or relation outside the ontology", () => {
    const inner = files.filter(
      (file) =>
        !["ontology", "generated", "dataset"].includes(room(file)) && statSync(join(src, file)).isFile(),
    );
    const special =
      /===\s*"(port|region|official|country|indicator|observed|holdsOffice|locatedIn|opensTo|ranked)"/;
    expect(inner.filter((file) => special.test(readFileSync(join(src, file), "utf8")))).toEqual([]);
  });

  it("has no cycles between files", () => {
    const next = new Map<string, string[]>();
    for (const { file, target } of imports) next.set(file, [...(next.get(file) ?? []), target]);
    const done = new Set<string>();
    const cycles: string[][] = [];
    const visit = (file: string, path: string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file]);
      if (done.has(file) || path.includes(file)) return;
      for (const target of next.get(file) ?? []) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });
});
