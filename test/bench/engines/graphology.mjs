/**
 * graphology as one uses it: filters in callbacks over its own edges. Twice: with the records as they are, whose times
 * are read in the callback, and with the days worked out beforehand and kept as numbers among the attributes. The
 * records have the same attributes as in the library, labels among them.
 */
import { createRequire } from "node:module";
import { dayOf, timing } from "../times.mjs";

const { MultiDirectedGraph } = createRequire(new URL("../../../package.json", import.meta.url))("graphology");

/** Reads the time of a record, or takes the days that it carries. */
let daysOf;

const holds = (claim, day) => {
  const { counts, from, to } = daysOf(claim);
  return counts && from <= day && to >= day;
};

function near(graph, id, relation, day, found) {
  graph.forEachOutEdge(id, (_edge, claim, _source, target) => {
    if (claim.relation === relation && holds(claim, day)) found.add(target);
  });
}

export const engineOf = (prepared) => ({
  build(records) {
    const graph = new MultiDirectedGraph();
    const days = timing(records);
    daysOf = prepared ? (claim) => claim : days;
    for (const entity of records.entities)
      graph.addNode(entity.id, { ...entity, label: entity.names[0].value });
    for (const claim of records.claims)
      graph.addDirectedEdgeWithKey(claim.id, claim.subject, claim.object, {
        ...claim,
        label: claim.relation,
        ...(prepared && days(claim)),
      });
    return graph;
  },
  answers: {
    neighbours(graph, { id, relation, at }) {
      const found = new Set();
      near(graph, id, relation, dayOf(at), found);
      return [...found];
    },
    twoHop(graph, { id, first, second, at }) {
      const [close, far] = [new Set(), new Set()];
      near(graph, id, first, dayOf(at), close);
      for (const entity of close) near(graph, entity, second, dayOf(at), far);
      return [...far];
    },
    path(graph, { from, to, at }) {
      const day = dayOf(at);
      if (from === to) return 0;
      const seen = new Set([from]);
      for (let frontier = [from], steps = 1; frontier.length > 0; steps++) {
        const next = [];
        for (const entity of frontier) {
          const found = graph.findEdge(entity, (_edge, claim, source, target) => {
            const other = source === entity ? target : source;
            if (seen.has(other) || !holds(claim, day)) return false;
            seen.add(other);
            next.push(other);
            return other === to;
          });
          if (found !== undefined) return steps;
        }
        frontier = next;
      }
      return -1;
    },
    timeline(graph, { id }) {
      const found = [];
      graph.forEachEdge(id, (edge, claim) => {
        const { counts, start, end } = daysOf(claim);
        if (counts) found.push([edge, start, end]);
      });
      found.sort((a, b) => a[1] - b[1] || a[2] - b[2] || (a[0] < b[0] ? -1 : 1));
      return found.map(([edge]) => edge);
    },
    source(graph, { source, at }) {
      const day = dayOf(at);
      return graph.filterEdges(
        (_edge, claim) => holds(claim, day) && claim.citations.some((one) => one.source === source),
      );
    },
    snapshot(graph, { at }) {
      const day = dayOf(at);
      const held = new Set();
      graph.forEachEdge((edge, claim) => {
        if (holds(claim, day)) held.add(edge);
      });
      return held.size;
    },
    topDegree(graph, { at, limit }) {
      const day = dayOf(at);
      const degrees = new Map();
      const count = (id) => degrees.set(id, (degrees.get(id) ?? 0) + 1);
      graph.forEachEdge((_edge, claim, source, target) => {
        if (!holds(claim, day)) return;
        count(source);
        count(target);
      });
      return [...degrees].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, limit);
    },
  },
});

export const engine = engineOf(false);
