import { describe, expect, it } from "vitest";
import { bundledRecords, loadXinjiang } from "../../src/dataset/bundled.ts";
import { datasetFiles } from "../../src/dataset/canonical.ts";
import type { Judgement } from "../../src/dataset/judgements.ts";
import { mergeDatasets } from "../../src/dataset/merge.ts";
import { mergeIntoGraph } from "../../src/dataset/merge-graph.ts";
import { formatMergeReport } from "../../src/dataset/merge-report.ts";
import { parseDataset } from "../../src/dataset/parse-dataset.ts";
import { InvalidRecordError, type Issue } from "../../src/errors.ts";
import { freeze } from "../../src/graph/freeze.ts";
import { recordsOf } from "../../src/graph/records-of.ts";
import { validateRecords } from "../../src/graph/validate.ts";
import type { DatasetInfo, DatasetRecords } from "../../src/model/record.ts";
import { xinjiangOntology } from "../../src/ontology/ontology.ts";

const citation = { source: "register", readAs: "excerpt", voice: "narrated", stance: "asserts" };
const source = {
  id: "register",
  title: "Register of ports",
  publisher: { name: "A. Reader", class: "other", classifiedBy: "A. Reader", classifiedOn: "2026-11-21" },
  genre: "register",
  language: "en",
  published: "2026-01-15",
  accessed: "2026-11-21",
};
const called = (...values: string[]): object[] =>
  values.map((value) => ({ value, lang: "en", source: "register" }));
const opens = (id: string, subject: string, object: string, attested: string): object => ({
  ...{
    id,
    subject,
    relation: "opensTo",
    object,
    attested: [attested],
    status: "actual",
    citations: [citation],
  },
});

/** Five ports of one's own: a known name under a new id, two ids that the dataset has, one new port, one shared code. */
const FIVE_PORTS = [
  source,
  { id: "port/k1", names: called("Khorgos highway port") },
  { id: "port/alashankou", names: called("Dzungarian Gate"), modes: ["road", "rail"] },
  { id: "port/biedieli", names: called("Biedieli Port"), lng: 78.4, lat: 41.4 },
  { id: "port/baketu", names: called("Baketu Port"), modes: ["road"] },
  { id: "port/urc", names: called("Tianshan airport"), identifiers: { iata: "URC" } },
  opens("k1-opens", "port/k1", "country/kazakhstan", "2025-09-29"),
  opens("biedieli-opens", "port/biedieli", "country/kazakhstan", "2024-05-21"),
]
  .map((record) => JSON.stringify(record))
  .join("\n");

const five = (): DatasetRecords => parseDataset({ name: "ports.jsonl", text: FIVE_PORTS }).records;
const same: Judgement = {
  left: "port/k1",
  right: "port/horgos-road",
  judgement: "same",
  by: "A. Reader",
  on: "2026-11-21",
};
const bytes = (records: DatasetRecords): string => JSON.stringify(datasetFiles(records));
const dataset = (
  records: Partial<Record<"sources" | "entities" | "claims", readonly object[]>>,
): DatasetRecords => ({ sources: [], entities: [], claims: [], ...records }) as unknown as DatasetRecords;

