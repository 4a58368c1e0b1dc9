/**
 * An ontology out of JSON: the shape of its definitions, then what they say of one another.
 */
import { type Issue, OntologyError } from "../errors.ts";
import { checkShape, type Field, type ObjectShape, type Shape } from "../model/shape.ts";
import { defineOntology, type Ontology } from "../ontology/define.ts";

const text: Shape = { type: "text" };
const flag: Shape = { type: "boolean" };
const texts: Shape = { type: "list", of: text };
const oneOf = (...values: string[]): Shape => ({ type: "text", values });
const mapOf = (of: Shape): Shape => ({ type: "map", of });
const object = (required: Record<string, Shape>, optional: Record<string, Shape> = {}): ObjectShape => ({
  type: "object",
  fields: Object.fromEntries([
    ...Object.entries(required).map(([name, shape]): [string, Field] => [name, { shape, required: true }]),
    ...Object.entries(optional).map(([name, shape]): [string, Field] => [name, { shape }]),
  ]),
});

const ATTRIBUTES = mapOf(
  object(
    {
      type: oneOf(
        "text",
        "number",
        "integer",
        "boolean",
        "list",
        "longitude",
        "latitude",
        "reference",
        "references",
      ),
      description: text,
    },
    { required: flag, values: texts, kinds: texts },
  ),
);

const KIND = object({
  label: text,
  plural: text,
  description: text,
  attributes: ATTRIBUTES,
  iri: text,
  color: text,
});

const RELATION = object(
  {
    label: text,
    inverse: text,
    inverseLabel: text,
    description: text,
    between: mapOf(texts),
    time: oneOf("state", "event", "period", "measured"),
    path: flag,
    quantity: oneOf("required", "optional", "none"),
    attributes: ATTRIBUTES,
    template: text,
    iri: text,
  },
  {
    symmetric: flag,
    functional: object({ key: texts, value: text }, { upTo: text }),
    office: text,
    denial: text,
  },
);

const ONTOLOGY = object(
  { name: text, iri: text, kinds: mapOf(KIND), relations: mapOf(RELATION) },
  { units: mapOf(object({ label: text, factor: text, of: text })) },
);

/**
 * The ontology that a JSON value is, checked as `defineOntology` checks it; `undefined` if it is none. Fields that are
 * not known are kept.
 *
 * @param path where the value stands, for the issues: those of records' shapes and of `defineOntology`
 */
export function readOntology(
  value: unknown,
  path: string,
  report: (issue: Issue) => void,
): Ontology | undefined {
  let sound = true;
  checkShape(value, ONTOLOGY, path, (problem) => {
    if (problem.code === "record/unknown-field") return;
    sound = false;
    report({ severity: "error", ...problem });
  });
  if (!sound) return undefined;
  try {
    return defineOntology(structuredClone(value) as Ontology);
  } catch (error) {
    if (!(error instanceof OntologyError)) throw error;
    report({ code: error.code, severity: "error", path, message: error.message });
    return undefined;
  }
}
