import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followTheMoneyReader } from "../../src/dataset/follow-the-money.ts";
import { FTM_MAPPING, type FtmMapping } from "../../src/dataset/ftm-mapping.ts";
import { graphFromDataset, type ParsedDataset, parseDataset } from "../../src/dataset/parse-dataset.ts";
import type { Source } from "../../src/model/source.ts";
import { naughtyStrings } from "../format/second-readers.ts";

/** People as officials, as a user would say of a file of officials. */
const WITH_PEOPLE: FtmMapping = {
  ...FTM_MAPPING,
  entities: { ...FTM_MAPPING.entities, Person: { kind: "official" } },
};

/** An entity as the format has it; data of our own making. */
function entity(id: string, schema: string, properties: object, rest: object = {}): object {
  return { id, schema, properties, datasets: ["demo_bodies"], last_seen: "2026-03-04T05:06:07", ...rest };
}

const customs = entity("demo-customs", "PublicBody", {
  name: ["Khorgos Customs", "霍尔果斯海关"],
  alias: ["Horgos Customs"],
  wikidataId: ["Q0"],
  country: ["cn"],
});
const firm = entity("demo-firm", "Company", { name: ["Example Freight"], registrationNumber: ["1", "2"] });
const person = entity("demo-person", "Person", { name: ["A. Person"], birthDate: ["1970"] });
const post = entity("demo-post", "Position", {
  name: ["head of office"],
  organization: ["demo-customs"],
  country: ["cn"],
});
const holds = (properties: object, rest?: object): object =>
  entity("demo-holds", "Occupancy", { holder: ["demo-person"], post: ["demo-post"], ...properties }, rest);

const textOf = (lines: readonly object[]): string => lines.map((one) => JSON.stringify(one)).join("\n");

function read(
  lines: readonly object[],
  options: { readonly mapping?: FtmMapping; readonly sources?: Readonly<Record<string, Source>> } = {},
): ParsedDataset {
  return parseDataset(
    { name: "data/demo.ftm.json", text: textOf(lines) },
    { format: followTheMoneyReader(options) },
  );
}

/** Issues with their line and what stands at their place. */
const told = ({ issues }: ParsedDataset, text: string): string[] =>
  issues.map(({ code, received, line = 0, column = 0 }) => {
    const found = text.split("\n")[line - 1]?.slice(column - 1, column + 7);
    return `${line} ${found} ${code}${code.startsWith("ftm/") ? ` ${received}` : ""}`;
  });