describe("five ports of one's own", () => {
  const { records, report } = mergeDatasets([bundledRecords(), five()], { names: ["bundled", "mine"] });

  it('find the existing road port for "Khorgos highway port" first, and neither the town nor the rail port', () => {
    const proposals = report.possiblySame.filter(({ left, right }) => [left, right].includes("port/k1"));
    expect(proposals[0]).toEqual({
      left: "port/horgos-road",
      right: "port/k1",
      score: 0.9,
      reasons: ['both are called "Khorgos highway port"'],
    });
    expect(proposals.slice(1).every(({ score }) => score < 0.9)).toBe(true);
    expect(proposals.flatMap(({ left, right }) => [left, right])).not.toContain("port/horgos-railway");
    expect(
      report.possiblySame.every(({ left, right }) => left.startsWith("port/") && right.startsWith("port/")),
    ).toBe(true);
  });

  it("report the wrong country as a conflict, with both claims side by side", () => {
    expect(report.disagreements.map(({ a, b, classes }) => [a, b, classes])).toEqual([
      ["biedieli-opens", "biedieli-port-opens-to-kyrgyzstan", ["contradiction"]],
    ]);
    expect(report.disagreements[0]?.reason).toContain("A. Reader (2026-01-15): Kazakhstan");
    expect(report.claims.conflicting).toEqual(["biedieli-opens", "biedieli-port-opens-to-kyrgyzstan"]);
    const ids = records.claims.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(report.claims.conflicting as string[]));
  });

  it("overwrite nothing: every bundled claim stands as it was, every bundled entity too or with more", () => {
    const claims = new Map(records.claims.map((claim) => [claim.id, claim]));
    for (const claim of bundledRecords().claims) expect(claims.get(claim.id)).toEqual(claim);
    const entities = new Map(records.entities.map((entity) => [entity.id, entity]));
    for (const { names, ...entity } of bundledRecords().entities) {
      expect(entities.get(entity.id)).toMatchObject(entity);
      expect(entities.get(entity.id)?.names.slice(0, names.length)).toEqual(names);
    }
    expect(report.conflicts).toEqual([]);
  });

  it("tell what was added and extended", () => {
    expect(report.entities).toEqual({
      added: ["port/baketu", "port/k1", "port/urc"],
      same: [],
      extended: ["port/alashankou", "port/biedieli"],
      conflicting: [],
    });
    expect(report.sources.added).toEqual(["register"]);
    expect(report.claims.added).toEqual(["biedieli-opens", "k1-opens"]);
  });

  it("change nothing in a second run", () => {
    const again = mergeDatasets([records, five()], { names: ["bundled", "mine"] });
    expect(bytes(again.records)).toBe(bytes(records));
    const { added, extended } = again.report.entities;
    expect([added, extended, again.report.claims.added, again.report.disagreements]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(again.report.entities.same).toHaveLength(5);
  });

  it("become one with the road port by a judgement, and its claim a further citation of the one there is", () => {
    const judged = mergeDatasets([bundledRecords(), five()], { judgements: [same] });
    expect(judged.report.renamedEntities).toEqual([{ from: "port/k1", to: "port/horgos-road" }]);
    const id = "horgos-road-port-opens-to-kazakhstan-2025-09-29";
    expect(judged.report.claims.extended).toEqual([id]);
    expect(
      judged.records.claims.find((claim) => claim.id === id)?.citations.map((one) => one.source),
    ).toEqual(["people-cn-2025-09-29", "register"]);
    expect(validateRecords(judged.records, xinjiangOntology)).toEqual([]);
    expect(bytes(mergeDatasets([judged.records, five()], { judgements: [same] }).records)).toBe(
      bytes(judged.records),
    );
  });

  it("are no longer proposed once judged different", () => {
    const judgements = [{ ...same, judgement: "different" as const }];
    const judged = mergeDatasets([bundledRecords(), five()], { judgements });
    expect(judged.report.possiblySame.map(({ right }) => right)).not.toContain("port/k1");
    expect(bytes(judged.records)).toBe(bytes(records));
  });

  it("read well as a report", () => {
    expect(formatMergeReport(report)).toMatch(
      /^bundled with mine\nsources: 1 added\nentities: 3 added, 2 extended\nclaims: 2 added, 2 conflicting\nClaims that differ, side by side:\n {2}biedieli-opens \| biedieli-port-opens-to-kyrgyzstan \[contradiction\] .*\nPossibly the same entity; judge them:\n {2}.*\n {2}.*\n$/,
    );
    expect(formatMergeReport(report, { lines: 1 })).toContain("\n  and 1 more\n");
  });
});

