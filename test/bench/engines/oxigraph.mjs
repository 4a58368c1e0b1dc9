/** oxigraph, by SPARQL: each claim a resource with its ends, relation and days. */
import oxigraph from "oxigraph";
import { dayOf, timing } from "../times.mjs";

const where = (claim, from, relation, to) =>
  `${claim} <urn:p:subject> ${from} ; <urn:p:relation> <urn:${relation}> ; <urn:p:object> ${to} ; <urn:p:from> ${claim}f ; <urn:p:to> ${claim}t .`;
const held = (claim, day) => `FILTER(${claim}f <= ${day} && ${claim}t >= ${day})`;

export const engine = {
  build(records) {
    const store = new oxigraph.Store();
    const days = timing(records);
    const lines = [];
    for (const claim of records.claims) {
      const { from, to, counts } = days(claim);
      const node = `<urn:${claim.id}>`;
      lines.push(
        `${node} <urn:p:subject> <urn:${claim.subject}> ; <urn:p:relation> <urn:${claim.relation}> ; <urn:p:object> <urn:${claim.object}> .`,
      );
      if (counts) lines.push(`${node} <urn:p:from> ${from} ; <urn:p:to> ${to} .`);
      for (const { source } of claim.citations) lines.push(`${node} <urn:p:source> <urn:${source}> .`);
    }
    store.load(lines.join("\n"), { format: "text/turtle" });
    return store;
  },
  answers: {
    neighbours: (store, { id, relation, at }) =>
      list(
        store,
        `SELECT DISTINCT ?x { ${where("?c", `<urn:${id}>`, relation, "?x")} ${held("?c", dayOf(at))} }`,
      ),
    twoHop: (store, { id, first, second, at }) =>
      list(
        store,
        `SELECT DISTINCT ?x { ${where("?a", `<urn:${id}>`, first, "?y")} ${held("?a", dayOf(at))} ${where("?b", "?y", second, "?x")} ${held("?b", dayOf(at))} }`,
      ),
    source: (store, { source, at }) =>
      list(
        store,
        `SELECT ?x { ?x <urn:p:source> <urn:${source}> ; <urn:p:from> ?xf ; <urn:p:to> ?xt . ${held("?x", dayOf(at))} }`,
      ).sort(),
  },
};

const list = (store, sparql) => store.query(sparql).map((row) => row.get("x").value.slice(4));
