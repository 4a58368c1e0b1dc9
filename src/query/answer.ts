/**
 * What a query gives back: its rows, and how many claims were set aside and why, so that an empty answer is not
 * mistaken for silence.
 */

/** How many claims a query looked at and left out, by the first reason that applied. */
export interface SetAside {
  /** They do not meet the time asked for. */
  readonly time: number;
  /** They only possibly do; ask with `certainty: "possible"` to see them. */
  readonly certainty: number;
  /** Their status was not asked for: plans, targets, expectations. */
  readonly status: number;
  /** No citation had been published or said by the day asked for. */
  readonly reported: number;
  /** No citation is of the source, publisher class, speaker or voice asked for. */
  readonly source: number;
  /** Every citation denies them. */
  readonly denied: number;
  /** They lack the attribute or figure asked for. */
  readonly attribute: number;
}

/** Rows, with what was set aside. An array like any other; `setAside` stands beside the rows. */
export type Answer<Row> = readonly Row[] & { readonly setAside: SetAside };

/** Counts under construction. */
export type Tally = { -readonly [Reason in keyof SetAside]: number };

export function emptyTally(): Tally {
  return { time: 0, certainty: 0, status: 0, reported: 0, source: 0, denied: 0, attribute: 0 };
}

/** Puts the tally beside the rows. Array and tally themselves are used, not copies; the tally is frozen. */
export function answer<Row>(rows: Row[], tally: SetAside): Answer<Row> {
  const answered = rows as Row[] & { setAside: SetAside };
  answered.setAside = Object.freeze(tally);
  return answered;
}

/**
 * Why an answer is short, in words; empty where nothing was set aside. Takes rows, a snapshot or a path, or what stands
 * beside them as `setAside`.
 *
 * @example
 * describeSetAside(neighbors(graph, "port/horgos-road", "opensTo", { at: "1950" }));
 * // "1 claim set aside because it only possibly meets the time asked for"
 */
export function describeSetAside(answer: SetAside | { readonly setAside: SetAside }): string {
  const counts = "setAside" in answer ? answer.setAside : answer;
  const parts = (Object.keys(REASONS) as (keyof SetAside)[])
    .filter((reason) => counts[reason] > 0)
    .map((reason) => {
      const one = counts[reason] === 1;
      const claims = one ? "1 claim" : `${counts[reason].toLocaleString("en")} claims`;
      return `${claims} set aside because ${one ? "it" : "they"} ${REASONS[reason][one ? 0 : 1]}`;
    });
  return parts.join("; ");
}

const REASONS: Readonly<Record<keyof SetAside, readonly [string, string]>> = {
  time: ["does not meet the time asked for", "do not meet the time asked for"],
  certainty: ["only possibly meets the time asked for", "only possibly meet the time asked for"],
  status: ["has another status than asked for", "have another status than asked for"],
  reported: ["had not been reported by then", "had not been reported by then"],
  source: ["comes from other sources or speakers", "come from other sources or speakers"],
  denied: ["is only denied", "are only denied"],
  attribute: ["lacks what was asked for", "lack what was asked for"],
};
