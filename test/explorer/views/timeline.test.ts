import { describe, expect, it } from "vitest";
import type { AnyGraph } from "../../../examples/explorer/src/view.ts";
import { claimSpan, daysOf, firstSeen } from "../../../examples/explorer/src/views/claim-span.ts";
import { timeScale } from "../../../examples/explorer/src/views/time-axis.ts";
import { densityOf } from "../../../examples/explorer/src/views/timeline-density.ts";
import {
  axisDays,
  dayLines,
  headingText,
  rowText,
  timelineModel,
} from "../../../examples/explorer/src/views/timeline-model.ts";
import type { Grouping, GroupRow } from "../../../examples/explorer/src/views/timeline-rows.ts";
import { bundledSelection, claimOf } from "./selection.ts";

const selection = bundledSelection();
const isHeading = (row: GroupRow | number): row is GroupRow => typeof row !== "number";

describe("timelineModel", () => {
  it.each<Grouping>(["relation", "subject", "nothing"])("puts every claim on one row, by %s", (grouping) => {
    for (const time of ["valid", "reported"] as const) {
      const { rows } = timelineModel(selection, grouping, time);
      const claims = rows.filter((row) => typeof row === "number");
      expect(new Set(claims).size).toBe(selection.claims.length);
      expect(claims).toHaveLength(selection.claims.length);
      const counted = rows.filter(isHeading).reduce((sum, { count }) => sum + count, 0);
      expect(counted).toBe(grouping === "nothing" ? 0 : selection.claims.length);
    }
  });

  it("sorts each group by the first day to be seen", () => {
    const { rows } = timelineModel(selection, "relation", "valid");
    let last = -Infinity;
    for (const row of rows) {
      if (isHeading(row)) {
        last = -Infinity;
        continue;
      }
      const claim = selection.claims[row];
      const day = claim ? firstSeen(claimSpan(claim)) : Number.NaN;
      expect(day).toBeGreaterThanOrEqual(last);
      last = day;
    }
  });

  it("puts the claims of the chosen entity first, under its name", () => {
    const chosen = { ...selection, chosen: { entity: "port/horgos-road" } };
    const { rows } = timelineModel(chosen, "relation", "valid");
    const [heading, first] = rows;
    if (heading === undefined || !isHeading(heading)) throw new Error("The first row is no heading.");
    expect(headingText(chosen, "relation", heading)).toBe("Horgos Road Port");
    const touching = chosen.claims.filter((claim) =>
      [claim.subject, claim.object].includes("port/horgos-road"),
    );
    expect(heading.count).toBe(touching.length);
    expect(touching).toContain(chosen.claims[first as number]);
  });

  it("names relations as the ontology does, and says in a row what the heading does not", () => {
    const { rows } = timelineModel(selection, "relation", "valid");
    const names = rows.filter(isHeading).map((row) => headingText(selection, "relation", row));
    expect(names).toContain("opens to");
    const claim = selection.claims.find(({ relation }) => relation === "opensTo");
    if (!claim) throw new Error("No port opens to a country.");
    expect(rowText(selection, "relation", claim)).toMatch(/ → /);
    expect(rowText(selection, "subject", claim)).toMatch(/^opens to /);
  });

  it("places a claim by its publications, so far as one may know of them", () => {
    const id = "bri-core-area-part-of-bri";
    const until2024 = bundledSelection({ knownBy: "2024-12-31" });
    const spans = (one: typeof selection): number[] => {
      const { spans: all } = timelineModel(one, "nothing", "reported");
      return [...(all[one.claims.indexOf(claimOf(one, id))]?.attested ?? [])];
    };
    expect(spans(selection)).toEqual(
      ["2024-03-07", "2024-06-27", "2025-03-07", "2025-09-29"].map((text) => daysOf(text)[0]),
    );
    expect(spans(until2024)).toEqual(["2024-03-07", "2024-06-27"].map((text) => daysOf(text)[0]));
  });
});

describe("axisDays", () => {
  it("shows the years of most claims at first and reaches to all", () => {
    const { usual, limits } = axisDays(selection.graph, "valid");
    expect(limits[0]).toBeLessThan(daysOf("1956")[0]);
    expect(usual[0]).toBeGreaterThan(daysOf("2010")[0]);
    expect(usual[1]).toBeGreaterThan(daysOf("2025-01-01")[0]);
  });

  it("has days for a graph without claims", () => {
    const { usual } = axisDays(selection.graph.nullCopy() as AnyGraph, "valid");
    expect(usual[1]).toBeGreaterThan(usual[0]);
  });
});

describe("densityOf", () => {
  it("counts at each pixel what a look at every claim counts", () => {
    const spans = selection.claims.map(claimSpan);
    const scale = timeScale(daysOf("2023")[0], daysOf("2023")[0] + 399, 0, 400);
    const { certain, any, earlier, later } = densityOf(spans, scale);
    for (const at of [0, 100, 304, 399]) {
      const day = scale.first + at;
      expect(certain[at]).toBe(spans.filter(({ core }) => core && core[0] <= day && core[1] >= day).length);
      expect(any[at]).toBeGreaterThanOrEqual(certain[at] ?? 0);
    }
    expect(earlier + later).toBeGreaterThan(0);
    expect(earlier + later).toBeLessThan(spans.length);
  });
});

describe("dayLines", () => {
  it("covers all days of a month asked about", () => {
    const [line] = dayLines({ asOf: "2023-11" });
    expect([line?.first, line?.last]).toEqual([daysOf("2023-11-01")[0], daysOf("2023-11-30")[0]]);
    expect(dayLines({})).toEqual([]);
  });
});
