import { describe, expect, it } from "vitest";
import { InvalidQueryError, NotFoundError } from "../../src/errors.ts";
import { type ConflictOptions, compareClaims, conflicts } from "../../src/evidence/conflicts.ts";
import { assembleGraph } from "../../src/graph/assemble.ts";
import type { KnowledgeGraph } from "../../src/graph/knowledge-graph.ts";
import type { ClaimRecord } from "../../src/model/claim.ts";
import type { DatasetRecords } from "../../src/model/record.ts";
import { defineKind, defineOntology, defineRelation } from "../../src/ontology/define.ts";
import { xinjiangOntology } from "../../src/ontology/ontology.ts";
import { figureGraph, SOURCES } from "./figure-records.ts";

const stock = { measure: "stock", unit: "1" };
const share = { measure: "share", unit: "%" };

/** Conflicts as `a b: classes`, with arrow and outcome. */
function pairs(graph: KnowledgeGraph, options: ConflictOptions<string, "ranked"> = {}): string[] {
  return conflicts(graph, options).map(
    ({ a, b, classes, direction, outcome }) =>
      `${a} ${b}: ${classes.join(" ")}${direction ? ` (${direction.from} → ${direction.to})` : ""}${outcome ? ` ${outcome}` : ""}`,
  );
}

