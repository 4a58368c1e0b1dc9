/**
 * What ends a text before its end: bytes that are none of it.
 */
import type { Issue } from "../errors.ts";
import type { Place } from "./record-reader.ts";

/** Thrown where the bytes that follow cannot be read. */
export class UnreadableText {
  constructor(private readonly problem: Pick<Issue, "code" | "message" | "expected" | "received">) {}

  /** The issue, at the place after the text that could be read. */
  issue(place: Place): Issue {
    return { ...this.problem, severity: "error", ...place };
  }
}
