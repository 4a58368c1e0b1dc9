import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { COMMANDS } from "../../src/cli/commands.ts";
import { EXPORT_FORMATS } from "../../src/cli/export-formats.ts";
import { OPTIONS, type OptionName } from "../../src/cli/options.ts";
import type { AcceptedOptions } from "../../src/format/export-options.ts";
import { buildProgram, type Program } from "./program.ts";

let program: Program;
beforeAll(async () => {
  program = await buildProgram();
}, 120_000);
afterAll(() => program.remove());

const json = async (...words: string[]): Promise<never> => {
  const { stdout, stderr, code } = await program.run([...words, "--json"]);
  expect([stderr.includes("error"), code]).toEqual([false, 0]);
  return JSON.parse(stdout) as never;
};

describe("each command", () => {
  it.each(COMMANDS.map((command) => [command.name, command] as const))(
    "%s: its example runs, with --json too, and its help shows it",
    async (name, { example }) => {
      const plain = await program.run(example);
      expect(plain).toMatchObject({ code: 0 });
      expect(plain.stdout + plain.stderr).not.toBe("");
      const parsed = await program.run([
        ...example,
        ...(name === "export" ? ["--out", "x.mmd"] : []),
        "--json",
      ]);
      expect(parsed).toMatchObject({ code: 0 });
      expect(JSON.parse(parsed.stdout)).toBeTypeOf("object");
      for (const help of [
        ["help", name],
        [name, "--help"],
        ["-h", name, "--nonsense"],
      ]) {
        const { stdout, stderr, code } = await program.run(help);
        expect(stdout).toContain(`Usage: xinjiang-graph ${name}`);
        expect(stdout).toContain(example[0]);
        expect(stdout.split("\n").filter((line) => line.length > 80 && !line.startsWith("Example:"))).toEqual(
          [],
        );
        expect([stderr, code]).toEqual(["", 0]);
      }
    },
  );

  it("takes only options that are declared, and every declared option is taken by one", () => {
    const taken = new Set(COMMANDS.flatMap(({ options }) => options));
    const everywhere: OptionName[] = ["json", "quiet", "no-color", "help", "version"];
    expect([...taken, ...everywhere].sort()).toEqual(Object.keys(OPTIONS).sort());
  });

  it("is named in the overview", async () => {
    const { stdout, code } = await program.run(["--help"]);
    expect(code).toBe(0);
    for (const { name, summary } of COMMANDS) {
      expect(stdout).toContain(`  ${name} `);
      expect(stdout.replace(/\s+/g, " ")).toContain(summary);
    }
  });

  it("knows the version of the package", async () => {
    const expected = { stdout: `xinjiang-graph ${packageJson.version}\n`, stderr: "", code: 0 };
    expect(await program.run(["--version"])).toEqual(expected);
    expect(await program.run(["-V"])).toEqual(expected);
  });
});

