/**
 * Errors, by whose fault they are. Every error has a stable `code` (public API: listed in `docs/errors.md`,
 * tested, never reworded in meaning) and says what was found, what was expected and what to do.
 * Problems in data are collected as {@link Issue}s and thrown once, at the border.
 */
import { nearest } from "./nearest.ts";

/** One problem in the input. `path` is an RFC 6901 JSON pointer inside the record. */
export interface Issue {
  /** Stable code such as `record/unknown-kind`. */
  readonly code: string;
  /** Whether it must be mended before a graph can be built (`error`) or is only worth a look (`warning`). */
  readonly severity: "error" | "warning";
  /** What was found, what was expected, what to do: one or two sentences. */
  readonly message: string;
  /** Id of the record, where it has one. */
  readonly id?: string;
  /** JSON pointer into the record: `/citations/0/source`. */
  readonly path?: string;
  /** File the record stands in. */
  readonly file?: string;
  /** Line in the file, from 1. */
  readonly line?: number;
  /** Column in the line, from 1, in UTF-16 units. */
  readonly column?: number;
  /** What would have been accepted. */
  readonly expected?: string;
  /** What was found, cut to 80 characters. */
  readonly received?: string;
}

/** Where an error lies and what caused it. */
export interface ErrorOptions {
  readonly path?: string;
  readonly cause?: unknown;
  /** Every problem, where there may be several. */
  readonly issues?: readonly Issue[];
}

/** Root of all errors of this library: test `code`, not the message. */
export class KnowledgeGraphError extends Error {
  override readonly name: string = "KnowledgeGraphError";
  readonly code: string;
  readonly path: string | undefined;

  constructor(code: string, message: string, options: ErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.path = options.path;
  }
}

/** The data are wrong. Carries every issue found, not only the first. */
export class InvalidRecordError extends KnowledgeGraphError {
  override readonly name = "InvalidRecordError";
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues[0]?.code ?? "record/invalid", formatIssues(issues));
    this.issues = issues;
  }
}

/** The ontology handed to `defineOntology` contradicts itself. */
export class OntologyError extends KnowledgeGraphError {
  override readonly name = "OntologyError";
}

/** An id, kind, relation or source that the graph does not have. */
export class NotFoundError extends KnowledgeGraphError {
  override readonly name = "NotFoundError";
}

/** The question cannot be asked: an unreadable date, mixed units, an unknown option. */
export class InvalidQueryError extends KnowledgeGraphError {
  override readonly name = "InvalidQueryError";
  /** Every problem of a plan; empty for other questions. */
  readonly issues: readonly Issue[];

  constructor(code: string, message: string, options: ErrorOptions = {}) {
    super(code, message, options);
    this.issues = options.issues ?? [];
  }
}

/** Text or bytes in an interchange format that cannot be read. */
export class FormatError extends KnowledgeGraphError {
  override readonly name = "FormatError";
}

/** One issue as one line: `file:line:column id /path: message [code]`. */
export function formatIssue(issue: Issue): string {
  const place = [issue.file, issue.line, issue.column].filter((part) => part !== undefined).join(":");
  const where = [place, issue.id, issue.path].filter(Boolean).join(" ");
  return `${where ? `${where}: ` : ""}${issue.message} [${issue.code}]`;
}

/** How a value reads in a message: JSON, cut to 80 characters, never throwing. */
export function show(value: unknown): string {
  let text: string | undefined;
  try {
    text = typeof value === "bigint" ? `${value}n` : JSON.stringify(value);
  } catch {
    text = undefined;
  }
  const whole = text ?? String(value);
  return whole.length > 80 ? `${whole.slice(0, 79)}…` : whole;
}

function formatIssues(issues: readonly Issue[]): string {
  const shown = issues.slice(0, 20).map((issue) => `- ${formatIssue(issue)}`);
  const rest = issues.length - shown.length;
  const head = `${issues.length} ${issues.length === 1 ? "problem" : "problems"} in the records`;
  return [`${head}:`, ...shown, ...(rest > 0 ? [`- and ${rest} more (see error.issues)`] : [])].join("\n");
}

/** An error that names what was asked for and the nearest thing there is. */
export function notFound(code: string, what: string, id: string, known: Iterable<string>): NotFoundError {
  const near = typeof id === "string" ? nearest(id, known) : undefined;
  return new NotFoundError(
    code,
    `The graph has no ${what} ${show(id)}${near ? `; did you mean "${near}"?` : "."}`,
  );
}
