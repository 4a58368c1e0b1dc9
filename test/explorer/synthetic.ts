/**
 * A large dataset as a user could drop it on the page: JSON Lines under the bundled ontology, the same at every run.
 */

const RELATIONS = [
  ["region", "locatedIn", "country"],
  ["port", "opensTo", "country"],
  ["region", "borders", "region"],
  ["organization", "operates", "project"],
  ["project", "locatedIn", "region"],
  ["route", "connects", "port"],
  ["organization", "cooperatesWith", "organization"],
  ["official", "participatesIn", "event"],
] as const;

const KINDS = ["region", "port", "project", "official", "country", "organization", "event", "route"] as const;
const STATUSES = ["actual", "actual", "actual", "ongoing", "planned", "target"] as const;
const PUBLISHERS = [
  ["Daily", "state media"],
  ["Office", "government"],
  ["Journal", "academic"],
  ["Wire", "independent media"],
] as const;
const SOURCES = 24;

/** Entities and claims as JSON Lines: sources first, then entities, then claims. */
export function syntheticJsonLines(entityCount: number, claimCount: number): string {
  const random = generator(20231101);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const lines: object[] = [];
  for (let number = 0; number < SOURCES; number++) {
    const [name, publisherClass] = PUBLISHERS[number % PUBLISHERS.length] as (typeof PUBLISHERS)[number];
    lines.push({
      ...{ id: sourceId(number), title: `Document ${number}`, genre: "report", language: "en" },
      publisher: { name, class: publisherClass, classifiedBy: "nobody", classifiedOn: "2026-01-01" },
      ...{ published: day(18 * 365 + number * 90), accessed: "2026-01-01" },
    });
  }
  const ids: Record<string, string[]> = Object.fromEntries(KINDS.map((kind) => [kind, []]));
  for (let number = 0; number < entityCount; number++) {
    const kind = KINDS[number % KINDS.length] as (typeof KINDS)[number];
    const id = `${kind}/${number}`;
    ids[kind]?.push(id);
    const located = kind === "region" || kind === "port" || kind === "country";
    const place = located ? { lng: round(70 + 40 * random()), lat: round(25 + 30 * random()) } : {};
    lines.push({ id, names: [{ value: `${kind} ${number}`, lang: "en" }], ...place });
  }
  for (let number = 0; number < claimCount; number++) {
    const [subject, relation, object] = pick(RELATIONS);
    const start = Math.floor(random() * 20 * 365);
    const end = start + Math.floor(random() * 5 * 365);
    const ends = [pick(ids[subject] as string[]), pick(ids[object] as string[])];
    // Symmetric relations, all of them of one kind with itself, are stored the smaller id first.
    if (subject === object) ends.sort();
    lines.push({
      id: `claim-${String(number).padStart(6, "0")}`,
      ...{ subject: ends[0], relation, object: ends[1] },
      valid: relation === "participatesIn" ? day(start) : `${day(start)}/${day(end)}`,
      status: pick(STATUSES),
      citations: [
        {
          source: sourceId(Math.floor(random() * SOURCES)),
          readAs: "excerpt",
          voice: "narrated",
          stance: "asserts",
        },
      ],
    });
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

const sourceId = (number: number): string => `document-${String(number).padStart(2, "0")}`;
const day = (days: number): string => new Date(Date.UTC(2005, 0, 1 + days)).toISOString().slice(0, 10);
const round = (degrees: number): number => Math.round(degrees * 1000) / 1000;

/** Mulberry32: small, and the same on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