describe("conflicts on the cases of the documents", () => {
  it("takes 357, 357.3 and 357.33 billion as one figure less and less precisely said", () => {
    const graph = figureGraph({}, [
      {
        id: "a-over-357",
        on: "trade",
        value: "357e9",
        unit: "CNY",
        comparator: ">",
        valid: "2023",
        source: "daily-2024",
      },
      { id: "b-357.3", on: "trade", value: "357.3e9", unit: "CNY", valid: "2023" },
      { id: "c-357.33", on: "trade", value: "357.33e9", unit: "CNY", valid: "2023", source: "daily-2025" },
      { id: "d-435.11", on: "trade", value: "435.11e9", unit: "CNY", valid: "2024", source: "daily-2025" },
    ]);
    expect(pairs(graph)).toEqual([
      "a-over-357 b-357.3: rounding",
      "a-over-357 c-357.33: rounding",
      "b-357.3 c-357.33: rounding",
    ]);
  });

  it("gives both figures as reported with their sources and days", () => {
    const graph = figureGraph({ trade: { measure: "flow" } }, [
      {
        ...{
          id: "a",
          on: "trade",
          value: "357e9",
          unit: "CNY",
          comparator: ">",
          valid: "2023",
          source: "daily-2024",
        },
        asReported: "surpassed 357 billion yuan ($49.6 billion)",
      },
      { id: "b", on: "trade", value: "357.3e9", unit: "CNY", valid: "2023", speaker: "official/chen-weijun" },
    ]);
    expect(conflicts(graph)[0]?.reason).toBe(
      "trade of xinjiang. China Daily (2024-03-07): surpassed 357 billion yuan ($49.6 billion), in 2023; " +
        "chen weijun, per State Council Information Office (stated 2024-05-21, published 2024-06-27): 357.3 billion CNY, in 2023. " +
        "The first may be the second said less precisely.",
    );
  });

  it("takes 118 bilateral routes to 119 international routes as overtaken and differently defined", () => {
    const graph = figureGraph(
      {
        "international-routes": { ...stock, comparableTo: ["indicator/bilateral-routes"] },
        "bilateral-routes": stock,
      },
      [
        { id: "routes-118", on: "bilateral-routes", value: "118", unit: "1", attested: ["2024-05-21"] },
        {
          id: "routes-119",
          on: "international-routes",
          value: "119",
          unit: "1",
          attested: ["2025-09-29"],
          source: "portal-2025",
        },
      ],
    );
    expect(pairs(graph)).toEqual(["routes-118 routes-119: superseded definition (routes-118 → routes-119)"]);
    expect(conflicts(graph)[0]?.certainty).toBe("possible");
  });

  it("takes 18 approved ports to 19 as overtaken, and sets 18 land ports for trade beside both", () => {
    const graph = figureGraph(
      {
        "approved-ports": stock,
        "trade-ports": {
          ...stock,
          definition: "Land ports for trade",
          comparableTo: ["indicator/approved-ports"],
        },
      },
      [
        { id: "approved-18", on: "approved-ports", value: "18", unit: "1", attested: ["2024-05-21"] },
        {
          id: "approved-19",
          on: "approved-ports",
          value: "19",
          unit: "1",
          attested: ["2025-09-29"],
          source: "portal-2025",
        },
        {
          id: "trade-18",
          on: "trade-ports",
          value: "18",
          unit: "1",
          attested: ["2024-03-07"],
          source: "daily-2024",
        },
      ],
    );
    expect(pairs(graph)).toEqual([
      "approved-18 approved-19: superseded (approved-18 → approved-19)",
      "approved-18 trade-18: definition",
      "approved-19 trade-18: superseded definition (trade-18 → approved-19)",
    ]);
    expect(conflicts(graph, { claim: "approved-18", object: "indicator/trade-ports" })[0]?.reason).toContain(
      "They count by different definitions (approved ports; trade ports: Land ports for trade).",
    );
  });

  it("lets over 60 % and more than half of the trains both hold", () => {
    const graph = figureGraph({ trains: share }, [
      { id: "over-60", on: "trains", value: "60", unit: "%", comparator: ">", attested: ["2024-05-21"] },
      {
        id: "over-half",
        on: "trains",
        value: "1/2",
        unit: "1",
        comparator: ">",
        attested: ["2025-09-29"],
        source: "portal-2025",
      },
    ]);
    expect(pairs(graph)).toEqual(["over-60 over-half: compatible"]);
    expect(conflicts(graph)[0]?.reason).toMatch(/Both may hold, but only because "over" leaves room\.$/);
  });

  it("tells how over 39 billion in two years and over 17 billion a year compare", () => {
    const lines = [
      { id: "over-17", on: "support", value: "17e9", unit: "CNY", comparator: ">", attested: ["2024-05-21"] },
      {
        id: "over-39",
        on: "pairing-funds",
        value: "39e9",
        unit: "CNY",
        comparator: ">",
        valid: "2022~/2023~",
      },
    ] as const;
    const comparableTo = ["indicator/pairing-funds"];
    const yearly = figureGraph({ support: { comparableTo, per: "P1Y" } }, lines);
    expect(pairs(yearly)).toEqual(["over-17 over-39: definition compatible"]);
    expect(conflicts(yearly)[0]?.reason).toContain(
      "different stretches of time (the first is for 1 year, over 17 billion CNY a year; the second is for 2 years, over 19.5 billion CNY a year)",
    );
    const unsaid = figureGraph({ support: { comparableTo } }, lines);
    expect(pairs(unsaid)).toEqual(["over-17 over-39: definition compatible"]);
    expect(conflicts(unsaid)[0]?.reason).toContain("over what time the first is counted is not said");
  });

  it("finds the forecast of more than 400 billion met by 435.11", () => {
    const graph = figureGraph({}, [
      {
        id: "expected",
        on: "trade",
        value: "400e9",
        unit: "CNY",
        comparator: ">",
        valid: "2024",
        status: "expected",
      },
      { id: "came", on: "trade", value: "435.11e9", unit: "CNY", valid: "2024", source: "daily-2025" },
    ]);
    expect(pairs(graph)).toEqual(["came expected: forecast (expected → came) met"]);
    expect(conflicts(graph)[0]?.reason).toMatch(/The first was expected; what came reaches it\.$/);
  });

  it("takes more than 30 % as 34.4 % less precisely said", () => {
    const graph = figureGraph({ "grain-share": share }, [
      { id: "30", on: "grain-share", value: "30", unit: "%", comparator: ">", valid: "2023" },
      { id: "34", on: "grain-share", value: "34.4", unit: "%", valid: "2023" },
    ]);
    expect(pairs(graph)).toEqual(["30 34: rounding"]);
  });
});

