import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bundledRecords } from "../../src/dataset/bundled.ts";
import { mergeDatasets } from "../../src/dataset/merge.ts";
import type { PossiblySame, SameEntityOptions } from "../../src/dataset/same-entity.ts";
import type { DatasetRecords } from "../../src/model/record.ts";

const bundled = bundledRecords();

/** Proposals for an entity beside the bundled ones. */
function proposals(
  entity: {
    readonly id?: string;
    readonly name: string;
    readonly lang?: string;
    readonly [field: string]: unknown;
  },
  options: SameEntityOptions = {},
  beside: DatasetRecords = bundled,
): (PossiblySame & { readonly other: string })[] {
  const { id = "port/mine", name, lang = "en", ...fields } = entity;
  const mine = { sources: [], claims: [], entities: [{ id, names: [{ value: name, lang }], ...fields }] };
  const { possiblySame } = mergeDatasets([beside, mine], { same: options }).report;
  return possiblySame.map((one) => ({ ...one, other: one.left === id ? one.right : one.left }));
}

/** The bundled records with only those names of ports that a source writes. */
const asWritten: DatasetRecords = {
  ...bundled,
  entities: bundled.entities.map((entity) => {
    const written = entity.names.filter((name) => !name.inferred || name.value === "Khorgos Road Port");
    return entity.id.startsWith("port/") && written.length > 0 ? { ...entity, names: written } : entity;
  }),
};

describe("possibly the same by name", () => {
  it.each([
    ["KHORGOS HIGHWAY PORT", "en", "port/horgos-road"],
    ["Khorgos Highway-Port", "en", "port/horgos-road"],
    ["Huoerguosi Gonglu Kouan", "zh-Latn", "port/horgos-road"],
    ["霍尔果斯公路口岸", "zh-Hans", "port/horgos-road"],
    ["霍尔果斯铁路口岸", "zh-Hans", "port/horgos-railway"],
    ["Khorgas railway port", "en", "port/horgos-railway"],
    ["Ｋａｓｈｇａｒ Airport", "en", "port/kashgar-airport"],
    ["Алашанькоу", "ru", "port/alashankou"],
  ])("finds %s (%s)", (name, lang, expected) => {
    expect(proposals({ name, lang })[0]?.other).toBe(expected);
  });

  it("weighs words by how few entities bear them: that both are ports, or highways, tells nothing", () => {
    expect(proposals({ name: "Port" }).map(({ other }) => other)).toEqual([]);
    expect(proposals({ name: "Torugart Port" }).map(({ other }) => other)).toEqual([]);
    expect(proposals({ name: "Northern Highway Port" }).map(({ other }) => other)).toEqual([]);
  });

  it("never proposes an entity of another kind, be the name the same", () => {
    const found = proposals({ id: "port/mine", name: "Horgos" });
    expect(
      bundled.entities.some(
        ({ id, names }) => id === "region/horgos" && names.some(({ value }) => value === "Horgos"),
      ),
    ).toBe(true);
    expect(found.every(({ other }) => other.startsWith("port/"))).toBe(true);
  });

  it("lets other values of a closed list speak against it", () => {
    const names = proposals({ name: "Khorgos Road Port", modes: ["road"] }, { atLeast: 0 }, asWritten);
    expect(names[0]?.other).toBe("port/horgos-road");
    const rail = names.find(({ other }) => other === "port/horgos-railway");
    expect(rail?.reasons).toContain("modes differ: rail and road");
  });
});

