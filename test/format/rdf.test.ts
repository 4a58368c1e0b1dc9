import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadXinjiang } from "../../src/dataset/bundled.ts";
import { toJsonLd } from "../../src/format/json-ld.ts";
import { toNQuads } from "../../src/format/n-quads.ts";
import { PREFIXES } from "../../src/format/rdf-vocabulary.ts";
import type { Graph } from "./every-format.ts";
import { emptyGraph, hostileRecords, sampleGraph, sampleRecords } from "./sample.ts";
import { hasPackage, naughtyStrings } from "./second-readers.ts";

const bundled = loadXinjiang() as unknown as Graph;
const graphs = (): Graph[] => [
  sampleGraph(),
  emptyGraph(),
  bundled,
  sampleGraph(hostileRecords(naughtyStrings)),
];

const IRI = String.raw`<[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020<>"{}|^\x60\\]*>`;
const LITERAL = String.raw`"(?:[^"\\\n\r]|\\[tbnrf"'\\]|\\u[0-9A-Fa-f]{4})*"`;
/** A line of N-Quads by the grammar of the recommendation, without blank nodes. */
const LINE = new RegExp(
  `^(${IRI}) (${IRI}) (${IRI}|(${LITERAL})(?:@[a-zA-Z]+(?:-[a-zA-Z0-9]+)*|\\^\\^${IRI})?)(?: (${IRI}))? \\.$`,
  "u",
);

/** Lines as canonical quads: language tags in lower case, escapes resolved. */
function quadsOf(text: string): string[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const match = LINE.exec(line);
      if (!match) throw new Error(`no N-Quads: ${line}`);
      const [, subject, predicate, object = "", literal, graph = ""] = match;
      const rest =
        literal === undefined ? "" : object.slice(literal.length).replace(/^@.*/, (tag) => tag.toLowerCase());
      return JSON.stringify([
        subject,
        predicate,
        literal === undefined ? object : resolved(literal) + rest,
        graph,
      ]);
    })
    .sort();
}