describe("conflicts of figures", () => {
  const trade = (id: string, value: string, more: object = {}) =>
    ({ id, on: "trade", value, unit: "CNY", valid: "2023", ...more }) as const;

  it("calls figures of one window that cannot both hold a contradiction", () => {
    const graph = figureGraph({}, [trade("a", "357.33e9"), trade("b", "361.2e9")]);
    expect(pairs(graph)).toEqual(["a b: contradiction"]);
    expect(conflicts(graph)[0]?.certainty).toBe("certain");
    expect(conflicts(graph)[0]?.reason).toMatch(
      /They speak of one time, of which the two cannot both hold\.$/,
    );
  });

  it("says nothing where figures are the same, of other windows, scopes or subjects", () => {
    const scope = { partner: "region/central-asia" };
    const graph = figureGraph({}, [
      trade("a", "357.33e9"),
      trade("same", "357.33e9", { source: "daily-2025", valid: "2023-01/2023-12" }),
      trade("part", "98e9", { valid: "2023-01/2023-04" }),
      trade("narrower", "283e9", { scope }),
      trade("other", "190e9", { of: "region/xinjiang-ftz" }),
    ]);
    expect(pairs(graph)).toEqual([]);
  });

  it("does not let neighbouring rounded figures of one precision pass for the same", () => {
    expect(pairs(figureGraph({}, [trade("a", "357.3e9"), trade("b", "357.4e9")]))).toEqual([
      "a b: contradiction",
    ]);
  });

  it("holds `about` and `nearly` to twice their ordinary reach", () => {
    const graph = (value: string) =>
      figureGraph({}, [trade("about", "100e9", { comparator: "~" }), trade("plain", value)]);
    expect(pairs(graph("104e9"))).toEqual(["about plain: rounding"]);
    expect(pairs(graph("250e9"))).toEqual(["about plain: contradiction"]);
    const nearly = (value: string) =>
      figureGraph({}, [trade("nearly", "180", { comparator: "nearly" }), trade("plain", value)]);
    expect(pairs(nearly("176.5"))).toEqual(["nearly plain: rounding"]);
    expect(pairs(nearly("181.5"))).toEqual(["nearly plain: contradiction"]);
  });

  it("converts by declared factors, and never from currency to currency but by the source's own equivalent", () => {
    const grain = figureGraph({}, [
      { id: "jin", on: "grain", value: "42.38e9", unit: "jin", valid: "2023" },
      { id: "t", on: "grain", value: "21e6", unit: "t", valid: "2023" },
      { id: "wrong", on: "grain", value: "22e6", unit: "t", valid: "2023" },
    ]);
    expect(pairs(grain)).toEqual(["jin t: rounding", "jin wrong: contradiction", "t wrong: contradiction"]);
    const money = (equivalents: object) =>
      figureGraph({}, [trade("yuan", "357.33e9", equivalents), trade("dollars", "60e9", { unit: "USD" })]);
    expect(pairs(money({}))).toEqual([]);
    expect(pairs(money({ equivalents: [{ value: "49.6e9", unit: "USD" }] }))).toEqual([
      "dollars yuan: contradiction",
    ]);
  });

  it("lets a wording with two readings stand beside a figure that one of them allows", () => {
    const graph = figureGraph({ growth: { measure: "growth" } }, [
      { id: "times", on: "growth", value: "2.27", unit: "1", low: "1.27", high: "2.27", valid: "2023" },
      { id: "percent", on: "growth", value: "127", unit: "%", valid: "2023" },
      { id: "other", on: "growth", value: "320", unit: "%", valid: "2023" },
    ]);
    expect(pairs(graph)).toEqual([
      "other percent: contradiction",
      "other times: contradiction",
      "percent times: compatible",
    ]);
  });

  it("calls inexact times no contradiction unless they are written alike", () => {
    const graph = (valid: string) =>
      figureGraph({}, [trade("a", "100e9", { valid: "2023~" }), trade("b", "200e9", { valid })]);
    expect(pairs(graph("2023~"))).toEqual(["a b: contradiction"]);
    expect(pairs(graph("2022~"))).toEqual(["a b: compatible"]);
    expect(pairs(graph("2019"))).toEqual([]);
  });

  it("leaves figures that are only denied, and those outside the filter, aside", () => {
    const graph = figureGraph({}, [
      trade("a", "357.33e9", { source: "daily-2025" }),
      trade("b", "361.2e9"),
      trade("denied", "500e9", { stance: "denies" }),
    ]);
    expect(pairs(graph)).toEqual(["a b: contradiction"]);
    expect(conflicts(graph).setAside.denied).toBe(1);
    expect(pairs(graph, { reportedBy: "2024-12-31" })).toEqual([]);
    expect(pairs(graph, { at: "2022" })).toEqual([]);
    expect(pairs(graph, { subject: "region/xinjiang-ftz" })).toEqual([]);
    expect(pairs(graph, { relation: "ranked" })).toEqual([]);
    expect(pairs(graph, { claim: "b" })).toEqual(["a b: contradiction"]);
  });

  it("does not take a figure only seen on a day for another figure because its period is not said", () => {
    const graph = (value: string) =>
      figureGraph({}, [
        trade("year", "357.33e9"),
        trade("seen", value, { valid: undefined, attested: ["2024-05-21"] }),
      ]);
    expect(pairs(graph("357.33e9"))).toEqual([]);
    expect(pairs(graph("361e9"))).toEqual(["seen year: compatible"]);
  });

  it("takes another convention for hedges", () => {
    const graph = figureGraph({}, [trade("about", "100e9", { comparator: "~" }), trade("plain", "130e9")]);
    expect(pairs(graph)).toEqual(["about plain: contradiction"]);
    const hedges = { about: 0.4, nearly: 0.1, over: 0.1 };
    expect(pairs(graph, { hedges })).toEqual(["about plain: rounding"]);
  });

  it("refuses unknown entities, claims, relations and options by name", () => {
    const graph = figureGraph({}, [trade("a", "1e9")]);
    expect(() => conflicts(graph, { subject: "region/nowhere" })).toThrow(NotFoundError);
    expect(() => conflicts(graph, { claim: "b" })).toThrow(NotFoundError);
    expect(() => conflicts(graph, { relation: "__proto__" as never })).toThrow(NotFoundError);
    expect(() => conflicts(graph, { statuss: "any" } as never)).toThrow(InvalidQueryError);
    expect(() => compareClaims(graph, "a", "zz")).toThrow(NotFoundError);
  });
});