describe("records of one id", () => {
  const port = (fields: object): DatasetRecords =>
    dataset({ entities: [{ id: "port/x", names: [{ value: "X", lang: "en" }], ...fields }] });

  it("keep both values of a field in the report, with where they come from, and one in the record", () => {
    const [a, b] = [port({ coordinatesFrom: "GeoNames" }), port({ coordinatesFrom: "Atlas" })];
    const { records, report } = mergeDatasets([a, b], { names: ["a", "b"] });
    expect(records.entities[0]?.coordinatesFrom).toBe("Atlas");
    expect(report.conflicts).toEqual([
      {
        sort: "entities",
        id: "port/x",
        fields: ["coordinatesFrom"],
        values: [
          { value: { coordinatesFrom: "Atlas" }, datasets: ["b"] },
          { value: { coordinatesFrom: "GeoNames" }, datasets: ["a"] },
        ],
      },
    ]);
    expect(report.entities.conflicting).toEqual(["port/x"]);
    expect(formatMergeReport(report)).toContain('  port/x coordinatesFrom: "Atlas" (b) | "GeoNames" (a)\n');
  });

  it("keep the value of the dataset that is preferred", () => {
    const datasets = [port({ lng: 1, lat: 2 }), port({ lng: 0, lat: 9 }), port({ lng: 5, lat: 5 })];
    const names = ["a", "b", "c"];
    for (const [prefer, lng] of [
      [["c"], 5],
      [["b", "c"], 0],
      [[], 0],
      [["a"], 1],
    ] as const) {
      expect(mergeDatasets(datasets, { names, prefer }).records.entities[0]?.lng).toBe(lng);
    }
  });

  it("never put the longitude of one beside the latitude of another", () => {
    const { records, report } = mergeDatasets([port({ lng: 1, lat: 9 }), port({ lng: 2, lat: 3 })]);
    expect(records.entities[0]).toMatchObject({ lng: 1, lat: 9 });
    expect(report.conflicts.map(({ fields }) => fields)).toEqual([["lng", "lat"]]);
  });

  it("unite identifiers one by one", () => {
    const { records, report } = mergeDatasets([
      port({ identifiers: { iata: "AAA", icao: "ZWAA" } }),
      port({ identifiers: { iata: "BBB", geonames: "1" } }),
    ]);
    expect(records.entities[0]?.identifiers).toEqual({ iata: "AAA", icao: "ZWAA", geonames: "1" });
    expect(report.conflicts.map(({ fields }) => fields)).toEqual([["identifiers/iata"]]);
  });

  it("are refused where they are of two kinds, or name two documents", () => {
    const names = [{ value: "X", lang: "en" }];
    const issues = issuesOf(() =>
      mergeDatasets([
        dataset({ entities: [{ id: "x", kind: "port", names }], sources: [{ ...source, title: "One" }] }),
        dataset({ entities: [{ id: "x", kind: "region", names }], sources: [{ ...source, title: "Other" }] }),
      ]),
    );
    expect(issues.map(({ code, id }) => [code, id])).toEqual([
      ["merge/kind-differs", "x"],
      ["merge/document-differs", "register"],
    ]);
    expect(issues[0]?.message).toBe('"x" is a port and a region; give one of them another id.');
    expect(issues[1]?.message).toContain('"One" (dataset 1) and "Other" (dataset 2)');
  });

  it("are one document where address, title or text agree, whatever else differs", () => {
    const url = "https://www.example.org/a/";
    const { report, records } = mergeDatasets([
      dataset({ sources: [{ ...source, title: "One", url }] }),
      dataset({ sources: [{ ...source, title: "Other", url: "http://example.org/a" }] }),
    ]);
    expect(records.sources).toHaveLength(1);
    expect(report.conflicts.map(({ fields }) => fields)).toEqual([["title"], ["url"]]);
  });
});

