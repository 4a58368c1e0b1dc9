import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NOT_XML, textWriter } from "../../src/format/characters.ts";
import { LossTally } from "../../src/format/loss.ts";
import { escapeXmlAttribute, escapeXmlText } from "../../src/format/xml.ts";

/** References resolved as a reader of XML would. */
function resolved(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) =>
    code === undefined ? (named[name] ?? "?") : String.fromCodePoint(Number(code)),
  );
}

describe("XML escaping", () => {
  it("is undone by resolving references", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(resolved(escapeXmlText(text))).toBe(text);
        expect(resolved(escapeXmlAttribute(text))).toBe(text);
      }),
    );
  });

  it("leaves no markup, no end of a CDATA section, and no white space that a reader would change", () => {
    const unit = fc.constantFrom("<", ">", "&", '"', "'", "]", "\r", "\n", "\t", "a");
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(escapeXmlText(text)).not.toMatch(/[<>\r]/);
        expect(escapeXmlAttribute(text)).not.toMatch(/[<>"\t\n\r]/);
      }),
    );
  });
});

describe("textWriter", () => {
  it("replaces each character that XML forbids by one U+FFFD and counts the text once", () => {
    const tally = new LossTally("X");
    const write = textWriter(tally, NOT_XML, escapeXmlText);
    expect(write("a\u0000\u0001<\uFFFF", "entity.label", "e1")).toBe("a\uFFFD\uFFFD&lt;\uFFFD");
    expect(write("tab\t, 😀 and 𐀀", "entity.label", "e2")).toBe("tab\t, 😀 and 𐀀");
    expect(write("half \uD800", "entity.label", "e3")).toBe("half \uFFFD");
    expect(tally.report().losses).toMatchObject([{ kind: "replaced", field: "entity.label", count: 2 }]);
  });
});
