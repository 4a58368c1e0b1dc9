/**
 * JSON Schema of what `toGraphologyJson` writes, made from the schemas of the records. Loads zod.
 */
import { jsonSchemas } from "../model/schema.ts";
import type { Ontology } from "../ontology/define.ts";
import { xinjiangOntology } from "../ontology/ontology.ts";

/** A JSON Schema: any of its keywords. */
interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/**
 * The JSON Schema (draft 2020-12) of the graphology JSON of graphs under an ontology. The attributes of a node are a record
 * of its kind, those of an edge a record of its relation, each with `label`; attributes that users and other programs add
 * beside them are let pass. What records say of one another is left to `fromGraphologyJson`.
 *
 * @example
 * graphologyJsonSchema().required; // ["attributes", "options", "nodes", "edges"]
 */
export function graphologyJsonSchema(ontology: Ontology = xinjiangOntology): JsonSchema {
  const records = Object.entries(jsonSchemas(ontology) as Record<string, JsonSchema>);
  const bare = ({ $schema, ...schema }: JsonSchema): JsonSchema => schema;
  const attributesOf = (sort: "entity" | "claim", field: string): JsonSchema => ({
    type: "object",
    required: [field],
    properties: { [field]: TEXT },
    anyOf: records.flatMap(([name, schema]) => {
      if (!name.startsWith(`${sort}/`)) return [];
      // Open to what others add, so not `additionalProperties: false` as a record of a file is.
      const { additionalProperties, properties, ...open } = bare(schema);
      const told = { [field]: { const: name.slice(sort.length + 1) }, label: TEXT };
      return [{ ...open, properties: { ...(properties as JsonSchema), ...told } }];
    }),
  });
  const list = (fields: readonly string[], attributes: JsonSchema): JsonSchema => ({
    type: "array",
    items: objectWith({ ...Object.fromEntries(fields.map((field) => [field, TEXT])), attributes }),
  });
  const source = records.find(([name]) => name === "source")?.[1] ?? {};
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    required: ["attributes", "options", "nodes", "edges"],
    properties: {
      attributes: {
        type: "object",
        required: ["ontology", "sources"],
        properties: {
          ontology: objectWith({
            name: TEXT,
            iri: TEXT,
            kinds: { type: "object" },
            relations: { type: "object" },
          }),
          sources: { type: "object", additionalProperties: bare(source) },
          mentioned: { type: "object", additionalProperties: attributesOf("entity", "kind") },
          dataset: objectWith({ name: TEXT, version: TEXT, license: TEXT }),
        },
      },
      options: objectWith({
        type: { const: "directed" },
        multi: { const: true },
        allowSelfLoops: { const: true },
      }),
      nodes: list(["key"], attributesOf("entity", "kind")),
      edges: list(["key", "source", "target"], attributesOf("claim", "relation")),
    },
  };
}

const TEXT: JsonSchema = { type: "string" };

/** An object that has these properties, and may have others. */
function objectWith(properties: JsonSchema): JsonSchema {
  return { type: "object", required: Object.keys(properties), properties };
}
