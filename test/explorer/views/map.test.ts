import { geoDistance } from "d3-geo";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadLand } from "../../../examples/explorer/src/views/land.ts";
import {
  bowedWay,
  bowOf,
  distanceToWay,
  traceWay,
  wayOf,
} from "../../../examples/explorer/src/views/map-arcs.ts";
import { AT_PLACE, drawnAt } from "../../../examples/explorer/src/views/map-beside.ts";
import { hitMap } from "../../../examples/explorer/src/views/map-hit.ts";
import { placeLabels } from "../../../examples/explorer/src/views/map-labels.ts";
import { allPlaces, mapModels } from "../../../examples/explorer/src/views/map-model.ts";
import {
  CENTRAL_ASIA,
  fitProjection,
  NO_ZOOM,
  type Place,
  pinchedMap,
  zoomedMap,
} from "../../../examples/explorer/src/views/map-projection.ts";
import { countLines, opacityOf } from "../../../examples/explorer/src/views/map-raster.ts";
import { pinchOf } from "../../../examples/explorer/src/views/pinch.ts";
import { bundledSelection } from "./selection.ts";

const selection = bundledSelection();
const places = allPlaces(selection.graph);
const place = fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -80, max: 80 }));

/** The claims between two places that are apart. */
const apart = selection.claims.filter(({ subject, object }) => {
  const [from, to] = [places.get(subject), places.get(object)];
  return from && to && from.join() !== to.join();
});

describe("fitProjection", () => {
  it("shows all of Central Asia whatever the places and the size of the box", () => {
    const [west, south, east, north] = CENTRAL_ASIA;
    for (const [width, height] of [
      [320, 400],
      [1900, 700],
    ] as const) {
      const projection = fitProjection([...places.values()], width, height);
      for (let lng = west; lng <= east; lng += 3) {
        for (const lat of [south, (south + north) / 2, north]) {
          const [x = -1, y = -1] = projection([lng, lat]) ?? [];
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(height);
        }
      }
    }
  });

  it("puts every place of the world into the box", () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 8 }), (given) => {
        const projection = fitProjection(given, 600, 400);
        return given.every((at) => {
          const [x = -1, y = -1] = projection(at) ?? [];
          return x > -1 && x < 601 && y > -1 && y < 401;
        });
      }),
    );
  });
});

describe("zoomedMap", () => {
  it("keeps what is under the pointer where it is", () => {
    const once = zoomedMap(NO_ZOOM, 2, [100, 50]);
    expect([100 * once.k + once.x, 50 * once.k + once.y].every(Number.isFinite)).toBe(true);
    const base = [(300 - once.x) / once.k, (200 - once.y) / once.k] as const;
    const twice = zoomedMap(once, 1.7, [300, 200]);
    expect(base[0] * twice.k + twice.x).toBeCloseTo(300);
    expect(base[1] * twice.k + twice.y).toBeCloseTo(200);
  });
});

describe("pinchedMap", () => {
  const finger = fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 600 }));
  const fingers = fc
    .tuple(finger, finger)
    .filter(([[x, y], [otherX, otherY]]) => Math.hypot(x - otherX, y - otherY) > 60);

  it("keeps what is between two fingers there, and draws it apart as they do", () => {
    fc.assert(
      fc.property(fingers, fingers, (then, now) => {
        const { factor, from, to } = pinchOf(then, now);
        expect([from, to]).toEqual([then, now].map(([[x, y], [u, v]]) => [(x + u) / 2, (y + v) / 2]));
        const zoom = { k: 4, x: -100, y: 30 };
        const next = pinchedMap(zoom, { factor, from, to });
        expect(((from[0] - zoom.x) / zoom.k) * next.k + next.x).toBeCloseTo(to[0]);
        expect(((from[1] - zoom.y) / zoom.k) * next.k + next.y).toBeCloseTo(to[1]);
        expect(next.k / zoom.k).toBeCloseTo(Math.max(0.15, Math.min(15, factor)));
      }),
    );
  });

  it("is finite when both fingers are in one spot", () => {
    const spot = [5, 5] as const;
    const { k, x, y } = pinchedMap(NO_ZOOM, pinchOf([spot, spot], [spot, [5, 5.5]]));
    expect([k, x, y].every(Number.isFinite)).toBe(true);
  });
});

