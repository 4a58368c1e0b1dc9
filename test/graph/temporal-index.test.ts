import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assembleGraph } from "../../src/graph/assemble.ts";
import { citationDays, claimBounds } from "../../src/graph/claim-times.ts";
import type { KnowledgeGraph } from "../../src/graph/knowledge-graph.ts";
import { readGraph } from "../../src/graph/temporal-index.ts";
import type { ClaimCore } from "../../src/model/claim.ts";
import { timeBehaviourOf } from "../../src/ontology/ontology.ts";
import { claims, claimsOf } from "../../src/query/claims.ts";
import { answerTime, type Certainty, compileTimeClause } from "../../src/time/time-question.ts";
import { townDataset, townOntology, validTime } from "../arbitrary-dataset.ts";

type TownGraph = KnowledgeGraph<typeof townOntology>;

/** What a query should answer, from the records alone, without columns, runs or caches. */
function naive(
  graph: TownGraph,
  keep: (claim: ClaimCore) => boolean,
  at?: string,
  certainty: "certain" | "possible" = "certain",
): Map<string, Certainty> {
  const found = new Map<string, Certainty>();
  graph.forEachEdge((id, attributes) => {
    const claim = attributes as ClaimCore;
    if (!keep(claim) || !["actual", "ongoing"].includes(claim.status)) return;
    if (claim.citations.every((citation) => citation.stance === "denies")) return;
    const sources = graph.getAttribute("sources");
    const days = claim.citations.map((citation) => citationDays(citation, sources[citation.source]));
    const relation = townOntology.relations[claim.relation as keyof typeof townOntology.relations];
    const behaviour = timeBehaviourOf(relation, graph.getNodeAttributes(claim.object));
    const held =
      at === undefined
        ? "certain"
        : answerTime(compileTimeClause({ at }), claimBounds(claim, behaviour, days));
    if (held === "certain" || (held === "possible" && certainty === "possible")) found.set(id, held);
  });
  return found;
}

const definite = fc.oneof(
  fc.integer({ min: 2017, max: 2027 }).map(String),
  fc.integer({ min: 1, max: 12 }).map((m) => `2023-${String(m).padStart(2, "0")}`),
);

describe("the index of a live graph", () => {
  it("answers as a scan of the records does, for any question", () => {
    fc.assert(
      fc.property(
        townDataset,
        definite,
        fc.constantFrom("certain" as const, "possible" as const),
        (records, at, certainty) => {
          const graph = assembleGraph(records, townOntology);
          const rows = claims(graph, { at, certainty });
          expect(new Map(rows.map((row) => [row.claim.id, row.certainty]))).toEqual(
            naive(graph, () => true, at, certainty),
          );
          for (const town of ["town/a", "town/b"]) {
            const of = claimsOf(graph, town, { at, certainty });
            expect(new Set(of.map((row) => row.claim.id))).toEqual(
              new Set(
                naive(
                  graph,
                  (claim) => claim.subject === town || claim.object === town,
                  at,
                  certainty,
                ).keys(),
              ),
            );
          }
        },
      ),
    );
  });

  it("follows every edit: added, dropped and changed claims, dropped entities, a cleared graph", () => {
    const edit = fc.oneof(
      fc.record({ do: fc.constant("drop" as const), which: fc.nat(20) }),
      fc.record({ do: fc.constant("retime" as const), which: fc.nat(20), valid: validTime }),
      fc.record({ do: fc.constant("restatus" as const), which: fc.nat(20) }),
      fc.record({ do: fc.constant("add" as const), which: fc.nat(20), valid: validTime }),
      fc.record({ do: fc.constant("dropTown" as const) }),
      fc.record({ do: fc.constant("clearEdges" as const) }),
    );
    fc.assert(
      fc.property(townDataset, fc.array(edit, { maxLength: 8 }), (records, edits) => {
        const graph = assembleGraph(records, townOntology);
        let added = 0;
        for (const step of edits) {
          const edges = graph.edges();
          const edge = "which" in step ? edges[step.which % Math.max(edges.length, 1)] : undefined;
          if (step.do === "clearEdges") graph.clearEdges();
          else if (step.do === "dropTown") {
            if (graph.hasNode("town/d")) graph.dropNode("town/d");
          } else if (edge === undefined) continue;
          else if (step.do === "drop") graph.dropEdge(edge);
          else if (step.do === "restatus") graph.setEdgeAttribute(edge, "status", "planned");
          else if (step.do === "retime")
            graph.mergeEdgeAttributes(edge, { valid: step.valid, attested: undefined } as never);
          else {
            const attributes = {
              ...graph.getEdgeAttributes(edge),
              id: `new${added}`,
              valid: step.valid,
              attested: undefined,
            };
            graph.addDirectedEdgeWithKey(
              `new${added++}`,
              graph.source(edge),
              graph.target(edge),
              attributes as never,
            );
          }
          const rows = claims(graph, { at: "2023", certainty: "possible" });
          expect(new Map(rows.map((row) => [row.claim.id, row.certainty]))).toEqual(
            naive(graph, () => true, "2023", "possible"),
          );
        }
      }),
    );
  });

  it("sees a symmetric claim once from either end, and a self-loop once", () => {
    const source = {
      id: "s",
      title: "s",
      publisher: { name: "s", class: "other", classifiedBy: "n", classifiedOn: "2026" },
      genre: "g",
      language: "en",
      published: "2024",
      accessed: "2026",
    } as const;
    const cited = [{ source: "s", readAs: "excerpt", voice: "narrated", stance: "asserts" }] as const;
    const town = (id: string): object => ({ id, names: [{ value: id, lang: "en" }] });
    const twins = { relation: "twinnedWith", valid: "2020", status: "actual", citations: cited };
    const graph = assembleGraph(
      {
        sources: [source],
        entities: [town("town/a"), town("town/b")] as never,
        claims: [
          { id: "ab", subject: "town/a", object: "town/b", ...twins },
          { id: "aa", subject: "town/a", object: "town/a", ...twins },
        ] as never,
      },
      townOntology,
    );
    for (const direction of ["out", "in", "both"] as const) {
      expect(claimsOf(graph, "town/a", { direction }).map((row) => row.claim.id)).toEqual(["aa", "ab"]);
      expect(claimsOf(graph, "town/b", { direction }).map((row) => row.other)).toEqual(["town/a"]);
    }
  });

  it("tells a graph that is none of its own by name", async () => {
    const { MultiDirectedGraph } = await import("graphology");
    expect(() => readGraph(new MultiDirectedGraph())).toThrow(
      expect.objectContaining({ code: "graph/not-a-knowledge-graph" }),
    );
  });
});
