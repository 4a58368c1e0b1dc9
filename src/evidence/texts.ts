/**
 * Texts of sources, as a caller hands them in: by source id, in a plain object or a map.
 */
import { InvalidQueryError, show } from "../errors.ts";

/** The texts of sources by source id. Any extraction will do: line breaks, spaces and hyphens may differ. */
export type SourceTexts = Readonly<Record<string, string>> | ReadonlyMap<string, string>;

/**
 * The text of a source, or `undefined` where none was handed in.
 *
 * @throws InvalidQueryError `query/not-a-text` for anything but a string
 */
export function findText(texts: SourceTexts, source: string): string | undefined {
  const text: unknown = isMap(texts)
    ? texts.get(source)
    : Object.hasOwn(texts, source)
      ? texts[source]
      : undefined;
  if (text === undefined || typeof text === "string") return text;
  throw new InvalidQueryError(
    "query/not-a-text",
    `Found ${show(text)} as the text of ${source}, expected a string; decode files before handing them in.`,
    { path: `/${source.replaceAll("~", "~0").replaceAll("/", "~1")}` },
  );
}

/** Ids of the sources that texts were handed in for. */
export function textIds(texts: SourceTexts): readonly string[] {
  return isMap(texts) ? [...texts.keys()] : Object.keys(texts);
}

function isMap(texts: SourceTexts): texts is ReadonlyMap<string, string> {
  return typeof (texts as ReadonlyMap<string, string>).get === "function" && !Object.hasOwn(texts, "get");
}
