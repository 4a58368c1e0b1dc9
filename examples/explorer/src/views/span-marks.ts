/**
 * From a span of days to marks on a row of the timeline: rectangles and signs in pixels across, before any colour.
 */
import type { ClaimSpan, SpanSide } from "./claim-span.ts";
import type { TimeScale } from "./time-axis.ts";

/**
 * `core`: certain days. `before`, `after`: days that may belong to it, fading away from the core. `within`: some day
 * of these. `thread`: between attested days. `dot`: an attested day. `arrow`: it goes on. `unknown`: nobody says.
 * `hint`: nothing is said beyond an attested day.
 */
export type MarkShape =
  | "core"
  | "before"
  | "after"
  | "within"
  | "thread"
  | "dot"
  | "arrow"
  | "unknown"
  | "hint";

export interface Mark {
  readonly shape: MarkShape;
  /** Left and right in pixels; equal for signs. */
  readonly left: number;
  readonly right: number;
  /** For what points somewhere: -1 to the left, 1 to the right. */
  readonly toward?: -1 | 1;
}

/** A core of one day is still to be seen. */
const NARROWEST = 4;
/** How far a side without a bound is drawn. */
const TAIL = 26;
const HINT = 14;

/** The marks of a span, in the order in which they are to be drawn. */
export function spanMarks(span: ClaimSpan, scale: TimeScale): Mark[] {
  if (span.attested.length > 0) return attestedMarks(span, scale);
  const { core } = span;
  if (!core) return rangeMarks(span, scale);
  const left = Math.max(scale.x(core[0]), scale.left - TAIL);
  const right = Math.min(Math.max(scale.x(core[1] + 1), left + NARROWEST), scale.right + TAIL);
  return [
    ...sideMarks(span.start, scale.x(span.from), left, -1),
    { shape: "core", left, right },
    ...sideMarks(span.end, scale.x(span.to + 1), right, 1),
  ];
}

/** No day is certain: the days within which it lies. */
function rangeMarks(span: ClaimSpan, scale: TimeScale): Mark[] {
  const from = scale.x(span.from);
  const to = scale.x(span.to + 1);
  const left = Number.isFinite(from) ? from : to - TAIL;
  const right = Number.isFinite(to) ? Math.max(to, left + NARROWEST) : left + TAIL;
  return [
    { shape: "within", left, right },
    ...signMarks(span.start, left, -1),
    ...signMarks(span.end, right, 1),
  ];
}

function attestedMarks({ attested, core, start, end }: ClaimSpan, scale: TimeScale): Mark[] {
  const xs = attested.map((day) => (scale.x(day) + scale.x(day + 1)) / 2);
  const [first, last] = [xs[0] as number, xs.at(-1) as number];
  const dots = xs.map((x): Mark => ({ shape: "dot", left: x, right: x }));
  return [
    ...(start === "unsaid" ? [{ shape: "hint", left: first - HINT, right: first, toward: -1 } as const] : []),
    ...(end === "unsaid" ? [{ shape: "hint", left: last, right: last + HINT, toward: 1 } as const] : []),
    ...(core && last > first ? [{ shape: "thread", left: first, right: last } as const] : []),
    ...dots,
  ];
}

/** What lies beyond the core on one side, whose edge and whose outermost day are given. */
function sideMarks(side: SpanSide, outer: number, edge: number, toward: -1 | 1): Mark[] {
  const shape = toward < 0 ? "before" : "after";
  const end = side === "bounded" ? outer : edge + toward * TAIL;
  const fade = (end - edge) * toward > 0.5;
  return [
    ...(fade ? [{ shape, left: Math.min(edge, end), right: Math.max(edge, end), toward } as const] : []),
    ...signMarks(side, end, toward),
  ];
}

function signMarks(side: SpanSide, x: number, toward: -1 | 1): Mark[] {
  if (side === "open") return [{ shape: "arrow", left: x, right: x, toward }];
  return side === "unknown" ? [{ shape: "unknown", left: x, right: x, toward }] : [];
}
