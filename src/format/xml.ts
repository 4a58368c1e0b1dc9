/**
 * XML 1.0 escaping. White space in attributes is written as references, since a reader would turn it into spaces.
 */

/**
 * Text between tags: `&`, `<`, `>` (so that `]]>` cannot occur) and carriage returns as references.
 *
 * @example
 * escapeXmlText("a < b ]]>"); // "a &lt; b ]]&gt;"
 */
export function escapeXmlText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => REFERENCES[character] as string);
}

/**
 * The value of an attribute, without its quotation marks.
 *
 * @example
 * `label="${escapeXmlAttribute('say "hi"\n')}"`; // 'label="say &quot;hi&quot;&#10;"'
 */
export function escapeXmlAttribute(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (character) => REFERENCES[character] as string);
}

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};
