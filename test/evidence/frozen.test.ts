import { describe, expect, it } from "vitest";
import { loadXinjiang } from "../../src/dataset/bundled.ts";
import { conflicts } from "../../src/evidence/conflicts.ts";
import { coverage } from "../../src/evidence/coverage.ts";
import { checkDerived } from "../../src/evidence/derived.ts";
import { explain } from "../../src/evidence/explain.ts";
import { revisions } from "../../src/evidence/revisions.ts";
import { select } from "../../src/evidence/select.ts";
import { support } from "../../src/evidence/support.ts";
import { toCsv } from "../../src/format/csv.ts";
import { toGexf } from "../../src/format/gexf.ts";
import { freeze } from "../../src/graph/freeze.ts";

const live = loadXinjiang();
const frozen = freeze(live);
const trade = { subject: "region/xinjiang", indicator: "indicator/trade-value" } as const;

describe("evidence and formats of a frozen graph", () => {
  it("are those of the live one", () => {
    expect(conflicts(frozen)).toEqual(conflicts(live));
    expect(checkDerived(frozen)).toEqual(checkDerived(live));
    expect(revisions(frozen, { ...trade, at: "2023" })).toEqual(revisions(live, { ...trade, at: "2023" }));
    expect(coverage(frozen, { ...trade, at: "2020" })).toEqual(coverage(live, { ...trade, at: "2020" }));
    const policy = { ...trade, at: "2023", policy: "most precise" } as const;
    expect(select(frozen, policy)).toEqual(select(live, policy));
    for (const id of live.edges().slice(0, 200)) {
      expect(explain(frozen, id).text).toBe(explain(live, id).text);
      expect(support(frozen, id)).toEqual(support(live, id));
    }
    expect(toGexf(frozen).text).toBe(toGexf(live).text);
    expect(toCsv(frozen)).toEqual(toCsv(live));
  });
});
