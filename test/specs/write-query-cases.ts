/**
 * Writes `query-cases.json`: runs every query below and takes down its plan and rows. Read the difference before it is
 * committed; what stands there is what every back end must answer. Run: npx tsx test/specs/write-query-cases.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import {
  assembleGraph,
  bundledRecords,
  InvalidQueryError,
  type KnowledgeGraph,
  type Plan,
  query,
} from "../../src/index.ts";
import { plainRows, type QueryCase } from "./query-cases.ts";

const at = (name: string): URL => new URL(name, import.meta.url);
const fixture = assembleGraph(JSON.parse(readFileSync(at("./query-fixture.json"), "utf8")));
const bundled = assembleGraph(bundledRecords());

type Planned = { plan(): Plan };

/** On the fixture. */
const small: Readonly<Record<string, Planned>> = {
  "all of a kind, ordered by id": query(fixture).from("port"),
  "several ids, in their order": query(fixture).from(["region/vale", "port/gate-road", "region/vale"]),
  "a test of a list": query(fixture).from({ kind: "port", modes: { contains: ["road", "rail"] } }),
  "a test of any of a list": query(fixture)
    .from("port")
    .where({ modes: { containsAny: ["air", "rail"] } }),
  "a test of numbers": query(fixture)
    .from("port")
    .where({ lat: { above: 41.5, below: 44.3 } }),
  "a test of numbers, ends included": query(fixture)
    .from("port")
    .where({ lat: { atLeast: 41.5, atMost: 44.2 } }),
  "what is not recorded meets no test": query(fixture)
    .from("port")
    .where({ lat: { not: 41.5 } }),
  "what is not recorded is not known": query(fixture)
    .from("port")
    .where({ lat: { known: false } }),
  "one of several values": query(fixture)
    .from("region")
    .where({ level: ["province-level", "natural feature"] }),
  "a name in another language": query(fixture).from({ names: "höhenpass" }),
  "a name not yet written by a source": query(fixture).from({ names: "高口" }).reportedBy("2023"),
  "a name once it is written by a source": query(fixture).from({ names: "高口" }).reportedBy("2024"),
  "the beginning of a name in one language": query(fixture)
    .from("port")
    .where({ names: { startsWith: "h", lang: "de" } }),
  "part of a name": query(fixture)
    .from("region")
    .where({ names: { contains: "vale" } }),
  "out over one relation": query(fixture).from("port").as("port").out("opensTo"),
  "in over one relation": query(fixture).from("country/bresk").in("opensTo"),
  "both ways over a symmetric relation": query(fixture).from("region/north-vale").both("borders"),
  "a symmetric relation reads the same outwards": query(fixture).from("region/north-vale").out("borders"),
  "several relations in the ontology's order": query(fixture)
    .from("port/gate-road")
    .out(["opensTo", "locatedIn"]),
  "every relation": query(fixture).from("region/north-vale").in().possible(),
  "as of a day": query(fixture).from("port").as("port").out("opensTo").at("2015-06-01"),
  "as of a day, possible ones too": query(fixture)
    .from("port")
    .as("port")
    .out("opensTo")
    .at("2015-06-01")
    .possible(),
  "throughout a year": query(fixture)
    .from("region")
    .as("part")
    .out("locatedIn")
    .at("2023", { throughout: true }),
  "on some day of a year": query(fixture).from("region").as("part").out("locatedIn").at("2023"),
  "within a time": query(fixture).from("official").out("holdsOffice").during("2017/2022"),
  "over before a time": query(fixture).from("port").out("opensTo").before("2017"),
  "begun after a time": query(fixture).from("official").as("who").out("holdsOffice").after("2022"),
  "begun in a time": query(fixture).from("region").out("locatedIn").startedIn("2000"),
  "overlapping a time": query(fixture).from("official").as("who").out("holdsOffice").overlaps("2022/2023"),
  "attested near by": query(fixture).from("port").out("opensTo").at("2026").attestedWithin("P1Y").possible(),
  "attested within reach": query(fixture)
    .from("port")
    .out("opensTo")
    .at("2025-02")
    .attestedWithin("P1Y")
    .possible(),
  "as known by a day": query(fixture)
    .from("port")
    .as("port")
    .out(["locatedIn", "opensTo"])
    .reportedBy("2023-12-31"),
  "as said by a day": query(fixture).from("port").out("opensTo").statedBy("2023-06-15"),
  "an end not yet known by a day": query(fixture)
    .from("official/bo")
    .out("holdsOffice")
    .at("2023-09")
    .reportedBy("2023-12-31")
    .possible(),
  "a source of uncertain date": query(fixture)
    .from("port/lake-air")
    .out("opensTo")
    .reportedBy("2024-11-15")
    .possible(),
  "plans when asked for": query(fixture).from("port").out("opensTo").status("planned"),
  "any status": query(fixture).from("region/vale").out("observed").status("any"),
  "denied claims when asked for": query(fixture)
    .from("port/lake-air")
    .out("opensTo", { includeDenied: true }),
  "a step with a time of its own": query(fixture)
    .from("port")
    .as("port")
    .out("opensTo", { at: "2015" })
    .in("borders")
    .at("2024"),
  "a step with a status of its own": query(fixture)
    .from("project")
    .out("locatedIn", { status: "planned" })
    .out("locatedIn"),
  "a step that may be possible": query(fixture)
    .from("port")
    .out("locatedIn", { certainty: "possible", at: "2020" })
    .out("locatedIn"),
  "a test of status replaces the default": query(fixture)
    .from("region/vale")
    .out("observed")
    .whereClaim({ status: "target" }),
  "a test of the publisher's class": query(fixture)
    .from("port")
    .out("opensTo")
    .whereClaim({ publisherClass: "independent media" }),
  "tests met by one citation": query(fixture)
    .from("region")
    .out("observed")
    .whereClaim({ speaker: "official/bo", voice: "quoted" }),
  "tests met by different citations only": query(fixture)
    .from("port")
    .out("opensTo")
    .whereClaim({ publisherClass: "government", source: "paper-2024-03-07" }),
  "a test of stance": query(fixture)
    .from("port")
    .out("opensTo", { includeDenied: true })
    .whereClaim({ stance: "denies" }),
  "an attribute of a relation": query(fixture)
    .from("official")
    .out("holdsOffice")
    .whereClaim({ role: { not: "governor" } }),
  "a figure certainly above": query(fixture)
    .from("region")
    .out("observed")
    .whereClaim({ quantity: { above: 100e6, unit: "CNY" } }),
  "a figure possibly above": query(fixture)
    .from("region")
    .out("observed")
    .whereClaim({ quantity: { above: 155e6, unit: "CNY" } })
    .possible(),
  "a figure at its bound": query(fixture)
    .from("region")
    .out("observed")
    .whereClaim({ quantity: { atMost: 57e6, unit: "CNY" } })
    .possible(),
  "an exact count": query(fixture)
    .from("region")
    .out("observed")
    .whereClaim({ quantity: { equals: 50, unit: "1" } }),
  "a figure in another unit": query(fixture)
    .from("region")
    .out("observed")
    .whereClaim({ quantity: { atLeast: 4, unit: "km2" } }),
  "a scope": query(fixture)
    .from("region")
    .out("observed")
    .whereClaim({ scope: { partner: "country/bresk" } }),
  "no scope": query(fixture)
    .from("region/north-vale")
    .out("observed")
    .whereClaim({ scope: "none", quantity: { above: 0, unit: "CNY" } }),
  "two steps": query(fixture)
    .from("port")
    .as("port")
    .out("locatedIn")
    .as("place")
    .out("locatedIn")
    .as("whole"),
  "two steps, the second only possible": query(fixture)
    .from("port")
    .out("locatedIn")
    .out("locatedIn")
    .at("2024-03-07")
    .possible(),
  "there and back": query(fixture).from("official/ana").out("holdsOffice").in("holdsOffice").as("colleague"),
  "up to three passes": query(fixture)
    .from("port/gate-road")
    .out("locatedIn")
    .repeat((place) => place.out("locatedIn"), 0, 3),
  "two to three passes": query(fixture)
    .from("port/gate-road")
    .out("locatedIn")
    .repeat((place) => place.out("locatedIn"), 2, 3),
  "passes around a cycle end": query(fixture)
    .from("region/north-vale")
    .repeat((place) => place.both("borders").ofKind("region"), 1, 9),
  "passes of two steps": query(fixture)
    .from("official/ana")
    .repeat((who) => who.out("holdsOffice").in("holdsOffice"), 1, 2),
  "what may be missing": query(fixture)
    .from("port")
    .as("port")
    .optional((port) => port.out("opensTo").as("land"))
    .out("locatedIn"),
  "what may be missing, twice": query(fixture)
    .from("region")
    .optional((place) => place.in("locatedIn").ofKind("port").as("port"))
    .optional((place) =>
      place
        .out("observed")
        .whereClaim({ quantity: { above: 0, unit: "km2" } })
        .as("area"),
    ),
  "what may be missing inside what may be missing": query(fixture)
    .from("region")
    .optional((place) =>
      place
        .in("locatedIn")
        .ofKind("port")
        .as("port")
        .optional((port) => port.out("opensTo").as("land")),
    ),
  "several ways": query(fixture)
    .from("port/gate-road")
    .union(
      (port) => port.out("opensTo").as("land"),
      (port) => port.out("locatedIn").as("place"),
    ),
  "several ways to one place": query(fixture)
    .from("port/high-pass")
    .union(
      (port) => port.out("opensTo"),
      (port) => port.out("opensTo").in("opensTo").out("opensTo"),
    )
    .distinct(),
  "each place once": query(fixture).from("port").out("opensTo").distinct(),
  "each place once, the most certain": query(fixture)
    .from("port/high-pass")
    .out("opensTo")
    .at("2015-06")
    .possible()
    .distinct(),
  "each named place once": query(fixture)
    .from("port")
    .as("port")
    .out(["opensTo", "locatedIn"])
    .distinct("port"),
  "by name, the last first": query(fixture).from("port").orderBy({ attribute: "label", order: "descending" }),
  "by number, what is not recorded last": query(fixture)
    .from("port")
    .orderBy({ attribute: "lat", order: "descending" }),
  "by figure": query(fixture)
    .from("region")
    .out("observed")
    .whereClaim({ quantity: { unit: "CNY" } })
    .orderBy({ claim: "quantity", order: "descending" }, { claim: "start" }),
  "by a named step, then by start": query(fixture)
    .from("official")
    .as("who")
    .out("holdsOffice")
    .orderBy({ step: "who", attribute: "label", order: "descending" }, { claim: "start" }),
  "the first two": query(fixture).from("port").out("locatedIn").limit(2),
  "the third and fourth": query(fixture).from("port").limit(2, 2),
  "none at all": query(fixture).from("port").limit(0),
  "rows by place": query(fixture).from("port").as("port").out("opensTo").groupBy().count(),
  "different ports by country, the most first": query(fixture)
    .from("port")
    .as("port")
    .out("opensTo")
    .possible()
    .groupBy("iso2")
    .count("port")
    .orderByMeasure(),
  "different claims by status": query(fixture)
    .from("region")
    .out("observed")
    .status("any")
    .groupBy({ claim: "status" })
    .count("claims"),
  "certain and possible counts": query(fixture)
    .from("port")
    .out("opensTo")
    .at("2015-06")
    .possible()
    .groupBy()
    .count(),
  "a sum over parts": query(fixture)
    .from("region")
    .ofKind("region")
    .where({ level: "prefecture-level" })
    .out("observed")
    .whereClaim({ quantity: { unit: "CNY" }, scope: "none" })
    .during("2023")
    .groupBy()
    .sum(),
  "a sum in units that convert": query(fixture)
    .from("region")
    .out("observed")
    .where({ id: "indicator/area" })
    .groupBy()
    .sum(),
  "a sum counts each claim once": query(fixture)
    .from("port")
    .where({ modes: { containsAny: ["road", "rail"] } })
    .out("locatedIn")
    .out("observed")
    .where({ id: "indicator/area" })
    .groupBy()
    .sum(),
  "a sum with a hedge": query(fixture)
    .from("region")
    .out("observed", { during: "2023" })
    .where({ id: "indicator/people" })
    .groupBy()
    .sum(),
  "mixed units are refused": query(fixture).from("region/vale").out("observed").groupBy("kind").sum(),
  "mixed periods are refused": query(fixture)
    .from("region/north-vale")
    .out("observed")
    .whereClaim({ quantity: { above: 0, unit: "CNY" }, scope: "none" })
    .groupBy()
    .sum(),
  "mixed scopes are refused": query(fixture)
    .from("region/north-vale")
    .out("observed")
    .during("2023")
    .whereClaim({ quantity: { above: 0, unit: "CNY" } })
    .groupBy()
    .sum(),
  "two figures for one matter are refused": query(fixture)
    .from("region/vale")
    .out("observed")
    .whereClaim({ quantity: { above: 0, unit: "CNY" } })
    .groupBy()
    .sum(),
  "growth does not add up": query(fixture)
    .from("region")
    .out("observed")
    .where({ measure: "growth" })
    .groupBy()
    .sum(),
  "what has no figure is refused": query(fixture).from("port").out("opensTo").groupBy().sum(),
  "the greatest figure": query(fixture)
    .from("region")
    .out("observed")
    .whereClaim({ quantity: { unit: "CNY" } })
    .groupBy()
    .max(),
  "the least figure by part": query(fixture)
    .from("region")
    .as("part")
    .out("observed")
    .whereClaim({ quantity: { unit: "CNY" } })
    .groupBy("part")
    .min()
    .orderByMeasure("ascending")
    .limit(2),
};

