import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Support, type SupportCounts, support } from "../../src/evidence/support.ts";
import { assembleGraph } from "../../src/graph/assemble.ts";
import type { Citation } from "../../src/model/citation.ts";
import type { ClaimRecord } from "../../src/model/claim.ts";
import type { Source } from "../../src/model/source.ts";
import { citedGraph, excerpt, RECORDS } from "./cited-records.ts";

const base = { subject: "region/zone", relation: "locatedIn", object: "region/xinjiang" } as const;

function supportOfCitations(citations: readonly Citation[], sources: readonly Source[] = []): Support {
  const claim = { ...base, id: "c", valid: "2024", status: "actual", citations } as ClaimRecord;
  const records = { ...RECORDS, sources: [...RECORDS.sources, ...sources], claims: [claim] };
  return support(assembleGraph(records), "c");
}

const publisher = (name: string, owner?: string): Source["publisher"] => ({
  ...{ name, class: "other", classifiedBy: "editors", classifiedOn: "2026" },
  ...(owner === undefined ? {} : { owner }),
});
const source = (id: string, rest: Partial<Source> = {}): Source => ({
  ...{ id, title: id, publisher: publisher(id), genre: "test", language: "en" },
  ...{ published: "2024", accessed: "2026-11-21", ...rest },
});

