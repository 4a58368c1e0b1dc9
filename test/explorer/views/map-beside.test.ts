import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ShownClaim, ShownEntity } from "../../../examples/explorer/src/view.ts";
import { bowedWay } from "../../../examples/explorer/src/views/map-arcs.ts";
import { besides, drawnAt } from "../../../examples/explorer/src/views/map-beside.ts";
import { hitMap } from "../../../examples/explorer/src/views/map-hit.ts";
import { placeLabels } from "../../../examples/explorer/src/views/map-labels.ts";
import { allPlaces, type MapModel, mapModels } from "../../../examples/explorer/src/views/map-model.ts";
import { fitProjection, NO_ZOOM, type Place } from "../../../examples/explorer/src/views/map-projection.ts";
import { bundledSelection } from "./selection.ts";

const projection = fitProjection([], 800, 600);
const selection = bundledSelection();
const bundledModels = mapModels(allPlaces(selection.graph), projection);

/** Entities and claims between them: few places for many, so that some stand alone and some do not. */
interface Settled {
  readonly places: readonly (readonly [id: string, place: Place])[];
  readonly claims: readonly ShownClaim[];
}

const SITES: readonly Place[] = [
  [87.6, 43.8],
  [80.4, 44.2],
  [37.6, 55.8],
  [116.4, 39.9],
];
const someClaim = selection.claims[0] as ShownClaim;
const settled: fc.Arbitrary<Settled> = fc
  .tuple(
    fc.array(fc.constantFrom(...SITES), { maxLength: 24 }),
    fc.array(fc.tuple(fc.nat(23), fc.nat(23)), { maxLength: 60 }),
  )
  .map(([sites, pairs]) => ({
    places: sites.map((site, index) => [`region/${index}`, site] as const),
    claims: pairs.map(([from, to], index) => ({
      ...someClaim,
      ...{ id: `claim/${index}`, subject: `region/${from}`, object: `region/${to}` },
    })),
  }));

function modelOf({ places, claims }: Settled): MapModel {
  const entities = new Map(
    places.map(([id]): [string, ShownEntity] => [id, { id, kind: "region", label: id, color: "#000000" }]),
  );
  return mapModels(new Map(places), projection)({ entities, claims });
}

const distance = ([x, y]: readonly [number, number], [otherX, otherY]: readonly [number, number]): number =>
  Math.hypot(x - otherX, y - otherY);

/** How many rings so many points take: six stand in the first, twelve in the second, and so on. */
const ringsFor = (count: number): number => Math.ceil((Math.sqrt(9 + 12 * count) - 3) / 6);

describe("besides", () => {
  it("keeps any number of points apart from each other and near their place", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 4, max: 30 }), (count, apart) => {
        const points = besides(count, apart);
        expect(points.length).toBe(count);
        const farthest = Math.max(...points.map((point) => distance(point, [0, 0])));
        expect(farthest).toBeLessThanOrEqual(ringsFor(count) * apart + 1e-6);
        const gaps = points.flatMap((point, index) =>
          points.slice(index + 1).map((other) => distance(point, other)),
        );
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(apart - 1e-6);
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
      fc.property(settled, fc.constantFrom(NO_ZOOM, { k: 7, x: -900, y: -400 }), (given, zoom) => {
        const { points } = modelOf(given);
        for (const point of points) {
          const { x, y, radius } = point;
          const mates = points.filter((other) => other !== point && other.x === x && other.y === y);
          const place = [x * zoom.k + zoom.x, y * zoom.k + zoom.y] as const;
          const at = drawnAt(point, zoom);
          if (mates.length === 0) expect(at).toEqual(place);
          else expect(distance(at, place)).toBeGreaterThan(radius);
          const widest = Math.max(radius, ...mates.map((mate) => mate.radius));
          expect(distance(at, place)).toBeLessThanOrEqual(
            ringsFor(mates.length + 1) * (2 * widest + 8) + 1e-6,
          );
          for (const mate of mates) {
            expect(distance(at, drawnAt(mate, zoom))).toBeGreaterThanOrEqual(radius + mate.radius);
          }
          expect(hitMap({ points: [point, ...mates], bundles: [] }, zoom, ...at)).toEqual({ point });
        }
      }),
    );
  });

  it("does so in the same way in whatever order they come", () => {
    const shuffled = settled.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray([...given.places], { minLength: given.places.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([given, places]) => {
        expect(modelOf({ ...given, places }).points).toEqual(modelOf(given).points);
      }),
    );
  });

  it("sets nothing aside for an entity that the selection does not show", () => {
    const asideOf = ({ points }: MapModel, id: string): readonly number[] | undefined =>
      points.find(({ entity }) => entity.id === id)?.aside;
    expect(asideOf(bundledModels(selection), "region/xinjiang")).not.toEqual([0, 0]);
    expect(asideOf(bundledModels(selection), "port/horgos-road")).toEqual([0, 0]);
    const entities = new Map([...selection.entities].filter(([id]) => id !== "region/urumqi"));
    expect(asideOf(bundledModels({ ...selection, entities }), "region/xinjiang")).toEqual([0, 0]);
  });

  it("leads the ways of their claims to their own points", () => {
    const { points, bundles } = bundledModels(selection);
    const zoom = { k: 3, x: -500, y: -200 };
    const out = new Float64Array(64);
    const pixel = ([x, y]: Iterable<number>): string => `${x?.toFixed(3)} ${y?.toFixed(3)}`;
    const drawn = new Map(points.map((point) => [point.entity.id, pixel(drawnAt(point, zoom))]));
    expect(new Set(drawn.values()).size).toBe(points.length);
    for (const bundle of bundles) {
      const { subject, object } = selection.claims[bundle.claims[0] as number] as ShownClaim;
      const numbers = bowedWay(bundle, 5, zoom, out);
      const ends = [out.subarray(0, 2), out.subarray(numbers - 2, numbers)].map(pixel);
      expect(ends.sort()).toEqual([drawn.get(subject), drawn.get(object)].sort());
    }
  });

  it("gives those of the bundled dataset names that do not cover each other", () => {
    const { points } = bundledModels(selection);
    const beside = points.filter(({ aside }) => aside[0] !== 0);
    expect(beside.map(({ entity }) => entity.id).sort()).toEqual([
      ...["country/china", "country/russia", "region/bayingolin", "region/beijing"],
      ...["region/korla", "region/moscow", "region/urumqi", "region/xinjiang"],
    ]);
    const named = beside.map((point) => {
      const [x, y] = drawnAt(point, NO_ZOOM);
      return { x, y, radius: point.radius, text: point.entity.label };
    });
    expect(placeLabels(named, 1600, 1200, (text) => text.length * 6).length).toBe(beside.length);
  });
});
