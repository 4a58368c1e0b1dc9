/** LadybugDB, in memory, by prepared Cypher. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lbug from "@ladybugdb/core";
import { dayOf, timing } from "../times.mjs";

export const engine = {
  build(records) {
    const db = new lbug.Connection(new lbug.Database(":memory:"));
    const folder = mkdtempSync(join(tmpdir(), "bench-"));
    const days = timing(records);
    const file = (name, rows) => {
      writeFileSync(join(folder, name), rows.join("\n"));
      return join(folder, name);
    };
    const entities = file(
      "entities.csv",
      records.entities.map(({ id }) => id),
    );
    const claims = file(
      "claims.csv",
      records.claims.map((claim) => {
        const { from, to, counts } = days(claim);
        return [claim.subject, claim.object, claim.id, claim.relation, counts ? 1 : 0, from, to].join(",");
      }),
    );
    db.querySync("CREATE NODE TABLE Entity(id STRING PRIMARY KEY)");
    db.querySync(
      "CREATE REL TABLE Claim(FROM Entity TO Entity, id STRING, relation STRING, counts INT64, day1 INT64, day2 INT64)",
    );
    db.querySync(`COPY Entity FROM "${entities}"`);
    db.querySync(`COPY Claim FROM "${claims}"`);
    rmSync(folder, { recursive: true });
    const held = (c) => `${c}.counts = 1 AND ${c}.day1 <= $day AND ${c}.day2 >= $day`;
    const prepare = (cypher) => {
      const statement = db.prepareSync(cypher);
      return (values) =>
        db
          .executeSync(statement, values)
          .getAllSync()
          .map((row) => row.x);
    };
    return {
      near: prepare(
        `MATCH (a:Entity {id: $id})-[c:Claim]->(b:Entity) WHERE c.relation = $relation AND ${held("c")} RETURN DISTINCT b.id AS x`,
      ),
      twoHop: prepare(`MATCH (a:Entity {id: $id})-[c:Claim]->(:Entity)-[d:Claim]->(b:Entity)
        WHERE c.relation = $first AND d.relation = $second AND ${held("c")} AND ${held("d")} RETURN DISTINCT b.id AS x`),
    };
  },
  answers: {
    neighbours: (db, { id, relation, at }) => db.near({ id, relation, day: dayOf(at) }),
    twoHop: (db, { id, first, second, at }) => db.twoHop({ id, first, second, day: dayOf(at) }),
  },
};
