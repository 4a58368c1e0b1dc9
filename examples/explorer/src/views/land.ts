/**
 * The backdrop of the map: land, without a line between countries. Loaded apart, since it weighs as much as the page.
 */
import type { MultiPolygon } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** What is said beside the map. */
export const LAND_NOTE =
  "Land: Natural Earth 4.1.0, 1:50 million, by way of world-atlas 2.0.2. Nothing on this map is a statement on borders: " +
  "it draws none, and its lines are claims.";

/** All land, in WGS 84 degrees. */
export async function loadLand(): Promise<MultiPolygon> {
  const { default: topology } = await import("world-atlas/land-50m.json");
  return landOf(topology as unknown as LandTopology);
}

type LandTopology = Topology<{ land: GeometryCollection }>;

function landOf(topology: LandTopology): MultiPolygon {
  const coordinates = feature(topology, topology.objects.land).features.flatMap(({ geometry }) =>
    geometry.type === "MultiPolygon"
      ? geometry.coordinates
      : geometry.type === "Polygon"
        ? [geometry.coordinates]
        : [],
  );
  return { type: "MultiPolygon", coordinates };
}