describe("ways", () => {
  const projection = fitProjection([], 800, 600);
  const [almaty, urumqi]: readonly [Place, Place] = [
    [76.9, 43.3],
    [87.6, 43.8],
  ];

  it("go along the great circle", () => {
    const way = wayOf(almaty, urumqi, projection);
    if (!way) throw new Error("There is no way.");
    const middle = projection.invert?.([way[2] as number, way[3] as number]);
    if (!middle) throw new Error("The middle is nowhere.");
    const [a, b] = [geoDistance(middle, [...almaty]), geoDistance(middle, [...urumqi])];
    expect(a).toBeCloseTo(b, 6);
    expect(a + b).toBeCloseTo(geoDistance([...almaty], [...urumqi]), 6);
    expect(wayOf(almaty, almaty, projection)).toBeUndefined();
  });

  it("of the same two places lie side by side, evenly to both sides", () => {
    expect([0, 1, 2].map((index) => bowOf(index, 3))).toEqual([-5, 0, 5]);
    expect(bowOf(0, 1)).toBe(0);
    expect(new Set(Array.from({ length: 40 }, (_, index) => bowOf(index, 40))).size).toBe(9);
  });

  it("start and end at their places however far they bow out", () => {
    const way = wayOf(almaty, urumqi, projection) as Float64Array;
    const joining = { way, from: AT_PLACE, to: AT_PLACE };
    const out = new Float64Array(64);
    const count = bowedWay(joining, 20, { k: 2, x: 10, y: 20 }, out);
    expect(out[0]).toBeCloseTo((way[0] as number) * 2 + 10);
    expect(out[count - 1]).toBeCloseTo((way[way.length - 1] as number) * 2 + 20);
    expect(distanceToWay(out, count, out[2] as number, out[3] as number)).toBeCloseTo(0);
    const straight = new Float64Array(64);
    bowedWay(joining, 0, { k: 2, x: 10, y: 20 }, straight);
    expect(distanceToWay(straight, count, out[2] as number, out[3] as number)).toBeCloseTo(20, 0);
  });

  it("end beside their places where those they join are drawn there, and bend half as far between", () => {
    const way = wayOf(almaty, urumqi, projection) as Float64Array;
    const zoom = { k: 2, x: 10, y: 20 };
    const [straight, beside] = [new Float64Array(64), new Float64Array(64)];
    const count = bowedWay({ way, from: AT_PLACE, to: AT_PLACE }, 0, zoom, straight);
    bowedWay({ way, from: AT_PLACE, to: [8, -6] }, 0, zoom, beside);
    const moved = beside.subarray(0, count).map((number, at) => number - (straight[at] as number));
    expect([...moved].map((number) => Math.round(number * 1e6) / 1e6)).toEqual([0, 0, 4, -3, 8, -6]);
  });

  it("are drawn as curves that pass through their points", () => {
    const points = Float64Array.from([0, 0, 50, 30, 100, 0]);
    const calls: number[][] = [];
    const path = {
      moveTo: (x: number, y: number) => calls.push([x, y]),
      quadraticCurveTo: (...numbers: [number, number, number, number]) => calls.push(numbers),
    };
    traceWay(path, points, 6);
    expect(calls).toEqual([
      [0, 0],
      [50, 60, 100, 0],
    ]);
  });
});

describe("mapModels", () => {
  it("has the located entities of the bundled dataset and counts what has no place", () => {
    const { points, unplaced, wayless } = mapModels(places, fitProjection([], 800, 600))(selection);
    expect(points.map(({ entity }) => entity.id)).toContain("port/horgos-road");
    expect(points.length + unplaced).toBe(selection.entities.size);
    expect(apart.length).toBeGreaterThan(20);
    expect(wayless).toBe(selection.claims.length - apart.length);
    const horgos = points.find(({ entity }) => entity.id === "port/horgos-road");
    expect(horgos?.weight).toBe(
      selection.claims.filter(({ subject, object }) => [subject, object].includes("port/horgos-road")).length,
    );
  });

  it("bundles the claims of two places, and forgets those of the selection before", () => {
    const modelOf = mapModels(places, fitProjection([], 800, 600));
    const { bundles } = modelOf(selection);
    const told = bundles.flatMap(({ claims }) => claims.map((claim) => selection.claims[claim]?.id));
    expect(told.sort()).toEqual(apart.map(({ id }) => id).sort());
    expect(modelOf({ ...selection, claims: [] }).bundles).toEqual([]);
    expect(modelOf(selection).bundles).toEqual(bundles);
  });
});

