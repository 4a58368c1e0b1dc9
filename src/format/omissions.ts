/**
 * Finds what an export leaves out: walks every field of every record and reports those that the format did not say it
 * carries. A field that nobody thought of is thus reported, not forgotten.
 */
import type { ExportView } from "./export-view.ts";
import type { LossTally } from "./loss.ts";

/** Whether an export holds a value of a record, by its path in it (list positions left out: `names.lang`). */
export type Carries = (path: string, value: unknown, record: Readonly<Record<string, unknown>>) => boolean;

/** What an export holds of each sort of record; what is absent is not held at all. */
export interface Carried {
  readonly entity?: Carries;
  /** Entities that are no nodes; without it they are reported each as one loss, not field by field. */
  readonly mentioned?: Carries;
  readonly claim?: Carries;
  /** Asked only for sources that a claim cites, unless `allSources` is set. */
  readonly source?: Carries;
  readonly allSources?: boolean;
  readonly dataset?: Carries;
  /** What users have put among the graph's own attributes. */
  readonly graph?: Carries;
}

/** Holds everything. */
export const ALL: Carries = () => true;

/**
 * Holds the fields named and what lies under them.
 *
 * @example
 * fieldsOf(["names", "lng"])("names.lang", "en", {}); // true
 */
export function fieldsOf(names: Iterable<string>): Carries {
  const known = new Set(names);
  return (path) => {
    for (let at = path; ; at = at.slice(0, at.lastIndexOf("."))) {
      if (known.has(at)) return true;
      if (!at.includes(".")) return false;
    }
  };
}

/** Reports every value of every record that is not carried, `because` the format has no place for it. */
export function noteOmissions(view: ExportView, tally: LossTally, carried: Carried): void {
  const reason = `${tally.format} has no place for it`;
  const walk = (type: string, id: string, record: object, carries: Carries = () => false): void => {
    forEachField(record, (path, value) => {
      if (!isPlain(value)) {
        tally.note("omitted", `${type}.${path}`, "it is no text, number, boolean, list or object", id, value);
      } else if (!carries(path, value, record as Readonly<Record<string, unknown>>))
        tally.note("omitted", `${type}.${path}`, reason, id, value);
    });
  };
  for (const { id, entity } of view.entities) walk("entity", id, entity, carried.entity);
  for (const { id, entity } of view.mentioned) {
    if (carried.mentioned) walk("entity", id, entity, carried.mentioned);
    else tally.note("omitted", "mentioned entities", ONLY_MENTIONED, id, view.label(id));
  }
  for (const { id, claim } of view.claims) walk("claim", id, claim, carried.claim);
  const cited = new Set(view.claims.flatMap(({ claim }) => claim.citations.map(({ source }) => source)));
  for (const source of view.sources) {
    const held = carried.allSources || cited.has(source.id) ? carried.source : undefined;
    walk("source", source.id, source, held);
  }
  const name = view.dataset?.name ?? "";
  if (view.dataset) walk("dataset", name, view.dataset, carried.dataset);
  walk("graph", name, view.attributes, carried.graph);
}

const ONLY_MENTIONED =
  "the records of this part name them, but they are no nodes of it; the graph keeps them in its attribute `mentioned`";

/** Deeper than any record; beyond it a value is taken as a whole, so that cycles end. */
const DEEPEST = 12;

/** Walks the values of a record. A list without objects is one value; so is an empty object. */
export function forEachField(record: object, visit: (path: string, value: unknown) => void): void {
  const walk = (path: string, value: unknown, depth: number): void => {
    if (value === undefined) return;
    const inner = depth < DEEPEST ? innerValues(path, value) : [];
    if (inner.length === 0) return visit(path, value);
    for (const [at, item] of inner) walk(at, item, depth + 1);
  };
  for (const [name, value] of Object.entries(record)) walk(name, value, 0);
}

function innerValues(path: string, value: unknown): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) {
    return value.some((item) => typeof item === "object" && item !== null)
      ? value.map((item) => [path, item])
      : [];
  }
  return isRecord(value) ? Object.entries(value).map(([name, item]) => [`${path}.${name}`, item]) : [];
}

/** Whether a value is an object of fields: neither a list nor an instance of a class. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

/** Whether JSON can hold a value that {@link forEachField} visits. */
function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlain);
  if (isRecord(value)) return Object.keys(value).length === 0;
  return value === null || ["string", "boolean"].includes(typeof value) || Number.isFinite(value);
}
