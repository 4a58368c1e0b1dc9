/**
 * Checks the records of a dataset against an ontology and against one another. Reports every problem, builds nothing.
 */
import { type Issue, show } from "../errors.ts";
import { identifierPrefix, identifierProblem } from "../identifier.ts";
import type { ClaimRecord } from "../model/claim.ts";
import type { EntityRecord } from "../model/entity.ts";
import {
  COMMON_SHAPES,
  type DatasetRecords,
  RECORD_SORTS,
  type RecordSort,
  recordShapes,
  SOURCE_SHAPE,
} from "../model/record.ts";
import { checkShape, isPlainObject, type ObjectShape, pointer } from "../model/shape.ts";
import { nearest } from "../nearest.ts";
import type { AttributeDescriptors, Ontology, RelationDefinition } from "../ontology/define.ts";
import { findKind, findRelation } from "../ontology/ontology.ts";

/** Where a record came from, so that a problem in it (at a JSON pointer inside it) can be shown in its file. */
export type Locate = (record: unknown, path?: string) => Pick<Issue, "file" | "line" | "column">;

/** Options of {@link validateRecords}. */
export interface ValidateOptions {
  /** Place of a record in its file; without it, problems are located by record id and JSON pointer. */
  readonly locate?: Locate;
}

/**
 * Every problem of the records under the ontology; an empty list means that a graph can be built.
 * Codes: `record/not-an-object`, `record/missing-field`, `record/unknown-field`, `record/wrong-type`,
 * `record/invalid-value`, `record/invalid-id`, `record/invalid-date`, `record/too-few`, `record/duplicate-id`,
 * `record/unknown-kind`, `record/kind-mismatch`, `record/unknown-relation`, `record/dangling-entity`,
 * `record/dangling-source`, `record/wrong-ends`, `record/symmetric-order`, `record/time-missing`,
 * `record/time-doubled`, `record/citation-incomplete`, `record/citation-range`, `record/wrong-reference-kind`.
 * Linear in the records.
 *
 * @example
 * validateRecords({ sources: [], entities: [{ id: "prot/x", names: [{ value: "X", lang: "en" }] }], claims: [] }, xinjiangOntology);
 * // [{ code: "record/unknown-kind", id: "prot/x", path: "/id", message: '"prot" is not a kind … did you mean "port"?', … }]
 */
export function validateRecords(
  records: DatasetRecords,
  ontology: Ontology,
  options: ValidateOptions = {},
): Issue[] {
  const issues: Issue[] = [];
  const checks = new RecordChecks(ontology, issues, options.locate ?? (() => ({})));
  issues.push(...listIssues(records));
  const listOf = (sort: RecordSort): readonly unknown[] =>
    Array.isArray(records?.[sort]) ? records[sort] : [];
  for (const source of listOf("sources")) checks.source(source);
  for (const entity of listOf("entities")) checks.entity(entity);
  for (const entity of listOf("entities"))
    if (isPlainObject(entity)) checks.entityLinks(entity as unknown as EntityRecord);
  for (const claim of listOf("claims")) checks.claim(claim);
  return issues;
}

/** The problems of records that are not three lists. */
export function listIssues(records: Partial<DatasetRecords> | undefined): Issue[] {
  return RECORD_SORTS.filter((sort) => !Array.isArray(records?.[sort])).map((sort) => ({
    code: "record/wrong-type",
    severity: "error",
    path: `/${sort}`,
    message: `Found ${show(records?.[sort])} for ${sort}, expected a list of records.`,
    expected: "a list",
  }));
}

/**
 * Checks records one at a time and holds on to none, for streams: finds what `validateRecords` finds, but for what takes
 * the other records (ids given twice or dangling, ends and references of the wrong kind). The function returned gives
 * the problems of one record of the list named.
 */
export function recordChecker(ontology: Ontology): (record: object, sort: RecordSort) => Issue[] {
  const issues: Issue[] = [];
  const checks = new RecordChecks(ontology, issues, () => ({}), true);
  return (record, sort) => {
    if (sort === "sources") checks.source(record);
    else if (sort === "entities") checks.entity(record);
    else checks.claim(record);
    return issues.splice(0);
  };
}

/** How many dangling ids get a suggestion: each costs a walk over all ids. */
const SUGGESTIONS = 20;

/** Holds what has been seen so far, so that later records can be checked against it. */
class RecordChecks {
  private readonly shapes: ReturnType<typeof recordShapes>;
  private readonly sources = new Set<string>();
  private readonly entities = new Set<string>();
  private readonly kinds = new Map<string, string>();
  private readonly claims = new Set<string>();
  private suggested = 0;

  constructor(
    private readonly ontology: Ontology,
    private readonly issues: Issue[],
    private readonly locate: Locate,
    /** Each record for itself: nothing is kept, and nothing asked of other records. */
    private readonly alone = false,
  ) {
    this.shapes = recordShapes(ontology);
  }

  source(record: unknown): void {
    const report = this.reporter(record);
    if (!isPlainObject(record)) return this.notAnObject(record, report);
    checkShape(record, SOURCE_SHAPE, "", report);
    this.register(record, this.sources, report);
  }