describe("conflicts of changing states", () => {
  const ports = (id: string, value: string, day: string, more: object = {}) =>
    ({ id, on: "ports", value, unit: "1", attested: [day], ...more }) as const;

  it("leads each state to what was next said otherwise, and no further", () => {
    const graph = figureGraph({ ports: stock }, [
      ports("a", "17", "2020-01-01"),
      ports("b", "18", "2023-01-01"),
      ports("c", "18", "2024-01-01"),
      ports("d", "19", "2025-01-01"),
    ]);
    expect(pairs(graph)).toEqual([
      "a b: superseded (a → b)",
      "b d: superseded (b → d)",
      "c d: superseded (c → d)",
    ]);
  });

  it("calls two numbers for one day a contradiction", () => {
    const graph = figureGraph({ ports: stock }, [
      ports("a", "18", "2024-05-21"),
      ports("b", "19", "2024-05-21"),
    ]);
    expect(pairs(graph)).toEqual(["a b: contradiction"]);
  });

  it("calls a number for a day within a time of another number a contradiction", () => {
    const graph = figureGraph({ ports: stock }, [
      { id: "a", on: "ports", value: "18", unit: "1", valid: "2023/2025" },
      ports("b", "19", "2024-05-21"),
      { id: "c", on: "ports", value: "18", unit: "1", attested: ["2024-01-01", "2024-12-31"] },
    ]);
    expect(pairs(graph)).toEqual(["a b: contradiction", "b c: contradiction"]);
  });

  it("says nothing of states of times that do not meet", () => {
    const graph = figureGraph({ ports: stock }, [
      { id: "a", on: "ports", value: "17", unit: "1", valid: "2022" },
      { id: "b", on: "ports", value: "18", unit: "1", valid: "2023" },
    ]);
    expect(pairs(graph)).toEqual([]);
  });
});

