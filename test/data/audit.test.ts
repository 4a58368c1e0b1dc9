import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Item } from "../../data/tools/account.ts";
import { type AuditResult, auditDataset, contextOf } from "../../data/tools/audit.ts";
import { readExclusions } from "../../data/tools/exclusions.ts";
import { ROOT } from "../../data/tools/files.ts";
import { foldText, lowerCaseWords, namesIn, occurrencesOf } from "../../data/tools/names.ts";
import { readDataset } from "../../data/tools/read-dataset.ts";
import type { ClaimRecord } from "../../src/model/claim.ts";
import type { EntityRecord } from "../../src/model/entity.ts";
import type { Source } from "../../src/model/source.ts";

const TEXT = `Port notes

Ann Example:

Trade through Horgos Port rose 27.3% to 5.86 billion yuan ($0.8 billion) in May 2024, one of the best months.
Salt Road carriers of Xin-jiang met on June 26 at the 8th China-Eurasia Expo. About one-third came back.
`;

const SOURCE: Source = {
  id: "example-2024-06-30",
  title: "Port notes",
  publisher: { name: "Example Daily", class: "state media", classifiedBy: "a test", classifiedOn: "2024" },
  genre: "report",
  language: "en",
  url: "https://example.org/notes",
  published: "2024-06-30",
  accessed: "2024-07-01",
};

const ENTITIES: EntityRecord[] = [
  { id: "official/ann-example", names: [{ value: "Ann Example", lang: "en" }] },
  { id: "port/horgos", names: [{ value: "Horgos Port", lang: "en" }] },
  { id: "indicator/trade", names: [{ value: "trade value", lang: "en" }] },
  { id: "indicator/growth", names: [{ value: "growth of trade", lang: "en" }] },
  { id: "region/xinjiang", names: [{ value: "Xinjiang", lang: "en" }] },
  { id: "organization/carriers", names: [{ value: "Salt Road carriers", lang: "en" }] },
  { id: "event/expo", names: [{ value: "China-Eurasia Expo", lang: "en" }], edition: "8" },
];

/** A citation of the sentence that holds `words`. */
function citing(words: string, speaker?: string): ClaimRecord["citations"][number] {
  const start = TEXT.indexOf(words);
  const end = start + words.length;
  return { source: SOURCE.id, start, end, voice: "quoted", stance: "asserts", ...(speaker && { speaker }) };
}

const FIRST = TEXT.slice(TEXT.indexOf("Trade"), TEXT.indexOf("\nSalt"));
const SECOND = TEXT.slice(TEXT.indexOf("Salt"), TEXT.indexOf(" About"));

const CLAIMS: ClaimRecord[] = [
  {
    id: "trade-value",
    subject: "port/horgos",
    relation: "observed",
    object: "indicator/trade",
    quantity: { value: "5.86e9", unit: "CNY", equivalents: [{ value: "0.8e9", unit: "USD" }] },
    valid: "2024-05",
    status: "actual",
    citations: [citing(FIRST, "official/ann-example")],
  },
  {
    id: "trade-growth",
    subject: "port/horgos",
    relation: "observed",
    object: "indicator/growth",
    quantity: { value: "27.3", unit: "%" },
    valid: "2024-05",
    status: "actual",
    citations: [citing(FIRST, "official/ann-example")],
  },
  {
    id: "carriers-at-expo",
    subject: "organization/carriers",
    relation: "participatesIn",
    object: "event/expo",
    scope: { place: "region/xinjiang" },
    valid: "2024-06-26",
    status: "actual",
    citations: [citing(SECOND)],
  },
];

const EXCLUSIONS = [
  { source: SOURCE.id, token: "one", reason: "pronoun or article use of one", all: true },
  {
    source: SOURCE.id,
    token: "8",
    reason: "part of a name counted elsewhere",
    start: TEXT.indexOf("8th"),
    note: "the edition",
  },
  { source: SOURCE.id, token: "one-third", reason: "rhetoric", start: TEXT.indexOf("one-third") },
];

