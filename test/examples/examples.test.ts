import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it, vi } from "vitest";

const folder = fileURLToPath(new URL("../../examples", import.meta.url));
const scripts = readdirSync(folder).filter((name) => name.endsWith(".ts") && name !== "print.ts");

/** A line that each script must print: it is what the script is there to show. */
const SHOWS: Readonly<Record<string, RegExp>> = {
  "as-of.ts": /certain: China \(Xinjiang\) Pilot Free Trade Zone/,
  "builder.ts": /attested on 2024-05-21: 3 in People's Government/,
  "conflicts.ts": /forecast: met/,
  "coverage.ts": /trade of 1900: outside/,
  "deno-bun.ts": /Node: trade of 2024, 435\.11 billion CNY/,
  "derived.ts": /\[disagrees\].*45\.9 percent.*45\.04 %/,
  "extend-ontology.ts": /Store 1 \(2 floors\) is on the way to Kazakhstan.*did you mean "floors"/s,
  "load-and-ask.ts": /It opens to Kazakhstan \(KAZ\)/,
  "map-svg.ts": /out\/map\.svg: 33 located entities, 51 claims between two of them/,
  "merge.ts":
    /port\/horgos-road \| port\/k1 0\.90: both are called "Khorgos highway port".*second run: nothing changed/s,
  "plot-chart.ts": /out\/trade\.csv and out\/trade\.svg: 8 figures.*2024 > 400 billion CNY, expected/s,
  "revisions.ts": /2023: From over 357 billion/,
  "selection.ts": /most precise: 357330000000/,
  "start.ts": /Kyrgyzstan \(scio-2024-06-27\)/,
  "support.ts": /3 documents, 2 publishers, 2 owners/,
  "time-series.ts": /2024-01-01,2024-12-31,400000000000,>,.*expected/,
  "to-gephi.ts": /out\/places\.gexf: \d+ entities/,
  "to-neo4j.ts": /neo4j-admin database import full/,
  "to-rdf.ts": /port\/biedieli opens to country\/kyrgyzstan according to scio-2024-06-27/,
  "verify.ts": /unverifiable/,
  "who-said-what.ts": /then vice chairperson of/,
  "withdraw.ts": /without scio-2024-06-27: \d+ claims fall/,
};

describe("each example", () => {
  it("is known here with what it shows", () => {
    expect(scripts.sort()).toEqual(Object.keys(SHOWS).sort());
    const readme = readFileSync(join(folder, "README.md"), "utf8");
    expect(scripts.filter((name) => !readme.includes(`](${name})`))).toEqual([]);
  });

  it.each(Object.entries(SHOWS))("%s runs on the public API and shows its point", async (name, shows) => {
    const lines: string[] = [];
    const log = vi.spyOn(console, "log").mockImplementation((...values: unknown[]) => {
      lines.push(
        values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join(" "),
      );
    });
    try {
      await import(/* @vite-ignore */ pathToFileURL(join(folder, name)).href);
    } finally {
      log.mockRestore();
    }
    expect(lines.join("\n").replace(/\n {2}(?=\S)/g, " ")).toMatch(shows);
  });
});
