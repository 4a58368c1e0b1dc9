/** Subpath `xinjiang-graph/schema`: zod schemas and JSON Schema of every record of an ontology. Loads zod. */
export { jsonSchemas, type RecordSchemas, recordSchemas } from "./model/schema.ts";
