/**
 * What is wrong with a command line.
 */
import { KnowledgeGraphError } from "../errors.ts";

/** The command line cannot be understood. */
export class UsageError extends KnowledgeGraphError {
  override readonly name = "UsageError";

  /** @param command the command it was meant for, whose help tells more */
  constructor(
    code: string,
    message: string,
    readonly command?: string,
  ) {
    super(code, message);
  }
}
