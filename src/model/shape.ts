/**
 * Shapes: a light description of records, from which the run-time check here, the zod schemas and the JSON Schema
 * derive alike. Light because the bundled dataset must load without a schema library.
 */
import { type Issue, show } from "../errors.ts";
import { identifierProblem } from "../identifier.ts";
import { nearest } from "../nearest.ts";
import type { AttributeDescriptor } from "../ontology/define.ts";
import { type Parsed, safeParsePartialDate } from "../time/partial-date.ts";
import { safeParseValidTime } from "../time/valid-time.ts";
import { readDecimal } from "./quantity.ts";

/** Texts with a rule of their own. */
export type TextFormat =
  | "identifier"
  | "edtf"
  | "date"
  | "language"
  | "decimal"
  | "hash"
  | "sha256"
  | "url"
  | "unit";

export type Shape =
  | { readonly type: "text"; readonly values?: readonly string[]; readonly format?: TextFormat }
  | { readonly type: "number"; readonly integer?: boolean; readonly min?: number; readonly max?: number }
  | { readonly type: "boolean" }
  | { readonly type: "list"; readonly of: Shape; readonly atLeast?: number }
  | { readonly type: "map"; readonly of: Shape }
  | ObjectShape;

export interface ObjectShape {
  readonly type: "object";
  readonly fields: Readonly<Record<string, Field>>;
}

export interface Field {
  readonly shape: Shape;
  readonly required?: boolean;
  readonly description?: string;
}

/** Called with each problem: its code, JSON pointer, what was expected and found. */
export type Report = (problem: Omit<Issue, "severity">) => void;

/** A rule for texts: what it expects and why a text does not meet it (`undefined` if it does). */
interface TextRule {
  readonly expected: string;
  readonly problem: (text: string) => string | undefined;
  /** Code of the problem; `record/invalid-value` when absent. */
  readonly code?: string;
}

