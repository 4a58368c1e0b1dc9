import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assembleGraph } from "../../src/graph/assemble.ts";
import { claimsBeside } from "../../src/graph/claim-layout.ts";
import { citationDays, claimBounds } from "../../src/graph/claim-times.ts";
import type { KnowledgeGraph } from "../../src/graph/knowledge-graph.ts";
import { claimNumbers, entityNumbers } from "../../src/graph/read-graph.ts";
import { type GraphLike, readGraph } from "../../src/graph/temporal-index.ts";
import type { ClaimCore } from "../../src/model/claim.ts";
import { timeBehaviourOf } from "../../src/ontology/ontology.ts";
import { claims, claimsOf } from "../../src/query/claims.ts";
import { snapshot } from "../../src/query/snapshot.ts";
import { answerTime, type Certainty, compileTimeClause } from "../../src/time/time-question.ts";
import { townDataset, townOntology, validTime } from "../arbitrary-dataset.ts";
import { townGraph } from "../query/towns.ts";

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

const town = (id: string): object => ({
  id,
  kind: "town",
  label: id,
  names: [{ value: id, lang: "en" }],
});

const timed = (attributes: object, valid: string): object => ({ ...attributes, valid, attested: undefined });

/** What an index holds, in words that do not depend on how claims and entities are numbered. */
function contents(graph: GraphLike): unknown {
  const read = readGraph(graph);
  const { subject: _subject, object: _object, ...rest } = read.columns;
  const columns = Object.values({ ...rest });
  const claimAt = (claim: number): unknown => [
    read.claimId(claim),
    read.claim(claim),
    ...columns.map((column) => column[claim]),
    read.entityId(read.columns.subject[claim] as number),
    read.entityId(read.columns.object[claim] as number),
  ];
  const entities = entityNumbers(read).map((number) => {
    const runs = (["out", "in"] as const).map((side) =>
      claimsBeside(read, number, side).map((claim) => read.claimId(claim)),
    );
    const same = read.entityNumber(read.entityId(number)) === number;
    return [read.entityId(number), read.entity(number), ...runs, same];
  });
  const numbers = claimNumbers(read);
  for (const number of numbers) expect(read.claimNumber(read.claimId(number))).toBe(number);
  return {
    claims: numbers.map(claimAt).sort(),
    entities: entities.sort(),
    kinds: ["town", "person", "measure"].map((kind) =>
      read.entitiesOfKind(kind).map((entity) => read.entityId(entity)),
    ),
    sources: ["s1", "s2", "s3"].map((source) =>
      [...read.claimsOfSource(source)].map((claim) => read.claimId(claim)).sort(),
    ),
    named: ["renamed", "town/a", "people"].map((name) =>
      [...read.entitiesNamed(name)].map((entity) => read.entityId(entity)).sort(),
    ),
  };
}