describe("support", () => {
  it("counts documents, publishers, owners, speakers and classes apart", () => {
    expect(support(citedGraph(), "zone-first")).toMatchObject({
      claims: ["zone-first"],
      citations: 3,
      documents: 3,
      publishers: 2,
      owners: 2,
      speakers: 1,
      classes: 1,
      independent: 2,
      byClass: { "state media": { documents: 3, publishers: 2 } },
      collapsed: [
        {
          kind: "same publisher",
          into: "China Daily",
          members: ["daily-2024-03-07", "daily-2025-03-07"],
          reason: "daily-2024-03-07 and daily-2025-03-07 are published by China Daily.",
        },
      ],
      denials: { citations: 0, documents: 0, collapsed: [], byClass: {} },
    });
  });

  it("counts a reprint as its original, also as to publisher and class", () => {
    expect(support(citedGraph(), "trade-2023-over-357bn")).toMatchObject({
      citations: 2,
      documents: 1,
      publishers: 1,
      byClass: { "state media": { documents: 1, publishers: 1 } },
      collapsed: [
        {
          kind: "repetition",
          into: "daily-2024-03-07",
          members: ["portal-2024-03-08"],
          reason:
            "portal-2024-03-08 goes back to daily-2024-03-07, by reprint or repetition, and counts as that document.",
        },
      ],
    });
  });

  it("follows repetitions through several steps, and to an original that it does not hold", () => {
    const chain = [
      source("first", { derivedFrom: "agency" }),
      source("second", { reprintOf: "first" }),
      source("third", { derivedFrom: "agency" }),
    ];
    const found = supportOfCitations(
      chain.map(({ id }) => excerpt(id)),
      chain,
    );
    expect(found).toMatchObject({
      documents: 1,
      publishers: 1,
      independent: 1,
      byClass: { unknown: { documents: 1, publishers: 1 } },
    });
    expect(found.collapsed[0]).toMatchObject({ into: "agency", members: ["first", "second", "third"] });
  });

  it("collapses several citations of one document and publishers of one owner, and says why", () => {
    const owned = [
      source("a", { publisher: publisher("A", "Group") }),
      source("b", { publisher: publisher("B", "Group") }),
      source("g", { publisher: publisher("Group") }),
    ];
    const found = supportOfCitations([excerpt("a"), excerpt("a"), excerpt("b"), excerpt("g")], owned);
    expect(found).toMatchObject({ citations: 4, documents: 3, publishers: 3, owners: 1, independent: 1 });
    expect(found.collapsed.map((collapse) => collapse.reason)).toEqual([
      "2 citations stand in one document, a.",
      "A, B and Group belong to one owner, Group.",
    ]);
  });

  it("counts one speaker in several documents once, and unnamed speakers by document", () => {
    const speaker = "official/erkin";
    const named = supportOfCitations([
      excerpt("daily-2024-03-07", { speaker, voice: "quoted" }),
      excerpt("scio-2024-06-27", { speaker, voice: "quoted" }),
    ]);
    expect(named).toMatchObject({ documents: 2, owners: 2, speakers: 1, independent: 1 });
    expect(named.collapsed).toEqual([
      {
        kind: "same speaker",
        into: speaker,
        members: ["daily-2024-03-07", "scio-2024-06-27"],
        reason: "In daily-2024-03-07 and scio-2024-06-27 it is official/erkin who speaks.",
      },
    ]);
    const unnamed = supportOfCitations([
      excerpt("daily-2024-03-07", { speakerDescription: "an official", voice: "quoted" }),
      excerpt("scio-2024-06-27", { speakerDescription: "an official", voice: "quoted" }),
    ]);
    expect(unnamed).toMatchObject({ speakers: 2, independent: 2 });
  });

  it("finds the most independent voices, however citations pair owners with speakers", () => {
    const found = supportOfCitations([
      excerpt("daily-2024-03-07", { speaker: "official/erkin", voice: "quoted" }),
      excerpt("daily-2024-03-07", { speaker: "official/chen-weijun", voice: "quoted" }),
      excerpt("scio-2024-06-27", { speaker: "official/erkin", voice: "quoted" }),
    ]);
    expect(found.independent).toBe(2);
  });

  it("keeps denials apart", () => {
    const found = supportOfCitations([
      excerpt("daily-2024-03-07"),
      excerpt("scio-2024-06-27", { stance: "denies", speaker: "official/erkin", voice: "quoted" }),
    ]);
    expect(found).toMatchObject({
      documents: 1,
      speakers: 0,
      denials: { citations: 1, documents: 1, speakers: 1, byClass: { government: { documents: 1 } } },
    });
  });

  it("counts only what one could know by a day", () => {
    const graph = citedGraph();
    expect(support(graph, "zone-first", { reportedBy: "2024-10-31" }).documents).toBe(1);
    expect(support(graph, "zone-first", { reportedBy: "2023" })).toMatchObject({
      citations: 0,
      independent: 0,
    });
    expect(support(graph, "trade-2023-357-3bn", { statedBy: "2024-05-31" }).documents).toBe(1);
  });

  it("takes in claims that say the same of other times, if asked", () => {
    const post = {
      relation: "holdsOffice",
      subject: "official/erkin",
      role: "chairman",
      status: "actual",
    } as const;
    const graph = citedGraph([
      {
        ...post,
        ...{ id: "erkin-chairman-2025", object: "organization/government", attested: ["2025-03-07"] },
        inferred: "He is called so.",
        citations: [excerpt("daily-2025-03-07")],
      },
      {
        ...{ ...post, role: "head", id: "erkin-head-2025", object: "organization/government" },
        attested: ["2025-03-07"],
        citations: [excerpt("scio-2024-06-27")],
      },
    ]);
    expect(support(graph, "erkin-chairman-2024").documents).toBe(1);
    expect(support(graph, "erkin-chairman-2024", { otherTimes: true })).toMatchObject({
      claims: ["erkin-chairman-2024", "erkin-chairman-2025"],
      documents: 2,
      publishers: 1,
    });
  });

  it("refuses unknown claims and options", () => {
    expect(() => support(citedGraph(), "zone-frst")).toThrow(/did you mean "zone-first"/);
    expect(() => support(citedGraph(), "zone-first", { reportedby: "2024" } as never)).toThrow(
      expect.objectContaining({ code: "query/unknown-option" }),
    );
  });

  it("never falls when a citation is added that bears the claim", () => {
    const ids = ["s1", "s2", "s3", "s4", "s5"];
    const sources = fc.tuple(
      ...ids.map((id) =>
        fc
          .record({
            name: fc.constantFrom("P", "Q", "R"),
            owner: fc.constantFrom(undefined, "O", "P"),
            reprintOf: fc.constantFrom(undefined, undefined, ...ids, "gone"),
            derivedFrom: fc.constantFrom(undefined, undefined, ...ids),
          })
          .map(({ name, owner, ...links }) =>
            source(id, {
              publisher: publisher(name, owner),
              ...(Object.fromEntries(Object.entries(links).filter(([, link]) => link)) as Partial<Source>),
            }),
          ),
      ),
    );
    const citation = fc
      .record({
        source: fc.constantFrom(...ids),
        speaker: fc.constantFrom(undefined, "official/erkin", "official/liu"),
        stance: fc.constantFrom("asserts" as const, "reports" as const, "denies" as const),
      })
      .map(({ source: id, speaker, stance }) => excerpt(id, { stance, ...(speaker && { speaker }) }));
    const counts = ({ byClass, ...rest }: SupportCounts): number[] => [
      ...(
        ["citations", "documents", "publishers", "owners", "speakers", "classes", "independent"] as const
      ).map((name) => rest[name]),
      ...["other", "unknown"].flatMap((name) => {
        const found = byClass[name as "other"];
        return [found?.documents ?? 0, found?.publishers ?? 0];
      }),
    ];
    fc.assert(
      fc.property(
        sources,
        fc.array(citation, { minLength: 1, maxLength: 7 }),
        citation,
        (held, all, more) => {
          const before = supportOfCitations(all, held);
          const after = supportOfCitations([...all, more], held);
          counts(after).forEach((count, i) => {
            expect(count).toBeGreaterThanOrEqual(counts(before)[i] as number);
          });
          counts(after.denials).forEach((count, i) => {
            expect(count).toBeGreaterThanOrEqual(counts(before.denials)[i] as number);
          });
          const { independent, owners, documents, citations } = after;
          expect(independent <= owners && owners <= documents && documents <= citations).toBe(true);
        },
      ),
    );
  });
});
