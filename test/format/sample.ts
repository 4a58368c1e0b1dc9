/**
 * Graphs to export: one with a claim of every sort, one with hostile texts in every field, one with nothing.
 */
import { buildGraph } from "../../src/graph/build.ts";
import type { KnowledgeGraph } from "../../src/graph/knowledge-graph.ts";
import { validateRecords } from "../../src/graph/validate.ts";
import type { Citation } from "../../src/model/citation.ts";
import type { ClaimRecord } from "../../src/model/claim.ts";
import type { DatasetRecords } from "../../src/model/record.ts";
import type { Source } from "../../src/model/source.ts";
import { defineKind, defineOntology, defineRelation, type Ontology } from "../../src/ontology/define.ts";

const iri = "https://example.org/depots";

/** Kinds and relations with attributes of every type and names that libraries use for something else. */
export const depotOntology = defineOntology({
  name: "depots",
  iri,
  kinds: {
    depot: defineKind({
      label: "depot",
      plural: "depots",
      description: "A store of goods",
      attributes: {
        east: { type: "longitude", description: "Longitude" },
        north: { type: "latitude", description: "Latitude" },
        goods: { type: "list", description: "What it stores" },
        area: { type: "number", description: "Square metres" },
        doors: { type: "integer", description: "How many doors" },
        heated: { type: "boolean", description: "Whether it is heated" },
        parent: { type: "reference", description: "Depot that it belongs to" },
        partners: { type: "references", description: "Depots that it works with" },
        index: { type: "integer", description: "A name that d3 writes on" },
      },
      iri: `${iri}#Depot`,
      color: "#b8572f",
    }),
    firm: defineKind({
      label: "firm",
      plural: "firms",
      description: "A firm",
      attributes: { area: { type: "text", description: "A text here, a number of depots" } },
      iri: "schema:Organization",
      color: "#2f6f9f",
    }),
    figure: defineKind({
      label: "figure",
      plural: "figures",
      description: "What is measured",
      attributes: {
        measure: { type: "text", required: true, values: ["stock", "flow"], description: "Sort" },
      },
      iri: `${iri}#Figure`,
      color: "#808080",
    }),
  },
  relations: {
    storesFor: defineRelation({
      label: "stores for",
      inverse: "storedBy",
      inverseLabel: "is stored by",
      description: "A depot stores goods for a firm",
      between: { depot: ["firm", "depot"] },
      attributes: {
        unit: { type: "text", description: "Also a column of quantities" },
        weight: { type: "text", description: "A text that readers take for a number" },
        share: { type: "number", description: "Share of the depot" },
        under: { type: "reference", description: "Firm under whose name" },
      },
      time: "state",
      path: true,
      quantity: "optional",
      template: "{subject} stores for {object}",
      iri: `${iri}#storesFor`,
    }),
    nextTo: defineRelation({
      label: "stands next to",
      inverse: "nextTo",
      inverseLabel: "stands next to",
      description: "Two depots stand side by side",
      between: { depot: ["depot"] },
      symmetric: true,
      time: "state",
      path: true,
      quantity: "none",
      template: "{subject} stands next to {object}",
      iri: `${iri}#nextTo`,
    }),
    opened: defineRelation({
      label: "opened",
      inverse: "openedBy",
      inverseLabel: "was opened by",
      description: "A firm opened a depot",
      between: { firm: ["depot"] },
      time: "event",
      path: true,
      quantity: "none",
      template: "{subject} opened {object}",
      iri: `${iri}#opened`,
    }),
    observed: defineRelation({
      label: "observed",
      inverse: "observedOf",
      inverseLabel: "observed of",
      description: "A figure of a depot",
      between: { depot: ["figure"] },
      time: "measured",
      path: false,
      quantity: "required",
      template: "{object} of {subject}",
      iri: `${iri}#observed`,
    }),
  },
});

const source = (id: string, rest: Partial<Source> = {}): Source => ({
  id,
  title: `Title of ${id}`,
  publisher: { name: `${id} Press`, class: "company", classifiedBy: "editors", classifiedOn: "2026-11-21" },
  genre: "report",
  language: "en",
  published: "2024-06-27",
  accessed: "2026-11-21",
  ...rest,
});

