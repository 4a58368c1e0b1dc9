/**
 * A small ontology of towns and people, and random datasets in it, for laws that must hold for any graph.
 */
import fc from "fast-check";
import type { DatasetRecords } from "../src/model/record.ts";
import { defineKind, defineOntology, defineRelation } from "../src/ontology/define.ts";

const iri = "https://example.org/x";

export const townOntology = defineOntology({
  name: "towns",
  iri,
  kinds: {
    town: defineKind({
      label: "town",
      plural: "towns",
      description: "A town",
      attributes: {},
      iri,
      color: "#000000",
    }),
    person: defineKind({
      label: "person",
      plural: "people",
      description: "A person",
      attributes: {},
      iri,
      color: "#000000",
    }),
    measure: defineKind({
      label: "measure",
      plural: "measures",
      description: "What is measured",
      attributes: {
        measure: { type: "text", values: ["stock", "flow"], description: "Sort", required: true },
      },
      iri,
      color: "#000000",
    }),
  },
  relations: {
    livesIn: defineRelation({
      label: "lives in",
      inverse: "homeOf",
      inverseLabel: "is home of",
      description: "Where a person lives",
      between: { person: ["town"] },
      time: "state",
      path: true,
      quantity: "none",
      template: "{subject} lives in {object}",
      iri,
    }),
    bornIn: defineRelation({
      label: "was born in",
      inverse: "birthplaceOf",
      inverseLabel: "is birthplace of",
      description: "Where a person was born",
      between: { person: ["town"] },
      time: "event",
      path: true,
      quantity: "none",
      template: "{subject} was born in {object}",
      iri,
    }),
    twinnedWith: defineRelation({
      label: "is twinned with",
      inverse: "twinnedWith",
      inverseLabel: "is twinned with",
      description: "Two towns are twinned",
      between: { town: ["town"] },
      symmetric: true,
      time: "state",
      path: true,
      quantity: "none",
      template: "{subject} is twinned with {object}",
      iri,
    }),
    counted: defineRelation({
      label: "counted",
      inverse: "countedOf",
      inverseLabel: "is counted of",
      description: "A figure of a town",
      between: { town: ["measure"] },
      time: "measured",
      path: false,
      quantity: "required",
      functional: { key: ["object", "scope"], value: "quantity" },
      template: "{object} of {subject}",
      iri,
    }),
  },
});

const TOWNS = ["town/a", "town/b", "town/c", "town/d"];
const PEOPLE = ["person/p", "person/q"];
const SOURCES = ["s1", "s2", "s3"];

const year = fc.integer({ min: 2018, max: 2026 });
const day = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => `${y}-${pad(m)}-${pad(d)}`);
const date = fc.oneof(
  year.map(String),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${pad(m)}`),
  day,
);
const span = fc.tuple(year, fc.nat(3)).map(([y, more]) => `${y}/${y + more}`);
export const validTime = fc.oneof(
  date,
  span,
  date.map((d) => `${d}/..`),
  date.map((d) => `/${d}`),
  date.map((d) => `${d}/`),
  date.map((d) => `${d}~`),
  year.map((y) => `${y}?`),
);

const citation = fc.record({
  source: fc.constantFrom(...SOURCES),
  readAs: fc.constant("excerpt" as const),
  voice: fc.constantFrom("quoted" as const, "narrated" as const),
  stance: fc.constantFrom("asserts" as const, "asserts" as const, "reports" as const, "denies" as const),
});

const time = fc.oneof(
  validTime.map((valid) => ({ valid })),
  fc.uniqueArray(day, { minLength: 1, maxLength: 2 }).map((attested) => ({ attested: attested.sort() })),
);

const triple = fc.oneof(
  fc.record({
    relation: fc.constantFrom("livesIn", "bornIn"),
    subject: fc.constantFrom(...PEOPLE),
    object: fc.constantFrom(...TOWNS),
  }),
  fc
    .tuple(fc.constantFrom(...TOWNS), fc.constantFrom(...TOWNS))
    .map((towns) => [...towns].sort() as [string, string])
    .map(([subject, object]) => ({ relation: "twinnedWith", subject, object })),
  fc.record({
    relation: fc.constant("counted"),
    subject: fc.constantFrom(...TOWNS),
    object: fc.constantFrom("measure/people", "measure/births"),
    quantity: fc.integer({ min: 1, max: 999 }).map((n) => ({ value: String(n), unit: "1" })),
  }),
);

const claim = fc
  .tuple(
    triple,
    time,
    fc.constantFrom("actual", "actual", "ongoing", "planned", "target"),
    fc.array(citation, { minLength: 1, maxLength: 3 }),
  )
  .map(([ends, when, status, citations]) => ({ ...ends, ...when, status, citations }));

/** A source with a published day, now and then an uncertain one. */
const source = (id: string): fc.Arbitrary<object> =>
  fc
    .record({
      published: fc.oneof(
        day,
        day,
        day.map((d) => `${d}?`),
      ),
      held: fc.option(day, { nil: undefined }),
    })
    .map(({ published, held }) => ({
      id,
      title: id,
      publisher: { name: id, class: "other", classifiedBy: "nobody", classifiedOn: "2026" },
      genre: "test",
      language: "en",
      accessed: "2026-12-31",
      published,
      ...(held && { held }),
    }));

/** Any dataset of the towns: four towns, two people, two measures, three sources, up to twelve claims. */
export const townDataset: fc.Arbitrary<DatasetRecords> = fc
  .tuple(fc.array(claim, { maxLength: 12 }), fc.tuple(...SOURCES.map(source)))
  .map(([claims, sources]) => ({
    sources: sources as never,
    entities: [...TOWNS, ...PEOPLE]
      .map((id) => ({ id, names: [{ value: id, lang: "en" }] }))
      .concat(
        ["people", "births"].map((name) => ({
          id: `measure/${name}`,
          names: [{ value: name, lang: "en" }],
          measure: name === "people" ? "stock" : "flow",
        })),
      ),
    claims: claims.map((one, i) => ({ id: `c${String(i).padStart(3, "0")}`, ...one })) as never,
  }));

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
