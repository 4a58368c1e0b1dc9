/** The bundled ontology with a kind and a relation of one's own, for type tests. */
import { defineKind, defineOntology, defineRelation, xinjiangOntology } from "../../src/index.ts";

export const warehouseOntology = defineOntology({
  ...xinjiangOntology,
  kinds: {
    ...xinjiangOntology.kinds,
    warehouse: defineKind({
      label: "warehouse",
      plural: "warehouses",
      description: "A store",
      attributes: { floors: { type: "integer", description: "Storeys" } },
      iri: "https://example.org/warehouse",
      color: "#123456",
    }),
  },
  relations: {
    ...xinjiangOntology.relations,
    stands: defineRelation({
      label: "stands in",
      inverse: "holds",
      inverseLabel: "holds",
      description: "Where a warehouse stands",
      between: { warehouse: ["region"] },
      time: "state",
      path: true,
      quantity: "none",
      template: "{subject} stands in {object}",
      iri: "https://example.org/stands",
    }),
  },
});