const cited = (id: string, rest: Partial<Citation> = {}): Citation => ({
  source: id,
  start: 10,
  end: 30,
  length: 20,
  hash: "0123abcd",
  sha256: "ab".repeat(32),
  voice: "quoted",
  stance: "asserts",
  ...rest,
});

const claim = (id: string, rest: Partial<ClaimRecord>): ClaimRecord =>
  ({
    id,
    subject: "depot/a",
    relation: "storesFor",
    object: "firm/x",
    valid: "2023",
    status: "actual",
    citations: [cited("s1")],
    ...rest,
  }) as ClaimRecord;

const attested = (id: string, days: readonly string[]): ClaimRecord => {
  const { valid: _, ...rest } = claim(id, {});
  return { ...rest, attested: days } as ClaimRecord;
};

const figure = (id: string, valid: string, quantity: ClaimRecord["quantity"]): ClaimRecord =>
  claim(id, { relation: "observed", object: "figure/stock", valid, ...(quantity && { quantity }) });

/** Records with isolated nodes, self loops, parallel edges, every sort of time, hedge and citation. */
export const sampleRecords: DatasetRecords = {
  dataset: {
    name: "depots",
    version: "1.2.3",
    license: "CC0-1.0",
    title: "Depots & firms",
    description: "A sample",
    coverage: { from: "2020", to: "2024", covers: ["depots"], silentOn: ["prices", "wages"] },
  },
  sources: [
    source("s1", {
      titleLang: "en",
      titleByEditors: true,
      publisher: {
        name: "First Press",
        owner: "Owner",
        class: "state media",
        classifiedBy: "editors",
        classifiedOn: "2026-11-21",
        classNote: "note",
      },
      host: "Host",
      authors: ["A. Author", "B. Author"],
      translatedFrom: "zh-Hans",
      url: "https://example.org/a?b=1|2",
      dateEvidence: "printed",
      held: "2024-05-21",
      text: { length: 4000, sha256: "cd".repeat(32) },
    }),
    source("s2", { reprintOf: "s1", derivedFrom: "s1", published: "2024-07-01?" }),
    source("uncited"),
  ],
  entities: [
    {
      id: "depot/a",
      names: [
        { value: "Depot A", lang: "en", source: "s1" },
        { value: "甲仓库", lang: "zh-Hans", inferred: true },
        { value: "а|б\\в@г", lang: "ru" },
      ],
      identifiers: { geonames: "123", "a=b": "c\\d" },
      east: 80.4,
      north: 44.2,
      goods: ["tea", "rice; dry", "a|b"],
      area: 1250.5,
      doors: 12,
      heated: false,
      parent: "depot/b",
      partners: ["depot/b", "depot/c"],
      index: 7,
    },
    { id: "depot/b", names: [{ value: "Depot B", lang: "en" }], east: -179.5, north: -10, goods: ["tea"] },
    { id: "depot/c", names: [{ value: "Depot C", lang: "en" }], east: 179.5, north: 10 },
    { id: "depot/isolated", names: [{ value: "Nowhere", lang: "en" }] },
    { id: "firm/x", names: [{ value: "Firm X", lang: "en" }], area: "trade" },
    {
      id: 'firm/it\'s_"quoted"',
      names: [{ value: 'Firm "Q" & <Co>', lang: "en" }],
    },
    { id: "figure/stock", names: [{ value: "Tonnes in store", lang: "en" }], measure: "stock" },
  ] as DatasetRecords["entities"],
  claims: [
    claim("plain", {
      unit: "pallets",
      weight: "heavy",
      share: 0.25,
      under: "firm/x",
      validAs: "last year",
      inferred: "the text says so elsewhere",
      scope: { partner: "firm/x", place: "depot/b", within: "depot/c", part: "upper floor" },
      citations: [
        cited("s1", { speaker: "firm/x", stated: "2024-05-20" }),
        cited("s2", {
          speakerDescription: "an official",
          voice: "narrated",
          stance: "reports",
          readAs: "excerpt",
        }),
      ],
    }),
    claim("parallel", { valid: "2023" }),
    claim("self", { object: "depot/a", valid: "2022-11/2024-03" }),
    claim("open", { valid: "2023-11-01/.." }),
    claim("unknown-start", { valid: "/2024" }),
    claim("unknown-end", { valid: "2023/" }),
    claim("open-start", { valid: "../2024-02" }),
    claim("vague", { valid: "2023~", status: "ongoing" }),
    claim("doubtful", { valid: "2023-05-XX?", status: "expected" }),
    claim("year-0", { valid: "0000", status: "planned" }),
    claim("before-year-0", { valid: "-0044-03-15" }),
    claim("from-bc-to-now", { valid: "-0100/2020" }),
    claim("year-9999", { valid: "9999~" }),
    claim("decade", { valid: "202X" }),
    attested("attested-once", ["2024-05-21"]),
    attested("attested-often", ["2024-05", "2021-03-01", "2021-03-02"]),
    claim("denied", { citations: [cited("s1", { stance: "denies" })] }),
    claim("side-by-side", { relation: "nextTo", object: "depot/b", subject: "depot/a" }),
    claim("across-the-antimeridian", { relation: "nextTo", subject: "depot/b", object: "depot/c" }),
    claim("event", { subject: "firm/x", relation: "opened", object: "depot/a", valid: "2023-11" }),
    claim("depot/a", { subject: "firm/x", relation: "opened", object: "depot/c", valid: "2023-11-05" }),
    figure("exact", "2023", {
      value: "357.33e9",
      unit: "CNY",
      comparator: "=",
      asReported: "357.33 billion yuan",
    }),
    figure("over", "2024", {
      value: "400e9",
      unit: "CNY",
      comparator: ">",
      equivalents: [
        { value: "49.6e9", unit: "USD" },
        { value: "45e9", unit: "EUR", comparator: "nearly" },
      ],
    }),
    figure("third", "2022", { value: "1/3", unit: "1", comparator: "~", low: "0.3", high: "0.4" }),
    figure("huge", "2021", { value: "1e999", unit: "1" }),
  ],
};

