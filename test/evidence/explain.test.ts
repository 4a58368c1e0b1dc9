import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explain } from "../../src/evidence/explain.ts";
import { assembleGraph } from "../../src/graph/assemble.ts";
import { defineOntology, defineRelation } from "../../src/ontology/define.ts";
import { townDataset, townOntology } from "../arbitrary-dataset.ts";
import { citedGraph, excerpt, RECORDS, TEXTS } from "./cited-records.ts";

const graph = citedGraph();
const textOf = (claim: string): string => explain(graph, claim).text;

describe("explain", () => {
  it("names the speaker with the post of that day, the day of speaking and the publication", () => {
    expect(textOf("trade-2023-357-3bn")).toBe(
      "Chen Weijun, then executive vice chairman of the People's Government of Xinjiang, stated on 2024-05-21, " +
        "per State Council Information Office (government), published 2024-06-27: imports and exports of Xinjiang " +
        'in 2023: 357.3 billion CNY. The editors read "Last year" as 2023.',
    );
  });

  it("gives narration as the publisher's own voice, and one sentence to each citation", () => {
    expect(textOf("trade-2023-over-357bn")).toBe(
      "China Daily (state media) reported on 2024-03-07, in its own voice: imports and exports of Xinjiang in 2023: " +
        "over 357 billion CNY (49.6 billion USD). Portal (other) reported on 2024-03-08, in its own voice " +
        "(reprinting China Daily of 2024-03-07): imports and exports of Xinjiang in 2023: over 357 billion CNY " +
        "(49.6 billion USD).",
    );
  });

  it("reads a denial as denied, and says what is denied", () => {
    const { text, sentence } = explain(graph, "forces-criticize");
    expect(text).toBe(
      "Erkin Tuniyaz, then chairman of the People's Government of Xinjiang, denied, as paraphrased by China Daily " +
        "(state media), published 2024-03-07: what is said of Xinjiang by some forces on human rights " +
        "(characterized as: smears), as attested on 2024-03-07 (ongoing).",
    );
    expect(sentence).toContain("some forces criticizes Xinjiang on human rights");
  });

  it("denies the claim itself where the relation declares nothing else", () => {
    const denied = citedGraph([
      {
        ...{
          id: "denied",
          subject: "region/zone",
          relation: "borders",
          object: "region/xinjiang",
          valid: "2024",
        },
        ...{ subject: "region/xinjiang", object: "region/zone", status: "actual" },
        citations: [
          excerpt("scio-2024-06-27", { voice: "quoted", stance: "denies", speaker: "official/erkin" }),
        ],
      },
    ]);
    expect(explain(denied, "denied").text).toBe(
      "Erkin Tuniyaz denied on 2024-05-21, per State Council Information Office (government), published 2024-06-27: " +
        "Xinjiang borders the pilot zone in 2024.",
    );
  });

  it("keeps captions, premises of questions and what is passed on apart from statements", () => {
    expect(textOf("zone-launched")).toBe(
      "CGTN (state media) reported on 2024-11-01 (date in doubt), in a caption: the pilot zone: launched in Xinjiang " +
        "on 2023-11-01. The editors' inference: The day is that of the launch.",
    );
    expect(textOf("roads-concern-border")).toBe(
      "An outlet (question) said in a question on 2024-05-21, passing on what others said, per State Council " +
        "Information Office (government), published 2024-06-27: the pilot zone lies in the north-western border " +
        "region, as attested on 2024-05-21.",
    );
  });

  it("does not name a day of speaking that no source tells", () => {
    const spoken = citedGraph([
      {
        ...{
          id: "said",
          subject: "region/zone",
          relation: "locatedIn",
          object: "region/xinjiang",
          valid: "2024",
        },
        status: "planned",
        citations: [excerpt("daily-2025-03-07", { voice: "quoted", speakerDescription: "an official" })],
      },
    ]);
    const { text, citations } = explain(spoken, "said");
    expect(text).toBe(
      "An official, not named, stated, per China Daily (state media), published 2025-03-07 (read at ECNS): " +
        "the pilot zone lies in Xinjiang in 2024 (planned).",
    );
    expect(citations[0]?.stated).toEqual({ date: "2025-03-07", from: "publication" });
  });

  it("stretches no post: on another day none is named, and a doubtful day counts in its own document only", () => {
    const later = citedGraph([
      {
        ...{
          id: "later",
          subject: "region/zone",
          relation: "locatedIn",
          object: "region/xinjiang",
          valid: "2024",
        },
        status: "actual",
        citations: [
          excerpt("daily-2025-03-07", { voice: "quoted", speaker: "official/erkin" }),
          excerpt("scio-2024-06-27", { voice: "quoted", speaker: "official/erkin", stated: "2024-03" }),
        ],
      },
    ]);
    const [on2025, inMarch] = explain(later, "later").citations;
    expect(on2025?.speaker?.posts).toEqual([]);
    expect(inMarch?.speaker?.posts.map((post) => post.claim)).toEqual(["erkin-chairman-2024"]);
    expect(inMarch?.text).toContain("stated in 2024-03,");
    const [, , opinion] = explain(graph, "zone-first").citations;
    expect(opinion?.text).toMatch(
      /^Liu Chunsheng, then commentator of CGTN, wrote, per CGTN \(state media\),/,
    );
  });

  it("gives all of it as data", () => {
    const { claim, time, quantity, status, citations } = explain(graph, "trade-2023-over-357bn");
    expect(claim).toBe(graph.getEdgeAttributes("trade-2023-over-357bn"));
    expect(status).toBe("actual");
    expect(time).toEqual({
      written: "2023",
      attested: false,
      text: "in 2023",
      bounds: "2023-01-01 to 2023-12-31",
    });
    expect(quantity).toMatchObject({
      text: "over 357 billion CNY (49.6 billion USD)",
      value: 357e9,
      low: 357e9,
      high: Number.POSITIVE_INFINITY,
      comparator: ">",
      unit: "CNY",
      asReported: "more than 357 billion yuan",
    });
    expect(citations[1]).toMatchObject({
      source: "portal-2024-03-08",
      publisher: { name: "Portal", class: "other" },
      reprintOf: "daily-2024-03-07",
      readAs: "excerpt",
      voice: "narrated",
      stance: "asserts",
    });
    expect(citations[1]).not.toHaveProperty("url");
    expect(explain(graph, "trade-2023-357-33bn").citations[0]).toMatchObject({
      titleByEditors: true,
      host: "ECNS",
      url: "https://example.org/daily-2",
    });
  });

  it("looks at nothing later than the day asked for: no citation, day, name or post", () => {
    const early = explain(graph, "zone-first", { reportedBy: "2024-10-31" });
    expect(early.citations.map((citation) => citation.source)).toEqual(["daily-2024-03-07"]);
    expect(early.time).toMatchObject({ written: "2024-03-07", text: "as attested on 2024-03-07" });
    expect(early.sentence).not.toContain("2025");
    expect(explain(graph, "trade-2023-357-3bn", { reportedBy: "2024-06-01" })).toMatchObject({
      citations: [],
      text: "No citation of it was known by then.",
    });
    expect(explain(graph, "trade-2023-357-3bn", { statedBy: "2024-06-01" }).citations).toHaveLength(1);
  });

  it("calls entities by their names in the language asked for, and in English where there is none", () => {
    const { sentence, citations } = explain(graph, "trade-2023-357-3bn", { lang: "zh" });
    expect(sentence).toBe("进出口总额 of 新疆 in 2023: 357.3 billion CNY");
    expect(citations[0]?.speaker?.label).toBe("陈伟俊");
  });

  it("links to the passage where the caller hands the text in, also if it stands elsewhere in it", () => {
    const linkOf = (texts: Record<string, string>): string | undefined =>
      explain(graph, "trade-2023-357-33bn", { texts }).citations[0]?.link;
    const text = TEXTS["daily-2025-03-07"] as string;
    const link =
      "https://example.org/daily-2#:~:text=Imports%20and%20exports%20came%20to%20357.33%20billion%20yuan%20in%202023";
    expect(linkOf({ "daily-2025-03-07": text })).toBe(link);
    expect(linkOf({ "daily-2025-03-07": `Menu\n\n${text}` })).toBe(link);
    expect(linkOf({ "daily-2025-03-07": text.replace("357.33", "357.34") })).toBeUndefined();
    expect(linkOf({ "scio-2024-06-27": text })).toBeUndefined();
  });

  it("refuses unknown claims, options and texts by name", () => {
    expect(() => explain(graph, "trade-2023-357-3b")).toThrow(
      expect.objectContaining({ code: "graph/unknown-claim" }),
    );
    expect(() => explain(graph, "trade-2024", { reportBy: "2024" } as never)).toThrow(
      expect.objectContaining({ code: "query/unknown-option", path: "/reportBy" }),
    );
    expect(() => explain(graph, "trade-2024", { reportedBy: "2024~" })).toThrow(
      expect.objectContaining({ code: "query/indefinite-date" }),
    );
    expect(() => explain(graph, "trade-2024", { texts: { "daily-2025-03-07": 7 } as never })).toThrow(
      expect.objectContaining({ code: "query/not-a-text" }),
    );
  });

  it("attributes every sentence of any dataset, and never throws", () => {
    fc.assert(
      fc.property(townDataset, (records) => {
        const towns = assembleGraph(records, townOntology);
        towns.forEachEdge((id, { citations }) => {
          const explanation = explain(towns, id);
          expect(explanation.citations).toHaveLength(citations.length);
          for (const { text, source, stance } of explanation.citations) {
            expect(text).toContain(`${source} (other)`);
            expect(text.includes("denied")).toBe(stance === "denies");
          }
        });
      }),
    );
  });

  it("finds posts by what a user's own ontology declares", () => {
    const iri = "https://example.org/x";
    const shared = { quantity: "none", path: true, time: "state", iri } as const;
    const own = defineOntology({
      ...townOntology,
      relations: {
        ...townOntology.relations,
        runs: defineRelation({
          ...{ label: "runs", inverse: "runBy", inverseLabel: "is run by", description: "Runs a town" },
          ...shared,
          between: { person: ["town"] },
          attributes: { title: { type: "text", description: "As what" } },
          template: "{subject} runs {object}[ as {title}]",
          office: "[{title} of ]{object}",
        }),
      },
    });
    const person = { id: "person/p", names: [{ value: "Pat", lang: "en" }] };
    const town = { id: "town/t", names: [{ value: "Ton {subject} $& [x]", lang: "en" }] };
    const claims = [
      { id: "a", subject: "person/p", relation: "runs", object: "town/t", title: "mayor", valid: "2024" },
      { id: "b", subject: "person/p", relation: "livesIn", object: "town/t", valid: "2024" },
    ].map((claim) => ({
      ...claim,
      status: "actual" as const,
      citations: [excerpt("daily-2024-03-07", { voice: "quoted", speaker: "person/p" })],
    }));
    const towns = assembleGraph({ sources: RECORDS.sources, entities: [person, town], claims }, own);
    expect(explain(towns, "b").text).toBe(
      "Pat, then mayor of Ton {subject} $& [x], stated, per China Daily (state media), published 2024-03-07: " +
        "Pat lives in Ton {subject} $& [x] in 2024.",
    );
  });
});
