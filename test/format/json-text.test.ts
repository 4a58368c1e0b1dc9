import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCytoscape } from "../../src/format/cytoscape.ts";
import { toGeoJson } from "../../src/format/geojson.ts";
import { toGraphologyJson } from "../../src/format/graphology-json.ts";
import { toJsonLd } from "../../src/format/json-ld.ts";
import { jsonChunks } from "../../src/format/json-text.ts";
import { toNodeLink } from "../../src/format/node-link.ts";
import { loadXinjiang } from "../../src/index.ts";

const text = (data: object): string => [...jsonChunks(data)].join("");

describe("jsonChunks", () => {
  it("gives back whatever JSON holds", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        expect(JSON.parse(text(data))).toEqual(JSON.parse(JSON.stringify(data)));
      }),
    );
  });

  it("writes every export of data whole, a record a line", () => {
    const graph = loadXinjiang();
    const exports: readonly object[] = [
      toCytoscape(graph).data,
      toGeoJson(graph).data,
      toGraphologyJson(graph).data,
      toJsonLd(graph).data,
      toNodeLink(graph).data,
    ];
    for (const data of exports) {
      expect(JSON.parse(text(data))).toEqual(JSON.parse(JSON.stringify(data)));
      expect(
        text(data)
          .split("\n")
          .filter((line) => line.startsWith('{"')).length,
      ).toBeGreaterThan(5);
    }
  });
});
