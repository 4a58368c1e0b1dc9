import fc from "fast-check";
import { describe, it } from "vitest";
import { largestMatching } from "../../src/evidence/largest-matching.ts";

type Pair = readonly [string, string];

/** By trying every subset: the definition itself. */
function byEnumeration([first, ...rest]: readonly Pair[]): number {
  if (!first) return 0;
  const without = rest.filter(([a, b]) => a !== first[0] && b !== first[1]);
  return Math.max(1 + byEnumeration(without), byEnumeration(rest));
}

const pair = fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.constantFrom("x", "y", "z", "__proto__"));
const pairs = fc.array(pair, { maxLength: 9 });

describe("largestMatching", () => {
  it("equals the enumeration of all subsets", () => {
    fc.assert(fc.property(pairs, (all) => largestMatching(all) === byEnumeration(all)));
  });

  it("never falls when a pair is added", () => {
    fc.assert(
      fc.property(pairs, pair, (all, more) => largestMatching([...all, more]) >= largestMatching(all)),
    );
  });
});