/** The rule of each text format. */
export const TEXT_FORMATS: Readonly<Record<TextFormat, TextRule>> = {
  identifier: {
    expected: "an identifier without white space",
    problem: identifierProblem,
    code: "record/invalid-id",
  },
  edtf: parsing(safeParseValidTime, "an EDTF date or interval such as 2023, 2023-11-01 or 2022/2024"),
  date: parsing(safeParsePartialDate, "an EDTF date such as 2024-05-21 or 2024-11-01?"),
  language: matching(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "a BCP 47 language tag such as en or zh-Hans"),
  decimal: {
    expected: 'a decimal as written such as "357.33e9", or a fraction such as "1/3"',
    problem: (text) => (readDecimal(text) ? undefined : "is not a decimal"),
  },
  hash: matching(/^[0-9a-f]{8}$/, "8 hexadecimal digits"),
  sha256: matching(/^[0-9a-f]{64}$/, "64 hexadecimal digits"),
  url: matching(/^https?:\/\/[^\s<>"]+$/, "an http or https address"),
  unit: matching(/^\S{1,24}$/, "a unit such as CNY, km2, % or 1"),
};

/**
 * Checks a value against a shape and reports every problem in it, not only the first.
 * Unknown fields are problems; `undefined` fields count as absent.
 */
export function checkShape(value: unknown, shape: Shape, path: string, report: Report): void {
  new ShapeWalk(path, report).check(value, shape);
}

/** The shape of one attribute that an ontology declares. */
export function shapeOfAttribute(descriptor: AttributeDescriptor): Shape {
  const text: Shape = {
    type: "text",
    ...(descriptor.values && { values: descriptor.values }),
    ...(descriptor.type.startsWith("reference") && { format: "identifier" as const }),
  };
  switch (descriptor.type) {
    case "text":
    case "reference":
      return text;
    case "list":
    case "references":
      return { type: "list", of: text };
    case "boolean":
      return { type: "boolean" };
    case "integer":
      return { type: "number", integer: true };
    case "longitude":
      return { type: "number", min: -180, max: 180 };
    case "latitude":
      return { type: "number", min: -90, max: 90 };
    case "number":
      return { type: "number" };
  }
}

/** Whether a value is an object of records: neither null, nor an array. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A walk through a value. It makes a pointer only where there is a problem: hardly any field of hardly any record has one. */
class ShapeWalk {
  /** Keys and indices that lead to the value at hand. */
  private readonly steps: (string | number)[] = [];

  constructor(
    private readonly path: string,
    private readonly report: Report,
  ) {}

  check(value: unknown, shape: Shape): void {
    switch (shape.type) {
      case "text":
        return this.text(value, shape);
      case "number":
        return this.number(value, shape);
      case "boolean":
        if (typeof value !== "boolean") this.wrongType(value, shape);
        return;
      case "list":
        if (!Array.isArray(value)) return this.wrongType(value, shape);
        if (value.length < (shape.atLeast ?? 0))
          this.mismatch(value, `a list of at least ${shape.atLeast}`, "record/too-few");
        // By index, so that holes are seen.
        for (let i = 0; i < value.length; i++) this.inner(i, value[i], shape.of);
        return;
      case "map":
        if (!isPlainObject(value)) return this.wrongType(value, shape);
        for (const [key, item] of Object.entries(value)) {
          if (identifierProblem(key))
            this.mismatch(key, "a key without white space", "record/wrong-type", key);
          else this.inner(key, item, shape.of);
        }
        return;
      case "object":
        return this.object(value, shape);
    }
  }

  private inner(step: string | number, value: unknown, shape: Shape): void {
    this.steps.push(step);
    this.check(value, shape);
    this.steps.pop();
  }

  private object(value: unknown, shape: ObjectShape): void {
    if (!isPlainObject(value)) return this.wrongType(value, shape);
    for (const name of Object.keys(value)) {
      const item = value[name];
      if (item === undefined) continue;
      if (Object.hasOwn(shape.fields, name)) this.inner(name, item, (shape.fields[name] as Field).shape);
      else this.unknownField(name, Object.keys(shape.fields));
    }
    for (const name of Object.keys(shape.fields)) {
      const field = shape.fields[name] as Field;
      if (!field.required || (Object.hasOwn(value, name) && value[name] !== undefined)) continue;
      const expected = describeShape(field.shape);
      const message = `The field "${name}" is missing; expected ${expected}.`;
      this.report({ code: "record/missing-field", path: this.pathTo(name), message, expected });
    }
  }

  private unknownField(name: string, known: readonly string[]): void {
    const near = nearest(name, known);
    this.report({
      code: "record/unknown-field",
      path: this.pathTo(name),
      message: `The field ${show(name)} is not known here${near ? `; did you mean "${near}"?` : "; take it out or declare it in the ontology."}`,
      expected: `one of ${known.join(", ")}`,
      received: show(name),
    });
  }

  private text(value: unknown, shape: Shape & { type: "text" }): void {
    if (typeof value !== "string") return this.wrongType(value, shape);
    if (value === "") return this.mismatch(value, "a text that is not empty");
    if (/\p{Cs}/u.test(value)) {
      return this.mismatch(value, "well-formed Unicode (it holds half a character)");
    }
    if (shape.values && !shape.values.includes(value)) {
      const near = nearest(value, shape.values);
      return this.mismatch(value, `${describeShape(shape)}${near ? ` (did you mean "${near}"?)` : ""}`);
    }
    if (!shape.format) return;
    const { problem, expected, code = "record/invalid-value" } = TEXT_FORMATS[shape.format];
    const found = problem(value);
    if (found === undefined) return;
    const message = code === "record/invalid-date" ? found : `${show(value)} ${found}; expected ${expected}.`;
    this.report({ code, path: this.pathTo(), message, expected, received: show(value) });
  }

  private number(value: unknown, shape: Shape & { type: "number" }): void {
    if (typeof value !== "number") return this.wrongType(value, shape);
    const { integer, min = -Infinity, max = Infinity } = shape;
    const isNumber = integer ? Number.isSafeInteger(value) : Number.isFinite(value);
    if (!isNumber || value < min || value > max) this.mismatch(value, describeShape(shape));
  }

  private wrongType(value: unknown, shape: Shape): void {
    this.mismatch(value, describeShape(shape), "record/wrong-type");
  }

  private mismatch(value: unknown, expected: string, code = "record/invalid-value", ...key: string[]): void {
    const message = `Found ${show(value)}, expected ${expected}.`;
    this.report({ code, path: this.pathTo(...key), message, expected, received: show(value) });
  }

  /** The pointer to the value at hand, or to one in it. */
  private pathTo(...keys: string[]): string {
    return [...this.steps, ...keys].reduce<string>(pointer, this.path);
  }
}

/** What a shape accepts, in words. */
export function describeShape(shape: Shape): string {
  switch (shape.type) {
    case "text":
      return shape.values
        ? `one of ${shape.values.join(", ")}`
        : shape.format
          ? TEXT_FORMATS[shape.format].expected
          : "a text";
    case "number": {
      const noun = shape.integer ? "a whole number" : "a number";
      return shape.min === undefined ? noun : `${noun} from ${shape.min} to ${shape.max}`;
    }
    case "boolean":
      return "true or false";
    case "list":
      return "a list";
    default:
      return "an object";
  }
}

/** A JSON pointer one step further (RFC 6901). */
export function pointer(path: string, key: string | number): string {
  return `${path}/${String(key).replace(/~/g, "~0").replace(/\//g, "~1")}`;
}

function matching(pattern: RegExp, expected: string): TextRule {
  return { expected, problem: (text) => (pattern.test(text) ? undefined : "does not fit") };
}

function parsing(parse: (text: string) => Parsed<unknown>, expected: string): TextRule {
  const problem = (text: string): string | undefined => {
    const parsed = parse(text);
    return parsed.ok ? undefined : parsed.message;
  };
  return { expected, problem, code: "record/invalid-date" };
}
