/**
 * How many claims hold, for each pixel of the time axis: what a list of many thousand rows cannot show at once.
 */
import type { ClaimSpan } from "./claim-span.ts";
import type { TimeScale } from "./time-axis.ts";

/** One number for each pixel from the scale's left. */
export interface Density {
  readonly certain: Float64Array;
  /** Certain and possible together. */
  readonly any: Float64Array;
  /** The greatest of `any`, at least 1. */
  readonly most: number;
  /** Claims that end before the axis begins, and that begin after it ends. */
  readonly earlier: number;
  readonly later: number;
}

/**
 * Counts spans over the axis. A side that only an attestation bounds counts up to that day: nothing is said beyond.
 * Cost: spans and pixels.
 */
export function densityOf(spans: readonly ClaimSpan[], scale: TimeScale): Density {
  const width = Math.max(1, Math.ceil(scale.right - scale.left));
  const certain = new Float64Array(width + 1);
  const any = new Float64Array(width + 1);
  let earlier = 0;
  let later = 0;
  for (const { attested, from, to, core } of spans) {
    const days = attested.length;
    const first = days > 0 ? (attested[0] as number) : from;
    const last = days > 0 ? (attested[days - 1] as number) : to;
    if (last < scale.first) earlier += 1;
    else if (first > scale.last) later += 1;
    else {
      addDays(any, scale, first, last);
      if (core) addDays(certain, scale, core[0], core[1]);
    }
  }
  let most = 1;
  for (const counts of [certain, any]) {
    for (let at = 1; at < width; at++) counts[at] = (counts[at] as number) + (counts[at - 1] as number);
  }
  for (let at = 0; at < width; at++) most = Math.max(most, any[at] as number);
  return { certain: certain.subarray(0, width), any: any.subarray(0, width), most, earlier, later };
}

function addDays(counts: Float64Array, scale: TimeScale, first: number, last: number): void {
  const width = counts.length - 1;
  const from = Math.floor(Math.max(0, Math.min(width - 1, scale.x(first) - scale.left)));
  const to = Math.max(from + 1, Math.ceil(Math.min(width, scale.x(last + 1) - scale.left)));
  counts[from] = (counts[from] as number) + 1;
  counts[to] = (counts[to] as number) - 1;
}
