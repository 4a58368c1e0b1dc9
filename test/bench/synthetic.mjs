/**
 * Synthetic records, the same for every engine: seeded, 8 kinds, 16 relations, degrees by a power law, valid times, one
 * to three sources a claim. And the questions asked of them.
 */

export const SIZES = {
  small: { claims: 10_000, entities: 1_000 },
  middle: { claims: 200_000, entities: 20_000 },
  large: { claims: 1_000_000, entities: 100_000 },
};

const KINDS = ["port", "region", "company", "person", "project", "event", "country", "route"];
const RELATIONS = Array.from({ length: 16 }, (_, i) => `relation${String.fromCharCode(65 + i)}`);
const FIRST_DAY = Date.UTC(2000, 0, 1) / 864e5;
const LAST_DAY = Date.UTC(2025, 11, 31) / 864e5;

/** Mulberry32: numbers from 0 to 1, the same on every machine. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const isoDay = (day) => new Date(day * 864e5).toISOString().slice(0, 10);

/** An ontology in which every relation joins every kind: twelve states and four events. */
export function syntheticOntology({ defineOntology, defineKind, defineRelation }) {
  const iri = "https://example.org/";
  const kind = (label) =>
    defineKind({ label, plural: label, description: label, attributes: {}, iri, color: "#000000" });
  const between = Object.fromEntries(KINDS.map((name) => [name, KINDS]));
  const relation = (name, i) =>
    defineRelation({
      ...{
        label: name,
        inverse: `${name}Of`,
        inverseLabel: name,
        description: name,
        between,
        path: true,
        iri,
      },
      ...{ time: i < 12 ? "state" : "event", quantity: "none", template: "{subject} {object}" },
    });
  return defineOntology({
    name: "synthetic",
    iri,
    kinds: Object.fromEntries(KINDS.map((name) => [name, kind(name)])),
    relations: Object.fromEntries(RELATIONS.map((name, i) => [name, relation(name, i)])),
  });
}

/** The records whole. */
export function syntheticRecords(size, seed = 1) {
  const records = { sources: [], entities: [], claims: [] };
  for (const [list, record] of syntheticStream(size, seed)) records[list].push(record);
  return records;
}

/** The records one by one, each with the name of its list: sources first, then entities, then claims. */
export function* syntheticStream({ claims: claimCount, entities: entityCount }, seed = 1) {
  const next = random(seed);
  const whole = (below) => Math.floor(next() * below);
  const sourceCount = Math.max(20, claimCount / 100);
  for (let i = 0; i < sourceCount; i++) {
    const published = isoDay(FIRST_DAY + 5000 + whole(LAST_DAY - FIRST_DAY - 5000));
    const publisher = {
      name: `Publisher ${i % 50}`,
      class: "other",
      classifiedBy: "nobody",
      classifiedOn: "2026",
    };
    yield [
      "sources",
      {
        id: `s${i}`,
        title: `Source ${i}`,
        publisher,
        genre: "report",
        language: "en",
        published,
        accessed: "2026-01-01",
      },
    ];
  }
  const ids = [];
  for (let i = 0; i < entityCount; i++) {
    const kind = KINDS[i % KINDS.length];
    ids.push(`${kind}/e${String(i).padStart(6, "0")}`);
    yield ["entities", { id: ids[i], kind, names: [{ value: `Name ${i}`, lang: "en" }] }];
  }
  // Few entities bear many claims: a density that falls as a power of the rank, ranks spread over all kinds.
  const spread = Array.from({ length: entityCount }, (_, i) => i);
  for (let i = entityCount - 1; i > 0; i--) {
    const j = whole(i + 1);
    [spread[i], spread[j]] = [spread[j], spread[i]];
  }
  const someEntity = () => ids[spread[Math.floor(entityCount * next() ** 2.5)]];
  const time = () => {
    const start = FIRST_DAY + whole(LAST_DAY - FIRST_DAY);
    const sort = next();
    if (sort < 0.15) return isoDay(start).slice(0, 4);
    if (sort < 0.3) return `${isoDay(start)}/..`;
    return `${isoDay(start)}/${isoDay(start + 30 + whole(3000))}`;
  };
  for (let i = 0; i < claimCount; i++) {
    const r = whole(16);
    const drawn = next();
    const citations = Array.from({ length: 1 + whole(3) }, () => ({
      ...{ source: `s${whole(sourceCount)}`, readAs: "excerpt", voice: "narrated", stance: "asserts" },
    }));
    const claim = {
      ...{
        id: `c${String(i).padStart(7, "0")}`,
        subject: someEntity(),
        relation: RELATIONS[r],
        object: someEntity(),
      },
      valid: r < 12 ? time() : isoDay(FIRST_DAY + whole(LAST_DAY - FIRST_DAY)),
      status: drawn < 0.85 ? "actual" : drawn < 0.9 ? "ongoing" : "planned",
      citations,
    };
    yield ["claims", claim];
  }
}

/** The questions: half about entities drawn evenly, half about those that claims are about. */
export function questions({ claims, entities, sources }, seed = 2) {
  const next = random(seed);
  const some = (list) => list[Math.floor(next() * list.length)];
  const at = () => isoDay(FIRST_DAY + Math.floor(next() * (LAST_DAY - FIRST_DAY)));
  const entity = (i) => (i % 2 ? some(entities).id : some(claims).subject);
  const list = (length, make) => Array.from({ length }, (_, i) => make(i));
  const days = list(50, at);
  const asked = {
    neighbours: list(2000, (i) => ({ id: entity(i), relation: some(RELATIONS), at: some(days) })),
    twoHop: list(300, (i) => ({
      id: entity(i),
      first: some(RELATIONS),
      second: some(RELATIONS),
      at: some(days),
    })),
    path: list(40, (i) => ({ from: entity(i), to: entity(i + 1), at: some(days) })),
    timeline: list(1000, (i) => ({ id: entity(i) })),
    source: list(1000, () => ({ source: some(sources).id, at: some(days) })),
    snapshot: list(8, () => ({ at: some(days) })),
    topDegree: list(8, () => ({ at: some(days), limit: 10 })),
  };
  return { ...asked, counted: asked.snapshot };
}