describe("possibly the same by code and place", () => {
  it("finds a shared identifier whatever the names, and an attribute that is a code", () => {
    expect(proposals({ name: "X", identifiers: { iata: "KHG" } })).toMatchObject([
      { other: "port/kashgar-airport", score: 0.98, reasons: ['identifiers/iata of both is "KHG"'] },
    ]);
    expect(proposals({ id: "country/mine", name: "Nippon", iso3: "JPN" })[0]).toMatchObject({
      other: "country/japan",
      reasons: ['iso3 of both is "JPN"'],
    });
  });

  it("lets another code of the same register speak against a name", () => {
    const [same, other] = ["KHG", "XXX"].map((iata) =>
      proposals({ name: "Kashgar Airport", identifiers: { iata } }, { atLeast: 0 }).find(
        (one) => one.other === "port/kashgar-airport",
      ),
    );
    expect(other?.score).toBeLessThan((same?.score ?? 0) / 2);
    expect(other?.reasons).toContain('identifiers/iata differ: "KHG" and "XXX"');
  });

  it("finds what lies near, and tells how near", () => {
    const found = proposals({ name: "X", lng: 80.41, lat: 44.215 });
    expect(found).toMatchObject([{ other: "port/horgos-road", reasons: ["0.7 km apart"] }]);
    expect(proposals({ name: "X", lng: 80.5, lat: 44.215 })).toEqual([]);
    expect(proposals({ name: "X", lng: 80.5, lat: 44.215 }, { withinKm: 10 })).toHaveLength(1);
  });

  it("finds what lies near across the date line and at a pole", () => {
    const at = (id: string, lng: number, lat: number): DatasetRecords => ({
      ...{ sources: [], claims: [] },
      entities: [{ id, names: [{ value: id, lang: "en" }], lng, lat }],
    });
    for (const [a, b] of [
      [at("port/a", 179.999, 10), at("port/b", -179.999, 10)],
      [at("port/a", 0, 89.999), at("port/b", 180, 89.999)],
    ] as const) {
      expect(mergeDatasets([a, b]).report.possiblySame).toHaveLength(1);
    }
  });

  it("lets a great distance speak against a name", () => {
    const [far] = proposals({ name: "Khorgos highway port", lng: 10, lat: 50 });
    expect(far).toMatchObject({ other: "port/horgos-road", score: 0.54 });
    expect(far?.reasons[1]).toMatch(/^\d{4} km apart$/);
  });
});

describe("sources that may be the same document", () => {
  it("are found by address, by text, by title and day", () => {
    const { text, ...source } = bundled.sources[0] as (typeof bundled.sources)[number];
    const mine = {
      sources: [{ ...source, id: "mine", url: `${source.url?.replace("https://", "http://www.")}#top` }],
      entities: [],
      claims: [],
    };
    expect(mergeDatasets([bundled, mine]).report.possiblySameSources).toEqual([
      {
        left: source.id,
        right: "mine",
        score: 0.95,
        reasons: [
          expect.stringMatching(/^the same address news\.cgtn\.com\//),
          expect.stringMatching(/^both are called ".*" and were published 2024-11-01\?$/),
        ],
      },
    ]);
    expect(text?.sha256).toHaveLength(64);
  });
});

describe("names of any kind", () => {
  it("are compared without stumbling: the naughty strings", () => {
    const folder = process.env.SUITES_DIR;
    if (!folder) return console.warn("SUITES_DIR is not set: naughty strings are not run");
    const strings: string[] = JSON.parse(readFileSync(join(folder, "naughty-strings.json"), "utf8"));
    const whole = strings.filter((text) => text !== "" && !/\p{Cs}/u.test(text));
    expect(whole.length).toBeGreaterThan(500);
    const dataset = (prefix: string): DatasetRecords => ({
      ...{ sources: [], claims: [] },
      entities: whole.map((value, i) => ({ id: `port/${prefix}${i}`, names: [{ value, lang: "en" }] })),
    });
    const { records, report } = mergeDatasets([dataset("a"), dataset("b")]);
    expect(records.entities.flatMap(({ names }) => names.map(({ value }) => value)).sort()).toEqual(
      [...whole, ...whole].sort(),
    );
    const pairs = new Set(report.possiblySame.map(({ left, right }) => `${left} ${right}`));
    const found = whole.filter((_, i) => pairs.has(`port/a${i} port/b${i}`));
    expect(found.length).toBeGreaterThan(whole.length * 0.9);
  });
});