describe("hitMap", () => {
  const model = mapModels(places, fitProjection([], 800, 600))(selection);

  it("finds each point under its own middle at every zoom", () => {
    for (const zoom of [NO_ZOOM, { k: 3, x: -500, y: -200 }]) {
      for (const point of model.points) {
        expect(hitMap(model, zoom, ...drawnAt(point, zoom))).toEqual({ point });
      }
    }
  });

  it("finds the claim of a way, and nothing far from all", () => {
    const zoom = { k: 8, x: -4000, y: -2000 };
    const bundle = model.bundles[0];
    if (!bundle) throw new Error("No claim has a way.");
    const out = new Float64Array(64);
    bowedWay(bundle, bowOf(0, bundle.claims.length), zoom, out);
    const hit = hitMap(model, zoom, out[2] as number, out[3] as number);
    expect(hit).toEqual({ claim: bundle.claims[0] });
    expect(hitMap(model, NO_ZOOM, -1000, -1000)).toBeUndefined();
  });
});

describe("placeLabels", () => {
  it("never puts a name over another, over a point or out of the map", () => {
    const point = fc.record({
      ...{ x: fc.integer({ min: -50, max: 450 }), y: fc.integer({ min: -50, max: 350 }) },
      ...{ radius: fc.integer({ min: 2, max: 12 }), text: fc.string({ minLength: 1, maxLength: 20 }) },
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 40 }), (points) => {
        const labels = placeLabels(points, 400, 300, (text) => text.length * 6);
        const boxes = labels.map(({ index, x, y }) => {
          const wide = (points[index]?.text.length ?? 0) * 6;
          return { left: x, right: x + wide, top: y - 7.5, bottom: y + 7.5 };
        });
        const meet = (a: (typeof boxes)[number], b: (typeof boxes)[number]): boolean =>
          a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        for (const [at, box] of boxes.entries()) {
          expect(boxes.some((other, index) => index !== at && meet(box, other))).toBe(false);
          expect(box.left >= 0 && box.right <= 400 && box.top >= 0 && box.bottom <= 300).toBe(true);
        }
      }),
    );
  });

  it("gives the first of crowded points its name", () => {
    const crowd = Array.from({ length: 9 }, (_, index) => ({
      ...{ x: 200 + index, y: 100, radius: 3, text: `a rather long name ${index}` },
    }));
    expect(placeLabels(crowd, 400, 300, (text) => text.length * 6)[0]?.index).toBe(0);
  });
});

describe("countLines", () => {
  const atPlace = { from: AT_PLACE, to: AT_PLACE };

  it("counts each claim in every column of a level way, and nothing out of sight", () => {
    const way = Float64Array.from([-20, 10.5, 10, 10.5, 40, 10.5]);
    const { counts, columns, rows } = countLines(
      [{ ...atPlace, way, claims: [1, 2, 3] }],
      NO_ZOOM,
      30,
      20,
      1,
    );
    expect([columns, rows]).toEqual([30, 20]);
    expect([...counts.subarray(10 * 30, 11 * 30)]).toEqual(Array(30).fill(3));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(90);
  });

  it("stays within its grid for any line", () => {
    const number = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(fc.array(number, { minLength: 6, maxLength: 6 }), (numbers) => {
        const bundle = { ...atPlace, way: Float64Array.from(numbers), claims: [0] };
        const { counts } = countLines([bundle], NO_ZOOM, 40, 30, 2);
        return counts.length === 300 && counts.every((count) => count <= 4);
      }),
    );
  });

  it("shades more the more lines there are", () => {
    expect(opacityOf(0, 50)).toBe(0);
    expect(opacityOf(1, 50)).toBeGreaterThan(0.1);
    expect(opacityOf(50, 50)).toBeGreaterThan(opacityOf(10, 50));
    expect(opacityOf(50, 50)).toBeLessThanOrEqual(1);
  });
});

describe("the backdrop", () => {
  it("is land alone: no feature of it is a country", async () => {
    const land = await loadLand();
    expect(land.type).toBe("MultiPolygon");
    expect(land.coordinates.length).toBeGreaterThan(100);
  });
});
