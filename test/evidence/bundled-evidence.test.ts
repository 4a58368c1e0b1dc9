/**
 * Evidence on the bundled dataset, asked for by what claims say, not by their ids, which may change.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { coverage } from "../../src/evidence/coverage.ts";
import { explain } from "../../src/evidence/explain.ts";
import { revisions } from "../../src/evidence/revisions.ts";
import { support } from "../../src/evidence/support.ts";
import { verifyCitations } from "../../src/evidence/verify.ts";
import { withdraw } from "../../src/evidence/withdraw.ts";
import type { KnowledgeGraph } from "../../src/graph/knowledge-graph.ts";
import type { AnyClaim } from "../../src/graph/read-graph.ts";

const generated = new URL("../../src/generated/dataset.ts", import.meta.url);
const compiled = existsSync(generated);
if (!compiled) console.warn("The dataset is not compiled (npm run data:compile): its evidence is not tested");

const folder = process.env.SOURCES_DIR;
const held = folder !== undefined && existsSync(join(folder, "index.json"));
if (!held) console.warn("SOURCES_DIR is not set: the dataset's citations are not verified");

async function load(): Promise<KnowledgeGraph> {
  const { loadXinjiang } = await import("../../src/dataset/bundled.ts");
  return loadXinjiang() as unknown as KnowledgeGraph;
}

/** Ids of the claims that fulfil a condition. */
function where(graph: KnowledgeGraph, test: (claim: AnyClaim) => boolean): string[] {
  return graph.filterEdges((_id, claim) => test(claim as unknown as AnyClaim));
}

function documents(graph: KnowledgeGraph): Record<string, string> {
  const index = JSON.parse(readFileSync(join(folder as string, "index.json"), "utf8")) as {
    file: string;
    url: string;
  }[];
  const texts: Record<string, string> = {};
  for (const source of Object.values(graph.getAttribute("sources"))) {
    const entry = index.find(({ url }) => url === source.url);
    if (entry) texts[source.id] = readFileSync(join(folder as string, entry.file), "utf8");
  }
  return texts;
}

describe.skipIf(!compiled)("the bundled dataset", () => {
  it("explains every claim with an attribution before every sentence", async () => {
    const graph = await load();
    graph.forEachEdge((id, { citations }) => {
      const { citations: explained, text, sentence } = explain(graph, id);
      expect(explained).toHaveLength(citations.length);
      expect(sentence).not.toMatch(/[{}[\]]|undefined| {2}/);
      expect(text.endsWith(".")).toBe(true);
      for (const { publisher, text: one } of explained) {
        const [lead = ""] = one.split(": ");
        expect(lead).toContain(`${publisher.name} (${publisher.class})`);
      }
    });
  });

  it("names the post that a speaker of the press conference held on that day", async () => {
    const graph = await load();
    const [trade] = where(
      graph,
      (claim) => claim.object === "indicator/trade-value" && claim.quantity?.value === "357.3e9",
    );
    expect(explain(graph, trade as string).text).toMatch(
      /^Chen Weijun, then executive vice chairman of .+, stated on 2024-05-21, per State Council Information Office \(government\), published 2024-06-27: .+ of Xinjiang in 2023: 357\.3 billion CNY\./,
    );
  });

  it("reads denials as denied, and nothing else", async () => {
    const graph = await load();
    graph.forEachEdge((id) => {
      for (const { stance, text } of explain(graph, id).citations)
        expect(/ denied[ ,]/.test(text.split(": ")[0] ?? "")).toBe(stance === "denies");
    });
  });

  it("finds the first free trade zone of the border region in three documents, two publishers, one class", async () => {
    const graph = await load();
    const [first, ...others] = where(
      graph,
      ({ subject, relation, object, rank }) =>
        relation === "ranked" && subject === "region/xinjiang-ftz" && rank === 1 && /border/.test(object),
    );
    expect(others).toEqual([]);
    expect(support(graph, first as string)).toMatchObject({
      documents: 3,
      publishers: 2,
      classes: 1,
      byClass: { "state media": { documents: 3, publishers: 2 } },
    });
  });

  it("follows the trade of 2023 through three reports, each more precise", async () => {
    const graph = await load();
    const asked = { subject: "region/xinjiang", indicator: "indicator/trade-value" } as const;
    const history = revisions(graph, { ...asked, during: "2023" }).find(({ time }) => time === "2023");
    expect(history?.reports.map(({ value }) => value)).toEqual([357e9, 357.3e9, 357.33e9]);
    expect(history?.steps.map(({ boundsMeet, onlyPrecision }) => [boundsMeet, onlyPrecision])).toEqual([
      [true, true],
      [true, true],
    ]);
  });

  it("accounts for every claim when a source is withdrawn, and leaves the graph as it was", async () => {
    const graph = await load();
    const before = JSON.stringify(graph.export().edges);
    for (const source of Object.keys(graph.getAttribute("sources"))) {
      const { falls, weakens, stands, toGraph } = withdraw(graph, source);
      expect(falls.length).toBeGreaterThan(0);
      expect(falls.length + weakens.length + stands).toBe(graph.size);
      expect(toGraph().size).toBe(graph.size - falls.length);
    }
    expect(JSON.stringify(graph.export().edges)).toBe(before);
  });

  it("tells what it is silent on from what lies outside it", async () => {
    const graph = await load();
    const trade = { subject: "region/xinjiang", indicator: "indicator/trade-value" } as const;
    expect(coverage(graph, { ...trade, at: "2023" }).value).toBe("attested");
    expect(coverage(graph, { ...trade, at: "2021" }).value).toBe("silent");
    expect(coverage(graph, { ...trade, at: "1850" }).value).toBe("outside");
    expect(coverage(graph, { subject: "region/nowhere" }).value).toBe("outside");
    const post = { subject: "official/chen-weijun", relation: "holdsOffice" } as const;
    expect(coverage(graph, { ...post, at: "2025" }).value).toBe("possible");
    const launch = {
      subject: "region/xinjiang-ftz",
      relation: "milestoneIn",
      object: "region/urumqi",
    } as const;
    expect(coverage(graph, { ...launch, at: "2019" }).value).toBe("no");
  });

  it.skipIf(!held)("verifies all its citations, and finds them again in another extraction", async () => {
    const graph = await load();
    const texts = documents(graph);
    const { totals } = await verifyCitations(graph, texts);
    expect(totals).toMatchObject({ moved: 0, ambiguous: 0, missing: 0, unverifiable: 0 });
    const others = Object.entries(texts).map(([id, text]): [string, string] => [
      id,
      `Menu\r\n${text
        .replace(/\n/g, "\r\n")
        .replace(/ (?=[A-Z])/g, "\u00a0")
        .normalize("NFD")}\r\nPrivacy`,
    ]);
    const again = await verifyCitations(graph, new Map(others));
    expect(again.totals).toMatchObject({ missing: 0, unverifiable: 0 });
    expect(again.totals.ambiguous).toBeLessThan(0.05 * again.citations.length);
  });

  it.skipIf(!held)("links nearly every citation to its passage", async () => {
    const graph = await load();
    const texts = documents(graph);
    const links: (string | undefined)[] = [];
    graph.forEachEdge((id) => {
      links.push(...explain(graph, id, { texts }).citations.map((citation) => citation.link));
    });
    expect(links.filter((link) => link !== undefined).length).toBeGreaterThan(0.95 * links.length);
    for (const link of links) if (link) expect(() => decodeURIComponent(new URL(link).hash)).not.toThrow();
  });
});