/** On the bundled data, over parts that change seldom. */
const whole: Readonly<Record<string, Planned>> = {
  "ports and what they open to": query(bundled).from("port").as("port").out("opensTo").as("land").possible(),
  "the port that opens to Kyrgyzstan": query(bundled).from("country/kyrgyzstan").in("opensTo"),
  "rail ports": query(bundled).from({ kind: "port", modes: { contains: "rail" } }),
  "a port by its Chinese name": query(bundled).from({ names: "霍尔果斯公路口岸" }),
  "posts of one official on a day": query(bundled)
    .from("official/chen-weijun")
    .out("holdsOffice")
    .at("2024-05-21"),
  "where a port lies, all the way up": query(bundled)
    .from("port/horgos-road")
    .out("locatedIn")
    .repeat((place) => place.out("locatedIn"), 0, 4)
    .possible(),
  "parts of the free-trade zone": query(bundled).from("region/xinjiang-ftz").in("partOf").orderBy("label"),
  "trade above a sum": query(bundled)
    .from("region/xinjiang")
    .out("observed")
    .where({ id: "indicator/trade-value" })
    .whereClaim({ quantity: { above: 300e9, unit: "CNY" } })
    .possible(),
  "ports by land": query(bundled).from("port").out("opensTo").possible().groupBy("iso2").count(),
  "stages of the free-trade zone": query(bundled)
    .from("region/xinjiang-ftz")
    .out("milestoneIn")
    .orderBy({ claim: "start" })
    .limit(2),
};

function written(
  name: string,
  dataset: QueryCase["dataset"],
  graph: KnowledgeGraph,
  { plan }: Planned,
): QueryCase {
  const planned = plan();
  try {
    return { name, dataset, plan: planned, rows: plainRows(graph, planned) };
  } catch (error) {
    if (error instanceof InvalidQueryError) return { name, dataset, plan: planned, refused: error.code };
    throw error;
  }
}

const cases = [
  ...Object.entries(small).map(([name, one]) =>
    written(name, "fixture", fixture, { plan: () => one.plan() }),
  ),
  ...Object.entries(whole).map(([name, one]) =>
    written(name, "bundled", bundled, { plan: () => one.plan() }),
  ),
];
const lines = cases.map((one) => {
  const { rows, ...head } = one;
  if (!rows) return JSON.stringify(head);
  const list = rows.map((row) => `\n    ${JSON.stringify(row)}`).join(",");
  return `${JSON.stringify(head).slice(0, -1)},"rows":[${list}${list && "\n  "}]}`;
});
writeFileSync(at("./query-cases.json"), `[\n  ${lines.join(",\n  ")}\n]\n`);