describe("show", () => {
  it("shows an entity with its names and attributed claims", async () => {
    const { stdout } = await program.run(["show", "port/horgos-road"]);
    expect(stdout).toContain("name\t霍尔果斯公路口岸 (zh-Hans, the editors' inference)\n");
    expect(stdout).toMatch(
      /^claim\tSun Hongmei stated on 2024-05-21, per State Council .*68,600\. \[horgos-/m,
    );
  });

  it("shows a claim with all its fields and who said it", async () => {
    const shown = await json("show", "xinjiang-trade-value-2023");
    expect(shown).toMatchObject({ claim: { quantity: { value: "357.33e9" }, valid: "2023" } });
    expect(shown).toMatchObject({ text: expect.stringMatching(/^China Daily \(state media\) reported/) });
  });

  it("shows a source and which claims cite it", async () => {
    const shown = (await json("show", "scio-2024-06-27")) as { claims: string[] };
    expect(shown).toMatchObject({ source: { held: "2024-05-21" } });
    expect(shown.claims).toContain("xinjiang-trade-value-2023-357-3bn");
  });

  it("says how many claims it leaves out", async () => {
    const { stdout, stderr } = await program.run(["show", "region/xinjiang", "--limit", "2"]);
    expect(stdout.match(/^claim\t/gm)).toHaveLength(2);
    expect(stderr).toMatch(/^\d+ more rows; --limit/);
  });
});

describe("questions of time and certainty", () => {
  const posts = ["timeline", "official/chen-weijun", "--relation", "holdsOffice", "--at", "2025-09"];

  it("gives what is certain and counts the rest on standard error", async () => {
    expect(await program.run(posts)).toEqual({
      stdout: "",
      stderr: "2 claims set aside because they only possibly meet the time asked for\n",
      code: 0,
    });
  });

  it("marks what is only possible", async () => {
    const { stdout, stderr } = await program.run([...posts, "--certainty", "possible"]);
    expect(
      stdout
        .split("\n")
        .slice(0, 2)
        .map((line) => line.split("\t")[1]),
    ).toEqual(["possible", "possible"]);
    expect(stderr).toBe("");
  });

  it("keeps hedges and statuses", async () => {
    const words = ["series", "region/xinjiang", "indicator/trade-value", "--during", "2022/2024"];
    const { stdout } = await program.run([...words, "--status", "any"]);
    expect(stdout).toContain("2022\tover 200 billion CNY\tcertain\tactual\t");
    expect(stdout).toMatch(/^2024\tover 400 billion CNY\tcertain\texpected\t/m);
  });

  it("shows what was known by a day", async () => {
    const words = ["series", "region/xinjiang", "indicator/ports-approved-by-state-council"];
    const values = async (day: string) =>
      ((await json(...words, "--reported-by", day)) as { rows: { value: number }[] }).rows.map(
        ({ value }) => value,
      );
    expect(await values("2024-03-31")).toEqual([]);
    expect(await values("2024-12-31")).toEqual([18]);
    expect(await values("2025-12-31")).toEqual([18, 19]);
  });

  it("gives null in JSON where a hedge leaves a bound open", async () => {
    const { rows } = (await json("series", "region/xinjiang", "indicator/trade-value", "--at", "2007")) as {
      rows: object[];
    };
    expect(rows).toMatchObject([{ comparator: ">", low: 100e9, high: null }]);
  });

  it("says of every claim who said it", async () => {
    const { rows } = (await json(
      "timeline",
      "region/xinjiang",
      "--status",
      "any",
      "--certainty",
      "possible",
    )) as {
      rows: { said: string }[];
    };
    expect(rows.length).toBeGreaterThan(200);
    expect(
      rows.filter(({ said }) => !/ (stated|reported|wrote|denied|presupposed|said)[ ,].*: /.test(said)),
    ).toEqual([]);
  });
});

describe("find", () => {
  it("finds in any language, best first, and narrows by kind and language", async () => {
    const { stdout } = await program.run(["find", "霍尔果斯公路口岸"]);
    expect(stdout).toBe("port/horgos-road\tport\t霍尔果斯公路口岸\twhole\n");
    const ports = await program.run(["find", "khorgos", "port", "--kind", "port", "--lang", "en"]);
    expect(ports.stdout.split("\n").map((line) => line.split("\t")[0])).toEqual([
      ...["port/horgos-railway", "port/horgos-road", ""],
    ]);
  });

  it("ends with 1 and a word where there is nothing", async () => {
    expect(await program.run(["find", "atlantis"])).toEqual({
      stdout: "",
      stderr: "nothing found\n",
      code: 1,
    });
    expect(await program.run(["find", "atlantis", "--quiet"])).toEqual({ stdout: "", stderr: "", code: 1 });
  });
});

describe("path", () => {
  it("gives the claims on the way", async () => {
    const { rows } = (await json("path", "official/zhao-zhijiang", "country/kyrgyzstan")) as {
      rows: { from: string; to: string }[];
    };
    expect(rows.map(({ to }) => to)).toEqual(["organization/kyrgyz-government", "country/kyrgyzstan"]);
  });

  it("ends with 1 where there is none", async () => {
    const { stdout, stderr, code } = await program.run([
      "path",
      "port/horgos-road",
      "country/japan",
      "--relation",
      "opensTo",
    ]);
    expect([stdout, code]).toEqual(["", 1]);
    expect(stderr).toContain("no path\n");
  });
});

describe("one's own dataset", () => {
  const own = ["--data", "mine.jsonl"];

  it("is asked as the bundled one is", async () => {
    const { stdout, code } = await program.run(["show", "port/khorgos-highway", ...own]);
    expect(code).toBe(0);
    expect(stdout).toContain(
      "claim\tPort Office (government) reported on 2026-01-15, in its own voice: " +
        "Khorgos highway port opens to Kazakhstan, as attested on 2026-01-15.",
    );
  });

  it("may come from standard input", async () => {
    const input = readFileSync(join(program.desk, "mine.jsonl"));
    const { stdout, stderr, code } = await program.run(["find", "kazakh", "--data", "-"], { input });
    expect({ stdout, stderr, code }).toEqual({
      stdout: "country/kazakhstan\tcountry\tKazakhstan\tbeginning\n",
      stderr: "",
      code: 0,
    });
  });

  it("is verified against the texts of a folder", async () => {
    const { stdout, stderr, code } = await program.run(["verify", ...own, "--texts", "texts"]);
    expect(stdout).toBe(
      "verified\tregister-2026-01-15\tkhorgos-highway-opens-to-kazakhstan-2026-01-15\t0\t34-75\n" +
        "verified\tregister-2026-01-15\tkhorgos-highway-trucks-2025\t0\t76-113\n",
    );
    expect([stderr, code]).toEqual(["2 verified, 0 moved, 0 ambiguous, 0 missing, 0 unverifiable\n", 0]);
  });
});

describe("series", () => {
  it("says so where there are no figures", async () => {
    const ended = await program.run(["series", "region/xinjiang", "port/horgos-road"]);
    expect(ended).toEqual({
      stdout: "",
      stderr: expect.stringContaining("no figures of region/xinjiang on"),
      code: 0,
    });
  });
});

describe("a dataset that is there already", () => {
  const other = '{"id":"port/kok","names":[{"value":"Kok","lang":"en"}]}\n';

  it("is not replaced by one that lacks records of it, unless --force says so", async () => {
    writeFileSync(join(program.desk, "other.jsonl"), other);
    const merge = (...words: string[]) => program.run(["merge", ...words, "--out", "kept"]);
    expect(await merge("other.jsonl", "mine.jsonl")).toMatchObject({ code: 0 });
    const before = datasetIn(join(program.desk, "kept"));
    for (const refused of [
      merge("mine.jsonl"),
      program.run(["export", "--format", "jsonl", "--data", "mine.jsonl", "--out", "kept"]),
    ]) {
      const { stderr, code } = await refused;
      expect(code).toBe(1);
      expect(stderr).toContain('of which 1 record would be lost, "port/kok"; nothing was written.');
      expect(stderr).toContain("--force. [file/would-lose-records]");
    }
    expect(datasetIn(join(program.desk, "kept"))).toEqual(before);
    const again = await merge("kept", "other.jsonl");
    expect(again).toMatchObject({ code: 0 });
    expect(again.stderr).toContain("replaced the dataset that was in kept: 1 source, 4 entities, 2 claims\n");
    expect(await merge("mine.jsonl", "--force")).toMatchObject({ code: 0 });
    expect(datasetIn(join(program.desk, "kept"))).not.toContain("kok");
  });

  it("is not replaced where it cannot be read", async () => {
    mkdirSync(join(program.desk, "broken"));
    writeFileSync(join(program.desk, "broken", "sources.jsonl"), '{"id":');
    const { stderr, code } = await program.run(["merge", "mine.jsonl", "--out", "broken"]);
    expect(code).toBe(1);
    expect(stderr).toContain("a dataset that cannot be read whole");
  });

  it("of several is called as --name says, else by the names of all", async () => {
    const nameOf = async (...words: string[]) => {
      await program.run(["merge", "--bundled", "mine.jsonl", ...words, "--out", "named", "--force"]);
      return JSON.parse(readFileSync(join(program.desk, "named", "dataset.json"), "utf8")).name;
    };
    expect(await nameOf()).toBe("unnamed + xinjiang-overland-opening-up");
    expect(await nameOf("--name", "ours")).toBe("ours");
  });
});

describe("standard input", () => {
  const ports = "id,name,modes\nport/kok,Kok,road\n";

  it.each([
    ["CSV", ports],
    ["CSV packed with gzip", gzipSync(ports)],
    ["JSON Lines", '{"id":"port/kok","names":[{"value":"Kok","lang":"en"}]}\n'],
  ])("may be %s, and is called by one name", async (_, input) => {
    const { stderr, code } = await program.run(["validate", "-"], { input });
    expect([stderr, code]).toEqual(["(standard input): 0 sources, 1 entity, 0 claims, no problem\n", 0]);
    const merged = await program.run(["merge", "mine.jsonl", "-", "--prefer", "-"], { input });
    expect(merged.stdout).toContain("mine.jsonl with (standard input)\n");
  });
});

describe("the options of formats", () => {
  it.each(Object.entries(EXPORT_FORMATS))(
    "%s: are those that its writer takes",
    async (format, { options }) => {
      const refused = await program.run([
        "export",
        "--format",
        format,
        "--out",
        "o",
        "--set",
        "zzzzzzzzzz=1",
      ]);
      const names = Object.keys(options).join(", ");
      expect(refused.stderr).toContain(
        names === "" ? "this export takes none." : `expected some of ${names}.`,
      );
      for (const [name, values] of Object.entries(options as AcceptedOptions).filter(
        ([, all]) => all !== "text",
      )) {
        const wrong = await program.run(["export", "--format", format, "--out", "o", "--set", `${name}=zz`]);
        for (const value of values) expect(wrong.stderr).toContain(`"${value}"`);
      }
    },
  );
});

/** Every file of a folder as one text. */
function datasetIn(folder: string): string {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("");
}
