/**
 * What went wrong, in lines for people: never a stack trace, every problem of the data with its place.
 */
import { formatIssue, InvalidQueryError, InvalidRecordError, KnowledgeGraphError } from "../errors.ts";
import { EXIT, type ExitCode } from "./command.ts";
import { counted } from "./counts.ts";
import { PROGRAM } from "./help.ts";
import { OPTIONS } from "./options.ts";
import { UsageError } from "./usage-error.ts";

/** Lines to print, and the exit code. */
export interface Failure {
  readonly lines: readonly string[];
  readonly exit: ExitCode;
}

/** What an error comes to. With `debug`, what this program did not foresee is told with its stack. */
export function failureOf(error: unknown, debug: boolean): Failure {
  if (error instanceof UsageError) {
    const more = error.command === undefined ? "--help" : `help ${error.command}`;
    return { lines: [plainLine(error), `Run "${PROGRAM} ${more}" for more.`], exit: EXIT.usage };
  }
  if (error instanceof InvalidRecordError) {
    const { issues } = error;
    return {
      lines: [
        ...issues.map(formatIssue),
        `error: ${counted(issues.length, "problem", "problems")} in the data`,
      ],
      exit: EXIT.data,
    };
  }
  if (error instanceof InvalidQueryError) return { lines: [queryLine(error)], exit: EXIT.usage };
  if (error instanceof KnowledgeGraphError) return { lines: [plainLine(error)], exit: EXIT.data };
  const refusal = systemRefusal(error);
  if (refusal !== undefined) return { lines: [refusal], exit: EXIT.data };
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  const more = debug
    ? (stack ?? "").split("\n").slice(1)
    : ["This is a fault of the program; DEBUG=1 shows where."];
  return { lines: [`error: ${message}`, ...more], exit: EXIT.data };
}

/** The error of a question, which names the option that asked it: `--reported-by` for `reportedBy`. */
function queryLine(error: InvalidQueryError): string {
  const name = error.path?.slice(1) ?? "";
  const option = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const line = plainLine(error);
  return Object.hasOwn(OPTIONS, option) ? line.replace(new RegExp(`\\b${name}\\b`), `--${option}`) : line;
}

function plainLine({ message, code }: KnowledgeGraphError): string {
  return `error: ${message} [${code}]`;
}

/** What the system refused to read, if it is that: "error: no such file or directory: texts [file/not-found]". */
function systemRefusal(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("syscall" in error && "code" in error)) return undefined;
  const { code, message } = error;
  const reason = message
    .replace(`${code}: `, "")
    .replace(/, \w+(?: '|$)/, (end) => (end.endsWith("'") ? ": " : ""));
  const ours = code === "ENOENT" || code === "ENOTDIR" ? "file/not-found" : "file/unreadable";
  return `error: ${reason.replace(/'$/, "")} [${ours}]`;
}
