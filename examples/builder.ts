/** Questions of several steps. Each step is checked where it is written: a relation that cannot leave here does not compile. */
import { evaluate, loadXinjiang, parsePlan, query } from "xinjiang-graph";

const graph = loadXinjiang();

const ports = query(graph).from("port").as("port").out("opensTo").as("country").orderBy({ step: "port" });
for (const row of ports)
  console.log(`${row.port.label} opens to ${row.country.label} [${row.claims.map((claim) => claim.id)}]`);

// @ts-expect-error from a country, nothing opens outwards
const wrong = () => query(graph).from("country").out("opensTo");
try {
  wrong();
} catch (error) {
  console.log(`At run time, for those without types: ${(error as Error).message}`);
}

const offices = query(graph).from("official").out("holdsOffice", { at: "2024-05-21" });
for (const { key, count } of offices.groupBy("label").count().orderByMeasure().limit(3))
  console.log(`posts attested on 2024-05-21: ${count} in ${key}`);

const within = query(graph)
  .from("region/horgos")
  .repeat((place) => place.out("locatedIn").ofKind("region"), 1, 3);
console.log(`Horgos lies within ${within.ids().join(", ")}`);

const stored = JSON.stringify(ports.plan());
console.log(`The question as JSON: ${stored}`);
console.log(`Asked again from there: ${evaluate(graph, parsePlan(JSON.parse(stored))).length} rows`);