describe("auditDataset", () => {
  let folder: string;
  const before = process.env.SOURCES_DIR;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "audit-"));
    writeFileSync(join(folder, "notes.txt"), TEXT);
    writeFileSync(join(folder, "index.json"), JSON.stringify([{ file: "notes.txt", url: SOURCE.url }]));
    process.env.SOURCES_DIR = folder;
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
    if (before === undefined) delete process.env.SOURCES_DIR;
    else process.env.SOURCES_DIR = before;
  });

  function audit(exclusions: readonly object[] = EXCLUSIONS, claims = CLAIMS): AuditResult {
    const path = join(folder, "exclusions.jsonl");
    writeFileSync(path, exclusions.map((exclusion) => `${JSON.stringify(exclusion)}\n`).join(""));
    const { lines, problems } = readExclusions(path);
    const result = auditDataset({ sources: [SOURCE], entities: ENTITIES, claims }, lines);
    if (!result) throw new Error("there is a document to audit");
    return { ...result, problems: [...problems, ...result.problems] };
  }

  const unaccounted = (result: AuditResult): string[] =>
    result.items.filter((item) => item.status === "unaccounted").map((item) => item.text);

  const itemOf = (result: AuditResult, text: string): Item | undefined =>
    result.items.find((item) => item.text === text);

  it("accounts for every number and name of a document, with the claims that cite them", () => {
    const result = audit();
    expect(result.problems).toEqual([]);
    expect(unaccounted(result)).toEqual([]);
    expect(itemOf(result, "27.3")?.by).toEqual(["trade-growth"]);
    expect(itemOf(result, "5.86")?.by).toEqual(["trade-value"]);
    expect(itemOf(result, "0.8")?.by).toEqual(["trade-value"]);
    expect(itemOf(result, "26")?.by).toEqual(["carriers-at-expo"]);
    expect(itemOf(result, "June")?.by).toEqual(["carriers-at-expo"]);
    expect(itemOf(result, "China-Eurasia Expo")?.by).toEqual(["carriers-at-expo"]);
    expect(itemOf(result, "Xin")?.by).toEqual(["carriers-at-expo"]);
    expect(itemOf(result, "Port")?.by).toEqual(["the source itself"]);
    expect(itemOf(result, "one-third")?.reason).toBe("rhetoric");
  });

  it("counts the label of a speaker as cited by what that speaker says below it", () => {
    expect(itemOf(audit(), "Ann Example")?.by).toEqual(["trade-value", "trade-growth"]);
    const silent = CLAIMS.map((claim) => ({ ...claim, citations: claim.citations.map(withoutSpeaker) }));
    expect(unaccounted(audit(EXCLUSIONS, silent))).toEqual(["Ann Example"]);
  });

  it("finds a number that no passage covers", () => {
    expect(unaccounted(audit(EXCLUSIONS.slice(0, 2)))).toEqual(["one-third"]);
  });

  it("finds a number in a covered passage whose claims do not carry it", () => {
    expect(unaccounted(audit(EXCLUSIONS, CLAIMS.slice(1)))).toEqual(["5.86", "0.8"]);
    expect(unaccounted(audit(EXCLUSIONS.filter((exclusion) => exclusion.token !== "8")))).toEqual(["8"]);
  });

  it("finds a name in a covered passage whose claims do not involve it, and only the part that they do not", () => {
    const elsewhere = CLAIMS.map((claim) =>
      claim.id === "carriers-at-expo" ? { ...claim, subject: "port/horgos", scope: undefined } : claim,
    ) as ClaimRecord[];
    expect(unaccounted(audit(EXCLUSIONS, elsewhere))).toEqual(["Salt Road", "Xin"]);
  });

  it("takes a number for a day of the month only beside the month's name", () => {
    const days = CLAIMS.map((claim) =>
      claim.relation === "observed" ? claim : { ...claim, valid: "2024-06-08" },
    );
    expect(unaccounted(audit(EXCLUSIONS.slice(2), days))).toEqual(["one", "26", "8"]);
  });

  it("objects to exclusions that exclude nothing", () => {
    const stale = [
      { source: SOURCE.id, token: "27.3", reason: "rhetoric", start: TEXT.indexOf("27.3") },
      { source: SOURCE.id, token: "Horgos", reason: "rhetoric", all: true },
      { source: SOURCE.id, token: "Kashgar", reason: "rhetoric", all: true },
      { source: SOURCE.id, token: "May", reason: "rhetoric", start: 0 },
      { source: SOURCE.id, token: "carriers", reason: "rhetoric", start: TEXT.indexOf("carriers") },
      { source: "nobody-2020", token: "one", reason: "rhetoric", all: true },
    ];
    const { problems } = audit([...EXCLUSIONS, ...stale]);
    expect(problems.map((problem) => problem.split(":")[1]).sort()).toEqual(["4", "5", "6", "7", "8", "9"]);
  });

  it("objects to lines that are no exclusions", () => {
    const lines = [
      { source: SOURCE.id, token: "one", reason: "because", all: true },
      { source: SOURCE.id, token: "one", reason: "rhetoric" },
      { source: SOURCE.id, token: "one", reason: "rhetoric", all: true, start: 3 },
      { source: SOURCE.id, token: FIRST, reason: "rhetoric", start: TEXT.indexOf(FIRST) },
      { source: SOURCE.id, token: "one", reason: "rhetoric", start: -1 },
      { source: SOURCE.id, token: "one", reason: "rhetoric", all: true, sentence: "words" },
      EXCLUSIONS[0],
    ];
    const { problems } = audit([...EXCLUSIONS, ...(lines as object[])]);
    expect(problems).toHaveLength(7);
    expect(problems[0]).toContain('"because" is not a reason');
    expect(problems[3]).toContain("at most 60 are kept");
    expect(problems[6]).toContain("repeats");
  });

  it("finds a source whose document is missing", () => {
    const other = { ...SOURCE, id: "other-2024", url: "https://example.org/other" };
    const text = { length: 1, sha256: "0".repeat(64) };
    const sources = [SOURCE, { ...other, text }, { ...other, id: "excerpt-2024" }];
    const result = auditDataset({ sources, entities: ENTITIES, claims: CLAIMS }, []);
    expect(result?.problems).toEqual(["other-2024: the document is not in SOURCES_DIR"]);
  });

  it("audits nothing where there are no documents", () => {
    delete process.env.SOURCES_DIR;
    expect(auditDataset({ sources: [SOURCE], entities: ENTITIES, claims: CLAIMS }, [])).toBeUndefined();
  });

  it("shows at most 60 characters of a document", () => {
    const result = audit([]);
    for (const item of result.items) expect(contextOf(TEXT, item).length).toBeLessThanOrEqual(60);
  });
});