/** The graph of the sample, or of some other records under the same ontology. */
export function sampleGraph(records: DatasetRecords = sampleRecords): KnowledgeGraph<Ontology> {
  return buildGraph(structuredClone(records), depotOntology as Ontology);
}

/** A graph without entities and claims. */
export function emptyGraph(): KnowledgeGraph<Ontology> {
  return sampleGraph({ sources: [], entities: [], claims: [] });
}

/** One entity, source and claim for each text, which stands in every field that takes a text of any sort. */
export function hostileRecords(texts: readonly string[]): DatasetRecords {
  return {
    dataset: {
      name: texts[0] ?? "x",
      version: texts[1] ?? "x",
      license: texts[2] ?? "x",
      title: texts.slice(0, 50).join(" "),
      description: texts.slice(-50).join(" "),
    },
    sources: texts.map((text, i) => ({
      ...source(`s${i}`),
      title: text,
      publisher: {
        name: text,
        owner: text,
        class: "other",
        classifiedBy: text,
        classifiedOn: "2026",
        classNote: text,
      },
      host: text,
      authors: [text, `${text} again`],
      genre: text,
      dateEvidence: text,
    })),
    entities: [
      ...texts.map((text, i) => ({
        id: `depot/${idOf(text, i)}`,
        names: [
          { value: text, lang: "en" },
          { value: text, lang: "zh-Hans" },
        ],
        identifiers: { register: text },
        goods: [text, "tea", `${text};`],
      })),
      ...texts.map((text, i) => ({
        id: `firm/${i}`,
        names: [{ value: `${text} firm`, lang: "en" }],
        area: text,
      })),
    ] as DatasetRecords["entities"],
    claims: texts.map((text, i) =>
      claim(idOf(text, i), {
        subject: `depot/${idOf(text, i)}`,
        object: `firm/${i}`,
        unit: text,
        weight: text,
        validAs: text,
        inferred: text,
        scope: { part: text },
        quantity: { value: "1", unit: "1", asReported: text },
        citations: [cited(`s${i}`, { speakerDescription: text })],
      }),
    ),
  };
}

/** A text as far as it can stand in an id. */
function idOf(text: string, i: number): string {
  return `${i}-${[...text.replace(/[\s\p{Cc}\p{Cs}/]/gu, "")].slice(0, 100).join("")}`;
}

/** What is wrong with records under the sample's ontology: a test of the tests. */
export function problemsOf(records: DatasetRecords): readonly unknown[] {
  return validateRecords(records, depotOntology as Ontology);
}
