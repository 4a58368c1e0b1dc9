import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conflicts } from "../../src/evidence/conflicts.ts";
import { checkDerived } from "../../src/evidence/derived.ts";
import { SELECTION_POLICIES, select } from "../../src/evidence/select.ts";
import { assembleGraph } from "../../src/graph/assemble.ts";
import type { DatasetRecords } from "../../src/model/record.ts";
import { type FigureLine, figureRecords } from "./figure-records.ts";

const NAMES = [
  "{subject}",
  "{0} $& $1",
  "]]>",
  "__proto__",
  "‮RTL",
  "a\u0000b",
  "\"'`\n",
  "constructor",
  "[{x}]",
];
const VALUES = [
  "0",
  "-5",
  "-1.5e9",
  "1e300",
  "1e-300",
  "1e999",
  "1/3",
  "0.000",
  "00012",
  "1.000000000000000000001",
];
const TIMES = ["0000", "-0044", "9999-12-31", "202X", "2023?", "/2023", "2023/..", "2023-02~/2023-11~"];
const INDICATORS = {
  trade: { measure: "flow", comparableTo: ["indicator/trade", "indicator/gates"] },
  gates: { measure: "stock", comparableTo: ["indicator/trade"] },
  growth: { measure: "growth", of: "indicator/trade", base: "year-on-year" },
  average: { measure: "growth", of: "indicator/average", base: "average-annual" },
  share: { measure: "share", of: "indicator/share", whole: "region/xinjiang" },
  change: { measure: "change", of: "indicator/gates" },
  sum: { measure: "flow", sumOf: ["indicator/sum", "indicator/trade"] },
};

const line = fc.record({
  on: fc.constantFrom(...Object.keys(INDICATORS)),
  value: fc.constantFrom(...VALUES),
  unit: fc.constantFrom("CNY", "USD", "%", "1", "mu", "jin", "kW.h", "{trains}"),
  comparator: fc.constantFrom("=", ">", "<", "~", "nearly", ">=", "<="),
  asReported: fc.constantFrom(...NAMES),
  valid: fc.constantFrom(...TIMES),
  status: fc.constantFrom("actual", "ongoing", "planned", "expected", "target"),
  equivalents: fc.array(
    fc.record({ value: fc.constantFrom(...VALUES), unit: fc.constantFrom("USD", "ha", "t", "CNY") }),
    { maxLength: 2 },
  ),
});
const records = fc
  .tuple(fc.array(line, { maxLength: 10 }), fc.constantFrom(...NAMES))
  .map(([lines, name]) => {
    const dataset = figureRecords(
      INDICATORS,
      lines.map((one, i) => ({ ...one, id: `c${i}` }) as FigureLine),
    );
    const entities = dataset.entities.map((entity) => ({ ...entity, names: [{ value: name, lang: "en" }] }));
    return { ...dataset, entities } as DatasetRecords;
  });

describe("hostile figures", () => {
  it("come through conflicts, checks and selections without an exception", () => {
    fc.assert(
      fc.property(records, (dataset) => {
        const graph = assembleGraph(dataset);
        for (const { a, b, reason } of conflicts(graph, { certainty: "possible" })) {
          expect(a < b).toBe(true);
          expect(reason.length).toBeGreaterThan(20);
        }
        for (const { status, computed, inputs } of checkDerived(graph, { status: "any" })) {
          if (status === "agrees" || status === "disagrees") expect(inputs.length).toBeGreaterThan(0);
          if (computed && Number.isFinite(computed.value)) {
            expect(computed.low).toBeLessThanOrEqual(computed.value);
            expect(computed.high).toBeGreaterThanOrEqual(computed.value);
          }
        }
        for (const policy of SELECTION_POLICIES) {
          const ask = { subject: "region/xinjiang", indicator: "indicator/trade" } as const;
          const { chosen, passedOver } = select(graph, {
            ...ask,
            policy,
            status: "any",
            certainty: "possible",
          });
          expect(chosen !== undefined || passedOver.length === 0).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