describe("npm run data:audit", () => {
  const run = (sources: string | undefined) => {
    const { SOURCES_DIR: _, ...rest } = process.env;
    const env = sources === undefined ? rest : { ...rest, SOURCES_DIR: sources };
    const script = join(ROOT, "data", "tools", "audit.ts");
    return spawnSync(process.execPath, ["--import", "tsx", script], { cwd: ROOT, env, encoding: "utf8" });
  };

  it("says loudly that nothing was audited where SOURCES_DIR is not set", () => {
    const { status, stderr, stdout } = run(undefined);
    expect(status).toBe(0);
    expect(stderr).toContain("NOT AUDITED");
    expect(stdout).not.toContain("unaccounted");
  });

  it("fails where SOURCES_DIR holds no documents", () => {
    expect(run(join(tmpdir(), "no-such-folder")).status).toBe(2);
  });
});

describe.skipIf(!process.env.SOURCES_DIR)("the bundled data", () => {
  it("leave no number and no name of the documents unaccounted for", () => {
    const exclusions = readExclusions();
    const result = auditDataset(readDataset().records, exclusions.lines);
    const missing = result?.items.filter((item) => item.status === "unaccounted");
    expect(missing?.map((item) => `${item.source} @${item.start} ${item.text}`)).toEqual([]);
    expect([...exclusions.problems, ...(result?.problems ?? [])]).toEqual([]);
  });
});

describe("namesIn", () => {
  const words = (text: string, ordinary = new Set<string>()): string[] =>
    namesIn(text, ordinary).map((run) => run.map((word) => word.joint + word.text).join(""));

  it("keeps the inner words, hyphens and brackets of proper names", () => {
    expect(words("the Ministry of Rites and the China (Xinjiang) Pilot Free Trade Zone")).toEqual([
      "Ministry of Rites and the China (Xinjiang) Pilot Free Trade Zone",
    ]);
    expect(words("on the China-Kazakhstan line")).toEqual(["China-Kazakhstan"]);
    expect(words("by Alblas Co., Ltd. for U.S. dollars")).toEqual(["Alblas Co., Ltd", "U.S"]);
  });

  it("parts names at sentences, lines, commas and slashes", () => {
    expect(words("in Hami. Turpan, Korla/Aksu\nHotan")).toEqual(["Hami", "Turpan", "Korla", "Aksu", "Hotan"]);
  });

  it("takes the first word of a sentence for ordinary where it is written small elsewhere", () => {
    const ordinary = lowerCaseWords(["we saw salt and a trade fair"]);
    expect(words("Salt sells. Hami salt. The Trade Fair. “Trade”", ordinary)).toEqual(["Hami", "Trade Fair"]);
    expect(words("Salt sells.")).toEqual(["Salt"]);
    expect(words('He met "carrier" Salt Hu. “Salt!” Trade by Ms. Salt Hu', ordinary)).toEqual([
      "Salt Hu",
      "Salt Hu",
    ]);
  });

  it("reads a month within a hyphened word, and leaves number words to the numbers", () => {
    expect(words("in mid-July. Nineteen provinces")).toEqual(["July"]);
  });
});

describe("occurrencesOf", () => {
  const places = (name: string, text: string): string[] =>
    occurrencesOf(name, foldText(text)).map(({ start, end }) => text.slice(start, end));

  it("minds neither hyphens nor spaces nor capitals nor possessives", () => {
    expect(places("Xinjiang", "Xin-jiang's and xinjiang")).toEqual(["Xin-jiang's", "xinjiang"]);
    expect(places("Central Asia", "the Central Asian countries")).toEqual(["Central Asian"]);
  });

  it("finds whole words only", () => {
    expect(places("Asia", "Eurasia")).toEqual([]);
    expect(places("", "Eurasia")).toEqual([]);
  });
});

function withoutSpeaker({ speaker: _, ...citation }: ClaimRecord["citations"][number]) {
  return citation;
}
