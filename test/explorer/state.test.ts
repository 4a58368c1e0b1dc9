import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLAIM_STATUSES, PUBLISHER_CLASSES } from "xinjiang-graph";
import {
  DEFAULT_STATE,
  formatState,
  LAYOUTS,
  readState,
  type State,
  THEMES,
  VIEWS,
  type Vocabulary,
} from "../../examples/explorer/src/state.ts";

const anything: Vocabulary = {
  kinds: ["port", "region"],
  relations: ["opensTo", "borders"],
  statuses: CLAIM_STATUSES,
  classes: PUBLISHER_CLASSES,
  hasEntity: () => true,
  hasClaim: () => true,
};

/** A surrogate without its other half, which no address can hold. */
const LONE = /\p{Surrogate}/u;
const date = fc.constantFrom("2023", "2023-11", "2023-11-01", "-0044");
const states: fc.Arbitrary<State> = fc
  .record(
    {
      asOf: date,
      knownBy: date,
      words: fc.string({ unit: "grapheme" }).filter((text) => !LONE.test(text)),
      kinds: fc.subarray([...anything.kinds]),
      relations: fc.subarray([...anything.relations]),
      statuses: fc.subarray([...CLAIM_STATUSES]),
      classes: fc.subarray([...PUBLISHER_CLASSES]),
      certainty: fc.constantFrom("certain" as const, "possible" as const),
      claim: fc.string({ minLength: 1 }),
      entity: fc.string({ minLength: 1 }),
      indicator: fc.string({ minLength: 1 }),
      subject: fc.string({ minLength: 1 }),
      layout: fc.constantFrom(...LAYOUTS),
      tables: fc.subarray([...VIEWS]),
      theme: fc.constantFrom(...THEMES),
    },
    { requiredKeys: [] },
  )
  .map((part) => ({ ...DEFAULT_STATE, ...part }));

describe("formatState", () => {
  it("is read back as the same state, whatever the state", () => {
    fc.assert(
      fc.property(states, (state) => {
        const read = readState(`#${formatState(state)}`, anything);
        expect(read.problems).toEqual([]);
        expect(read.state).toEqual(state);
      }),
    );
  });

  it("writes nothing for what is as usual", () => {
    expect(formatState(DEFAULT_STATE)).toBe("");
  });
});

describe("readState", () => {
  it("never throws, and gives a state that can be written, whatever the hash", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (hash) => {
        const { state } = readState(hash, anything);
        expect(readState(formatState(state), anything).state).toEqual(state);
      }),
    );
  });

  it("names each value that it cannot use", () => {
    const { problems, state } = readState("#as-of=2023~&kind=castle&theme=pink&x=1", anything);
    expect(problems).toHaveLength(4);
    expect(state).toEqual(DEFAULT_STATE);
  });
});
