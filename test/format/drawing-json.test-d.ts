/**
 * What the writers for drawing libraries give fits the types of those libraries, without a cast.
 */
import * as Plot from "@observablehq/plot";
import cytoscape from "cytoscape";
import { forceLink, forceSimulation } from "d3-force";
import { geoMercator, geoPath } from "d3-geo";
import type GeoJSON from "geojson";
import { describe, expectTypeOf, it } from "vitest";
import { type Json, loadXinjiang } from "xinjiang-graph";
import { toCytoscape } from "xinjiang-graph/format/cytoscape";
import { toGeoJson } from "xinjiang-graph/format/geojson";
import { type NodeLinkEdge, type NodeLinkNode, toNodeLink } from "xinjiang-graph/format/node-link";

const graph = loadXinjiang();

describe("toGeoJson", () => {
  const { data } = toGeoJson(graph);

  it("is GeoJSON to d3-geo, Plot and whoever uses their types", () => {
    const collection: GeoJSON.FeatureCollection = data;
    const features: GeoJSON.Feature[] = data.features;
    expectTypeOf(Plot.geo(collection)).toEqualTypeOf(Plot.geo(data));
    expectTypeOf(Plot.geo(data.features)).toEqualTypeOf(Plot.geo(features));
    const path = geoPath(geoMercator().fitSize([640, 480], data));
    for (const feature of data.features) {
      expectTypeOf(path(feature)).toEqualTypeOf<string | null>();
      expectTypeOf(path.centroid(feature.geometry)).toEqualTypeOf<[number, number]>();
    }
  });

  it("says what every feature has, and tells entities from claims", () => {
    for (const { properties } of data.features) {
      expectTypeOf(properties.id).toEqualTypeOf<string>();
      expectTypeOf(properties.label).toEqualTypeOf<string>();
      expectTypeOf(properties.modes).toEqualTypeOf<Json | undefined>();
      if (properties.kind !== undefined) expectTypeOf(properties.kind).toEqualTypeOf<string>();
      else expectTypeOf(properties.subjectLabel).toEqualTypeOf<string>();
      if (properties.relation !== undefined) expectTypeOf(properties.denied).toEqualTypeOf<boolean>();
    }
  });
});

describe("toNodeLink", () => {
  it("is nodes and links to d3-force, all with a label", () => {
    const { nodes, links } = toNodeLink(graph).data;
    const pull = forceLink<NodeLinkNode, NodeLinkEdge>(links).id(({ id }) => id);
    forceSimulation(nodes).force("links", pull);
    for (const { label, kind } of nodes) expectTypeOf([label, kind]).toEqualTypeOf<string[]>();
    for (const { label, subject, objectLabel, status } of links)
      expectTypeOf([label, subject, objectLabel, status]).toEqualTypeOf<string[]>();
  });
});

describe("toCytoscape", () => {
  it("is elements to Cytoscape, all with a label", () => {
    const { elements } = toCytoscape(graph).data;
    cytoscape({ elements });
    for (const { data } of elements.nodes) expectTypeOf(data.label).toEqualTypeOf<string>();
    for (const { data } of elements.edges) expectTypeOf(data.label).toEqualTypeOf<string>();
  });
});