describe("claims", () => {
  const base = dataset({
    sources: [source],
    entities: [
      { id: "port/x", names: [{ value: "X", lang: "en" }] },
      ...["a", "b", "c"].map((name) => ({ id: `country/${name}`, names: [{ value: name, lang: "en" }] })),
    ],
  });
  const having = (...claims: object[]): DatasetRecords => dataset({ ...base, claims });

  it("that say the same under two ids become one, with all citations", () => {
    const quoted = { ...citation, voice: "quoted" };
    const claim = opens("b", "port/x", "country/a", "2024-01-01");
    const { records, report } = mergeDatasets(
      [having(claim), having({ ...claim, id: "a", citations: [quoted, citation] })],
      { names: ["one", "other"] },
    );
    expect(records.claims.map(({ id, citations }) => [id, citations])).toEqual([["a", [quoted, citation]]]);
    expect(report.renamedClaims).toEqual([{ from: "b", to: "a", datasets: ["one"], because: "equal" }]);
    expect(report.claims.extended).toEqual(["a"]);
  });

  it("of one id that say different things all stay, and both are told", () => {
    const datasets = ["a", "b", "c"].map((country) =>
      having(opens("c", "port/x", `country/${country}`, "2024-01-01")),
    );
    const { records, report } = mergeDatasets(datasets, { names: ["one", "two", "three"], prefer: ["two"] });
    expect(records.claims.map(({ id, object }) => [id, object])).toEqual([
      ["c", "country/b"],
      [expect.stringMatching(/^c~[0-9a-f]{8}$/), expect.anything()],
      [expect.stringMatching(/^c~[0-9a-f]{8}$/), expect.anything()],
    ]);
    const [conflict] = report.conflicts;
    expect(conflict).toMatchObject({ sort: "claims", id: "c", fields: ["object"] });
    expect(conflict?.values[0]).toEqual({ value: { object: "country/b" }, datasets: ["two"], standsAs: "c" });
    expect(conflict?.values.map(({ datasets }) => datasets[0]).sort()).toEqual(["one", "three", "two"]);
    expect(report.claims.conflicting).toEqual(records.claims.map(({ id }) => id));
  });

  it("of the longest id that say different things have ids that are still valid", () => {
    const id = `${"x".repeat(239)}${"😀".repeat(8)}`;
    const { records } = mergeDatasets(
      ["a", "b"].map((country) => having(opens(id, "port/x", `country/${country}`, "2024-01-01"))),
    );
    expect(records.claims).toHaveLength(2);
    expect(validateRecords(records, xinjiangOntology)).toEqual([]);
  });

  it("whose notes differ are one, and both notes are told", () => {
    const claim = opens("c", "port/x", "country/a", "2024-01-01");
    const { records, report } = mergeDatasets([
      having({ ...claim, inferred: "seen on a map" }),
      having({ ...claim, inferred: "by its name" }),
    ]);
    expect(records.claims.map(({ inferred }) => inferred)).toEqual(["by its name"]);
    expect(report.conflicts.map(({ fields, values }) => [fields, values.length])).toEqual([
      [["inferred"], 2],
    ]);
  });

  it("keep a symmetric relation in order when a judgement renames an end", () => {
    const region = (name: string): object => ({ id: `region/${name}`, names: [{ value: name, lang: "en" }] });
    const borders = { ...opens("c", "region/a", "region/m", "2024-01-01"), relation: "borders" };
    const { records } = mergeDatasets(
      [
        dataset({ entities: [region("z")] }),
        dataset({ sources: [source], entities: ["a", "m"].map(region), claims: [borders] }),
      ],
      {
        names: ["first", "second"],
        judgements: [{ ...same, left: "region/a", right: "region/z" }],
        prefer: ["first"],
      },
    );
    expect(records.claims[0]).toMatchObject({ subject: "region/m", object: "region/z" });
    expect(validateRecords(records, xinjiangOntology)).toEqual([]);
  });
});