describe("followTheMoneyReader", () => {
  it("makes bodies organizations with their names, codes and source", () => {
    const { records } = read([customs]);
    expect(records.entities).toEqual([
      {
        id: "demo-customs",
        kind: "organization",
        names: [
          { value: "Khorgos Customs", lang: "und", source: "demo_bodies" },
          { value: "霍尔果斯海关", lang: "und", source: "demo_bodies" },
          { value: "Horgos Customs", lang: "und", source: "demo_bodies" },
        ],
        identifiers: { wikidata: "Q0" },
        sector: "government",
      },
    ]);
    expect(records.sources).toEqual([
      {
        id: "demo_bodies",
        title: "demo_bodies",
        titleByEditors: true,
        publisher: {
          name: "demo_bodies",
          class: "open data",
          classifiedBy: "reader of FollowTheMoney",
          classifiedOn: "2026-03-04",
        },
        genre: "data set",
        language: "und",
        published: "2026-03-04",
        accessed: "2026-03-04",
      },
    ]);
  });

  it("makes an occupancy a claim of the post's name and body, with what stands between", () => {
    const lines = [customs, person, post, holds({ startDate: ["2020-05"], endDate: ["2023"] })];
    const parsed = read(lines, { mapping: WITH_PEOPLE });
    expect(parsed.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(parsed.records.claims).toEqual([
      {
        id: "demo-holds",
        subject: "demo-person",
        relation: "holdsOffice",
        object: "demo-customs",
        role: "head of office",
        valid: "2020-05/2023",
        status: "actual",
        citations: [
          { source: "demo_bodies", voice: "narrated", stance: "asserts", readAs: "repository file" },
        ],
      },
    ]);
    expect(graphFromDataset(parsed).size).toBe(1);
    expect(told(parsed, textOf(lines))).toEqual([
      '1 ["cn"]}, ftm/unmapped-property PublicBody.country',
      '2 ["1970"] ftm/unmapped-property Person.birthDate',
      '3 ["cn"]}, ftm/unmapped-property Position.country',
    ]);
  });

  it.each<[object, object]>([
    [{ startDate: ["2020"] }, { valid: "2020/" }],
    [{ endDate: ["2021-02-03"] }, { valid: "/2021-02-03" }],
    [{ startDate: ["2020"], endDate: ["2020"] }, { valid: "2020" }],
    [{ startDate: ["2020-01-02T03:04:05"], endDate: ["2021"] }, { valid: "2020-01-02/2021" }],
    [{ date: ["2022-07"] }, { attested: ["2022-07"] }],
    [{}, { attested: ["2026-03-04"] }],
  ])("reads the time of %j as %j", (properties, time) => {
    const { records, issues } = read([customs, person, post, holds(properties)], { mapping: WITH_PEOPLE });
    expect(records.claims[0]).toMatchObject(time);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("leaves people out unless told, and says what has gone with them", () => {
    const lines = [customs, person, post, holds({})];
    const parsed = read(lines);
    expect(parsed.records.claims).toEqual([]);
    expect(told(parsed, textOf(lines))).toEqual([
      '1 ["cn"]}, ftm/unmapped-property PublicBody.country',
      '2 "Person" ftm/unmapped-schema Person',
      '3 ["head o ftm/unmapped-property Position.name',
      '3 ["cn"]}, ftm/unmapped-property Position.country',
      '4 "demo-pe ftm/unmapped-end Occupancy.holder',
    ]);
  });

  it("counts, and tells once, what it leaves out, at the place of the first", () => {
    const ships = [1, 2, 3].map((i) => entity(`ship-${i}`, "Vessel", { name: [`Ship ${i}`] }));
    const lines = [firm, ...ships, entity("own", "Ownership", { owner: ["demo-firm"], asset: ["ship-1"] })];
    const parsed = read(lines);
    expect(parsed.issues.map(({ severity, message }) => [severity, message])).toEqual([
      [
        "warning",
        "Company.registrationNumber is left out once, here first: a record has place for one value, and the first is taken.",
      ],
      [
        "warning",
        "Vessel is left out 3 times, here first: the mapping names no kind and no relation for it.",
      ],
      [
        "warning",
        "Ownership is left out once, here first: the mapping names no kind and no relation for it.",
      ],
    ]);
    expect(told(parsed, textOf(lines))).toEqual([
      '1 "2"]},"d ftm/second-value Company.registrationNumber',
      '2 "Vessel" ftm/unmapped-schema Vessel',
      '5 "Ownersh ftm/unmapped-schema Ownership',
    ]);
    expect(graphFromDataset(parsed).order).toBe(1);
  });

  it("makes a claim of every pair of several subjects and objects", () => {
    const other = entity("demo-union", "Organization", { name: ["Union"] });
    const member = entity("m", "Membership", {
      member: ["demo-firm", "demo-customs"],
      organization: ["demo-union"],
      startDate: ["2024"],
    });
    expect(
      read([customs, firm, other, member]).records.claims.map(({ id, subject }) => [id, subject]),
    ).toEqual([
      ["m-1", "demo-firm"],
      ["m-2", "demo-customs"],
    ]);
  });

  it("cites every dataset of an entity and says that which one says it is not told", () => {
    const both = holds({ startDate: ["2020"] }, { datasets: ["demo_bodies", "demo_people"] });
    const lines = [customs, person, post, both];
    const parsed = read(lines, { mapping: WITH_PEOPLE });
    expect(parsed.records.claims[0]?.citations.map(({ source }) => source)).toEqual([
      "demo_bodies",
      "demo_people",
    ]);
    expect(parsed.records.sources.map(({ id }) => id)).toEqual(["demo_bodies", "demo_people"]);
    expect(told(parsed, textOf(lines))).toContain('4 ["demo_b ftm/several-datasets Which dataset says what');
  });

  it("reads several files as one", () => {
    const union = entity("demo-union", "Organization", { name: ["Union"] }, { datasets: [] });
    const member = entity("m", "Membership", { member: ["demo-firm"], organization: ["demo-union"] });
    const { records, issues } = parseDataset([
      { name: "claims.ftm.json", text: textOf([member, { ...member, id: "demo firm" }]) },
      { name: "folder/more bodies.ftm.json", text: textOf([firm, union, firm]) },
    ]);
    expect(records.claims.map(({ subject, object }) => [subject, object])).toEqual([
      ["demo-firm", "demo-union"],
      ["demo-firm", "demo-union"],
    ]);
    expect(records.sources.map(({ id }) => id)).toEqual(["demo_bodies", "more-bodies"]);
    const errors = issues.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, file, line }) => [code, file, line])).toEqual([
      ["record/invalid-id", "claims.ftm.json", 2],
      ["ftm/duplicate-id", "folder/more bodies.ftm.json", 3],
    ]);
  });

  it("takes the record of a dataset that it is given, and the file's name where entities name none", () => {
    const [source] = read([customs]).records.sources as [Source];
    const given = { ...source, title: "Bodies", language: "en", published: "2025-12-31" };
    const { records } = read([customs, { ...firm, datasets: [] }], { sources: { demo_bodies: given } });
    expect(records.sources).toMatchObject([given, { id: "demo", published: "2026-03-04" }]);
  });

  it("puts the caption first among the names, and makes it the name where there is none", () => {
    const names = (properties: object, caption: string) =>
      read([entity("x", "Company", properties, { caption })]).records.entities[0]?.names.map(
        ({ value }) => value,
      );
    expect(names({ name: ["B", "A", "B"] }, "A")).toEqual(["A", "B"]);
    expect(names({}, "A")).toEqual(["A"]);
    expect(names({ name: ["B"] }, "not a name")).toEqual(["B"]);
  });

  it("shows a problem of a record at the value that it was made of", () => {
    const late = holds({ startDate: ["2024"], endDate: ["2020"] });
    const lines = [{ ...customs, id: "demo customs" }, customs, person, post, late];
    const errors = told(read(lines, { mapping: WITH_PEOPLE }), textOf(lines)).filter(
      (one) => !one.includes("ftm/"),
    );
    expect(errors).toEqual(['1 "demo cu record/invalid-id', '5 "2024"], record/invalid-date']);
  });

  it("keeps naughty names and never loses a property named as JavaScript's own", () => {
    fc.assert(
      fc.property(fc.constantFrom(...naughtyStrings), (name) => {
        const { records } = read([entity("x", "Company", { name: [name] })]);
        expect(records.entities[0]?.names[0]?.value).toBe(name);
      }),
    );
    const text =
      '{"id":"x","schema":"constructor","properties":{"__proto__":["a"],"name":["b"]},"datasets":[]}';
    const parsed = parseDataset({ name: "x.ftm.json", text });
    expect(told(parsed, text)).toEqual(['1 "constru ftm/unmapped-schema constructor']);
    const known = text
      .replace("constructor", "Company")
      .replace('"datasets"', '"last_seen":"2026-01-01","datasets"');
    expect(told(parseDataset({ name: "x.ftm.json", text: known }), known)).toEqual([
      '1 ["a"],"n ftm/unmapped-property Company.__proto__',
    ]);
  });
});