describe("forecasts", () => {
  const outcome = (planned: object, actual: object, indicator: object = {}): string | undefined =>
    conflicts(
      figureGraph({ x: indicator }, [
        { id: "planned", on: "x", value: "400", unit: "t", valid: "2024", status: "target", ...planned },
        { id: "actual", on: "x", value: "435.11", unit: "t", valid: "2024", ...actual },
      ]),
    )[0]?.outcome;

  it.each<[string, object, object, string]>([
    ["missed where less came than at least so much", { comparator: ">=" }, { value: "380" }, "missed"],
    ["met where as much came as was expected", {}, { value: "400.2" }, "met"],
    ["met where more came than was expected", {}, {}, "met"],
    ["open where a hedge does not settle it", { comparator: ">" }, { value: "390", comparator: ">" }, "open"],
    ["met where a hedge does settle it", { comparator: ">" }, { value: "400", comparator: ">" }, "met"],
    ["missed where more came than at most so much", { comparator: "<=" }, {}, "missed"],
    ["met where less came than under so much", { comparator: "<" }, { value: "399" }, "met"],
    ["met where about so much came nearly", { comparator: "~" }, { value: "390" }, "met"],
    ["open where the times need not be the same", { valid: "2024~" }, {}, "open"],
  ])("is %s", (_words, planned, actual, expected) => {
    expect(outcome(planned, actual)).toBe(expected);
  });

  it("does not give up a state before its year is out", () => {
    const actual = { value: "300", attested: ["2024-05-21"], valid: undefined };
    expect(outcome({}, actual, stock)).toBe("open");
    expect(outcome({}, { ...actual, attested: ["2024-12-31"] }, stock)).toBe("missed");
    expect(outcome({}, { ...actual, value: "450" }, stock)).toBe("met");
  });

  it("lets a later forecast take the place of an earlier one, and two of one day contradict", () => {
    const graph = (source: "daily-2024" | "daily-2025") =>
      figureGraph({}, [
        {
          id: "a",
          on: "x",
          value: "400",
          unit: "t",
          valid: "2026",
          status: "expected",
          source: "daily-2024",
        },
        { id: "b", on: "x", value: "420", unit: "t", valid: "2026", status: "expected", source },
        { id: "aim", on: "x", value: "500", unit: "t", valid: "2026", status: "target", source },
      ]);
    expect(pairs(graph("daily-2025"))).toEqual(["a b: superseded (a → b)"]);
    expect(pairs(graph("daily-2024"))).toEqual(["a b: contradiction"]);
  });
});

