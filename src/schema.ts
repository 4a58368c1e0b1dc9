/**
 * Subpath `xinjiang-graph/schema`: zod schemas and JSON Schema of every record of an ontology. Loads zod.
 *
 * @module xinjiang-graph/schema
 */
export { graphologyJsonSchema } from "./format/graphology-json-schema.ts";
export {
  type ClaimInput,
  type EntityInput,
  jsonSchemas,
  type RecordSchemas,
  recordSchemas,
} from "./model/schema.ts";