  entity(record: unknown): void {
    const report = this.reporter(record);
    if (!isPlainObject(record)) return this.notAnObject(record, report);
    const { id, kind = typeof id === "string" ? identifierPrefix(id) : undefined } = record;
    const shape = typeof kind === "string" ? this.shapes.kinds.get(kind) : undefined;
    if (shape) checkShape(record, shape, "", report);
    else {
      // Of an id that is none it is told below, and the kind would come from it.
      if (typeof id === "string" || kind !== undefined)
        this.unknown("kind", kind, this.ontology.kinds, record.kind === undefined ? "/id" : "/kind", report);
      this.common(record, COMMON_SHAPES.entity, report);
    }
    this.register(record, this.entities, report);
    if (!shape || typeof kind !== "string" || typeof id !== "string") return;
    const prefix = identifierPrefix(id);
    if (prefix !== kind && prefix !== undefined && findKind(this.ontology, prefix)) {
      report({
        code: "record/kind-mismatch",
        path: "/kind",
        message: `The id begins with "${prefix}" but the kind is "${kind}"; make them agree.`,
        expected: prefix,
        received: show(kind),
      });
    }
    if (!this.alone && !identifierProblem(id)) this.kinds.set(id, kind);
  }

  entityLinks(record: EntityRecord): void {
    const report = this.reporter(record);
    const kind = this.kinds.get(record.id);
    const definition = kind === undefined ? undefined : findKind(this.ontology, kind);
    if (definition) this.references(record, definition.attributes, report);
    if (!Array.isArray(record.names)) return;
    record.names.forEach((name: unknown, i) => {
      if (isPlainObject(name) && typeof name.source === "string")
        this.sourceExists(name.source, `/names/${i}/source`, report);
    });
  }

  claim(record: unknown): void {
    const report = this.reporter(record);
    if (!isPlainObject(record)) return this.notAnObject(record, report);
    const relation =
      typeof record.relation === "string" ? findRelation(this.ontology, record.relation) : undefined;
    const shape = relation && this.shapes.relations.get(record.relation as string);
    if (!relation || !shape) {
      this.unknown("relation", record.relation, this.ontology.relations, "/relation", report);
      this.common(record, COMMON_SHAPES.claim, report);
      for (const end of ["subject", "object"]) this.entityExists(record[end], `/${end}`, report);
    } else {
      checkShape(record, shape, "", report);
      this.references(record, relation.attributes, report);
      this.ends(record as unknown as ClaimRecord, relation, report);
    }
    this.time(record as unknown as ClaimRecord, report);
    this.scope(record, report);
    if (Array.isArray(record.citations)) {
      record.citations.forEach((citation: unknown, i) => {
        this.citation(citation, `/citations/${i}`, report);
      });
    }
    this.register(record, this.claims, report);
  }

  /** Of a record whose kind or relation is not known: the fields that all have. The others may be that one's own. */
  private common(record: Readonly<Record<string, unknown>>, shape: ObjectShape, report: Report): void {
    const fields = Object.entries(record).filter(([name]) => Object.hasOwn(shape.fields, name));
    checkShape(Object.fromEntries(fields), shape, "", report);
  }

  private ends(claim: ClaimRecord, relation: RelationDefinition, report: Report): void {
    const subject = this.entityExists(claim.subject, "/subject", report);
    const object = this.entityExists(claim.object, "/object", report);
    if (subject === undefined || object === undefined) return;
    const allowed = Object.hasOwn(relation.between, subject) ? relation.between[subject] : undefined;
    if (!allowed?.includes(object)) {
      const accepted = Object.entries(relation.between)
        .map(([from, to]) => `${from} to ${(to ?? []).join(" or ")}`)
        .join("; ");
      report({
        code: "record/wrong-ends",
        path: allowed ? "/object" : "/subject",
        message: `${claim.relation} cannot go from a ${subject} to a ${object}; it goes from ${accepted}.`,
        expected: accepted,
        received: `${subject} to ${object}`,
      });
    } else if (relation.symmetric && claim.subject > claim.object) {
      report({
        code: "record/symmetric-order",
        path: "/subject",
        message: `${claim.relation} is symmetric and stored once, the smaller id as subject; swap ${claim.subject} and ${claim.object}.`,
        expected: claim.object,
        received: claim.subject,
      });
    }
  }

  private time(claim: ClaimRecord, report: Report): void {
    if (claim.valid === undefined && claim.attested === undefined) {
      report({
        code: "record/time-missing",
        path: "/valid",
        message:
          'The claim has no time; give "valid" (when it holds) or "attested" (days on which a text shows it).',
        expected: "valid or attested",
      });
    } else if (claim.valid !== undefined && claim.attested !== undefined) {
      report({
        code: "record/time-doubled",
        path: "/attested",
        message: 'The claim has both "valid" and "attested"; keep the one that the text bears.',
        expected: "valid or attested",
      });
    }
  }

