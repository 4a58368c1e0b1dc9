/**
 * Days to pixels, and the ticks of an axis of days: from single days to centuries, whichever has room.
 */
import { scaleUtc } from "d3-scale";
import type { Day } from "xinjiang-graph";

const DAY_IN_MS = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The days shown, both included, and the pixels from the first's beginning to the last's end. */
export interface TimeScale {
  readonly first: Day;
  readonly last: Day;
  readonly left: number;
  readonly right: number;
  /** Where a day begins; the next day's beginning is its end. */
  x(day: Day): number;
  /** The day at a pixel; before the first or after the last outside the axis. */
  dayAt(x: number): Day;
}

export function timeScale(first: Day, last: Day, left: number, right: number): TimeScale {
  const days = Math.max(1, last - first + 1);
  const step = (right - left) / days;
  return {
    first,
    last,
    left,
    right,
    x: (day) => left + (day - first) * step,
    dayAt: (x) => first + Math.floor((x - left) / step),
  };
}

export interface Tick {
  readonly day: Day;
  readonly x: number;
  readonly text: string;
  /** A year among months, or a month among days: to be drawn stronger. */
  readonly major: boolean;
}

/** Ticks about `spacing` pixels apart, each on the first day of what its text names. */
export function timeTicks(scale: TimeScale, spacing = 80): Tick[] {
  const count = Math.max(2, Math.floor((scale.right - scale.left) / spacing));
  const days = scaleUtc()
    .domain([dateOf(scale.first), dateOf(scale.last + 1)])
    .ticks(count)
    .map((date) => date.getTime() / DAY_IN_MS)
    .filter((day) => Number.isInteger(day) && day >= scale.first && day <= scale.last);
  const onlyYears = days.every((day) => isFirstOfYear(dateOf(day)));
  return days.map((day, index) => ({ day, x: scale.x(day), ...nameOf(dateOf(day), onlyYears, index === 0) }));
}

/** A year names itself; the first tick says its year too, so that no axis is without one. */
function nameOf(date: Date, onlyYears: boolean, first: boolean): Pick<Tick, "text" | "major"> {
  const year = String(date.getUTCFullYear());
  if (isFirstOfYear(date)) return { text: year, major: !onlyYears };
  const month = MONTHS[date.getUTCMonth()] as string;
  const text = date.getUTCDate() === 1 ? month : `${date.getUTCDate()} ${month}`;
  return { text: first ? `${text} ${year}` : text, major: false };
}

function isFirstOfYear(date: Date): boolean {
  return date.getUTCMonth() === 0 && date.getUTCDate() === 1;
}

function dateOf(day: Day): Date {
  return new Date(day * DAY_IN_MS);
}

/** Zooms about a pixel: `factor` above 1 shows fewer days; never less than a week nor more than the limits. */
export function zoomedTime(
  scale: TimeScale,
  factor: number,
  x: number,
  limits: readonly [first: Day, last: Day],
): readonly [first: Day, last: Day] {
  const days = scale.last - scale.first + 1;
  const most = limits[1] - limits[0] + 1;
  const wanted = Math.min(most, Math.max(7, Math.round(days / factor)));
  const share = (x - scale.left) / Math.max(1, scale.right - scale.left);
  return shifted(Math.round(scale.first + share * (days - wanted)), wanted, limits);
}

/** Moves the days shown by pixels, within the limits. */
export function pannedTime(
  scale: TimeScale,
  pixels: number,
  limits: readonly [first: Day, last: Day],
): readonly [first: Day, last: Day] {
  const days = scale.last - scale.first + 1;
  const moved = Math.round((pixels / Math.max(1, scale.right - scale.left)) * days);
  return shifted(scale.first + moved, days, limits);
}

function shifted(
  first: Day,
  days: number,
  [least, most]: readonly [first: Day, last: Day],
): readonly [first: Day, last: Day] {
  const start = Math.max(least, Math.min(first, most - days + 1));
  return [start, start + days - 1];
}
