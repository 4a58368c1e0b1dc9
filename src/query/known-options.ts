/**
 * Options that nobody reads are refused, so that a misspelt one does not pass for one that was heeded.
 */
import { InvalidQueryError, show } from "../errors.ts";
import { nearest } from "../nearest.ts";

/**
 * Throws for an option that is not among the known ones.
 *
 * @throws InvalidQueryError `query/unknown-option`, with the nearest known name
 */
export function assertKnownOptions(options: object, known: readonly string[]): void {
  for (const option of Object.keys(options)) {
    if (known.includes(option)) continue;
    const near = nearest(option, known);
    throw new InvalidQueryError(
      "query/unknown-option",
      `${show(option)} is no option here${near ? `; did you mean "${near}"?` : `; expected some of ${known.join(", ")}.`}`,
      { path: `/${option.replaceAll("~", "~0").replaceAll("/", "~1")}` },
    );
  }
}
