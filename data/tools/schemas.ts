/**
 * Writes the JSON Schema of every record as a file into the built package: `dist/schemas/entity/port.json`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { graphologyJsonSchema, jsonSchemas } from "../../src/schema.ts";
import { ROOT } from "./files.ts";

const schemas = { ...jsonSchemas(), "graphology-json": graphologyJsonSchema() };
for (const [name, schema] of Object.entries(schemas)) {
  const path = join(ROOT, "dist", "schemas", `${name}.json`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`);
}