describe("conflicts of other relations", () => {
  const citations = [
    { source: "office-2024", readAs: "excerpt", voice: "narrated", stance: "asserts" },
  ] as const;
  const graphOf = (claims: readonly object[]): KnowledgeGraph =>
    assembleGraph({
      sources: SOURCES,
      entities: [
        ...["region/a", "region/b", "port/p", "country/x", "country/y", "event/e"].map((id) => ({
          id,
          names: [{ value: id, lang: "en" }],
        })),
      ],
      claims: claims.map((claim) => ({ status: "actual", citations, ...claim })) as unknown as ClaimRecord[],
    });

  it("lets a port open to one country at a time", () => {
    const opens = { subject: "port/p", relation: "opensTo" };
    const graph = graphOf([
      { ...opens, id: "x", object: "country/x", valid: "2020/2024" },
      { ...opens, id: "y", object: "country/y", valid: "2023/2025" },
      { ...opens, id: "z", object: "country/y", attested: ["2030-01-01"] },
    ]);
    expect(pairs(graph)).toEqual(["x y: contradiction"]);
    expect(conflicts(graph)[0]?.objects).toEqual(["country/x", "country/y"]);
    expect(conflicts(graph)[0]?.reason).toContain("port/p opens to. State Council");
  });

  it("takes a month as the day in it less precisely said, and two days as a contradiction", () => {
    const milestone = { subject: "region/a", relation: "milestoneIn", object: "region/b", stage: "launched" };
    const graph = graphOf([
      { ...milestone, id: "month", valid: "2023-11" },
      { ...milestone, id: "day", valid: "2023-11-01" },
      { ...milestone, id: "other-day", valid: "2023-10-31" },
      { ...milestone, id: "established", stage: "established", valid: "2019" },
      { ...milestone, id: "seen", valid: undefined, attested: ["2025-01-01"] },
    ]);
    expect(pairs(graph)).toEqual([
      "day month: rounding",
      "day other-day: contradiction",
      "month other-day: contradiction",
    ]);
  });

  it("finds a planned date missed or met by the day that came", () => {
    const opening = { subject: "event/e", relation: "takesPlaceIn", object: "region/b" };
    const graph = graphOf([
      { ...opening, id: "plan-june", valid: "2024-06", status: "planned" },
      { ...opening, id: "came", valid: "2024-06-26" },
    ]);
    expect(pairs(graph)).toEqual(["came plan-june: forecast (plan-june → came) met"]);
  });

  it("takes `among the first five` as the second less precisely said, as the ontology declares", () => {
    const ranked = {
      subject: "region/a",
      relation: "ranked",
      object: "country/x",
      field: "growth",
      valid: "2023",
    };
    const graph = graphOf([
      { ...ranked, id: "second", rank: 2 },
      { ...ranked, id: "third", rank: 3 },
      { ...ranked, id: "top-five", rank: 5, orBetter: true },
      { ...ranked, id: "other-field", field: "size", rank: 9 },
    ]);
    expect(pairs(graph)).toEqual([
      "second third: contradiction",
      "second top-five: rounding",
      "third top-five: rounding",
    ]);
    expect(conflicts(graph)[1]?.reason).toMatch(
      /^region\/a ranks within country\/x \(growth\)\. .*rank 5 or better/,
    );
  });
});

