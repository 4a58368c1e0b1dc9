/**
 * zod schemas of the records of an ontology, made from the same shapes as the run-time check, and JSON Schema from
 * them. The only file that loads zod.
 */
import * as z from "zod";
import { identifierProblem } from "../identifier.ts";
import type { Ontology } from "../ontology/define.ts";
import type { KindOf, RelationOf, XinjiangOntology } from "../ontology/ontology.ts";
import { xinjiangOntology } from "../ontology/ontology.ts";
import type { Citation } from "./citation.ts";
import type { ClaimOf } from "./claim.ts";
import type { EntityOf } from "./entity.ts";
import type { Quantity } from "./quantity.ts";
import { CITATION_SHAPE, QUANTITY_SHAPE, recordShapes, SOURCE_SHAPE } from "./record.ts";
import { isPlainObject, type Shape, TEXT_FORMATS } from "./shape.ts";
import type { Source } from "./source.ts";

/** An entity as a file holds it, typed: `kind` may be left out, `label` is not stored. */
export type EntityInput<O extends Ontology, K extends KindOf<O>> =
  K extends KindOf<O> ? Omit<EntityOf<O, K>, "kind" | "label"> & { readonly kind?: K } : never;

/** A claim as a file holds it, typed. */
export type ClaimInput<O extends Ontology, R extends RelationOf<O>> =
  R extends RelationOf<O> ? Omit<ClaimOf<O, R>, "label"> : never;

/** One schema for each sort of record. */
export interface RecordSchemas<O extends Ontology> {
  readonly source: z.ZodType<Source>;
  readonly citation: z.ZodType<Citation>;
  readonly quantity: z.ZodType<Quantity>;
  readonly entity: { readonly [K in KindOf<O>]: z.ZodType<EntityInput<O, K>> };
  readonly claim: { readonly [R in RelationOf<O>]: z.ZodType<ClaimInput<O, R>> };
}

/**
 * The zod schemas of an ontology's records. They check one record alone; what records say of one another (ids that
 * exist, ends that fit) is checked by `validateRecords`, which accepts the same single records as these do.
 *
 * @example
 * const { entity } = recordSchemas(xinjiangOntology);
 * entity.port.safeParse({ id: "port/x", names: [{ value: "X", lang: "en" }], modes: ["boat"] }).success; // false
 */
export function recordSchemas<O extends Ontology = XinjiangOntology>(
  ontology: O = xinjiangOntology as unknown as O,
): RecordSchemas<O> {
  const shapes = recordShapes(ontology);
  const all = (map: ReadonlyMap<string, Shape>): Record<string, z.ZodType> =>
    Object.fromEntries(Array.from(map, ([name, shape]) => [name, schemaOf(shape)]));
  return {
    source: schemaOf(SOURCE_SHAPE),
    citation: schemaOf(CITATION_SHAPE),
    quantity: schemaOf(QUANTITY_SHAPE),
    entity: all(shapes.kinds),
    claim: all(shapes.relations),
  } as unknown as RecordSchemas<O>;
}

/**
 * JSON Schema (draft 2020-12) of every record: `source`, `entity/<kind>`, `claim/<relation>`. Rules that JSON Schema
 * cannot say (a date's calendar) are named in `description` and left to the library.
 */
export function jsonSchemas(ontology: Ontology = xinjiangOntology): Readonly<Record<string, object>> {
  const schemas = recordSchemas(ontology);
  const entries: [string, z.ZodType][] = [
    ["source", schemas.source],
    ...Object.entries(schemas.entity).map(([kind, schema]): [string, z.ZodType] => [
      `entity/${kind}`,
      schema as z.ZodType,
    ]),
    ...Object.entries(schemas.claim).map(([relation, schema]): [string, z.ZodType] => [
      `claim/${relation}`,
      schema as z.ZodType,
    ]),
  ];
  return Object.fromEntries(
    entries.map(([name, schema]) => [name, z.toJSONSchema(schema, { unrepresentable: "any" })]),
  );
}

function schemaOf(shape: Shape): z.ZodType {
  switch (shape.type) {
    case "text":
      return textSchema(shape);
    case "number": {
      let schema = shape.integer ? z.int() : z.number();
      if (shape.min !== undefined) schema = schema.min(shape.min);
      if (shape.max !== undefined) schema = schema.max(shape.max);
      return schema;
    }
    case "boolean":
      return z.boolean();
    case "list":
      return z.array(schemaOf(shape.of)).min(shape.atLeast ?? 0);
    case "map":
      return z
        .record(z.string(), schemaOf(shape.of))
        .refine(
          (value) =>
            isPlainObject(value) && Object.keys(value).every((key) => identifierProblem(key) === undefined),
          {
            message: "every key must be an identifier",
          },
        );
    case "object":
      return z.strictObject(
        Object.fromEntries(
          Object.entries(shape.fields).map(([name, { shape: inner, required, description }]) => {
            const schema = description ? schemaOf(inner).describe(description) : schemaOf(inner);
            return [name, required ? schema : schema.optional()];
          }),
        ),
      );
  }
}

function textSchema(shape: Shape & { type: "text" }): z.ZodType {
  if (shape.values) return z.enum(shape.values as [string, ...string[]]);
  const text = z
    .string()
    .min(1)
    .refine((value) => !/\p{Cs}/u.test(value), { message: "half a character" });
  if (!shape.format) return text;
  const { expected, problem } = TEXT_FORMATS[shape.format];
  return text
    .refine((value) => problem(value) === undefined, { message: `expected ${expected}` })
    .describe(expected);
}
