import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ShownClaim, ShownEntity } from "../../../examples/explorer/src/view.ts";
import { besides, drawnAt } from "../../../examples/explorer/src/views/map-beside.ts";
import { hitMap } from "../../../examples/explorer/src/views/map-hit.ts";
import { placeLabels } from "../../../examples/explorer/src/views/map-labels.ts";
import { allPlaces, type MapModel, mapModels } from "../../../examples/explorer/src/views/map-model.ts";
import { fitProjection, NO_ZOOM, type Place } from "../../../examples/explorer/src/views/map-projection.ts";
import { bundledSelection } from "./selection.ts";

const projection = fitProjection([], 800, 600);

/** Few places for many entities, so that some are alone and some are not. */
const settled = fc
  .array(fc.constantFrom<Place>([87.6, 43.8], [80.4, 44.2], [37.6, 55.8], [116.4, 39.9]), { maxLength: 24 })
  .map((list) => list.map((place, index) => [`region/${index}`, place] as const));

function modelOf(placed: readonly (readonly [id: string, place: Place])[], claims: readonly ShownClaim[] = []): MapModel {
  const entities = new Map(
    placed.map(([id]): [string, ShownEntity] => [id, { id, kind: "region", label: id, color: "#000000" }]),
  );
  return mapModels(new Map(placed), projection)({ entities, claims });
}

const distance = ([x, y]: readonly [number, number], [otherX, otherY]: readonly [number, number]): number =>
  Math.hypot(x - otherX, y - otherY);

describe("besides", () => {
  it("keeps any number of points apart from each other and near their place", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 4, max: 30 }), (count, apart) => {
        const points = besides(count, apart);
        expect(points.length).toBe(count);
        // Six in the first ring, twelve in the second, and so on.
        const rings = Math.ceil((Math.sqrt(9 + 12 * count) - 3) / 6);
        points.forEach((point, index) => {
          expect(distance(point, [0, 0])).toBeLessThanOrEqual(rings * apart + 1e-6);
          for (const other of points.slice(index + 1)) {
            expect(distance(point, other)).toBeGreaterThanOrEqual(apart - 1e-6);
          }
        });
      }),
    );
  });

  it("leaves one alone where it is, and sets two to its left and right", () => {
    expect(besides(1, 20)).toEqual([[0, 0]]);
    const [left, right] = besides(2, 20);
    expect(left?.map(Math.round)).toEqual([-10, 0]);
    expect(right?.map(Math.round)).toEqual([10, -0]);
  });
});

describe("mapModels, of entities with the same coordinates,", () => {
  it("sets them beside their place, none over another, and leaves all others where they are", () => {
    fc.assert(
      fc.property(settled, fc.constantFrom(NO_ZOOM, { k: 7, x: -900, y: -400 }), (placed, zoom) => {
        const { points } = modelOf(placed);
        for (const point of points) {
          const { x, y, radius } = point;
          const mates = points.filter((other) => other !== point && other.x === x && other.y === y);
          const place = [x * zoom.k + zoom.x, y * zoom.k + zoom.y] as const;
          const at = drawnAt(point, zoom);
          if (mates.length === 0) expect(at).toEqual(place);
          else expect(distance(at, place)).toBeGreaterThan(radius);
          expect(distance(at, place)).toBeLessThanOrEqual(90);
          for (const mate of mates) {
            expect(distance(at, drawnAt(mate, zoom))).toBeGreaterThanOrEqual(radius + mate.radius);
          }
          expect(hitMap({ points: [point, ...mates], bundles: [] }, zoom, ...at)).toEqual({ point });
        }
      }),
    );
  });

  it("does so in the same way in whatever order they come", () => {
    const shuffled = settled.chain((placed) =>
      fc.tuple(fc.constant(placed), fc.shuffledSubarray(placed, { minLength: placed.length })),
    );
    fc.assert(
      fc.property(shuffled, ([placed, other]) => {
        expect(modelOf(other).points).toEqual(modelOf(placed).points);
      }),
    );
  });

  it("sets nothing aside for an entity that the selection does not show", () => {
    const selection = bundledSelection();
    const modelOf = mapModels(allPlaces(selection.graph), projection);
    const asideOf = ({ points }: MapModel, id: string): readonly number[] | undefined =>
      points.find(({ entity }) => entity.id === id)?.aside;
    expect(asideOf(modelOf(selection), "region/xinjiang")).not.toEqual([0, 0]);
    expect(asideOf(modelOf(selection), "port/horgos-road")).toEqual([0, 0]);
    const entities = new Map([...selection.entities].filter(([id]) => id !== "region/urumqi"));
    expect(asideOf(modelOf({ ...selection, entities }), "region/xinjiang")).toEqual([0, 0]);
  });

  it("leads the ways of their claims to their own points", () => {
    const selection = bundledSelection();
    const { points, bundles } = mapModels(allPlaces(selection.graph), projection)(selection);
    const zoom = { k: 3, x: -500, y: -200 };
    const ends = new Set(points.map((point) => drawnAt(point, zoom).map(Math.round).join()));
    expect(points.length).toBe(ends.size);
    for (const { way, from, to, claims } of bundles) {
      const { subject, object } = selection.claims[claims[0] as number] as ShownClaim;
      const drawn = [
        [(way[0] as number) * 3 - 500 + from[0], (way[1] as number) * 3 - 200 + from[1]],
        [(way.at(-2) as number) * 3 - 500 + to[0], (way.at(-1) as number) * 3 - 200 + to[1]],
      ];
      const own = points
        .filter(({ entity }) => entity.id === subject || entity.id === object)
        .map((point) => drawnAt(point, zoom).map(Math.round).join());
      expect(drawn.map((end) => end.map(Math.round).join()).sort()).toEqual(own.sort());
    }
  });

  it("gives those of the bundled dataset names that do not cover each other", () => {
    const { points } = mapModels(allPlaces(bundledSelection().graph), projection)(bundledSelection());
    const beside = points.filter(({ aside }) => aside[0] !== 0);
    expect(beside.map(({ entity }) => entity.id).sort()).toEqual([
      ...["country/china", "country/russia", "region/bayingolin", "region/beijing"],
      ...["region/korla", "region/moscow", "region/urumqi", "region/xinjiang"],
    ]);
    const zoom = { k: 1, x: 0, y: 0 };
    const named = beside.map((point) => {
      const [x, y] = drawnAt(point, zoom);
      return { x, y, radius: point.radius, text: point.entity.label };
    });
    expect(placeLabels(named, 1600, 1200, (text) => text.length * 6).length).toBe(beside.length);
  });
});