  private scope(record: Readonly<Record<string, unknown>>, report: Report): void {
    if (!isPlainObject(record.scope)) return;
    for (const field of ["partner", "place", "within"]) {
      const id = record.scope[field];
      if (typeof id === "string") this.entityExists(id, `/scope/${field}`, report);
    }
  }

  private citation(citation: unknown, path: string, report: Report): void {
    if (!isPlainObject(citation)) return;
    if (typeof citation.source === "string") this.sourceExists(citation.source, `${path}/source`, report);
    if (typeof citation.speaker === "string") this.entityExists(citation.speaker, `${path}/speaker`, report);
    const fields = ["start", "end", "length", "hash", "sha256"];
    const missing = fields.filter((field) => citation[field] === undefined);
    if (missing.length > 0 && (missing.length < fields.length || citation.readAs === undefined)) {
      report({
        code: "record/citation-incomplete",
        path,
        message: `The citation lacks ${missing.join(", ")}; give the whole fingerprint, or say with "readAs" that only an excerpt was read.`,
        expected: "start, end, length, hash and sha256, or readAs",
      });
    }
    if (
      typeof citation.start === "number" &&
      typeof citation.end === "number" &&
      citation.start >= citation.end
    ) {
      report({
        code: "record/citation-range",
        path: `${path}/end`,
        message: `The passage ends at ${citation.end} and starts at ${citation.start}; the end must lie after the start.`,
        expected: `more than ${citation.start}`,
        received: show(citation.end),
      });
    }
  }

  private references(
    record: Readonly<Record<string, unknown>>,
    attributes: AttributeDescriptors,
    report: Report,
  ): void {
    for (const [name, descriptor] of Object.entries(attributes)) {
      if (!descriptor.type.startsWith("reference") || !Object.hasOwn(record, name)) continue;
      const ids =
        descriptor.type === "reference"
          ? [record[name]]
          : Array.isArray(record[name])
            ? (record[name] as unknown[])
            : [];
      ids.forEach((id, i) => {
        if (typeof id !== "string") return;
        const path = descriptor.type === "reference" ? pointer("", name) : `${pointer("", name)}/${i}`;
        const kind = this.entityExists(id, path, report);
        if (kind === undefined || !descriptor.kinds || descriptor.kinds.includes(kind)) return;
        report({
          code: "record/wrong-reference-kind",
          path,
          message: `${name} refers to a ${kind}, expected ${descriptor.kinds.join(" or ")}.`,
          expected: descriptor.kinds.join(" or "),
          received: show(id),
        });
      });
    }
  }

  private entityExists(id: unknown, path: string, report: Report): string | undefined {
    if (typeof id !== "string") return undefined;
    const kind = this.kinds.get(id);
    // Of an entity whose kind is unknown it is told already.
    if (kind !== undefined || this.entities.has(id)) return kind;
    this.dangling("entity", id, this.kinds.keys(), path, report);
    return undefined;
  }

  private sourceExists(id: string, path: string, report: Report): void {
    if (!this.sources.has(id)) this.dangling("source", id, this.sources, path, report);
  }

  private dangling(what: string, id: string, known: Iterable<string>, path: string, report: Report): void {
    if (this.alone) return;
    const near = this.suggested++ < SUGGESTIONS ? nearest(id, known) : undefined;
    report({
      code: `record/dangling-${what}`,
      path,
      message: `No ${what} has the id ${show(id)}${near ? `; did you mean "${near}"?` : `; add the ${what} or mend the id.`}`,
      expected: `the id of ${what === "entity" ? "an entity" : "a source"} of the dataset`,
      received: show(id),
    });
  }

  private unknown(what: string, name: unknown, known: object, path: string, report: Report): void {
    const near = typeof name === "string" ? nearest(name, Object.keys(known)) : undefined;
    report({
      code: `record/unknown-${what}`,
      path,
      message: `${name === undefined ? `The ${what} is missing` : `${show(name)} is not a ${what} of the ontology`}${near ? `; did you mean "${near}"?` : `; expected one of ${Object.keys(known).join(", ")}.`}`,
      expected: Object.keys(known).join(", "),
      received: show(name),
    });
  }

  private register(record: unknown, seen: Set<string>, report: Report): void {
    if (this.alone || !isPlainObject(record) || typeof record.id !== "string") return;
    if (seen.has(record.id)) {
      report({
        code: "record/duplicate-id",
        path: "/id",
        message: `The id ${show(record.id)} is used more than once; ids are unique, so rename or merge the records.`,
        expected: "an id that no earlier record has",
        received: show(record.id),
      });
    }
    seen.add(record.id);
  }

  private notAnObject(record: unknown, report: Report): void {
    report({
      code: "record/not-an-object",
      path: "",
      message: `Found ${show(record)}, expected a record (an object).`,
      expected: "an object",
    });
  }

  private reporter(record: unknown): Report {
    const id = isPlainObject(record) && typeof record.id === "string" ? { id: record.id } : {};
    return (problem) => {
      const place = this.locate(record, problem.path);
      this.issues.push({ severity: "error", ...id, ...place, ...problem });
    };
  }
}

type Report = (problem: Omit<Issue, "severity">) => void;
