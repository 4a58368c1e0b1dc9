/** better-sqlite3, in memory, with an index for each question, covering where that helps. */
import Database from "better-sqlite3";
import { dayOf, timing } from "../times.mjs";

export const engine = {
  build(records) {
    const db = new Database(":memory:");
    db.exec(`CREATE TABLE claim (n INTEGER PRIMARY KEY, id TEXT, subject TEXT, relation TEXT, object TEXT,
      counts INTEGER, day1 INTEGER, day2 INTEGER, starts INTEGER, ends INTEGER);
      CREATE TABLE citation (source TEXT, claim INTEGER, PRIMARY KEY (source, claim)) WITHOUT ROWID;`);
    const days = timing(records);
    const claim = db.prepare("INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const cite = db.prepare("INSERT OR IGNORE INTO citation VALUES (?, ?)");
    db.transaction(() => {
      records.claims.forEach((one, n) => {
        const { from, to, start, end, counts } = days(one);
        claim.run(n, one.id, one.subject, one.relation, one.object, counts ? 1 : 0, from, to, start, end);
        for (const { source } of one.citations) cite.run(source, n);
      });
    })();
    db.exec(`CREATE INDEX outward ON claim (subject, relation, day1, day2, counts, object);
      CREATE INDEX inward ON claim (object, relation, day1, day2, counts, subject); ANALYZE;`);
    const held = "counts = 1 AND day1 <= ? AND day2 >= ?";
    const lists = (sql) => db.prepare(sql).pluck();
    return {
      neighbours: lists(`SELECT DISTINCT object FROM claim WHERE subject = ? AND relation = ? AND ${held}`),
      twoHop: lists(`SELECT DISTINCT b.object FROM claim a JOIN claim b ON b.subject = a.object
        WHERE a.subject = ? AND a.relation = ? AND a.counts = 1 AND a.day1 <= ? AND a.day2 >= ?
        AND b.relation = ? AND b.counts = 1 AND b.day1 <= ? AND b.day2 >= ?`),
      either: lists(
        `SELECT object FROM claim WHERE subject = ? AND ${held} UNION SELECT subject FROM claim WHERE object = ? AND ${held}`,
      ),
      timeline: lists(`SELECT id FROM (SELECT id, starts, ends, n FROM claim WHERE subject = ? AND counts = 1
        UNION SELECT id, starts, ends, n FROM claim WHERE object = ? AND counts = 1) ORDER BY starts, ends, n`),
      source: lists(
        `SELECT id FROM citation JOIN claim ON n = claim WHERE source = ? AND ${held} ORDER BY n`,
      ),
      snapshot: lists(`SELECT count(*) FROM claim WHERE ${held}`),
      topDegree: db
        .prepare(`SELECT id, count(*) AS degree FROM (SELECT subject AS id FROM claim WHERE ${held}
        UNION ALL SELECT object FROM claim WHERE ${held}) GROUP BY id ORDER BY degree DESC, id LIMIT ?`)
        .raw(),
    };
  },
  answers: {
    neighbours: (db, { id, relation, at }) => db.neighbours.all(id, relation, dayOf(at), dayOf(at)),
    twoHop(db, { id, first, second, at }) {
      const day = dayOf(at);
      return db.twoHop.all(id, first, day, day, second, day, day);
    },
    path(db, { from, to, at }) {
      const day = dayOf(at);
      if (from === to) return 0;
      const seen = new Set([from]);
      for (let frontier = [from], steps = 1; frontier.length > 0; steps++) {
        const next = [];
        for (const entity of frontier) {
          for (const other of db.either.all(entity, day, day, entity, day, day)) {
            if (other === to) return steps;
            if (seen.has(other)) continue;
            seen.add(other);
            next.push(other);
          }
        }
        frontier = next;
      }
      return -1;
    },
    timeline: (db, { id }) => db.timeline.all(id, id),
    source: (db, { source, at }) => db.source.all(source, dayOf(at), dayOf(at)),
    snapshot: (db, { at }) => db.snapshot.get(dayOf(at), dayOf(at)),
    topDegree(db, { at, limit }) {
      const day = dayOf(at);
      return db.topDegree.all(day, day, day, day, limit);
    },
  },
};
