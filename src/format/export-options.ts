/**
 * Checks options of exports: a misspelt option that was ignored could leave a formula guard off.
 */
import { InvalidQueryError, show } from "../errors.ts";
import { pointer } from "../model/shape.ts";
import { nearest } from "../nearest.ts";

/** The options of an export: for each the accepted texts, or `text` where any text will do. */
export type AcceptedOptions = Readonly<Record<string, readonly string[] | "text">>;

/**
 * Throws unless every option is known and has an accepted value; `undefined` counts as absent.
 *
 * @throws InvalidQueryError `format/unknown-option`, `format/invalid-option`, with the option in `path`
 */
export function checkExportOptions(options: object, accepted: AcceptedOptions): void {
  for (const [name, value] of Object.entries(options)) {
    const values = Object.hasOwn(accepted, name) ? accepted[name] : undefined;
    const path = pointer("", name);
    if (values === undefined) {
      const near = nearest(name, Object.keys(accepted));
      const known = Object.keys(accepted);
      const advice = near
        ? `did you mean "${near}"?`
        : known.length > 0
          ? `expected some of ${known.join(", ")}.`
          : "this export takes none.";
      throw new InvalidQueryError("format/unknown-option", `${show(name)} is no option here; ${advice}`, {
        path,
      });
    }
    if (value === undefined || (values === "text" ? typeof value === "string" : values.includes(value)))
      continue;
    const expected = values === "text" ? "a text" : values.map((text) => `"${text}"`).join(" or ");
    throw new InvalidQueryError(
      "format/invalid-option",
      `Found ${name}: ${show(value)}; expected ${expected}.`,
      { path },
    );
  }
}