function resolved(literal: string): string {
  const short: Readonly<Record<string, string>> = { t: "\t", b: "\b", n: "\n", r: "\r", f: "\f" };
  return literal.replace(/\\(?:u([0-9A-Fa-f]{4})|(.))/g, (_, code, character) =>
    code === undefined ? (short[character] ?? character) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

type Node = Readonly<Record<string, unknown>>;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** JSON-LD to quads, as far as the export uses JSON-LD: prefixes, coercion by predicate, graphs by node object. */
function quadsOfJsonLd(document: {
  readonly "@context": Node;
  readonly "@graph": readonly unknown[];
}): string[] {
  const context = document["@context"];
  const full = (text: string): string => {
    const colon = text.indexOf(":");
    const prefix = text.slice(0, colon);
    const start = Object.hasOwn(context, prefix) ? context[prefix] : undefined;
    return typeof start === "string" && !text.startsWith("//", colon + 1)
      ? start + text.slice(colon + 1)
      : text;
  };
  const quads = new Set<string>();
  const visit = (node: Node, graph: string): void => {
    const subject = `<${full(node["@id"] as string)}>`;
    const add = (predicate: string, object: string): void => {
      quads.add(JSON.stringify([subject, `<${predicate}>`, object, graph]));
    };
    for (const [key, values] of Object.entries(node)) {
      if (key === "@id") continue;
      if (key === "@graph") for (const inner of listOf(values)) visit(inner as Node, subject);
      else if (key === "@type")
        for (const type of listOf(values)) add(`${PREFIXES.rdf}type`, `<${full(String(type))}>`);
      else
        for (const value of listOf(values))
          add(full(key), objectOf(value, (context[key] as Node | undefined)?.["@type"]));
    }
  };
  const objectOf = (value: unknown, coercion: unknown): string => {
    if (typeof value === "string") {
      if (coercion === "@id") return `<${full(value)}>`;
      return coercion === undefined ? `"${value}"` : `"${value}"^^<${full(String(coercion))}>`;
    }
    const object = value as Node;
    if ("@id" in object) return `<${full(String(object["@id"]))}>`;
    const language = object["@language"] === undefined ? "" : `@${String(object["@language"]).toLowerCase()}`;
    const datatype = object["@type"] === undefined ? "" : `^^<${full(String(object["@type"]))}>`;
    return `"${object["@value"]}"${language}${datatype}`;
  };
  for (const node of document["@graph"]) visit(node as Node, "");
  return [...quads].sort();
}

describe("toNQuads", () => {
  it("writes lines of the grammar, each once, in order", () => {
    for (const graph of graphs()) {
      const { text } = toNQuads(graph);
      const lines = text.split("\n").slice(0, -1);
      expect(quadsOf(text).length).toBe(lines.length);
      expect(new Set(lines).size).toBe(lines.length);
    }
  });

  it("says what a claim says only in the graph of the claim", () => {
    const { text } = toNQuads(sampleGraph(), { base: "https://example.org/kb/" });
    expect(text).toContain(
      "<https://example.org/kb/entity/depot/a> <https://example.org/depots#storesFor> " +
        "<https://example.org/kb/entity/firm/x> <https://example.org/kb/claim/plain> .\n",
    );
    const named = text.split("\n").filter((line) => LINE.exec(line)?.[5] !== undefined);
    expect(named.length).toBe(sampleRecords.claims.length);
    const statement = /<https:\/\/example.org\/depots#(storesFor|nextTo|opened|observed)> <[^>]*> \.$/;
    expect(
      text.split("\n").filter((line) => statement.test(line) && LINE.exec(line)?.[2]?.includes("depots#")),
    ).toEqual([]);
  });

  it("describes citations as Web Annotations with offsets and the fingerprint", () => {
    const { text } = toNQuads(sampleGraph(), { base: "https://example.org/kb/" });
    const claim = "https://example.org/kb/claim/plain";
    for (const line of [
      `<${claim}#citation-1> <${PREFIXES.oa}hasBody> <${claim}> .`,
      `<${claim}#citation-1> <${PREFIXES.prov}wasAttributedTo> <https://example.org/kb/entity/firm/x> .`,
      `<${claim}#passage-1> <${PREFIXES.oa}hasSource> <https://example.org/kb/source/s1> .`,
      `<${claim}#passage-1> <${PREFIXES.kg}passageSha256> "${"ab".repeat(32)}" .`,
      `<${claim}#selector-1> <${PREFIXES.oa}start> "10"^^<${PREFIXES.xsd}nonNegativeInteger> .`,
      `<${claim}#selector-1> <${PREFIXES.rdf}type> <${PREFIXES.oa}TextPositionSelector> .`,
    ]) {
      expect(text).toContain(`${line}\n`);
    }
  });

  it("keeps times as written and as bounds, years before 1 included, and figures as written", () => {
    const { text } = toNQuads(sampleGraph(), { base: "https://example.org/kb/" });
    const of = (claim: string): string[] =>
      text.split("\n").filter((line) => line.startsWith(`<https://example.org/kb/claim/${claim}#`));
    expect(of("before-year-0").join("\n")).toContain(
      `${PREFIXES.kg}valid> "-0044-03-15"^^<http://id.loc.gov/datatypes/edtf>`,
    );
    expect(of("before-year-0").join("\n")).toContain(
      `${PREFIXES.time}inXSDDate> "-0044-03-15"^^<${PREFIXES.xsd}date>`,
    );
    expect(of("self").join("\n")).toContain(
      `#end> <${PREFIXES.kg}latest> "2024-03-31"^^<${PREFIXES.xsd}date>`,
    );
    expect(of("over").join("\n")).toContain(`${PREFIXES.kg}value> "400000000000"^^<${PREFIXES.xsd}decimal>`);
    expect(of("third").join("\n")).toContain(`${PREFIXES.kg}valueAsWritten> "1/3"`);
  });

  it("writes numbers as decimals without exponent that read back as the same numbers", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (area) => {
        const graph = sampleGraph();
        graph.mergeNodeAttributes("depot/a", { area } as never);
        const [, text = ""] = /#area> "([^"]*)"\^\^<[^>]*#decimal>/.exec(toNQuads(graph).text) ?? [];
        expect(text).toMatch(/^-?\d+(?:\.\d+)?$/);
        expect(Number(text)).toBe(area === 0 ? 0 : area);
      }),
      { examples: [[1e21], [-1.5e300], [5e-324], [1e-7], [80.4], [-0]] },
    );
  });

  it("writes no number where somebody has put another thing", () => {
    const graph = sampleGraph();
    const [citation] = graph.getEdgeAttribute("plain", "citations" as never) as unknown as object[];
    graph.setEdgeAttribute("plain", "citations" as never, [{ ...citation, length: "long" }] as never);
    expect(toNQuads(graph).text).toContain(`passageLength> "long" .`);
    const document = JSON.parse(JSON.stringify(toJsonLd(graph).data));
    expect(quadsOfJsonLd(document)).toEqual(quadsOf(toNQuads(graph).text));
  });

  it("encodes ids so that no two share an IRI", () => {
    const ids = [
      "depot/a b",
      "depot/a%20b",
      "depot/..",
      "depot/%2E%2E",
      'depot/"<>',
      "depot/é",
      "depot/#x",
      "depot/?x",
    ];
    const entities = ids.map((id) => ({ id, names: [{ value: id, lang: "en" }] }));
    const { text } = toNQuads(sampleGraph({ sources: [], claims: [], entities }));
    expect(quadsOf(text).filter((quad) => quad.includes("vocabulary#kind")).length).toBe(ids.length);
  });

  it("makes an IRI of whatever an ontology has for one", () => {
    const graph = sampleGraph();
    const odd = { ...(graph.getAttribute("ontology") as object), iri: "no iri <at all>" };
    graph.setAttribute("ontology", odd as never);
    expect(quadsOf(toNQuads(graph).text).length).toBeGreaterThan(100);
    expect(quadsOf(toNQuads(graph, { base: "also {none}" }).text).length).toBeGreaterThan(100);
  });
});

