/**
 * The library through its free functions: live, live with one claim in a hundred added after the index, frozen. And
 * through its builder, on the live and the frozen graph.
 */
import { syntheticOntology } from "../synthetic.mjs";

export async function libraryEngine(name, library) {
  const L = await import(library);
  const ontology = syntheticOntology(L);
  const builds = {
    live(records) {
      const graph = L.buildGraph(copy(records), ontology);
      L.readGraph(graph);
      return graph;
    },
    delta(records) {
      const { claims, ...rest } = copy(records);
      const late = (_, i) => i % 100 === 99;
      const graph = L.buildGraph({ ...rest, claims: claims.filter((claim, i) => !late(claim, i)) }, ontology);
      L.readGraph(graph);
      for (const claim of claims.filter(late))
        graph.addDirectedEdgeWithKey(claim.id, claim.subject, claim.object, {
          ...claim,
          label: claim.relation,
        });
      L.readGraph(graph);
      return graph;
    },
    frozen: (records) => L.openFrozen(L.frozenFromRecords(records, ontology).toBuffer(), ontology),
  };
  const out = (at) => ({ direction: "out", at });
  if (name.startsWith("builder")) {
    const from = (graph, id, at) => L.query(graph).from(id).at(at);
    return {
      build: name === "builder" ? builds.live : builds.frozen,
      answers: {
        neighbours: (graph, { id, relation, at }) => ids(from(graph, id, at).out(relation).distinct()),
        twoHop: (graph, { id, first, second, at }) =>
          ids(from(graph, id, at).out(first).out(second).distinct()),
      },
    };
  }
  return {
    build: builds[name],
    answers: {
      neighbours: (graph, { id, relation, at }) => L.neighborIds(graph, id, relation, out(at)),
      twoHop: (graph, { id, first, second, at }) =>
        L.neighborIds(graph, L.neighborIds(graph, id, first, out(at)), second, out(at)),
      path: (graph, { from, to, at }) => L.shortestPath(graph, from, to, { at }).path?.steps.length ?? -1,
      timeline: (graph, { id }) => L.timelineIds(graph, id),
      source: (graph, { source, at }) => L.claimIds(graph, { source, at }),
      snapshot: (graph, { at }) => L.snapshot(graph, { at }).size,
      counted(graph, { at }) {
        const { size, setAside } = L.snapshot(graph, { at });
        return [size, setAside.status, setAside.time, setAside.certainty];
      },
      topDegree: (graph, asked) => L.topDegree(graph, asked).map((row) => [row.id, row.degree]),
    },
    /** The same with whole rows: entities, claims, certainties. */
    rows: {
      neighbours: (graph, { id, relation, at }) =>
        L.neighbors(graph, id, relation, out(at)).map((row) => row.id),
      timeline: (graph, { id }) => L.timeline(graph, id).map((row) => row.claim.id),
      source: (graph, { source, at }) => L.claims(graph, { source, at }).map((row) => row.claim.id),
    },
  };
}

const ids = (query) => query.toArray().map((row) => row.id);

const copy = ({ sources, entities, claims }) => ({
  sources,
  entities: entities.map((entity) => ({ ...entity })),
  claims: claims.map((claim) => ({ ...claim })),
});
