/**
 * Which names fit on the map: the most important first, each beside its point, none over another.
 */

export interface Labelled {
  readonly x: number;
  readonly y: number;
  /** Radius of its point. */
  readonly radius: number;
  readonly text: string;
  /** How far something drawn at its height reaches to the left and right, if farther than the point. */
  readonly from?: number;
  readonly to?: number;
}

export interface PlacedLabel {
  /** Number in the list given. */
  readonly index: number;
  /** Left and middle of the text. */
  readonly x: number;
  readonly y: number;
}

/** Pixels that no name may cover. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const HEIGHT = 15;
const GAP = 4;
/** So many at most: each costs a look at all before it. */
const MOST = 60;

/**
 * Labels for points that are given in the order of their importance, within a box. A name that fits on no side of its
 * point is left out; names cover neither points nor what else is named as taken.
 */
export function placeLabels(
  points: readonly Labelled[],
  width: number,
  height: number,
  measure: (text: string) => number,
  alsoTaken: readonly Box[] = [],
): PlacedLabel[] {
  const inSight = points
    .map((point, index) => ({ ...point, index }))
    .filter(({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height)
    .slice(0, MOST * 3);
  const taken = [
    ...alsoTaken,
    ...inSight.map(({ x, y, radius }) => boxAround(x - radius, y, radius * 2, radius)),
  ];
  const placed: PlacedLabel[] = [];
  for (const point of inSight) {
    const found = sides(point, measure(point.text)).find(
      ({ box }) =>
        box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height && isFree(box, taken),
    );
    if (!found) continue;
    taken.push(found.box);
    placed.push({ index: point.index, x: found.x, y: found.y });
    if (placed.length === MOST) break;
  }
  return placed;
}

function sides(
  point: Labelled,
  wide: number,
): { readonly x: number; readonly y: number; readonly box: Box }[] {
  const { x, y, radius } = point;
  const left = Math.min(x - radius, point.from ?? x) - GAP;
  const right = Math.max(x + radius, point.to ?? x) + GAP;
  return (
    [
      [right, y],
      [left - wide, y],
      [x - wide / 2, y - radius - HEIGHT / 2 - 1],
      [x - wide / 2, y + radius + HEIGHT / 2 + 1],
    ] as const
  ).map(([left, middle]) => ({ x: left, y: middle, box: boxAround(left, middle, wide, HEIGHT / 2) }));
}

function boxAround(left: number, middle: number, wide: number, half: number): Box {
  return { left, top: middle - half, right: left + wide, bottom: middle + half };
}

function isFree(box: Box, taken: readonly Box[]): boolean {
  return taken.every(
    (other) =>
      box.right <= other.left ||
      box.left >= other.right ||
      box.bottom <= other.top ||
      box.top >= other.bottom,
  );
}
