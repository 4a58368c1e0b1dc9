/**
 * Random small datasets that overlap: ports with names, modes, coordinates and codes, and claims about them. The same ids
 * often bear different contents, and the same contents different ids.
 */
import fc from "fast-check";
import { present } from "../../src/evidence/present.ts";
import type { ClaimRecord } from "../../src/model/claim.ts";
import type { EntityRecord } from "../../src/model/entity.ts";
import type { DatasetRecords } from "../../src/model/record.ts";
import type { Source } from "../../src/model/source.ts";

const PORTS = ["port/a", "port/b", "port/c"];
const SOURCES = ["s1", "s2"];
const maybe = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(some, { nil: undefined });

const name = fc
  .record({
    value: fc.constantFrom(
      "North Port",
      "Khorgos highway port",
      "Horgos Road Port",
      "霍尔果斯公路口岸",
      "Порт",
    ),
    lang: fc.constantFrom("en", "zh-Hans"),
    source: maybe(fc.constantFrom(...SOURCES)),
  })
  .map(present);

const port = (id: string): fc.Arbitrary<EntityRecord> =>
  fc
    .record({
      names: fc.uniqueArray(name, { minLength: 1, maxLength: 3, selector: (one) => JSON.stringify(one) }),
      modes: maybe(fc.uniqueArray(fc.constantFrom("road", "rail", "air"), { minLength: 1 })),
      place: maybe(
        fc.record({ lng: fc.integer({ min: 79, max: 81 }), lat: fc.integer({ min: 43, max: 45 }) }),
      ),
      coordinatesFrom: maybe(fc.constantFrom("x", "y")),
      identifiers: maybe(fc.dictionary(fc.constantFrom("iata", "geonames"), fc.constantFrom("1", "2"))),
    })
    .map(({ place, ...rest }) => present({ id, ...rest, ...place }) as EntityRecord);

const citation = fc
  .record({
    source: fc.constantFrom(...SOURCES),
    readAs: fc.constant("excerpt" as const),
    voice: fc.constantFrom("quoted" as const, "narrated" as const),
    stance: fc.constantFrom("asserts" as const, "denies" as const),
  })
  .map(present);

const claim = fc
  .record({
    id: fc.constantFrom("c1", "c2", "c3"),
    subject: fc.constantFrom(...PORTS),
    relation: fc.constant("opensTo"),
    object: fc.constantFrom("country/x", "country/y"),
    valid: fc.constantFrom("2024", "2025"),
    status: fc.constant("actual" as const),
    inferred: maybe(fc.constantFrom("note", "other note")),
    citations: fc.uniqueArray(citation, {
      minLength: 1,
      maxLength: 2,
      selector: (one) => JSON.stringify(one),
    }),
  })
  .map((record) => present(record) as ClaimRecord);

const source = (id: string): fc.Arbitrary<Source> =>
  fc
    .record({
      published: fc.constantFrom("2024-01-01", "2024-01-02"),
      host: maybe(fc.constant("host")),
      authors: maybe(fc.constantFrom(["A"], ["A", "B"])),
    })
    .map(
      (fields) =>
        present({
          id,
          title: id,
          publisher: { name: id, class: "other", classifiedBy: "nobody", classifiedOn: "2026" } as const,
          genre: "test",
          language: "en",
          accessed: "2026-12-31",
          ...fields,
        }) as Source,
    );

/** Three ports, two countries, two sources, up to four claims of three ids. */
export const portDataset: fc.Arbitrary<DatasetRecords> = fc
  .record({
    sources: fc.tuple(...SOURCES.map(source)),
    ports: fc.tuple(...PORTS.map(port)),
    claims: fc.uniqueArray(claim, { maxLength: 3, selector: ({ id }) => id }),
  })
  .map(({ sources, ports, claims }) => ({
    sources,
    entities: [
      ...ports,
      ...["country/x", "country/y"].map((id) => ({ id, names: [{ value: id, lang: "en" }] })),
    ],
    claims,
  }));
