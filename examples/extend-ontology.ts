/** A kind and a relation of one's own beside the bundled ones, with the same types, checks and queries. */
import {
  assembleGraph,
  bundledRecords,
  defineKind,
  defineOntology,
  defineRelation,
  InvalidRecordError,
  query,
  xinjiangOntology,
} from "xinjiang-graph";

const ontology = defineOntology({
  ...xinjiangOntology,
  name: "warehouses",
  kinds: {
    ...xinjiangOntology.kinds,
    warehouse: defineKind({
      label: "warehouse",
      plural: "warehouses",
      description: "A building for goods",
      attributes: { floors: { type: "integer", description: "Storeys" } },
      iri: "https://example.org/Warehouse",
      color: "#7a5c3e",
    }),
  },
  relations: {
    ...xinjiangOntology.relations,
    serves: defineRelation({
      label: "serves",
      inverse: "servedBy",
      inverseLabel: "is served by",
      description: "A warehouse takes the goods of a port",
      between: { warehouse: ["port"] },
      time: "state",
      path: true,
      quantity: "none",
      template: "{subject} serves {object}",
      iri: "https://example.org/serves",
    }),
  },
});

const bundled = bundledRecords();
const register = {
  id: "register-2026",
  title: "Register of warehouses",
  publisher: { name: "Office", class: "other", classifiedBy: "me", classifiedOn: "2026-01-10" },
  genre: "register",
  language: "en",
  published: "2026-01-05",
  accessed: "2026-01-10",
} as const;
const citation = { source: register.id, readAs: "excerpt", voice: "narrated", stance: "asserts" } as const;
const store = { id: "warehouse/1", names: [{ value: "Store 1", lang: "en" }], floors: 2 };
const serves = {
  id: "store-1-serves-horgos",
  subject: "warehouse/1",
  relation: "serves",
  object: "port/horgos-road",
  valid: "2025-03/..",
  status: "actual",
  citations: [citation],
} as const;
const records = {
  ...bundled,
  sources: [...bundled.sources, register],
  entities: [...bundled.entities, store],
  claims: [...bundled.claims, serves],
};

const graph = assembleGraph(records, ontology);
const rows = query(graph).from("warehouse").as("warehouse").out("serves").out("opensTo").toArray();
for (const { warehouse, entity, claims } of rows) {
  const way = claims.map((claim) => claim.id).join(", ");
  console.log(`${warehouse.label} (${warehouse.floors} floors) is on the way to ${entity.label}: ${way}`);
}

try {
  const broken = [
    { ...store, floors: "two" },
    { ...store, id: "warehouse/2", flors: 3 },
  ];
  assembleGraph({ ...records, entities: [...bundled.entities, ...broken] }, ontology);
} catch (error) {
  if (!(error instanceof InvalidRecordError)) throw error;
  for (const issue of error.issues) console.log(`${issue.code} ${issue.id} ${issue.path}: ${issue.message}`);
}
