/** N3's store: each claim a resource with its ends, relation and days, matched and joined by hand. */
import { DataFactory, Store } from "n3";
import { dayOf, timing } from "../times.mjs";

const { namedNode: iri, literal, quad } = DataFactory;
const term = (text) => iri(`urn:${text}`);
const P = Object.fromEntries(
  ["subject", "relation", "object", "window", "source"].map((name) => [name, iri(`urn:p:${name}`)]),
);

export const engine = {
  build(records) {
    const store = new Store();
    const days = timing(records);
    for (const claim of records.claims) {
      const node = term(claim.id);
      const { from, to, counts } = days(claim);
      store.addQuad(quad(node, P.subject, term(claim.subject)));
      store.addQuad(quad(node, P.relation, term(claim.relation)));
      store.addQuad(quad(node, P.object, term(claim.object)));
      store.addQuad(quad(node, P.window, literal(counts ? `${from} ${to}` : "none")));
      for (const { source } of claim.citations) store.addQuad(quad(node, P.source, term(source)));
    }
    return store;
  },
  answers: {
    neighbours: (store, { id, relation, at }) => [...near(store, id, relation, dayOf(at))],
    twoHop(store, { id, first, second, at }) {
      const far = new Set();
      for (const entity of near(store, id, first, dayOf(at)))
        for (const end of near(store, entity, second, dayOf(at))) far.add(end);
      return [...far];
    },
    source(store, { source, at }) {
      const day = dayOf(at);
      const found = [];
      store.forSubjects(
        (claim) => {
          if (holds(store, claim, day)) found.push(claim.value.slice(4));
        },
        P.source,
        term(source),
        null,
      );
      return found.sort();
    },
  },
};

function holds(store, claim, day) {
  const [window] = store.getObjects(claim, P.window, null);
  if (window.value === "none") return false;
  const [from, to] = window.value.split(" ");
  return Number(from) <= day && Number(to) >= day;
}

function near(store, id, relation, day) {
  const found = new Set();
  const wanted = term(relation);
  store.forSubjects(
    (claim) => {
      if (store.countQuads(claim, P.relation, wanted, null) === 0 || !holds(store, claim, day)) return;
      for (const object of store.getObjects(claim, P.object, null)) found.add(object.value.slice(4));
    },
    P.subject,
    term(id),
    null,
  );
  return found;
}