describe("what cannot be merged", () => {
  it("is refused with every problem and its place", () => {
    const text = '{"id":"port/x","names":[{"value":"X","lang":"en"}],\n"mode":["road"]}';
    const parsed = parseDataset({ name: "mine.json", text });
    const wrong = dataset({ claims: [opens("c", "port/nowhere", "country/kazakhstan", "2024-13")] });
    const issues = issuesOf(() =>
      mergeDatasets([bundledRecords(), parsed.records, wrong], {
        names: ["bundled", "mine", "theirs"],
        locate: parsed.locate,
      }),
    );
    expect(issues.map(({ code, file, line }) => [code, file, line])).toEqual([
      ["record/unknown-field", "mine.json", 2],
      ["record/invalid-date", "theirs", undefined],
      ["record/dangling-entity", "theirs", undefined],
      ["record/dangling-source", "theirs", undefined],
    ]);
  });

  it("is what is no list of datasets", () => {
    expect(() => mergeDatasets({} as never)).toThrow(expect.objectContaining({ code: "merge/not-a-list" }));
    const issues = issuesOf(() => mergeDatasets([null, { sources: [] }] as never, { names: ["a", "b"] }));
    expect(issues.map(({ code, file, path }) => [code, file, path])).toEqual([
      ["record/wrong-type", "a", "/sources"],
      ["record/wrong-type", "a", "/entities"],
      ["record/wrong-type", "a", "/claims"],
      ["record/wrong-type", "b", "/entities"],
      ["record/wrong-type", "b", "/claims"],
    ]);
  });

  it("is an option or a preferred dataset that does not exist", () => {
    expect(() => mergeDatasets([], { judgments: [] } as never)).toThrow(/did you mean "judgements"/);
    expect(() => mergeDatasets([five()], { names: ["a"], prefer: ["b"] })).toThrow(
      expect.objectContaining({ code: "merge/unknown-dataset" }),
    );
  });

  it("gives an empty dataset of no datasets", () => {
    expect(mergeDatasets([]).records).toEqual({ sources: [], entities: [], claims: [] });
  });

  it("tells datasets of one name apart, and what they say of themselves", () => {
    const info = { name: "ports", version: "1.0.0", license: "MIT" };
    const { records, report } = mergeDatasets([
      { ...dataset({}), dataset: info },
      { ...dataset({}), dataset: { ...info, license: "CC0-1.0" } },
    ]);
    expect(report.datasets).toEqual(["ports", "ports (2)"]);
    expect(records.dataset).toEqual({ ...info, license: "CC0-1.0 + MIT" });
    expect(report.conflicts).toEqual([
      {
        sort: "dataset",
        id: "ports",
        fields: ["license"],
        values: [
          { value: { license: "CC0-1.0" }, datasets: ["ports (2)"] },
          { value: { license: "MIT" }, datasets: ["ports"] },
        ],
      },
    ]);
    const named = mergeDatasets([{ ...dataset({}), dataset: info }, dataset({})], {
      dataset: { ...info, name: "both" },
    });
    expect(named.records.dataset?.name).toBe("both");
  });

  it("does not call the outcome by the name, version, licence or coverage of one of several datasets", () => {
    const bundled = bundledRecords();
    const mine = { ...five(), dataset: { name: "mine", version: "0.1", license: "CC0-1.0", title: "Mine" } };
    const outcome = mergeDatasets([bundled, mine]).records;
    const { name, version, license } = bundled.dataset as DatasetInfo;
    expect(outcome.dataset).toEqual({
      name: ["mine", name].sort().join(" + "),
      version: ["0.1", version].sort().join(" + "),
      license: [...new Set(["CC0-1.0", license])].sort().join(" + "),
    });
    for (const again of [
      [mine, bundled],
      [outcome, mine],
      [bundled, outcome],
      [outcome, outcome],
    ])
      expect(mergeDatasets(again).records.dataset).toEqual(outcome.dataset);
    const unnamed = mergeDatasets([bundled, five()]).records;
    expect(unnamed.dataset?.name).toBe(["unnamed", name].sort().join(" + "));
    expect(unnamed.dataset?.version).toContain("unstated");
    expect(unnamed.dataset).not.toHaveProperty("coverage");
    expect(mergeDatasets([five(), unnamed]).records.dataset).toEqual(unnamed.dataset);
    expect(mergeDatasets([bundled, dataset({})]).records.dataset).toEqual(bundled.dataset);
  });
});

describe("mergeIntoGraph", () => {
  it("gives a new graph and leaves the given one as it was, live or frozen", () => {
    const live = loadXinjiang();
    const { graph, report } = mergeIntoGraph(live, [five()], { judgements: [same] });
    expect(report.entities.added).toEqual(["port/baketu", "port/urc"]);
    expect(graph.hasNode("port/k1")).toBe(false);
    expect(graph.getNodeAttribute("port/baketu", "label")).toBe("Baketu Port");
    expect(recordsOf(live)).toEqual(bundledRecords());
    const frozen = mergeIntoGraph(freeze(live), [five()], { judgements: [same] });
    expect(bytes(recordsOf(frozen.graph))).toBe(bytes(recordsOf(graph)));
    const again = mergeIntoGraph(graph, [five()], { judgements: [same] });
    expect(bytes(recordsOf(again.graph))).toBe(bytes(recordsOf(graph)));
  });

  it("lets the ids and values of the graph stand where the datasets differ", () => {
    const names = [{ value: "A", lang: "en" }];
    const mine = dataset({
      entities: [
        { id: "port/alashankou", names, lng: 1, lat: 1 },
        { id: "port/aaa", names },
      ],
    });
    const judgements = [{ ...same, left: "port/aaa", right: "port/biedieli" }];
    const { graph, report } = mergeIntoGraph(loadXinjiang(), [mine], { names: ["mine"], judgements });
    expect(graph.getNodeAttribute("port/alashankou", "label")).toBe("Alashankou Port");
    expect(graph.getNodeAttributes("port/alashankou")).toMatchObject({ lng: 82.56981, lat: 45.17018 });
    expect(report.conflicts[0]?.values[1]).toEqual({ value: { lng: 1, lat: 1 }, datasets: ["mine"] });
    expect(graph.hasNode("port/biedieli")).toBe(true);
  });
});

function issuesOf(merge: () => unknown): readonly Issue[] {
  try {
    merge();
  } catch (error) {
    if (error instanceof InvalidRecordError) return error.issues;
    throw error;
  }
  throw new Error("nothing was refused");
}
