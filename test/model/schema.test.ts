import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bundledRecords } from "../../src/dataset/bundled.ts";
import { kindOfRecord } from "../../src/graph/build.ts";
import { recordShapes, SOURCE_SHAPE } from "../../src/model/record.ts";
import { jsonSchemas, recordSchemas } from "../../src/model/schema.ts";
import { checkShape, type ObjectShape } from "../../src/model/shape.ts";
import { xinjiangOntology } from "../../src/ontology/ontology.ts";

const records = bundledRecords();
const schemas = recordSchemas();
const shapes = recordShapes(xinjiangOntology);

interface Case {
  readonly record: object;
  readonly shape: ObjectShape;
  readonly accepts: (value: unknown) => boolean;
}
const cases: Case[] = [
  ...records.sources.map((record) => ({
    record,
    shape: SOURCE_SHAPE,
    accepts: (v: unknown) => schemas.source.safeParse(v).success,
  })),
  ...records.entities.map((record) => {
    const kind = kindOfRecord(record) as "port";
    return {
      record,
      shape: shapes.kinds.get(kind) as ObjectShape,
      accepts: (v: unknown) => schemas.entity[kind].safeParse(v).success,
    };
  }),
  ...records.claims.map((record) => {
    const relation = record.relation as "opensTo";
    return {
      record,
      shape: shapes.relations.get(relation) as ObjectShape,
      accepts: (v: unknown) => schemas.claim[relation].safeParse(v).success,
    };
  }),
];

function fits(value: unknown, shape: ObjectShape): boolean {
  let problems = 0;
  checkShape(value, shape, "", () => {
    problems += 1;
  });
  return problems === 0;
}

/** Every place in a record, as a path of keys. */
function places(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) =>
      places(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function mutated(record: object, at: readonly (string | number)[], change: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(record));
  const last = at.at(-1);
  if (last === undefined) return change;
  const holder = at.slice(0, -1).reduce((value, key) => value[key], copy);
  if (change === DROP) delete holder[last];
  else if (change === ADD) holder[typeof last === "number" ? 0 : "extra"] = 1;
  else holder[last] = change;
  return copy;
}
const DROP = Symbol("drop");
const ADD = Symbol("add");
const changes = fc.oneof(
  fc.constantFrom(
    DROP,
    ADD,
    null,
    "",
    " ",
    0,
    -1,
    1.5,
    181,
    true,
    [],
    {},
    "2023-13",
    "2024/2022",
    "en-",
    "__proto__",
    "1e5",
    "1/0",
    "half \ud800",
    "actual",
    "mailto:x",
  ),
  fc.string(),
  fc.double(),
);

describe("zod schemas", () => {
  it("accept every record of the bundled dataset", () => {
    for (const { record, accepts } of cases) expect(accepts(record), JSON.stringify(record)).toBe(true);
  });

  it("agree with the run-time check on thousands of mutated records", () => {
    const mutation = fc
      .constantFrom(...cases)
      .chain((one) => fc.tuple(fc.constant(one), fc.constantFrom(...places(one.record)), changes));
    fc.assert(
      fc.property(mutation, ([{ record, shape, accepts }, at, change]) => {
        const value = mutated(record, at, change);
        expect(accepts(value)).toBe(fits(value, shape));
      }),
      { numRuns: 4000 },
    );
  });

  it("become JSON Schema for every kind and relation", () => {
    const made = jsonSchemas();
    expect(Object.keys(made)).toHaveLength(
      1 + Object.keys(xinjiangOntology.kinds).length + Object.keys(xinjiangOntology.relations).length,
    );
    expect(made["entity/port"]).toMatchObject({
      type: "object",
      additionalProperties: false,
      required: ["id", "names"],
    });
  });
});