function expectFresh(graph: GraphLike): void {
  if (!graph.getAttribute("ontology")) return;
  expect(contents(graph)).toEqual(contents(graph.copy()));
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

  it("is, after any edits between any questions, the index of a graph built anew", () => {
    const some = fc.nat(20);
    const edit = fc.oneof(
      fc.record({ do: fc.constant("add" as const), which: some, valid: validTime }),
      fc.record({ do: fc.constant("add" as const), which: some, valid: validTime }),
      fc.record({ do: fc.constant("drop" as const), which: some }),
      fc.record({ do: fc.constant("dropAndAddAgain" as const), which: some, valid: validTime }),
      fc.record({ do: fc.constant("set" as const), which: some, valid: validTime }),
      fc.record({ do: fc.constant("replace" as const), which: some, valid: validTime }),
      fc.record({ do: fc.constant("recite" as const), which: some }),
      fc.record({ do: fc.constant("colour" as const), which: some }),
      fc.record({ do: fc.constant("rename" as const), which: some }),
      fc.record({ do: fc.constant("remeasure" as const), which: some }),
      fc.record({ do: fc.constant("addTown" as const), which: some }),
      fc.record({ do: fc.constant("dropTown" as const), which: some }),
      fc.record({ do: fc.constant("redate" as const), which: some, inPlace: fc.boolean() }),
      fc.record({ do: fc.constant("import" as const), which: some }),
      fc.record({ do: fc.constant("updateEach" as const), which: some }),
      fc.record({ do: fc.constant("clearEdges" as const), which: some }),
      fc.record({ do: fc.constant("clear" as const), which: some }),
    );
    const step = fc.record({ edit, ask: fc.boolean() });
    fc.assert(
      fc.property(townDataset, fc.array(step, { maxLength: 12 }), (records, steps) => {
        const graph = assembleGraph(records, townOntology) as unknown as GraphLike;
        expectFresh(graph);
        let added = 0;
        const nth = (keys: readonly string[], which: number): string | undefined => keys[which % keys.length];
        for (const { edit: one, ask } of steps) {
          const edge = nth(graph.edges(), one.which);
          const node = nth(graph.nodes(), one.which);
          if (one.do === "clear") graph.clear();
          else if (one.do === "clearEdges") graph.clearEdges();
          else if (one.do === "updateEach") {
            graph.updateEachNodeAttributes((_id, attributes) => ({ ...attributes, measure: "stock" }));
            graph.updateEachEdgeAttributes((_id, attributes) => ({ ...attributes, status: "actual" }));
          } else if (one.do === "import") {
            const id = `town/i${added++}`;
            const loop = edge && {
              ...graph.getEdgeAttributes(edge),
              id: `${id}-loop`,
              relation: "twinnedWith",
            };
            graph.import({
              nodes: [{ key: id, attributes: town(id) }],
              edges: loop ? [{ key: loop.id, source: id, target: id, attributes: loop }] : [],
            });
          } else if (one.do === "addTown") graph.mergeNode(`town/n${one.which}`, town(`town/n${one.which}`));
          else if (one.do === "redate") {
            const sources = graph.getAttribute("sources");
            const redated = { ...sources.s1, published: `20${10 + one.which}` };
            if (one.inPlace) graph.updateAttribute("sources", () => Object.assign(sources, { s1: redated }));
            else graph.setAttribute("sources", { ...sources, s1: redated });
          } else if (node !== undefined && one.do === "dropTown") graph.dropNode(node);
          else if (node !== undefined && one.do === "rename")
            graph.setNodeAttribute(node, "names", [{ value: "Renamed", lang: "en" }]);
          else if (one.do === "remeasure") {
            const measure = one.which % 2 ? "measure/people" : "measure/births";
            if (!graph.hasNode(measure)) continue;
            graph.updateNodeAttribute(measure, "measure", (was) => (was === "stock" ? "flow" : "stock"));
          } else if (edge === undefined) continue;
          else if (one.do === "drop") graph.dropEdge(edge);
          else if (one.do === "set") graph.setEdgeAttribute(edge, "valid", one.valid);
          else if (one.do === "colour") graph.mergeEdgeAttributes(edge, { color: "#000000" });
          else if (one.do === "recite")
            graph.updateEdgeAttribute(edge, "citations", (was) => [{ ...was[0], source: "s2" }]);
          else if (one.do === "replace")
            graph.replaceEdgeAttributes(edge, { ...timed(graph.getEdgeAttributes(edge), one.valid) });
          else if (one.do === "add" || one.do === "dropAndAddAgain") {
            const [subject, object] = graph.extremities(edge) as [string, string];
            const attributes = timed(graph.getEdgeAttributes(edge), one.valid);
            if (one.do === "dropAndAddAgain") graph.dropEdge(edge);
            const id = one.do === "add" ? `new${added++}` : edge;
            graph.addDirectedEdgeWithKey(id, object, subject, { ...attributes, id });
          }
          if (ask) expectFresh(graph);
        }
        expectFresh(graph);
      }),
    );
  });

  it("keeps a snapshot as the graph was when it was taken", () => {
    const graph = townGraph();
    const then = snapshot(graph, { at: "2023-05-15" });
    const ids = [...then.claims()];
    graph.dropEdge(ids[0] as string);
    graph.dropNode("town/d");
    expect(claims(graph, { at: "2023-05-15" }).length).toBeLessThan(ids.length);
    expect(then.claims()).toEqual(ids);
    expect(then.size).toBe(ids.length);
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