describe("toJsonLd", () => {
  it("has the quads of N-Quads", () => {
    for (const graph of graphs()) {
      const document = JSON.parse(JSON.stringify(toJsonLd(graph).data));
      expect(quadsOfJsonLd(document)).toEqual(quadsOf(toNQuads(graph).text));
    }
  });

  it("carries its context, which names no document to fetch and is the same for every graph", () => {
    const context = toJsonLd(sampleGraph()).data["@context"];
    expect(toJsonLd(emptyGraph()).data["@context"]).toEqual(context);
    expect(context).not.toHaveProperty("@import");
    expect(
      Object.values(context).every(
        (value) => typeof value !== "object" || !("@context" in (value as object)),
      ),
    ).toBe(true);
  });

  it.skipIf(!hasPackage("jsonld"))(
    "is read by jsonld.js without the network, with the quads of N-Quads",
    async () => {
      const { default: jsonld } = await import("jsonld" as string);
      const documentLoader = (url: string): never => {
        throw new Error(`asked for ${url}`);
      };
      for (const graph of [sampleGraph(), bundled]) {
        const read = await jsonld.toRDF(toJsonLd(graph).data, {
          format: "application/n-quads",
          documentLoader,
        });
        expect(quadsOf(read)).toEqual(quadsOf(toNQuads(graph).text));
      }
    },
  );

  it.skipIf(!hasPackage("n3"))("and N-Quads are read by n3 with as many quads", async () => {
    const { Parser } = await import("n3" as string);
    for (const graph of graphs()) {
      const { text } = toNQuads(graph);
      expect(new Parser({ format: "application/n-quads" }).parse(text).length).toBe(quadsOf(text).length);
    }
  });
});