describe("conflicts under one's own ontology", () => {
  const ontology = defineOntology({
    ...xinjiangOntology,
    name: "mine",
    kinds: {
      ...xinjiangOntology.kinds,
      gauge: defineKind({
        ...{
          label: "gauge",
          plural: "gauges",
          description: "A gauge",
          iri: "https://example.org/g",
          color: "#000000",
        },
        attributes: {
          measure: { type: "text", description: "Measure", required: true },
          comparableTo: { type: "references", kinds: ["gauge"], description: "Near enough" },
        },
      }),
    },
    relations: {
      ...xinjiangOntology.relations,
      reads: defineRelation({
        ...{ label: "reads", inverse: "readOf", inverseLabel: "is read of", description: "A reading" },
        between: { port: ["gauge"] },
        ...{ time: "measured", path: false, quantity: "required", template: "{object} at {subject}" },
        functional: { key: ["object"], value: "quantity" },
        iri: "https://example.org/reads",
      }),
      leads: defineRelation({
        ...{ label: "is led as", inverse: "leadOf", inverseLabel: "leads", description: "Who leads" },
        between: { port: ["region"] },
        attributes: { grade: { type: "text", description: "Grade" } },
        ...{ time: "state", path: false, quantity: "none", template: "{subject} is of grade {grade}" },
        functional: { key: ["object"], value: "grade" },
        iri: "https://example.org/leads",
      }),
      pairedWith: defineRelation({
        ...{
          label: "is paired with",
          inverse: "pairedWith",
          inverseLabel: "is paired with",
          description: "A pair",
        },
        between: { port: ["port"] },
        symmetric: true,
        ...{ time: "state", path: false, quantity: "none", template: "{subject} is paired with {object}" },
        functional: { key: [], value: "object" },
        iri: "https://example.org/paired",
      }),
    },
    units: { ...xinjiangOntology.units, chi: { label: "chi", factor: "1/3", of: "m" } },
  });
  const citations = [
    { source: "office-2024", readAs: "excerpt", voice: "narrated", stance: "asserts" },
  ] as const;
  const entity = (id: string, more: object = {}) => ({ id, names: [{ value: id, lang: "en" }], ...more });
  const records = (claims: readonly object[]): DatasetRecords => ({
    sources: SOURCES,
    entities: [
      ...["port/a", "port/b", "port/c", "region/r"].map((id) => entity(id)),
      entity("gauge/depth", { measure: "stock", comparableTo: ["gauge/draught"] }),
      entity("gauge/draught", { measure: "stock" }),
    ],
    claims: claims.map((claim) => ({ status: "actual", citations, ...claim })) as unknown as ClaimRecord[],
  });
  const classes = (claims: readonly object[]): string[] =>
    conflicts(assembleGraph(records(claims), ontology)).map(
      ({ a, b, classes }) => `${a} ${b}: ${classes.join(" ")}`,
    );

  it("finds matters, comparable things and units where that ontology declares them", () => {
    const reading = { subject: "port/a", relation: "reads", valid: "2024" };
    expect(
      classes([
        { ...reading, id: "chi", object: "gauge/depth", quantity: { value: "30", unit: "chi" } },
        { ...reading, id: "m", object: "gauge/depth", quantity: { value: "12", unit: "m" } },
        { ...reading, id: "draught", object: "gauge/draught", quantity: { value: "9", unit: "m" } },
      ]),
    ).toEqual(["chi draught: definition", "chi m: contradiction", "draught m: definition"].sort());
  });

  it("compares an attribute that may not differ", () => {
    const leads = { subject: "port/a", relation: "leads", object: "region/r", valid: "2024" };
    expect(
      classes([
        { ...leads, id: "first", grade: "one" },
        { ...leads, id: "second", grade: "two" },
        { ...leads, id: "silent" },
      ]),
    ).toEqual(["first second: contradiction"]);
  });

  it("sees a symmetric relation from both ends", () => {
    const paired = { relation: "pairedWith", valid: "2024" };
    expect(
      classes([
        { ...paired, id: "ab", subject: "port/a", object: "port/b" },
        { ...paired, id: "bc", subject: "port/b", object: "port/c" },
      ]),
    ).toEqual(["ab bc: contradiction"]);
  });
});

describe("compareClaims", () => {
  const graph = figureGraph({ ports: stock }, [
    { id: "a", on: "ports", value: "17", unit: "1", attested: ["2020-01-01"] },
    { id: "b", on: "ports", value: "18", unit: "1", attested: ["2023-01-01"] },
    { id: "c", on: "ports", value: "19", unit: "1", attested: ["2025-01-01"] },
    { id: "area", on: "area", value: "19", unit: "km2", attested: ["2025-01-01"] },
  ]);

  it("compares any two claims, whatever was said between them, whichever way round", () => {
    expect(compareClaims(graph, "a", "c")).toMatchObject({
      classes: ["superseded"],
      direction: { from: "a", to: "c" },
    });
    expect(compareClaims(graph, "c", "a")).toEqual(compareClaims(graph, "a", "c"));
  });

  it("has nothing to say of one claim, or of two on different matters", () => {
    expect(compareClaims(graph, "a", "a")).toBeUndefined();
    expect(compareClaims(graph, "c", "area")).toBeUndefined();
  });
});
