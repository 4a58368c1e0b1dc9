/** Two CSV files for Neo4j's admin import, the command that reads them, and a first question in Cypher. */
import { mkdirSync, writeFileSync } from "node:fs";
import { loadXinjiang } from "xinjiang-graph";
import { toNeo4jCsv } from "xinjiang-graph/format/neo4j-csv";

const { nodes, relationships } = toNeo4jCsv(loadXinjiang());
mkdirSync("out/neo4j", { recursive: true });
writeFileSync("out/neo4j/nodes.csv", nodes);
writeFileSync("out/neo4j/relationships.csv", relationships);

const rows = (csv: string, pattern: RegExp): number => csv.match(pattern)?.length ?? 0;
console.log(`out/neo4j/nodes.csv: ${rows(nodes, /^port\//gm)} ports among them`);
console.log(`out/neo4j/relationships.csv: ${rows(relationships, /,OPENS_TO,/g)} of type OPENS_TO among them`);
console.log(`
Import into an empty database:

  neo4j-admin database import full neo4j --multiline-fields=true \\
    --nodes=out/neo4j/nodes.csv --relationships=out/neo4j/relationships.csv

Then ask:

  MATCH (port:Port)-[claim:OPENS_TO]->(country:Country)
  WHERE claim.status = 'actual' AND claim.firstReported <= date('2025-12-31')
  RETURN port.label, country.label, claim.attested, claim.sources`);
